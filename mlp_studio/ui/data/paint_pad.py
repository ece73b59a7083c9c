"""Painting one's own data: the square, the class to paint with, and what else there is to set."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.plane_sources import MAX_PAINTED, Painted
from mlp_studio.ui.common.fields import NumberRow, caption
from mlp_studio.ui.data.paint_canvas import PaintCanvas
from mlp_studio.ui.theme import Theme, class_colour

MOST_CLASSES = 8
DOT = 14  # pixels across


class PaintPad(QWidget):
    """The canvas and its tools.

    Signals
    -------
    edited(Painted, str, str)
        A person changed the painting: the new one, what merges into one step of undo
        (empty: nothing), and what the step is called.
    """

    edited = Signal(object, str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painting = Painted()
        self.canvas = PaintCanvas(theme)
        self._group = QButtonGroup(self)
        self.chips = [self._chip(number) for number in range(MOST_CLASSES)]
        self.chips[0].setChecked(True)
        self.counts = caption("")
        self.counts.setWordWrap(True)
        self.classes = NumberRow(self.tr("Classes"), self.tr("Number of classes."), 2, MOST_CLASSES)
        self.spread = NumberRow(
            self.tr("Spread"), self.tr("How far the points of a stroke scatter."),
            0, 0.3, decimals=2,
        )  # fmt: skip
        self.spread.set_value(self.canvas.spread)
        self.clear = QPushButton(self.tr("Take all points away"))
        self._arrange()
        self.canvas.painted.connect(self._on_painted)
        self.canvas.erased.connect(self._on_erased)
        self.canvas.class_wanted.connect(self._choose)
        self._group.idClicked.connect(self._choose)
        self.classes.value_changed.connect(self._set_classes)
        self.spread.value_changed.connect(self._set_spread)
        self.clear.clicked.connect(self._clear)

    def show_painting(self, painting: Painted) -> None:
        """Show a painting."""
        self._painting = painting
        self.canvas.show_painting(painting)
        self.classes.set_value(painting.n_classes)
        counts = [0] * MOST_CLASSES
        for *_place, number in painting.points:
            counts[number] += 1
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < painting.n_classes)
            chip.setToolTip(
                self.tr("Class {number}: {count} points").format(
                    number=number, count=f"{counts[number]:,}"
                )
            )
        if self.canvas.brush >= painting.n_classes:
            self._choose(painting.n_classes - 1)
        self.clear.setEnabled(bool(painting.points))
        self.counts.setText(
            self.tr("All {limit} points are used.").format(limit=f"{MAX_PAINTED:,}")
            if len(painting.points) >= MAX_PAINTED
            else " · ".join(f"{n}: {count:,}" for n, count in
                            enumerate(counts[: painting.n_classes]))
        )  # fmt: skip

    def _arrange(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(2)
        for chip in self.chips:
            chips.addWidget(chip)
        chips.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.canvas)
        layout.addLayout(chips)
        layout.addWidget(self.counts)
        layout.addWidget(self.classes)
        layout.addWidget(self.spread)
        layout.addWidget(self.clear)

    def _chip(self, number: int) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setIcon(_dot(class_colour(number), self.devicePixelRatioF()))
        chip.setIconSize(QSize(DOT, DOT))
        chip.setFixedSize(28, 28)
        chip.setStyleSheet("QToolButton { padding: 0; }")  # else no room for the dot
        chip.setAccessibleName(self.tr("Paint class {number}").format(number=number))
        self._group.addButton(chip, number)
        return chip

    # --- edits -------------------------------------------------------------------------

    def _choose(self, number: int) -> None:
        if number < self._painting.n_classes:
            self.canvas.brush = number
            self.chips[number].setChecked(True)
            self.canvas.update()

    def _on_painted(self, painting: Painted, stroke: int) -> None:
        self.edited.emit(painting, f"paint {stroke}", self.tr("Paint points"))

    def _on_erased(self, painting: Painted, stroke: int) -> None:
        self.edited.emit(painting, f"erase {stroke}", self.tr("Take points away"))

    def _clear(self) -> None:
        empty = self._painting.model_copy(update={"points": ()})
        self.edited.emit(empty, "", self.tr("Take all points away"))

    def _set_classes(self, value: float) -> None:
        """Put another number of classes in place; points of those that go, go with them."""
        n = int(value)
        kept = tuple(point for point in self._painting.points if point[2] < n)
        changed = self._painting.model_copy(update={"n_classes": n, "points": kept})
        self.edited.emit(changed, "classes", self.tr("Set the number of classes"))

    def _set_spread(self, value: float) -> None:
        self.canvas.spread = value


def _dot(colour: QColor, ratio: float) -> QIcon:
    pixmap = QPixmap(QSize(DOT, DOT) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(1, 1, DOT - 2, DOT - 2)
    painter.end()
    return QIcon(pixmap)
