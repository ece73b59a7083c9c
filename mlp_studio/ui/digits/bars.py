"""Probabilities as bars, and the image which the network receives."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.theme import Theme, font

ROW = 18


class ProbabilityBars(QWidget):
    """One row a class: its name, a bar and the probability; the winner in the accent.

    Signals
    -------
    clicked(int)
        The row of a class was clicked.
    """

    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._values: FloatArray | None = None
        self._label: int | None = None
        self.paints = 0  # counted so that latency can be measured on the real window
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Probabilities"))
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def values(self) -> FloatArray | None:
        """The probabilities shown, shape (classes,), or None."""
        return self._values

    def show_values(self, names: tuple[str, ...], values: FloatArray | None) -> None:
        """Show one probability a name; None shows empty bars."""
        if len(names) != len(self._names):
            self.updateGeometry()
        self._names, self._values = names, values
        self.update()

    def show_label(self, label: int | None) -> None:
        """Mark the class that a person says it is; None marks none."""
        if label != self._label:
            self._label = label
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y() / self._row())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self._names):
            self.clicked.emit(row)

    def _row(self) -> float:
        return min(float(ROW), self.height() / max(1, len(self._names)))

    def sizeHint(self) -> QSize:
        return QSize(240, ROW * max(1, len(self._names)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, ROW * max(1, len(self._names)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paints += 1
        if not self._names:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        painter.setFont(font(9.5))
        row = self._row()
        winner = int(np.argmax(self._values)) if self._values is not None else -1
        name_width = 14 + max(painter.fontMetrics().horizontalAdvance(n) for n in self._names)
        value_width = painter.fontMetrics().horizontalAdvance("0.000") + 12
        for k, name in enumerate(self._names):
            top = k * row
            if k == self._label:  # what a person says it is
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.colour("selection"))
                painter.drawRoundedRect(QRectF(0, top + 1, self.width(), row - 2), 4, 4)
            track = QRectF(
                name_width + 8, top + row / 2 - 4, self.width() - name_width - 8 - value_width, 8
            )
            painter.setPen(tokens.colour("text" if k == winner else "secondary"))
            left = QRectF(6, top, name_width, row)
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("control_hover" if tokens.dark else "line"))
            painter.drawRoundedRect(track, 3, 3)
            if self._values is None:
                continue
            value = float(self._values[k])
            fill = QRectF(track)
            fill.setWidth(max(1.5, track.width() * value))
            painter.setBrush(tokens.colour("accent" if k == winner else "muted"))
            painter.drawRoundedRect(fill, 3, 3)
            painter.setPen(tokens.colour("text" if k == winner else "secondary"))
            right = QRectF(self.width() - value_width - 4, top, value_width, row)
            painter.drawText(
                right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{value:.3f}"
            )


class NetworkEye(QWidget):
    """The 28 × 28 image which the network receives, enlarged; hover reads a pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: FloatArray | None = None
        self._shown: QImage | None = None
        self.setFixedSize(104, 104)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What the network sees"))

    @property
    def image(self) -> FloatArray | None:
        """The image, shape (28, 28) in [0, 1], or None."""
        return self._image

    def show_image(self, image: FloatArray | None) -> None:
        """Show an image of shape (28, 28) in [0, 1]; None shows black."""
        self._image = image
        self._shown = None
        if image is not None:
            grey = np.ascontiguousarray(np.clip(image * 255, 0, 255).astype(np.uint8))
            height, width = grey.shape
            data = grey.tobytes()
            shown = QImage(data, width, height, width, QImage.Format.Format_Grayscale8)
            self._shown = shown.copy()  # QImage borrows the bytes, which end with this function
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._image is not None:
            rows, columns = self._image.shape
            point: QPointF = event.position()
            row = min(rows - 1, max(0, int(point.y() * rows / self.height())))
            column = min(columns - 1, max(0, int(point.x() * columns / self.width())))
            QToolTip.showText(
                event.globalPosition().toPoint(),
                self.tr("row {row}, column {column}: {value}").format(
                    row=row, column=column, value=f"{self._image[row, column]:.3f}"
                ),
                self,
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._shown is not None:
            painter.drawImage(self.rect(), self._shown)
