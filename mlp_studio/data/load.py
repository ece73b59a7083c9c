"""From a `DataSpec` to arrays: the one door to every source."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.dataset import Dataset, Facts, class_names, facts
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Mnist, MnistAndDigits, Spirals, Split
from mlp_studio.core.function_source import Function
from mlp_studio.core.plane_sources import PlaneSpec
from mlp_studio.core.text import text
from mlp_studio.data import functions, plane
from mlp_studio.data.assemble import Raw, assembled, filled, share_of
from mlp_studio.data.own import read_own
from mlp_studio.data.split import Indices, split_groups


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
    source, known = spec.source, facts(spec.source)
    if isinstance(source, Spirals):
        return _made(spec, known, Raw(*plane.spirals(source)), progress)
    if isinstance(source, PlaneSpec):
        return _made(spec, known, Raw(*plane.points(source)), progress)
    if isinstance(source, Function):
        sampled = functions.sample(source, share_of(progress, 0.0, 0.5))
        return _made(spec, known, Raw(sampled.x, sampled.y, notes=sampled.notes), progress)
    if isinstance(source, Mnist | BuiltinDigits | MnistAndDigits):
        return _handwritten(spec, source, known, progress)
    raw = read_own(source, share_of(progress, 0.0, 0.8))
    return assembled(spec, known, raw, share_of(progress, 0.8, 1.0), own=True)


def _made(spec: DataSpec, known: Facts, raw: Raw, progress: Progress) -> Dataset:
    """Return the data set of examples that a formula made."""
    raw = replace(raw, names=class_names(spec.source))
    return assembled(spec, known, raw, share_of(progress, 0.5, 1.0))


def _handwritten(
    spec: DataSpec, source: Mnist | BuiltinDigits | MnistAndDigits, known: Facts, progress: Progress
) -> Dataset:
    if isinstance(source, Mnist):
        return _mnist(spec, known, progress)
    if isinstance(source, BuiltinDigits):
        return _digits(spec, source, known, progress)
    return _mixture(spec, source, known, progress)


def _mnist(spec: DataSpec, known: Facts, progress: Progress) -> Dataset:
    from mlp_studio.data.mnist import load_mnist

    arrays = load_mnist(share_of(progress, 0.0, 0.7))
    raw = Raw(
        arrays.x_train,
        arrays.y_train,
        (arrays.x_test, arrays.y_test),
        names=class_names(spec.source),
    )
    return assembled(spec, known, raw, share_of(progress, 0.7, 1.0))


def _digits(spec: DataSpec, source: BuiltinDigits, known: Facts, progress: Progress) -> Dataset:
    from mlp_studio.data.builtin_digits import load_digits

    made = load_digits(source, share_of(progress, 0.0, 0.9))
    progress(0.9, text("Dividing the examples"))
    learn = np.flatnonzero(~made.test)
    train, validation = _mixed_groups(made.labels[learn], made.groups[learn], spec.split)
    parts = learn[train], learn[validation], np.flatnonzero(made.test)
    raw = Raw(made.images, made.labels, names=class_names(source))
    return filled(spec, known, raw, parts, share_of(progress, 0.9, 1.0))


def _mixture(spec: DataSpec, source: MnistAndDigits, known: Facts, progress: Progress) -> Dataset:
    from mlp_studio.data.mnist_and_digits import load_mixture

    made = load_mixture(source, share_of(progress, 0.0, 0.8))
    progress(0.8, text("Dividing the examples"))
    train, validation = _mixed_groups(made.labels, made.groups, spec.split)
    raw = Raw(made.images, made.labels, (made.x_test, made.y_test), names=class_names(spec.source))
    parts = train, validation, np.zeros(0, np.int64)
    return filled(spec, known, raw, parts, share_of(progress, 0.8, 1.0))


def _mixed_groups(labels: AnyArray, groups: AnyArray, split: Split) -> tuple[Indices, Indices]:
    """Return a division that keeps groups together, each part in random order.

    The images lie in the order they were made; training shuffles, views take the first ones.
    """
    train, validation = split_groups(labels, groups, split)
    mixed = np.random.default_rng(split.seed)
    return mixed.permutation(train), mixed.permutation(validation)
