"""What happens to an example's numbers before the network gets them, as a frozen spec.

A `Scaler` is part of what a trained model is: whoever feeds it another example, a
drawing or a row of a table, must treat that example the same way. So it travels with
the weights, in snapshots, projects and run folders.
"""

from __future__ import annotations

from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Spec
from mlp_studio.core.text import text

Framing = Literal["mnist", "box", "plain"]
Scaling = Literal["none", "divide_255", "min_max", "standard"]
FITTED: frozenset[str] = frozenset({"min_max", "standard"})  # those with parameters of the data


class Scaler(Spec):
    """Turns raw inputs into what the network gets, and back: ``(x - shift) / scale``.

    For pictures it also says how ink and paper look, where a drawing stands and what the
    outputs are called: all that another picture needs to be read as those that were learnt.

    The parameters are one a feature, in the order of the flattened input, and come from
    the training part alone.

    Parameters
    ----------
    kind : {"none", "divide_255", "min_max", "standard"}
        How it was asked for.
    shift, scale : tuple of float
        Empty where every feature is treated alike, as `kind` says. The scale of a feature
        that never changed is 1.
    fill : tuple of float
        What stands in for a missing value (NaN), before scaling; empty where nothing is
        filled in.
    unseen : tuple of int
        Features that are always 0: categories which the training part does not have.
    white, black : float
        For pictures: the raw values of what is 1 (ink) and 0 (paper) in a drawing or a photo
        that was prepared. Ink is darker than paper where `white` is below `black`.
    framing : {"mnist", "box", "plain"}
        For pictures: how the digit stands in them. Scaled to 20 × 20 and its centre of mass
        in the middle, as MNIST's; scaled and its box in the middle; or as it was drawn.
    class_names : tuple of str
        What the outputs are called; empty where that is not known, and for regression.
    """

    kind: Scaling = "none"
    shift: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    fill: tuple[float, ...] = ()
    unseen: tuple[int, ...] = ()
    white: float = Field(default=255.0, allow_inf_nan=False)
    black: float = Field(default=0.0, allow_inf_nan=False)
    framing: Framing = "mnist"
    class_names: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if len(self.shift) != len(self.scale):
            raise ValueError(
                f"shift and scale must be equally long. "
                f"Received: {len(self.shift)} and {len(self.scale)}"
            )
        if self.white == self.black:
            raise ValueError(f"ink and paper can't look the same. Received: {self.white} for both")
        if any(value <= 0 for value in self.scale):
            raise ValueError("every scale must be above 0")
        if self.kind in FITTED and not self.scale:
            raise ValueError(f"{self.kind} needs a shift and a scale for each feature")
        if any(index < 0 for index in self.unseen):
            raise ValueError(f"unseen features are counted from 0. Received: {self.unseen}")
        return self

    @property
    def _arrays(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        return (
            np.array(self.shift, np.float64),
            np.array(self.scale, np.float64),
            np.array(self.fill, np.float64),
        )

    def transform(self, x: AnyArray) -> FloatArray:
        """Return raw examples as the network gets them.

        Parameters
        ----------
        x : ndarray of shape (n, ...)
            Raw inputs; NaN where one is missing.

        Returns
        -------
        FloatArray of the same shape

        Raises
        ------
        StudioError
            When the examples have another number of features than the parameters.
        """
        if not (self.scale or self.fill or self.unseen):
            values: FloatArray = x.astype(np.float32)
            if self.kind == "divide_255":
                values /= np.float32(255)
            return values
        shift, scale, fill = self._arrays
        flat = np.array(x.reshape(len(x), -1), np.float64)
        self._check(flat.shape[1])
        if self.fill:
            np.copyto(flat, fill, where=np.isnan(flat))
        flat[:, list(self.unseen)] = 0
        if self.scale:
            flat -= shift
            flat /= scale
        elif self.kind == "divide_255":
            flat /= 255
        with np.errstate(over="ignore"):  # told apart from good numbers by whoever loads them
            return flat.astype(np.float32).reshape(x.shape)

    def inverse(self, x: AnyArray) -> NDArray[np.float64]:
        """Return the raw examples that `transform` makes `x` of.

        Parameters
        ----------
        x : ndarray of shape (n, ...)
            Inputs as the network gets them.

        Returns
        -------
        ndarray of float64, of the same shape
            In double precision: dates and other large numbers keep their digits.
        """
        flat: NDArray[np.float64] = np.array(x.reshape(len(x), -1), np.float64)
        if self.scale:
            self._check(flat.shape[1])
            shift, scale, _ = self._arrays
            flat = flat * scale + shift
        elif self.kind == "divide_255":
            flat *= 255
        return flat.reshape(x.shape)

    def of_picture(self, x: AnyArray) -> FloatArray:
        """Return prepared drawings and photos, in [0, 1], as the network gets them."""
        plain = self.kind == "divide_255" and (self.white, self.black) == (255, 0)
        if plain and not (self.scale or self.fill):
            return x.astype(np.float32)
        return self.transform(self.black + x.astype(np.float64) * (self.white - self.black))

    def to_picture(self, x: AnyArray) -> NDArray[np.float64]:
        """Return inputs of the network as drawings: paper 0, ink 1, and beyond where they are."""
        raw = self.inverse(x)
        return np.asarray((raw - self.black) / (self.white - self.black))

    def _check(self, features: int) -> None:
        known = max(len(self.scale), len(self.fill))
        if (known and features != known) or max(self.unseen, default=-1) >= features:
            raise StudioError(
                text(
                    "The scaling was fitted to {wanted} features; the data has {given}.",
                    wanted=known,
                    given=features,
                ),
                text("Choose data of the model's own kind, or train again on this data."),
            )

    def described(self) -> dict[str, Any]:
        """Return how inputs are scaled, in words a program can read."""
        words: dict[str, Any] = {"scaling": DESCRIPTIONS[self.kind]}
        if self.scale:
            words["shift"], words["scale"] = list(self.shift), list(self.scale)
        if self.fill:
            words["fill"] = list(self.fill)
        if self.unseen:
            words["unseen"] = list(self.unseen)
        if self.class_names:
            words["class_names"] = list(self.class_names)
        return words

    def described_picture(self) -> dict[str, Any]:
        """Return how pictures of digits must look before they are scaled, in the same way."""
        return {"ink": self.white, "paper": self.black, "framing": FRAMINGS[self.framing]}


DESCRIPTIONS: dict[Scaling, str] = {
    "none": "none",
    "divide_255": "pixels / 255",
    "min_max": "min-max: (x - shift) / scale, a shift and a scale for each feature",
    "standard": "standard: (x - shift) / scale, a shift and a scale for each feature",
}
FRAMINGS: dict[Framing, str] = {
    "mnist": "scaled to 20 x 20, centre of mass in the middle of 28 x 28",
    "box": "scaled to 20 x 20, its box in the middle of 28 x 28",
    "plain": "as it was drawn",
}
