"""The progress bar of the tool bar: a sentence on a bar that fills."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import Theme


class ProgressStrip(QWidget):
    """Painted by itself: QProgressBar repaints at once at each value, in the midst of training."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def share(self) -> float:
        """The share done, in [0, 1]."""
        return self._share

    @property
    def words(self) -> str:
        """The sentence shown."""
        return self._words

    def show_progress(self, share: float, words: str) -> None:
        """Show the share done in [0, 1] and a sentence."""
        if (share, words) != (self._share, self._words):
            self._share, self._words = share, words
            self.setAccessibleName(words)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 6, 6)
        painter.fillPath(outline, tokens.colour("control"))
        if self._share > 0:
            painter.save()
            painter.setClipPath(outline)
            filled = QRectF(frame)
            filled.setWidth(frame.width() * min(1.0, self._share))
            painter.fillRect(filled, tokens.colour("selection"))
            painter.restore()
        painter.setPen(QPen(tokens.colour("line"), 1))
        painter.drawPath(outline)
        painter.setPen(tokens.colour("secondary"))
        room = frame.adjusted(14, 0, -14, 0)
        shown = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
