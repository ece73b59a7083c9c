"""Raw examples become a data set: divided, scaled by what the training part says, and noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, frozen, no_progress
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.data import scaling
from mlp_studio.data.findings import duplicates, imbalance
from mlp_studio.data.polarity import paper_and_ink
from mlp_studio.data.split import Indices, split_parts


@dataclass(frozen=True, eq=False)
class Missing:
    """What the training part says about values that are missing.

    Parameters
    ----------
    fill : ndarray of shape (features,), optional
        What stands in for them.
    unseen : tuple of int
        Features that the training part does not have.
    notes : tuple of Text
        The same in words.
    """

    fill: AnyArray | None = None
    unseen: tuple[int, ...] = ()
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, eq=False)
class Raw:
    """Examples as a source gives them.

    Parameters
    ----------
    x : ndarray of shape (n, *input_shape)
        Inputs before scaling; NaN where a value is missing.
    y : ndarray of shape (n,) or (n, outputs)
        Class numbers or values.
    test : pair of ndarray, optional
        Inputs and answers of a test set of the source's own.
    names : tuple of str
        The classes' names.
    indicators : ndarray of bool, shape (features,), optional
        Features that only say yes or no, which no scaling touches.
    missing : callable, optional
        Given the training part's indices, says what stands in for missing values.
    notes : tuple of Text
        What the source has to say.
    white : float
        For pictures: the raw value of white.
    looks : bool
        Whether the pictures themselves say which values ink and paper have.
    """

    x: AnyArray
    y: AnyArray
    test: tuple[AnyArray, AnyArray] | None = None
    names: tuple[str, ...] = ()
    indicators: AnyArray | None = None
    missing: Callable[[Indices], Missing] | None = None
    notes: tuple[Text, ...] = ()
    white: float = 255.0
    looks: bool = False


def assembled(
    spec: DataSpec, known: Facts, raw: Raw, progress: Progress = no_progress, *, own: bool = False
) -> Dataset:
    """Return the data set of some raw examples, divided as `spec` asks.

    Parameters
    ----------
    spec : DataSpec
        Split and scaling.
    known : Facts
        Of its source.
    raw : Raw
        All examples.
    progress : Progress
        May raise `Cancelled`.
    own : bool
        Whether somebody brought the data: then it is looked through for examples that are
        in two parts, and for numbers that are not finite.

    Raises
    ------
    StudioError
        When the examples can't be divided as asked, or are too large for single precision.
    """
    progress(0.0, text("Dividing the examples"))
    classes = None if known.task == "regression" else raw.y
    split = spec.split
    if raw.test is not None:
        split = split.model_copy(update={"test": 0.0})  # it has one
    return filled(spec, known, raw, split_parts(len(raw.x), split, classes), progress, own=own)


def filled(
    spec: DataSpec,
    known: Facts,
    raw: Raw,
    parts: tuple[Indices, Indices, Indices],
    progress: Progress = no_progress,
    *,
    own: bool = False,
) -> Dataset:
    """Return the data set whose training, validation and test parts are at these indices."""
    train, validation, test = parts
    missing = raw.missing(train) if raw.missing else Missing()
    scaler = scaling.fit(
        spec.scaling,
        raw.x,
        train,
        indicators=raw.indicators,
        fill=missing.fill,
        unseen=missing.unseen,
        progress=share_of(progress, 0.0, 0.3),
    )
    paper, ink = paper_and_ink(raw.x, raw.white) if raw.looks else (0.0, raw.white)
    meant = {"white": ink, "black": paper, "class_names": raw.names}
    scaler = scaler.model_copy(update=meant)
    tests = len(raw.test[0]) if raw.test is not None else 0
    total = len(train) + len(validation) + len(test) + tests
    made: list[Part] = []
    done = 0
    pieces = [(raw.x, raw.y, train), (raw.x, raw.y, validation)]
    if raw.test is not None:
        pieces.append((*raw.test, np.arange(tests)))
    elif len(test):
        pieces.append((raw.x, raw.y, test))
    for x, y, indices in pieces:
        step = share_of(progress, 0.3, 0.9 if own else 1.0)
        values = scaling.scaled(x, indices, scaler, step, done, total)
        answers = y[indices]
        if answers.dtype.kind in "ui":
            answers = answers.astype(np.int32)
        made.append(Part(values, frozen(answers)))
        done += len(indices)
    notes = (*raw.notes, *missing.notes)
    dataset = Dataset(
        known,
        made[0],
        made[1],
        made[2] if len(made) > 2 else None,
        raw.names,
        scaler,
        notes,
    )
    if own:
        return noted(dataset, share_of(progress, 0.9, 1.0))
    return replace(dataset, notes=(*notes, *imbalance(dataset)))


def noted(dataset: Dataset, progress: Progress) -> Dataset:
    """Return the data set with notes of what may mislead a learner."""
    parts = [dataset.train, dataset.validation, dataset.test]
    for part in parts:
        if part is not None:
            _require_finite(part)
    found = (*imbalance(dataset), *duplicates(dataset, progress))
    return replace(dataset, notes=(*dataset.notes, *found))


def _require_finite(part: Part) -> None:
    step = scaling.chunk_of(part.x)
    for start in range(0, len(part.x), step):
        if not np.isfinite(part.x[start : start + step]).all():
            raise StudioError(
                text("Some numbers of the data are not finite, or far too large."),
                text("Look for inf, NaN and numbers beyond 1e38 in it."),
            )


def share_of(progress: Progress, low: float, high: float) -> Progress:
    """Return a progress whose 0 to 1 is `low` to `high` of `progress`."""
    return lambda share, what: progress(low + (high - low) * share, what)
