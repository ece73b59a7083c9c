"""The plane panel: regions equal the forward pass, the probe is read in words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.regions import SURE, UNSURE, plane_grid
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import forward, predict
from mlp_studio.core.function_source import GALLERY, Function
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.templates import template
from mlp_studio.data.functions import evaluate
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.ui.plane.choice import Shown
from mlp_studio.ui.plane.panel import PlanePanel
from mlp_studio.ui.plane.regions import COARSEST, PIXELS, grid_size
from mlp_studio.ui.theme import Theme, class_colour
from tests.ui.stand_ins import Store, Training


class Studio:
    def __init__(self, qtbot: QtBot, name: str, dataset: Dataset | None) -> None:
        self.qtbot = qtbot
        self.document = Document(template(name).project)
        self.store = Store(dataset)
        self.training = Training()
        self.theme = Theme("light")
        self.panel = PlanePanel(
            self.document,
            self.store,  # type: ignore[arg-type]
            self.training,  # type: ignore[arg-type]
            self.theme,
        )
        self.panel.resize(320, 700)
        qtbot.addWidget(self.panel)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def shown(self, snapshot: Snapshot | None = None) -> None:
        """Wait until these weights are on the screen."""
        self.qtbot.waitUntil(
            lambda: self.panel.frame is not None and self.panel.frame.question.snapshot is snapshot,
            timeout=15_000,
        )

    def train(self, seed: int = 7, epoch: int = 84) -> Snapshot:
        network = self.document.network
        snapshot = Snapshot(network, initial_weights(network, seed), epoch)
        self.document.set_snapshot(snapshot)
        self.shown(snapshot)
        return snapshot

    def words(self) -> list[str]:
        labels = self.panel.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisibleTo(self.panel)]


SPIRALS = load(template("spirals-6").project.data)


@pytest.fixture
def spirals(qtbot: QtBot) -> Iterator[Studio]:
    studio = Studio(qtbot, "spirals-6", SPIRALS)
    yield studio
    studio.panel.close()


def test_every_pixel_is_the_forward_pass_in_the_colour_of_its_class(spirals: Studio) -> None:
    snapshot = spirals.train()
    frame = spirals.panel.frame
    assert frame is not None
    n = PIXELS
    grid = plane_grid(frame.question.bounds, n)
    expected = predict(snapshot.network, snapshot.weights, grid)
    np.testing.assert_allclose(frame.regions.outputs.reshape(n * n, -1), expected, atol=1e-5)
    ground = spirals.theme.tokens.colour("background")
    for k in (0, n * n // 3, n * n - 1):
        colour = class_colour(int(expected[k].argmax()))
        sure = (expected[k].max() - 1 / 6) / (1 - 1 / 6)
        strength = UNSURE + (SURE - UNSURE) * sure
        mixed = ground.red() * (1 - strength) + colour.red() * strength
        assert abs(frame.regions.image.reshape(-1, 3)[k, 0] - mixed) <= 1


def test_the_picture_on_the_screen_is_the_regions(spirals: Studio) -> None:
    spirals.train()
    frame = spirals.panel.frame
    assert frame is not None
    spirals.panel.map.hide_colours(frozenset(range(6)))
    shown = spirals.panel.map.grab().toImage()
    n = PIXELS
    side = spirals.panel.map.width()
    assert spirals.panel.map.height() == side
    for row, column in ((n // 4, n // 4), (n - n // 5, n // 2), (n // 3, n - n // 6)):
        at = QPoint(int((column + 0.5) / n * side), int((row + 0.5) / n * side))
        colour = shown.pixelColor(at)
        expected = frame.regions.image[row, column].astype(int)
        np.testing.assert_allclose((colour.red(), colour.green(), colour.blue()), expected, atol=6)


def test_the_mouse_moves_the_probe_and_the_sentence_reads_it(spirals: Studio) -> None:
    snapshot = spirals.train()
    plane = spirals.panel.map
    QTest.mouseMove(plane, QPoint(100, 50))
    QTest.mouseMove(plane, QPoint(200, 90))
    expected = plane.to_plane(QPointF(200, 90))
    spirals.qtbot.waitUntil(lambda: plane.probe == pytest.approx(expected))
    x, y = plane.probe
    said = predict(snapshot.network, snapshot.weights, np.array([[x, y]]))[0]
    winner = int(said.argmax())
    place = f"({x:.2f}, {y:.2f})".replace("-", "−")
    assert spirals.panel.sentence == f"{place} → class {winner} with {said[winner]:.2f}"
    values = spirals.panel.bars.values
    assert values is not None
    np.testing.assert_allclose(values, said, atol=1e-6)


def test_the_arrow_keys_move_the_probe_and_stop_at_the_edge(spirals: Studio) -> None:
    spirals.train()
    plane = spirals.panel.map
    plane.setFocus()
    bounds = plane.bounds
    assert bounds is not None
    width = bounds.right - bounds.left
    x, y = plane.probe
    QTest.keyClick(plane, Qt.Key.Key_Right)
    QTest.keyClick(plane, Qt.Key.Key_Up)
    assert plane.probe == pytest.approx((x + width / 100, y + width / 100))
    QTest.keyClick(plane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert plane.probe[0] == pytest.approx(x + width / 100 - width / 10)
    for _ in range(20):
        QTest.keyClick(plane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert plane.probe[0] == bounds.left


def test_a_function_is_read_with_its_true_value(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "egg-crate", load(template("egg-crate").project.data))
    snapshot = studio.train()
    studio.panel.map.move_probe(1.2, 0.33)
    here = np.array([[1.2, 0.33]], np.float32)
    value = predict(snapshot.network, snapshot.weights, here)[0, 0]
    true = evaluate(GALLERY["egg-crate"].function, here)[0, 0]
    expected = f"f(1.20, 0.33) ≈ {value:.3f}, true {true:.3f}".replace("-", "−")
    assert studio.panel.sentence == expected
    assert studio.panel.choice.what.currentText() == "Predicted values"
    assert not studio.panel.bars.isVisible()


def test_a_single_sigmoid_unit_reads_as_two_classes(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-2", load(template("spirals-2").project.data))
    studio.train()
    values = studio.panel.bars.values
    assert values is not None
    assert values.shape == (2,)
    assert values.sum() == pytest.approx(1.0)


def test_numbers_that_are_no_probabilities_are_not_called_so(spirals: Studio) -> None:
    network = spirals.document.network
    linear = network.replaced("output", Dense(name="output", units=6, activation="linear"))
    spirals.document.edit("Linear", network=linear)
    spirals.train()
    assert ", output " in spirals.panel.sentence
    assert " with " not in spirals.panel.sentence


def test_an_untrained_network_says_so_until_it_is_trained(spirals: Studio) -> None:
    spirals.shown(None)
    untrained = "Not trained yet: this is what new random weights say."
    assert untrained in spirals.words()
    spirals.train(epoch=84)
    assert untrained not in spirals.words()
    assert "epoch 84" in spirals.words()


def test_while_training_pictures_are_coarser_and_then_fine_again(spirals: Studio) -> None:
    snapshot = spirals.train()
    frame = spirals.panel.frame
    assert frame is not None
    fine = frame.question.places
    spirals.training.state = "running"
    spirals.training.state_changed.emit("running")

    def size() -> int:
        frame = spirals.panel.frame
        return frame.question.places if frame is not None else 0

    spirals.qtbot.waitUntil(lambda: size() < fine)
    assert "live · epoch 84" in spirals.words()
    spirals.training.state = "idle"
    spirals.training.state_changed.emit("idle")
    spirals.qtbot.waitUntil(lambda: size() == fine)
    spirals.shown(snapshot)


def test_when_a_run_ends_it_is_no_longer_called_live_at_once(spirals: Studio) -> None:
    spirals.train(epoch=12)
    spirals.training.state = "running"
    spirals.training.state_changed.emit("running")
    assert "live · epoch 12" in spirals.words()
    spirals.training.state = "idle"
    spirals.training.state_changed.emit("idle")
    assert "live" not in spirals.words()
    assert "epoch 12" in spirals.words()


def test_the_grid_fits_the_network() -> None:
    assert grid_size(8_000, training=False) == PIXELS
    assert grid_size(126_000, training=True) < grid_size(126_000, training=False)
    assert grid_size(500_000_000, training=True) == COARSEST
    assert grid_size(0, training=False) == PIXELS


def test_many_snapshots_are_few_pictures_and_the_newest_wins(spirals: Studio) -> None:
    spirals.shown(None)
    pictures: list[object] = []
    spirals.panel._latest.done.connect(pictures.append)
    network = spirals.document.network
    for seed in range(50):
        spirals.document.set_snapshot(Snapshot(network, initial_weights(network, seed), seed))
    spirals.shown(spirals.document.snapshot)
    assert len(pictures) <= 3


def test_nothing_is_computed_while_nobody_looks(spirals: Studio) -> None:
    spirals.shown(None)
    spirals.panel.hide()
    frame = spirals.panel.frame
    network = spirals.document.network
    newest = Snapshot(network, initial_weights(network, 5), 5)
    spirals.document.set_snapshot(newest)
    QApplication.processEvents()
    assert spirals.panel.frame is frame
    spirals.panel.show()
    spirals.shown(newest)


def test_a_click_in_the_legend_hides_the_points_of_a_class(spirals: Studio) -> None:
    spirals.train()
    plane = spirals.panel.map
    spirals.panel.legend.buttons[0].setFocus()
    before = plane.grab().toImage()
    QTest.mouseClick(spirals.panel.legend.buttons[0], Qt.MouseButton.LeftButton)
    assert plane.grab().toImage() != before
    QTest.mouseClick(spirals.panel.legend.buttons[0], Qt.MouseButton.LeftButton)
    assert plane.grab().toImage() == before


def test_a_design_that_cannot_work_is_explained_and_comes_back(spirals: Studio) -> None:
    spirals.train()
    network = spirals.document.network
    ten = network.replaced("output", Dense(name="output", units=10, activation="softmax"))
    spirals.document.edit("Ten units", network=ten)
    assert any("The last layer has 10 units; the data has 6 classes." in w for w in spirals.words())
    assert spirals.panel.frame is None
    spirals.document.undo_stack.undo()
    spirals.qtbot.waitUntil(lambda: spirals.panel.frame is not None)
    assert not any("10 units" in words for words in spirals.words())


def test_data_that_comes_later_or_is_other_data_is_shown(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-6", None)
    assert "The plane appears as soon as the data is loaded." in studio.words()
    studio.store.give(SPIRALS)
    studio.shown(None)
    assert len(studio.panel.legend.buttons) == 6
    project = template("radial-gaussian").project
    studio.document.open(project)
    studio.store.give(None)
    studio.store.give(load(project.data))
    studio.shown(None)
    assert studio.panel.legend.buttons == []
    assert studio.panel.sentence.startswith("f(")


def test_diverged_weights_break_nothing(spirals: Studio) -> None:
    network = spirals.document.network
    nan = {
        name: tuple(np.full_like(array, np.nan) for array in arrays)
        for name, arrays in initial_weights(network, 0).items()
    }
    snapshot = Snapshot(network, nan, 3)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot)
    assert spirals.panel.bars.values is None
    assert "nan" in spirals.panel.sentence


def test_a_unit_of_a_layer_is_shown_all_over_the_plane(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-6", SPIRALS)
    snapshot = studio.train()
    panel, network = studio.panel, studio.document.network
    dense = next(layer.name for layer in network if isinstance(layer, Dense))
    what = panel.choice.what
    what.setCurrentIndex(what.findData(dense))
    what.activated.emit(what.currentIndex())
    panel.choice.unit.setValue(5)
    qtbot.waitUntil(lambda: panel.frame is not None and panel.frame.question.shown.unit == 5)
    frame = panel.frame
    assert frame is not None
    grid = plane_grid(frame.question.bounds, PIXELS)
    wanted = forward(network, snapshot.weights, grid)[dense][:, 5]
    np.testing.assert_allclose(frame.regions.outputs.ravel(), wanted, atol=1e-6)
    colour = studio.theme.tokens.colour("positive")
    strongest = np.unravel_index(wanted.argmax(), frame.regions.image.shape[:2])
    assert tuple(frame.regions.image[strongest]) == (colour.red(), colour.green(), colour.blue())
    panel.map.move_probe(0.3, -0.4)
    here = forward(network, snapshot.weights, np.array([[0.3, -0.4]]))[dense][0, 5]
    assert panel.sentence == f"(0.30, −0.40) → {dense}, unit 5: {here:.3f}".replace("-", "−")


def test_a_layer_that_went_is_no_longer_shown(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-6", SPIRALS)
    network = studio.document.network
    dense = next(layer.name for layer in network if isinstance(layer, Dense))
    studio.panel.choice.choose(Shown(dense, 3))
    qtbot.waitUntil(
        lambda: studio.panel.frame is not None and studio.panel.frame.question.shown.unit == 3
    )
    studio.document.edit("Remove", network=network.removed(dense))
    assert studio.panel.choice.shown == Shown()
    studio.shown()


def test_each_of_several_values_has_its_colours(qtbot: QtBot) -> None:
    source = Function(inputs=GALLERY["egg-crate"].function.inputs, formulas=("x + y", "10 * x"))
    dataset = load(DataSpec(source=source))
    studio = Studio(qtbot, "egg-crate", dataset)
    training = studio.document.training
    two = studio.document.network.replaced(
        "output", Dense(name="output", units=2, activation="linear")
    )
    studio.document.edit("Two", data=DataSpec(source=source), network=two, training=training)
    studio.store.give(dataset)
    studio.train()
    studio.panel.choice.choose(Shown(None, 1))
    qtbot.waitUntil(
        lambda: studio.panel.frame is not None and studio.panel.frame.question.shown.unit == 1
    )
    frame = studio.panel.frame
    assert frame is not None
    values = dataset.train.y[:, 1]
    assert frame.question.values == (float(values.min()), float(values.max()))


def test_places_and_true_values_are_those_before_the_scaling(qtbot: QtBot) -> None:
    data = template("egg-crate").project.data.model_copy(update={"scaling": "standard"})
    dataset = load(data)
    studio = Studio(qtbot, "egg-crate", dataset)
    studio.document.edit("Scale", data=data)
    studio.train()
    raw = np.array([[1.5, -0.5]], np.float32)
    studio.panel.map.move_probe(*map(float, dataset.scaler.transform(raw)[0]))
    true = evaluate(GALLERY["egg-crate"].function, raw)[0, 0]
    assert studio.panel.sentence.startswith("f(1.50, −0.50) ≈ ")
    assert studio.panel.sentence.endswith(f"true {true:.3f}".replace("-", "−"))
