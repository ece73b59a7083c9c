"""What lies between two panels: drag it to share the room, click its arrow to fold one away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from mlp_studio.ui.theme import Theme, Tokens

Direction = Literal["left", "right", "up", "down"]
THICK = 9  # pixels
LONG = 34  # an arrow's length along the handle
_SHAPES = {
    "left": ((1.5, -3.5), (-1.5, 0.0), (1.5, 3.5)),
    "right": ((-1.5, -3.5), (1.5, 0.0), (-1.5, 3.5)),
    "up": ((-3.5, 1.5), (0.0, -1.5), (3.5, 1.5)),
    "down": ((-3.5, -1.5), (0.0, 1.5), (3.5, -1.5)),
}


def draw_arrow(painter: QPainter, middle: QPointF, towards: Direction, tokens: Tokens,
               *, lit: bool) -> None:  # fmt: skip
    """Draw the arrow of a fold around `middle`, in the accent where it is `lit`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(tokens.colour("accent" if lit else "muted"), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in _SHAPES[towards]]))


@dataclass(frozen=True)
class Arrow:
    """One arrow of a handle: where it points, what it says and what a click does."""

    towards: Direction
    tip: str
    call: Callable[[], object]


class FoldHandle(QSplitterHandle):
    """A seam with arrows in its middle.

    Parameters
    ----------
    panel : str
        The colour token of its ground: that of the panel it belongs to.
    line_first : bool
        Whether the line lies at its left or upper edge, else at the right or lower one.
    """

    def __init__(
        self,
        orientation: Qt.Orientation,
        splitter: QSplitter,
        theme: Theme,
        panel: str,
        *,
        line_first: bool,
    ) -> None:
        super().__init__(orientation, splitter)
        self._theme = theme
        self._panel = panel
        self._line_first = line_first
        self._arrows: tuple[Arrow, ...] = ()
        self._over: Arrow | None = None
        self._pressed: tuple[Arrow, QPointF] | None = None
        self.setMouseTracking(True)
        theme.changed.connect(self._repaint)

    @property
    def arrows(self) -> tuple[Arrow, ...]:
        """The arrows, first to last."""
        return self._arrows

    def set_arrows(self, *arrows: Arrow) -> None:
        """Offer these arrows."""
        self._arrows = arrows
        self._over = None
        self.update()

    def place(self, number: int) -> QRect:
        """Return where an arrow takes clicks."""
        along = self.height() if self.orientation() == Qt.Orientation.Horizontal else self.width()
        begin = (along - LONG * len(self._arrows)) // 2 + LONG * number
        if self.orientation() == Qt.Orientation.Horizontal:
            return QRect(0, begin, self.width(), LONG)
        return QRect(begin, 0, LONG, self.height())

    def _at(self, event: QMouseEvent) -> Arrow | None:
        spot = event.position().toPoint()
        return next(
            (arrow for k, arrow in enumerate(self._arrows) if self.place(k).contains(spot)), None
        )

    # --- events ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        arrow = self._at(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (arrow, event.position()) if arrow is not None and left else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            way = (event.position() - self._pressed[1]).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._pressed = None  # it is dragged
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(self._at(event))
        elif self._pressed is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self._at(event) is pressed[0]:
            pressed[0].call()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, arrow: Arrow | None) -> None:
        if arrow is self._over:
            return
        self._over = arrow
        across = self.orientation() == Qt.Orientation.Horizontal
        split = Qt.CursorShape.SplitHCursor if across else Qt.CursorShape.SplitVCursor
        self.setCursor(split if arrow is None else Qt.CursorShape.PointingHandCursor)
        self.setToolTip("" if arrow is None else arrow.tip)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, across = self._theme.tokens, self.orientation() == Qt.Orientation.Horizontal
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour(self._panel))
        line = self.rect()
        if across:
            line.setLeft(0 if self._line_first else self.width() - 1)
            line.setWidth(1)
        else:
            line.setTop(0 if self._line_first else self.height() - 1)
            line.setHeight(1)
        painter.fillRect(line, tokens.colour("line"))
        for number, arrow in enumerate(self._arrows):
            place = QRectF(self.place(number))
            if arrow is self._over:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.colour("control_hover"))
                painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            draw_arrow(painter, place.center(), arrow.towards, tokens, lit=arrow is self._over)

    def _repaint(self, _tokens: object) -> None:
        self.update()


class FoldSplitter(QSplitter):
    """A splitter whose handles are `FoldHandle`; nothing in it is dragged to nothing.

    Parameters
    ----------
    looks : list of (str, bool)
        For each handle the colour token of its ground, and whether its line comes first.
    """

    def __init__(
        self,
        orientation: Qt.Orientation,
        theme: Theme,
        looks: list[tuple[str, bool]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._looks = looks
        self._handles: list[FoldHandle] = []
        self.setHandleWidth(THICK)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        # Each widget gets a handle before it; that of the first is never seen.
        panel, first = self._looks[max(0, len(self._handles) - 1)]
        handle = FoldHandle(self.orientation(), self, self._theme, panel, line_first=first)
        self._handles.append(handle)
        return handle

    def seam(self, number: int) -> FoldHandle:
        """Return the handle after the widget `number`."""
        return self._handles[number + 1]
