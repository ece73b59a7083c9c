"""Where training can run: what TensorFlow sees, and what was asked for."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any

from mlp_studio.core.devices import (
    Device,
    DeviceInfo,
    among,
    faster_on_cpu,
    faster_on_gpu,
)
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.engine import hardware
from mlp_studio.engine.backend import tf
from mlp_studio.engine.gpu_advice import explain


@lru_cache(maxsize=1)
def describe_devices() -> tuple[DeviceInfo, ...]:
    """Return the devices that TensorFlow sees, GPUs first."""
    cards = tf.config.list_physical_devices("GPU")
    gpus = tf.config.list_logical_devices("GPU")
    found = [
        _gpu(number, cards[number] if len(cards) == len(gpus) else cards[0])
        for number in range(len(gpus))
    ]
    cpu = text("CPU · {cores} cores", cores=os.cpu_count() or 1)
    faster = faster_on_cpu(hardware.processor_flags())
    # One, unless TensorFlow was told to divide it.
    processors = range(len(tf.config.list_logical_devices("CPU")))
    return (*found, *(DeviceInfo(f"CPU:{number}", "cpu", cpu, faster) for number in processors))


def _gpu(number: int, card: Any) -> DeviceInfo:
    details = tf.config.experimental.get_device_details(card)
    name = details.get("device_name", card.name)
    return DeviceInfo(
        f"GPU:{number}",
        "gpu",
        text("GPU · {name}", name=name),
        faster_on_gpu(details.get("compute_capability")),
    )


def tensorflow_version() -> str:
    """Return TensorFlow's version."""
    return str(tf.__version__)


def gpu_facts() -> hardware.Facts:
    """Return what is known of this computer's graphics cards."""
    build = tf.sysconfig.get_build_info()
    cuda = str(build.get("cuda_version", "")) if tf.test.is_built_with_cuda() else ""
    return hardware.probe(hardware.Build(cuda, str(build.get("cudnn_version", ""))))


def why_no_gpu() -> Text | None:
    """Return why no GPU is used and what to do, or None when one is."""
    if any(device.kind == "gpu" for device in describe_devices()):
        return None
    return explain(gpu_facts())


def candidates(device: Device) -> tuple[DeviceInfo, ...]:
    """Return the devices from which the fastest is to be taken.

    Parameters
    ----------
    device : str
        ``"auto"`` for all, ``"cpu"``, ``"gpu"`` for all GPUs, or a GPU's name.

    Raises
    ------
    StudioError
        When TensorFlow sees no GPU, or not the one asked for.
    """
    devices = describe_devices()
    found = among(devices, device)
    if found:
        return found
    why = why_no_gpu()
    if why is not None:
        raise StudioError(text("A GPU was asked for, but there is none to use."), why)
    raise StudioError(
        text(
            "The GPU {name} is not there; these are: {devices}.",
            name=device,
            devices=", ".join(info.name for info in devices if info.kind == "gpu"),
        ),
        text("Choose another device."),
    )
