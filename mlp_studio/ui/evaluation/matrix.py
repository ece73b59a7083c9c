"""The confusion matrix as coloured cells with numbers; a click or the arrow keys choose one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlp_studio.ui.theme import Theme, font

HEAD = 18.0  # pixels above the cells
MOST_NAME = 90.0  # pixels of a name at the left
LEAST_CELL = 13.0  # height of a cell that still has a number
WIDEST = 96.0  # a cell: wider ones would only be emptier
FULL = 0.85  # strength of the colour of a cell with all examples of its class
ROOT = 0.4  # of the share of mistakes: makes the few of a good network visible
MARK = 9.0  # pixels of the corner of a cell with selected examples
MOST_PAINTED = 40  # classes whose cells are painted one by one, with numbers


def mixed(ground: QColor, colour: QColor, strength: float) -> QColor:
    """Return `ground` with some of `colour` in it."""
    pairs = zip(ground.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * strength) for a, b in pairs))


def readable_on(colour: QColor) -> QColor:
    """Return black or white, whichever is read better on a colour.

    By the contrast ratio of WCAG 2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    shares = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    luminance = float(linear @ [0.2126, 0.7152, 0.0722])
    black, white = (luminance + 0.05) / 0.05, 1.05 / (luminance + 0.05)
    return QColor("#000000" if black > white else "#ffffff")


