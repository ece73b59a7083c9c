"""Where training can run: what TensorFlow sees, and what was asked for."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Device
from mlp_studio.core.text import Text, text
from mlp_studio.engine.backend import tf


@dataclass(frozen=True)
class DeviceInfo:
    """A processor that can train.

    Parameters
    ----------
    name : str
        TensorFlow's name, such as ``"CPU:0"``.
    kind : {"cpu", "gpu"}
        What it is.
    description : str
        For people, such as ``"CPU · 2 cores"``.
    """

    name: str
    kind: Literal["cpu", "gpu"]
    description: str


@lru_cache(maxsize=1)
def describe_devices() -> tuple[DeviceInfo, ...]:
    """Return the devices that TensorFlow sees, GPUs first."""
    gpus = tf.config.list_physical_devices("GPU")
    for gpu in gpus:
        # Take memory as it is needed: other programs share the card.
        tf.config.experimental.set_memory_growth(gpu, True)
    found = [_gpu(number, gpu) for number, gpu in enumerate(gpus)]
    return (*found, DeviceInfo("CPU:0", "cpu", f"CPU · {os.cpu_count() or 1} cores"))


def _gpu(number: int, gpu: Any) -> DeviceInfo:
    details = tf.config.experimental.get_device_details(gpu)
    return DeviceInfo(f"GPU:{number}", "gpu", f"GPU · {details.get('device_name', gpu.name)}")


def tensorflow_version() -> str:
    """Return TensorFlow's version."""
    return str(tf.__version__)


def why_no_gpu() -> Text | None:
    """Return why no GPU is used and what to do, or None when one is."""
    if any(device.kind == "gpu" for device in describe_devices()):
        return None
    if sys.platform == "win32":
        return text("TensorFlow uses no GPU on Windows itself; it does inside WSL 2.")
    if not tf.test.is_built_with_cuda():
        return text("This build of TensorFlow has no GPU support.")
    return text(
        "TensorFlow sees no GPU. With an NVIDIA card and its driver, install the GPU "
        "libraries: pip install “mlp-studio[gpu]”."
    )


def resolve(device: Device) -> DeviceInfo:
    """Return the device to train on.

    Parameters
    ----------
    device : {"auto", "cpu", "gpu"}
        ``"auto"`` takes a GPU where there is one.

    Raises
    ------
    StudioError
        When a GPU is asked for and TensorFlow sees none.
    """
    devices = describe_devices()
    if device == "cpu":
        return devices[-1]
    if device == "gpu" and devices[0].kind != "gpu":
        raise StudioError(
            text("A GPU was asked for, but there is none to use."),
            why_no_gpu() or text("Train on the CPU instead."),
        )
    return devices[0]
