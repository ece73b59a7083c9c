"""Cutting and turning a photo of one digit, by mouse and by keyboard."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from mlp_studio.digits.cut import Cut, bounds, turned, whole
from mlp_studio.digits.sheet import Box
from mlp_studio.ui.photo.view import PhotoView
from mlp_studio.ui.theme import Theme

HANDLE = 9.0  # pixels: a handle's side
REACH = 12.0  # pixels: how near the mouse must come
STEM = 26.0  # pixels from the rectangle to the knob that turns
LEAST = 0.04  # of the photo's shorter side: the smallest part
# Which edges a handle moves: left, top, right, bottom.
EDGES = {
    "left": (1, 0, 0, 0), "right": (0, 0, 1, 0), "top": (0, 1, 0, 0), "bottom": (0, 0, 0, 1),
    "top left": (1, 1, 0, 0), "top right": (0, 1, 1, 0),
    "bottom left": (1, 0, 0, 1), "bottom right": (0, 0, 1, 1),
}  # fmt: skip
CURSORS = {
    "left": Qt.CursorShape.SizeHorCursor, "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor, "bottom": Qt.CursorShape.SizeVerCursor,
    "top left": Qt.CursorShape.SizeFDiagCursor, "bottom right": Qt.CursorShape.SizeFDiagCursor,
    "top right": Qt.CursorShape.SizeBDiagCursor, "bottom left": Qt.CursorShape.SizeBDiagCursor,
    "move": Qt.CursorShape.SizeAllCursor, "turn": Qt.CursorShape.OpenHandCursor,
}  # fmt: skip
ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class CropView(PhotoView):
    """The photo with the rectangle that is read.

    The rectangle stands upright; the photo turns beneath it.

    Signals
    -------
    cut_changed(Cut, str)
        A person chose another cut; changes with the same key are of one gesture.
    """

    cut_changed = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, top=STEM, parent=parent)
        self._grip = ""
        self._from = QPointF()
        self._before = Cut()
        self._gestures = 0
        self.setAccessibleName(self.tr("The photo and the part that is read"))
        self.setToolTip(
            self.tr(
                "Drag the handles to cut, the knob to turn. Keys: arrows move, with Shift they "
                "size; comma and full stop turn; Home takes all."
            )
        )

    def turn(self, degrees: float, key: str = "") -> None:
        """Turn the photo clockwise by so much more; the same part of it stays cut out."""
        self.cut_changed.emit(self._turned(self.cut, degrees), key)

    def take_all(self) -> None:
        """Cut nothing off."""
        self.cut_changed.emit(replace(self.cut, box=None), "")

    def _turned(self, cut: Cut, degrees: float) -> Cut:
        angle = (cut.angle + degrees + 180) % 360 - 180
        box = cut.box
        if box is not None:
            x, y = turned(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), self.file_size, degrees)
            wide, high = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
            if degrees % 180 == 90:
                wide, high = high, wide
            box = (float(x - wide), float(y - high), float(x + wide), float(y + high))
        return Cut(angle, box)

    # --- painting ----------------------------------------------------------------------

    def paint_over(self, painter: QPainter) -> None:
        """Shade what is left out, and draw the rectangle with its handles."""
        frame = self.rectangle(self.taken)
        around = QPainterPath()
        around.addRect(QRectF(self.rect()))
        inside = QPainterPath()
        inside.addRect(frame)
        shade = self.theme.tokens.colour("background")
        shade.setAlpha(170)
        painter.fillPath(around - inside, shade)
        accent = self.theme.tokens.colour("accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 200), 3.5))
        painter.drawRect(frame)
        painter.setPen(QPen(accent, 1.5))
        painter.drawRect(frame)
        knob = self._knob(frame)
        painter.drawLine(QPointF(frame.center().x(), frame.top()), knob)
        painter.setBrush(self.theme.tokens.colour("panel"))
        painter.setPen(QPen(accent, 2))
        for name in EDGES:
            painter.drawRect(self._handle(frame, name))
        if self._grip == "turn":
            painter.setBrush(accent)
        painter.drawEllipse(knob, 6.5, 6.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _knob(self, frame: QRectF) -> QPointF:
        return QPointF(frame.center().x(), frame.top() - STEM)

    def _handle(self, frame: QRectF, name: str) -> QRectF:
        left, top, right, bottom = EDGES[name]
        x = frame.left() if left else frame.right() if right else frame.center().x()
        y = frame.top() if top else frame.bottom() if bottom else frame.center().y()
        return QRectF(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE)

    # --- the mouse ---------------------------------------------------------------------

    def _grip_at(self, place: QPointF) -> str:
        frame = self.rectangle(self.taken)
        near = {name: self._handle(frame, name).center() for name in EDGES}
        near["turn"] = self._knob(frame)
        name = min(near, key=lambda name: (near[name] - place).manhattanLength())
        inside = frame.contains(place)
        # Of a small part the middle must be left, to move it by.
        reach = min(REACH, frame.width() / 4, frame.height() / 4) if inside else REACH
        if (near[name] - place).manhattanLength() <= reach:
            return name
        return "move" if inside else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._grip = self._grip_at(event.position())
        self._from, self._before = event.position(), self.cut
        self._gestures += 1
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._grip:
            grip = self._grip_at(event.position())
            self.setCursor(CURSORS.get(grip, Qt.CursorShape.ArrowCursor))
            return
        if self._grip == "turn":
            self._turn_to(event.position())
            return
        scale = self.scale()
        way = (event.position() - self._from) / scale
        before = self._before.box or whole(self.file_size, self._before.angle)
        moved = EDGES.get(self._grip, (1, 1, 1, 1))
        steps = [way.x(), way.y(), way.x(), way.y()]
        box = [edge + step * move for edge, step, move in zip(before, steps, moved, strict=True)]
        self._cut_to(self._bounded(box, moved), f"drag {self._gestures}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = ""
            self.shift = QPointF()
            self.update()

    def _turn_to(self, place: QPointF) -> None:
        """Turn the photo about the middle of the rectangle, which stays where it is."""
        middle = self.rectangle(self.taken).center()
        angles = [math.atan2(p.y() - middle.y(), p.x() - middle.x()) for p in (self._from, place)]
        degrees = round(math.degrees(angles[1] - angles[0]) * 2) / 2
        cut = self._turned(self._before, degrees)
        self.cut_changed.emit(cut, f"turn {self._gestures}")
        self.shift += middle - self.rectangle(self.taken).center()

    def _bounded(self, box: list[float], moved: tuple[int, int, int, int]) -> Box:
        """Return the box within the photo, not too small."""
        limits = bounds(self.file_size, self.cut.angle)
        least = LEAST * min(self.file_size)
        if all(moved):  # moved as a whole it keeps its size
            for k in (0, 1):
                step = max(limits[k] - box[k], 0) or min(limits[k + 2] - box[k + 2], 0)
                box[k], box[k + 2] = box[k] + step, box[k + 2] + step
        for k in (0, 1):
            if moved[k]:
                box[k] = min(box[k], box[k + 2] - least)
            elif moved[k + 2]:
                box[k + 2] = max(box[k + 2], box[k] + least)
            box[k], box[k + 2] = max(box[k], limits[k]), min(box[k + 2], limits[k + 2])
        return box[0], box[1], box[2], box[3]

    def _cut_to(self, box: Box, key: str) -> None:
        limits = whole(self.file_size, self.cut.angle)
        close = all(abs(a - b) < 0.5 for a, b in zip(box, limits, strict=True))
        self.cut_changed.emit(replace(self.cut, box=None if close else box), key)

    # --- the keyboard ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            across, down = ARROWS[key]
            step = 0.01 * max(self.file_size)
            sized = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            moved = (0, 0, int(across != 0), int(down != 0)) if sized else (1, 1, 1, 1)
            ways = (across * step, down * step) * 2
            box = [e + w * m for e, w, m in zip(self.taken, ways, moved, strict=True)]
            self._cut_to(self._bounded(box, moved), f"keys {sized}")
        elif event.text() in {",", "."}:
            self.turn(-1 if event.text() == "," else 1, "keys turn")
        elif key == Qt.Key.Key_Home:
            self.take_all()
        else:
            super().keyPressEvent(event)
