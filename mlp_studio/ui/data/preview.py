"""A look at the examples: images in a grid, points in the plane, graphs of functions."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from mlp_studio.core.dataset import Dataset
from mlp_studio.ui.data import charts
from mlp_studio.ui.theme import Theme, font

COLUMNS, ROWS = 6, 5
POINTS = 2500  # enough to see the shape; more would only slow the painting
MARGIN = 12  # pixels around a chart
WORDS = 10  # and below it where words say what it shows


class _Closer(QToolButton):
    """A small button in the corner that leads to the Examples tab."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(24, 24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Look at the examples closely"))
        self.setToolTip(self.tr("Look at the examples closely"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.colour("secondary"), 1.5))
        for way in (-1, 1):  # two arrows from the middle to the corners
            tip = QPointF(12 + 5 * way, 12 - 5 * way)
            painter.drawLine(QPointF(12 + 1.5 * way, 12 - 1.5 * way), tip)
            painter.drawPolyline([tip - QPointF(4 * way, 0), tip, tip + QPointF(0, 4 * way)])


class DataPreview(QWidget):
    """Shows some examples; a click shows others.

    Signals
    -------
    wanted()
        A person wants to look at the examples closely: by a double click or the button.
    """

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dataset: Dataset | None = None
        self._words = ""
        self._share = 0.0
        self._draw_number = 0
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Examples"))
        self.setToolTip(
            self.tr("Random examples. Click to see others, double click to look closely.")
        )
        self.closer = _Closer(theme, self)
        self.closer.clicked.connect(self.wanted)
        theme.changed.connect(lambda _tokens: self._repaint_all())

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show examples of `dataset`."""
        self._dataset = dataset
        self._words = ""
        self._repaint_all()

    def show_progress(self, share: float, words: str) -> None:
        """Show how far loading is, in place of the examples."""
        self._share, self._words = share, words
        self.update()

    def show_words(self, words: str) -> None:
        """Show a sentence in place of the examples."""
        self._dataset, self._share, self._words = None, 0.0, words
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(248, 206)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * ROWS / COLUMNS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._draw_number += 1
            self._repaint_all()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.closer.move(self.width() - self.closer.width() - 5, 5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.setBrush(tokens.colour("background"))
        painter.drawRoundedRect(frame, 8, 8)
        if self._words or self._dataset is None:
            self._paint_words(painter)
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._dataset.train.x.ndim in {3, 4}:
                self._paint_images(inner, self._dataset)
            else:
                self._paint_chart(inner, self._dataset)
            inner.end()
        painter.drawPixmap(0, 0, self._picture)

    def _repaint_all(self) -> None:
        self._picture = None
        self.update()

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        inside = self.rect().adjusted(16, 16, -16, -16)
        painter.setPen(tokens.colour("secondary"))
        painter.setFont(font(9.5))
        painter.drawText(
            inside,
            int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
            self._words,
        )
        if self._share > 0:
            bar = QRectF(inside.left(), inside.bottom() - 4, inside.width(), 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("line"))
            painter.drawRoundedRect(bar, 2, 2)
            bar.setWidth(bar.width() * min(1.0, self._share))
            painter.setBrush(tokens.colour("accent"))
            painter.drawRoundedRect(bar, 2, 2)

    def _paint_images(self, painter: QPainter, dataset: Dataset) -> None:
        part = dataset.train
        rng = np.random.default_rng(self._draw_number)
        chosen = rng.choice(len(part), min(ROWS * COLUMNS, len(part)), replace=False)
        margin = 8.0
        cell = min((self.width() - 2 * margin) / COLUMNS, (self.height() - 2 * margin) / ROWS)
        left = (self.width() - cell * COLUMNS) / 2
        top = (self.height() - cell * ROWS) / 2
        # As they were before the scaling: standard scaling would hide the strokes.
        raw = dataset.scaler.inverse(part.x[chosen])
        scale = 255.0 / max(float(raw.max()), 1e-9)
        # Ink on paper: dark on light in the light look, light on dark in the dark one.
        ink = QColor(self._theme.tokens.text)
        for k, shades in enumerate(raw):
            grey = shades if shades.ndim == 2 else shades.mean(axis=-1)
            alpha = np.clip(grey * scale, 0, 255).astype(np.uint8)
            picture = np.zeros((*alpha.shape, 4), np.uint8)
            picture[..., 0], picture[..., 1], picture[..., 2] = ink.blue(), ink.green(), ink.red()
            picture[..., 3] = alpha
            data = picture.tobytes()  # named: QImage borrows it while it is drawn
            height, width = alpha.shape
            image = QImage(data, width, height, 4 * width, QImage.Format.Format_ARGB32)
            x, y = left + (k % COLUMNS) * cell, top + (k // COLUMNS) * cell
            painter.drawImage(QRectF(x + 1, y + 1, cell - 2, cell - 2), image)

    def _paint_chart(self, painter: QPainter, dataset: Dataset) -> None:
        part = dataset.train
        rng = np.random.default_rng(self._draw_number)
        chosen = rng.choice(len(part), min(POINTS, len(part)), replace=False)
        chart = charts.chart_of(part.x[chosen], part.y[chosen], dataset)
        words = self._chart_words(chart.kind)
        below = MARGIN + (WORDS if words else 0)
        charts.paint(painter, QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -below), chart)
        if words:
            painter.setFont(font(8))
            painter.setPen(self._theme.tokens.colour("muted"))
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect().adjusted(8, 4, -8, -4), flags, words)

    def _chart_words(self, kind: charts.Kind) -> str:
        """Return what a chart shows, where its points are not simply those of the plane."""
        if kind == "graph":
            return self.tr("output against input")
        if kind == "curve":
            return self.tr("second output against first")
        if kind == "field":
            return self.tr("the outputs as arrows")
        if kind == "first":
            return self.tr("first output against first input")
        return ""
