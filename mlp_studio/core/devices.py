"""Where training can run, in words and numbers free of TensorFlow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import StringConstraints

from mlp_studio.core.text import Text, text

Device = Annotated[str, StringConstraints(pattern=r"^(auto|cpu|gpu|GPU:\d{1,3})\Z")]
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
    capability : tuple of int, optional
        An NVIDIA GPU's compute capability, such as ``(8, 6)``; None where unknown.
    """

    name: str
    kind: Literal["cpu", "gpu"]
    title: Text
    capability: tuple[int, int] | None = None

    @property
    def description(self) -> str:
        """The title in English."""
        return str(self.title)


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
