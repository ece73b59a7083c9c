"""The same request gives the same bits: anew, compiled anew, and in another process.

Run as a module, it prints what another process comes to.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, Snapshot, TrainEvent, TrainRequest
from mlp_studio.core.fingerprint import weights_digest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout, GaussianNoise
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import EarlyStopping, TrainingSpec
from mlp_studio.engine import loop
from mlp_studio.engine.train import train

ROOT = Path(__file__).parents[2]
SMALL, WIDE = 16, 512  # the products of wide layers are divided among the cores
EXAMPLES = 250  # not a multiple of the batch: the last one is partial


def request(units: int, *, seed: int = 3, **training: object) -> TrainRequest:
    """Return one with all that draws numbers: noise, dropout, shuffling, new weights."""
    network = NetworkSpec(
        input_shape=(8,),
        layers=(
            GaussianNoise(name="noise", stddev=0.1),
            Dense(name="first", units=units, activation="relu"),
            BatchNormalization(name="norm"),
            Dropout(name="dropout", rate=0.3),
            Dense(name="second", units=units, activation="tanh"),
            Dense(name="out", units=1, activation="linear"),
        ),
    )
    rng = np.random.default_rng(0)
    x = rng.normal(size=(EXAMPLES, 8)).astype(np.float32)
    y = np.sin(x[:, :1]) * x[:, 1:2]
    spec = TrainingSpec.model_validate(
        {
            "loss": "mean_squared_error",
            "metric": "mae",
            "epochs": 4,
            "batch_size": 64,
            "seed": seed,
            **training,
        }
    )
    start = Snapshot(network, initial_weights(network, seed))
    return TrainRequest(1, network, spec, x, y, x[:50], y[:50], start, device="cpu")


def outcome(asked: TrainRequest) -> list[object]:
    """Return the digest and logs of each epoch, and the digest of the weights at the end."""
    epochs: list[EpochDone] = []

    def listen(event: TrainEvent) -> None:
        if isinstance(event, EpochDone):
            epochs.append(event)

    finished = train(asked, listen, Control())
    assert finished.reason in {"completed", "stopped_early"}
    told = [[weights_digest(event.snapshot), dict(event.logs)] for event in epochs]
    return [*told, weights_digest(finished.snapshot)]


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, list[object]]:
    """What another process comes to."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.test_engine_reproducible"],
        capture_output=True, text=True, check=True, cwd=ROOT, timeout=120,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("units", [SMALL, WIDE])
def test_another_process_comes_to_the_same_bits(
    elsewhere: dict[str, list[object]], units: int
) -> None:
    here = outcome(request(units))
    assert len(here) == 5
    assert here == elsewhere[str(units)]


def test_code_compiled_anew_comes_to_the_same_bits() -> None:
    first = outcome(request(SMALL))
    loop.compiled.cache_clear()
    assert outcome(request(SMALL)) == first


def test_another_seed_comes_to_other_bits() -> None:
    first, other = outcome(request(SMALL)), outcome(request(SMALL, seed=4))
    assert first[0] != other[0]


def test_the_seed_governs_more_than_the_new_weights() -> None:
    asked = request(SMALL)
    other = request(SMALL, seed=4)
    same_start = Snapshot(other.network, asked.start.weights)
    assert outcome(asked)[0] != outcome(
        TrainRequest(
            1, other.network, other.training, other.x_train, other.y_train,
            other.x_validation, other.y_validation, same_start, device="cpu",
        )
    )[0]  # fmt: skip


def test_weights_put_back_by_early_stopping_are_the_same_bits() -> None:
    stopping = EarlyStopping(patience=2)
    rate = {"kind": "adam", "learning_rate": 0.1}

    def once() -> list[object]:
        return outcome(request(SMALL, epochs=60, early_stopping=stopping, optimizer=rate))

    first = once()
    *epochs, final = first
    assert len(epochs) < 60
    digests = [epoch[0] for epoch in epochs if isinstance(epoch, list)]
    assert digests.index(final) == len(epochs) - 1 - stopping.patience
    assert once() == first


if __name__ == "__main__":
    json.dump({units: outcome(request(units)) for units in (SMALL, WIDE)}, sys.stdout)
