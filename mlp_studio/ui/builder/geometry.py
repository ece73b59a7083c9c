"""Where everything on the builder's canvas is: pure layout arithmetic, no painting.

The columns stand at a common pitch, as wide as the canvas allows. Labels decide how
narrow it may get: first all stand in one row; then the bands' (Dropout, Flatten,
BatchNormalization) move to a second row; then every other one does; then the content
grows wider than the canvas and is scrolled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

Kind = Literal["input", "dense", "band"]
Measure = Callable[[str, bool], float]
"""Width in pixels of a string, set in bold or not."""

INPUT = ""  # key of the input column; no layer has an empty name

MARGIN = 16.0
LABEL_GAP = 12.0  # between neighbours in one row
LINE = 15.0
MIN_PITCH, MAX_PITCH = 40.0, 180.0
ROW_GAP = 5.0
SMALLEST_STEP, LARGEST_STEP = 7.0, 34.0  # between two neurons
SMALLEST_RADIUS, LARGEST_RADIUS = 8.0, 13.0  # of a neuron that has all the room it wants
FEWEST_ROWS = 4  # a column is drawn as high as this many neurons at least
BAND_WIDTH = 12.0
MAX_SHOWN, MOST_SHOWN = 10, 16  # columns with more units show two fewer; the latter where
ROOMY_STEP = 21.0  # neurons are still this far apart
HIGH = 420.0  # from this height on, labels tell more
WRAP_NAME, MAX_NAME = 104.0, 150.0


@dataclass(frozen=True)
class Cell:
    """What one column shows.

    Parameters
    ----------
    key : str
        Name of the layer; `INPUT` for the input.
    kind : {"input", "dense", "band"}
        Neurons or a slim band.
    units : int
        How many numbers leave it.
    name, detail : str
        The two texts beneath.
    style : str
        What a band does: ``"drop"``, ``"normalise"``, ``"activate"`` or ``"reshape"``.
    more : str
        A third text, for which there is not always room.
    """

    key: str
    kind: Kind
    units: int
    name: str
    detail: str
    style: str = ""
    more: str = ""

    @property
    def details(self) -> tuple[str, ...]:
        """The lines beneath the name."""
        return (self.detail, self.more) if self.more else (self.detail,)


@dataclass(frozen=True)
class Rect:
    """A rectangle in scene pixels."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def overlaps(self, other: Rect) -> bool:
        """Whether two rectangles share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True)
class Column:
    """One cell and where it stands.

    Parameters
    ----------
    cell : Cell
        What it shows.
    x : float
        Its middle.
    shown : tuple of int
        The units that are drawn, spread evenly over the layer when there are many.
    ys : tuple of float
        Middle of each drawn unit.
    radius : float
        Of a neuron.
    body, label : Rect
        Neurons or band with room for a frame, and the text beneath.
    name_lines : tuple of str
        The name; long ones are broken.
    row : int
        Row of the label: 0, or 1 below it.
    """

    cell: Cell
    x: float
    shown: tuple[int, ...]
    ys: tuple[float, ...]
    radius: float
    body: Rect
    label: Rect
    name_lines: tuple[str, ...]
    row: int

    @property
    def elided(self) -> bool:
        """Whether some units are not drawn."""
        return len(self.shown) < self.cell.units

    @property
    def dots_y(self) -> float:
        """Middle of the three dots that stand for the units not drawn."""
        half = len(self.ys) // 2
        return (self.ys[half - 1] + self.ys[half]) / 2


@dataclass(frozen=True)
class Layout:
    """All columns of a canvas; column 0 is the input, column ``i + 1`` layer ``i``."""

    columns: tuple[Column, ...]
    width: float
    height: float
    pitch: float
    middle: float
    links: tuple[tuple[int, int], ...] = field(default=())

    def gap_x(self, gap: int) -> float:
        """Return the middle of the gap where a layer would get position `gap`."""
        left = self.columns[gap].x
        if gap + 1 < len(self.columns):
            return (left + self.columns[gap + 1].x) / 2
        return min(left + self.pitch / 2, self.width - 14)

    def column_at(self, x: float, y: float) -> int | None:
        """Return the number of the column at a point, the nearest where two overlap."""
        hit = [
            (abs(x - column.x), number)
            for number, column in enumerate(self.columns)
            if column.body.contains(x, y) or column.label.contains(x, y)
        ]
        return min(hit)[1] if hit else None

    def gap_at(self, x: float, y: float) -> int | None:
        """Return the gap at a point between two columns' bodies, for insertion there."""
        body = self.columns[0].body
        if not body.y <= y <= body.y + body.height:
            return None
        gap = self.nearest_gap(x)
        reach = max(9.0, self.pitch * 0.22)
        return gap if abs(x - self.gap_x(gap)) <= reach else None

    def nearest_gap(self, x: float) -> int:
        """Return the gap that lies nearest."""
        return min(range(len(self.columns)), key=lambda gap: abs(x - self.gap_x(gap)))


