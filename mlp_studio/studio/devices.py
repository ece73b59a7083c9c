"""Where training runs, in words for people."""

from __future__ import annotations

from mlp_studio.core.devices import Choice
from mlp_studio.core.text import Text, text
from mlp_studio.studio.language import render


def explain_devices(choice: Choice | None) -> Text:
    """Return where training can run and why there. Loads TensorFlow.

    Parameters
    ----------
    choice : Choice, optional
        How the last run's device was chosen among several.
    """
    from mlp_studio.engine.devices import describe_devices, why_no_gpu

    found = ", ".join(render(device.title) for device in describe_devices())
    why = why_no_gpu()
    if why is not None:
        return text("Training runs on: {devices}. {why}", devices=found, why=why)
    if choice is not None:
        return text(
            "Training can run on: {devices}. Measured for this network: {times}.",
            devices=found,
            times=choice.words,
        )
    return text("Training can run on: {devices}.", devices=found)
