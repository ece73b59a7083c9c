"""A project on a person's own data shows in the panels, whatever its shape."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import AnySource, DataSpec
from mlp_studio.core.table_sources import ScikitTable
from mlp_studio.core.templates import template
from mlp_studio.data.array_files import inspect_arrays
from mlp_studio.data.image_folders import inspect_images
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.data.panel import DataPanel
from mlp_studio.ui.theme import Theme


class Shown:
    """The data panel on a document that somebody gave other data."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document(template("spirals-2").project)
        self.jobs = Jobs()
        self.store = DataStore(self.document, self.jobs)
        self.panel = DataPanel(self.document, self.store, Theme("light"))
        qtbot.addWidget(self.panel)
        self.panel.resize(300, 900)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def use(self, source: AnySource) -> str:
        """Show a source; return what the panel says of it."""
        self.document.edit("Own data", data=DataSpec(source=source, scaling="standard"))
        self.qtbot.waitUntil(lambda: not self.store.busy, timeout=30_000)
        assert self.store.dataset is not None
        self.panel.grab()
        return self.panel._facts.text()


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.store.cancel()
    made.jobs.close()


def test_tables_pictures_and_arrays_show(shown: Shown, tmp_path: Path) -> None:
    assert "150 examples · 4 · 3 classes" in shown.use(ScikitTable(name="iris"))
    assert shown.panel.scaling.choice.currentData() == "standard"
    path = tmp_path / "p.npz"
    noise = np.random.default_rng(0).integers(0, 256, (30, 9, 9, 3), dtype=np.uint8)
    np.savez(path, X=noise, y=np.arange(30) % 2)
    colour = inspect_images(path, width=6, height=5, channels=3).source
    assert "30 examples · 5 × 6 × 3 · 2 classes" in shown.use(colour)
    np.savez(path, x=noise[:, 0, 0, 0], y=np.linspace(0, 1, 30))
    assert "30 examples · 1 → 1" in shown.use(inspect_arrays(path).source)
