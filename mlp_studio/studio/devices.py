"""Where training runs, in words for people."""

from __future__ import annotations

import os

from mlp_studio.core.text import Text, text
from mlp_studio.studio.language import render


def explain_devices() -> Text:
    """Return where training can run and why no GPU is used, if none is. Loads TensorFlow."""
    from mlp_studio.engine.devices import describe_devices, why_no_gpu

    cpu = render(text("CPU · {cores} cores", cores=os.cpu_count() or 1))
    found = ", ".join(
        cpu if device.kind == "cpu" else device.description for device in describe_devices()
    )
    why = why_no_gpu()
    if why is None:
        return text("Training can run on: {devices}.", devices=found)
    return text("Training runs on: {devices}. {why}", devices=found, why=why)
