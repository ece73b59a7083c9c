"""Pure rules of the canvas's gestures: what lies where, how far a drag goes."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.layers import MAX_UNITS, Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.builder.geometry import Layout, Rect, lay_out
from mlp_studio.ui.builder.hits import (
    core,
    curve_at,
    edge_at,
    edge_x,
    layers_in,
    unit_at,
)
from mlp_studio.ui.builder.marks import PLUS_RADIUS
from mlp_studio.ui.builder.minimap import bar_height
from mlp_studio.ui.builder.sizing import DOUBLE, ROUND, SINGLE, dragged_units
from mlp_studio.ui.builder.values import UNIT_STEPS
from tests.ui.test_builder_geometry import by_length, cells

units = st.integers(1, MAX_UNITS)
ways = st.integers(-2000, 2000)


@given(units, ways, st.booleans())
def test_a_drag_stays_in_range_and_begins_where_it_was(start, way, single):
    result = dragged_units(start, way, single=single)
    assert 1 <= result <= MAX_UNITS
    assert dragged_units(start, 0, single=single) == start
    assert single or result in {*ROUND, start}


@given(units, st.lists(ways, min_size=2, max_size=20), st.booleans())
def test_a_longer_way_never_means_fewer_units(start, several, single):
    results = [dragged_units(start, way, single=single) for way in sorted(several)]
    assert results == sorted(results)


@given(units, ways)
def test_units_double_every_sixty_pixels(start, way):
    exact = start * 2 ** (way / DOUBLE)
    result = dragged_units(start, way)
    if 1 <= exact <= MAX_UNITS:  # round numbers are at most a factor 1.5 apart
        assert abs(math.log2(result / exact)) <= math.log2(1.5) / 2 + 0.21
    if start * 2 <= MAX_UNITS and start in UNIT_STEPS:
        assert dragged_units(start, DOUBLE) == start * 2
    if start < MAX_UNITS:
        assert dragged_units(start, SINGLE, single=True) == start + 1


@st.composite
def layouts(draw) -> Layout:
    network = NetworkSpec(input_shape=(draw(st.integers(1, 20)),))
    layers = st.one_of(st.builds(Dense, units=st.integers(1, 3000)), st.just(Dropout()))
    for layer in draw(st.lists(layers, min_size=1, max_size=25)):
        network = network.inserted(len(network.layers), layer)
    size = draw(st.integers(400, 1600)), draw(st.integers(200, 700))
    return lay_out(cells(network), *size, by_length)


@given(layouts())
def test_every_edge_can_be_taken_hold_of_beside_the_plus(layout):
    for number, column in enumerate(layout.columns):
        x, y = edge_x(layout, number), column.body.y + 3
        if column.cell.kind != "dense":
            assert edge_at(layout, x, y) != number
            continue
        assert edge_at(layout, x, y) == number
        assert x > column.x + column.radius
        assert edge_at(layout, column.x, y) is None
        assert edge_at(layout, x, column.label.y + column.label.height) is None
        if number + 1 < len(layout.columns):
            gap = layout.columns[number + 1].x - column.x
            assert x <= layout.gap_x(number) - min(PLUS_RADIUS + 2, gap / 2 - column.radius - 6)


@given(layouts())
def test_every_neuron_and_no_other_is_under_its_middle(layout):
    for number, column in enumerate(layout.columns):
        for place, y in enumerate(column.ys):
            assert unit_at(layout, column.x, y) == (number, place)
    assert unit_at(layout, -100, layout.middle) is None


@given(layouts(), st.data())
def test_a_rectangle_selects_what_it_touches_in_order(layout, data):
    names = [column.cell.key for column in layout.columns[1:]]
    everything = Rect(-1, -1, layout.width + 2, layout.height + 2)
    assert list(layers_in(layout, everything)) == names
    first = data.draw(st.integers(1, len(names)))
    last = data.draw(st.integers(first, len(names)))
    a, b = core(layout.columns[first]), core(layout.columns[last])
    strip = Rect(a.x + 1, a.y + 1, b.x + b.width - a.x - 2, 4)
    assert list(layers_in(layout, strip)) == names[first - 1 : last]
    assert layers_in(layout, Rect(-50, -50, 10, 10)) == ()


@given(layouts(), st.floats(0.02, 0.98))
def test_a_connection_is_found_on_its_own_curve(layout, t):
    for a, b in layout.links[:3]:
        source, target = layout.columns[a], layout.columns[b]
        left, right = source.x + source.radius, target.x - target.radius
        bend = 0.45
        x = 3 * bend * t * (1 - t) ** 2 + 3 * (1 - bend) * t**2 * (1 - t) + t**3
        x = left + x * (right - left)
        risen = t * t * (3 - 2 * t)
        heights = [
            (y0 + (y1 - y0) * risen, i, j)
            for i, y0 in enumerate(source.ys)
            for j, y1 in enumerate(target.ys)
        ]
        y, i, j = heights[len(heights) // 2]
        found = curve_at(source, target, x, y)
        assert found is not None
        near = next(h for h, k, m in heights if (k, m) == found)
        assert abs(near - y) < 1e-3 or found == (i, j)
        above = min(heights)[0] - 40
        assert curve_at(source, target, x, above) is None
    source, target = layout.columns[0], layout.columns[-1]
    assert curve_at(source, target, source.x - 50, layout.middle) is None


def test_bars_of_the_map_grow_with_the_units():
    heights = [bar_height(count, 22.0) for count in (1, 2, 64, 2000, MAX_UNITS)]
    assert all(a < b for a, b in pairwise(heights))
    assert heights[0] > 4
    assert heights[-1] == 22.0
