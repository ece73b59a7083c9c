"""What the colours of points mean: classes to switch on and off, or a scale of values."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.theme import RHYTHM, Theme, Tokens, font

DOT = 9


class _ClassButton(QAbstractButton):
    """A dot and a name; struck out in grey while its class is hidden.

    Signals
    -------
    alone_wanted()
        A double click: this class alone, or all of them again.
    """

    alone_wanted = Signal()

    def __init__(self, name: str, colour: QColor, theme: Theme, parent: QWidget | None = None):
        super().__init__(parent)
        self._colour = colour
        self._theme = theme
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        show = self.tr("Show or hide class {name}").format(name=name)
        alone = self.tr("Double click: this class alone, or all again")
        self.setToolTip(f"{show}\n{alone}")
        self.setAccessibleName(self.tr("Class {name}").format(name=name))

    def _typeface(self) -> QFont:
        typeface = font(9.5)
        typeface.setStrikeOut(not self.isChecked())
        return typeface

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font(9.5)).horizontalAdvance(self.text())
        return QSize(DOT + 6 + width + 4, 22)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.alone_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        middle = self.height() / 2
        painter.setPen(self._colour if self.isChecked() else tokens.colour("muted"))
        painter.setBrush(self._colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(DOT / 2 + 1, middle), DOT / 2 - 0.5, DOT / 2 - 0.5)
        painter.setFont(self._typeface())
        painter.setPen(tokens.colour("secondary" if self.isChecked() else "muted"))
        words = QRectF(DOT + 6, 0, self.width() - DOT - 6, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(tokens.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class _ValueScale(QWidget):
    """A bar of colours between the lowest and the highest value."""

    def __init__(self, colouring: Colouring, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colouring = colouring
        self._theme = theme
        self.setFixedSize(220, 22)
        self.setAccessibleName(
            self.tr("Colours from {low} to {high}").format(
                low=f"{colouring.low:.3g}", high=f"{colouring.high:.3g}"
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(9.5))
        painter.setPen(self._theme.tokens.colour("secondary"))
        ends = (self._colouring.low, self._colouring.high)
        low, high = (f"{value:.3g}".replace("-", "−") for value in ends)
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(low) + RHYTHM
        right = self.width() - metrics.horizontalAdvance(high) - RHYTHM
        rows = QRectF(self.rect())
        painter.drawText(rows, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(rows, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, high)
        bar = QRectF(left, self.height() / 2 - 4, right - left, 8)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        last = len(self._colouring.colours) - 1
        for number, colour in enumerate(self._colouring.colours):
            gradient.setColorAt(number / last, colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 3, 3)


class Legend(QWidget):
    """The classes, each to be switched on and off, or the scale of values.

    Parameters
    ----------
    theme : Theme
        The look in force.
    columns : int
        How many classes stand in a row.

    Signals
    -------
    hidden_changed(frozenset of int)
        Which classes are hidden now.
    """

    hidden_changed = Signal(object)

    def __init__(self, theme: Theme, columns: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self.buttons: list[QAbstractButton] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(RHYTHM)
        self._layout.setVerticalSpacing(0)
        self._layout.setColumnStretch(columns, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._repaint)

    @property
    def hidden(self) -> frozenset[int]:
        """The numbers of the classes that are switched off."""
        return frozenset(k for k, button in enumerate(self.buttons) if not button.isChecked())

    @property
    def tokens(self) -> Tokens:
        """The look in force."""
        return self._theme.tokens

    def show_colouring(self, colouring: Colouring | None) -> None:
        """Begin anew with these colours, all of them switched on."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        if colouring is None:
            return
        for name, colour in zip(colouring.names, colouring.colours, strict=False):
            button = _ClassButton(name, colour, self._theme)
            button.toggled.connect(self._on_toggled)
            button.alone_wanted.connect(partial(self._show_alone, len(self.buttons)))
            self.buttons.append(button)
            row, column = divmod(len(self.buttons) - 1, self._columns)
            self._layout.addWidget(button, row, column)
        if not colouring.names:
            self._layout.addWidget(_ValueScale(colouring, self._theme), 0, 0, 1, self._columns)

    def _on_toggled(self, _on: bool) -> None:
        self.hidden_changed.emit(self.hidden)

    def _show_alone(self, number: int) -> None:
        """Show one class, or all where the first click hid the only one that was shown."""
        every = len(self.hidden) == len(self.buttons)
        for k, button in enumerate(self.buttons):
            with QSignalBlocker(button):
                button.setChecked(every or k == number)
            button.update()
        self.hidden_changed.emit(self.hidden)

    def _repaint(self, _tokens: object) -> None:
        for child in self.findChildren(QWidget):
            child.update()
