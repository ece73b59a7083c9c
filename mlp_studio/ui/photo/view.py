"""A photo on the screen, turned as it is chosen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.digits.cut import Cut, whole
from mlp_studio.digits.sheet import Box
from mlp_studio.ui.theme import Theme

MARGIN = 20.0  # around the photo, for handles


def image_of(picture: FloatArray) -> QImage:
    """Return a picture of shape (height, width) or (height, width, 3) in [0, 1] for Qt."""
    values = np.ascontiguousarray(np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8))
    height, width = values.shape[:2]
    grey = values.ndim == 2
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    line = width if grey else 3 * width
    # QImage borrows the bytes, which end with this function.
    return QImage(values.tobytes(), width, height, line, kind).copy()


class PhotoView(QWidget):
    """Shows a photo; a place on it is in pixels of the file, seen with the photo turned.

    Parameters
    ----------
    theme : Theme
        The look.
    top : float
        More room above the photo, in pixels.
    """

    def __init__(self, theme: Theme, top: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.cut = Cut()
        self.shift = QPointF()  # while the photo is turned about another place than its middle
        self._top = top
        self._image: QImage | None = None
        self._size = (1.0, 1.0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 220)
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def file_size(self) -> tuple[float, float]:
        """Width and height of the photo's file, held upright."""
        return self._size

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def show_photo(self, image: QImage | None, size: tuple[float, float]) -> None:
        """Show another photo; None shows nothing."""
        self._image, self._size = image, size
        self.update()

    def show_cut(self, cut: Cut) -> None:
        """Turn the photo; what is cut out is marked by subclasses."""
        self.cut = cut
        self.update()

    @property
    def taken(self) -> Box:
        """What is cut out, or all."""
        return self.cut.box or whole(self._size, self.cut.angle)

    def scale(self) -> float:
        """Return how many pixels of the screen one of the file takes."""
        wide, high = self._size
        around = QTransform().rotate(self.cut.angle).mapRect(QRectF(0, 0, wide, high))
        room_x = max(self.width() - 2 * MARGIN, 40.0)
        room_y = max(self.height() - 2 * MARGIN - self._top, 40.0)
        return float(min(room_x / around.width(), room_y / around.height()))

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, (self.height() + self._top) / 2) + self.shift

    def on_screen(self, x: float, y: float) -> QPointF:
        """Return where a place of the turned photo is in the widget."""
        scale = self.scale()
        away = QPointF(x - self._size[0] / 2, y - self._size[1] / 2)
        return self._middle() + away * scale

    def on_photo(self, place: QPointF) -> tuple[float, float]:
        """Return which place of the turned photo is at one of the widget."""
        away = (place - self._middle()) / self.scale()
        return away.x() + self._size[0] / 2, away.y() + self._size[1] / 2

    def rectangle(self, box: Box) -> QRectF:
        """Return where a box is in the widget."""
        return QRectF(self.on_screen(box[0], box[1]), self.on_screen(box[2], box[3]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.tokens.colour("background"))
        if self._image is None:
            return
        painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
        )
        painter.save()
        painter.translate(self._middle())
        painter.rotate(self.cut.angle)
        scale = self.scale()
        wide, high = self._size[0] * scale, self._size[1] * scale
        painter.drawImage(QRectF(-wide / 2, -high / 2, wide, high), self._image)
        painter.restore()
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what is marked on the photo."""
