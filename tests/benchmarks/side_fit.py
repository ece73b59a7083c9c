"""Keras's `model.fit`, called as the notebooks call it."""

from __future__ import annotations

import time
from importlib import import_module

from tests.benchmarks.networks import ENDLESS, Job, request
from tests.benchmarks.worker import Tick


def load() -> str:
    """Import Keras."""
    from mlp_studio.engine.backend import tf  # noqa: F401 - first: chooses Keras's backend

    return f"Keras {import_module('keras').__version__}"


def train(job: Job, tick: Tick) -> None:
    """Train with `model.fit`, without a progress bar and never stopping early."""
    import keras

    from mlp_studio.engine.keras_files import build, compile_model

    asked = request(job)
    model = build(asked.network, asked.start.weights)
    compile_model(model, asked.training)
    first_step = 0.0

    class Clock(keras.callbacks.Callback):  # type: ignore[misc]
        """Notes when the first step is over and tells about each epoch."""

        def on_train_batch_end(self, *_: object, **_logs: object) -> None:
            nonlocal first_step
            if not first_step:
                first_step = time.perf_counter() - began

        def on_epoch_end(self, _: int, logs: dict[str, float]) -> None:
            told = {
                "loss": logs["loss"],
                "val_loss": logs["val_loss"],
                "val_metric": logs[f"val_{asked.training.metric}"],
                "first_step": first_step,
            }
            if not tick(told):
                self.model.stop_training = True

    began = time.perf_counter()
    model.fit(
        asked.x_train,
        asked.y_train,
        batch_size=asked.training.batch_size,
        epochs=ENDLESS,
        validation_data=(asked.x_validation, asked.y_validation),
        callbacks=[Clock()],
        verbose=0,
    )
