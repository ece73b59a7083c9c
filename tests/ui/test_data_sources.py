"""Sources in the data panel: the chooser, sliders and the preview of each kind."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.function_source import GALLERY, Function, FunctionInput
from mlp_studio.ui.data import charts
from tests.ui.data_desk import SPIRALS, Desk, drag

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier


# --- choosing ---------------------------------------------------------------------------------


def test_headings_stand_between_the_sources_and_cannot_be_chosen(desk: Desk) -> None:
    combo = desk.panel.source
    words = [combo.itemText(row) for row in range(combo.count())]
    assert words.index("Plane") < words.index("Moons") < words.index("Functions")
    for heading in ("Plane", "Functions", "Images"):
        flags = combo.model().index(words.index(heading), 0).flags()
        assert not flags & Qt.ItemFlag.ItemIsSelectable
        assert combo.itemData(words.index(heading)) is None
    combo.setFocus()
    for _ in range(20):  # up to the first source, never onto a heading
        QTest.keyClick(combo, Qt.Key.Key_Up)
    assert combo.currentData() == "spirals"


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("moons", "noise"),
        ("circles", "n_classes"),
        ("blobs", "n_classes"),
        ("xor", "gap"),
        ("checkerboard", "squares"),
        ("gaussian-quantiles", "n_classes"),
    ],
)
def test_every_source_of_the_plane_has_sliders_that_show_at_once(
    desk: Desk, kind: str, row: str
) -> None:
    desk.choose(desk.panel.source, kind)
    desk.loaded()
    assert desk.document.data.source.kind == kind
    assert desk.document.network == SPIRALS.network
    before = desk.document.data
    picture = desk.panel.preview.grab().toImage()
    drag(desk.row(row), 0.6, 0.8, 0.9)
    assert desk.steps == 2
    desk.loaded()
    assert desk.store.dataset is not None
    assert desk.panel.preview.grab().toImage() != picture
    desk.undo()
    assert desk.document.data == before
    desk.undo()
    assert desk.document.project == SPIRALS


# --- the preview ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "kind"),
    [
        (GALLERY["peaks"].function, "plane"),
        (GALLERY["wave"].function, "graph"),
        (GALLERY["curve"].function, "curve"),
        (GALLERY["vortex"].function, "field"),
        (Function(formulas=("x", "y", "x")), "plane"),
        (
            Function(formulas=("a + c",), inputs=tuple(FunctionInput(name=n) for n in "abc")),
            "first",
        ),
    ],
)
def test_each_kind_of_function_has_its_picture(desk: Desk, function: Function, kind: str) -> None:
    plain = desk.panel.preview.grab().toImage()
    desk.document.edit("Function", data=DataSpec(source=function))
    desk.loaded()
    dataset = desk.store.dataset
    assert dataset is not None
    chart = charts.chart_of(dataset.train.x, dataset.train.y, dataset)
    assert chart.kind == kind
    assert (chart.arrows is not None) == (kind == "field")
    assert chart.colour_of.min() >= 0
    assert chart.colour_of.max() < len(chart.colours)
    assert desk.panel.preview.grab().toImage() != plain


def test_a_graph_stands_where_the_samples_are() -> None:
    from mlp_studio.data.load import load

    inputs = (FunctionInput(name="x"),)
    source = Function(formulas=("x", "-x", "0"), inputs=inputs, samples=50)
    dataset = load(DataSpec(source=source))
    chart = charts.chart_of(dataset.train.x, dataset.train.y, dataset)
    assert chart.kind == "graph"
    n = len(dataset.train)
    np.testing.assert_array_equal(chart.points[:n, 1], dataset.train.x[:, 0])
    np.testing.assert_array_equal(chart.points[n : 2 * n, 1], -dataset.train.x[:, 0])
    assert np.bincount(chart.colour_of).tolist() == [n, n, n]
