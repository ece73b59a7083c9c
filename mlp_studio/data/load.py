"""From a `DataSpec` to arrays: the one door to every source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.dataset import Dataset, Facts, class_names, facts
from mlp_studio.core.datasets import (
    BuiltinDigits,
    DataSpec,
    Mnist,
    MnistAndDigits,
    MyDigits,
    Spirals,
    Split,
)
from mlp_studio.core.errors import StudioError
from mlp_studio.core.function_source import Function
from mlp_studio.core.plane_sources import PlaneSpec
from mlp_studio.core.text import text
from mlp_studio.data import functions, plane
from mlp_studio.data.assemble import Raw, assembled, filled, share_of
from mlp_studio.data.my_digits import my_digits_folder, read_kept
from mlp_studio.data.own import read_own
from mlp_studio.data.split import Indices, split_groups, split_parts

AnyWritten = Mnist | BuiltinDigits | MnistAndDigits | MyDigits
Parts = tuple[Indices, Indices, Indices]


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
    if isinstance(source, Mnist | BuiltinDigits | MnistAndDigits | MyDigits):
        return _handwritten(spec, source, known, progress)
    raw = read_own(source, share_of(progress, 0.0, 0.8))
    return assembled(spec, known, raw, share_of(progress, 0.8, 1.0), own=True)


def _made(spec: DataSpec, known: Facts, raw: Raw, progress: Progress) -> Dataset:
    """Return the data set of examples that a formula made."""
    raw = replace(raw, names=class_names(spec.source))
    return assembled(spec, known, raw, share_of(progress, 0.5, 1.0))


def _handwritten(spec: DataSpec, source: AnyWritten, known: Facts, progress: Progress) -> Dataset:
    if isinstance(source, MyDigits) and source.beside is None:
        raw = _mine(source, share_of(progress, 0.0, 0.7))
        return assembled(spec, known, raw, share_of(progress, 0.7, 1.0))
    raw, parts = _written(spec.split, source, share_of(progress, 0.0, 0.8))
    return filled(spec, known, raw, parts, share_of(progress, 0.8, 1.0))


def _written(split: Split, source: AnyWritten, progress: Progress) -> tuple[Raw, Parts]:
    """Return the raw digits of a source and how they are divided."""
    if isinstance(source, Mnist):
        return _mnist(split, progress)
    if isinstance(source, BuiltinDigits):
        return _digits(split, source, progress)
    if isinstance(source, MnistAndDigits):
        return _mixture(split, source, progress)
    return _with_mine(split, source, progress)


def _mnist(split: Split, progress: Progress) -> tuple[Raw, Parts]:
    from mlp_studio.data.mnist import load_mnist

    arrays = load_mnist(progress)
    test = arrays.x_test, arrays.y_test
    raw = Raw(arrays.x_train, arrays.y_train, test, names=class_names(Mnist()))
    progress(1.0, text("Dividing the examples"))
    return raw, split_parts(len(raw.x), split.model_copy(update={"test": 0.0}), raw.y)


def _digits(split: Split, source: BuiltinDigits, progress: Progress) -> tuple[Raw, Parts]:
    from mlp_studio.data.builtin_digits import load_digits

    made = load_digits(source, progress)
    progress(1.0, text("Dividing the examples"))
    learn = np.flatnonzero(~made.test)
    train, validation = _mixed_groups(made.labels[learn], made.groups[learn], split)
    raw = Raw(made.images, made.labels, names=class_names(source))
    return raw, (learn[train], learn[validation], np.flatnonzero(made.test))


def _mixture(split: Split, source: MnistAndDigits, progress: Progress) -> tuple[Raw, Parts]:
    from mlp_studio.data.mnist_and_digits import load_mixture

    made = load_mixture(source, progress)
    progress(1.0, text("Dividing the examples"))
    train, validation = _mixed_groups(made.labels, made.groups, split)
    raw = Raw(made.images, made.labels, (made.x_test, made.y_test), names=class_names(source))
    return raw, (train, validation, np.zeros(0, np.int64))


def _mine(source: MyDigits, progress: Progress) -> Raw:
    """Return the digits which a person kept."""
    folder = Path(source.path) if source.path else my_digits_folder()
    kept = read_kept(folder, progress)
    if not len(kept):
        raise StudioError(
            text("No digits have been kept yet."),
            text("Draw one, press its digit's key and then Enter; or choose another source."),
        )
    notes = tuple(text("Left out: {reason}", reason=error.what) for error in kept.broken)
    learn = np.flatnonzero(~kept.held_back) if source.beside is not None else np.arange(len(kept))
    return Raw(kept.images[learn], kept.labels[learn], names=class_names(source), notes=notes)


def _with_mine(split: Split, source: MyDigits, progress: Progress) -> tuple[Raw, Parts]:
    """Return another source's digits with a person's own among those to learn from."""
    assert source.beside is not None, "alone they are divided like other data"
    raw, (train, validation, test) = _written(split, source.beside, share_of(progress, 0.0, 0.9))
    mine = _mine(source, share_of(progress, 0.9, 1.0))
    numbers = np.tile(len(raw.x) + np.arange(len(mine.x)), source.times)
    # Among the others and not behind them: views take the first ones.
    among = np.random.default_rng(split.seed).permutation(np.concatenate([train, numbers]))
    both = Raw(
        np.concatenate([raw.x, mine.x]),
        np.concatenate([raw.y, mine.y]),
        raw.test,
        names=raw.names,
        notes=mine.notes,
    )
    return both, (among, validation, test)


def _mixed_groups(labels: AnyArray, groups: AnyArray, split: Split) -> tuple[Indices, Indices]:
    """Return a division that keeps groups together, each part in random order.

    The images lie in the order they were made; training shuffles, views take the first ones.
    """
    train, validation = split_groups(labels, groups, split)
    mixed = np.random.default_rng(split.seed)
    return mixed.permutation(train), mixed.permutation(validation)
