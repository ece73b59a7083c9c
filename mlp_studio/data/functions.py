"""Samples of functions given by formulas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, Progress, no_progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.function_source import Function
from mlp_studio.core.text import Text, text

CHUNK = 65_536  # samples evaluated at a time, between two looks at `progress`


@dataclass(frozen=True, eq=False)
class Sampled:
    """What sampling a function gave.

    Parameters
    ----------
    x : FloatArray of shape (n, inputs)
        The points.
    y : FloatArray of shape (n, outputs)
        The values, all finite.
    notes : tuple of Text
        What became of the samples that were asked for, where that needs saying.
    """

    x: FloatArray
    y: FloatArray
    notes: tuple[Text, ...] = ()


def evaluate(spec: Function, x: AnyArray, progress: Progress = no_progress) -> FloatArray:
    """Return a function's values at the points `x`, without noise.

    Parameters
    ----------
    spec : Function
        Its formulas.
    x : ndarray of shape (n, inputs)
        The points; the arithmetic is double precision.
    progress : Progress
        Told after each chunk; may raise `Cancelled`.

    Returns
    -------
    FloatArray of shape (n, outputs)
        Not finite where a formula has no value or one beyond single precision.
    """
    values = np.empty((len(x), len(spec.formulas)), np.float32)
    formulas = spec.parsed
    for start in range(0, len(x), CHUNK):
        progress(start / len(x), text("Evaluating the formulas"))
        columns = list(np.asarray(x[start : start + CHUNK], np.float64).T)
        with np.errstate(over="ignore"):
            for number, formula in enumerate(formulas):
                values[start : start + CHUNK, number] = formula(columns)
    return values


def sample(spec: Function, progress: Progress = no_progress) -> Sampled:
    """Return points of the inputs' ranges and the function's values there.

    Samples without a finite value are left out. Noise is normal, with a standard
    deviation of ``spec.noise`` times that of the output it is added to.

    Parameters
    ----------
    spec : Function
        Formulas, ranges, sampling, noise and seed.
    progress : Progress
        Told of the evaluation; may raise `Cancelled`.

    Raises
    ------
    StudioError
        When no sample has a finite value.
    """
    rng = np.random.default_rng(spec.seed)
    x = _points(spec, rng)
    y = evaluate(spec, x, progress)
    notes = []
    if len(x) != spec.samples:
        side = grid_side(spec)
        notes.append(
            text(
                "The grid has {sides} = {count} points.",
                sides=" × ".join([str(side)] * len(spec.inputs)),
                count=f"{len(x):,}",
            )
        )
    finite = np.asarray(np.isfinite(y).all(axis=1))
    if not finite.any():
        raise StudioError(
            text("No sample has a finite value in {formulas}.", formulas="; ".join(spec.formulas)),
            text("Choose ranges in which the formulas have a value."),
        )
    if not finite.all():
        notes.append(
            text(
                "{count} of {total} samples have no finite value and are left out.",
                count=f"{int((~finite).sum()):,}",
                total=f"{len(x):,}",
            )
        )
        x, y = x[finite], y[finite]
    if spec.noise > 0:
        spread = spec.noise * y.std(axis=0, dtype=np.float64)
        y = (y + rng.normal(0.0, 1.0, y.shape) * spread).astype(np.float32)
    return Sampled(x, y, tuple(notes))


def grid_side(spec: Function) -> int:
    """Return how many values of each input a grid of at most `spec.samples` points has.

    Two at least: the ends of the range.
    """
    n = len(spec.inputs)
    side = max(round(float(spec.samples ** (1 / n))), 2)
    return side - 1 if side > 2 and side**n > spec.samples else side


def _points(spec: Function, rng: np.random.Generator) -> FloatArray:
    low = np.array([each.low for each in spec.inputs])
    high = np.array([each.high for each in spec.inputs])
    n, shape = len(spec.inputs), (spec.samples, len(spec.inputs))
    if spec.sampling == "grid":
        axes = [np.linspace(a, b, grid_side(spec)) for a, b in zip(low, high, strict=True)]
        x = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, n)
    elif spec.sampling == "latin-hypercube":
        # McKay, Beckman and Conover 1979: one sample in each of as many equal strips of each input.
        strips = rng.permuted(np.tile(np.arange(spec.samples), (n, 1)), axis=1).T
        x = low + (strips + rng.uniform(size=shape)) / spec.samples * (high - low)
    else:
        x = rng.uniform(low, high, shape)
    return np.asarray(x, np.float32)
