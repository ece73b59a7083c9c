"""Two buttons that turn pages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mlp_studio.ui.theme import Theme


class _Arrow(QToolButton):
    """A button with a chevron."""

    def __init__(self, theme: Theme, direction: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._direction = direction
        self.setFixedSize(30, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.tokens.colour("text" if self.isEnabled() else "line")
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, across = QRectF(self.rect()).center(), 2.5 * self._direction
        tip = middle + QPointF(across, 0)
        painter.drawPolyline([tip + QPointF(-2 * across, -5), tip, tip + QPointF(-2 * across, 5)])


class Pager(QWidget):
    """Turns pages; knows how many there are.

    Signals
    -------
    changed()
        Another page is wanted.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = 0
        self._total = 0
        self._room = 1
        self.previous = _Arrow(theme, -1)
        self.next = _Arrow(theme, 1)
        self.previous.setAccessibleName(self.tr("Previous page"))
        self.previous.setToolTip(self.tr("Previous page (Page Up)"))
        self.next.setAccessibleName(self.tr("Next page"))
        self.next.setToolTip(self.tr("Next page (Page Down)"))
        self.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.previous)
        layout.addWidget(self.next)
        self.previous.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))

    @property
    def first(self) -> int:
        """The first thing on the page, from 0."""
        return self._first

    @property
    def last(self) -> int:
        """One behind the last thing on the page."""
        return min(self._first + self._room, self._total)

    @property
    def total(self) -> int:
        """How many things there are."""
        return self._total

    def set_total(self, total: int, room: int, *, anew: bool = False) -> None:
        """Say how many things there are and how many fit on a page; `anew` begins again."""
        self._total, self._room = total, max(1, room)
        self._first = 0 if anew else self._first
        self._settle()

    def turn(self, pages: int) -> None:
        """Turn so many pages on; far beyond an end is the page at that end."""
        before = self._first
        self._first += pages * self._room
        self._settle()
        if self._first != before:
            self.changed.emit()

    def _settle(self) -> None:
        last_page = max(0, (self._total - 1) // self._room) * self._room
        self._first = min(max(0, self._first // self._room * self._room), last_page)
        self.previous.setEnabled(self._first > 0)
        self.next.setEnabled(self.last < self._total)
        self.setVisible(self._total > self._room)
