"""What is drawn on the canvas: strokes that grow, an eraser, and every gesture undoable."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from mlp_studio.digits.drawing import Drawing, PenStroke, curve, erased, touched
from mlp_studio.digits.strokes import Point

Tool = Literal["pen", "strokes", "parts"]
"""The pen, an eraser of whole strokes, an eraser of what it is led over."""

NEAR = 4.0  # canvas units: pointers seen closer than that are joined by straight lines
MOST_UNDONE = 200  # gestures that are remembered


class Board:
    """A drawing that changes by gestures: pen down, moves, pen up.

    Everything is in the units of the canvas.
    """

    def __init__(self) -> None:
        self._kept: Drawing = ()
        self._past: list[Drawing] = []
        self._future: list[Drawing] = []
        self._seen: list[Point] = []  # where the pointer was, of the stroke being drawn
        self._pressed: list[float] = []
        self._settled: tuple[list[Point], list[float]] = ([], [])
        self._width = 0.0
        self._erasing: tuple[Tool, Point, float] | None = None
        self._before: Drawing = ()

    @property
    def kept(self) -> Drawing:
        """The strokes without the one being drawn."""
        return self._kept

    @property
    def growing(self) -> PenStroke | None:
        """The stroke being drawn."""
        if not self._seen:
            return None
        points, pressures = self._settled
        every = (*points, self._seen[-1]) if len(self._seen) > 1 else (self._seen[0],)
        shares = (*pressures, self._pressed[-1]) if len(self._seen) > 1 else (self._pressed[0],)
        return PenStroke(every, self._width, shares if min(shares) < 1 else ())

    @property
    def drawing(self) -> Drawing:
        """All strokes."""
        growing = self.growing
        return self._kept if growing is None else (*self._kept, growing)

    @property
    def can_undo(self) -> bool:
        """Whether there is a gesture to take back."""
        return bool(self._past) or bool(self._seen)

    @property
    def can_redo(self) -> bool:
        """Whether there is a gesture to bring back."""
        return bool(self._future)

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way."""
        return bool(self._seen) or self._erasing is not None

    # --- gestures ----------------------------------------------------------------------

    def press(self, tool: Tool, point: Point, width: float, pressure: float = 1.0) -> None:
        """Begin a gesture; one that is under way ends."""
        self.release()
        self._before = self._kept
        if tool == "pen":
            self._width = width
            self._seen, self._pressed = [point], [pressure]
            self._settled = ([point], [pressure])
        else:
            self._erasing = (tool, point, width / 2)
            self._erase(point)

    def move(self, point: Point, pressure: float = 1.0) -> None:
        """Lead the pen or the eraser on."""
        if self._erasing is not None:
            self._erase(point)
            return
        if not self._seen:
            return
        self._seen.append(point)
        self._pressed.append(pressure)
        if len(self._seen) > 2:
            self._settle(len(self._seen) - 3)

    def release(self) -> None:
        """End the gesture: it can be undone from now on."""
        if self._seen:
            if len(self._seen) > 1:
                self._settle(len(self._seen) - 2)
            points, shares = self._settled
            whole = PenStroke(tuple(points), self._width, tuple(shares) if min(shares) < 1 else ())
            self._kept = (*self._kept, whole)
            self._seen, self._pressed, self._settled = [], [], ([], [])
        self._erasing = None
        if self._kept != self._before:
            self._remember(self._before)
        self._before = self._kept

    def give_up(self) -> None:
        """Leave the drawing as it was before the gesture."""
        self._seen, self._pressed, self._settled = [], [], ([], [])
        self._erasing = None
        self._kept = self._before

    def replace(self, drawing: Drawing) -> None:
        """Put another drawing in place of this one, as one gesture."""
        self.release()
        if drawing != self._kept:
            self._remember(self._kept)
            self._kept = self._before = drawing

    def undo(self) -> None:
        """Take the last gesture back; one that is under way is given up."""
        if self.busy:
            self.give_up()
        elif self._past:
            self._future.append(self._kept)
            self._kept = self._before = self._past.pop()

    def redo(self) -> None:
        """Bring back the gesture that was taken back last."""
        self.release()
        if self._future:
            self._past.append(self._kept)
            self._kept = self._before = self._future.pop()

    def _remember(self, before: Drawing) -> None:
        self._past.append(before)
        del self._past[:-MOST_UNDONE]
        self._future.clear()

    def _settle(self, k: int) -> None:
        """Join the k-th place where the pointer was seen to the next by a curve."""
        seen = self._seen
        between = curve(
            seen[max(k - 1, 0)], seen[k], seen[k + 1], seen[min(k + 2, len(seen) - 1)], NEAR
        )
        points, shares = self._settled
        first, second = self._pressed[k], self._pressed[k + 1]
        points += between
        count = len(between)
        shares += [first + (second - first) * (part + 1) / count for part in range(count)]

    def _erase(self, point: Point) -> None:
        assert self._erasing is not None, "asked only while erasing"
        tool, last, radius = self._erasing
        if tool == "strokes":
            left = tuple(s for s in self._kept if not touched(s, last, point, radius))
        else:
            left = tuple(part for s in self._kept for part in erased(s, last, point, radius))
        self._kept = left
        self._erasing = (tool, point, radius)


def with_width(drawing: Drawing, width: float) -> Drawing:
    """Return the drawing, strokes of unknown width drawn with a pen of this one."""
    return tuple(s if s.width else replace(s, width=width) for s in drawing)
