"""What plots that are painted once and then only marked have in common."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from mlp_studio.ui.theme import Tokens


def blank(widget: QWidget) -> QPixmap:
    """Return a transparent picture as large and as fine as a widget."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def paint_ring(painter: QPainter, at: QPointF, tokens: Tokens) -> None:
    """Ring what is pointed at, to be seen on every ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, width in (("background", 4.0), ("text", 2.0)):
        painter.setPen(QPen(tokens.colour(name), width))
        painter.drawEllipse(at, 6, 6)


def paint_focus(painter: QPainter, widget: QWidget, tokens: Tokens) -> None:
    """Frame a widget that has the keyboard."""
    if widget.hasFocus():
        painter.setPen(QPen(tokens.colour("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(widget.rect().adjusted(0, 0, -1, -1), 6, 6)
