"""What is selected in one view is selected in all of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.film import Film
from mlp_studio.analysis.selected import Chosen, mean_loss
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.table_sources import ScikitTable
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.selection import Selection
from mlp_studio.ui.common.selected_button import SelectedButton
from mlp_studio.ui.examples.gallery import GalleryView
from mlp_studio.ui.examples.pairs import PairsView
from mlp_studio.ui.examples.scatters import PlaneView, SpaceView
from mlp_studio.ui.training.selected import SelectedLoss
from tests.ui import curves_studio, evaluation_studio, examples_studio
from tests.ui.features_studio import PLANE, SPIRALS
from tests.ui.stand_ins import Store
from tests.ui.window_studio import Studio as Window

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def click(widget: QWidget, at: QPoint) -> None:
    QTest.mouseMove(widget, at)
    QTest.mouseClick(widget, LEFT, NO_KEY, at)


def selected_button(panel: QWidget) -> SelectedButton:
    found = panel.findChild(SelectedButton)
    assert isinstance(found, SelectedButton)
    return found


# --- examples ------------------------------------------------------------------------------


def test_a_click_on_a_picture_selects_it_and_another_gives_it_back(
    looker: examples_studio.Studio,
) -> None:
    looker.show(examples_studio.pictures())
    view = looker.panel.view
    assert isinstance(view, GalleryView)
    click(view.tiles, view.tiles.frame_of(2).center().toPoint())
    index = int(view.shown[2])
    assert looker.panel.examples is not None
    part, number = looker.panel.examples.place(index)
    assert (looker.selection.part, looker.selection.indices.tolist()) == (part, [number])
    assert view.tiles.selected == {2}
    assert selected_button(looker.panel).text() == "1 selected ✕"
    click(view.tiles, view.tiles.frame_of(2).center().toPoint())
    assert len(looker.selection) == 0
    assert view.tiles.selected == frozenset()
    assert not selected_button(looker.panel).isVisible()


def test_only_the_selected_ones_can_be_shown(looker: examples_studio.Studio) -> None:
    looker.show(examples_studio.pictures())
    panel = looker.panel
    assert not panel.only_selected.isVisible()
    looker.selection.take("validation", np.array([1, 4, 9]))
    assert panel.only_selected.isVisible()
    QTest.mouseClick(panel.only_selected, LEFT, pos=QPoint(8, 8))
    view = panel.view
    assert isinstance(view, GalleryView)
    assert sorted(view.shown.tolist()) == [301, 304, 309]
    assert view.tiles.selected == {0, 1, 2}
    looker.selection.take("validation", np.array([4]))
    assert view.shown.tolist() == [304]
    looker.choose(panel.parts, 1)
    assert looker.words == "No examples: the selected ones are of other classes or parts."
    QTest.mouseClick(selected_button(panel), LEFT)
    assert len(looker.selection) == 0
    assert len(view.shown) > 3
    assert not panel.only_selected.isVisible()


def test_points_of_examples_are_selected_by_a_click_and_others_fade(
    looker: examples_studio.Studio,
) -> None:
    looker.load(SPIRALS.data)
    view = looker.panel.view
    assert isinstance(view, PlaneView)
    at = view.plot.place(40).toPoint()
    point = view.plot.nearest(view.plot.place(40))
    click(view.plot, at)
    selected = view.plot.selected
    assert selected is not None
    chosen = np.flatnonzero(selected).tolist()
    assert len(chosen) == 1
    assert (view.plot.place(chosen[0]) - view.plot.place(point)).manhattanLength() < 3
    window = view.plot.window_shown
    examples_studio.drag(view.plot, at, at + QPoint(40, 20))
    assert len(looker.selection) == 1
    assert view.plot.window_shown != window
    looker.selection.take("train", np.arange(30))
    assert view.plot.selected is not None
    assert np.flatnonzero(view.plot.selected).tolist() == list(range(30))
    looker.selection.clear()
    assert view.plot.selected is None


def test_points_in_space_are_selected_too(looker: examples_studio.Studio) -> None:
    from tests.ui.features_studio import EGG_CRATE

    looker.load(EGG_CRATE.data)
    looker.go("space")
    view = looker.panel.view
    assert isinstance(view, SpaceView)
    index = view.plot.nearest(view.plot.place(5))
    click(view.plot, view.plot.place(index).toPoint())
    assert len(looker.selection) == 1
    assert view.plot.selected is not None
    assert view.plot.selected.sum() == 1


def test_pairs_of_columns_have_the_selected_rows_in_every_cell(
    looker: examples_studio.Studio,
) -> None:
    looker.load(DataSpec(source=ScikitTable(name="iris")))
    looker.go("pairs")
    view = looker.panel.view
    assert isinstance(view, PairsView)
    before = view.grab().toImage()
    looker.selection.take("train", np.arange(7))
    assert view.matrix.selected is not None
    assert view.painted[view.matrix.selected].tolist() == list(range(7))
    assert view.grab().toImage() != before
    looker.selection.clear()
    assert view.matrix.selected is None
    assert view.grab().toImage() == before


# --- evaluation ----------------------------------------------------------------------------


@pytest.fixture
def judged(qtbot: QtBot) -> evaluation_studio.Studio:
    studio = evaluation_studio.Studio(qtbot, "digits", evaluation_studio.pictures())
    studio.train()
    studio.open(studio.panel.confusion)
    return studio


def test_a_click_on_a_cell_selects_its_examples(judged: evaluation_studio.Studio) -> None:
    matrix, view = judged.panel.confusion.matrix, judged.panel.view
    assert view is not None
    true, answered = np.argwhere(view.report.matrix)[-1].tolist()
    QTest.mouseClick(matrix, LEFT, NO_KEY, matrix.cell(true, answered).center().toPoint())
    said = view.judged
    expected = np.flatnonzero((said.said.y == true) & (said.answered == answered))
    assert judged.selection.part == view.part
    assert judged.selection.indices.tolist() == expected.tolist()
    assert np.argwhere(matrix.marked).tolist() == [[true, answered]]
    assert matrix.marked[true, answered] == len(expected)
    assert selected_button(judged.panel).isVisible()


def test_cells_of_selected_examples_are_marked(judged: evaluation_studio.Studio) -> None:
    matrix, view = judged.panel.confusion.matrix, judged.panel.view
    assert view is not None
    judged.selection.take(view.part, np.array([0, 1, 2, 3]))
    expected = np.zeros((10, 10), int)
    for place in range(4):
        expected[int(view.judged.said.y[place]), view.judged.answered[place]] += 1
    np.testing.assert_array_equal(matrix.marked, expected)
    judged.selection.take("train", np.array([0, 1, 2, 3]))
    assert not matrix.marked.any()
    QTest.mouseClick(selected_button(judged.panel), LEFT)
    assert len(judged.selection) == 0


# --- curves --------------------------------------------------------------------------------


class Curves(curves_studio.Studio):
    """The Curves panel with a film and a selection."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.store = Store(PLANE)
        self.selection = Selection(self.store)  # type: ignore[arg-type]
        self.film = FilmRecorder(self.document, self.store, self.training)  # type: ignore[arg-type]
        self.loss = SelectedLoss(
            self.selection,
            self.film,
            self.store,  # type: ignore[arg-type]
            self.training,  # type: ignore[arg-type]
            self.panel,
        )

    def record(self, epochs: int) -> Film:
        """Have a film of some weights."""
        network = SPIRALS.network
        film = Film(network, PLANE.validation.x)
        for epoch in range(epochs):
            film.add(film.develop(epoch, float(epoch), initial_weights(network, epoch)))
        self.film._film = film
        self.film.changed.emit()
        return film

    def legend(self) -> list[str]:
        labels = self.panel.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisibleTo(self.panel)]

    def curve(self) -> tuple[np.ndarray, np.ndarray]:
        self.qtbot.waitUntil(lambda: not self.loss.busy and self.panel.settled)
        return curves_studio.curve(self.panel.loss_plot.selected)


