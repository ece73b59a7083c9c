"""The square on which points are painted with the mouse or the keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.plane_sources import MAX_PAINTED, Painted, PaintedPoint
from mlp_studio.ui.theme import Theme, class_colour, font

MARGIN = 10.0  # pixels around the square
POINT = 2.6  # radius of a point, in pixels
APART = 7.0  # pixels between the points of a stroke
REACH = 9.0  # pixels within which a point is erased
STEP = 0.05  # of the square's half side, for an arrow key
DIGITS = 4  # behind the point, kept of a coordinate


class PaintCanvas(QWidget):
    """Points of a painting; strokes put more or take some away.

    The left button puts points of the brush's class, one for a click and one each few
    pixels for a stroke; the right button takes away what it passes over. With the
    keyboard: arrows move a place, Space puts a point there, Delete takes them away, and
    digits choose the class.

    Signals
    -------
    painted(Painted, int), erased(Painted, int)
        The painting after a point was put or taken, and the number of the stroke.
    class_wanted(int)
        A digit was pressed.
    """

    painted = Signal(object, int)
    erased = Signal(object, int)
    class_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painting = Painted()
        self._extent = 1.0  # half the side of what is shown; more where points lie further out
        self._dots: QPixmap | None = None
        self._dots_extent = 1.0
        self._drawn: tuple[PaintedPoint, ...] = ()  # in that picture
        self.brush = 0
        self.spread = 0.04  # standard deviation of a stroke's points, of the half side
        self._stroke = 0
        self._last: QPointF | None = None
        self._place: tuple[float, float] | None = None  # of the keyboard
        self._rng = np.random.default_rng()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Painting"))
        self.setToolTip(
            self.tr(
                "Left button: put points. Right button: take points away.\n"
                "Keyboard: arrows, Space, Delete; 1 to 8 choose the class."
            )
        )
        theme.changed.connect(lambda _tokens: self._forget_dots())

    def show_painting(self, painting: Painted) -> None:
        """Show the points of a painting."""
        self._painting = painting
        self._extent = max((max(abs(x), abs(y), 1.0) for x, y, _ in painting.points), default=1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(248, 248)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    # --- places ------------------------------------------------------------------------

    @property
    def _scale(self) -> float:
        side = min(self.width(), self.height()) - 2 * MARGIN
        return max(side, 1.0) / 2 / self._extent

    def to_pixel(self, x: float, y: float) -> QPointF:
        """Return where a point of the plane lies in the widget."""
        return QPointF(self.width() / 2 + x * self._scale, self.height() / 2 - y * self._scale)

    def to_plane(self, at: QPointF) -> tuple[float, float]:
        """Return the point of the plane at a place of the widget."""
        return (
            (at.x() - self.width() / 2) / self._scale,
            (self.height() / 2 - at.y()) / self._scale,
        )

    # --- mouse -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._stroke += 1
        self._place = None
        at = event.position()
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = at
            self._put([self.to_plane(at)])
        elif event.button() == Qt.MouseButton.RightButton:
            self._last = at
            self._erase(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is None:
            return
        start, end = self._last, event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            way = end - start
            length = float(np.hypot(way.x(), way.y()))
            count = int(length // APART)
            if count == 0:
                return
            steps = [start + way * (APART * (k + 1) / length) for k in range(count)]
            self._last = steps[-1]
            spread = self.spread * self._extent
            shifts = self._rng.normal(0.0, spread, (count, 2))
            places = [self.to_plane(step) for step in steps]
            self._put([(x + dx, y + dy) for (x, y), (dx, dy) in zip(places, shifts, strict=True)])
        elif event.buttons() & Qt.MouseButton.RightButton:
            self._last = end
            self._erase(start, end)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._last = None

    # --- keyboard ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        key = Qt.Key(event.key())
        x, y = self._place or (0.0, 0.0)
        if key in moves:
            across, up = moves[key]
            step, extent = STEP * self._extent, self._extent
            self._place = (
                float(np.clip(x + across * step, -extent, extent)),
                float(np.clip(y + up * step, -extent, extent)),
            )
            self.update()
        elif key == Qt.Key.Key_Space:
            self._stroke += 1
            self._place = (x, y)
            self._put([self._place])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._stroke += 1
            self._erase(self.to_pixel(x, y), self.to_pixel(x, y))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self.class_wanted.emit(int(key) - int(Qt.Key.Key_1))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._place = None
        self.update()
        super().focusOutEvent(event)

    # --- changes -----------------------------------------------------------------------

    def _put(self, places: list[tuple[float, float]]) -> None:
        painting, extent = self._painting, self._extent
        room = MAX_PAINTED - len(painting.points)
        new = tuple(
            (
                round(float(np.clip(x, -extent, extent)), DIGITS),
                round(float(np.clip(y, -extent, extent)), DIGITS),
                self.brush,
            )
            for x, y in places[:room]
        )
        if new:
            points = painting.points + new
            self.painted.emit(painting.model_copy(update={"points": points}), self._stroke)

    def _erase(self, start: QPointF, end: QPointF) -> None:
        """Take away the points within `REACH` of the way from `start` to `end`."""
        painting = self._painting
        if not painting.points:
            return
        at = np.array(
            [[p.x(), p.y()] for x, y, _ in painting.points for p in [self.to_pixel(x, y)]]
        )
        a, b = np.array([start.x(), start.y()]), np.array([end.x(), end.y()])
        way = b - a
        share = np.clip((at - a) @ way / max(float(way @ way), 1e-9), 0.0, 1.0)
        far = np.hypot(*(at - a - share[:, None] * way).T) > REACH
        if not far.all():
            points = tuple(p for p, kept in zip(painting.points, far, strict=True) if kept)
            self.erased.emit(painting.model_copy(update={"points": points}), self._stroke)

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        line = "accent" if self.hasFocus() else "line"
        painter.setPen(QPen(tokens.colour(line), 1))
        painter.setBrush(tokens.colour("background"))
        painter.drawRoundedRect(frame, 8, 8)
        painter.setPen(QPen(tokens.colour("line"), 1, Qt.PenStyle.DotLine))
        middle = self.to_pixel(0, 0)
        painter.drawLine(QPointF(MARGIN, middle.y()), QPointF(self.width() - MARGIN, middle.y()))
        painter.drawLine(QPointF(middle.x(), MARGIN), QPointF(middle.x(), self.height() - MARGIN))
        if not self._painting.points:
            painter.setPen(tokens.colour("secondary"))
            painter.setFont(font(9.5))
            words = self.tr("Click or drag to put points")
            painter.drawText(
                self.rect().adjusted(16, 16, -16, -self.height() // 2), Qt.AlignmentFlag.AlignCenter
                | Qt.TextFlag.TextWordWrap, words,
            )  # fmt: skip
        painter.drawPixmap(0, 0, self._dots_now())
        if self._place is not None and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(class_colour(self.brush), 2))
            painter.drawEllipse(self.to_pixel(*self._place), REACH, REACH)

    def _dots_now(self) -> QPixmap:
        """Return a picture of the points; a stroke adds its own to the picture there is."""
        points, size = self._painting.points, self.size() * self.devicePixelRatioF()
        known = self._drawn
        if (
            self._dots is None
            or self._dots.size() != size
            or self._dots_extent != self._extent
            or points[: len(known)] != known
        ):
            self._dots = QPixmap(size)
            self._dots.setDevicePixelRatio(self.devicePixelRatioF())
            self._dots.fill(Qt.GlobalColor.transparent)
            self._dots_extent, known = self._extent, ()
        new = points[len(known) :]
        self._drawn = points
        if new:
            painter = QPainter(self._dots)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_points(painter, new)
            painter.end()
        return self._dots

    def _paint_points(self, painter: QPainter, points: tuple[PaintedPoint, ...]) -> None:
        """Paint each class at once: a call for every point would hold up the stroke."""
        table = np.array(points)
        origin = np.array([self.width() / 2, self.height() / 2])
        places = origin + table[:, :2] * [self._scale, -self._scale]
        ground = self._theme.tokens.colour("background")
        for number in range(self._painting.n_classes):
            chosen = places[table[:, 2] == number].tolist()
            if not chosen:
                continue
            polygon = QPolygonF([QPointF(x, y) for x, y in chosen])
            for colour, width in ((ground, 2 * POINT + 1), (class_colour(number), 2 * POINT)):
                pen = QPen(colour, width)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawPoints(polygon)

    def _forget_dots(self) -> None:
        self._dots = None
        self.update()
