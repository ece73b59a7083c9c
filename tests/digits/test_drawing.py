"""Drawings: pens of several widths, pressure, the eraser and fast pointers."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.drawing import PenStroke, curve, drawing_to_image, erased, touched
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.stroke_files import StrokeExample, read_strokes
from mlp_studio.digits.strokes import strokes_to_image
from mlp_studio.storage.strokes import write_strokes

LINE = tuple((float(x), 140.0) for x in range(40, 241, 10))
WAY = ((60.0, 60.0), (200.0, 60.0), (150.0, 140.0), (110.0, 220.0))

numbers = st.floats(0, 280, allow_nan=False)
points = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=12)
pens = st.sampled_from([6.0, 20.0, 44.0])


@st.composite
def strokes(draw: st.DrawFn) -> PenStroke:
    way = tuple(draw(points))
    pressed = draw(st.booleans())
    shares = st.lists(st.floats(0.2, 1), min_size=len(way), max_size=len(way))
    return PenStroke(way, draw(pens), tuple(draw(shares)) if pressed else ())


@pytest.mark.parametrize("width", [5.0, 20.0, 60.0])
def test_the_width_of_the_pen_makes_no_difference_once_it_is_mnists(width: float) -> None:
    image = drawing_to_image((PenStroke(WAY, width),))
    assert np.array_equal(image, strokes_to_image([WAY]))
    own = drawing_to_image((PenStroke(WAY, width),), own_pen=True)
    assert own is not None
    assert not np.array_equal(own, image)


def test_a_wider_pen_gives_more_ink_where_it_counts() -> None:
    ink = []
    for width in (8, 20, 40):
        for steps in (Preparation(), Preparation(plain_resize=True)):
            image = drawing_to_image((PenStroke(WAY, width),), steps, own_pen=True, canvas=280)
            assert image is not None
            ink.append(float(image.sum()))
    assert ink[0::2] == sorted(ink[0::2])
    assert ink[1::2] == sorted(ink[1::2])


def test_pressure_makes_lines_thick_and_thin() -> None:
    shares = tuple(np.linspace(0.3, 1, len(LINE)))
    image = drawing_to_image(
        (PenStroke(LINE, 40.0, shares),), Preparation(plain_resize=True), canvas=280
    )
    assert image is not None
    thickness = image.sum(axis=0)
    assert thickness[6] < 0.6 * thickness[20]
    assert thickness[23] == pytest.approx(28 / 280 * 40, abs=0.6)


def test_whole_pressure_is_no_pressure() -> None:
    shares = (1.0,) * len(WAY)
    plain = drawing_to_image((PenStroke(WAY, 20.0),))
    assert np.array_equal(drawing_to_image((PenStroke(WAY, 20.0, shares),)), plain)
    nearly = drawing_to_image((PenStroke(WAY, 20.0, (0.999,) * len(WAY)),))
    assert nearly is not None
    assert plain is not None
    assert np.abs(nearly - plain).mean() < 0.02  # two renderers, one look


@given(st.lists(strokes(), min_size=1, max_size=4), st.booleans(), st.booleans())
@settings(max_examples=60)
def test_any_drawing_gives_an_image(drawing: list[PenStroke], own_pen: bool, plain: bool) -> None:
    steps = Preparation(plain_resize=plain)
    image = drawing_to_image(drawing, steps, own_pen=own_pen, canvas=280)
    if image is None:  # a corner of the paper may hold too little ink to see
        assert plain
        return
    assert image.shape == (28, 28)
    assert np.isfinite(image).all()
    assert image.min() >= 0
    assert image.max() <= 1


# --- the eraser --------------------------------------------------------------------------------


def test_the_eraser_cuts_a_line_in_two() -> None:
    shares = tuple(np.linspace(0.5, 1, len(LINE)))
    left, right = erased(PenStroke(LINE, 20.0, shares), (140, 100), (140, 180), 15)
    assert left.points[0] == LINE[0]
    assert right.points[-1] == LINE[-1]
    # Half a pen width of ink beyond each end, and the eraser's own half.
    assert left.points[-1][0] == pytest.approx(140 - 25, abs=1)
    assert right.points[0][0] == pytest.approx(140 + 25, abs=1)
    assert left.pressures[-1] == pytest.approx(np.interp(left.points[-1][0], [40, 240], [0.5, 1]))
    image = drawing_to_image((left, right), Preparation(plain_resize=True), canvas=280)
    assert image is not None
    assert image[:, 13:15].max() == 0
    assert image[13:15, 8].sum() > 1


def test_what_the_eraser_does_not_reach_is_the_same_stroke() -> None:
    stroke = PenStroke(LINE, 20.0)
    assert erased(stroke, (140, 200), (140, 260), 15) == (stroke,)
    assert not touched(stroke, (140, 200), (140, 260), 15)
    assert touched(stroke, (145, 100), (145, 180), 1)
    assert erased(PenStroke(((50.0, 50.0),), 20), (45, 50), (55, 50), 5) == ()


@given(strokes(), st.tuples(numbers, numbers), st.tuples(numbers, numbers), st.floats(2, 30))
@settings(max_examples=80)
def test_nothing_is_left_under_the_eraser_and_nothing_is_added(
    stroke: PenStroke, start: tuple[float, float], end: tuple[float, float], radius: float
) -> None:
    left = erased(stroke, start, end, radius)
    reach = radius + stroke.width / 2
    for part in left:
        assert not part.pressures or len(part.pressures) == len(part.points)
        assert min(math.dist(start, p) for p in part.points) >= reach - 1e-6
        assert min(math.dist(end, p) for p in part.points) >= reach - 1e-6
    length = sum(math.dist(a, b) for part in left for a, b in pairwise(part.points))
    whole = sum(math.dist(a, b) for a, b in pairwise(stroke.points))
    assert length <= whole + 1e-6
    assert bool(left == (stroke,)) or touched(stroke, start, end, radius)


# --- fast pointers -----------------------------------------------------------------------------


@given(st.lists(st.tuples(numbers, numbers), min_size=4, max_size=4))
@settings(max_examples=80)
def test_a_curve_leads_from_place_to_place_without_detours(
    seen: list[tuple[float, float]],
) -> None:
    way = curve(seen[0], seen[1], seen[2], seen[3], 4)
    assert way[-1] == seen[2]
    straight = math.dist(seen[1], seen[2])
    assert len(way) == max(1, math.ceil(straight / 4))
    for point in way:
        assert min(math.dist(point, seen[1]), math.dist(point, seen[2])) <= straight + 1e-6


def test_a_circle_seen_at_eight_places_stays_round() -> None:
    angles = np.linspace(0, 2 * np.pi, 9)
    seen = [(140 + 100 * math.cos(a), 140 + 100 * math.sin(a)) for a in angles]
    way = [p for k in range(1, 7) for p in curve(*seen[k - 1 : k + 3], 4)]
    radii = [math.dist(p, (140, 140)) for p in way]
    assert min(radii) > 97  # a chord comes as near as 92
    assert max(radii) < 101


# --- files -------------------------------------------------------------------------------------


def test_widths_and_pressures_come_back_from_a_file(tmp_path: Path) -> None:
    drawing = (PenStroke(LINE, 12.5, (0.5,) * len(LINE)), PenStroke(WAY, 20.0))
    path = tmp_path / "two.json"
    write_strokes(path, [StrokeExample(drawing, 4), StrokeExample((PenStroke(WAY),))])
    first, second = read_strokes(path)
    assert first == StrokeExample(drawing, 4)
    assert second == StrokeExample((PenStroke(WAY),))
    items = json.loads(path.read_text())
    assert items[0]["strokes"][1][0] == [60.0, 60.0]
    assert set(items[1]) == {"strokes"}


@pytest.mark.parametrize(
    "more",
    [
        {"widths": [1, 2]},
        {"widths": ["wide"]},
        {"pressures": [[0.5]]},
        {"pressures": [[0.5, None]]},
        {"pressures": 3},
        {"widths": [10**400]},
    ],
)
def test_odd_widths_and_pressures_are_explained(tmp_path: Path, more: dict[str, object]) -> None:
    path = tmp_path / "odd.json"
    path.write_text(json.dumps([{"strokes": [[[1, 2], [3, 4]]], **more}]))
    with pytest.raises(StudioError, match="a width for each stroke and a pressure"):
        read_strokes(path)