class MatrixView(QWidget):
    """True classes down, answers across.

    Signals
    -------
    cell_chosen(int, int)
        True class and answer of the cell that was chosen.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._matrix: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._names: tuple[str, ...] = ()
        self._selected: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._left = 0.0  # pixels of the names
        self.shares = False
        self.current: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 120)
        self.setAccessibleName(self.tr("Confusion matrix"))
        theme.changed.connect(lambda _tokens: self.update())

    def sizeHint(self) -> QSize:
        return QSize(360, 240)

    def show_matrix(
        self,
        matrix: NDArray[np.int64],
        names: tuple[str, ...],
        current: tuple[int, int] | None,
        *,
        shares: bool,
    ) -> None:
        """Show a matrix, its numbers as counts or as shares of the true class."""
        self._matrix, self._names, self.current, self.shares = matrix, names, current, shares
        metrics = QFontMetricsF(font(9))
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
        self._left = min(MOST_NAME, longest + 14.0)
        self._describe()
        self.update()

    @property
    def marked(self) -> NDArray[np.int64]:
        """How many examples of each cell are selected; shape (0, 0) before `mark`."""
        return self._selected

    def mark(self, selected: NDArray[np.int64]) -> None:
        """Mark the cells of selected examples.

        Parameters
        ----------
        selected : ndarray of int, shape (classes, classes)
            How many examples of each cell are selected.
        """
        if not np.array_equal(selected, self._selected):
            self._selected = selected
            self.update()

    def choose(self, true: int, answered: int) -> None:
        """Choose a cell as a click does."""
        if not (0 <= true < len(self._matrix) and 0 <= answered < len(self._matrix)):
            return
        self.current = true, answered
        self._describe()
        self.update()
        self.cell_chosen.emit(true, answered)

    def cell(self, true: int, answered: int) -> QRectF:
        """Return where a cell is."""
        count = max(1, len(self._matrix))
        left = self._left
        width = min(WIDEST, (self.width() - left - 1) / count)
        height = (self.height() - HEAD - 1) / count
        return QRectF(left + answered * width, HEAD + true * height, width, height)

    def number(self, true: int, answered: int) -> str:
        """Return what stands in a cell."""
        count = int(self._matrix[true, answered])
        if not self.shares:
            return f"{count:,}"
        total = int(self._matrix[true].sum())
        return f"{100 * count / total:.1f}" if total else "–"

    def words(self, true: int, answered: int) -> str:
        """Return a cell in words."""
        total = max(1, int(self._matrix[true].sum()))
        count = int(self._matrix[true, answered])
        said = (
            self.tr("{true} read rightly: {count} times, {share} % of its examples")
            if true == answered
            else self.tr("{true} read as {answered}: {count} times, {share} % of its examples")
        )
        return said.format(
            true=self._names[true],
            answered=self._names[answered],
            count=f"{count:,}",
            share=f"{100 * count / total:.1f}",
        )

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.current is None else self.words(*self.current))

    # --- painting ----------------------------------------------------------------------

    def colour(self, true: int, answered: int) -> QColor:
        """Return a cell's colour: the share of the true class, right and wrong told apart."""
        tokens = self._theme.tokens
        total = max(1, int(self._matrix[true].sum()))
        share = float(self._matrix[true, answered]) / total
        if true == answered:
            return mixed(tokens.colour("panel"), tokens.colour("positive"), FULL * share)
        return mixed(tokens.colour("panel"), tokens.colour("negative"), FULL * share**ROOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        count = len(self._matrix)
        if not count:
            return
        painter = QPainter(self)
        tokens = self._theme.tokens
        first = self.cell(0, 0)
        size = min(9.5, max(7.0, first.height() * 0.5))
        painter.setFont(font(size))
        metrics = painter.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.number(k, k)) for k in range(count))
        annotated = first.height() >= LEAST_CELL and first.width() >= widest + 4
        if count > MOST_PAINTED:
            whole = self.cell(0, 0).united(self.cell(count - 1, count - 1))
            painter.drawImage(whole, self._image())
        for true in range(count if count <= MOST_PAINTED else 0):
            for answered in range(count):
                place = self.cell(true, answered)
                colour = self.colour(true, answered)
                painter.fillRect(place.adjusted(0.5, 0.5, -0.5, -0.5), colour)
                if annotated:
                    none = self._matrix[true, answered] == 0
                    painter.setPen(tokens.colour("muted") if none else readable_on(colour))
                    words = self.number(true, answered)
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        self._paint_marks(painter)
        self._paint_names(painter, first)
        if self.current is not None:
            accent = self.hasFocus()
            painter.setPen(QPen(tokens.colour("accent" if accent else "text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell(*self.current).adjusted(1, 1, -1, -1))

    def _paint_marks(self, painter: QPainter) -> None:
        """Fold a corner of the cells of selected examples."""
        if self._selected.shape != self._matrix.shape:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.colour("background"), 1))
        painter.setBrush(self._theme.tokens.colour("text"))
        for true, answered in np.argwhere(self._selected).tolist():
            cell = self.cell(true, answered).adjusted(0.5, 0.5, -0.5, -0.5)
            side = min(MARK, cell.width(), cell.height())
            corner = cell.topRight()
            across, down = QPointF(side, 0), QPointF(0, side)
            painter.drawPolygon([corner - across, corner, corner + down])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _image(self) -> QImage:
        """Return all colours as a picture, a pixel a cell: as `colour` has them, but at once."""
        tokens = self._theme.tokens
        share = self._matrix / np.maximum(1, self._matrix.sum(axis=1, keepdims=True))
        right = np.eye(len(share), dtype=bool)
        strength = FULL * np.where(right, share, share**ROOT)
        ground, good, bad = (
            np.array(tokens.colour(name).getRgb()[:3])  # type: ignore[index]
            for name in ("panel", "positive", "negative")
        )
        colour = np.where(right[..., None], good, bad)
        mix = ground + (colour - ground) * strength[..., None]
        data = np.ascontiguousarray(np.rint(mix).astype(np.uint8)).tobytes()
        side = len(share)
        return QImage(data, side, side, 3 * side, QImage.Format.Format_RGB888).copy()

    def _paint_names(self, painter: QPainter, first: QRectF) -> None:
        painter.setFont(font(9))
        painter.setPen(self._theme.tokens.colour("secondary"))
        metrics = painter.fontMetrics()
        # Names that have no room of their own are left out, each as often as the next.
        skip_rows = max(1, int(np.ceil(metrics.height() * 0.8 / max(1.0, first.height()))))
        across = int(np.ceil(18 / max(1.0, first.width())))
        for k, name in enumerate(self._names):
            row, column = self.cell(k, 0), self.cell(0, k)
            if k % skip_rows == 0:
                left = QRectF(0, row.top(), first.left() - 6, row.height())
                middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                if left.height() < metrics.height():
                    spare = (metrics.height() - left.height()) / 2
                    left.adjust(0, -spare, 0, spare)
                words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(left.width()))
                painter.drawText(left, middle, words)
            if k % max(1, across) == 0:
                top = QRectF(column.left(), 0, column.width() * max(1, across), HEAD - 2)
                words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(top.width()))
                painter.drawText(top, Qt.AlignmentFlag.AlignCenter, words)

    # --- events ------------------------------------------------------------------------

    def _at(self, place: QPointF) -> tuple[int, int] | None:
        count = len(self._matrix)
        if not count:
            return None
        first = self.cell(0, 0)
        answered = int((place.x() - first.left()) // max(first.width(), 1e-9))
        true = int((place.y() - first.top()) // max(first.height(), 1e-9))
        inside = 0 <= true < count and 0 <= answered < count
        return (true, answered) if inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self.choose(*at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        words = "" if at is None else self.words(*at)
        if at is not None and self._selected.shape == self._matrix.shape and self._selected[at]:
            count = f"{int(self._selected[at]):,}"
            words += "\n" + self.tr("{count} of them selected").format(count=count)
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key not in steps:
            super().keyPressEvent(event)
            return
        down, across = steps[key]
        true, answered = self.current or (-down, -across)
        self.choose(true + down, answered + across)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
