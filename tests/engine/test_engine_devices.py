"""Where training runs: what is found, what is asked for, and which is the fastest."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from mlp_studio.core.devices import Choice, DeviceInfo
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.engine.auto import TIMED, seconds_per_step
from mlp_studio.engine.chunks import TARGET
from mlp_studio.engine.devices import candidates, describe_devices, why_no_gpu

ROOT = Path(__file__).parents[2]
NO_GPU = all(device.kind == "cpu" for device in describe_devices())


@pytest.fixture(scope="module")
def two() -> dict[str, Any]:
    """What a program saw for which TensorFlow divides the CPU into two devices."""
    command = [sys.executable, "-m", "tests.engine.two_devices"]
    answer = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert answer.returncode == 0, answer.stderr[-3000:]
    found = json.loads(answer.stdout)
    assert isinstance(found, dict)
    return found


def test_of_two_devices_the_faster_is_taken_and_the_times_are_told(two: dict[str, Any]) -> None:
    first = two["first"]
    cpus = [name for name in two["devices"] if name.startswith("CPU")]
    assert cpus == ["CPU:0", "CPU:1"]
    assert sorted(name for name, _ in first["times"]) == sorted(two["devices"])
    times = [time for _, time in first["times"]]
    assert all(0 < before <= after for before, after in pairwise(times))
    assert first["device"] == first["times"][0][0]
    assert first["words"].count("ms a step") == len(two["devices"])
    assert first["left_out"] == []
    assert all(place.endswith(first["device"]) for place in two["placed"])


def test_the_same_structure_is_never_measured_twice(two: dict[str, Any]) -> None:
    assert (two["verdicts"], two["remembered"]) == (1, 1)
    assert two["again"] == two["first"]  # to the last digit of the times
    assert two["other"]["times"] != two["first"]["times"]


def test_measuring_leaves_no_trace_in_the_weights(two: dict[str, Any]) -> None:
    assert two["alone"] is None
    assert two["same_weights"]


def test_a_device_that_fails_is_left_out_with_its_reason(two: dict[str, Any]) -> None:
    mended = two["mended"]
    [(name, reason)] = mended["left_out"]
    assert name == "GPU:7"
    assert "GPU:7" in reason
    assert mended["device"] in two["devices"]
    assert f"GPU · gone could not be used ({reason})" in mended["words"]
    assert two["all_fail"]


@pytest.mark.skipif(not NO_GPU, reason="there is a GPU")
def test_with_one_device_there_is_nothing_to_choose() -> None:
    assert len(candidates("auto")) == 1
    assert candidates("auto") == candidates("cpu")


@pytest.mark.skipif(not NO_GPU, reason="there is a GPU")
@pytest.mark.parametrize("device", ["gpu", "GPU:1"])
def test_a_gpu_that_is_not_there_is_refused_with_why(device: str) -> None:
    with pytest.raises(StudioError) as caught:
        candidates(device)
    assert caught.value.remedy == why_no_gpu()


@pytest.mark.skipif(NO_GPU, reason="needs a GPU")
def test_a_gpu_can_be_asked_for_by_name() -> None:
    assert [device.name for device in candidates("GPU:0")] == ["GPU:0"]
    assert why_no_gpu() is None
    with pytest.raises(StudioError, match="GPU:99"):
        candidates("GPU:99")


class Clock:
    """Steps that take the time they are told to, as the clock of the measurement sees it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, step: float, call: float) -> None:
        self.now, self.step, self.call, self.counts = 0.0, step, call, list[int]()
        monkeypatch.setattr("mlp_studio.engine.auto.time.perf_counter", lambda: self.now)

    def __call__(self, count: int) -> None:
        first = not self.counts
        self.counts.append(count)
        self.now += self.call + count * self.step + (5.0 if first else 0.0)


@pytest.mark.parametrize(
    ("step", "call", "steps"), [(1e-5, 1e-4, 500_000), (1e-3, 0.0, 40), (0.2, 0.0, 10), (9, 0, 3)]
)
def test_the_time_of_a_step_is_found_whatever_it_is(
    monkeypatch: pytest.MonkeyPatch, step: float, call: float, steps: int
) -> None:
    clock = Clock(monkeypatch, step, call)
    assert seconds_per_step(clock, steps) == pytest.approx(step, rel=0.05 if call else 1e-9)
    assert max(clock.counts) <= steps
    assert clock.now - 5.0 < max(3.0, 3 * step)  # the first step's five seconds do not count
    if step < TARGET:
        assert len(clock.counts) > TIMED


def test_times_are_told_with_the_digits_that_count() -> None:
    cpu = DeviceInfo("CPU:0", "cpu", text("CPU · {cores} cores", cores=2))
    gpu = DeviceInfo("GPU:0", "gpu", text("GPU · {name}", name="NVIDIA T4"))
    assert cpu.description == "CPU · 2 cores"
    choice = Choice(cpu, ((cpu, 0.04321), (gpu, 0.9512)))
    assert str(choice.words) == ("CPU · 2 cores: 0.043 ms a step, GPU · NVIDIA T4: 0.95 ms a step")
    assert "310 ms" in str(Choice(cpu, ((cpu, 312.3),)).words)
