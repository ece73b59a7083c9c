"""The Evaluation panel, with stand-ins for what loads and trains."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.other_data import OtherData
from mlp_studio.studio.selection import Selection
from mlp_studio.ui.evaluation.panel import EvaluationPanel, Page
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.theme import Theme
from tests.ui.stand_ins import Store, Training


class Studio:
    """The panel on the screen, at the size it has in the smallest window."""

    def __init__(self, qtbot: QtBot, name: str, dataset: Dataset | None) -> None:
        self.qtbot = qtbot
        self.document = Document(template(name).project)
        self.store = Store(dataset)
        self.training = Training()
        self.selection = Selection(self.store)  # type: ignore[arg-type]
        self.theme = Theme("light")
        self.jobs = Jobs()
        self.other = OtherData(self.store, self.jobs)  # type: ignore[arg-type]
        self.panel = EvaluationPanel(
            self.document,
            self.store,  # type: ignore[arg-type]
            self.training,  # type: ignore[arg-type]
            self.selection,
            self.other,
            self.theme,
        )
        self.panel.resize(744, 260)
        qtbot.addWidget(self.panel)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def train(self, seed: int = 7, epoch: int = 3) -> View:
        """Have weights, and wait until they are evaluated."""
        network = self.document.network
        return self.take(Snapshot(network, initial_weights(network, seed), epoch))

    def take(self, snapshot: Snapshot) -> View:
        self.document.set_snapshot(snapshot)
        return self.until(lambda view: view.snapshot is snapshot)

    def until(self, condition: object = None) -> View:
        """Wait for an evaluation of which a condition holds."""
        assert callable(condition)
        self.qtbot.waitUntil(
            lambda: self.panel.view is not None and bool(condition(self.panel.view))
        )
        assert self.panel.view is not None
        return self.panel.view

    def open(self, page: Page) -> None:
        """Go to a page as a click on its tab does."""
        self.panel.pages.setCurrentIndex(self.panel._in_order.index(page))

    def pages(self) -> list[str]:
        """Return the names of the pages that can be opened."""
        bar = self.panel.pages
        return [bar.tabText(k) for k in range(bar.count()) if bar.isTabVisible(k)]


def choose(box: QComboBox, data: object) -> None:
    """Choose an entry as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def pictures(n: int = 120) -> Dataset:
    """Return noise that passes for digits."""

    def part(seed: int, count: int) -> Part:
        rng = np.random.default_rng(seed)
        x = rng.random((count, 28, 28)).astype(np.float32)
        return Part(x, np.arange(count) % 10)

    names = tuple("0123456789")
    facts = Facts("multiclass", (28, 28), 10)
    return Dataset(facts, part(0, n), part(1, n // 2), part(2, n // 2), names)


def diverged(network: NetworkSpec) -> Snapshot:
    """Return weights that are no numbers."""
    nan = {
        name: tuple(np.full_like(array, np.nan) for array in arrays)
        for name, arrays in initial_weights(network, 0).items()
    }
    return Snapshot(network, nan, 3)