@pytest.fixture
def curves(qtbot: QtBot) -> Iterator[Curves]:
    made = Curves(qtbot)
    yield made
    made.film.close()
    made.panel.close()


def test_the_loss_of_the_selected_is_a_curve_over_the_film(curves: Curves) -> None:
    curves.training.begin()
    for number in (1, 2, 3):
        curves.training.epoch(number)
    film = curves.record(30)
    some = np.array([3, 8, 250])
    curves.selection.take("validation", some)
    curves.qtbot.waitUntil(lambda: len(curves.curve()[0]) == 30)
    epochs, losses = curves.curve()
    assert epochs.tolist() == list(range(30))
    part = PLANE.validation
    chosen = Chosen(part.x[some], part.y[some], some, part.y[some])
    expected = [mean_loss(film, frame, chosen, classes=True) for frame in film.frames]
    np.testing.assert_allclose(losses, expected, rtol=1e-5)
    assert "3 selected" in curves.legend()
    curves.selection.clear()
    assert len(curves.curve()[0]) == 0
    assert not any("selected" in words for words in curves.legend())


def test_the_curve_grows_with_the_film(curves: Curves) -> None:
    curves.training.begin()
    curves.training.epoch(1)
    curves.drawn(1)
    curves.selection.take("train", np.arange(5))
    assert "5 selected, no film" in curves.legend()
    film = curves.record(3)
    curves.qtbot.waitUntil(lambda: len(curves.curve()[0]) == 3)
    film.add(film.develop(7, 7.0, initial_weights(SPIRALS.network, 9)))
    curves.film.changed.emit()
    curves.qtbot.waitUntil(lambda: len(curves.curve()[0]) == 4)
    assert curves.curve()[0][-1] == 7.0


# --- the window ----------------------------------------------------------------------------


def test_escape_ends_the_selection_in_every_tab(window_studio: Window) -> None:
    window, parts = window_studio.window, window_studio.parts
    pages = window.tabs.count()
    for number in range(pages):
        window.tabs.setCurrentIndex(number)
        parts.selection.take("train", np.array([1, 2]))
        page = window.tabs.currentWidget()
        assert page is not None
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert len(parts.selection) == 0, window.tabs.tabText(number)
