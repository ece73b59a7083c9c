"""Runs of a training controller, and an ear for what it tells."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from mlp_studio.core.arrays import Weights
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted
from mlp_studio.core.training import Adam
from mlp_studio.studio.document import Document
from mlp_studio.studio.training import TrainingController

LONG = 60_000  # the first run of the session loads TensorFlow and compiles

ENDLESS = 100_000  # epochs: such a run ends only when it is told to


class Heard:
    """What a controller told."""

    def __init__(self, controller: TrainingController) -> None:
        self.states: list[str] = []
        self.started: list[RunStarted] = []
        self.epochs: list[EpochDone] = []
        self.finished: list[RunFinished] = []
        self.errors: list[Exception] = []
        self.cleared = 0
        self.threads: set[QThread] = set()
        controller.state_changed.connect(self._state)
        controller.run_started.connect(self.started.append)
        controller.epoch_done.connect(self._epoch)
        controller.run_finished.connect(self.finished.append)
        controller.failed.connect(self.errors.append)
        controller.cleared.connect(self._clear)

    def _state(self, state: str) -> None:
        self.states.append(state)

    def _epoch(self, event: EpochDone) -> None:
        self.threads.add(QThread.currentThread())
        self.epochs.append(event)

    def _clear(self) -> None:
        self.cleared += 1


def run(qtbot: QtBot, controller: TrainingController, **how: Any) -> None:
    """Train and wait for the end."""
    controller.train(**how)
    until_idle(qtbot, controller)


def until_idle(qtbot: QtBot, controller: TrainingController) -> None:
    qtbot.waitUntil(lambda: controller.state == "idle", timeout=LONG)


def begin_endless(qtbot: QtBot, document: Document, controller: TrainingController) -> None:
    """Start a run which ends only when it is told to, and wait for its second epoch."""
    controller.train(epochs=ENDLESS)
    qtbot.waitUntil(lambda: len(controller.history) >= 2, timeout=LONG)


def same(one: Weights, other: Weights) -> bool:
    return all(
        np.array_equal(a, b) for name in one for a, b in zip(one[name], other[name], strict=True)
    )


def set_rate(document: Document, rate: float) -> None:
    optimizer = Adam(learning_rate=rate)
    document.edit("Rate", training=document.training.model_copy(update={"optimizer": optimizer}))
