"""The panel for functions in a window, and stand-ins for what it listens to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.events import Snapshot
from mlp_studio.core.function_source import Function
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.surface.frame import SurfaceFrame
from mlp_studio.ui.surface.switch import PlaneOrSurface
from mlp_studio.ui.theme import Theme
from tests.ui.stand_ins import Store, Training


def small(inputs: int, outputs: int = 1) -> NetworkSpec:
    layers = (
        Dense(name="inner", units=8, activation="tanh"),
        Dense(name="output", units=outputs, activation="linear"),
    )
    return NetworkSpec(input_shape=(inputs,), layers=layers)


class Studio:
    """A panel with a function of two inputs."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        project = template("egg-crate").project
        self.document = Document(project)
        self.store = Store(load(project.data))
        self.training = Training()
        self.theme = Theme("light")
        self.jobs = Jobs()
        self.both = PlaneOrSurface(
            self.document,
            self.store,  # type: ignore[arg-type]
            self.training,  # type: ignore[arg-type]
            self.theme,
            self.jobs,
        )
        self.panel = self.both.surface
        self.both.resize(320, 700)
        qtbot.addWidget(self.both)
        self.both.show()
        qtbot.waitExposed(self.both)

    def press_surface(self) -> None:
        QTest.mouseClick(self.both.surface_button, Qt.MouseButton.LeftButton)

    def learn(self, source: Function, network: NetworkSpec, **data: object) -> None:
        """Give it other data."""
        spec = DataSpec(source=source, **data)  # type: ignore[arg-type]
        self.document.edit("Function", data=spec, network=network)
        self.store.give(load(spec))

    def train(self, seed: int = 7, epoch: int = 84) -> SurfaceFrame:
        network = self.document.network
        return self.show(Snapshot(network, initial_weights(network, seed), epoch))

    def show(self, snapshot: Snapshot) -> SurfaceFrame:
        self.document.set_snapshot(snapshot)

        def there() -> bool:
            frame = self.panel.frame
            return frame is not None and frame.question.snapshot is snapshot

        self.qtbot.waitUntil(there)
        frame = self.panel.frame
        assert frame is not None
        return frame

    def choose(self, wanted: str) -> None:
        """Go to an entry of the list by its keys."""
        what = self.panel.what
        while what.currentData() != wanted:
            down = what.currentIndex() < what.findData(wanted)
            QTest.keyClick(what, Qt.Key.Key_Down if down else Qt.Key.Key_Up)

    def words(self) -> str:
        labels = self.panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())
