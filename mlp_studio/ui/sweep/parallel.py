"""Parallel coordinates: an axis for each parameter, a line for each trial, brushes on the axes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_studio.core.sweep import AnyRange, Choices, SweepSpec, Value
from mlp_studio.core.sweep_events import TrialRow
from mlp_studio.ui.sweep.history import OVER
from mlp_studio.ui.sweep.words import objective_name, target_name, value_words
from mlp_studio.ui.theme import Tokens, font

TOP, BOTTOM, SIDE = 30, 22, 64  # margins in pixels
BRUSH = 12  # its width
NEAR = 6.0  # pixels from a line that count as on it
GRAB = 24.0  # pixels from an axis where a drag brushes it


@dataclass(frozen=True)
class Axis:
    """One axis.

    Parameters
    ----------
    name : str
        Shown above it.
    marks : sequence of (float, str)
        Where on it, from 0 at the bottom to 1, something is written.
    """

    name: str
    marks: Sequence[tuple[float, str]]


class ParallelPlot(QWidget):
    """Trials as lines over the parameters; better ones stronger and on top.

    A drag along an axis brushes an interval of it: only lines through all brushes stay. A
    click on a brush takes it away. A click on a line chooses its trial.

    Signals
    -------
    brushed(object)
        The numbers of the trials that pass all brushes; None where there is no brush.
    chosen(int)
        A trial's line was clicked.
    """

    brushed = Signal(object)
    chosen = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._axes: list[Axis] = []
        self._lines: dict[int, tuple[float, ...]] = {}  # heights on the axes by trial
        self._targets: tuple[str, ...] = ()
        self._brushes: dict[int, tuple[float, float]] = {}
        self._drag: tuple[int, float] | None = None
        self._moved = False
        self._selected: int | None = None
        self._hovered: int | None = None
        self._ranks: list[int] = []  # trials, the worst first
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Parallel coordinates of all trials"))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    @property
    def passing(self) -> set[int]:
        """The trials that pass all brushes."""
        return {n for n, heights in self._lines.items() if self._passes(heights)}

    def show_trials(self, rows: dict[int, TrialRow], sweep: SweepSpec) -> None:
        """Show the trials that are over."""
        over = [r for r in rows.values() if r.state in OVER and r.best is not None]
        targets = tuple(p.target for p in sweep.parameters)
        if targets != self._targets:
            self._targets = targets
            self._brushes.clear()
        bests = [row.best for row in over if row.best is not None]
        low, high = (min(bests), max(bests)) if bests else (0.0, 1.0)
        self._axes = [_axis(target_name(p.target), p.range) for p in sweep.parameters]
        self._axes.append(Axis(objective_name(sweep.objective), _ends(low, high)))
        self._lines = {}
        for row in over:
            heights = [_height(p.range, row.values.get(p.target)) for p in sweep.parameters]
            if all(height is not None for height in heights) and row.best is not None:
                share = 0.5 if high == low else (row.best - low) / (high - low)
                self._lines[row.number] = (*(h for h in heights if h is not None), share)
        order = sorted(over, key=lambda row: row.best or 0.0, reverse=not sweep.maximizes)
        self._ranks = [row.number for row in order if row.number in self._lines]
        self.update()

    def select(self, number: int | None) -> None:
        """Mark a trial's line; None marks none."""
        self._selected = number
        self.update()

    def apply(self, tokens: Tokens) -> None:
        """Take on other colours."""
        self._tokens = tokens
        self.update()

    # --- geometry ----------------------------------------------------------------------

    def _x(self, axis: int) -> float:
        count = max(1, len(self._axes) - 1)
        return SIDE + (self.width() - 2 * SIDE) * axis / count

    def _y(self, height: float) -> float:
        return self.height() - BOTTOM - (self.height() - TOP - BOTTOM) * height

    def _height_at(self, y: float) -> float:
        span = max(1.0, self.height() - TOP - BOTTOM)
        return min(1.0, max(0.0, (self.height() - BOTTOM - y) / span))

    def _points(self, heights: tuple[float, ...]) -> list[QPointF]:
        return [QPointF(self._x(axis), self._y(height)) for axis, height in enumerate(heights)]

    def _passes(self, heights: tuple[float, ...]) -> bool:
        return all(low <= heights[axis] <= high for axis, (low, high) in self._brushes.items())

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._lines:
            painter.setPen(self._tokens.colour("muted"))
            words = self.tr("Each trial becomes a line here.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        self._paint_lines(painter)
        self._paint_axes(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        t = self._tokens
        count = max(1, len(self._ranks) - 1)
        for rank, number in enumerate(self._ranks):
            heights = self._lines[number]
            colour = _blend(t.colour("muted"), t.colour("accent"), (rank / count) ** 2)
            passes = self._passes(heights)
            colour.setAlphaF((0.35 + 0.6 * (rank / count) ** 2) if passes else 0.07)
            best = rank == len(self._ranks) - 1
            painter.setPen(QPen(colour, 2.5 if best and passes else 1.3))
            painter.drawPolyline(QPolygonF(self._points(heights)))
        for marked, token in ((self._hovered, "text"), (self._selected, "validation")):
            if marked in self._lines:
                painter.setPen(QPen(t.colour(token), 2.5))
                painter.drawPolyline(QPolygonF(self._points(self._lines[marked])))

    def _paint_axes(self, painter: QPainter) -> None:
        t = self._tokens
        room = (self.width() - 2 * SIDE) / max(1, len(self._axes) - 1) - 8
        for number, axis in enumerate(self._axes):
            x = self._x(number)
            painter.setPen(QPen(t.colour("muted"), 1))
            painter.drawLine(QPointF(x, self._y(0.0)), QPointF(x, self._y(1.0)))
            if number in self._brushes:
                low, high = self._brushes[number]
                box = QRectF(x - BRUSH / 2, self._y(high), BRUSH, self._y(low) - self._y(high))
                fill = t.colour("accent")
                fill.setAlphaF(0.25)
                painter.fillRect(box, fill)
                painter.setPen(QPen(t.colour("accent"), 1))
                painter.drawRect(box)
            painter.setPen(t.colour("text"))
            painter.setFont(font(8.5, bold=True))
            width = max(40.0, min(2.0 * SIDE - 8, room))
            name = painter.fontMetrics().elidedText(
                axis.name, Qt.TextElideMode.ElideRight, int(width)
            )
            painter.drawText(
                QRectF(x - width / 2, 2, width, 18), Qt.AlignmentFlag.AlignCenter, name
            )
            self._paint_marks(painter, x, axis, number == len(self._axes) - 1)

    def _paint_marks(self, painter: QPainter, x: float, axis: Axis, last: bool) -> None:
        """Write the marks beside the axis, on a ground that keeps them readable over lines."""
        t = self._tokens
        painter.setFont(font(8.0))
        ground = t.colour("background")
        ground.setAlphaF(0.75)
        for place, words in axis.marks:
            width = painter.fontMetrics().horizontalAdvance(words) + 4.0
            left = x + 5 if not last else x - width - 5
            box = QRectF(left, self._y(place) - 8, width, 16)
            painter.fillRect(box, ground)
            painter.setPen(t.colour("secondary"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    # --- the mouse ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._lines:
            return
        axis = self._axis_at(event.position().x())
        self._moved = False
        self._drag = None if axis is None else (axis, self._height_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            axis, start = self._drag
            now = self._height_at(event.position().y())
            if self._moved or abs(self._y(start) - self._y(now)) > 3:
                self._moved = True
                self._brushes[axis] = (min(start, now), max(start, now))
                self._tell()
            return
        on_axis = self._axis_at(event.position().x()) is not None
        self._hovered = self._line_at(event.position())
        self.setCursor(
            Qt.CursorShape.SplitVCursor if on_axis and self._lines else Qt.CursorShape.ArrowCursor
        )
        words = ""
        if self._hovered is not None:
            words = self.tr("Trial {number}").format(number=self._hovered)
        self.setToolTip(words)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if event.button() != Qt.MouseButton.LeftButton or self._moved:
            return
        if drag is not None and drag[0] in self._brushes:
            del self._brushes[drag[0]]
            self._tell()
            return
        number = self._line_at(event.position())
        if number is not None:
            self.chosen.emit(number)

    def leaveEvent(self, _event: object) -> None:
        self._hovered = None
        self.update()

    def _tell(self) -> None:
        self.update()
        self.brushed.emit(self.passing if self._brushes else None)

    def _axis_at(self, x: float) -> int | None:
        near = [n for n in range(len(self._axes)) if abs(self._x(n) - x) <= GRAB]
        return min(near, key=lambda n: abs(self._x(n) - x)) if near else None

    def _line_at(self, at: QPointF) -> int | None:
        """Return the trial whose line is under a point; the best of several."""
        for number in reversed(self._ranks):
            heights = self._lines[number]
            if not self._passes(heights):
                continue
            points = self._points(heights)
            for one, other in pairwise(points):
                if one.x() <= at.x() <= other.x() and other.x() > one.x():
                    share = (at.x() - one.x()) / (other.x() - one.x())
                    slope = math.atan2(other.y() - one.y(), other.x() - one.x())
                    off = abs(one.y() + share * (other.y() - one.y()) - at.y()) * math.cos(slope)
                    if off <= NEAR:
                        return number
        return None


def _axis(name: str, found: AnyRange) -> Axis:
    if isinstance(found, Choices):
        count = max(1, len(found.values) - 1)
        marks = [(n / count, value_words(value)) for n, value in enumerate(found.values)]
        return Axis(name, [(0.5, marks[0][1])] if len(marks) == 1 else marks)
    if found.low == found.high:
        return Axis(name, [(0.5, value_words(found.low))])
    middle = math.sqrt(found.low * found.high) if found.log else (found.low + found.high) / 2
    within: Value = round(middle) if isinstance(found.low, int) else middle
    place = _height(found, within)
    ends = [(0.0, value_words(found.low)), (1.0, value_words(found.high))]
    return Axis(name, [*ends, (0.5 if place is None else place, value_words(within))])


def _ends(low: float, high: float) -> list[tuple[float, str]]:
    if low == high:
        return [(0.5, f"{low:.4g}")]
    return [(0.0, f"{low:.4g}"), (0.5, f"{(low + high) / 2:.4g}"), (1.0, f"{high:.4g}")]


def _height(found: AnyRange, value: Value | None) -> float | None:
    """Return where on its axis a value is, from 0 to 1; None where it is not on it."""
    if isinstance(found, Choices):
        if value not in found.values:
            return None
        count = len(found.values) - 1
        return found.values.index(value) / count if count else 0.5
    if not isinstance(value, int | float):
        return None
    if found.low == found.high:
        return 0.5
    if found.log:
        return math.log(value / found.low) / math.log(found.high / found.low) if value > 0 else None
    return (value - found.low) / (found.high - found.low)


def _blend(one: QColor, other: QColor, share: float) -> QColor:
    def between(a: float, b: float) -> float:
        return a + (b - a) * share

    return QColor.fromRgbF(
        between(one.redF(), other.redF()),
        between(one.greenF(), other.greenF()),
        between(one.blueF(), other.blueF()),
    )
