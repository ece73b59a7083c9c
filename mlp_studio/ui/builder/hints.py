"""Hints about the design: how many there are, and on a click what they are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.hints import Hint, hints
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render

WIDTH = 380


class HintsButton(QPushButton):
    """Says how many hints there are; hidden where there are none to show.

    Hints are about designs that work, so they wait until somebody asks. One that was
    dismissed stays away until *Show dismissed* or another project.

    Signals
    -------
    layer_asked(str)
        A hint about this layer was clicked.
    """

    layer_asked = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._examples: int | None = None
        self._all: tuple[Hint, ...] = ()
        self._dismissed: set[str] = set()
        self.setProperty("role", "link")
        self.setObjectName("hints")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("What is worth a thought in this design"))
        self.box = HintsBox(self)
        self.clicked.connect(self.open_box)
        for changed in (
            document.network_changed, document.training_changed, document.data_changed,
            document.problems_changed,
        ):  # fmt: skip
            changed.connect(self.synchronize)
        document.opened.connect(self._forget)
        self.synchronize()

    @property
    def shown(self) -> tuple[Hint, ...]:
        """The hints that are not dismissed."""
        return tuple(hint for hint in self._all if hint.key not in self._dismissed)

    @property
    def dismissed(self) -> int:
        """How many of the hints are dismissed."""
        return len(self._all) - len(self.shown)

    def show_examples(self, examples: int | None) -> None:
        """Take over how many examples there are to train on."""
        self._examples = examples
        self.synchronize()

    def synchronize(self, _changed: object = None) -> None:
        """Find the hints anew. A design with errors has other worries."""
        document = self._document
        grave = any(problem.severity == "error" for problem in document.problems)
        self._all = (
            ()
            if grave
            else hints(document.network, document.training, document.facts, self._examples)
        )
        count = len(self.shown)
        self.setText(
            self.tr("1 hint") if count == 1 else self.tr("{count} hints").format(count=count)
        )
        self.setVisible(bool(self._all))
        if self.box.isVisible():
            self.box.fill()

    def open_box(self) -> None:
        """Show the hints below the button."""
        self.box.fill()
        self.box.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.box.show()

    def dismiss(self, hint: Hint) -> None:
        """Show a hint no more."""
        self._dismissed.add(hint.key)
        self.synchronize()

    def show_dismissed(self) -> None:
        """Show every hint again."""
        self._dismissed.clear()
        self.synchronize()

    def carry_out(self, hint: Hint) -> None:
        """Do what a hint proposes, as a step of undo."""
        if hint.repair is not None:
            self._document.edit(
                render(hint.repair.label),
                network=hint.repair.network,
                training=hint.repair.training,
            )

    def _forget(self) -> None:
        self._dismissed.clear()
        self.synchronize()


class HintsBox(QFrame):
    """The hints one below the other."""

    def __init__(self, button: HintsButton) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self._button = button
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setObjectName("hints_box")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 12, 12, 12)
        self._layout.setSpacing(12)
        self._rows: list[QWidget] = []

    def fill(self) -> None:
        """Show the hints there are; without any, go away."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(hint) for hint in self._button.shown]
        if self._button.dismissed:
            again = self._link(self.tr("Show dismissed hints"), self._button.show_dismissed)
            self._rows.append(again)
        for row in self._rows:
            self._layout.addWidget(row)
            row.show()
        self.setFixedWidth(WIDTH)
        if not self._rows:
            self.hide()
            return
        layout = self._layout
        layout.activate()
        # Without wrapping words nothing depends on the width.
        wrapped = layout.hasHeightForWidth()
        hint = layout.totalSizeHint().height()
        self.setFixedHeight(layout.totalHeightForWidth(WIDTH) if wrapped else hint)
        layout.activate()

    def _row(self, hint: Hint) -> QWidget:
        row = QWidget()
        words = QLabel(render(hint.what))
        words.setWordWrap(True)
        links = QHBoxLayout()
        links.setSpacing(16)
        if hint.repair is not None:
            label = render(hint.repair.label)
            links.addWidget(self._link(label, lambda: self._button.carry_out(hint)))
        if hint.layer is not None:
            layer = hint.layer
            show = self._link(self.tr("Show"), lambda: self._button.layer_asked.emit(layer))
            links.addWidget(show)
        links.addStretch(1)
        links.addWidget(self._link(self.tr("Dismiss"), lambda: self._button.dismiss(hint)))
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words)
        column.addLayout(links)
        return row

    def _link(self, words: str, act: Callable[[], None]) -> QPushButton:
        link = QPushButton(words)
        link.setProperty("role", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda _on=False: act())
        return link
