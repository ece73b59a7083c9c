"""The closer look: what speaks for the answer, and what each step of preparation does."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.attribution import score
from mlp_studio.core.datasets import BuiltinDigits, DataSpec
from mlp_studio.core.events import Snapshot
from mlp_studio.core.file_sources import Images
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Messages
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.digits.acquaintance import Acquaintance
from mlp_studio.ui.digits.closer import CloserLook
from mlp_studio.ui.digits.panel import DigitsPanel
from mlp_studio.ui.theme import Theme

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[DigitsPanel]:
    jobs = Jobs()
    project = template("digits").project
    few = project.data.model_copy(update={"source": BuiltinDigits(count=1000)})
    document = Document(project.model_copy(update={"data": few}))
    store = DataStore(document, jobs)
    training = TrainingController(document, store)
    known = Acquaintance(document, store, training)
    made = DigitsPanel(document, jobs, Messages(), Theme("light"), known)
    made.store = store  # type: ignore[attr-defined]
    known.setParent(made)  # it ends with the panel, its timer too
    made.document = document  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(332, 860)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.closer.close()
    qtbot.waitUntil(lambda: not known.busy)
    training.close()
    jobs.close()


def _draw(panel: DigitsPanel) -> None:
    canvas = panel.canvas
    way = [QPoint(canvas.width() * x // 100, canvas.height() * y // 100)
           for x, y in ((20, 20), (70, 22), (55, 50), (45, 80))]  # fmt: skip
    QTest.mousePress(canvas, LEFT, PLAIN, way[0])
    for place in way[1:]:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, LEFT, PLAIN, way[-1])


def _learn(panel: DigitsPanel, network: NetworkSpec | None = None) -> Snapshot:
    document: Document = panel.document  # type: ignore[attr-defined]
    if network is not None:
        document.edit("Other", network=network)
    snapshot = Snapshot(document.network, initial_weights(document.network, 3), 1)
    document.set_snapshot(snapshot)
    return snapshot


def _opened(panel: DigitsPanel) -> CloserLook:
    button = panel.findChild(QPushButton, "look_closer")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, LEFT)
    assert panel.closer.isVisible()
    return panel.closer


def test_integrated_gradients_sum_up_to_what_the_words_say(
    qtbot: QtBot, panel: DigitsPanel
) -> None:
    snapshot = _learn(panel)
    _draw(panel)
    closer = _opened(panel)
    qtbot.waitUntil(lambda: "Read as" in closer.words.text())
    assert closer.view.evidence is None
    closer.choose_method("integrated")
    qtbot.waitUntil(lambda: closer.view.evidence is not None)
    image, evidence = panel.image(), closer.view.evidence
    assert image is not None
    assert evidence is not None
    assert evidence.shape == (28, 28)
    both = np.stack([np.zeros_like(image), image])
    gained = float(np.diff(score(snapshot.network, snapshot.weights, both, panel.digit or 0))[0])
    assert evidence.sum() == pytest.approx(gained, rel=0.02, abs=0.005)
    assert f"{gained:+.2f}" in closer.words.text()
    assert not evidence[image == 0].any()


def test_another_answer_can_be_asked_for(qtbot: QtBot, panel: DigitsPanel) -> None:
    _learn(panel)
    _draw(panel)
    closer = _opened(panel)
    closer.choose_method("gradient")
    qtbot.waitUntil(lambda: closer.view.evidence is not None)
    first = closer.view.evidence
    other = (panel.digit or 0) + 1 if panel.digit != 9 else 0
    closer.target.setCurrentIndex(closer.target.findData(other))
    closer.target.activated.emit(closer.target.currentIndex())
    qtbot.waitUntil(lambda: closer.view.evidence is not first)
    assert f"“{other}”" in closer.words.text()
    assert first is not None
    assert closer.view.evidence is not None
    assert (first != closer.view.evidence).any()


@pytest.mark.parametrize("method", ["occlusion", "gradient_input"])
def test_networks_of_784_inputs_are_explained_too(
    qtbot: QtBot, panel: DigitsPanel, method: str
) -> None:
    layers = (Dense(name="output", units=10, activation="softmax"),)
    _learn(panel, NetworkSpec(input_shape=(784,), layers=layers))
    _draw(panel)
    closer = _opened(panel)
    closer.choose_method(method)
    qtbot.waitUntil(lambda: closer.view.evidence is not None)
    assert closer.view.evidence is not None
    assert closer.view.evidence.shape == (28, 28)
    assert np.abs(closer.view.evidence).max() > 0


def test_every_step_is_shown_with_what_is_read_after_it(qtbot: QtBot, panel: DigitsPanel) -> None:
    _learn(panel)
    closer = _opened(panel)
    assert "Draw" in closer.words.text()
    _draw(panel)
    assert all(" · 0." in read for read in closer.stages)
    last = closer.stages[-1]
    assert last.startswith(f"{panel.digit} · ")
    assert len(set(closer.stages)) > 1


def test_untrained_it_says_what_is_to_come_and_follows_the_training(
    qtbot: QtBot, panel: DigitsPanel
) -> None:
    _draw(panel)
    closer = _opened(panel)
    assert "trained" in closer.words.text()
    assert closer.stages == ["", "", "", ""]
    _learn(panel)
    qtbot.waitUntil(lambda: "Read as" in closer.words.text())


def test_a_pixel_is_read_where_the_pointer_is(qtbot: QtBot, panel: DigitsPanel) -> None:
    _learn(panel)
    _draw(panel)
    closer = _opened(panel)
    closer.choose_method("gradient")
    qtbot.waitUntil(lambda: closer.view.evidence is not None)
    assert closer.view.evidence is not None
    view = closer.view
    side = min(view.width(), view.height())
    left, top = (view.width() - side) / 2, (view.height() - side) / 2
    words = view.words_at(QPointF(left + 14.5 * side / 28, top + 20.5 * side / 28))
    assert words.startswith("row 20, column 14: ")
    assert f"contributes {view.evidence[20, 14]:+.4f}" in words
    assert view.words_at(QPointF(-1, 5)) == ""


def test_own_pictures_of_that_size_are_read_by_their_classes_names(
    qtbot: QtBot, panel: DigitsPanel
) -> None:
    document: Document = panel.document  # type: ignore[attr-defined]
    source = Images(path="somewhere", classes=("cat", "dog"))
    document.edit("Own", data=DataSpec(source=source))
    layers = (Flatten(), Dense(name="output", units=1, activation="sigmoid"))
    _learn(panel, NetworkSpec(input_shape=(28, 28), layers=layers))
    _draw(panel)
    values = panel.bars.values
    assert values is not None
    assert values.shape == (2,)
    assert values.sum() == pytest.approx(1)
    closer = _opened(panel)
    closer.choose_method("integrated")
    qtbot.waitUntil(lambda: closer.view.evidence is not None)
    winner = ("cat", "dog")[int(values.argmax())]
    assert f"Blue speaks for “{winner}”" in closer.words.text()
    first = closer.view.evidence
    closer.target.setCurrentIndex(2 - int(values.argmax()))
    closer.target.activated.emit(0)
    qtbot.waitUntil(lambda: closer.view.evidence is not first)
    assert closer.view.evidence is not None
    assert first is not None
    np.testing.assert_allclose(closer.view.evidence, -first, atol=1e-6)


def test_what_is_unlike_all_training_examples_is_said_and_the_nearest_are_shown(
    qtbot: QtBot, panel: DigitsPanel
) -> None:
    store: DataStore = panel.store  # type: ignore[attr-defined]
    with qtbot.waitSignal(store.dataset_changed, timeout=20_000):
        store.reload()
    _learn(panel)
    closer = _opened(panel)
    _draw(panel)
    qtbot.waitUntil(lambda: len(closer.neighbours) == 6, timeout=10_000)
    assert set(closer.neighbours) <= set("0123456789")
    warning = next(
        label for label in panel.findChildren(QLabel) if label.text().startswith("Unlike all")
    )
    assert not warning.isVisible()
    ladder = tuple(((20.0, y), (260.0, y)) for y in range(20, 270, 24))
    panel.canvas.set_strokes(ladder)
    assert warning.isVisible()
    panel.canvas.clear()
    assert not warning.isVisible()
