"""One picture of ink, brought into MNIST's frame."""

from __future__ import annotations

from mlp_studio.core.arrays import FloatArray
from mlp_studio.data.frame import INK, SIDE, Preparation, framed

__all__ = ["SIDE", "Preparation", "normalise"]


def normalise(ink: FloatArray, preparation: Preparation = Preparation()) -> FloatArray | None:  # noqa: B008 - frozen
    """Return the picture in the frame of MNIST's digits; None when it is empty.

    Parameters
    ----------
    ink : FloatArray of shape (height, width)
        0 is paper, 1 is ink.
    preparation : Preparation
        The steps to take.

    Returns
    -------
    FloatArray of shape (28, 28) or None
        In [0, 1].
    """
    if not (ink > INK).any():
        return None
    image: FloatArray = framed(ink[None], preparation)[0]
    return image