def shown_units(units: int, most: int = MAX_SHOWN) -> tuple[int, ...]:
    """Return which units of a layer are drawn: all up to `most`, else some spread evenly."""
    if units <= most:
        return tuple(range(units))
    few = most - 2
    return tuple(int((k + 0.5) * units / few) for k in range(few))


def lay_out(
    cells: Sequence[Cell],
    width: float,
    height: float,
    measure: Measure,
    top: float = 24.0,
    spare: float = 0.0,
) -> Layout:
    """Place `cells` (the input first) on a canvas.

    A high canvas shows more neurons, and a third line of text if the columns fit with it.

    Parameters
    ----------
    cells : sequence of Cell
        At least the input.
    width, height : float
        Size of the canvas. The layout is wider when the columns do not fit.
    measure : Measure
        Tells the width of a string.
    top : float
        Room to leave above the columns.
    spare : float
        Room to leave beneath them where they do not fit.
    """
    brief = [replace(cell, more="") for cell in cells]
    if height >= HIGH:
        layout = _lay_out(cells, width, height, measure, top, spare)
        if layout.width <= width:
            return layout
    return _lay_out(brief, width, height, measure, top, spare)


def _lay_out(
    cells: Sequence[Cell], width: float, height: float, measure: Measure, top: float, spare: float
) -> Layout:
    names = [name_lines(cell.name, measure) for cell in cells]
    widths = [_label_width(cell, lines, measure) for cell, lines in zip(cells, names, strict=True)]
    rows, xs, total = _place(cells, widths, width)
    pitch = min((b - a for a, b in pairwise(xs)), default=MAX_PITCH)
    if total < width and len(cells) > 1:
        xs = [x + (width - total) / 2 for x in xs]
    highs = [
        (len(lines) + len(cell.details)) * LINE for cell, lines in zip(cells, names, strict=True)
    ]
    heights = [
        max(high for high, r in zip(highs, rows, strict=True) if r == row)
        for row in range(max(rows) + 1)
    ]
    high = height - spare if total > width + 1 else height
    label_top = high - 8 - sum(heights) - ROW_GAP * (len(heights) - 1)
    size = _sizes(cells, pitch, label_top - 12 - top)
    label_top = max(label_top, top + size.step * size.rows + 12)
    tops = (label_top, label_top + heights[0] + ROW_GAP)
    middle = (top + label_top - 6) / 2
    columns = []
    for number, cell in enumerate(cells):
        x, row = xs[number], rows[number]
        left = xs[number] - xs[number - 1] if number else pitch * 2
        right = xs[number + 1] - x if number + 1 < len(xs) else pitch * 2
        label = Rect(x - widths[number] / 2, tops[row], widths[number], highs[number])
        room = min(left, right)
        columns.append(_column(cell, x, row, names[number], label, room, middle, size))
    links = _links(columns)
    bottom = label_top + sum(heights) + 8
    return Layout(tuple(columns), max(width, total), max(high, bottom), pitch, middle, links)


@dataclass(frozen=True)
class _Sizes:
    """How many neurons a column shows at most, in how many rows, how far apart, how large."""

    most: int
    rows: int
    step: float
    radius: float


def _sizes(cells: Sequence[Cell], pitch: float, free: float) -> _Sizes:
    most = MOST_SHOWN if free / MOST_SHOWN >= ROOMY_STEP else MAX_SHOWN
    rows = max(FEWEST_ROWS, *(_rows(cell, most) for cell in cells))
    step = max(SMALLEST_STEP, min(LARGEST_STEP, free / rows))
    # Where columns stand close, room is left for the connections between them.
    largest = max(SMALLEST_RADIUS, min(LARGEST_RADIUS, pitch * 0.2))
    return _Sizes(most, rows, step, min(largest, step * 0.4))


def _rows(cell: Cell, most: int) -> int:
    """Return how many places of its column a cell takes."""
    if cell.kind == "band":
        return 0
    shown = len(shown_units(cell.units, most))
    return shown + 1 if shown < cell.units else shown


