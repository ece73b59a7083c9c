"""The builder's layout: nothing overlaps, nothing is cut off, every place can be hit."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from mlp_studio.core.check import shape_text
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.ui.builder.geometry import (
    INPUT,
    MOST_SHOWN,
    Cell,
    Layout,
    lay_out,
    name_lines,
    shown_units,
)
from mlp_studio.ui.builder.scene import detail
from mlp_studio.ui.theme import font

SIZES = ((980, 336), (760, 236))  # the canvas at 1600 × 900 and at 1366 × 768


def by_length(words: str, bold: bool) -> float:
    return len(words) * (7.0 if bold else 6.5)


def cells(network: NetworkSpec) -> list[Cell]:
    shape = network.input_shape
    result = [Cell(INPUT, "input", math.prod(shape), "input", shape_text(shape))]
    for layer, out in zip(network, network.shapes(), strict=True):
        kind = "dense" if isinstance(layer, Dense) else "band"
        units = layer.units if isinstance(layer, Dense) else math.prod(out)
        result.append(Cell(layer.name, kind, units, layer.name, detail(layer, out)))
    return result


def assert_sound(layout: Layout) -> None:
    columns = layout.columns
    for a, b in combinations(columns, 2):
        assert not a.label.overlaps(b.label), (a.cell.name, b.cell.name)
    for column in columns:
        assert column.label.x >= 0
        assert column.label.x + column.label.width <= layout.width + 0.01
        assert column.label.y + column.label.height <= layout.height + 0.01
        assert all(y + column.radius <= column.label.y for y in column.ys)
        assert all(y - column.radius >= 0 for y in column.ys)
        assert len(column.shown) <= MOST_SHOWN
        gaps = [b - a for a, b in pairwise(column.ys)]
        assert all(gap >= 2 * column.radius for gap in gaps)
    xs = [column.x for column in columns]
    assert xs == sorted(xs)
    for a, b in pairwise(columns):
        assert b.x - a.x > a.radius + b.radius


names = st.from_regex(r"[A-Za-z][A-Za-z0-9_.\-]{0,63}", fullmatch=True)
layers = st.one_of(
    st.builds(Dense, name=names, units=st.integers(1, 65536)),
    st.builds(Dense, units=st.integers(1, 12)),
    st.just(Dropout()),
    st.just(BatchNormalization()),
    st.just(Flatten()),
)


@given(
    st.lists(layers, max_size=40),
    st.sampled_from([(2,), (28, 28), (3, 32, 32)]),
    st.integers(300, 2000),
    st.integers(150, 700),
    st.sampled_from([14.0, 58.0, 75.0]),
)
def test_labels_never_overlap_and_stay_inside(chosen, shape, width, height, top):
    network = NetworkSpec(input_shape=shape)
    for layer in chosen:
        network = network.inserted(len(network.layers), layer)
    assert_sound(lay_out(cells(network), width, height, by_length, top))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_fits_without_scrolling(qapp, name, size):
    plain, bold = QFontMetricsF(font(9)), QFontMetricsF(font(9, bold=True))

    def measure(words: str, is_bold: bool) -> float:
        return (bold if is_bold else plain).horizontalAdvance(words)

    layout = lay_out(cells(TEMPLATES[name].project.network), *size, measure, 40.0)
    assert_sound(layout)
    assert layout.width <= size[0]
    assert layout.height <= size[1]


def test_more_layers_than_fit_make_the_content_wider():
    network = NetworkSpec(input_shape=(2,))
    for _ in range(60):
        network = network.inserted(len(network.layers), Dense(units=2000))
    layout = lay_out(cells(network), 980, 336, by_length)
    assert layout.width > 980
    assert_sound(layout)


def test_gaps_and_columns_are_where_they_are_drawn():
    layout = lay_out(cells(TEMPLATES["spirals-6"].project.network), 980, 336, by_length)
    for number, column in enumerate(layout.columns):
        assert layout.column_at(column.x, layout.middle) == number
        assert layout.column_at(column.x, column.label.y + 4) == number
        assert layout.nearest_gap(layout.gap_x(number)) == number
        assert layout.gap_at(layout.gap_x(number), layout.middle) == number
    assert layout.column_at(-50, layout.middle) is None
    assert layout.gap_at(layout.gap_x(3), layout.columns[0].label.y + 5) is None


def test_connections_pass_through_bands():
    layout = lay_out(cells(TEMPLATES["digits"].project.network), 980, 336, by_length)
    kinds = [column.cell.kind for column in layout.columns]
    assert kinds == ["input", "band", "dense", "band", "dense", "band", "dense"]
    assert layout.links == ((0, 2), (2, 4), (4, 6))


@pytest.mark.parametrize(("units", "count"), [(1, 1), (10, 10), (11, 8), (784, 8), (65536, 8)])
def test_shown_units_are_spread_over_the_layer(units, count):
    shown = shown_units(units)
    assert len(shown) == count
    assert list(shown) == sorted(set(shown))
    assert shown[0] >= 0
    assert shown[-1] < units


def test_a_high_canvas_shows_more_neurons_and_a_third_line():
    network = TEMPLATES["mnist-200-500-200"].project.network
    known = [replace(cell, more="1,234 parameters") for cell in cells(network)]
    low, high = (lay_out(known, 980, height, by_length) for height in (300, 560))
    assert max(len(column.shown) for column in low.columns) == 10
    assert max(len(column.shown) for column in high.columns) == 14
    assert not low.columns[1].cell.more
    assert high.columns[1].cell.more
    assert_sound(high)
    crowded = lay_out(known * 12, 980, 560, by_length)  # too wide: the third lines are left out
    assert not crowded.columns[1].cell.more


def test_frames_never_overlap():
    network = NetworkSpec(input_shape=(2,))
    for _ in range(40):
        network = network.inserted(len(network.layers), Dense(units=2000))
    layout = lay_out(cells(network), 980, 336, by_length)
    for a, b in pairwise(layout.columns):
        assert not a.body.overlaps(b.body)


def test_long_names_break_at_a_joint_and_endless_ones_are_elided():
    assert name_lines("dense_1", by_length) == ("dense_1",)
    assert name_lines("batch_normalization", by_length) == ("batch_", "normalization")
    lines = name_lines("x" * 64, by_length)
    assert len(lines) == 2
    assert all("…" in line and by_length(line, True) <= 150 for line in lines)
