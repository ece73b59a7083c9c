"""Ink becomes images of digits: framed, with edges as hard as scanners make them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import FloatArray
from mlp_studio.data.frame import framed

SHIFTED = 0.3  # share of the images a pixel off the middle, each way, as hands draw them
CONTRAST = (1.0, 2.2)  # how many times as steep edges become, at random


def finished(ink: FloatArray, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return pictures of ink as images of digits.

    Parameters
    ----------
    ink : FloatArray of shape (n, height, width)
        In [0, 1].
    rng : numpy.random.Generator
        Of the chances.

    Returns
    -------
    ndarray of uint8, shape (n, 28, 28)
        White on black, in the frame or a pixel off it.
    """
    return _shifted(np.rint(_crisp(framed(ink), rng) * 255).astype(np.uint8), rng)


def _crisp(images: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return the images with harder edges, each by another degree: scanners differ."""
    contrast = rng.uniform(*CONTRAST, (len(images), 1, 1)).astype(np.float32)
    return np.asarray(np.clip((images - 0.5) * contrast + 0.5, 0, 1), np.float32)


def _shifted(images: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return the images, some a pixel up, down, left or right of where they were.

    A learner that has only seen perfectly centred digits reads real ones far worse.
    """
    moved = np.empty_like(images)
    chances = (SHIFTED / 2, 1 - SHIFTED, SHIFTED / 2)
    steps = rng.choice((-1, 0, 1), size=(len(images), 2), p=chances)
    for step in {(int(down), int(right)) for down, right in steps}:
        rows = (steps == step).all(axis=1)
        moved[rows] = np.roll(images[rows], step, axis=(1, 2))  # the margins are empty
    return moved
