"""From a `DataSpec` to arrays: the one door to every source."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, Progress, frozen, no_progress
from mlp_studio.core.dataset import Dataset, Facts, Part, facts
from mlp_studio.core.datasets import (
    BuiltinDigits,
    DataSpec,
    Mnist,
    Scaling,
    Spirals,
)
from mlp_studio.core.function_source import Function
from mlp_studio.core.plane_sources import PlaneSpec
from mlp_studio.core.text import Text, text
from mlp_studio.data import functions, plane
from mlp_studio.data.split import split_groups, split_indices

CHUNK = 4096  # images scaled at a time, between two looks at `progress`


def load(spec: DataSpec, progress: Progress = no_progress) -> Dataset:
    """Return the examples of `spec`, divided and scaled.

    Parameters
    ----------
    spec : DataSpec
        Source, split and scaling.
    progress : Progress
        Called every 0.2 s or so where there is much to do; may raise `Cancelled`.

    Raises
    ------
    StudioError
        When the data is missing or broken, or can't be divided as asked.
    Cancelled
        When `progress` raises it.
    """
    known = facts(spec.source)
    if isinstance(spec.source, Spirals):
        x, classes = plane.spirals(spec.source)
        return _divided(spec, known, x, classes, progress)
    if isinstance(spec.source, PlaneSpec):
        x, classes = plane.points(spec.source)
        return _divided(spec, known, x, classes, progress)
    if isinstance(spec.source, Function):
        sampled = functions.sample(spec.source, _share(progress, 0.0, 0.5))
        return _divided(spec, known, sampled.x, sampled.y, progress, sampled.notes)
    if isinstance(spec.source, Mnist):
        return _mnist(spec, known, progress)
    return _digits(spec, spec.source, known, progress)


def scaled(x: AnyArray, scaling: Scaling) -> FloatArray:
    """Return `x` as float32, scaled the way the network is to receive it."""
    values = x.astype(np.float32)
    if scaling == "divide_255":
        values /= np.float32(255)
    return values


def _divided(
    spec: DataSpec,
    known: Facts,
    x: AnyArray,
    y: AnyArray,
    progress: Progress,
    notes: tuple[Text, ...] = (),
) -> Dataset:
    progress(0.5, text("Dividing the examples"))
    classes = None if known.task == "regression" else y
    train, validation = split_indices(len(x), spec.split, classes)
    return Dataset(
        known,
        _part(x, y, train, spec.scaling),
        _part(x, y, validation, spec.scaling),
        None,
        _class_names(known),
        notes,
    )


def _mnist(spec: DataSpec, known: Facts, progress: Progress) -> Dataset:
    from mlp_studio.data.mnist import load_mnist

    arrays = load_mnist(_share(progress, 0.0, 0.7))
    progress(0.7, text("Dividing the examples"))
    train, validation = split_indices(len(arrays.x_train), spec.split, arrays.y_train)
    scaling = _share(progress, 0.75, 1.0)
    total = len(arrays.x_train) + len(arrays.x_test)
    return Dataset(
        known,
        _part(arrays.x_train, arrays.y_train, train, spec.scaling, scaling, 0, total),
        _part(arrays.x_train, arrays.y_train, validation, spec.scaling, scaling, len(train), total),
        _part(
            arrays.x_test,
            arrays.y_test,
            np.arange(len(arrays.x_test)),
            spec.scaling,
            scaling,
            len(arrays.x_train),
            total,
        ),
        _class_names(known),
    )


def _digits(spec: DataSpec, source: BuiltinDigits, known: Facts, progress: Progress) -> Dataset:
    from mlp_studio.data.builtin_digits import load_digits

    made = load_digits(source, _share(progress, 0.0, 0.9))
    progress(0.9, text("Dividing the examples"))
    learn = np.flatnonzero(~made.test)
    train, validation = split_groups(made.labels[learn], made.groups[learn], spec.split)
    # The images lie in the order they were made; training shuffles, views take the first ones.
    mixed = np.random.default_rng(spec.split.seed)
    parts = [mixed.permutation(learn[train]), mixed.permutation(learn[validation])]
    parts.append(np.flatnonzero(made.test))
    scaling = _share(progress, 0.9, 1.0)
    done, filled = 0, []
    for indices in parts:
        filled.append(
            _part(made.images, made.labels, indices, spec.scaling, scaling, done, len(made.images))
        )
        done += len(indices)
    return Dataset(known, filled[0], filled[1], filled[2], _class_names(known))


def _part(
    x: AnyArray,
    y: AnyArray,
    indices: AnyArray,
    scaling: Scaling,
    progress: Progress = no_progress,
    done: int = 0,
    total: int = 1,
) -> Part:
    """Return the examples at `indices`, scaled a chunk at a time."""
    values = np.empty((len(indices), *x.shape[1:]), np.float32)
    for start in range(0, len(indices), CHUNK):
        progress((done + start) / total, text("Scaling the examples"))
        chosen = indices[start : start + CHUNK]
        values[start : start + CHUNK] = scaled(x[chosen], scaling)
    answers = y[indices]
    if answers.dtype.kind in "ui":
        answers = answers.astype(np.int32)
    return Part(frozen(values), frozen(answers))


def _share(progress: Progress, low: float, high: float) -> Progress:
    """Return a progress whose 0 to 1 is `low` to `high` of `progress`."""
    return lambda share, what: progress(low + (high - low) * share, what)


def _class_names(known: Facts) -> tuple[str, ...]:
    if known.task == "regression":
        return ()
    return tuple(str(number) for number in range(known.outputs))
