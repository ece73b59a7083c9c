"""The Features panel shows what the forward pass says, calmly, and reads examples out."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.probe import probe_indices
from mlp_studio.core.arrays import Weights
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import forward, predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.colours import LEVELS, colouring
from mlp_studio.ui.features.frame import MOST_POINTS, current_weights
from mlp_studio.ui.features.latest import Latest
from mlp_studio.ui.features.panel import FeaturesPanel, default_layer
from mlp_studio.ui.features.scatter import ScatterView
from mlp_studio.ui.theme import Theme, class_colour


class Training(QObject):
    """As much of a training controller as the panel listens to."""

    cleared = Signal()
    state_changed = Signal(str)
    state = "idle"


class Store(QObject):
    """A data store that has what it is given."""

    dataset_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, dataset: Dataset | None) -> None:
        super().__init__()
        self.dataset = dataset
        self.error: Exception | None = None

    def give(self, dataset: Dataset | None) -> None:
        self.dataset = dataset
        self.dataset_changed.emit(dataset)


SPIRALS = template("spirals-6").project
PLANE = load(SPIRALS.data)
EGG_CRATE = template("egg-crate").project


def random_images() -> Dataset:
    rng = np.random.default_rng(0)
    names = tuple(str(digit) for digit in range(10))

    def part(n: int) -> Part:
        x = rng.random((n, 28, 28), dtype=np.float32)
        return Part(x, rng.integers(0, 10, n).astype(np.int32))

    return Dataset(Facts("multiclass", (28, 28), 10), part(1500), part(60), None, names)


class Studio:
    def __init__(self, qtbot: QtBot, name: str, dataset: Dataset | None) -> None:
        self.qtbot = qtbot
        self.document = Document(template(name).project)
        self.store = Store(dataset)
        self.training = Training()
        self.theme = Theme("light")
        self.panel = FeaturesPanel(
            self.document,
            self.store,  # type: ignore[arg-type]
            self.training,  # type: ignore[arg-type]
            self.theme,
        )
        self.panel.resize(980, 330)
        qtbot.addWidget(self.panel)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def shown(self, snapshot: Snapshot | None = None, layer: str | None = None) -> None:
        """Wait until these weights, seen by this layer, are on the screen."""

        def there() -> bool:
            frame = self.panel.frame
            if frame is None or frame.question.snapshot is not snapshot:
                return False
            return layer in {None, frame.question.layer}

        self.qtbot.waitUntil(there)

    def snapshot(self, seed: int, epoch: int = 1) -> Snapshot:
        network = self.document.network
        return Snapshot(network, initial_weights(network, seed), epoch)

    def words(self) -> list[str]:
        labels = self.panel.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisibleTo(self.panel)]

    def choose(self, layer: str) -> None:
        """Choose a layer with the keyboard, as a person would."""
        combo = self.panel.layers
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.findData(layer)):
            QTest.keyClick(combo, Qt.Key.Key_Down)


@pytest.fixture
def spirals(qtbot: QtBot) -> Iterator[Studio]:
    studio = Studio(qtbot, "spirals-6", PLANE)
    yield studio
    studio.panel.close()


def activations(weights: Weights, layer: str) -> np.ndarray:
    part = PLANE.validation
    chosen = probe_indices(part.y, MOST_POINTS)
    return forward(SPIRALS.network, weights, part.x[chosen])[layer]


# --- what is shown -------------------------------------------------------------------------


def test_the_default_layer_is_the_one_most_worth_a_look() -> None:
    assert default_layer(SPIRALS.network) == "bottleneck_2d"
    assert default_layer(template("spirals-2").project.network) == "features_16d"
    assert default_layer(template("mnist-first").project.network) == "dense"
    only = NetworkSpec(input_shape=(2,), layers=(Dense(name="output", units=6),))
    assert default_layer(only) == "output"
    assert default_layer(NetworkSpec(input_shape=(2,))) is None


def test_an_untrained_network_shows_its_new_weights_and_says_so(spirals: Studio) -> None:
    spirals.shown(None)
    weights = initial_weights(SPIRALS.network, SPIRALS.training.seed)
    expected = activations(weights, "bottleneck_2d")
    np.testing.assert_allclose(spirals.panel.features.points, expected, atol=1e-6)
    assert "Not trained yet" in spirals.panel.features.caption
    assert "2 values as they are" in spirals.words()


def test_a_layer_of_two_units_is_shown_as_it_is_and_the_plane_too(spirals: Studio) -> None:
    snapshot = spirals.snapshot(7, epoch=84)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot)
    expected = activations(snapshot.weights, "bottleneck_2d")
    np.testing.assert_allclose(spirals.panel.features.points, expected, atol=1e-6)
    np.testing.assert_array_equal(spirals.panel.input.points, PLANE.validation.x)
    assert spirals.panel.features.caption == "after epoch 84"
    assert "all 480" in spirals.words()


def test_a_wide_layer_is_shown_by_its_principal_components(spirals: Studio) -> None:
    snapshot = spirals.snapshot(7)
    spirals.document.set_snapshot(snapshot)
    spirals.choose("dense")
    spirals.shown(snapshot, "dense")
    frame = spirals.panel.frame
    assert frame is not None
    features = activations(snapshot.weights, "dense")
    centred = features - features.mean(axis=0)
    variance = np.linalg.svd(centred, compute_uv=False) ** 2
    share = variance / variance.sum()
    np.testing.assert_allclose(frame.projection.explained, share[:2], rtol=1e-3)
    words = f"PCA · {100 * share[0]:.0f} % + {100 * share[1]:.0f} % of the variance"
    assert words in spirals.words()


def test_a_single_unit_is_a_strip_whose_points_keep_their_height(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-2", load(template("spirals-2").project.data))
    studio.shown(None)
    studio.choose("output")
    studio.shown(None, "output")
    before = studio.panel.features.points
    heights = before[:, 1].copy()
    snapshot = studio.snapshot(3)
    studio.document.set_snapshot(snapshot)
    studio.shown(snapshot)
    frame = studio.panel.frame
    assert frame is not None
    expected = predict(studio.document.network, snapshot.weights, frame.probe.x)
    np.testing.assert_allclose(studio.panel.features.points[:, 0], expected[:, 0], atol=1e-6)
    np.testing.assert_array_equal(studio.panel.features.points[:, 1], heights)
    assert any("1 unit" in words for words in studio.words())


def test_words_give_way_to_the_plots_where_room_is_scarce(spirals: Studio) -> None:
    spirals.choose("dense")
    spirals.shown(None, "dense")
    spirals.panel.resize(980, 330)
    spirals.qtbot.waitUntil(lambda: any("of the variance" in w for w in spirals.words()))
    spirals.panel.resize(600, 250)
    spirals.qtbot.waitUntil(lambda: not any("of the variance" in w for w in spirals.words()))
    assert any(words.startswith("PCA · ") for words in spirals.words())
    assert abs(spirals.panel.input.width() - spirals.panel.features.width()) <= 1


def test_training_examples_are_a_fixed_choice_of_a_thousand(spirals: Studio) -> None:
    spirals.shown(None)
    spirals.panel.parts.setFocus()
    QTest.keyClick(spirals.panel.parts, Qt.Key.Key_Down)
    spirals.qtbot.waitUntil(lambda: "1,000 of 1,920" in spirals.words())
    chosen = probe_indices(PLANE.train.y, MOST_POINTS)
    np.testing.assert_array_equal(spirals.panel.input.points, PLANE.train.x[chosen])


def test_every_layer_can_be_chosen_and_an_edit_keeps_the_choice(spirals: Studio) -> None:
    names = [spirals.panel.layers.itemData(k) for k in range(spirals.panel.layers.count())]
    assert names == [layer.name for layer in SPIRALS.network]
    spirals.choose("dense_2")
    spirals.document.edit("Remove", network=SPIRALS.network.removed("dropout_1"))
    assert spirals.panel.layer == "dense_2"
    spirals.document.edit("Remove", network=spirals.document.network.removed("dense_2"))
    assert spirals.panel.layer == "bottleneck_2d"
    spirals.shown(None, "bottleneck_2d")


def test_a_layer_selected_in_the_network_is_shown(spirals: Studio) -> None:
    spirals.document.select(("dense_3",))
    spirals.shown(None, "dense_3")
    assert spirals.panel.layer == "dense_3"
    spirals.document.select(())
    assert spirals.panel.layer == "dense_3"


def test_colours_are_those_of_the_classes(spirals: Studio) -> None:
    spirals.shown(None)
    found = colouring(PLANE)
    assert [c.name() for c in found.colours] == [class_colour(k).name() for k in range(6)]
    np.testing.assert_array_equal(found.indices(PLANE.validation.y), PLANE.validation.y)


def test_values_have_colours_from_the_lowest_to_the_highest(qtbot: QtBot) -> None:
    dataset = load(EGG_CRATE.data)
    studio = Studio(qtbot, "egg-crate", dataset)
    studio.shown(None)
    found = colouring(dataset)
    assert found.low == dataset.train.y.min()
    indices = found.indices(np.array([[found.low], [found.high], [1e9], [np.nan]]))
    assert indices.tolist() == [0, LEVELS - 1, LEVELS - 1, 0]
    lightness = [colour.lightnessF() for colour in found.colours]
    assert lightness[0] < lightness[LEVELS // 2] < lightness[-1]
    assert studio.panel.legend.buttons == []


# --- the legend, the card ------------------------------------------------------------------


def test_a_click_in_the_legend_hides_a_class_in_both_plots(spirals: Studio) -> None:
    spirals.shown(None)
    button = spirals.panel.legend.buttons[2]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert spirals.panel.legend.hidden == {2}
    for view in (spirals.panel.input, spirals.panel.features):
        of_class_2 = int(np.flatnonzero(PLANE.validation.y == 2)[0])
        assert view.nearest(view.place(of_class_2)) != of_class_2
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert spirals.panel.legend.hidden == frozenset()


def test_the_card_reads_the_example_under_the_mouse(spirals: Studio) -> None:
    snapshot = spirals.snapshot(7)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot)
    view, card = spirals.panel.input, spirals.panel.card
    at = view.place(5).toPoint()
    index = view.nearest(view.place(5))
    QTest.mouseMove(view, at + QPoint(1, 0))
    QTest.mouseMove(view, at)
    spirals.qtbot.waitUntil(card.isVisible)
    x, label = PLANE.validation.x[index], PLANE.validation.y[index]
    said = predict(SPIRALS.network, snapshot.weights, x[None])[0]
    winner = int(said.argmax())
    words = card.words.text()
    assert f"({x[0]:.2f}, {x[1]:.2f})" in words
    assert f"label <b>{label}</b>" in words
    assert f"read as <b>{winner}</b> with <b>{said[winner]:.3f}</b>" in words
    assert ("a mistake" in words) == (winner != label)
    assert spirals.panel.rect().contains(card.geometry())
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not card.isVisible()


def test_the_card_of_an_image_shows_the_image_and_of_a_value_both_values(qtbot: QtBot) -> None:
    images = random_images()
    studio = Studio(qtbot, "digits", images)
    studio.shown(None)
    studio.panel.features.pointed.emit(4)
    picture = studio.panel.card.findChildren(QLabel)[0]
    assert picture.isVisible()
    shown = picture.pixmap().toImage()
    scale = shown.width() / 28
    x = images.validation.x[4]
    for row, column in ((0, 0), (13, 20), (27, 27)):
        at = QPoint(int((column + 0.5) * scale), int((row + 0.5) * scale))
        expected = (x[row, column] - x.min()) / (x.max() - x.min()) * 255
        assert abs(shown.pixelColor(at).red() - expected) <= 1.5
    values = Studio(qtbot, "egg-crate", load(EGG_CRATE.data))
    values.shown(None)
    values.panel.input.pointed.emit(0)
    assert "target <b>" in values.panel.card.words.text()
    assert "predicted <b>" in values.panel.card.words.text()


# --- honest sentences ----------------------------------------------------------------------


def test_without_data_there_is_a_sentence(qtbot: QtBot) -> None:
    studio = Studio(qtbot, "spirals-6", None)
    assert "The features appear as soon as the data is loaded." in studio.words()
    studio.store.give(PLANE)
    studio.shown(None)
    assert studio.panel.features.isVisible()
    studio.store.error = ValueError("no file")
    studio.store.give(None)
    assert "The data could not be loaded." in studio.words()


def test_a_network_that_does_not_fit_the_data_is_explained(spirals: Studio) -> None:
    spirals.shown(None)
    flat = NetworkSpec(input_shape=(28, 28), layers=(Flatten(), Dense(name="output", units=6)))
    spirals.document.edit("Another input", network=flat)
    assert any("expects inputs of shape 28 × 28" in words for words in spirals.words())
    spirals.document.edit("No layers", network=NetworkSpec(input_shape=(2,)))
    assert "Add a layer to see what it makes of the data." in spirals.words()
    spirals.document.undo_stack.undo()
    spirals.document.undo_stack.undo()
    spirals.shown(None)
    assert spirals.panel.features.isVisible()


def test_diverged_weights_are_said_and_break_nothing(spirals: Studio) -> None:
    good = spirals.snapshot(1)
    nan = {n: tuple(np.full_like(a, np.nan) for a in arrays) for n, arrays in good.weights.items()}
    snapshot = Snapshot(SPIRALS.network, nan, 3)
    spirals.document.set_snapshot(snapshot)
    spirals.shown(snapshot)
    assert "diverged" in spirals.panel.features.caption
    assert np.isfinite(spirals.panel.features.points).all()


def test_weights_of_another_network_are_not_used() -> None:
    other = NetworkSpec(input_shape=(2,), layers=(Dense(name="output", units=3),))
    snapshot = Snapshot(other, initial_weights(other, 0), 5)
    weights = current_weights(SPIRALS.network, snapshot, 4)
    expected = initial_weights(SPIRALS.network, 4)
    np.testing.assert_array_equal(weights["dense"][0], expected["dense"][0])


# --- calm ----------------------------------------------------------------------------------


def test_nothing_is_computed_while_nobody_looks(spirals: Studio) -> None:
    spirals.shown(None)
    spirals.panel.hide()
    frame = spirals.panel.frame
    for seed in range(20):
        spirals.document.set_snapshot(spirals.snapshot(seed))
    QApplication.processEvents()
    assert spirals.panel.frame is frame
    newest = spirals.document.snapshot
    spirals.panel.show()
    spirals.shown(newest)


def test_many_snapshots_are_few_frames_and_the_newest_wins(spirals: Studio) -> None:
    spirals.shown(None)
    frames: list[object] = []
    spirals.panel._latest.done.connect(frames.append)
    for seed in range(100):
        spirals.document.set_snapshot(spirals.snapshot(seed))
    newest = spirals.document.snapshot
    spirals.shown(newest)
    assert len(frames) <= 3


def test_features_keep_their_orientation_from_frame_to_frame(spirals: Studio) -> None:
    first = spirals.snapshot(7)
    spirals.document.set_snapshot(first)
    spirals.choose("dense_1")
    spirals.shown(first, "dense_1")
    before = spirals.panel.features.points
    nearly = {
        n: tuple(a * np.float32(1.001) for a in arrays) for n, arrays in first.weights.items()
    }
    second = Snapshot(SPIRALS.network, nearly, 2)
    spirals.document.set_snapshot(second)
    spirals.shown(second)
    off = np.abs(spirals.panel.features.points - before).max()
    assert off < 0.05 * np.abs(before).max()


def test_the_range_grows_at_once_and_shrinks_slowly(qtbot: QtBot) -> None:
    theme = Theme("light")
    view = ScatterView(theme, "test")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    qtbot.waitExposed(view)
    colours = (class_colour(0),)
    zero = np.zeros(3, np.int64)
    small = np.array([[0, 0], [1, 1], [0.5, 0.2]], np.float32)
    view.show_points(small, zero, colours)
    view.show_points(small * 10, zero, colours)
    grown = view.view_range
    assert grown is not None
    assert grown[1, 0] > 10
    view.show_points(small, zero, colours)
    kept = view.view_range
    assert kept is not None
    assert kept[1, 0] > 10

    def settled() -> bool:
        now = view.view_range
        return now is not None and now[1, 0] < 1.2

    assert not settled()
    qtbot.waitUntil(settled)


def test_points_without_a_span_have_a_place_all_the_same(qtbot: QtBot) -> None:
    view = ScatterView(Theme("light"), "test")
    qtbot.addWidget(view)
    view.resize(300, 200)
    for points in ([[3.0, 3.0]] * 4, [[0.0, 0.0], [1.0, 0.0]], [[1e-30, 0.0], [0.0, 0.0]]):
        array = np.array(points, np.float32)
        view.show_points(array, np.zeros(len(array), np.int64), (class_colour(0),), anew=True)
        view.grab()
        assert view.rect().contains(view.place(0).toPoint())


def test_only_the_newest_question_is_answered(qtbot: QtBot) -> None:
    latest = Latest(interval_ms=0)
    answers: list[object] = []
    latest.done.connect(answers.append)
    gate = threading.Event()

    def first() -> str:
        gate.wait()
        return "first"

    latest.ask(first)
    for number in range(50):
        latest.ask(lambda number=number: number)
    gate.set()
    qtbot.waitUntil(lambda: not latest.busy)
    assert answers == ["first", 49]
    latest.ask(lambda: "forgotten")
    latest.forget()
    qtbot.waitUntil(lambda: not latest.busy)
    assert answers == ["first", 49]


def test_a_failing_question_is_told_and_does_not_block_the_next(qtbot: QtBot) -> None:
    latest = Latest(interval_ms=0)
    with qtbot.waitSignal(latest.failed) as told:
        latest.ask(lambda: 1 / 0)
    assert isinstance(told.args[0], ZeroDivisionError)
    with qtbot.waitSignal(latest.done) as told:
        latest.ask(lambda: "again")
    assert told.args == ["again"]
