"""Points painted by NumPy are where they should be, in their colours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from mlp_studio.ui.common.points import Layer, Mark, faded, palette, picture, stamp

RED, BLUE = QColor("#d00000"), QColor("#0000d0")
COLOURS = palette((RED, BLUE))


@pytest.mark.parametrize("size", range(2, 13))
def test_a_disc_covers_its_area_and_is_round(size: int) -> None:
    disc = stamp("disc", size)
    area = len(disc.core) + disc.cover.sum() / 255
    assert area == pytest.approx(np.pi * size**2 / 4, rel=0.12)
    mirrored = {(-x - (1 - size % 2), y) for x, y in disc.core.tolist()}
    assert mirrored == {(x, y) for x, y in disc.core.tolist()}


@pytest.mark.parametrize("size", range(5, 13))
def test_rings_and_crosses_are_no_discs(size: int) -> None:
    disc = stamp("disc", size)
    for mark in ("ring", "cross"):
        other = stamp(mark, size)  # type: ignore[arg-type]
        assert len(other.core) < len(disc.core)
    middle = [0, 0]
    assert middle in disc.core.tolist()
    assert middle not in stamp("ring", size).core.tolist()


def test_a_later_point_lies_over_an_earlier_one() -> None:
    both = np.array([[20.0, 20.0], [20.0, 20.0]])
    for order, top in (([0, 1], BLUE), ([1, 0], RED)):
        pixels = picture([Layer(both, np.array(order), stamp("disc", 5))], COLOURS, 40, 40).pixels
        assert pixels[20, 20] == top.rgba()


def test_later_layers_lie_over_earlier_ones_without_holes() -> None:
    lower = Layer(np.array([[20.0, 20.0]]), np.array([0]), stamp("disc", 9))
    upper = Layer(np.array([[22.0, 20.0]]), np.array([1]), stamp("disc", 5))
    pixels = picture([lower, upper], COLOURS, 40, 40).pixels
    alone = picture([lower], COLOURS, 40, 40).pixels
    whole = alone == RED.rgba()
    assert pixels[20, 22] == BLUE.rgba()
    assert (pixels[whole] >> 24 == 255).all()


@given(
    st.lists(st.tuples(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7)), max_size=20),
    st.sampled_from(["disc", "ring", "cross"]),
    st.integers(1, 12),
)
def test_points_outside_leave_no_trace_and_do_no_harm(
    places: list[tuple[float, float]], mark: Mark, size: int
) -> None:
    points = np.array(places, np.float32).reshape(-1, 2)
    layer = Layer(points, np.zeros(len(points), int), stamp(mark, size))
    pixels = picture([layer], COLOURS, 30, 20).pixels
    assert pixels.shape == (20, 30)
    reach = size / 2 + 2
    near = (points > -reach).all(axis=1) & (points < np.array([30, 20]) + reach).all(axis=1)
    if not near.any():
        assert not pixels.any()


def test_what_is_no_number_is_left_out() -> None:
    layer = Layer(np.array([[np.nan, 5.0], [np.inf, 5.0]]), np.array([0, 0]), stamp("disc", 3))
    assert not picture([layer], COLOURS, 10, 10).pixels.any()


def test_faded_colours_are_multiplied_by_their_alpha() -> None:
    (half,) = faded(palette((QColor(200, 100, 50),)), 128)
    channels = [(int(half) >> shift) & 255 for shift in (24, 16, 8, 0)]
    assert channels == [128, 200 * 128 // 255, 100 * 128 // 255, 50 * 128 // 255]


def test_a_picture_is_painted_where_it_is_put(qtbot: QtBot) -> None:
    layer = Layer(np.array([[10.0, 5.0]]), np.array([0]), stamp("disc", 5))
    painted = picture([layer], COLOURS, 30, 20)
    sheet = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(0)
    painter = QPainter(sheet)
    painted.draw(painter, QPointF(20, 30), 1.0)
    painter.end()
    assert sheet.pixelColor(30, 35) == RED
    assert sheet.pixelColor(10, 5).alpha() == 0
    again = [[sheet.pixel(20 + x, 30 + y) for x in range(30)] for y in range(20)]
    np.testing.assert_array_equal(np.array(again, np.uint32), painted.pixels)
