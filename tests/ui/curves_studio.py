"""The Curves panel in a window, and a training controller that is told what to tell."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, Snapshot, StepsDone
from mlp_studio.core.templates import template
from mlp_studio.core.text import text
from mlp_studio.studio.document import Document
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.training.curves import CurvesPanel

STEPS = 30  # per epoch


class Training(QObject):
    """A training controller that is told what to tell."""

    state_changed = Signal(str)
    run_started = Signal(object)
    steps_done = Signal(object)
    epoch_done = Signal(object)
    run_finished = Signal(object)
    cleared = Signal()
    restored = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = "idle"
        self.history: list[EpochDone] = []

    def begin(self, last_epoch: int = 200) -> None:
        self.state = "running"
        self.state_changed.emit("running")
        self.run_started.emit(RunStarted(1, "CPU", STEPS, 1, last_epoch))

    def epoch(self, number: int, **more: object) -> EpochDone:
        losses = np.full(STEPS, 2.0 / number)
        self.steps_done.emit(StepsDone(1, (number - 1) * STEPS, losses))
        event = epoch_done(number, **more)
        self.history.append(event)
        self.epoch_done.emit(event)
        return event

    def end(self, snapshot: Snapshot) -> None:
        self.state = "idle"
        self.state_changed.emit("idle")
        message = text("Trained.")
        self.run_finished.emit(RunFinished(1, "completed", message, snapshot, None, 1, 1.0))


NETWORK = template("spirals-6").project.network

SNAPSHOT = Snapshot(NETWORK, {})


def epoch_done(number: int, *, val_loss: float | None = None, reduced: bool = False) -> EpochDone:
    logs = {
        "loss": 2.0 / number,
        "val_loss": val_loss if val_loss is not None else 1.8 / number,
        "accuracy": 1 - 0.9 / number,
        "val_accuracy": 1 - 0.8 / number,
    }
    return EpochDone(1, number, logs, 0.0005, SNAPSHOT, 0.02, reduced)


class Studio:
    def __init__(self, qtbot: QtBot) -> None:
        self.document = Document(template("spirals-6").project)
        self.training = Training()
        self.theme = Theme("light")
        self.panel = CurvesPanel(self.document, self.training, self.theme)  # type: ignore[arg-type]
        self.panel.resize(980, 330)
        qtbot.addWidget(self.panel)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.qtbot = qtbot

    def drawn(self, epochs: int) -> None:
        """Wait until this many epochs are on the screen."""
        self.qtbot.waitUntil(
            lambda: self.panel.settled and len(curve(self.panel.loss_plot.training)[0]) == epochs
        )


def curve(item: object) -> tuple[np.ndarray, np.ndarray]:
    x, y = item.getData()  # type: ignore[attr-defined]
    empty = np.zeros(0)
    return (empty, empty) if x is None else (x, y)


def labels(panel: CurvesPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
