"""The digits of a sheet outlined on the photo: pick them, move their edges, draw new ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mlp_studio.digits.sheet import Box
from mlp_studio.ui.photo.reading import Reading
from mlp_studio.ui.photo.view import PhotoView
from mlp_studio.ui.theme import Theme, font

REACH = 6.0  # pixels: how near an edge the mouse must come
LEAST = 5.0  # pixels: a smaller rectangle is a click
LEFT, TOP, RIGHT, BOTTOM = range(4)
CURSORS = {
    frozenset({LEFT}): Qt.CursorShape.SizeHorCursor,
    frozenset({RIGHT}): Qt.CursorShape.SizeHorCursor,
    frozenset({TOP}): Qt.CursorShape.SizeVerCursor,
    frozenset({BOTTOM}): Qt.CursorShape.SizeVerCursor,
    frozenset({LEFT, TOP}): Qt.CursorShape.SizeFDiagCursor,
    frozenset({RIGHT, BOTTOM}): Qt.CursorShape.SizeFDiagCursor,
    frozenset({RIGHT, TOP}): Qt.CursorShape.SizeBDiagCursor,
    frozenset({LEFT, BOTTOM}): Qt.CursorShape.SizeBDiagCursor,
}


class BoxesView(PhotoView):
    """The photo with an outline around each digit and what it is read as.

    Signals
    -------
    hovered(int)
        The mouse is over the digit with this number; -1 for none.
    picked(tuple of int)
        These digits are selected now.
    drawn(tuple of 4 floats)
        A rectangle was drawn where a digit is to be.
    placed(int, tuple of 4 floats)
        The edges of a digit were moved.
    typed(str)
        A key with a letter or figure was pressed.
    """

    hovered = Signal(int)
    picked = Signal(object)
    drawn = Signal(object)
    placed = Signal(int, object)
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._readings: tuple[Reading, ...] = ()
        self._selected: tuple[int, ...] = ()
        self._hover = -1
        self._from: QPointF | None = None
        self._to = QPointF()
        self._edges: frozenset[int] = frozenset()
        self.setAccessibleName(self.tr("The photo with the digits found"))
        self.setToolTip(
            self.tr(
                "Click a digit and type what it is; drag its edges to place it, or drag "
                "elsewhere to add one."
            )
        )

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Outline digits, in reading order."""
        self._readings = tuple(readings)
        self._selected = tuple(k for k in self._selected if k < len(readings))
        self.update()

    def show_hover(self, number: int) -> None:
        """Mark a digit as the one that is pointed at."""
        if number != self._hover:
            self._hover = number
            self.update()

    def show_picked(self, numbers: Sequence[int]) -> None:
        """Mark digits as selected."""
        self._selected = tuple(numbers)
        self.update()

    # --- painting ----------------------------------------------------------------------

    def paint_over(self, painter: QPainter) -> None:
        """Outline the digits; the answer stands at the corner of each."""
        tokens = self.theme.tokens
        if self.cut.box is not None:
            painter.setPen(QPen(tokens.colour("accent"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.rectangle(self.cut.box))
        painter.setFont(font(9, bold=True))
        for k, reading in enumerate(self._readings):
            frame = self.rectangle(reading.item.box).adjusted(-3, -3, 3, 3)
            if k in self._selected and self._edges and self._from is not None:
                frame = self._resized(frame)
            self._outline(painter, k, reading, frame)
        if self._from is not None and not self._edges:
            painter.setPen(QPen(tokens.colour("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self._from, self._to).normalized())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.colour("accent"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _outline(self, painter: QPainter, k: int, reading: Reading, frame: QRectF) -> None:
        tokens = self.theme.tokens
        colour = tokens.colour("warning" if reading.unsure else "accent")
        if reading.item.label is not None:
            colour = tokens.colour("good")
        strong = k in self._selected or k == self._hover
        if strong:
            wash = tokens.colour("accent")
            wash.setAlpha(46)
            painter.fillRect(frame, wash)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2.4 if strong else 1.4))
        painter.drawRoundedRect(frame, 3, 3)
        words = reading.name
        wide = painter.fontMetrics().horizontalAdvance(words) + 8
        chip = QRectF(frame.left(), frame.top() - 15, wide, 15)
        if chip.top() < 0:
            chip.moveTop(frame.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(tokens.colour("on_accent" if not tokens.dark else "background"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _resized(self, frame: QRectF) -> QRectF:
        frame = QRectF(frame)
        if LEFT in self._edges:
            frame.setLeft(self._to.x())
        if RIGHT in self._edges:
            frame.setRight(self._to.x())
        if TOP in self._edges:
            frame.setTop(self._to.y())
        if BOTTOM in self._edges:
            frame.setBottom(self._to.y())
        return frame.normalized()

    # --- the mouse ---------------------------------------------------------------------

    def number_at(self, place: QPointF) -> int:
        """Return the number of the smallest digit's outline around a place; -1 for none."""
        around = [
            (frame.width() * frame.height(), k)
            for k, reading in enumerate(self._readings)
            if (frame := self.rectangle(reading.item.box).adjusted(-3, -3, 3, 3)).contains(place)
        ]
        return min(around)[1] if around else -1

    def _edges_at(self, place: QPointF) -> frozenset[int]:
        """Return the edges of the one selected digit that are near a place."""
        if len(self._selected) != 1:
            return frozenset()
        frame = self.rectangle(self._readings[self._selected[0]].item.box).adjusted(-3, -3, 3, 3)
        if not frame.adjusted(-REACH, -REACH, REACH, REACH).contains(place):
            return frozenset()
        reach = min(REACH, frame.width() / 4, frame.height() / 4) + 1
        ways = {
            LEFT: place.x() - frame.left(),
            RIGHT: place.x() - frame.right(),
            TOP: place.y() - frame.top(),
            BOTTOM: place.y() - frame.bottom(),
        }
        return frozenset(edge for edge, way in ways.items() if abs(way) <= reach)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        number = self.number_at(place)
        together = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        self._edges = frozenset() if together else self._edges_at(place)
        if not self._edges and number >= 0:
            chosen: tuple[int, ...] = (number,)
            if together:
                others = tuple(k for k in self._selected if k != number)
                chosen = others if number in self._selected else (*others, number)
            self._pick(chosen)
            return
        self._from = self._to = place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._from is not None:
            self._to = place
            self.update()
            return
        number = self.number_at(place)
        edges = self._edges_at(place)
        self.setCursor(CURSORS.get(edges, Qt.CursorShape.ArrowCursor))
        if number != self._hover:
            self.show_hover(number)
            self.hovered.emit(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._from is None:
            return
        start, end, edges = self._from, event.position(), self._edges
        self._from, self._edges = None, frozenset()
        drawn = QRectF(start, end).normalized()
        if edges and start != end:
            number = self._selected[0]
            frame = self.rectangle(self._readings[number].item.box).adjusted(-3, -3, 3, 3)
            self._to, self._edges = end, edges
            frame = self._resized(frame).adjusted(3, 3, -3, -3)
            self._edges = frozenset()
            if frame.width() >= LEAST and frame.height() >= LEAST:
                self.placed.emit(number, self._box(frame))
        elif not edges and drawn.width() >= LEAST and drawn.height() >= LEAST:
            self.drawn.emit(self._box(drawn))
        elif not edges:
            self._pick(())
        self.update()

    def _box(self, frame: QRectF) -> Box:
        return (*self.on_photo(frame.topLeft()), *self.on_photo(frame.bottomRight()))

    def _pick(self, numbers: tuple[int, ...]) -> None:
        self.show_picked(numbers)
        self.picked.emit(numbers)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.show_hover(-1)
        self.hovered.emit(-1)

    # --- the keyboard ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        last = len(self._readings) - 1
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and last >= 0:
            way = 1 if key == Qt.Key.Key_Right else -1
            now = self._selected[-1] if self._selected else -1 if way > 0 else last + 1
            self._pick((min(max(now + way, 0), last),))
        elif event.text().isalnum() and not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
