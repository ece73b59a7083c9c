"""Where training can run, in words and numbers free of TensorFlow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import StringConstraints

from mlp_studio.core.text import Text, text
from mlp_studio.core.training import Precision

Device = Annotated[str, StringConstraints(pattern=r"^(auto|cpu|gpu|GPU:\d{1,3})$")]
"""What is asked for: the fastest, the CPU, the fastest GPU, or one GPU by its number."""


@dataclass(frozen=True)
class DeviceInfo:
    """A processor that can train.

    Parameters
    ----------
    name : str
        TensorFlow's name, such as ``"CPU:0"``.
    kind : {"cpu", "gpu"}
        What it is.
    title : Text
        The same as a sentence to be translated.
    faster : tuple of str
        The precisions besides float32 for which it has units of its own: products in them
        take less time.
    """

    name: str
    kind: Literal["cpu", "gpu"]
    title: Text
    faster: tuple[Precision, ...] = ()

    @property
    def description(self) -> str:
        """The title in English."""
        return str(self.title)


def faster_on_gpu(capability: tuple[int, int] | None) -> tuple[Precision, ...]:
    """Return the precisions in which an NVIDIA GPU multiplies faster than in float32.

    Parameters
    ----------
    capability : tuple of int, optional
        Its compute capability, such as ``(8, 6)``; None where it is unknown.
    """
    least: dict[Precision, tuple[int, int]] = {"mixed_float16": (7, 0), "mixed_bfloat16": (8, 0)}
    return tuple(p for p, needed in least.items() if capability and tuple(capability) >= needed)


def faster_on_cpu(flags: Collection[str]) -> tuple[Precision, ...]:
    """Return the precisions in which a processor multiplies faster than in float32.

    Parameters
    ----------
    flags : collection of str
        Its abilities by Linux's names.
    """
    return ("mixed_bfloat16",) if {"avx512_bf16", "amx_bf16"} & set(flags) else ()


def among(devices: Sequence[DeviceInfo], asked: Device) -> tuple[DeviceInfo, ...]:
    """Return those of `devices` that come into question for what was asked for."""
    if asked == "auto":
        return tuple(devices)
    if asked == "cpu":
        return tuple(device for device in devices if device.kind == "cpu")[:1]
    if asked == "gpu":
        return tuple(device for device in devices if device.kind == "gpu")
    return tuple(device for device in devices if device.name == asked)


def why_not(precision: Precision, devices: Iterable[DeviceInfo]) -> Text | None:
    """Return why a precision is not offered for `devices`; None where it is."""
    if precision == "float32" or any(precision in device.faster for device in devices):
        return None
    if precision == "mixed_float16":
        return text(
            "float16 takes an NVIDIA GPU of compute capability 7.0 or higher; elsewhere it is "
            "no faster."
        )
    return text(
        "bfloat16 takes an NVIDIA GPU of compute capability 8.0 or higher, or a processor with "
        "AVX-512 BF16 or AMX; elsewhere it is no faster."
    )


@dataclass(frozen=True)
class Choice:
    """Which device `auto` took, and how it knows.

    Parameters
    ----------
    device : DeviceInfo
        The fastest.
    milliseconds : tuple of (DeviceInfo, float)
        The median time of a training step on each device, fastest first.
    left_out : tuple of (DeviceInfo, str)
        Devices that failed when they were tried, with TensorFlow's reason.
    """

    device: DeviceInfo
    milliseconds: tuple[tuple[DeviceInfo, float], ...]
    left_out: tuple[tuple[DeviceInfo, str], ...] = ()

    @property
    def words(self) -> Text:
        """The measurements as one sentence."""
        parts = [
            text("{device}: {time} ms a step", device=device.title, time=_short(time))
            for device, time in self.milliseconds
        ]
        parts += [
            text("{device} could not be used ({reason})", device=device.title, reason=reason)
            for device, reason in self.left_out
        ]
        sentence = parts[0]
        for part in parts[1:]:
            sentence = text("{first}, {second}", first=sentence, second=part)
        return sentence


def _short(milliseconds: float) -> str:
    """Return a time with two digits that count, such as 0.043, 1.2 or 310."""
    return f"{float(f'{milliseconds:.2g}'):g}"
