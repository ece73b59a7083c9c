"""The activations themselves: a row for each example, a column for each unit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.common.colours import value_colours
from mlp_studio.ui.features.scene import paint_caption
from mlp_studio.ui.theme import Theme, Tokens

STRIPE = 8  # pixels of the column that tells the rows' colours


class HeatView(QWidget):
    """A map of activations.

    Signals
    -------
    pointed(int)
        The mouse points at this example; -1 when at none.
    clicked(int)
        The mouse was pressed on this example; -1 beside all of them.
    """

    pointed = Signal(int)
    clicked = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: FloatArray = np.zeros((0, 0), np.float32)
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)
        self._colour_of: NDArray[np.int64] = np.zeros(0, np.int64)
        self._colours: tuple[QColor, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._selected: NDArray[np.bool_] | None = None
        self._marked = -1
        self._unit = -1
        self._image: QImage | None = None
        self._stripe = QImage()
        self.caption = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        theme.changed.connect(self._redraw)

    @property
    def rows(self) -> NDArray[np.int64]:
        """The examples that are shown, from top to bottom."""
        shown = ~np.isin(self._colour_of[self._order], list(self._hidden))
        return self._order[shown]

    @property
    def unit(self) -> int:
        """The unit that the mouse points at; -1 for none."""
        return self._unit

    def value(self, index: int) -> float:
        """Return what the unit that is pointed at gave for an example."""
        return float(self._values[index, self._unit])

    def show_values(
        self,
        values: FloatArray,
        order: NDArray[np.int64],
        colour_of: NDArray[np.int64],
        colours: tuple[QColor, ...],
    ) -> None:
        """Show activations.

        Parameters
        ----------
        values : FloatArray of shape (n, units)
            The activations.
        order : ndarray of shape (n,)
            The examples from top to bottom.
        colour_of : ndarray of shape (n,)
            Which of `colours` each example has.
        colours : tuple of QColor
            The colours.
        """
        self._values, self._order = values, order
        self._colour_of, self._colours = colour_of, colours
        if self._selected is not None and len(self._selected) != len(values):
            self._selected = None
        self._redraw()

    def hide_colours(self, hidden: frozenset[int]) -> None:
        """Leave out the rows of these colours."""
        self._hidden = hidden
        self._redraw()

    def select(self, selected: NDArray[np.bool_] | None) -> None:
        """Let the others fade; None lets none."""
        self._selected = selected
        self._redraw()

    def mark(self, index: int) -> None:
        """Point at a row; -1 at none."""
        if index != self._marked:
            self._marked = index
            self.update()

    def place(self, index: int) -> QPointF:
        """Return where an example's row is, in pixels."""
        rows, frame = self.rows, self._frame()
        at = np.flatnonzero(rows == index)
        row = float(at[0]) + 0.5 if len(at) else 0.0
        return QPointF(frame.center().x(), frame.top() + row / max(1, len(rows)) * frame.height())

    def example_at(self, at: QPointF) -> int:
        """Return the example whose row is at a place in pixels; -1 for none."""
        frame, rows = self._frame(), self.rows
        if not frame.contains(at) or not len(rows):
            return -1
        row = int((at.y() - frame.top()) / frame.height() * len(rows))
        return int(rows[min(row, len(rows) - 1)])

    # --- painting ----------------------------------------------------------------------

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1 + STRIPE + 2, 1, -1, -1)

    def _redraw(self, _tokens: object = None) -> None:
        rows = self.rows
        if not len(rows) or not self._values.shape[1]:
            self._image = None
        else:
            shade = _shades(self._values, self._theme.tokens)[rows]
            if self._selected is not None:
                ground = _rgb(self._theme.tokens.colour("background"))
                faded = ~self._selected[rows]
                shade[faded] = shade[faded] // 4 + (ground * 0.75).astype(np.uint8)
            stripe = np.array([_rgb(colour) for colour in self._colours], np.uint8)
            self._stripe = _image(stripe[self._colour_of[rows]][:, None])
            self._image = _image(shade)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, frame = self._theme.tokens, self._frame()
        if self._image is not None:
            painter.drawImage(frame, _fitted(self._image, frame.size().toSize()))
            painter.drawImage(QRectF(1, frame.top(), STRIPE, frame.height()), self._stripe)
            if self._marked >= 0 and (self.rows == self._marked).any():
                y = self.place(self._marked).y()
                painter.setPen(QPen(tokens.colour("text"), 1))
                height = max(3.0, frame.height() / len(self.rows))
                painter.drawRect(QRectF(frame.left(), y - height / 2, frame.width(), height))
        if self.caption:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_caption(painter, frame, self.caption, tokens)

    # --- events ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(380, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self.example_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame, units = self._frame(), self._values.shape[1]
        index = self.example_at(event.position())
        share = (event.position().x() - frame.left()) / max(1.0, frame.width())
        self._unit = min(int(share * units), units - 1) if index >= 0 else -1
        self.pointed.emit(index)

    def leaveEvent(self, _event: QEvent) -> None:
        self._unit = -1
        self.pointed.emit(-1)


def _shades(values: FloatArray, tokens: Tokens) -> NDArray[np.uint8]:
    """Return a colour for each value: from zero on, or away from zero both ways.

    The ends are those of all but the outermost hundredth, so that one huge value does not
    leave everything else pale. What is not finite is as grey as a line.
    """
    finite = np.isfinite(values)
    known = values[finite]
    if not len(known):
        return np.full((*values.shape, 3), _rgb(tokens.colour("line")), np.uint8)
    low, high = (float(end) for end in np.quantile(known, [0.01, 0.99]))
    if low >= 0:
        stops = np.array([_rgb(colour) for colour in value_colours()], np.float64)
        low, high = 0.0, max(high, float(known.max()) * 1e-3) or 1.0
    else:
        bound = max(-low, high) or 1.0
        low, high = -bound, bound
        middle = _rgb(tokens.colour("background"))
        ends = _rgb(tokens.colour("negative")), _rgb(tokens.colour("positive"))
        stops = np.array([ends[0], middle, ends[1]], np.float64)
    share = np.clip((np.where(finite, values, low) - low) / (high - low), 0.0, 1.0)
    place = np.linspace(0, 1, len(stops))
    shown = np.stack([np.interp(share, place, stops[:, k]) for k in range(3)], axis=-1)
    shown[~finite] = _rgb(tokens.colour("line"))
    return shown.astype(np.uint8)


def _fitted(image: QImage, size: QSize) -> QImage:
    """Return an image with rows and columns that are too many blended, and few left sharp."""
    wanted = QSize(min(image.width(), size.width()), min(image.height(), size.height()))
    if wanted == image.size():
        return image
    aspect = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(wanted, aspect, Qt.TransformationMode.SmoothTransformation)


def _rgb(colour: QColor) -> NDArray[np.uint8]:
    return np.array([colour.red(), colour.green(), colour.blue()], np.uint8)


def _image(rgb: NDArray[np.uint8]) -> QImage:
    height, width, _ = rgb.shape
    shown = QImage(
        np.ascontiguousarray(rgb).data, width, height, 3 * width, QImage.Format.Format_RGB888
    )
    return shown.copy()  # the bytes do not outlive this function
