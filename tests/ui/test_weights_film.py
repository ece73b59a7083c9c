"""The weights panel goes through the film: its frames, their changes and their norms."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlp_studio.analysis.film import FilmFrame
from mlp_studio.core.events import EpochDone, RunStarted, Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.ui.features.player import Player
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.weights.panel import WeightsPanel
from mlp_studio.ui.weights.picture import WeightPicture
from tests.ui.stand_ins import Store, Training

EGG = template("egg-crate").project
EGG_DATA = load(EGG.data)
EPOCHS = 8


class Desk:
    """The panel and a film of a run whose weights grow."""

    def __init__(self, qtbot: QtBot, budget: int | None = None) -> None:
        self.qtbot = qtbot
        self.document = Document(EGG)
        self.training = Training()
        self.film = FilmRecorder(self.document, Store(EGG_DATA), self.training)  # type: ignore[arg-type]
        if budget is not None:
            self.film.budget = budget
        self.player = Player(self.film)
        self.panel = WeightsPanel(
            self.document,
            self.training,  # type: ignore[arg-type]
            Theme("light"),
            self.player,
        )
        qtbot.addWidget(self.panel)
        self.panel.resize(980, 320)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def record(self) -> None:
        network = self.document.network
        first = initial_weights(network, 3)
        self.training.run_started.emit(RunStarted(1, "CPU", 10, 1, EPOCHS))
        for epoch in range(1, EPOCHS + 1):
            weights = {
                name: tuple(np.float32(1 + epoch) * array for array in arrays)
                for name, arrays in first.items()
            }
            snapshot = Snapshot(network, weights, epoch)
            self.training.epoch_done.emit(EpochDone(1, epoch, {"loss": 1.0}, 0.1, snapshot, 0.1))
        self.document.set_snapshot(snapshot)
        self.qtbot.waitUntil(lambda: not self.film.busy)
        self.qtbot.waitUntil(lambda: self.picture.question.epoch == EPOCHS)

    @property
    def picture(self) -> WeightPicture:
        assert self.panel.picture is not None
        return self.panel.picture

    def frame(self, epoch: float) -> FilmFrame:
        film = self.film.film
        assert film is not None
        return next(frame for frame in film.frames if frame.epoch == epoch)

    def choose(self, change: str) -> None:
        combo = self.panel.changes
        combo.setCurrentIndex(combo.findData(change))
        combo.activated.emit(combo.currentIndex())


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.panel.close()
    made.film.close()


def test_the_time_line_shows_the_weights_of_a_frame(desk: Desk) -> None:
    assert not desk.panel.changes.isVisible()
    desk.record()
    assert desk.panel.changes.isVisible()
    desk.player.seek(3)
    desk.qtbot.waitUntil(lambda: desk.picture.question.epoch == 3)
    asked = desk.picture.question
    weights = desk.frame(3).weights
    assert weights is not None
    np.testing.assert_array_equal(asked.array, weights[asked.layer][0].astype(np.float32))
    colours = desk.picture.tiles
    desk.panel.setFocus()
    QTest.keyClick(desk.panel, Qt.Key.Key_Period)
    desk.qtbot.waitUntil(lambda: desk.picture.question.epoch == 4)
    # One scale of colours through the film: what grows gets stronger.
    ground = np.array(asked.colours[2])
    former, later = (np.abs(one - ground).sum() for one in (colours, desk.picture.tiles))
    assert later > former
    desk.player.go_live()
    desk.qtbot.waitUntil(lambda: desk.picture.question.epoch == EPOCHS)


def test_changes_are_differences_from_the_first_frame_or_the_one_before(desk: Desk) -> None:
    desk.record()
    desk.player.seek(5)
    desk.choose("start")
    desk.qtbot.waitUntil(lambda: desk.picture.question.since == 0)
    layer = desk.picture.question.layer
    start, before, now = (desk.frame(epoch).weights for epoch in (0, 4, 5))
    assert start is not None
    assert before is not None
    assert now is not None
    array = desk.picture.question.array
    own = now[layer][0].astype(np.float32)
    np.testing.assert_array_equal(array, own - start[layer][0].astype(np.float32))
    desk.choose("before")
    desk.qtbot.waitUntil(lambda: desk.picture.question.since == 4)
    array = desk.picture.question.array
    np.testing.assert_array_equal(array, own - before[layer][0].astype(np.float32))
    desk.player.go_live()  # the newest weights against the frame before them
    desk.qtbot.waitUntil(lambda: desk.picture.question.since == EPOCHS - 1)


def test_norms_are_drawn_and_a_click_leads_to_its_moment(desk: Desk) -> None:
    desk.record()
    plot = desk.panel.path
    desk.qtbot.waitUntil(lambda: plot.path is not None and len(plot.path.epochs) == EPOCHS + 1)
    path = plot.path
    assert path is not None
    name = desk.picture.question.layer
    base = np.linalg.norm(initial_weights(desk.document.network, 3)[name][0])
    np.testing.assert_allclose(path.norms[1:], base * (1 + np.arange(1, EPOCHS + 1)), rtol=1e-3)
    np.testing.assert_allclose(path.changes[2:], base, rtol=2e-2)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(plot.place(2.1)), 30))
    shown = desk.player.shown
    assert shown is not None
    assert shown.epoch == 2
    assert plot.words[0] == f"Norm {path.norms[2]:.3g}"
    assert not plot.grab().isNull()


def test_a_film_without_room_for_weights_says_so(qtbot: QtBot) -> None:
    desk = Desk(qtbot, budget=60_000)
    desk.record()
    assert not desk.panel.changes.isVisible()
    desk.player.go(0)
    assert desk.panel.picture is None
    assert "keeps no weights" in desk.panel._empty.text()
    desk.player.go_live()
    qtbot.waitUntil(lambda: desk.panel.picture is not None)
    desk.panel.close()
    desk.film.close()
