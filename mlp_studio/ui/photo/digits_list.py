"""The digits of a sheet as a list: image, answer and bars of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mlp_studio.ui.photo.reading import Reading
from mlp_studio.ui.photo.view import image_of
from mlp_studio.ui.theme import Theme, font

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 60  # pixels: one digit's row
READING_ROLE = Qt.ItemDataRole.UserRole


class ReadingsModel(QAbstractListModel):
    """The digits in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readings: tuple[Reading, ...] = ()

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Have other digits."""
        if len(readings) == len(self.readings):
            self.readings = tuple(readings)
            if readings:
                self.dataChanged.emit(self.index(0), self.index(len(readings) - 1))
            return
        self.beginResetModel()
        self.readings = tuple(readings)
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return len(self.readings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.readings):
            return None
        reading = self.readings[index.row()]
        if role == READING_ROLE:
            return reading
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            share = "–" if reading.values is None else f"{reading.values.max():.3f}"
            return f"{reading.name} ({reading.read} {share})"
        return None


class _Row(QStyledItemDelegate):
    """Paints one digit."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hover = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        reading = index.data(READING_ROLE)
        if reading is None:
            return
        tokens = self._theme.tokens
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, tokens.colour("selection"))
        elif index.row() == self.hover:
            painter.fillRect(area, tokens.colour("control_hover"))
        eye = QRectF(area.left() + 6, area.top() + 6, HEIGHT - 12, HEIGHT - 12)
        painter.fillRect(eye, Qt.GlobalColor.black)
        if reading.item.image is not None:
            painter.drawImage(eye, image_of(reading.item.image))
        painter.setPen(tokens.colour("warning" if reading.unsure else "text"))
        painter.setFont(font(19 if len(reading.name) <= 2 else 10, bold=True))
        word = QRectF(eye.right() + 6, area.top(), 42, HEIGHT)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, reading.name)
        bars = area.adjusted(HEIGHT + 46, 7, -10, -6)
        self._bars(painter, bars, reading)
        painter.restore()

    def _bars(self, painter: QPainter, area: QRectF, reading: Reading) -> None:
        """Paint a column a class, its name below; above them the answer's probability."""
        tokens = self._theme.tokens
        painter.setFont(font(8))
        words = self.tr("no ink") if reading.item.image is None else ""
        if reading.values is not None:
            words = f"{reading.values.max():.3f}"
        if reading.item.label is not None:
            words = self.tr("by hand; read {read} {share}").format(read=reading.read, share=words)
        painter.setPen(tokens.colour("good" if reading.item.label is not None else "secondary"))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)
        if reading.values is None:
            return
        count = len(reading.values)
        wide = min(area.width() / count, 22.0)
        short = all(len(name) == 1 for name in reading.names)
        bottom = area.bottom() - (11 if short else 0)
        room = bottom - area.top() - 13
        best = int(reading.values.argmax())
        for k, value in enumerate(reading.values):
            left = area.left() + k * wide
            high = max(1.0, room * float(value))
            painter.fillRect(
                QRectF(left + 1, bottom - high, wide - 3, high),
                tokens.colour("accent" if k == best else "muted"),
            )
            if short:
                painter.setPen(tokens.colour("text" if k == best else "muted"))
                place = QRectF(left, bottom, wide - 1, 12)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, reading.names[k])


class DigitsList(QListView):
    """The digits; several can be selected, and typing says what they are.

    Signals
    -------
    hovered(int)
        The mouse is over a digit; -1 for none.
    picked(tuple of int)
        These are selected now.
    typed(str)
        A key with a letter or figure was pressed.
    """

    hovered = Signal(int)
    picked = Signal(object)
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readings = ReadingsModel(self)
        self._row = _Row(theme, self)
        self.setModel(self._readings)
        self.setItemDelegate(self._row)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumWidth(280)
        self.setAccessibleName(self.tr("The digits in reading order"))
        self.entered.connect(lambda index: self._hover(index.row()))
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        theme.changed.connect(lambda _tokens: self.viewport().update())

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """List digits in reading order."""
        with QSignalBlocker(self.selectionModel()):
            self._readings.show_readings(readings)

    def show_hover(self, number: int) -> None:
        """Mark a digit as the one that is pointed at, and bring it into sight."""
        if number != self._row.hover:
            self._row.hover = number
            if number >= 0:
                self.scrollTo(self._readings.index(number))
            self.viewport().update()

    def show_picked(self, numbers: Sequence[int]) -> None:
        """Select digits without telling it on."""
        selection = QItemSelection()
        for number in numbers:
            selection.select(self._readings.index(number), self._readings.index(number))
        with QSignalBlocker(self.selectionModel()):
            model = self.selectionModel()
            model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if numbers:
                last = self._readings.index(numbers[-1])
                model.setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.scrollTo(last)
        self.viewport().update()

    def _selection_changed(self, _now: object, _before: object) -> None:
        self.picked.emit(tuple(sorted(index.row() for index in self.selectedIndexes())))

    def _hover(self, number: int) -> None:
        if number != self._row.hover:
            self._row.hover = number
            self.viewport().update()
            self.hovered.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if event.text().isalnum() and plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
