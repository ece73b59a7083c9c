"""Pictures of weights, tile beside tile, read where the pointer is."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlp_studio.analysis.kernels import tiles_across
from mlp_studio.ui.theme import Theme, font
from mlp_studio.ui.weights.picture import WeightPicture

LEAST = 38.0  # pixels of a tile: smaller ones go to the next page
GAP = 3.0


class WeightsView(QWidget):
    """Shows a `WeightPicture`; more tiles than there is room for have pages.

    Signals
    -------
    page_changed()
        Other tiles are shown, or their number is another.
    """

    page_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: WeightPicture | None = None
        self._images: dict[int, QImage] = {}
        self._first = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Weights"))
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def picture(self) -> WeightPicture | None:
        """What is shown, or None."""
        return self._picture

    def show_picture(self, picture: WeightPicture | None) -> None:
        """Show a picture; None shows nothing."""
        self._picture = picture
        self._images.clear()
        self._first = min(self._first, max(0, self._count() - 1))
        self.page_changed.emit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 260)

    # --- pages -------------------------------------------------------------------------

    @property
    def shown(self) -> tuple[int, int, int]:
        """The first tile that is shown, the one after the last, and how many there are."""
        count = self._count()
        return self._first, min(count, self._first + self._capacity()), count

    def turn(self, pages: int) -> None:
        """Show later tiles, or earlier ones."""
        capacity, count = self._capacity(), self._count()
        last = max(0, (count - 1) // capacity * capacity)
        first = max(0, min(last, (self._first // capacity + pages) * capacity))
        if first != self._first:
            self._first = first
            self.page_changed.emit()
            self.update()

    def _count(self) -> int:
        return 0 if self._picture is None else len(self._picture.tiles)

    def _aspect(self) -> float:
        if self._picture is None:
            return 1.0
        _tiles, rows, columns = self._picture.values.shape
        return float(columns / rows)

    def _capacity(self) -> int:
        across = max(1, math.floor(self.width() / (LEAST * max(1.0, self._aspect()))))
        down = max(1, math.floor(self.height() / LEAST))
        return across * down

    # --- painting ----------------------------------------------------------------------

    def tile(self, number: int) -> QRectF:
        """Return where a tile is painted; empty for one on another page."""
        first, after, count = self.shown
        if not first <= number < after:
            return QRectF()
        if count == 1:  # a matrix fills the room, whatever its proportions
            return QRectF(self.rect()).adjusted(1, 1, -1, -1)
        here = after - first
        columns = tiles_across(here, self.width(), self.height(), self._aspect())
        rows = math.ceil(here / columns)
        height = min(self.width() / columns / self._aspect(), self.height() / rows)
        width = height * self._aspect()
        left = (self.width() - columns * width) / 2
        top = (self.height() - rows * height) / 2
        row, column = divmod(number - first, columns)
        whole = QRectF(left + column * width, top + row * height, width, height)
        return whole.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None:
            return
        first, after, count = self.shown
        # Enlarged weights stay squares; a matrix that is shrunk is smoothed.
        rows, columns = self._picture.values.shape[1:]
        shrunk = count == 1 and (columns > self.width() or rows > self.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrunk)
        for number in range(first, after):
            painter.drawImage(self.tile(number), self._image(number))
        if self.hasFocus():
            painter.setPen(self._theme.tokens.colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _image(self, number: int) -> QImage:
        found = self._images.get(number)
        if found is None and self._picture is not None:
            colours = self._picture.tiles[number]
            height, width = colours.shape[:2]
            data = colours.tobytes()
            found = QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
            self._images[number] = found
        return found or QImage()

    # --- reading -----------------------------------------------------------------------

    def words_at(self, place: QPointF) -> str:
        """Return what is read at a place of the widget; nothing between the tiles."""
        picture = self._picture
        if picture is None:
            return ""
        first, after, count = self.shown
        for number in range(first, after):
            tile = self.tile(number)
            if not tile.contains(place):
                continue
            rows, columns = picture.values.shape[1:]
            row = min(rows - 1, int((place.y() - tile.top()) * rows / tile.height()))
            column = min(columns - 1, int((place.x() - tile.left()) * columns / tile.width()))
            value = f"{picture.values[number, row, column]:+.4f}"
            return self._words(number, row, column, value, several=count > 1)
        return ""

    def _words(self, number: int, row: int, column: int, value: str, *, several: bool) -> str:
        picture = self._picture
        assert picture is not None, "there is a value"
        if several:
            words = self.tr("unit {unit} · row {row}, column {column}: {value}")
            return words.format(unit=number, row=row, column=column, value=value)
        if picture.question.array.ndim == 1:
            return self.tr("unit {unit}: {value}").format(unit=column * picture.block, value=value)
        if picture.block > 1:
            words = self.tr("around input {input} → unit {unit}, mean: {value}")
        else:
            words = self.tr("input {input} → unit {unit}: {value}")
        return words.format(input=row * picture.block, unit=column * picture.block, value=value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        words = self.words_at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self.turn(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.turn(-1)
        else:
            super().keyPressEvent(event)


class Histogram(QWidget):
    """How often weights of each size occur; zero in the middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: WeightPicture | None = None
        self.setFixedWidth(220)
        self.setMinimumHeight(90)
        self.setAccessibleName(self.tr("Histogram of the weights"))
        theme.changed.connect(lambda _tokens: self.update())

    def show_picture(self, picture: WeightPicture | None) -> None:
        """Show the histogram of a picture's array."""
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        tokens, facts = self._theme.tokens, self._picture.facts
        below = 18
        most = max(1, int(facts.counts.max()))
        width = self.width() / len(facts.counts)
        floor = self.height() - below
        for k, count in enumerate(facts.counts):
            middle = (facts.edges[k] + facts.edges[k + 1]) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("positive" if middle > 0 else "negative"))
            height = (floor - 4) * count / most
            painter.drawRect(QRectF(k * width, floor - height, max(1.0, width - 0.5), height))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(0, floor, self.width(), floor)
        painter.setPen(tokens.colour("secondary"))
        painter.setFont(font(8.5))
        low = QRectF(0, floor + 2, self.width(), below - 2)
        edge = float(facts.edges[-1])
        painter.drawText(low, Qt.AlignmentFlag.AlignLeft, f"−{edge:.3g}")
        painter.drawText(low, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(low, Qt.AlignmentFlag.AlignRight, f"{edge:.3g}")
