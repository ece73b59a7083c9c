"""What colours may tell of an example: class, answer, right or wrong, loss, a column."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from mlp_studio.analysis.examples import Axis, axis_values
from mlp_studio.analysis.metrics import example_losses
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.ui.common.colours import Colouring, value_colours
from mlp_studio.ui.features.frame import Frame
from mlp_studio.ui.theme import class_colour

TintName = Literal["class", "prediction", "right", "loss", "column"]
LIGHT_FROM = 3  # points of a small loss are most, and must be seen on dark ground too
RIGHT, WRONG = QColor("#009e73"), QColor("#d55e00")  # told apart by colour-blind eyes
COLUMN = "column "


@dataclass(frozen=True)
class Tint:
    """What colours tell.

    Parameters
    ----------
    name : {"class", "prediction", "right", "loss", "column"}
        What.
    axis : Axis, optional
        Which column of the table.
    """

    name: TintName = "class"
    axis: Axis | None = None


def column_tint(number: int) -> str:
    """Return what the choice of a column is called."""
    return f"{COLUMN}{number}"


def tint_called(called: str, axes: tuple[Axis, ...]) -> Tint:
    """Return what a choice means, given the columns of the table."""
    if called.startswith(COLUMN):
        return Tint("column", axes[int(called.removeprefix(COLUMN))])
    names: tuple[TintName, ...] = ("prediction", "right", "loss")
    return Tint(next((name for name in names if name == called), "class"))


def tint(asked: Tint, dataset: Dataset, answers: Colouring) -> Colouring:
    """Return the colours that tell something of the examples of a data set.

    Parameters
    ----------
    asked : Tint
        What they tell.
    dataset : Dataset
        The examples.
    answers : Colouring
        The colours of its classes or values.
    """
    if asked.name == "right":
        right = QCoreApplication.translate("FeaturesPanel", "right")
        wrong = QCoreApplication.translate("FeaturesPanel", "wrong")
        return Colouring((RIGHT, WRONG), names=(right, wrong))
    if asked.name == "loss":
        return Colouring(value_colours(LIGHT_FROM), 0.0, _twice_guessing(dataset))
    if asked.axis is not None:
        return _of_column(asked.axis, dataset)
    return answers


def tinted(asked: Tint, frame: Frame, colours: Colouring) -> NDArray[np.int64]:
    """Return which colour each example of a frame has, shape (n,)."""
    probe, outputs = frame.probe, frame.outputs
    if asked.axis is not None:
        scaler = frame.question.dataset.scaler
        return colours.indices(axis_values(scaler, asked.axis, probe.x, probe.y))
    if asked.name == "loss":
        return colours.indices(losses(frame))
    if asked.name == "class":
        return colours.indices(probe.y)
    if asked.name == "prediction":
        said = outputs.argmax(axis=1) if colours.names else outputs
        return colours.indices(said)
    return np.asarray(outputs.argmax(axis=1) != probe.y, np.int64)


def losses(frame: Frame) -> AnyArray:
    """Return how wrong the network is on each example of a frame, shape (n,)."""
    with np.errstate(over="ignore", invalid="ignore"):
        return example_losses(frame.outputs, frame.probe.y, calibrated=frame.calibrated)


def _of_column(axis: Axis, dataset: Dataset) -> Colouring:
    """Return a scale over the training examples' values, or a colour for each category."""
    if axis.categories:
        colours = tuple(class_colour(number) for number in range(len(axis.categories)))
        return Colouring(colours, names=axis.categories)
    train = dataset.train
    values = axis_values(dataset.scaler, axis, train.x, train.y)
    values = values[np.isfinite(values)]
    if not len(values):
        return Colouring(value_colours(LIGHT_FROM))
    return Colouring(value_colours(LIGHT_FROM), float(values.min()), float(values.max()))


def _twice_guessing(dataset: Dataset) -> float:
    """Return twice the loss of whoever knows nothing: so that guessing has the middle colour."""
    if dataset.class_names:
        return 2 * math.log(max(2, len(dataset.class_names)))
    return 2 * float(np.var(dataset.train.y, dtype=np.float64)) or 1.0
