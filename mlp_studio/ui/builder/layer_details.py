"""All about the selected layers, in a box that opens above the inspector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.keras_pages import layer_page
from mlp_studio.core.layers import LAYER_TYPES, AnyLayer, Dense
from mlp_studio.core.parameters import DESIGN, parameters
from mlp_studio.studio.language import render
from mlp_studio.ui.builder import about
from mlp_studio.ui.builder.details import NAMES_WIDTH, DenseDetails
from mlp_studio.ui.builder.fields import Field
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.common.reset import RESET_HEIGHT, RESET_WIDTH, reset_button
from mlp_studio.ui.common.web import PageButton
from mlp_studio.ui.theme import Theme

NARROWEST = 460


@dataclass(frozen=True)
class Entry:
    """A parameter with its name and a sentence of help."""

    field: str
    label: str
    help: str


class LayerDetails(QFrame):
    """What the layers are, their rarer parameters, their defaults and Keras's page on them.

    Parameters
    ----------
    commit : callable
        Sets a field of the selected layers; raises a `StudioError` when it can't.
    reset : callable
        Resets fields of the selected layers, all where there are none, under a name.
    entries : sequence of Entry
        The parameters that are edited in the inspector's row.
    theme : Theme
        For the frame of what can't be taken over.
    """

    def __init__(
        self,
        commit: Callable[[str, object], None],
        reset: Callable[[Iterable[str], str], None],
        entries: Sequence[Entry],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._reset = reset
        self._entries = entries
        self._layers: Sequence[AnyLayer] = ()
        self.setObjectName("layer_details")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.sentence = QLabel()
        self.sentence.setProperty("role", "secondary")
        self.pages = {
            kind: PageButton(self.tr("{layer} in Keras ↗").format(layer=cls.__name__))
            for kind, cls in LAYER_TYPES.items()
        }
        for kind, page in self.pages.items():
            page.setObjectName(f"page_{kind}")
            words = self.tr("Keras's page on {layer}").format(layer=LAYER_TYPES[kind].__name__)
            page.lead_to(layer_page(LAYER_TYPES[kind]()), words)
        self.dense = DenseDetails(commit, reset, theme)
        self.dense.resized.connect(self._fit)
        self.about = _About(entries, reset)
        self.all_defaults = QPushButton(self.tr("Reset all"))
        self.all_defaults.setObjectName("reset_all")
        self.all_defaults.setProperty("role", "link")
        self.all_defaults.setToolTip(self.tr("Everything but name, units and activation."))
        self.all_defaults.clicked.connect(lambda: reset((), ""))
        self._build()

    @property
    def words(self) -> QLabel:
        """What can't be taken over, and why."""
        return self.dense.words

    @property
    def frozen(self) -> QCheckBox:
        """Whether the Dense layers keep their weights."""
        return self.dense.frozen

    def field(self, name: str) -> Field:
        """Return the field of a number, such as ``"bias_l1"``."""
        return self.dense.field(name)

    def choice(self, name: str) -> CalmCombo:
        """Return the list of a choice, such as ``"kernel_initializer"``."""
        return self.dense.choice(name)

    def synchronize(self, layers: Sequence[AnyLayer]) -> None:
        """Show these layers; closes where there are none."""
        self._layers = layers
        if not layers:
            self.close()
        elif self.isVisible():
            self._show_layers()
            self._fit()

    def _show_layers(self) -> None:
        layers = self._layers
        kinds = Counter(layer.kind for layer in layers)
        if len(kinds) == 1:
            first = layers[0]
            self.title.setText(type(first).__name__)
            self.sentence.setText(render(about.KINDS[first.kind]))
        else:
            names = (
                LAYER_TYPES[kind].__name__ + (f" × {count}" if count > 1 else "")
                for kind, count in kinds.items()
            )
            self.title.setText(", ".join(names))
        self.sentence.setVisible(len(kinds) == 1)
        for kind, page in self.pages.items():
            page.setVisible(kind in kinds)
        dense = [layer for layer in layers if isinstance(layer, Dense)]
        self.dense.setVisible(bool(dense))
        self.dense.synchronize(dense)
        self.about.synchronize(layers)
        self.all_defaults.setVisible(any(self._changed(layer) for layer in layers))

    def open_above(self, widget: QWidget) -> None:
        """Open with the right edge at that of `widget`."""
        self._show_layers()
        self.dense.hush()
        self._fit()
        corner = widget.mapToGlobal(QPoint(widget.width(), 0))
        x, y = corner.x() - self.width(), corner.y() - self.height() - 4
        room = widget.screen().availableGeometry()
        if y < room.top():
            y = corner.y() + widget.height() + 4
        x = max(room.left(), min(x, room.right() - self.width()))
        self.move(x, min(y, room.bottom() - self.height()))
        self.show()
        if self.dense.isVisible():
            self.dense.choice("kernel_initializer").setFocus()
        else:
            next(page for page in self.pages.values() if page.isVisible()).setFocus()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.all_defaults)
        for page in self.pages.values():
            head.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addWidget(self.about)
        layout.addWidget(self.dense)
        self.setMinimumWidth(NARROWEST)

    def _fit(self) -> None:
        bottom = self.y() + self.height()
        layout = self.layout()
        if layout is None:
            return
        for part in (self.about, self.dense):  # what changed inside is known only later
            inner = part.layout()
            if inner is not None:
                inner.invalidate()
            part.updateGeometry()
        layout.invalidate()
        layout.activate()
        self.resize(layout.sizeHint().expandedTo(QSize(NARROWEST, 0)))
        if self.isVisible():  # it stands on the inspector's row
            self.move(self.x(), bottom - self.height())

    def _changed(self, layer: AnyLayer) -> bool:
        return any(
            about.value_of(layer, field) != parameter.default
            for field, parameter in parameters(type(layer)).items()
            if field not in DESIGN
        )


class _About(QWidget):
    """The parameters of the inspector's row: help, range, default and a way back to it."""

    def __init__(
        self, entries: Sequence[Entry], reset: Callable[[Iterable[str], str], None]
    ) -> None:
        super().__init__()
        self._entries = entries
        self._rows: dict[str, tuple[QLabel, QLabel, QLabel, QPushButton]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, NAMES_WIDTH)
        grid.setColumnMinimumWidth(3, RESET_WIDTH)
        for row, entry in enumerate(entries):
            name, words, limits = QLabel(entry.label), QLabel(entry.help), QLabel()
            name.setMinimumHeight(RESET_HEIGHT)
            words.setProperty("role", "secondary")
            limits.setProperty("role", "caption")
            back = reset_button(entry.label, self.tr("Back to the default"))
            back.setObjectName(f"reset_{entry.field}")
            back.clicked.connect(lambda _on=False, e=entry: reset((e.field,), e.label))
            for column, widget in enumerate((name, words, limits, back)):
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
            self._rows[entry.field] = (name, words, limits, back)

    def synchronize(self, layers: Sequence[AnyLayer]) -> None:
        """Show the parameters that one of the layers has."""
        for entry in self._entries:
            *labels, back = self._rows[entry.field]
            having = [layer for layer in layers if about.has(layer, entry.field)]
            for label in labels:
                label.setVisible(bool(having))
            back.setVisible(
                entry.field not in DESIGN
                and any(
                    about.value_of(layer, entry.field) != about.default_of(layer, entry.field)
                    for layer in having
                )
            )
            if having:
                labels[2].setText(about.range_words(having[0], entry.field))
