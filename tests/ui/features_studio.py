"""The Features panel in a window, and stand-ins for what it listens to."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.events import EpochDone, RunStarted, Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.selection import Selection
from mlp_studio.ui.features.panel import FeaturesPanel
from mlp_studio.ui.theme import Theme
from tests.ui.stand_ins import Store, Training

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
        self.selection = Selection(self.store)  # type: ignore[arg-type]
        self.theme = Theme("light")
        self.film = FilmRecorder(self.document, self.store, self.training)  # type: ignore[arg-type]
        self.jobs = Jobs()
        self.panel = FeaturesPanel(
            self.document,
            self.store,  # type: ignore[arg-type]
            self.training,  # type: ignore[arg-type]
            self.film,
            self.jobs,
            self.selection,
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

    def record(self, epochs: int, grown: float = 0.1) -> None:
        """Have a run recorded whose weights change a little from epoch to epoch."""
        network = self.document.network
        first = initial_weights(network, 3)
        far = initial_weights(network, 4)
        self.training.run_started.emit(RunStarted(1, "CPU", 10, 1, epochs))
        for epoch in range(1, epochs + 1):
            share = np.float32(grown * epoch)
            weights = {
                name: tuple(a + share * (b - a) for a, b in zip(one, far[name], strict=True))
                for name, one in first.items()
            }
            snapshot = Snapshot(network, weights, epoch)
            self.training.epoch_done.emit(EpochDone(1, epoch, {"loss": 1.0}, 0.1, snapshot, 0.1))
        self.document.set_snapshot(snapshot)
        self.qtbot.waitUntil(lambda: not self.film.busy)
        self.shown(snapshot)

    def scrubbed(self) -> None:
        """Wait until the film's frame is on the screen."""
        self.qtbot.waitUntil(lambda: self._epoch() == self.panel.player.shown)

    def _epoch(self) -> object:
        frame = self.panel.frame
        shot = frame.question.shot if frame is not None else None
        return None if shot is None else shot.frame

    def pick(self, combo: QComboBox, data: str) -> None:
        """Choose an entry with the keyboard."""
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        while combo.currentData() != data:
            before = combo.currentIndex()
            QTest.keyClick(combo, Qt.Key.Key_Down)
            assert combo.currentIndex() > before, data

    def view(self, name: str) -> None:
        """Choose a view and wait until it is there."""
        self.pick(self.panel.page.views, name)

        def there() -> bool:
            frame = self.panel.frame
            return frame is not None and frame.question.view.name == name

        self.qtbot.waitUntil(there)

    def close(self) -> None:
        self.panel.close()
        self.film.close()
        self.jobs.close()
