"""The templates as cards: pictures, titles and a line about each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from mlp_studio.core.templates import Template
from mlp_studio.studio.language import render
from mlp_studio.ui.start.elided import draw_lines
from mlp_studio.ui.start.thumbnails import Thumbnails
from mlp_studio.ui.theme import Theme, font

Index = QModelIndex | QPersistentModelIndex

TEMPLATE_ROLE = Qt.ItemDataRole.UserRole + 1
NARROWEST = 176  # of a card, in pixels
GAP = 6  # around a card
INSIDE = 8  # between a card's edge and what it shows
PICTURE = 0.5  # height of the picture in its width
TITLE, LINE, LINES = 22, 16, 3  # heights of the words below it
MORE = 24  # side of the button with the dots


class TemplateModel(QAbstractListModel):
    """The templates there are, for the cards."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._templates: tuple[Template, ...] = ()

    def show(self, templates: tuple[Template, ...]) -> None:
        """Show these templates."""
        self.beginResetModel()
        self._templates = templates
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """Return the row of the template called `name`, 0 where there is none."""
        names = [each.name for each in self._templates]
        return names.index(name) if name in names else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._templates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        template = self._templates[index.row()]
        title, about = render(template.title), render(template.description)
        return {
            TEMPLATE_ROLE: template,
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.AccessibleTextRole: title,
            Qt.ItemDataRole.AccessibleDescriptionRole: about,
        }.get(role)


class TemplateGrid(QListView):
    """The cards: click, or arrows and Enter.

    Parameters
    ----------
    theme : Theme
        Its colours.
    thumbnails : Thumbnails
        Paints the pictures.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    chosen(Template)
        Somebody wants to begin with it.
    change_wanted(Template), remove_wanted(Template)
        Somebody wants to give an own one another title, or to remove it.
    """

    chosen = Signal(object)
    change_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = TemplateModel(self)
        self.setModel(self.cards)
        self.card = _Card(theme, thumbnails, self)
        self.setItemDelegate(self.card)
        self.setObjectName("templates")
        self.setAccessibleName(self.tr("Templates"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its place stays free where nothing is to be scrolled: cards keep their width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setStyleSheet("QScrollBar::handle:disabled { background: transparent; }")
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        self.viewport().setAutoFillBackground(False)
        thumbnails.improved.connect(self.viewport().update)
        theme.changed.connect(lambda _tokens: self.viewport().update())

    def show_templates(self, templates: tuple[Template, ...]) -> None:
        """Show these; the current one stays current where it is still there."""
        current = self.template_at(self.currentIndex())
        self.cards.show(templates)
        row = self.cards.row_of(current.name) if current else 0
        self.setCurrentIndex(self.cards.index(row))

    def template_at(self, index: Index) -> Template | None:
        """Return the template shown at an index."""
        return index.data(TEMPLATE_ROLE) if index.isValid() else None

    # --- events ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.viewport().width() - 1
        columns = max(1, width // (NARROWEST + 2 * GAP))
        self.card.set_width(width // columns)
        self.setGridSize(self.card.size)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        template = self.template_at(self.currentIndex())
        key = event.key()
        if template is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit(template)
        elif template is not None and template.own and key == Qt.Key.Key_F2:
            self.change_wanted.emit(template)
        elif template is not None and template.own and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(template)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        template = self.template_at(index)
        if event.button() != Qt.MouseButton.LeftButton or template is None or index != pressed:
            return
        if template.own and self._more(index).contains(event.position().toPoint()):
            self.open_menu(template, self.mapToGlobal(self._more(index).bottomLeft()))
        else:
            self.chosen.emit(template)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if mouse else self.currentIndex()
        template = self.template_at(index)
        if template is not None:
            place = (
                event.globalPos() if mouse else self.mapToGlobal(self.visualRect(index).center())
            )
            self.open_menu(template, place)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverMove, QEvent.Type.Leave, QEvent.Type.HoverLeave}:
            self.viewport().update()
        return super().viewportEvent(event)

    def open_menu(self, template: Template, place: QPoint) -> None:
        """Offer what can be done with a template."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Begin with it"), lambda: self.chosen.emit(template))
        if template.own:
            menu.addSeparator()
            change = menu.addAction(self.tr("Rename…"), lambda: self.change_wanted.emit(template))
            change.setShortcut(Qt.Key.Key_F2)
            remove = menu.addAction(self.tr("Remove"), lambda: self.remove_wanted.emit(template))
            remove.setShortcut(Qt.Key.Key_Delete)
        menu.popup(place)

    def _more(self, index: Index) -> QRect:
        return self.card.more_in(self.visualRect(index))


class _Card(QStyledItemDelegate):
    """Paints a template's card."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._thumbnails = thumbnails
        self._view = view
        self.size = QSize(NARROWEST + 2 * GAP, 180)

    def set_width(self, width: int) -> None:
        """Make cards so wide, gaps included."""
        picture = round((width - 2 * (GAP + INSIDE)) * PICTURE)
        words = TITLE + LINES * LINE
        self.size = QSize(width, picture + words + 2 * (GAP + INSIDE) + 8)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.size

    def more_in(self, cell: QRect) -> QRect:
        """Return where the dots are in a cell."""
        edge = GAP + INSIDE
        return QRect(
            cell.left() + self.size.width() - edge - MORE + 4,
            cell.top() + self.size.height() - edge - LINES * LINE - TITLE - 6,
            MORE,
            MORE,
        )

    def helpEvent(self, event: Any, view: Any, _option: QStyleOptionViewItem, index: Index) -> bool:
        template: Template | None = index.data(TEMPLATE_ROLE)
        about = render(template.description) if template is not None else ""
        QToolTip.showText(event.globalPos(), about, view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        template: Template = index.data(TEMPLATE_ROLE)
        cell = QRect(option.rect.topLeft(), self.size)
        card = QRectF(cell).adjusted(GAP, GAP, -GAP, -GAP)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        current = index == self._view.currentIndex() and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hovered or current:
            painter.setBrush(tokens.colour("selection" if current else "control_hover"))
            painter.setPen(QPen(tokens.colour("accent"), 1.6) if current else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 9, 9)
        inside = card.adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE)
        size = QSize(round(inside.width()), round(inside.width() * PICTURE))
        ratio = painter.device().devicePixelRatio()
        picture = self._thumbnails.pixmap(template.project, size, ratio)
        painter.drawPixmap(inside.topLeft().toPoint(), picture)
        words = inside.adjusted(2, size.height() + 6, -2, 0)
        title = QRectF(words.left(), words.top(), words.width(), TITLE)
        if template.own:
            title.setWidth(title.width() - MORE)
            self._paint_more(painter, QRectF(self.more_in(cell)))
        draw_lines(
            painter, title, render(template.title), font(10, bold=True), tokens.colour("text"), 1
        )
        about = words.adjusted(0, TITLE, 0, 0)
        draw_lines(
            painter, about, render(template.description), font(9), tokens.colour("secondary"), LINES
        )
        painter.restore()

    def _paint_more(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        pointer = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        if box.contains(pointer.toPointF()):
            painter.setBrush(tokens.colour("line"))
            painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(tokens.colour("secondary"))
        for offset in (-5.5, 0.0, 5.5):
            centre = box.center()
            centre.setX(centre.x() + offset)
            painter.drawEllipse(centre, 1.5, 1.5)
