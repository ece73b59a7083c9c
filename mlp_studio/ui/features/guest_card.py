"""A small card with the training examples that are nearest to a drawing."""

from __future__ import annotations

from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QBoxLayout, QWidget

from mlp_studio.core.dataset import Dataset
from mlp_studio.ui.common.colours import colouring
from mlp_studio.ui.common.hover_card import HoverCard
from mlp_studio.ui.evaluation.cards import ink
from mlp_studio.ui.theme import Theme, font

SIDE, LABEL, GAP = 34, 14, 4  # pixels of a picture, of the words below it, between two


class GuestCard(HoverCard):
    """Pictures and labels in a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._shown: tuple[object, ...] = ()
        layout = self.layout()
        assert isinstance(layout, QBoxLayout), "as every card has"
        layout.setDirection(QBoxLayout.Direction.TopToBottom)
        layout.setSpacing(2)
        self.words.setProperty("role", "caption")

    def tell(self, dataset: Dataset, numbers: NDArray[np.int64], layer: str) -> None:
        """Show some training examples, nearest first, as a layer has it."""
        shown = (id(dataset), tuple(numbers.tolist()), layer, self.tokens)
        if shown == self._shown:
            return
        self._shown = shown
        self.picture.setPixmap(self._row(dataset, numbers))
        self.picture.show()
        words = self.tr("nearest in {layer}")
        self.say([words.format(layer=f"<b>{escape(layer)}</b>")])

    def _row(self, dataset: Dataset, numbers: NDArray[np.int64]) -> QPixmap:
        train, colours = dataset.train, colouring(dataset)
        raw = dataset.scaler.inverse(train.x[numbers])
        top = max(float(np.abs(raw).max()), 1e-9)
        ratio = self.devicePixelRatioF()
        width = len(numbers) * (SIDE + GAP) - GAP
        row = QPixmap(round(width * ratio), round((SIDE + LABEL) * ratio))
        row.setDevicePixelRatio(ratio)
        row.fill(QColor(0, 0, 0, 0))
        painter = QPainter(row)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(font(8.5, bold=True))
        which = colours.indices(train.y[numbers])
        for place, (image, colour) in enumerate(zip(raw, which.tolist(), strict=True)):
            grey = image if image.ndim == 2 else image.mean(axis=-1)
            left = place * (SIDE + GAP)
            frame = QRect(left, 0, SIDE, SIDE)
            painter.fillRect(frame, self.tokens.colour("background"))
            picture = ink(np.clip(grey / top, 0, 1), self.tokens.colour("text"))
            painter.drawImage(QRectF(frame), picture)
            painter.fillRect(QRectF(left, SIDE, SIDE, 2), colours.colours[colour])
            painter.setPen(self.tokens.colour("text"))
            label = dataset.class_names[colour] if dataset.class_names else ""
            words = QRectF(left, SIDE + 2, SIDE, LABEL - 2)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, label)
        painter.end()
        return row
