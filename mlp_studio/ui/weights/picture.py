"""What the weights panel shows, made off the window's thread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.kernels import (
    KernelFacts,
    diverging,
    kernel_facts,
    strength,
    unit_pictures,
)
from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.network import NetworkSpec

Mode = Literal["pictures", "matrix"]
MOST_PIXELS = 1200  # a side of a matrix: more could not be seen


@dataclass(frozen=True, eq=False)
class WeightQuestion:
    """What to make a picture of.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    layer : str
        A layer's name.
    number : int
        Which of its arrays.
    array : FloatArray
        The array.
    mode : {"pictures", "matrix"}
        A picture for each unit, or the whole array as one.
    epoch : float or None
        Of the weights; None for new ones.
    colours : tuple of three ndarrays of shape (3,)
        Of positive and negative weights and of zero.
    since : float or None
        The epoch whose weights were taken off; None where these are the weights themselves.
    most : float or None
        The size with the full colour; None for that of the array's own.
    """

    network: NetworkSpec
    layer: str
    number: int
    array: FloatArray
    mode: Mode
    epoch: float | None
    colours: tuple[AnyArray, AnyArray, AnyArray]
    since: float | None = None
    most: float | None = None


@dataclass(frozen=True, eq=False)
class WeightPicture:
    """Weights as colours.

    Parameters
    ----------
    question : WeightQuestion
        What was asked.
    tiles : ndarray of uint8, shape (tiles, rows, columns, 3)
        One for each unit, or a single one.
    values : ndarray of shape (tiles, rows, columns)
        What the colours stand for.
    block : int
        How many weights a side were averaged into one of the values.
    facts : KernelFacts
        Of the array.
    """

    question: WeightQuestion
    tiles: NDArray[np.uint8]
    values: FloatArray
    block: int
    facts: KernelFacts


def can_be_pictures(network: NetworkSpec, layer: str, number: int) -> bool:
    """Return whether each unit's weights are a picture: the first kernel on images."""
    specs = network.weight_specs()
    first = next((name for name, found in specs.items() if found), None)
    if layer != first or number != 0 or len(specs[layer][0].shape) != 2:
        return False
    empty = np.zeros((specs[layer][0].shape[0], 1), np.float32)
    return unit_pictures(empty, network.input_shape) is not None


def answer(question: WeightQuestion) -> WeightPicture:
    """Return the picture. Slow for large arrays."""
    array = question.array
    block, values = 1, None
    if question.mode == "pictures":
        values = unit_pictures(array, question.network.input_shape)
    if values is None:
        matrix = array.reshape(-1, array.shape[-1]) if array.ndim > 1 else array[None]
        block, matrix = _averaged(matrix)
        values = matrix[None]
    tiles = diverging(values, question.most or strength(array), *question.colours)
    return WeightPicture(question, tiles, values, block, kernel_facts(array))


def _averaged(matrix: FloatArray) -> tuple[int, FloatArray]:
    """Return a matrix of at most `MOST_PIXELS` a side, and how many became one."""
    block = math.ceil(max(matrix.shape) / MOST_PIXELS)
    if block == 1:
        return 1, matrix
    across = np.add.reduceat(matrix, np.arange(0, matrix.shape[1], block), axis=1)
    both = np.add.reduceat(across, np.arange(0, matrix.shape[0], block), axis=0)
    rows, columns = (np.diff(np.append(np.arange(0, side, block), side)) for side in matrix.shape)
    return block, np.asarray(both / (rows[:, None] * columns), np.float32)
