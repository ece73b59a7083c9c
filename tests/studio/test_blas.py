"""While a network trains, NumPy multiplies in one thread."""

from __future__ import annotations

import numpy as np
from threadpoolctl import threadpool_info

from mlp_studio.studio.blas import BlasThreads
from mlp_studio.studio.training import TrainingController


def threads() -> list[int]:
    np.ones((2, 2)) @ np.ones((2, 2))  # so that it is there
    return [
        library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"
    ]


def test_one_thread_while_it_trains_and_all_again_afterwards(
    controller: TrainingController,
) -> None:
    before = threads()
    kept = BlasThreads(controller)
    for state in ("preparing", "running"):
        controller.state_changed.emit(state)
        assert set(threads()) == {1}
    controller.state_changed.emit("idle")
    assert threads() == before
    controller.state_changed.emit("running")
    controller.state_changed.emit("paused")
    assert threads() == before
    kept.deleteLater()
