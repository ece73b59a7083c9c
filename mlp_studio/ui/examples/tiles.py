"""Pictures in rows, each with words below it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mlp_studio.ui.examples.readable import Readable
from mlp_studio.ui.theme import RHYTHM, Theme, font

WORDS = 18  # pixels below a picture
GAP = 8  # between pictures
SIDE = 46  # pixels a picture has at least
NOTCH = 120  # of a wheel, in Qt's eighths of a degree
MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, eq=False)
class Tile:
    """A picture, its words and the colour of what they name."""

    image: QImage
    words: str
    colour: QColor | None = None


@dataclass(frozen=True)
class Places:
    """Where the tiles are: how many in a row and in a column, and how large."""

    columns: int
    rows: int
    side: float
    aspect: float

    @property
    def count(self) -> int:
        """How many there are room for."""
        return self.columns * self.rows


def places_for(size: QSize, aspect: float, every: int | None = None) -> Places:
    """Return how tiles fill a widget.

    Parameters
    ----------
    size : QSize
        Of the widget.
    aspect : float
        Width of a picture for a height of 1.
    every : int, optional
        Where given, all of so many tiles are as large as they can be; else as many as there is
        room for are at least `SIDE` high.
    """
    width, height = max(1, size.width() - GAP), max(1, size.height() - GAP)
    if every is not None:
        options = []
        for columns in range(1, max(1, every) + 1):
            rows = math.ceil(max(1, every) / columns)
            side = min(height / rows - WORDS - GAP, (width / columns - GAP) / aspect)
            options.append((side, -columns, rows))
        side, columns, rows = max(options)
        return Places(-columns, rows, max(8.0, side), aspect)
    wide = max(SIDE, SIDE * aspect)
    rows = max(1, int(height / (SIDE + WORDS + GAP)))
    side = min(height / rows - WORDS - GAP, 1.7 * SIDE)
    columns = max(1, int(width / (max(side * aspect, wide) + GAP)))
    return Places(columns, rows, max(8.0, side), aspect)


class Tiles(Readable):
    """A page of tiles, read by mouse and by the arrow keys.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.
    every : bool
        Whether all tiles are on one page, as large as they can be.

    Signals
    -------
    pointed(int, int, int)
        A tile is pointed at, and the row and column of its pixel (−1 for none, when a key
        did it); −1 for no tile.
    turned(int)
        A person wants so many pages on; ±`FAR` is the first or the last.
    resized()
        There is room for another number of tiles.
    clicked(int)
        A tile was clicked, or the space bar pressed on it.
    """

    pointed = Signal(int, int, int)
    turned = Signal(int)
    resized = Signal()
    clicked = Signal(int)
    FAR = 10**9

    def __init__(
        self, theme: Theme, name: str, *, every: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._every = every
        self._tiles: list[Tile] = []
        self._selected: frozenset[int] = frozenset()
        self._aspect = 1.0
        self._wheel = 0
        theme.changed.connect(self._repaint)

    @property
    def tiles(self) -> list[Tile]:
        """What is shown."""
        return list(self._tiles)

    @property
    def places(self) -> Places:
        """Where the tiles are."""
        return places_for(self.size(), self._aspect, len(self._tiles) if self._every else None)

    def set_aspect(self, aspect: float) -> None:
        """Say how wide a picture is for a height of 1."""
        self._aspect = min(4.0, max(0.25, aspect))

    def show_tiles(self, tiles: list[Tile]) -> None:
        """Show other tiles."""
        self._tiles = tiles
        self._mark(-1)
        self.update()

    @property
    def selected(self) -> frozenset[int]:
        """The tiles that are selected."""
        return self._selected

    def select(self, numbers: frozenset[int]) -> None:
        """Mark tiles as selected, and no others."""
        if numbers != self._selected:
            self._selected = numbers
            self.update()

    def frame_of(self, number: int) -> QRectF:
        """Return where a tile's picture is."""
        places = self.places
        row, column = divmod(number, places.columns)
        across = (self.width() - GAP) / places.columns
        width = places.side * places.aspect
        left = GAP / 2 + column * across + (across - width) / 2
        top = GAP / 2 + row * (places.side + WORDS + GAP)
        return QRectF(left, top, width, places.side)

    def at(self, place: QPointF) -> tuple[int, int, int]:
        """Return the tile at a place and its pixel there; −1 for none."""
        for number, tile in enumerate(self._tiles):
            frame = self.frame_of(number)
            if frame.adjusted(-GAP / 2, 0, GAP / 2, WORDS).contains(place):
                row = int((place.y() - frame.top()) / frame.height() * tile.image.height())
                column = int((place.x() - frame.left()) / frame.width() * tile.image.width())
                inside = frame.contains(place)
                return (number, row, column) if inside else (number, -1, -1)
        return -1, -1, -1

    def _mark(self, number: int, row: int = -1, column: int = -1) -> None:
        if number != self._marked:
            for changed in (self._marked, number):
                if 0 <= changed < len(self._tiles):
                    self.update(self.frame_of(changed).adjusted(-2, -2, 2, 2).toAlignedRect())
            self._marked = number
        self.pointed.emit(number, row, column)

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, SIDE + WORDS + GAP)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(*self.at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self.at(event.position())[0]
        if event.button() == Qt.MouseButton.LeftButton and tile >= 0:
            self.clicked.emit(tile)

    def leaveEvent(self, _event: QEvent) -> None:
        self._mark(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Touchpads send small steps: a page is turned for a notch's worth of them.
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / NOTCH)
        if notches:
            self._wheel -= notches * NOTCH
            self.turned.emit(-notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        pages = {
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Home: -self.FAR,
            Qt.Key.Key_End: self.FAR,
        }
        if key in pages:
            self.turned.emit(pages[key])
        elif key in MOVES and self._tiles:
            across, down = MOVES[key]
            step = across + down * self.places.columns
            to = self._marked + step if self._marked >= 0 else 0
            if 0 <= to < len(self._tiles):
                self._mark(to)
        elif key == Qt.Key.Key_Space and self._marked >= 0:
            self.clicked.emit(self._marked)
        elif key == Qt.Key.Key_Escape and self._marked >= 0:
            self._mark(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _repaint(self, _tokens: object) -> None:
        self.update()

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = self._theme.tokens
        painter.setFont(font(9))
        metrics = painter.fontMetrics()
        for number, tile in enumerate(self._tiles):
            frame = self.frame_of(number)
            if not event.rect().intersects(
                frame.adjusted(-GAP / 2, -2, GAP / 2, WORDS).toAlignedRect()
            ):
                continue
            painter.fillRect(frame, tokens.colour("panel"))
            painter.drawImage(frame, tile.image)
            chosen = number == self._marked
            painter.setPen(QPen(tokens.colour("accent" if chosen else "line"), 2 if chosen else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
            if number in self._selected:
                self._paint_tick(painter, frame)
            self._paint_words(painter, metrics, frame, tile)
        if self.hasFocus() and not self._tiles:
            painter.setPen(QPen(tokens.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_tick(self, painter: QPainter, frame: QRectF) -> None:
        """Frame a picture and tick it off in its upper corner."""
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens.colour("accent"), 3))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        middle = frame.topRight() + QPointF(-8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("accent"))
        painter.drawEllipse(middle, 7, 7)
        painter.setPen(QPen(tokens.colour("background"), 1.8))
        steps = (QPointF(-3.2, 0.2), QPointF(-0.8, 2.8), QPointF(3.4, -2.6))
        painter.drawPolyline([middle + step for step in steps])

    def _paint_words(
        self, painter: QPainter, metrics: QFontMetrics, frame: QRectF, tile: Tile
    ) -> None:
        room = (self.width() - GAP) / self.places.columns - 4
        dot = 11 if tile.colour is not None else 0
        words = metrics.elidedText(tile.words, Qt.TextElideMode.ElideRight, int(room - dot))
        width = metrics.horizontalAdvance(words) + dot
        left, middle = frame.center().x() - width / 2, frame.bottom() + WORDS / 2 + 1
        if tile.colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tile.colour)
            painter.drawEllipse(QPointF(left + 3.5, middle), 3.5, 3.5)
        painter.setPen(self._theme.tokens.colour("secondary"))
        line = QRectF(left + dot, middle - WORDS / 2, width + RHYTHM, WORDS)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
