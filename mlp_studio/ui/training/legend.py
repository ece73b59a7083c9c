"""The row below the curves that says what is what."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mlp_studio.ui.theme import RHYTHM, Theme, Tokens

Kind = Literal["line", "dashes", "faint", "dashed", "tick"]

FAINT = 0.28  # opacity of what stands behind the curves


class _Swatch(QWidget):
    """A sample of a line."""

    def __init__(self, kind: Kind, token: str, tokens: Tokens, parent: QWidget | None = None):
        super().__init__(parent)
        self._kind = kind
        self._token = token
        self._tokens = tokens
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(16 if self._kind in {"line", "dashes", "faint"} else 6, 16)

    def apply(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._tokens.colour(self._token)
        if self._kind == "faint":
            colour.setAlphaF(FAINT)
        pen = QPen(colour, 1 if self._kind == "dashed" else 2)
        middle = self.height() / 2
        across = QPointF(self.width() / 2, 0)
        if self._kind in {"dashed", "dashes"}:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if self._kind in {"line", "dashes", "faint"}:
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        elif self._kind == "dashed":
            painter.drawLine(across, across + QPointF(0, self.height()))
        else:
            painter.drawLine(across + QPointF(0, middle), across + QPointF(0, self.height() - 2))


class LegendItem(QWidget):
    """A sample of a line and its name.

    Parameters
    ----------
    kind : {"line", "dashes", "faint", "dashed", "tick"}
        What the sample looks like; ``"dashed"`` stands upright.
    token : str
        The colour token of the line.
    words : str
        The name.
    theme : Theme
        The look in force.
    """

    def __init__(
        self, kind: Kind, token: str, words: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._swatch = _Swatch(kind, token, theme.tokens)
        self._label = QLabel(words)
        self._label.setProperty("role", "secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM - 2)
        layout.addWidget(self._swatch)
        layout.addWidget(self._label)
        theme.changed.connect(self._swatch.apply)

    def set_words(self, words: str) -> None:
        """Name it anew."""
        self._label.setText(words)

    @property
    def words(self) -> str:
        """The name."""
        return self._label.text()
