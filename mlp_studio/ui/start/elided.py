"""Words in a few lines, cut off with an ellipsis where they are too long."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout


def draw_lines(
    painter: QPainter, box: QRectF, words: str, face: QFont, colour: QColor, most: int
) -> None:
    """Draw `words` into a box, in at most so many lines.

    Parameters
    ----------
    painter : QPainter
        Where.
    box : QRectF
        The first line begins at its top; its height is not looked at.
    words : str
        What.
    face : QFont
        In which typeface.
    colour : QColor
        In which colour.
    most : int
        Lines.
    """
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    painter.setPen(colour)
    layout = QTextLayout(words, face)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start = line.textStart()
        part = words[start : start + line.textLength()].strip()
        if number == most - 1:
            part = metrics.elidedText(words[start:], Qt.TextElideMode.ElideRight, box.width())
        baseline = box.top() + number * metrics.lineSpacing() + metrics.ascent()
        painter.drawText(QPointF(box.left(), baseline), part)
    layout.endLayout()
