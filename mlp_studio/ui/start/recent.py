"""The recent projects: name, folder, when; those that are gone are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mlp_studio.ui.start.elided import draw_lines
from mlp_studio.ui.theme import Theme, font

Index = QModelIndex | QPersistentModelIndex

RECENT_ROLE = Qt.ItemDataRole.UserRole + 1
ROW = 60  # height of an entry, in pixels
CROSS = 22  # side of the button that takes it off the list


@dataclass(frozen=True)
class Recent:
    """A project that was open.

    Parameters
    ----------
    path : Path
        Where it was.
    saved : float or None
        When it was saved last, in seconds since 1970; None where it is gone.
    """

    path: Path
    saved: float | None


def look_up(paths: Sequence[str]) -> list[Recent]:
    """Return what is known of some projects; may take long where they lie far away."""
    found = []
    for name in paths:
        try:
            saved: float | None = Path(name).stat().st_mtime
        except OSError:
            saved = None
        found.append(Recent(Path(name), saved))
    return found


class RecentModel(QAbstractListModel):
    """The recent projects, for the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Recent] = []

    def show(self, entries: list[Recent]) -> None:
        """Show these."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        return {
            RECENT_ROLE: entry,
            Qt.ItemDataRole.DisplayRole: entry.path.stem,
            Qt.ItemDataRole.ToolTipRole: str(entry.path),
            Qt.ItemDataRole.AccessibleTextRole: entry.path.stem,
            Qt.ItemDataRole.AccessibleDescriptionRole: self.words(entry),
        }.get(role)

    def words(self, entry: Recent) -> str:
        """Return when a project was saved, or that it is gone."""
        if entry.saved is None:
            return self.tr("Not there any more")
        when = QDateTime.fromSecsSinceEpoch(int(entry.saved))
        days = when.date().daysTo(QDateTime.currentDateTime().date())
        locale = QLocale()
        if days == 0:
            time = locale.toString(when.time(), QLocale.FormatType.ShortFormat)
            return self.tr("Today, {time}").format(time=time)
        if days == 1:
            return self.tr("Yesterday")
        return locale.toString(when.date(), QLocale.FormatType.ShortFormat)


class RecentList(QListView):
    """The recent projects: click, or arrows and Enter; Delete takes one off the list.

    Signals
    -------
    chosen(Path)
        Somebody wants to open it.
    remove_wanted(Path)
        Somebody does not want to see it here.
    """

    chosen = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = RecentModel(self)
        self.setModel(self.entries)
        self.row = _Row(theme, self)
        self.setItemDelegate(self.row)
        self.setObjectName("recent")
        self.setAccessibleName(self.tr("Recent projects"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(lambda _tokens: self.viewport().update())

    def show_entries(self, entries: list[Recent]) -> None:
        """Show these; the place of the current one stays current."""
        row = self.currentIndex().row()
        self.entries.show(entries)
        if entries:
            self.setCurrentIndex(self.entries.index(min(max(row, 0), len(entries) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry: Recent | None = self.currentIndex().data(RECENT_ROLE)
        if entry is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(entry)
        elif entry is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(entry.path)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        entry: Recent | None = index.data(RECENT_ROLE) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or entry is None or index != pressed:
            return
        if self.row.cross_in(self.visualRect(index)).contains(place):
            self.remove_wanted.emit(entry.path)
        else:
            self._choose(entry)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverMove, QEvent.Type.Leave, QEvent.Type.HoverLeave}:
            self.viewport().update()
        return super().viewportEvent(event)

    def _choose(self, entry: Recent) -> None:
        if entry.saved is not None:
            self.chosen.emit(entry.path)


class _Row(QStyledItemDelegate):
    """Paints an entry."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, ROW)

    def cross_in(self, row: QRect) -> QRect:
        """Return where the cross is in a row."""
        return QRect(row.right() - CROSS - 6, row.top() + 6, CROSS, CROSS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        entry: Recent = index.data(RECENT_ROLE)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        current = index == self._view.currentIndex() and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if hovered or current:
            painter.setBrush(tokens.colour("selection" if current else "control_hover"))
            painter.setPen(QPen(tokens.colour("accent"), 1.6) if current else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(frame, 7, 7)
        cross = QRectF(self.cross_in(option.rect))
        gone = entry.saved is None
        words = frame.adjusted(9, 6, -9, 0)
        first = QRectF(words)
        if hovered or current or gone:
            first.setRight(cross.left() - 4)
            self._paint_cross(painter, cross)
        colour = tokens.colour("muted" if gone else "text")
        draw_lines(painter, first, entry.path.stem, font(10, bold=True), colour, 1)
        small = font(8.5)
        folder = QFontMetrics(small).elidedText(
            _short(entry.path.parent), Qt.TextElideMode.ElideMiddle, int(words.width())
        )
        second = words.adjusted(0, 19, 0, 0)
        draw_lines(painter, second, folder, small, tokens.colour("muted"), 1)
        when = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        mark = tokens.colour("warning" if gone else "muted")
        draw_lines(painter, words.adjusted(0, 34, 0, 0), when, small, mark, 1)
        painter.restore()

    def _paint_cross(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._theme.tokens
        pointer = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        if box.contains(pointer.toPointF()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("line"))
            painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QPen(tokens.colour("secondary"), 1.4, c=Qt.PenCapStyle.RoundCap))
        arm = box.adjusted(7, 7, -7, -7)
        painter.drawLine(arm.topLeft(), arm.bottomRight())
        painter.drawLine(arm.topRight(), arm.bottomLeft())


def _short(folder: Path) -> str:
    """Return a folder with the home folder as ``~``."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
