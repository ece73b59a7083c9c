"""The buttons that add layers, by a click or by dragging them onto the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mlp_studio.ui.builder.keyboard import letter
from mlp_studio.ui.builder.menus import InsertMenu

SPACE = 6  # pixels between the buttons


class PaletteButton(QPushButton):
    """Adds one kind of layer.

    The drag stays inside the panel, so the button keeps the mouse and tells where it
    is: no foreign drag loop, and Escape cancels.

    Signals
    -------
    dragged(str, QPoint), dropped(str, QPoint)
        The kind of layer and the mouse's place on the screen.
    cancelled()
        The drag ended without a drop.
    """

    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    cancelled = Signal()

    def __init__(self, kind: str, label: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.kind = kind
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.setObjectName(f"add_{kind}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed_at is not None and not self._dragging:
            far = (place - self._pressed_at).manhattanLength()
            self._dragging = far >= QApplication.startDragDistance()
            if self._dragging:
                self.setDown(False)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.setFocus()
        if self._dragging:
            self.dragged.emit(self.kind, event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._dragging
        self._end()
        super().mouseReleaseEvent(event)
        if dragged:
            self.dropped.emit(self.kind, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._end()
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _end(self) -> None:
        self._dragging = False
        self._pressed_at = None
        self.unsetCursor()


class Palette(QWidget):
    """The row of buttons.

    Signals
    -------
    chosen(str)
        A kind of layer was clicked.
    dragged(str, QPoint), dropped(str, QPoint), cancelled()
        A button is being dragged.
    """

    chosen = Signal(str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[PaletteButton] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for kind, label, tip in (
            (
                "dense",
                self.tr("+ Dense"),
                self.tr("Add a layer of neurons after the selected one, or drag it into place."),
            ),
            (
                "dropout",
                self.tr("+ Dropout"),
                self.tr("Add Dropout: silences a share of the units while training."),
            ),
            (
                "batch_normalization",
                self.tr("+ BatchNorm"),
                self.tr("Add batch normalization: keeps each unit's values in a steady range."),
            ),
        ):
            words = self.tr("{tip} Key in the canvas: {key}.").format(tip=tip, key=letter(kind))
            button = PaletteButton(kind, label, words)
            button.clicked.connect(self._clicked)
            button.dragged.connect(self.dragged)
            button.dropped.connect(self.dropped)
            button.cancelled.connect(self.cancelled)
            layout.addWidget(button)
            self._buttons.append(button)
        self.more = QPushButton(self.tr("+ More…"))
        self.more.setObjectName("add_more")
        self.more.setToolTip(self.tr("All kinds of layers."))
        self._menu = InsertMenu(self.more)
        self._menu.chosen.connect(self.chosen)
        self.more.clicked.connect(self._open_menu)
        layout.addWidget(self.more)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # --- room --------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._width(len(self._buttons)), self.more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(1), self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons there is room for; *More* has them all."""
        super().resizeEvent(event)
        counts = range(len(self._buttons), 0, -1)
        fitting = next((count for count in counts if self._width(count) <= self.width()), 1)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < fitting)

    def _width(self, count: int) -> int:
        """Return how wide the row is with so many buttons besides *More*, in pixels."""
        shown = [*self._buttons[:count], self.more]
        return sum(button.sizeHint().width() for button in shown) + SPACE * count

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PaletteButton):
            self.chosen.emit(button.kind)

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))
