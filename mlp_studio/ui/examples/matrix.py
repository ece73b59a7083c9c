"""Every pair of some columns at once: points off the diagonal, histograms on it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mlp_studio.analysis.histogram import Histogram
from mlp_studio.core.arrays import AnyArray
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.common.points import Layer, Painted, pale, palette, picture, stamp
from mlp_studio.ui.examples.bars import paint_bars
from mlp_studio.ui.examples.readable import Readable
from mlp_studio.ui.examples.tiles import MOVES
from mlp_studio.ui.theme import Theme, font

REACH = 9.0  # pixels around a point in which it is pointed at
GAP = 5  # pixels between cells
INNER = 5  # pixels kept free inside a cell
NAME = 18  # of a cell on the diagonal, above its histogram


@dataclass(frozen=True, eq=False)
class Pairs:
    """Columns to show against each other.

    Parameters
    ----------
    names : tuple of str
        Of the columns.
    values : ndarray of shape (n, columns)
        From 0 to 1 in each column.
    bars : tuple of Histogram
        One a column.
    colour_of : ndarray of int, shape (n,)
        Which of the colours each example has.
    colouring : Colouring
        The colours.
    """

    names: tuple[str, ...]
    values: NDArray[np.float64]
    bars: tuple[Histogram, ...]
    colour_of: NDArray[np.int64]
    colouring: Colouring


class Matrix(Readable):
    """A scatter matrix. A row is marked in every cell at once.

    Parameters
    ----------
    theme : Theme
        The look in force.
    name : str
        What is shown, for screen readers.

    Signals
    -------
    pointed(int)
        An example is pointed at; −1 for none.
    opened(int, int)
        A person wants to see the cell of these columns, across and up, alone: by a double
        click, or by the arrow keys and Enter.
    """

    pointed = Signal(int)
    opened = Signal(int, int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._pairs: Pairs | None = None
        self._images: list[Painted] | None = None
        self._selected: NDArray[np.bool_] | None = None
        self._cell = (0, 1)  # row, column: what Enter opens
        self.setToolTip(self.tr("Double click a pair to see it alone."))
        theme.changed.connect(self._forget)

    @property
    def pairs(self) -> Pairs | None:
        """What is shown."""
        return self._pairs

    def show_pairs(self, pairs: Pairs | None) -> None:
        """Show other columns."""
        self._pairs = pairs
        self._marked = -1
        self._selected = None
        count = len(pairs.names) if pairs is not None else 0
        if max(self._cell) >= count:
            self._cell = (0, min(1, max(0, count - 1)))
        self._forget()

    @property
    def selected(self) -> NDArray[np.bool_] | None:
        """Which examples are selected; None where none is."""
        return self._selected

    def select(self, selected: NDArray[np.bool_] | None) -> None:
        """Let the other examples' points fade; None lets none."""
        if selected is not self._selected:
            self._selected = selected
            self._forget()

    def cell(self, row: int, column: int) -> QRectF:
        """Return where a cell is."""
        count = len(self._pairs.names) if self._pairs is not None else 1
        wide, high = self.width() / count, self.height() / count
        whole = QRectF(column * wide, row * high, wide, high)
        return whole.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)

    def cell_at(self, place: QPointF) -> tuple[int, int]:
        """Return the row and column of the cell at a place."""
        count = len(self._pairs.names) if self._pairs is not None else 1
        row = int(place.y() / max(1, self.height()) * count)
        column = int(place.x() / max(1, self.width()) * count)
        return min(max(row, 0), count - 1), min(max(column, 0), count - 1)

    def places(self, row: int, column: int) -> AnyArray:
        """Return where the examples are in a cell, in pixels, shape (n, 2)."""
        assert self._pairs is not None
        frame = self.cell(row, column).adjusted(INNER, INNER, -INNER, -INNER)
        x = frame.left() + self._pairs.values[:, column] * frame.width()
        y = frame.bottom() - self._pairs.values[:, row] * frame.height()
        return np.stack([x, y], axis=1)

    def nearest(self, at: QPointF) -> int:
        """Return the example near a place; −1 for none."""
        if self._pairs is None or not len(self._pairs.values):
            return -1
        row, column = self.cell_at(at)
        if row == column:
            return -1
        off = self.places(row, column) - (at.x(), at.y())
        away = np.hypot(off[:, 0], off[:, 1])
        index = int(away.argmin())
        return index if away[index] <= REACH else -1

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def resizeEvent(self, _event: QEvent) -> None:
        self._forget()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.nearest(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pairs is not None:
            self._open(*self.cell_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        count = len(self._pairs.names) if self._pairs is not None else 0
        if key in MOVES and count:
            across, down = MOVES[key]
            row, column = self._cell[0] + down, self._cell[1] + across
            self._cell = (min(max(row, 0), count - 1), min(max(column, 0), count - 1))
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and count:
            self._open(*self._cell)
        else:
            super().keyPressEvent(event)

    def _open(self, row: int, column: int) -> None:
        self._cell = (row, column)
        if row != column:
            self.opened.emit(column, row)

    def _point(self, index: int) -> None:
        if index != self._marked:
            self._marked = index
            self.update()
        self.pointed.emit(index)

    # --- painting ----------------------------------------------------------------------

    def _forget(self, _tokens: object = None) -> None:
        self._images = None
        self.update()

    def _make(self, pairs: Pairs) -> list[Painted]:
        ratio = self.devicePixelRatioF()
        many = len(pairs.values)
        size = 5 if many <= 400 else 4 if many <= 3000 else 3
        colours = pairs.colouring.colours
        groups = [(np.ones(many, bool), palette(colours), size)]
        if self._selected is not None:  # the others fade, and lie below
            ground = self._theme.tokens.colour("panel")
            groups = [
                (~self._selected, pale(colours, ground), size),
                (self._selected, palette(colours), size + 2),
            ]
        count = len(pairs.names)
        cells = [(r, c) for r in range(count) for c in range(count) if r != c]
        width, height = math.ceil(self.width() * ratio), math.ceil(self.height() * ratio)
        images = []
        for among, shades, across in groups:
            mark = stamp("disc", min(12, round(across * ratio)))
            layers = [
                Layer(self.places(*cell)[among] * ratio, pairs.colour_of[among], mark)
                for cell in cells
            ]
            images.append(picture(layers, shades, width, height))
        return images

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pairs, tokens = self._pairs, self._theme.tokens
        if pairs is None:
            return
        count = len(pairs.names)
        for row in range(count):
            for column in range(count):
                frame = self.cell(row, column)
                if row == column:
                    self._paint_diagonal(painter, frame, pairs, row)
                else:
                    painter.fillRect(frame, tokens.colour("panel"))
                chosen = self.hasFocus() and (row, column) == self._cell
                painter.setPen(QPen(tokens.colour("accent" if chosen else "line"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(frame)
        if self._images is None:
            self._images = self._make(pairs)
        for image in self._images:
            image.draw(painter, QPointF(0, 0), self.devicePixelRatioF())
        if 0 <= self._marked < len(pairs.values):
            self._paint_marked(painter, pairs)

    def _paint_diagonal(self, painter: QPainter, frame: QRectF, pairs: Pairs, k: int) -> None:
        tokens = self._theme.tokens
        painter.fillRect(frame, tokens.colour("panel"))
        inside = frame.adjusted(INNER, NAME, -INNER, -1)
        if inside.height() > 8:
            paint_bars(painter, inside, pairs.bars[k], pairs.colouring, self._theme, stacked=True)
        painter.setFont(font(8.5, bold=True))
        painter.setPen(tokens.colour("secondary"))
        title = QRectF(frame.left() + 6, frame.top() + 1, frame.width() - 12, NAME)
        words = painter.fontMetrics().elidedText(
            pairs.names[k], Qt.TextElideMode.ElideMiddle, int(title.width())
        )
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_marked(self, painter: QPainter, pairs: Pairs) -> None:
        count, index = len(pairs.names), self._marked
        colour: QColor = pairs.colouring.colours[int(pairs.colour_of[index])]
        painter.setPen(QPen(self._theme.tokens.colour("text"), 1.6))
        painter.setBrush(colour)
        for row in range(count):
            for column in range(count):
                if row != column:
                    x, y = self.places(row, column)[index].tolist()
                    painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
