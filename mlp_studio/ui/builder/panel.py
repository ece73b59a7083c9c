"""The network builder: palette, canvas and inspector."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mlp_studio.core.hints import Hint
from mlp_studio.studio.advice import Advice
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.ui.builder import commands
from mlp_studio.ui.builder.canvas import NetworkCanvas
from mlp_studio.ui.builder.facts import FactsLabel
from mlp_studio.ui.builder.fields import Bubble
from mlp_studio.ui.builder.hints import HintsButton
from mlp_studio.ui.builder.inspector import Inspector
from mlp_studio.ui.builder.palette import Palette
from mlp_studio.ui.common.scrolling import Sideways
from mlp_studio.ui.theme import Theme


class BuilderPanel(QWidget):
    """Design the network with mouse and keyboard.

    Parameters
    ----------
    document : Document
        What is shown and edited.
    theme : Theme
        Colours.
    store : DataStore, optional
        The examples, for what neurons answer in the plane.
    advice : Advice, optional
        The hints; made for the document where none are given.
    """

    def __init__(
        self,
        document: Document,
        theme: Theme,
        store: DataStore | None = None,
        advice: Advice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("builder")
        self.palette_row = Palette()
        self.advice = advice or Advice(document, self)
        self.hints = HintsButton(self.advice)
        self.facts = FactsLabel(document, self.advice)
        self.canvas = NetworkCanvas(document, theme, store)
        self.inspector = Inspector(document, theme)
        self.bubble = Bubble(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(12, 8, 16, 4)
        strip.setSpacing(16)
        strip.addWidget(self.palette_row)
        strip.addWidget(self.canvas.fit_button)
        strip.addWidget(self.facts, 1)
        strip.addWidget(self.hints)
        line = QFrame()
        line.setFixedHeight(1)
        line.setObjectName("line")
        self._line = line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(strip)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(line)
        layout.addWidget(Sideways(self.inspector, self.inspector.take_room))
        self._dress()

    def _connect(self) -> None:
        row, canvas = self.palette_row, self.canvas
        row.chosen.connect(self._add)
        row.dragged.connect(self._dragged)
        row.dropped.connect(self._dropped)
        row.cancelled.connect(canvas.carry.hide)
        for part in (canvas, self.inspector):
            part.told.connect(self.bubble.show_above)
            part.hushed.connect(self.bubble.hide)
        self._document.network_changed.connect(self._hush)
        self.hints.box.repair_asked.connect(canvas.actions_of_layers.repair)
        self.hints.box.chosen.connect(self._show_hint)
        self.advice.changed.connect(self._mark_hints)
        self._mark_hints()
        self._theme.changed.connect(self._dress)

    def _add(self, kind: str) -> None:
        self.canvas.actions_of_layers.add(kind)

    def _dragged(self, kind: str, place: QPoint) -> None:
        words = commands.described(commands.new_layer(kind, self._document.facts))
        self.canvas.carry.show(self.canvas.viewport().mapFromGlobal(place), words)

    def _dropped(self, kind: str, place: QPoint) -> None:
        gap = self.canvas.carry.gap(self.canvas.viewport().mapFromGlobal(place))
        self.canvas.carry.hide()
        if gap is not None:
            self.canvas.actions_of_layers.add(kind, gap)

    def _mark_hints(self) -> None:
        notes: dict[str, str] = {}
        for hint in self.advice.hints:
            if hint.layer is not None:
                words = f"{render(hint.what)} {render(hint.why)}"
                notes[hint.layer] = "\n".join(filter(None, (notes.get(hint.layer), words)))
        self.canvas.network_scene.set_notes(notes)

    def _show_hint(self, hint: Hint) -> None:
        if hint.layer is not None:
            self.canvas.actions_of_layers.select(hint.layer)

    def _hush(self, _network: object) -> None:
        self.bubble.hide()

    def _dress(self, _tokens: object = None) -> None:
        self._line.setStyleSheet(f"background: {self._theme.tokens.line};")
