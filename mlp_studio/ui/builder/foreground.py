"""What lies over the network: the invitation on an empty canvas, the keyboard's focus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsView

from mlp_studio.ui.builder.geometry import Column
from mlp_studio.ui.theme import Tokens


def paint_invitation(
    painter: QPainter, view: QGraphicsView, after: Column, words: str, tokens: Tokens
) -> None:
    """Write `words` behind a column, in pixels of the viewport."""
    body = after.body
    start = view.mapFromScene(QPointF(body.x + body.width + 40, body.y))
    width = view.viewport().width() - start.x() - 16
    painter.setPen(tokens.colour("secondary"))
    painter.drawText(
        QRectF(start.x(), start.y(), width, body.height),
        Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap,
        words,
    )


def paint_focus(painter: QPainter, view: QGraphicsView, tokens: Tokens) -> None:
    """Frame the viewport, in its pixels."""
    painter.setPen(QPen(tokens.colour("accent"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(view.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, 6, 6)
