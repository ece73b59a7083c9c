"""The canvas's tools: pen, two erasers, the width, undo, redo and clear."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from mlp_studio.ui.common.fields import CalmSlider
from mlp_studio.ui.digits.board import Tool
from mlp_studio.ui.digits.canvas import PEN_WIDTHS, DrawingCanvas
from mlp_studio.ui.theme import Theme

ICON = 18  # pixels, before the screen's scaling
SHARPNESS = 3  # icons are drawn this many times as large, for any scaling


class CanvasTools(QWidget):
    """A row of small buttons and a slider for the pen's width."""

    def __init__(self, canvas: DrawingCanvas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._theme = canvas, theme
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        for tool, tip in self._tools().items():
            button = self._add(tool, tip)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, tool=tool: self._choose(tool))
            group.addButton(button)
            row.addWidget(button)
        self.width_slider = CalmSlider(Qt.Orientation.Horizontal)
        self.width_slider.setRange(int(PEN_WIDTHS[0]), int(PEN_WIDTHS[1]))
        self.width_slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.width_slider.setAccessibleName(self.tr("Width of the pen"))
        self.width_slider.setToolTip(
            self.tr("How wide pen and eraser are ([ and ]); the circle at the pointer shows it.")
        )
        self.width_slider.valueChanged.connect(lambda value: canvas.set_pen_width(float(value)))
        row.addSpacing(8)
        row.addWidget(self.width_slider, 1)
        row.addSpacing(8)
        for name, tip, call in (
            ("undo", self.tr("Take the last stroke back (Ctrl+Z in the canvas)"),
             canvas.undo_stroke),
            ("redo", self.tr("Bring it back (Ctrl+Shift+Z in the canvas)"), canvas.redo_stroke),
            ("clear", self.tr("Clear the drawing (Delete); undo brings it back"), canvas.clear),
        ):  # fmt: skip
            button = self._add(name, tip)
            button.clicked.connect(call)
            row.addWidget(button)
        canvas.tool_changed.connect(self._follow)
        canvas.pen_changed.connect(self._follow)
        canvas.strokes_changed.connect(self._follow_drawing)
        theme.changed.connect(lambda _tokens: self._paint())
        self._paint()
        self._follow()
        self._follow_drawing()

    def button(self, name: str) -> QToolButton:
        """Return a button: pen, strokes, parts, undo, redo or clear."""
        return self._buttons[name]

    def _tools(self) -> dict[Tool, str]:
        return {
            "pen": self.tr("Pen (E changes between pen and eraser)"),
            "strokes": self.tr("Erase whole strokes (E); so does the right mouse button"),
            "parts": self.tr("Erase what it is led over (E)"),
        }

    def _add(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"canvas_{name}")
        button.setProperty("role", "flat")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setIconSize(QSize(ICON, ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # clicks leave the canvas its keys
        self._buttons[name] = button
        return button

    def _choose(self, tool: Tool) -> None:
        self._canvas.choose_tool(tool)

    def _follow(self) -> None:
        self._buttons[self._canvas.tool].setChecked(True)
        with QSignalBlocker(self.width_slider):
            self.width_slider.setValue(round(self._canvas.pen_width))

    def _follow_drawing(self) -> None:
        board = self._canvas.board
        for name, able in (
            ("undo", board.can_undo),
            ("redo", board.can_redo),
            ("clear", bool(board.kept) or board.growing is not None),
        ):
            if self._buttons[name].isEnabled() != able:
                self._buttons[name].setEnabled(able)

    def _paint(self) -> None:
        tokens = self._theme.tokens
        for name, button in self._buttons.items():
            icon = QIcon(_icon(name, tokens.colour("secondary")))
            faint = tokens.colour("line")
            icon.addPixmap(_icon(name, faint), QIcon.Mode.Disabled)
            button.setIcon(icon)


def _icon(name: str, colour: QColor) -> QPixmap:
    """Return a drawn icon in one colour."""
    picture = QPixmap(ICON * SHARPNESS, ICON * SHARPNESS)
    picture.setDevicePixelRatio(SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _SHAPES[name](painter, colour)
    painter.end()
    return picture


def _pen(painter: QPainter, _colour: QColor) -> None:
    painter.drawPolygon(_polygon((3, 15), (4.2, 10.8), (12, 3), (15, 6), (7.2, 13.8)))
    painter.drawLine(QLineF(10, 5, 13, 8))


def _strokes(painter: QPainter, _colour: QColor) -> None:
    painter.drawPolygon(_polygon((3, 11), (10, 4), (15, 9), (9, 15), (6.5, 15)))
    painter.drawLine(QLineF(6.5, 7.5, 11.5, 12.5))


def _parts(painter: QPainter, colour: QColor) -> None:
    _strokes(painter, colour)
    painter.setBrush(colour)
    painter.drawPolygon(_polygon((3, 11), (6.5, 7.5), (11.5, 12.5), (9, 15), (6.5, 15)))


def _undo(painter: QPainter, _colour: QColor) -> None:
    path = QPainterPath(QPointF(4, 8))
    path.lineTo(11, 8)
    path.arcTo(QRectF(8, 8, 6.5, 6.5), 90, -180)
    path.lineTo(7, 14.5)
    painter.drawPath(path)
    painter.drawPolyline(_polygon((7, 5), (4, 8), (7, 11)))


def _redo(painter: QPainter, colour: QColor) -> None:
    painter.translate(ICON, 0)
    painter.scale(-1, 1)
    _undo(painter, colour)


def _clear(painter: QPainter, _colour: QColor) -> None:
    painter.drawLine(QLineF(3.5, 5, 14.5, 5))
    painter.drawPolyline(_polygon((5, 5), (5.8, 15), (12.2, 15), (13, 5)))
    painter.drawPolyline(_polygon((7.2, 5), (7.2, 3), (10.8, 3), (10.8, 5)))


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


_SHAPES = {
    "pen": _pen,
    "strokes": _strokes,
    "parts": _parts,
    "undo": _undo,
    "redo": _redo,
    "clear": _clear,
}
