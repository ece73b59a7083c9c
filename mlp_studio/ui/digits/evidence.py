"""The image which the network receives with what each pixel contributes laid over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.theme import Theme

STRONG = 99.0  # percentile of the contributions that gets the full colour


class EvidenceView(QWidget):
    """An image of shape (28, 28) in grey; contributions in the colours of weights.

    What speaks for the answer has the colour of positive weights, what speaks against it
    that of negative ones.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: FloatArray | None = None
        self._evidence: FloatArray | None = None
        self._picture: QImage | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(168, 168)
        self.setAccessibleName(self.tr("What the network sees"))
        theme.changed.connect(lambda _tokens: self._paint_anew())

    @property
    def evidence(self) -> FloatArray | None:
        """The contributions shown, shape (28, 28), or None."""
        return self._evidence

    def show_image(self, image: FloatArray | None, evidence: FloatArray | None = None) -> None:
        """Show an image in [0, 1], and contributions over it; None shows nothing."""
        self._image, self._evidence = image, evidence
        self._paint_anew()

    def sizeHint(self) -> QSize:
        return QSize(308, 308)

    def _paint_anew(self) -> None:
        self._picture = None
        self.update()

    def _frame(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self._frame()
        painter.fillRect(frame, Qt.GlobalColor.black)
        if self._image is None:
            return
        if self._picture is None:
            self._picture = self._painted(self._image, self._evidence)
        painter.drawImage(frame, self._picture)
        painter.setPen(QPen(QColor(255, 255, 255, 26), 1))
        cell = frame.width() / self._image.shape[1]
        if cell >= 6:  # lines nearer than that would only grey the image
            for k in range(1, self._image.shape[1]):
                across, down = frame.left() + k * cell, frame.top() + k * cell
                painter.drawLine(QLineF(across, frame.top(), across, frame.bottom()))
                painter.drawLine(QLineF(frame.left(), down, frame.right(), down))

    def _painted(self, image: FloatArray, evidence: FloatArray | None) -> QImage:
        grey = np.repeat(np.clip(image, 0, 1)[..., None], 3, axis=-1) * 255
        if evidence is not None:
            grey *= 0.55  # so that the colours are told from the ink
            most = float(np.percentile(np.abs(evidence), STRONG)) or float(np.abs(evidence).max())
            share = np.clip(evidence / (most or 1.0), -1, 1)[..., None]
            tokens = self._theme.tokens
            colours = [tokens.colour(name) for name in ("positive", "negative")]
            pro, contra = (np.array([c.red(), c.green(), c.blue()], np.float32) for c in colours)
            weight = np.abs(share)
            grey = grey * (1 - weight) + np.where(share > 0, pro, contra) * weight
        height, width = image.shape
        data = np.ascontiguousarray(grey.astype(np.uint8)).tobytes()
        return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()

    def words_at(self, place: QPointF) -> str:
        """Return what is read at a place of the widget; nothing beside the image."""
        frame = self._frame()
        if self._image is None or not frame.contains(place):
            return ""
        rows, columns = self._image.shape
        inside = place - frame.topLeft()
        row = min(rows - 1, int(inside.y() * rows / frame.height()))
        column = min(columns - 1, int(inside.x() * columns / frame.width()))
        words = self.tr("row {row}, column {column}: {value}").format(
            row=row, column=column, value=f"{self._image[row, column]:.3f}"
        )
        if self._evidence is None:
            return words
        contributes = self.tr("contributes {value}").format(
            value=f"{self._evidence[row, column]:+.4f}"
        )
        return f"{words}\n{contributes}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        QToolTip.showText(event.globalPosition().toPoint(), self.words_at(event.position()), self)
