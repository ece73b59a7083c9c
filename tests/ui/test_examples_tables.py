"""Histograms count rows, and pairs mark a row in every cell."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.table_sources import Column, ScikitTable, Table
from mlp_studio.ui.examples.histograms import HistogramView
from mlp_studio.ui.examples.pairs import MOST_COLUMNS, PairsView
from mlp_studio.ui.examples.scatters import PlaneView
from tests.ui.examples_studio import Studio, wheel

IRIS = DataSpec(source=ScikitTable(name="iris"), scaling="standard")
CANCER = DataSpec(source=ScikitTable(name="breast_cancer"), scaling="standard")
DIABETES = DataSpec(source=ScikitTable(name="diabetes"), scaling="standard")


def histograms(looker: Studio) -> HistogramView:
    view = looker.panel.view
    assert isinstance(view, HistogramView)
    return view


def pairs(looker: Studio) -> PairsView:
    looker.go("pairs")
    view = looker.panel.view
    assert isinstance(view, PairsView)
    return view


def test_every_column_has_a_histogram_by_class(looker: Studio) -> None:
    dataset = looker.load(IRIS)
    charts = histograms(looker).bars.charts
    assert [chart.look.name for chart in charts] == [
        "sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)",
    ]  # fmt: skip
    y = np.concatenate([dataset.train.y, dataset.validation.y])
    for chart in charts:
        assert chart.bars.counts.sum(axis=0).tolist() == np.bincount(y).tolist()
    raw = dataset.scaler.inverse(np.concatenate([dataset.train.x, dataset.validation.x]))
    expected, _ = np.histogram(raw[y == 1, 2], charts[2].bars.edges)
    assert charts[2].bars.counts[:, 1].tolist() == expected.tolist()


def test_a_part_and_fewer_classes_keep_the_edges(looker: Studio) -> None:
    looker.load(IRIS)
    before = histograms(looker).bars.charts[0].bars
    looker.choose(looker.panel.parts, 2)
    QTest.mouseClick(looker.panel.legend.buttons[0], Qt.MouseButton.LeftButton)
    looker.idle()
    after = histograms(looker).bars.charts[0].bars
    np.testing.assert_array_equal(after.edges, before.edges)
    assert after.counts.sum(axis=0).tolist() == [0, 10, 10]
    assert looker.words == "20 examples"


def test_the_card_reads_a_bar(looker: Studio) -> None:
    looker.load(IRIS)
    view = histograms(looker)
    bars = view.bars.charts[3].bars
    bar = int(bars.counts[:, 0].argmax())
    frame = view.bars.frame_of(3)
    wide = frame.width() / len(bars.counts)
    looker.hover(view.bars, QPointF(frame.left() + (bar + 0.5) * wide, frame.center().y()))
    words = view.card.words.text()
    assert "petal width (cm)" in words
    assert f"setosa <b>{bars.counts[bar, 0]}</b>" in words
    assert f"{bars.totals[bar]} examples" in words
    view.bars.setFocus()
    QTest.keyClick(view.bars, Qt.Key.Key_Right)
    other = bars.totals[min(bar + 1, len(bars.totals) - 1)]
    assert f"{other} examples" in view.card.words.text()


def test_many_columns_come_in_pages(looker: Studio) -> None:
    looker.load(CANCER)
    view = histograms(looker)
    columns, rows = view.bars.room
    seen = [chart.look.name for chart in view.bars.charts]
    assert len(seen) == columns * rows
    while view.pager.next.isEnabled():
        QTest.mouseClick(view.pager.next, Qt.MouseButton.LeftButton)
        looker.idle()
        seen += [chart.look.name for chart in view.bars.charts]
    assert len(seen) == len(set(seen)) == 30
    wheel(view.bars, QPointF(50, 50), 1)
    looker.idle()
    assert view.pager.last < 30


def test_regression_colours_bars_by_what_is_to_be_predicted(looker: Studio) -> None:
    dataset = looker.load(DIABETES)
    view = histograms(looker)
    looker.panel.resize(1800, 600)
    looker.idle()
    bars = view.bars.charts[2].bars
    assert bars.means is not None
    y = np.concatenate([dataset.train.y, dataset.validation.y])[:, 0]
    filled = bars.totals > 0
    mean = (bars.means[filled] * bars.totals[filled]).sum() / len(y)
    assert mean == pytest.approx(float(y.mean()), rel=1e-4)
    assert view.bars.charts[-1].look.name == "progression"
    assert not view.stacking.isVisible()


def test_overlaid_classes_look_different(looker: Studio) -> None:
    looker.load(IRIS)
    view = histograms(looker)
    before = view.bars.grab().toImage()
    looker.choose(view.stacking, 1)
    assert view.bars.grab().toImage() != before
    looker.choose(view.stacking, 0)
    assert view.bars.grab().toImage() == before


def test_a_row_is_read_in_any_cell_and_marked_in_all(looker: Studio) -> None:
    dataset = looker.load(IRIS)
    view = pairs(looker)
    assert view.matrix.pairs is not None
    at = view.matrix.places(1, 0)[5]
    looker.hover(view.matrix, QPointF(*at))
    index = int(view.painted[view.matrix.nearest(QPointF(*at))])
    values = dataset.scaler.inverse(dataset.train.x[index : index + 1])[0]
    words = view.card.words.text()
    for value in values:
        assert f"<b>{value:.5g}</b>" in words
    assert f"training example {index}" in words
    diagonal = view.matrix.cell(2, 2).center()
    looker.hover(view.matrix, diagonal)
    assert not view.card.isVisible()


def test_points_of_a_cell_stay_in_it(looker: Studio) -> None:
    looker.load(IRIS)
    matrix = pairs(looker).matrix
    for row in range(4):
        for column in range(4):
            frame, places = matrix.cell(row, column), matrix.places(row, column)
            assert all(frame.contains(QPointF(*place)) for place in places.tolist())


def test_up_to_five_columns_are_chosen_and_two_stay(looker: Studio) -> None:
    looker.load(CANCER)
    view = pairs(looker)
    actions = view.menu.actions()
    view.menu.popup(view.columns.mapToGlobal(view.columns.rect().bottomLeft()))

    def tick(number: int) -> None:
        place = view.menu.actionGeometry(actions[number]).center()
        QTest.mouseClick(
            view.menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    tick(4)
    assert view.menu.isVisible()
    assert [axis.name for axis in view.shown_axes][-1] == "mean smoothness"
    assert len(view.shown_axes) == MOST_COLUMNS
    assert not actions[5].isEnabled()
    tick(5)
    assert len(view.shown_axes) == MOST_COLUMNS
    for number in (0, 1, 2, 3, 4):
        tick(number)
    assert [axis.name for axis in view.shown_axes] == ["mean area", "mean smoothness"]
    view.menu.close()


def test_a_double_click_or_enter_shows_a_pair_alone(looker: Studio) -> None:
    looker.load(IRIS)
    view = pairs(looker)
    place = view.matrix.cell(3, 1).center().toPoint()
    QTest.mouseDClick(view.matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    plane = looker.panel.view
    assert isinstance(plane, PlaneView)
    assert plane.across.currentText() == "sepal width (cm)"
    assert plane.up.currentText() == "petal width (cm)"
    view = pairs(looker)
    view.matrix.setFocus()
    QTest.keyClick(view.matrix, Qt.Key.Key_Up)
    QTest.keyClick(view.matrix, Qt.Key.Key_Return)
    assert looker.panel.way == "plane"
    assert plane.up.currentText() == "petal length (cm)"


def test_categories_are_one_histogram_and_are_read_as_words(looker: Studio) -> None:
    rng = np.random.default_rng(0)
    codes = rng.integers(0, 3, 90)
    x = np.concatenate([rng.normal(size=(90, 1)), np.eye(3)[codes]], axis=1).astype(np.float32)
    y = (codes == 1).astype(np.int32)
    source = Table(
        path="cars.csv",
        columns=(
            Column(name="weight"),
            Column(name="colour", type="category", categories=("red", "green", "blue")),
            Column(name="sold", role="target", type="yes_no", categories=("no", "yes")),
        ),
    )
    facts = Facts("binary", (4,), 2)
    dataset = Dataset(facts, Part(x[:70], y[:70]), Part(x[70:], y[70:]), None, ("no", "yes"))
    looker.show(dataset, source)
    looker.go("histograms")
    view = histograms(looker)
    chart = view.bars.charts[1]
    assert chart.look.categories == ("red", "green", "blue")
    assert chart.bars.totals.tolist() == np.bincount(codes).tolist()
    looker.hover(view.bars, view.bars.frame_of(1).center())
    assert "<b>green</b>" in view.card.words.text()
    looker.go("plane")
    plane = looker.panel.view
    assert isinstance(plane, PlaneView)
    looker.hover(plane.plot, plane.plot.place(7))
    shown = int(plane.painted[plane.plot.nearest(plane.plot.place(7))])
    assert f"colour <b>{('red', 'green', 'blue')[codes[shown]]}</b>" in plane.card.words.text()


def test_no_view_minds_that_every_class_is_switched_off(looker: Studio) -> None:
    looker.load(IRIS)
    for button in looker.panel.legend.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for way in looker.ways:
        looker.go(way)
        view = looker.panel.view
        assert view is not None
        target = view.focusProxy()
        assert target is not None
        looker.hover(target, QPointF(target.rect().center()))
        wheel(target, QPointF(target.rect().center()), 1)
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Right, Qt.Key.Key_Home):
            QTest.keyClick(target, key)
        assert not looker.panel.grab().isNull()
        assert looker.words == "0 examples"
