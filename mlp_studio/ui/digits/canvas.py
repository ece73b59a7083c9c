"""The drawing canvas: ink under the pen, strokes in the canvas's own coordinates."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.digits.drawing import Drawing, PenStroke
from mlp_studio.ui.digits.board import Board, Tool, with_width
from mlp_studio.ui.digits.ink import HINT, PAPER, PEN_WIDTH, Stroke, paint_stroke, ring
from mlp_studio.ui.theme import Theme, font

UNIT = 280.0  # the side of the square that strokes are kept in, whatever the widget's size
PEN_WIDTHS = (4.0, 60.0)
PEN_STEP = 2.0
LIGHTEST = 0.25  # share of the width that a stylus draws with when it hardly touches


class DrawingCanvas(QWidget):
    """A square to draw on with mouse, stylus or finger.

    Strokes are kept in a square of `UNIT` × `UNIT`, so that resizing the panel
    changes neither the drawing nor what the network gets.

    Signals
    -------
    strokes_changed()
        A point was added, or strokes were removed.
    tool_changed(), pen_changed()
        Another tool, or another width of the pen.
    label_wanted(int)
        A digit's key was pressed.
    keep_wanted()
        Enter was pressed.
    """

    strokes_changed = Signal()
    tool_changed = Signal()
    pen_changed = Signal()
    label_wanted = Signal(int)
    keep_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.board = Board()
        self._tool: Tool = "pen"
        self._eraser: Tool = "strokes"
        self._pen_width = PEN_WIDTH
        self._picture: QPixmap | None = None  # of the strokes that are finished
        self._pictured: tuple[Drawing, float, float] | None = None
        self._pointer: QPointF | None = None
        self._finger: int | None = None
        self._held: QRectF | None = None  # where the square is, as long as a gesture lasts
        self._ring: tuple[object, QPixmap] | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMinimumSize(130, 130)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Drawing canvas"))
        theme.changed.connect(lambda _tokens: self.update())

    # --- what is drawn -----------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a gesture is being made."""
        return self._held is not None

    @property
    def drawing(self) -> Drawing:
        """What is drawn, in units of a square with side `UNIT`; y points down."""
        return self.board.drawing

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The points of what is drawn."""
        return tuple(stroke.points for stroke in self.board.drawing)

    def set_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Replace the drawing by strokes of the pen in hand."""
        self.set_drawing(tuple(PenStroke(tuple(stroke), self._pen_width) for stroke in strokes))

    def set_drawing(self, drawing: Drawing) -> None:
        """Replace the drawing; undo brings the former one back."""
        self.board.replace(with_width(drawing, self._pen_width))
        self._changed()

    def clear(self) -> None:
        """Remove the drawing; undo brings it back."""
        if self.board.drawing:
            self.board.replace(())
            self._changed()

    def undo_stroke(self) -> None:
        """Take the last stroke, the last erasing or the clearing back."""
        if self.board.can_undo:
            self.board.undo()
            self._changed()

    def redo_stroke(self) -> None:
        """Bring back what was taken back last."""
        if self.board.can_redo:
            self.board.redo()
            self._changed()

    # --- tools -------------------------------------------------------------------------

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tool

    def choose_tool(self, tool: Tool) -> None:
        """Take another tool."""
        if tool != self._tool:
            self._tool = tool
            self._eraser = self._eraser if tool == "pen" else tool
            self.update()
            self.tool_changed.emit()

    def toggle_eraser(self) -> None:
        """Take the eraser that was used last, or the pen again."""
        self.choose_tool(self._eraser if self._tool == "pen" else "pen")

    @property
    def pen_width(self) -> float:
        """Width of pen and eraser, in units of the square."""
        return self._pen_width

    def set_pen_width(self, width: float) -> None:
        """Take a pen of another width; what is drawn stays."""
        width = min(max(width, PEN_WIDTHS[0]), PEN_WIDTHS[1])
        if width != self._pen_width:
            self._pen_width = width
            self.update()
            self.pen_changed.emit()

    # --- geometry ----------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(288, 250)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def _square(self) -> QRectF:
        if self._held is not None:
            return self._held  # the pen goes on where it is, even if the panel changes its size
        side = float(min(self.width(), self.height()))
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _to_units(self, point: QPointF) -> tuple[float, float]:
        square = self._square()
        scale = UNIT / square.width()
        return (point.x() - square.x()) * scale, (point.y() - square.y()) * scale

    # --- mouse, stylus and fingers -----------------------------------------------------

    def _press(self, place: QPointF, pressure: float = 1.0, tool: Tool | None = None) -> None:
        self._held = None
        self._held = self._square()
        self.board.press(tool or self._tool, self._to_units(place), self._pen_width, pressure)
        self._point_at(place)
        self._changed()

    def _move(self, place: QPointF, pressure: float = 1.0) -> None:
        self._point_at(place)
        if self.board.busy:
            self.board.move(self._to_units(place), pressure)
            self._changed()

    def _release(self) -> None:
        self._held = None
        if self.board.busy:
            self.board.release()
            self._changed()

    def _point_at(self, place: QPointF | None) -> None:
        self._pointer = place
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())
        elif event.button() == Qt.MouseButton.RightButton:
            self._press(event.position(), tool=self._eraser)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a stylus: its pressure is the line's width, its other end erases."""
        pressure = LIGHTEST + (1 - LIGHTEST) * min(max(event.pressure(), 0.0), 1.0)
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            turned = event.pointerType() == QPointingDevice.PointerType.Eraser
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press(event.position(), pressure, self._eraser if turned else None)
        elif kind == QEvent.Type.TabletMove:
            self._move(event.position(), pressure)
        elif kind == QEvent.Type.TabletRelease:
            self._release()
        event.accept()  # else Qt would make a mouse event of it

    def event(self, event: QEvent) -> bool:
        """Take what belongs to the drawing before the window does: keys and fingers."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_ours(event):
                event.accept()
                return True
        elif isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """Draw with one finger; a second one neither draws nor disturbs."""
        if event.type() == QEvent.Type.TouchCancel:
            self.board.give_up()
            self._finger = self._held = None
            self._changed()
            return
        for point in event.points():
            state = point.state()
            if state == QEventPoint.State.Pressed and self._finger is None:
                self._finger = point.id()
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._press(point.position())
            elif point.id() != self._finger:
                continue
            elif state == QEventPoint.State.Released:
                self._move(point.position())
                self._release()
                self._finger = None
                self._point_at(None)  # no finger hovers
            elif state == QEventPoint.State.Updated:
                self._move(point.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    # --- keys --------------------------------------------------------------------------

    def _is_ours(self, event: QKeyEvent) -> bool:
        undo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        return any(event.matches(key) for key in undo) or _is_redo(event) or self._plain(event)

    def _plain(self, event: QKeyEvent) -> bool:
        shift = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = shift == Qt.KeyboardModifier.NoModifier
        return plain and (event.text() in set("0123456789eE[]") and event.text() != "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, words = event.key(), event.text()
        if key == Qt.Key.Key_Backspace or event.matches(QKeySequence.StandardKey.Undo):
            self.undo_stroke()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self.redo_stroke()
        elif key == Qt.Key.Key_Delete:
            self.clear()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep_wanted.emit()
        elif key == Qt.Key.Key_Escape and self.board.busy:
            self.board.give_up()
            self._changed()
        elif not self._plain(event):
            super().keyPressEvent(event)
        elif words in "[]":
            self.set_pen_width(self._pen_width + (PEN_STEP if words == "]" else -PEN_STEP))
        elif words in "eE":
            self.toggle_eraser()
        else:
            self.label_wanted.emit(int(words))

    # --- painting ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        # Paper is white and ink black in both looks: what people know from paper.
        painter.setPen(QPen(tokens.colour("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(PAPER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        growing = self.board.growing
        if not self.board.kept and growing is None:
            painter.setPen(HINT)
            painter.setFont(font(10))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Draw a digit here")
            )
        if self.board.kept:
            painter.drawPixmap(0, 0, self._finished())
        if growing is not None:
            self._to_square(painter)
            paint_stroke(painter, growing)
            painter.resetTransform()
        if self._pointer is not None:
            self._paint_pointer(painter, self._pointer)

    def _to_square(self, painter: QPainter) -> None:
        square = self._square()
        painter.translate(square.topLeft())
        painter.scale(square.width() / UNIT, square.width() / UNIT)

    def _finished(self) -> QPixmap:
        """Return a picture of the finished strokes, made once and as sharp as the screen."""
        sharpness = self.devicePixelRatioF()
        key = (self.board.kept, float(self.width() * self.height()), sharpness)
        if self._picture is None or self._pictured != key:
            picture = QPixmap(self.size() * sharpness)
            picture.setDevicePixelRatio(sharpness)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._to_square(painter)
            for stroke in self.board.kept:
                paint_stroke(painter, stroke)
            painter.end()
            self._picture, self._pictured = picture, key
        return self._picture

    def _paint_pointer(self, painter: QPainter, place: QPointF) -> None:
        """Show how wide the pen or the eraser is: a circle that is seen on ink and on paper."""
        radius = self._pen_width * self._square().width() / UNIT / 2
        sharpness = self.devicePixelRatioF()
        key = (radius, sharpness, self._tool)
        if self._ring is None or self._ring[0] != key:
            self._ring = (key, ring(radius, sharpness, self._tool))
        circle = self._ring[1]
        half = QPointF(circle.width(), circle.height()) / (2 * sharpness)
        painter.drawPixmap(place - half, circle)

    def _changed(self) -> None:
        self.update()
        self.strokes_changed.emit()


def _is_redo(event: QKeyEvent) -> bool:
    """Whether the keys are one of the two ways to redo, whatever the system's own is."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    both = event.key(), event.modifiers()
    return both in {(Qt.Key.Key_Z, control | shift), (Qt.Key.Key_Y, control)}
