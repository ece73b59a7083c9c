"""What colours may tell of an example: class, answer, right or wrong, loss."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from mlp_studio.analysis.metrics import example_losses
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.ui.common.colours import Colouring, value_colours
from mlp_studio.ui.features.frame import Frame

TintName = Literal["class", "prediction", "right", "loss"]
LIGHT_FROM = 3  # points of a small loss are most, and must be seen on dark ground too
RIGHT, WRONG = QColor("#009e73"), QColor("#d55e00")  # told apart by colour-blind eyes


def tint(name: TintName, dataset: Dataset, answers: Colouring) -> Colouring:
    """Return the colours that tell something of the examples of a data set.

    Parameters
    ----------
    name : {"class", "prediction", "right", "loss"}
        What they tell.
    dataset : Dataset
        The examples.
    answers : Colouring
        The colours of its classes or values.
    """
    if name == "right":
        right = QCoreApplication.translate("FeaturesPanel", "right")
        wrong = QCoreApplication.translate("FeaturesPanel", "wrong")
        return Colouring((RIGHT, WRONG), names=(right, wrong))
    if name == "loss":
        return Colouring(value_colours(LIGHT_FROM), 0.0, _twice_guessing(dataset))
    return answers


def tinted(name: TintName, frame: Frame, colours: Colouring) -> NDArray[np.int64]:
    """Return which colour each example of a frame has, shape (n,)."""
    y, outputs = frame.probe.y, frame.outputs
    if name == "loss":
        return colours.indices(losses(frame))
    if name == "class":
        return colours.indices(y)
    if name == "prediction":
        said = outputs.argmax(axis=1) if colours.names else outputs
        return colours.indices(said)
    return np.asarray(outputs.argmax(axis=1) != y, np.int64)


def losses(frame: Frame) -> AnyArray:
    """Return how wrong the network is on each example of a frame, shape (n,)."""
    with np.errstate(over="ignore", invalid="ignore"):
        return example_losses(frame.outputs, frame.probe.y, calibrated=frame.calibrated)


def _twice_guessing(dataset: Dataset) -> float:
    """Return twice the loss of whoever knows nothing: so that guessing has the middle colour."""
    if dataset.class_names:
        return 2 * math.log(max(2, len(dataset.class_names)))
    return 2 * float(np.var(dataset.train.y, dtype=np.float64)) or 1.0
