"""A small card that says more about what the mouse points at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mlp_studio.ui.theme import RHYTHM, Theme, Tokens


class HoverCard(QFrame):
    """A picture, perhaps, and some lines; never takes the mouse itself.

    Parameters
    ----------
    theme : Theme
        The look in force.
    parent : QWidget
        What it stands in.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._home, self._theme = parent, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("hover_card")
        self.picture = QLabel()
        self.picture.hide()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        layout.setSpacing(RHYTHM)
        layout.addWidget(self.picture)
        layout.addWidget(self.words)
        theme.changed.connect(self._dress)
        self._dress(theme.tokens)
        self.hide()

    @property
    def home(self) -> QWidget:
        """The parent, inside which it stands."""
        return self._home

    @property
    def rows(self) -> int:
        """How many lines there is room for below each other."""
        room = self._home.height() - 4 * RHYTHM
        return max(4, room // max(1, self.words.fontMetrics().lineSpacing()))

    def say(self, lines: list[str]) -> None:
        """Show lines of rich text, beside each other where they would be too many."""
        if len(lines) <= self.rows:
            self.words.setText("<br>".join(lines))
        else:
            rows = -(-len(lines) // -(-len(lines) // self.rows))
            columns = ["<br>".join(lines[k : k + rows]) for k in range(0, len(lines), rows)]
            cells = "".join(f'<td style="padding-right: 14px">{c}</td>' for c in columns)
            self.words.setText(f"<table><tr>{cells}</tr></table>")
        self.adjustSize()

    def stand_by(self, at: QPoint) -> None:
        """Stand beside a place of the parent, inside the parent."""
        parent = self._home
        x, y = at.x() + 2 * RHYTHM, at.y() - self.height() // 2
        if x + self.width() > parent.width():
            x = at.x() - 2 * RHYTHM - self.width()
        self._stand(x, y)

    @property
    def tokens(self) -> Tokens:
        """The look in force."""
        return self._theme.tokens

    def stand_in_corner(self, frame: QRect, away_from: QPoint, *, low: bool = False) -> None:
        """Stand in the corner of a frame of the parent that is farther from a place.

        One of the upper two, or of the lower two.
        """
        left = away_from.x() > frame.center().x()
        x = frame.left() + RHYTHM if left else frame.right() - RHYTHM - self.width()
        y = frame.bottom() - RHYTHM - self.height() if low else frame.top() + RHYTHM
        self._stand(x, y)

    def _stand(self, x: int, y: int) -> None:
        parent = self._home
        self.move(max(0, x), min(max(0, y), max(0, parent.height() - self.height())))
        self.raise_()
        self.show()

    def _dress(self, tokens: Tokens) -> None:
        self.setStyleSheet(
            f"#hover_card {{ background: {tokens.panel}; border: 1px solid {tokens.line};"
            "border-radius: 6px; }"
        )
