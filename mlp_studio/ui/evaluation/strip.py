"""Cards of examples side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from mlp_studio.ui.evaluation.cards import Card, ink
from mlp_studio.ui.theme import Theme, font

WIDTH, HEIGHT, GAP = 78, 88, 4  # pixels of a card
PICTURE = 48  # a side of a picture
LINE = 15
LEAST = 56  # pixels high in a small window: the rest is scrolled to


class _Cards(QWidget):
    """The cards themselves."""

    chosen = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[Card] = []
        self._images: dict[int, QImage] = {}
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Examples"))
        theme.changed.connect(self._dress)

    def show_cards(self, cards: Sequence[Card], current: int) -> None:
        self.cards = list(cards)
        self._images.clear()
        self.current = min(current, len(self.cards) - 1)
        self._describe()
        self._fit()
        self.update()

    def columns(self) -> int:
        return max(1, (self.width() + GAP) // (WIDTH + GAP))

    def place(self, number: int) -> QRectF:
        """Return where a card is."""
        row, column = divmod(number, self.columns())
        return QRectF(column * (WIDTH + GAP), row * (HEIGHT + GAP), WIDTH, HEIGHT)

    def choose(self, number: int) -> None:
        if not 0 <= number < len(self.cards):
            return
        self.current = number
        self._describe()
        self.update()
        self.chosen.emit(number)

    def _describe(self) -> None:
        known = 0 <= self.current < len(self.cards)
        card = self.cards[self.current] if known else None
        self.setAccessibleDescription("" if card is None else f"{card.title}, {card.number}")

    def _fit(self) -> None:
        rows = -(-len(self.cards) // self.columns())
        self.setMinimumHeight(max(0, rows * (HEIGHT + GAP) - GAP))

    def _dress(self, _tokens: object) -> None:
        self._images.clear()
        self.update()

    def _at(self, x: float, y: float) -> int:
        found = (k for k in range(len(self.cards)) if self.place(k).contains(x, y))
        return next(found, -1)

    # --- events ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._at(event.pos().x(), event.pos().y())
            QToolTip.showText(
                event.globalPos(), self.cards[number].tip if number >= 0 else "", self
            )
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(self._at(event.position().x(), event.position().y()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.choose(self._at(event.pos().x(), event.pos().y()))
            place = event.globalPos()
        else:  # the menu key
            place = self.mapToGlobal(self.place(max(0, self.current)).center().toPoint())
        if 0 <= self.current < len(self.cards):
            self.menu_wanted.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position().x(), event.position().y()) >= 0:
            self.menu_wanted.emit(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns(),
            Qt.Key.Key_Down: self.columns(),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.choose(self.current + steps[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current < 0:
            self.choose(0)

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, card in enumerate(self.cards):
            frame = self.place(number)
            if frame.intersects(QRectF(event.rect())):
                self._paint_card(painter, frame, number, card)

    def _paint_card(self, painter: QPainter, frame: QRectF, number: int, card: Card) -> None:
        tokens = self._theme.tokens
        here = number == self.current
        painter.setPen(QPen(tokens.colour("accent" if here else "line"), 1.6 if here else 1))
        painter.setBrush(tokens.colour("panel"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 5, 5)
        left = frame.left() + (WIDTH - PICTURE) / 2
        inside = QRectF(left, frame.top() + 5, PICTURE, PICTURE)
        if card.picture is not None:
            image = self._images.get(number)
            if image is None:
                image = self._images[number] = ink(card.picture, tokens.colour("text"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(inside, image)
        else:
            wide = QRectF(frame.left() + 4, inside.top(), WIDTH - 8, PICTURE)
            painter.setFont(font(9))
            painter.setPen(tokens.colour("secondary"))
            painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, "\n".join(card.lines))
        words = QRectF(frame.left() + 3, inside.bottom() + 1, WIDTH - 6, LINE)
        painter.setFont(font(9, bold=True))
        painter.setPen(tokens.colour("error" if card.wrong else "text"))
        title = painter.fontMetrics().elidedText(
            card.title, Qt.TextElideMode.ElideMiddle, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, title)
        painter.setFont(font(9))
        painter.setPen(tokens.colour("secondary"))
        painter.drawText(words.translated(0, LINE), Qt.AlignmentFlag.AlignCenter, card.number)


class ExampleStrip(QScrollArea):
    """Cards of examples, as many in a row as there is room for.

    Signals
    -------
    chosen(int)
        Which card was clicked or reached with the arrow keys.
    menu_wanted(QPoint)
        Somebody asks, here on the screen, what can be done with the chosen card.
    """

    chosen = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = _Cards(theme)
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(LEAST)
        self.viewport().setAutoFillBackground(False)
        self.body.setAutoFillBackground(False)
        self.body.chosen.connect(self._on_chosen)
        self.body.menu_wanted.connect(self.menu_wanted)

    @property
    def cards(self) -> list[Card]:
        """What is shown."""
        return self.body.cards

    @property
    def current(self) -> Card | None:
        """The chosen card."""
        known = 0 <= self.body.current < len(self.cards)
        return self.cards[self.body.current] if known else None

    def show_cards(self, cards: Sequence[Card], current: int = -1) -> None:
        """Show cards; `current` is the chosen one, -1 none."""
        self.body.show_cards(cards, current)
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        return QSize(4 * (WIDTH + GAP), HEIGHT)

    def _on_chosen(self, number: int) -> None:
        middle = self.body.place(number).center().toPoint()
        self.ensureVisible(middle.x(), middle.y(), 0, HEIGHT // 2)
        self.chosen.emit(number)
