"""The drawing canvas: ink under the pen, strokes in the canvas's own coordinates."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.ui.theme import Theme, font

Stroke = tuple[tuple[float, float], ...]

UNIT = 280.0  # the side of the square that strokes are kept in, whatever the widget's size
PEN_WIDTH = 20.0  # of those units


class DrawingCanvas(QWidget):
    """A square to draw on with mouse, pen or finger.

    Strokes are kept in a square of `UNIT` × `UNIT`, so that resizing the panel
    changes neither the drawing nor what the network gets.

    Signals
    -------
    strokes_changed()
        A point was added, or strokes were removed.
    """

    strokes_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strokes: list[list[tuple[float, float]]] = []
        self._undone: list[list[tuple[float, float]]] = []
        self._drawing = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 160)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Drawing canvas"))
        self.setToolTip(
            self.tr("Draw a digit. Backspace takes the last stroke back, Delete clears.")
        )
        theme.changed.connect(lambda _tokens: self.update())

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn, in units of a square with side `UNIT`; y points down."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def set_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Replace the drawing."""
        self._strokes = [list(stroke) for stroke in strokes]
        self._undone.clear()
        self._changed()

    def clear(self) -> None:
        """Remove the drawing; `redo_stroke` brings its strokes back."""
        if self._strokes:
            self._undone = self._strokes[::-1]
            self._strokes = []
            self._changed()

    def undo_stroke(self) -> None:
        """Take the last stroke back."""
        if self._strokes:
            self._undone.append(self._strokes.pop())
            self._changed()

    def redo_stroke(self) -> None:
        """Bring back the stroke that was taken back last."""
        if self._undone:
            self._strokes.append(self._undone.pop())
            self._changed()

    # --- geometry ----------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(288, 250)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def _square(self) -> QRectF:
        side = float(min(self.width(), self.height()))
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _to_units(self, point: QPointF) -> tuple[float, float]:
        square = self._square()
        scale = UNIT / square.width()
        return (point.x() - square.x()) * scale, (point.y() - square.y()) * scale

    # --- events ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._undone.clear()
            self._drawing = True
            self._strokes.append([self._to_units(event.position())])
            self._changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing:
            self._strokes[-1].append(self._to_units(event.position()))
            self._changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drawing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.undo_stroke()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        # Paper is white and ink black in both looks: what people know from paper.
        painter.setPen(QPen(tokens.colour("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not self._strokes:
            painter.setPen(QColor("#8a93a5"))
            painter.setFont(font(10))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Draw a digit here")
            )
            return
        square = self._square()
        painter.translate(square.topLeft())
        painter.scale(square.width() / UNIT, square.width() / UNIT)
        painter.setPen(
            QPen(
                QColor("#000000"),
                PEN_WIDTH,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(_path(stroke))

    def _changed(self) -> None:
        self.update()
        self.strokes_changed.emit()


def _path(stroke: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath(QPointF(*stroke[0]))
    if len(stroke) == 1:  # a dot: a line of no length would not be drawn
        path.lineTo(stroke[0][0] + 0.01, stroke[0][1])
    for point in stroke[1:]:
        path.lineTo(*point)
    return path
