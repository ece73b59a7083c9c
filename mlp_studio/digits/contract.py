"""What a network that reads digits wants to get, and finding out where nobody says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.forward import predict
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Framing, Scaler
from mlp_studio.digits.normalise import SIDE, Preparation

MEAN, SPREAD = 0.1307, 0.3081  # of all pixels of MNIST's training images, in [0, 1]
RANGES: dict[str, tuple[float, float]] = {
    "unit": (0.0, 1.0),
    "bytes": (0.0, 255.0),
    "signed": (-1.0, 1.0),
    "standard": (-MEAN / SPREAD, (1 - MEAN) / SPREAD),
}
"""Ranges in which networks get pictures: the values of a black and a white pixel."""

SURE = 0.5  # of the examples must be read for a guess to mean anything
EXAMPLES = 500


def reads_digits(network: NetworkSpec) -> bool:
    """Return whether a network takes pictures of 28 × 28 and tells ten classes apart."""
    return math.prod(network.input_shape) == SIDE * SIDE and network.output_shape == (10,)


def preparation_for(scaler: Scaler) -> Preparation:
    """Return the steps that bring a drawing into the frame which a network has learnt from."""
    framing: Framing = scaler.framing
    return Preparation(centre=framing != "box", plain_resize=framing == "plain")


def contract(
    key: str, *, dark_ink: bool = False, framing: Framing = "mnist", names: tuple[str, ...] = ()
) -> Scaler:
    """Return what a network wants whose pixels have one of the usual ranges.

    Parameters
    ----------
    key : str
        One of `RANGES`.
    dark_ink : bool
        Whether it has learnt from black on white.
    framing : {"mnist", "box", "plain"}
        How digits stand in its pictures.
    names : tuple of str
        What its outputs are called.
    """
    low, high = RANGES[key]
    black, white = (high, low) if dark_ink else (low, high)
    if (key, dark_ink) == ("unit", False):  # how it is said of our own networks
        return Scaler(kind="divide_255", framing=framing, class_names=names)
    return Scaler(white=white, black=black, framing=framing, class_names=names)


def range_of(scaler: Scaler) -> tuple[float, float] | None:
    """Return which inputs paper and ink become; None where each pixel has a scaling of its own."""
    if scaler.scale or scaler.fill or scaler.unseen:
        return None
    paper, ink = scaler.of_picture(np.array([[0.0], [1.0]]))[:, 0]
    return float(paper), float(ink)


def key_of(scaler: Scaler) -> tuple[str, bool] | None:
    """Return which of `RANGES` a network wants, and whether ink is dark; None for another."""
    found = range_of(scaler)
    if found is None:
        return None
    for key, (low, high) in RANGES.items():
        for dark in (False, True):
            if np.allclose(found, (high, low) if dark else (low, high), atol=1e-3):
                return key, dark
    return None


@dataclass(frozen=True)
class Guess:
    """What a network seems to want.

    Parameters
    ----------
    scaler : Scaler
        The contract with which it reads most.
    accuracy : float
        The share of some digits which it then reads.
    """

    scaler: Scaler
    accuracy: float

    @property
    def sure(self) -> bool:
        """Whether it reads enough of them for the guess to mean anything."""
        return self.accuracy >= SURE


def guess(network: NetworkSpec, weights: Weights, images: FloatArray, labels: AnyArray) -> Guess:
    """Find out what a network wants by having it read digits in every usual way.

    Parameters
    ----------
    network : NetworkSpec
        Of 784 or 28 × 28 inputs and ten outputs.
    weights : Weights
        Its weights.
    images : FloatArray of shape (n, 28, 28)
        Digits in MNIST's frame; paper is 0, ink 1.
    labels : ndarray of int, shape (n,)
        Which digits they are.
    """
    shape = (len(images), *network.input_shape)
    tried = [
        Guess(scaler, _read(network, weights, scaler.of_picture(images).reshape(shape), labels))
        for scaler in _usual()
    ]
    # The first of equals: the most usual.
    return max(tried, key=lambda one: one.accuracy)


def _usual() -> Iterator[Scaler]:
    for dark in (False, True):
        for key in RANGES:
            yield contract(key, dark_ink=dark)


def _read(network: NetworkSpec, weights: Weights, x: FloatArray, labels: AnyArray) -> float:
    return float((predict(network, weights, x).argmax(axis=1) == labels).mean())


def sample_digits(seed: int = 0) -> tuple[FloatArray, AnyArray]:
    """Return `EXAMPLES` written digits to try a network with, and which they are."""
    from mlp_studio.data.handwriting import draw
    from mlp_studio.data.ink_images import finished

    labels = (np.arange(EXAMPLES) % 10).astype(np.int32)
    rng = np.random.default_rng(seed)
    images = finished(draw(labels, rng), rng).astype(np.float32) / np.float32(255)
    return images, labels
