"""Points in the plane and in space are moved, turned and read."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from mlp_studio.analysis.space import Eye
from mlp_studio.core.datasets import DataSpec, Spirals
from mlp_studio.core.function_source import GALLERY, Function, FunctionInput
from mlp_studio.core.table_sources import ScikitTable
from mlp_studio.ui.examples.point_plot import PointPlot
from mlp_studio.ui.examples.scatters import PlaneView, SpaceView
from tests.ui.examples_studio import Studio, drag, wheel

SPIRALS = DataSpec(source=Spirals(n_classes=3, num_arms=3, points_per_arm=40), scaling="standard")
EGG = DataSpec(source=Function(samples=500), scaling="min_max")


def plane(looker: Studio) -> PlaneView:
    view = looker.panel.view
    assert isinstance(view, PlaneView)
    return view


def space(looker: Studio) -> SpaceView:
    view = looker.panel.view
    assert isinstance(view, SpaceView)
    return view


def middle(plot: PointPlot) -> tuple[float, float]:
    assert plot.window_shown is not None
    return plot.window_shown.x, plot.window_shown.y


def test_the_plane_shows_raw_points_of_every_part(looker: Studio) -> None:
    dataset = looker.load(SPIRALS)
    assert looker.ways == ["plane", "histograms"]
    cloud = plane(looker).plot.cloud
    assert cloud is not None
    raw = dataset.scaler.inverse(np.concatenate([dataset.train.x, dataset.validation.x]))
    np.testing.assert_allclose(cloud.points, raw, atol=1e-6)
    assert np.bincount(cloud.mark_of).tolist() == [96, 24]
    assert looker.words == "120 examples"
    frame = plane(looker).plot.frame
    pixels = [plane(looker).plot.place(k) for k in range(120)]
    assert all(frame.contains(place) for place in pixels)


def test_the_card_reads_a_point(looker: Studio) -> None:
    dataset = looker.load(SPIRALS)
    view = plane(looker)
    looker.hover(view.plot, view.plot.place(100))
    x, y = dataset.scaler.inverse(dataset.validation.x[4:5])[0]
    words = view.card.words.text().replace("−", "-")
    assert f"x <b>{x:.5g}</b>" in words
    assert f"y <b>{y:.5g}</b>" in words
    assert f"class <b>{dataset.validation.y[4]}</b>" in words
    assert "validation example 4" in words
    looker.hover(view.plot, QPointF(3, 3))
    assert not view.card.isVisible()


def test_classes_are_switched_off(looker: Studio) -> None:
    dataset = looker.load(SPIRALS)
    QTest.mouseClick(looker.panel.legend.buttons[0], Qt.MouseButton.LeftButton)
    cloud = plane(looker).plot.cloud
    assert cloud is not None
    assert set(cloud.colour_of.tolist()) == {1, 2}
    assert looker.words == "80 examples"
    kept = plane(looker).painted
    y = np.concatenate([dataset.train.y, dataset.validation.y])
    assert (y[kept] == cloud.colour_of).all()


def test_dragging_moves_the_point_with_the_mouse(looker: Studio) -> None:
    looker.load(SPIRALS)
    plot = plane(looker).plot
    before = plot.place(3)
    start = plot.frame.center().toPoint()
    drag(plot, start, start + QPoint(40, -25))
    moved = plot.place(3) - before
    assert moved.x() == pytest.approx(40, abs=0.1)
    assert moved.y() == pytest.approx(-25, abs=0.1)


def test_the_wheel_zooms_about_the_mouse_and_a_double_click_shows_all(looker: Studio) -> None:
    looker.load(SPIRALS)
    plot = plane(looker).plot
    whole = plot.window_shown
    at = plot.place(5)
    wheel(plot, at, 4)
    assert plot.window_shown is not None
    assert whole is not None
    assert plot.window_shown.wide < whole.wide / 2
    assert (plot.place(5) - at).manhattanLength() < 0.5
    for _ in range(200):
        wheel(plot, at, 8)
    assert plot.window_shown.wide > 0
    assert np.isfinite(plot.place(5).x())
    QTest.mouseDClick(plot, Qt.MouseButton.LeftButton)
    assert plot.window_shown == whole


def test_the_plane_keeps_its_proportions(looker: Studio) -> None:
    looker.load(SPIRALS)
    plot = plane(looker).plot
    for size in ((900, 330), (500, 600)):
        looker.panel.resize(*size)
        window, frame = plot.window_shown, plot.frame
        assert window is not None
        assert window.wide / frame.width() == pytest.approx(window.high / frame.height())


def test_keys_move_and_zoom(looker: Studio) -> None:
    looker.load(SPIRALS)
    plot = plane(looker).plot
    plot.setFocus()
    whole = plot.window_shown
    x, y = middle(plot)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert middle(plot)[0] > x
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert middle(plot)[1] > y
    QTest.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.window_shown is not None
    assert whole is not None
    assert plot.window_shown.wide < whole.wide
    QTest.keyClick(plot, Qt.Key.Key_Minus)
    assert plot.window_shown.wide == pytest.approx(whole.wide)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.window_shown == whole


def test_a_function_of_two_inputs_stands_in_space(looker: Studio) -> None:
    dataset = looker.load(EGG)
    assert looker.ways == ["space", "plane", "histograms", "pairs"]
    shown = space(looker).plot.space
    assert shown is not None
    low, high = shown.ranges[2]
    y = np.concatenate([dataset.train.y, dataset.validation.y])[:, 0]
    np.testing.assert_allclose((shown.points[:, 2] + 1) / 2 * (high - low) + low, y, atol=1e-5)
    assert shown.colour_of[y.argmin()] == 0
    assert shown.colour_of[y.argmax()] == len(shown.colours) - 1
    assert [axis.name for axis in shown.axes] == ["x", "y", "f"]


def test_dragging_keys_and_wheel_turn_and_zoom(looker: Studio) -> None:
    looker.load(EGG)
    plot = space(looker).plot
    first = plot.eye
    drag(plot, QPoint(200, 100), QPoint(260, 120))
    assert plot.eye.turn > first.turn
    assert plot.eye.tilt > first.tilt
    plot.setFocus()
    before = plot.eye
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.eye.turn < before.turn
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.eye.tilt < before.tilt
    wheel(plot, QPointF(200, 100), 3)
    assert plot.eye.zoom > 1.4
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.eye == Eye()


def test_the_card_reads_the_foremost_point(looker: Studio) -> None:
    dataset = looker.load(EGG)
    view = space(looker)
    depth = {}
    for index in range(0, 400, 7):
        at = view.plot.place(index)
        depth[index] = view.plot.nearest(at)
    assert all(index >= 0 for index in depth.values())
    index = next(k for k, found in depth.items() if k == found)
    looker.hover(view.plot, view.plot.place(index))
    value = float(dataset.train.y[index, 0])
    assert f"f <b>{value:.5g}</b>" in view.card.words.text().replace("−", "-")
    assert f"training example {index}" in view.card.words.text()


def test_outputs_and_inputs_of_a_larger_function_are_chosen(looker: Studio) -> None:
    names = tuple(FunctionInput(name=name) for name in ("a", "b", "c"))
    source = Function(formulas=("a", "b * c"), inputs=names, samples=60)
    dataset = looker.load(DataSpec(source=source))
    view = space(looker)
    looker.choose(view.height_axis, 1)
    looker.choose(view.second, 2)
    shown = view.plot.space
    assert shown is not None
    assert [axis.name for axis in shown.axes] == ["a", "c", "f2"]
    y = np.concatenate([dataset.train.y, dataset.validation.y])[:, 1]
    assert shown.colour_of[y.argmax()] == len(shown.colours) - 1
    assert shown.ranges[2] == (pytest.approx(y.min()), pytest.approx(y.max()))


def test_a_function_of_one_input_is_a_curve(looker: Studio) -> None:
    dataset = looker.load(DataSpec(source=GALLERY["wave"].function))
    assert looker.ways == ["plane", "histograms"]
    cloud = plane(looker).plot.cloud
    assert cloud is not None
    np.testing.assert_allclose(cloud.points[: len(dataset.train), 1], dataset.train.y[:, 0])
    assert plane(looker).up.currentText() == "f"


def test_a_table_of_classes_stands_in_space_too(looker: Studio) -> None:
    looker.load(DataSpec(source=ScikitTable(name="iris"), scaling="standard"))
    assert looker.ways == ["space", "plane", "histograms", "pairs"]
    assert looker.panel.way == "histograms"
    looker.go("space")
    shown = space(looker).plot.space
    assert shown is not None
    assert shown.axes[2].name == "petal length (cm)"
    assert set(shown.colour_of.tolist()) == {0, 1, 2}


def test_both_looks_paint_what_is_shown(looker: Studio) -> None:
    for spec in (SPIRALS, EGG):
        looker.load(spec)
        seen = set()
        for look in ("dark", "light"):
            looker.theme.set_mode(look)
            image = looker.panel.grab().toImage()
            colours = {image.pixel(x, y) for x in range(60, 840, 5) for y in range(60, 280, 5)}
            assert len(colours) > 8
            seen.add(frozenset(colours))
        assert len(seen) == 2
