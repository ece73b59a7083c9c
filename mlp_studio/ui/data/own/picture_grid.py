"""Pictures beside what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.theme import RHYTHM, Theme, font

WORDS = 20  # pixels for a label below its pictures
ARROW = 22  # between before and after
LEAST, MOST = 56, 150  # pixels a side of a picture


@dataclass(frozen=True, eq=False)
class Shown:
    """One example: its label, and its pictures as uint8 of (rows, columns[, 3])."""

    label: str
    tip: str
    pictures: tuple[AnyArray, ...]  # one, or before and after


class PictureGrid(QWidget):
    """As many examples as fit, each with its label."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._examples: list[tuple[Shown, list[QImage]]] = []
        self._places: list[tuple[QRectF, Shown]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST + WORDS + 2 * RHYTHM)
        self.setAccessibleName(self.tr("Some of the pictures"))
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def count(self) -> int:
        """How many examples there are to show."""
        return len(self._examples)

    def show_examples(self, examples: Sequence[Shown]) -> None:
        """Show some examples."""
        self._examples = [(one, [_image(p) for p in one.pictures]) for one in examples]
        self.setAccessibleDescription(", ".join(one.label for one in examples))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, 340)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.setBrush(tokens.colour("background"))
        painter.drawRoundedRect(frame, 8, 8)
        self._places = []
        if not self._examples:
            return
        painter.setFont(font(8.5))
        columns, side, cell = self._layout()
        rows = max(1, int((self.height() - RHYTHM) // (side + WORDS + RHYTHM)))
        left = (self.width() - columns * cell.width()) / 2
        for k, (example, images) in enumerate(self._examples[: rows * columns]):
            x = left + (k % columns) * cell.width()
            y = RHYTHM + (k // columns) * cell.height()
            place = QRectF(x, y, cell.width(), cell.height())
            self._places.append((place, example))
            self._paint(painter, place, side, example, images)

    def _layout(self) -> tuple[int, float, QRectF]:
        """Return columns, a picture's side and a cell, so that the pictures are large."""
        pictures = max(len(images) for _, images in self._examples)
        gap = ARROW * (pictures - 1) + 2 * RHYTHM
        count, best = len(self._examples), (1, float(LEAST))
        for columns in range(1, count + 1):
            across = ((self.width() - 2 * RHYTHM) / columns - gap) / pictures
            lines = -(-count // columns)
            down = (self.height() - RHYTHM) / lines - WORDS - RHYTHM
            side = min(across, down, MOST)
            if side > best[1] or columns == 1:
                best = (columns, max(side, LEAST))
        columns, side = best
        if side <= LEAST:
            columns = max(1, int((self.width() - 2 * RHYTHM) // (pictures * LEAST + gap)))
        return columns, side, QRectF(0, 0, pictures * side + gap, side + WORDS + RHYTHM)

    def _paint(
        self, painter: QPainter, place: QRectF, side: float, example: Shown, images: list[QImage]
    ) -> None:
        tokens = self._theme.tokens
        x = place.left() + RHYTHM
        for k, image in enumerate(images):
            if k:
                middle = QPointF(x - ARROW / 2, place.top() + side / 2)
                painter.setPen(QPen(tokens.colour("muted"), 1.4))
                painter.drawLine(middle + QPointF(-6, 0), middle + QPointF(6, 0))
                painter.drawPolyline(
                    [middle + QPointF(2, -4), middle + QPointF(6, 0), middle + QPointF(2, 4)]
                )
            longer = max(image.width(), image.height())
            size = QSize(image.width(), image.height()).toSizeF() * (side / longer)
            box = QRectF(
                x + (side - size.width()) / 2,
                place.top() + (side - size.height()) / 2,
                size.width(),
                size.height(),
            )
            # Pixels as they are where they are few: this is what the network gets.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, longer > side)
            painter.drawImage(box, image)
            painter.setPen(QPen(tokens.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            x += side + ARROW
        words = QRectF(place.left() + RHYTHM, place.top() + side, place.width() - 2 * RHYTHM, WORDS)
        painter.setPen(tokens.colour("secondary"))
        elided = painter.fontMetrics().elidedText(
            example.label, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), elided)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            for place, example in self._places:
                if place.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), example.tip, self)
                    return True
        return super().event(event)


def _image(pixels: AnyArray) -> QImage:
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[:, :, 0]
    whole = np.ascontiguousarray(pixels, np.uint8)
    height, width = whole.shape[:2]
    form = QImage.Format.Format_Grayscale8 if whole.ndim == 2 else QImage.Format.Format_RGB888
    data = whole.tobytes()  # named: QImage borrows it until it is copied
    return QImage(data, width, height, whole.nbytes // height, form).copy()