def _column(
    cell: Cell,
    x: float,
    row: int,
    lines: tuple[str, ...],
    label: Rect,
    room: float,
    middle: float,
    size: _Sizes,
) -> Column:
    shown = shown_units(cell.units, size.most) if cell.kind != "band" else ()
    radius, step = size.radius, size.step
    tallest = (size.rows - 1) * step / 2 + radius + 6
    if len(shown) <= 6 < size.rows:
        step *= 1.25
    dots = 1 if len(shown) < cell.units else 0
    span = (len(shown) + dots - 1) * step
    ys = [middle - span / 2 + k * step for k in range(len(shown))]
    if dots:
        ys = [y + step if k >= len(ys) // 2 else y for k, y in enumerate(ys)]
    half = min(max(label.width / 2 + 4, radius + 8), max(room / 2 - 3, radius + 4))
    body = Rect(x - half, middle - tallest, 2 * half, 2 * tallest)
    return Column(cell, x, shown, tuple(ys), radius, body, label, lines, row)


def _links(columns: Sequence[Column]) -> tuple[tuple[int, int], ...]:
    """Pair each column of neurons with the next one, over the bands between them."""
    with_units = [k for k, column in enumerate(columns) if column.cell.kind != "band"]
    return tuple(pairwise(with_units))


# --- horizontal places ---------------------------------------------------------------------


def _place(
    cells: Sequence[Cell], widths: Sequence[float], available: float
) -> tuple[list[int], list[float], float]:
    """Return the label row and the middle of each column, and the width of them all."""
    count = len(cells)
    if count == 1:
        return [0], [max(available * 0.2, MARGIN + widths[0] / 2)], available
    in_one = [0] * count
    bands_low = [int(cell.kind == "band") for cell in cells]
    by_turns = [number % 2 for number in range(count)]
    for rows in (in_one, bands_low, by_turns):
        if _total(_greedy(rows, widths, MIN_PITCH), widths) <= available:
            return rows, *_widest(rows, widths, available)
    rows = min((bands_low, by_turns), key=lambda r: _total(_greedy(r, widths, MIN_PITCH), widths))
    xs = _greedy(rows, widths, MIN_PITCH)
    return rows, xs, _total(xs, widths)


def _widest(
    rows: Sequence[int], widths: Sequence[float], available: float
) -> tuple[list[float], float]:
    """Find by bisection the largest pitch that fits."""
    low, high = MIN_PITCH, MAX_PITCH
    for _ in range(20):
        pitch = (low + high) / 2
        if _total(_greedy(rows, widths, pitch), widths) <= available:
            low = pitch
        else:
            high = pitch
    xs = _greedy(rows, widths, low)
    return xs, _total(xs, widths)


def _greedy(rows: Sequence[int], widths: Sequence[float], pitch: float) -> list[float]:
    """Place each column at least `pitch` from the last, its label clear of its row's last."""
    xs: list[float] = []
    row_end = {0: MARGIN - LABEL_GAP, 1: MARGIN - LABEL_GAP}
    for row, width in zip(rows, widths, strict=True):
        x = row_end[row] + LABEL_GAP + width / 2
        x = max(x, xs[-1] + pitch) if xs else x
        xs.append(x)
        row_end[row] = x + width / 2
    return xs


def _total(xs: Sequence[float], widths: Sequence[float]) -> float:
    ends = [x + width / 2 for x, width in zip(xs[-2:], widths[-2:], strict=True)]
    return max(*ends, xs[-1] + MIN_PITCH * 0.6) + MARGIN


# --- labels --------------------------------------------------------------------------------


def name_lines(name: str, measure: Measure) -> tuple[str, ...]:
    """Break a long name in two, best behind ``_``, ``-`` or ``.``; elide an endless one."""
    if measure(name, True) <= WRAP_NAME:
        return (name,)
    breaks = [k + 1 for k, sign in enumerate(name[:-1]) if sign in "_-."]
    half = len(name) / 2
    at = min(breaks, key=lambda k: abs(k - half), default=0)
    if not len(name) * 0.25 <= at <= len(name) * 0.75:
        at = round(half)
    return tuple(_elided(part, measure) for part in (name[:at], name[at:]))


def _elided(part: str, measure: Measure) -> str:
    if measure(part, True) <= MAX_NAME:
        return part
    keep = len(part)
    while keep > 4 and measure(part[: keep // 2] + "…" + part[-(keep // 2) :], True) > MAX_NAME:
        keep -= 2
    return part[: keep // 2] + "…" + part[-(keep // 2) :]


def _label_width(cell: Cell, lines: tuple[str, ...], measure: Measure) -> float:
    details = (measure(line, False) for line in cell.details)
    return max(*(measure(line, True) for line in lines), *details)
