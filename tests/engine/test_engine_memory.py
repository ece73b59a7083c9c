"""Memory runs out: the run ends with an explanation, and the next one works."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tensorflow as tf

from mlp_studio.core.control import Control
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.training import SGD, Adam, TrainingSpec
from mlp_studio.engine import memory
from mlp_studio.engine.memory import free_bytes, least_bytes, require_memory
from mlp_studio.engine.train import is_out_of_memory, train

ROOT = Path(__file__).parents[2]
LINUX = sys.platform.startswith("linux")
NETWORK = NetworkSpec(
    input_shape=(3,),
    layers=(Dense(units=10), Dense(name="out", units=2, activation="linear")),
)
PARAMETERS = 3 * 10 + 10 + 10 * 2 + 2


@pytest.fixture(scope="module")
def short() -> dict[str, Any]:
    """What a program saw whose memory the operating system limits."""
    if not LINUX:
        pytest.skip("the limit of Linux")
    command = [sys.executable, "-m", "tests.engine.out_of_memory"]
    answer = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=150, check=False
    )
    assert answer.returncode == 0, answer.stderr[-3000:]
    found = json.loads(answer.stdout)
    assert isinstance(found, dict)
    return found


def test_too_large_a_run_fails_with_an_explanation_and_keeps_the_weights(short: Any) -> None:
    failed = short["too_large"]
    assert failed["reason"] == "failed"
    assert "memory did not suffice for 80,001 parameters" in failed["message"]
    assert "batch size of 20000" in failed["message"]
    assert "weights of epoch 3 are kept" in failed["message"]
    assert failed["kept"]
    assert failed["data_on_device"] == 0  # let go


def test_the_next_run_works(short: Any) -> None:
    assert short["before"]["reason"] == short["after"]["reason"] == "completed"
    assert short["after"]["epoch"] == 5
    assert short["after"]["data_on_device"] == 2


def test_a_lack_of_memory_in_the_midst_of_a_run_costs_no_epoch(short: Any) -> None:
    failed = short["midst"]
    assert failed["reason"] == "failed"
    assert failed["epoch"] == 4  # the first epoch's weights
    assert "weights of epoch 4 are kept" in failed["message"]
    assert failed["finite"]
    assert short["again"]["reason"] == "completed"


OP = tf.errors


@pytest.mark.parametrize(
    ("error", "lack"),
    [
        (MemoryError(), True),
        (OP.ResourceExhaustedError(None, None, "OOM when allocating tensor"), True),
        (OP.InternalError(None, None, "RESOURCE_EXHAUSTED: Out of memory while trying"), True),
        (OP.UnknownError(None, None, "CUDA_ERROR_OUT_OF_MEMORY: out of memory"), True),
        (OP.InternalError(None, None, "Failed to allocate 1073741824 bytes"), True),
        (OP.InternalError(None, None, "CUBLAS_STATUS_ALLOC_FAILED"), True),
        (OP.InternalError(None, None, "ptxas exited with non-zero error code"), False),
        (OP.InvalidArgumentError(None, None, "the room is too small"), False),
        (ValueError("out of memory"), False),
    ],
)  # fmt: skip
def test_a_lack_of_memory_is_known_by_all_its_names(error: BaseException, lack: bool) -> None:
    assert is_out_of_memory(error) == lack


def test_what_a_step_needs_at_least() -> None:
    assert least_bytes(NETWORK, SGD(), 7) == 4 * (2 * PARAMETERS + 7 * 12)
    assert least_bytes(NETWORK, Adam(), 7) == 4 * (4 * PARAMETERS + 7 * 12)
    frozen = NETWORK.replaced("dense", Dense(units=10, trainable=False))
    assert least_bytes(frozen, SGD(), 7) == 4 * (PARAMETERS + 22 + 7 * 12)


def test_a_run_that_can_not_fit_is_refused_with_both_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = tmp_path / "meminfo"
    info.write_text("MemTotal:   8000000 kB\nMemAvailable:   1000000 kB\n")
    monkeypatch.setattr(memory, "MEMORY", info)
    monkeypatch.setattr(memory, "GROUP", tmp_path)
    assert free_bytes() == 1_024_000_000
    require_memory(NETWORK, Adam(), 1_000_000)
    with pytest.raises(StudioError, match=r"1\.2 GB of memory at least, and 1\.0 GB are free"):
        require_memory(NETWORK.replaced("dense", Dense(units=300)), Adam(), 1_000_000)
    (tmp_path / "memory.max").write_text("500000000\n")
    (tmp_path / "memory.stat").write_text("anon 200000000\nfile 299000000\n")
    assert free_bytes() == 300_000_000  # of the container; its files give way
    (tmp_path / "memory.max").write_text("max\n")
    assert free_bytes() == 1_024_000_000
    info.unlink()
    assert free_bytes() is None
    require_memory(NETWORK.replaced("dense", Dense(units=60_000)), Adam(), 1_000_000)


@pytest.mark.skipif(not LINUX, reason="told by Linux")
def test_a_step_larger_than_this_computer_ends_as_failed_before_it_begins() -> None:
    free = free_bytes()
    assert free is not None
    assert 0 < free < 2**50
    wide = NETWORK.replaced("dense", Dense(units=60_000))
    rows = 2 * max(1, free // (4 * 60_000))  # what is free changes all the time
    x = np.broadcast_to(np.zeros((1, 3), np.float32), (rows, 3))
    y = np.broadcast_to(np.zeros((1, 2), np.float32), (rows, 2))
    spec = TrainingSpec.model_validate(
        {"loss": "mean_squared_error", "metric": "mae", "batch_size": min(rows, 1_000_000)}
    )
    start = Snapshot(wide, initial_weights(wide, 0))
    asked = TrainRequest(1, wide, spec, x, y, x[:0], y[:0], start, device="cpu")
    if rows > 1_000_000:
        pytest.skip("this computer has room for the largest batch")
    finished = train(replace(asked), lambda _event: None, Control())
    assert finished.reason == "failed"
    assert "GB of memory at least" in str(finished.message)
    assert finished.snapshot is start
