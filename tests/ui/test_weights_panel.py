"""The weights panel shows the very numbers of the weights, live."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.weights.panel import WeightsPanel


class Desk:
    """The panel and what it looks at."""

    def __init__(self, qtbot: QtBot, name: str) -> None:
        self.document = Document(template(name).project)
        self.jobs = Jobs()
        self.training = TrainingController(self.document, DataStore(self.document, self.jobs))
        self.theme = Theme("light")
        self.panel = WeightsPanel(self.document, self.training, self.theme)
        qtbot.addWidget(self.panel)
        self.panel.resize(900, 320)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.wait = lambda said: qtbot.waitUntil(said, timeout=5000)
        self.wait(lambda: self.panel.picture is not None)

    def choose(self, layer: str, number: int = 0) -> None:
        arrays = self.panel.arrays
        known = [arrays.itemData(k) for k in range(arrays.count())]
        arrays.setCurrentIndex(known.index((layer, number)))
        arrays.activated.emit(arrays.currentIndex())
        self.wait(lambda: self.asked == (layer, number))

    @property
    def asked(self) -> tuple[str, int] | None:
        picture = self.panel.picture
        return None if picture is None else (picture.question.layer, picture.question.number)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, "mnist-first")
    yield made
    made.training.close()
    made.jobs.close()


def test_the_first_layer_of_an_image_network_is_a_picture_for_each_unit(desk: Desk) -> None:
    network = desk.document.network
    snapshot = Snapshot(network, initial_weights(network, 5), epoch=4)
    desk.document.set_snapshot(snapshot)
    desk.wait(lambda: desk.panel.picture.question.epoch == 4)
    picture = desk.panel.picture
    assert picture is not None
    name = desk.asked[0] if desk.asked else ""
    kernel = snapshot.weights[name][0]
    assert picture.values.shape == (8, 28, 28)
    for unit in range(8):
        np.testing.assert_array_equal(picture.values[unit].ravel(), kernel[:, unit])
    view = desk.panel.view
    tile = view.tile(3)
    words = view.words_at(tile.center())
    assert words == f"unit 3 · row 14, column 14: {kernel[14 * 28 + 14, 3]:+.4f}"
    assert "6,272 weights" in desk.panel.words


def test_blue_is_positive_and_orange_negative_in_the_picture(desk: Desk) -> None:
    picture = desk.panel.picture
    assert picture is not None
    strong = np.unravel_index(np.abs(picture.values).argmax(), picture.values.shape)
    name = "positive" if picture.values[strong] > 0 else "negative"
    colour = desk.theme.tokens.colour(name)
    assert tuple(picture.tiles[strong]) == (colour.red(), colour.green(), colour.blue())


def test_other_arrays_are_matrices(desk: Desk) -> None:
    network = desk.document.network
    last = network.layers[-1].name
    desk.choose(last)
    picture = desk.panel.picture
    assert picture is not None
    assert picture.values.shape == (1, 8, 10)
    assert not desk.panel.modes.isVisible()
    place = desk.panel.view.tile(0).topLeft()
    value = initial_weights(network, desk.document.training.seed)[last][0][0, 0]
    assert desk.panel.view.words_at(place) == f"input 0 → unit 0: {value:+.4f}"
    desk.choose(last, 1)
    assert desk.panel.picture is not None
    assert desk.panel.picture.values.shape == (1, 1, 10)


def test_many_units_have_pages_turned_by_wheel_and_keys(qtbot: QtBot, desk: Desk) -> None:
    digits = template("mnist-tanh-200").project
    desk.document.edit("Other", network=digits.network)
    desk.wait(lambda: len(desk.panel.picture.tiles) == 200)
    desk.panel.resize(520, 200)
    first, after, count = desk.panel.view.shown
    assert (first, count) == (0, 200)
    assert after < 200
    QTest.keyClick(desk.panel.view, Qt.Key.Key_PageDown)
    assert desk.panel.view.shown[0] == after
    assert f"units {after}–" in desk.panel._count.text()
    for _ in range(50):
        QTest.mouseClick(desk.panel.after, Qt.MouseButton.LeftButton)
    assert desk.panel.view.shown[1] == 200
    assert not desk.panel.after.isEnabled()


def test_selecting_a_layer_shows_its_kernel(desk: Desk) -> None:
    last = desk.document.network.layers[-1].name
    desk.document.select((last,))
    desk.wait(lambda: desk.asked == (last, 0))


def test_weights_that_are_no_numbers_are_said_and_networks_without_any_too(desk: Desk) -> None:
    network = desk.document.network
    weights = {
        name: tuple(np.full_like(a, np.nan) for a in arrays)
        for name, arrays in initial_weights(network, 1).items()
    }
    desk.document.set_snapshot(Snapshot(network, weights, epoch=2))
    desk.wait(lambda: "diverged" in desk.panel.words)
    assert "6,272 are no numbers" in desk.panel.words
    bare = NetworkSpec(input_shape=(28, 28), layers=(Dropout(),))
    desk.document.edit("Bare", network=bare)
    assert desk.panel.picture is None
