"""A picture of the plane with the data on it and a probe that follows the mouse."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.analysis.regions import Bounds, Image
from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.theme import Theme

STEP = 0.01  # of the width, for an arrow key; ten times as far with Shift
POINT = 3.0  # pixels across


class PlaneMap(QWidget):
    """A square of the plane.

    Parameters
    ----------
    theme : Theme
        The look in force.

    Signals
    -------
    probe_moved(float, float)
        The probe stands at this place of the plane.
    """

    probe_moved = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bounds: Bounds | None = None
        self._image: QImage | None = None
        self._points: FloatArray = np.zeros((0, 2), np.float32)
        self._colour_of: NDArray[np.int64] = np.zeros(0, np.int64)
        self._colours: tuple[QColor, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._dots: QPixmap | None = None  # the points change far less often than the rest
        self._probe = (0.0, 0.0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("What the network says in the plane"))
        theme.changed.connect(self._on_theme)

    # --- what it shows -----------------------------------------------------------------

    @property
    def bounds(self) -> Bounds | None:
        """The part of the plane that is shown."""
        return self._bounds

    @property
    def probe(self) -> tuple[float, float]:
        """Where the probe stands."""
        return self._probe

    def show_data(
        self,
        bounds: Bounds,
        points: FloatArray,
        colour_of: NDArray[np.int64],
        colours: tuple[QColor, ...],
    ) -> None:
        """Show other data: its points (n, 2), the colour of each, the part of the plane."""
        self._bounds, self._points = bounds, points
        self._colour_of, self._colours = colour_of, colours
        self._image = None
        self._forget_dots()
        self.move_probe((bounds.left + bounds.right) / 2, (bounds.bottom + bounds.top) / 2)

    def show_nothing(self) -> None:
        """Take data and regions away."""
        self._bounds, self._image = None, None
        self._points, self._colour_of = np.zeros((0, 2), np.float32), np.zeros(0, np.int64)
        self._forget_dots()

    def show_regions(self, image: Image | None) -> None:
        """Show a picture (n, n, 3) behind the points; None takes it away."""
        self._image = None
        if image is not None:
            height, width, _ = image.shape
            pixels = np.ascontiguousarray(image).tobytes()
            shown = QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888)
            self._image = shown.copy()  # the bytes above do not outlive this function
        self.update()

    def hide_colours(self, hidden: frozenset[int]) -> None:
        """Leave out the points of these colours."""
        self._hidden = hidden
        self._forget_dots()

    def move_probe(self, x: float, y: float) -> None:
        """Put the probe somewhere, inside the square."""
        if self._bounds is None:
            return
        b = self._bounds
        self._probe = (min(max(x, b.left), b.right), min(max(y, b.bottom), b.top))
        self.update()
        self.probe_moved.emit(*self._probe)

    # --- places ------------------------------------------------------------------------

    def to_pixels(self, x: float, y: float) -> QPointF:
        """Return where a place of the plane is drawn."""
        if self._bounds is None:
            return QPointF()
        b = self._bounds
        across = (x - b.left) / (b.right - b.left)
        up = (b.top - y) / (b.top - b.bottom)
        return QPointF(across * self.width(), up * self.height())

    def to_plane(self, at: QPointF) -> tuple[float, float]:
        """Return the place of the plane at a place in pixels."""
        if self._bounds is None:
            return 0.0, 0.0
        b = self._bounds
        x = b.left + at.x() / max(1, self.width()) * (b.right - b.left)
        y = b.top - at.y() / max(1, self.height()) * (b.top - b.bottom)
        return x, y

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(288, 288)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_probe(*self.to_plane(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Down: (0, -1),
            Qt.Key.Key_Up: (0, 1),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or self._bounds is None:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        step = STEP * far * (self._bounds.right - self._bounds.left)
        self.move_probe(self._probe[0] + move[0] * step, self._probe[1] + move[1] * step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_dots()

    def _on_theme(self, _tokens: object) -> None:
        self._forget_dots()

    def _forget_dots(self) -> None:
        self._dots = None
        self.update()

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self._theme.tokens
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(outline, 6, 6)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), tokens.colour("background"))
        if self._image is not None:
            painter.drawImage(self.rect(), self._image)
        if self._bounds is not None:
            if self._dots is None:
                self._dots = self._paint_dots()
            painter.drawPixmap(0, 0, self._dots)
            self._paint_probe(painter)
        painter.restore()
        painter.setPen(QPen(tokens.colour("accent" if self.hasFocus() else "line"), 1))
        painter.drawPath(shape)

    def _paint_dots(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        dots = QPixmap(self.size() * ratio)
        dots.setDevicePixelRatio(ratio)
        dots.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dots)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.tokens.colour("background")
        ground.setAlphaF(0.7)
        shown = ~np.isin(self._colour_of, list(self._hidden))
        every = [self.to_pixels(x, y) for x, y in self._points.tolist()]
        cap = Qt.PenCapStyle.RoundCap
        # A rim sets a point off from the region of its own colour.
        painter.setPen(QPen(ground, POINT + 1.6, Qt.PenStyle.SolidLine, cap))
        painter.drawPoints(QPolygonF([p for p, on in zip(every, shown, strict=True) if on]))
        for number in np.unique(self._colour_of[shown]):
            painter.setPen(QPen(self._colours[int(number)], POINT, Qt.PenStyle.SolidLine, cap))
            chosen = np.flatnonzero(shown & (self._colour_of == number))
            painter.drawPoints(QPolygonF([every[k] for k in chosen.tolist()]))
        painter.end()
        return dots

    def _paint_probe(self, painter: QPainter) -> None:
        at, tokens = self.to_pixels(*self._probe), self._theme.tokens
        for colour, width in ((tokens.colour("background"), 4.0), (tokens.colour("text"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 7, 7)
            for across, up in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                start, end = QPointF(across * 3, up * 3), QPointF(across * 12, up * 12)
                painter.drawLine(at + start, at + end)
