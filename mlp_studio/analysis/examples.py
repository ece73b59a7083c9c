"""Looking at examples: all of them in one row, whatever part they are in, in raw values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.input_columns import InputColumn
from mlp_studio.core.scaling import Scaler

Indices = NDArray[np.int64]
Values = NDArray[np.float64]
PartName = Literal["train", "validation", "test"]
PART_NAMES: tuple[PartName, ...] = ("train", "validation", "test")
CHUNK = 1024  # examples taken at a time, so that no second copy of all of them is made


@dataclass(frozen=True)
class Axis:
    """Something about each example that can be drawn along an axis.

    Parameters
    ----------
    name : str
        What the axis is called.
    kind : {"input", "output", "class"}
        A column of the inputs, one of the values to predict, or the class.
    column : InputColumn, optional
        Which column, for an input.
    number : int
        Which value, for an output.
    categories : tuple of str
        What 0, 1, 2, … mean, where the values are no quantities.
    """

    name: str
    kind: Literal["input", "output", "class"]
    column: InputColumn | None = None
    number: int = 0
    categories: tuple[str, ...] = ()


class Examples:
    """The examples of a data set: training, then validation, then the test set.

    Nothing is copied but the answers: inputs are gathered when they are asked for, and
    brought back to what they were before the scaling.

    Parameters
    ----------
    dataset : Dataset
        All parts.
    columns : tuple of InputColumn
        What the inputs are called, for examples that are rows.
    outputs : tuple of str
        What the values to predict are called, for regression.
    strokes : bool
        Whether pictures are of strokes: ink on a ground that means nothing.
    """

    def __init__(
        self,
        dataset: Dataset,
        columns: tuple[InputColumn, ...],
        outputs: tuple[str, ...] = (),
        *,
        strokes: bool = False,
    ) -> None:
        self.strokes = strokes
        self.dataset = dataset
        self.columns = columns
        self.outputs = outputs
        found: dict[PartName, Part | None] = {
            "train": dataset.train,
            "validation": dataset.validation,
            "test": dataset.test,
        }
        self.parts: dict[PartName, Part] = {k: v for k, v in found.items() if v is not None}
        lengths = [len(part) for part in self.parts.values()]
        self._starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self.y: AnyArray = np.concatenate([part.y for part in self.parts.values()])
        if not dataset.class_names:
            self.y = self.y.reshape(len(self.y), -1)
        self.part_of: NDArray[np.int64] = np.repeat(
            [PART_NAMES.index(name) for name in self.parts], lengths
        )

    def __len__(self) -> int:
        return int(self._starts[-1])

    @property
    def pictures(self) -> bool:
        """Whether the examples are pictures: rows and columns, perhaps of several channels."""
        return len(self.dataset.facts.input_shape) in {2, 3}

    def place(self, index: int) -> tuple[PartName, int]:
        """Return an example's part and its number in it, from 0."""
        at = int(np.searchsorted(self._starts, index, side="right")) - 1
        return list(self.parts)[at], int(index - self._starts[at])

    def indices(self, part: PartName, numbers: AnyArray) -> Indices:
        """Return where the examples of a part are, given their numbers in it."""
        if part not in self.parts:
            return np.zeros(0, np.int64)
        return np.asarray(numbers + self._starts[list(self.parts).index(part)], np.int64)

    def chosen(self, part: PartName | None, hidden: frozenset[int] = frozenset()) -> Indices:
        """Return the examples of a part (None: of all) without those of the hidden classes."""
        wanted = np.ones(len(self), bool)
        if part is not None:
            wanted &= self.part_of == PART_NAMES.index(part)
        if hidden and self.dataset.class_names:
            wanted &= ~np.isin(self.y, list(hidden))
        return np.flatnonzero(wanted)

    def scaled(self, indices: AnyArray) -> FloatArray:
        """Return examples as the network gets them, shape (n, *input_shape)."""
        gathered = np.empty((len(indices), *self.dataset.facts.input_shape), np.float32)
        at = np.searchsorted(self._starts, indices, side="right") - 1
        for number, part in enumerate(self.parts.values()):
            here = at == number
            if here.any():
                gathered[here] = part.x[indices[here] - self._starts[number]]
        return gathered

    def raw(self, indices: AnyArray) -> Values:
        """Return examples before scaling, shape (n, *input_shape)."""
        if not len(indices):
            return np.zeros((0, *self.dataset.facts.input_shape))
        raw = self.dataset.scaler.inverse(self.scaled(indices))
        if self.dataset.scaler.scale:
            _settle(raw.reshape(len(raw), -1), np.array(self.dataset.scaler.scale))
        return raw

    # --- examples that are rows --------------------------------------------------------

    @property
    def axes(self) -> tuple[Axis, ...]:
        """What can be drawn along an axis: the inputs, then the values or the class."""
        inputs = [
            Axis(column.name, "input", column, categories=column.categories)
            for column in self.columns
        ]
        outputs = [Axis(name, "output", number=k) for k, name in enumerate(self.outputs)]
        names = self.dataset.class_names
        classes = [Axis("", "class", categories=names)] if names else []
        return (*inputs, *outputs, *classes)

    def values(self, axis: Axis) -> Values:
        """Return where every example is on an axis, shape (n,), in raw values.

        A category is its number.
        """
        if axis.kind == "class":
            return self.y.astype(np.float64)
        if axis.kind == "output" or axis.column is None:
            return np.asarray(self.y[:, axis.number], np.float64)
        column = axis.column
        if column.width == 1:
            return self._feature(column.first)
        span = slice(column.first, column.first + column.width)
        codes = [part.x.reshape(len(part), -1)[:, span].argmax(axis=1) for part in self._all]
        return np.concatenate(codes).astype(np.float64)

    @property
    def _all(self) -> tuple[Part, ...]:
        return tuple(self.parts.values())

    def _feature(self, number: int) -> Values:
        scaled = [part.x.reshape(len(part), -1)[:, number] for part in self._all]
        return _unscaled(self.dataset.scaler, number, np.concatenate(scaled))


def axis_values(scaler: Scaler, axis: Axis, x: AnyArray, y: AnyArray) -> Values:
    """Return where some examples are on an axis, shape (n,), in raw values.

    Parameters
    ----------
    scaler : Scaler
        What made the inputs.
    axis : Axis
        A column of the inputs, or one of the values to predict.
    x, y : ndarray
        The examples, as in `mlp_studio.core.dataset.Part`.
    """
    if axis.column is None:
        return np.asarray(y.reshape(len(y), -1)[:, axis.number], np.float64)
    flat, column = x.reshape(len(x), -1), axis.column
    if column.width == 1:
        return _unscaled(scaler, column.first, flat[:, column.first])
    span = flat[:, column.first : column.first + column.width]
    return np.asarray(span.argmax(axis=1), np.float64)


def _unscaled(scaler: Scaler, number: int, values: AnyArray) -> Values:
    """Return the scaled values of one feature, shape (n,), as they were before."""
    alone = Scaler(
        kind=scaler.kind,
        shift=scaler.shift[number : number + 1],
        scale=scaler.scale[number : number + 1],
    )
    raw = alone.inverse(values[:, np.newaxis])
    if alone.scale:
        _settle(raw, np.array(alone.scale))
    return raw[:, 0]


def _settle(raw: Values, scale: Values) -> None:
    """Make 0 again, in place, what scaling in single precision left of it."""
    raw[np.abs(raw) < 1e-6 * scale] = 0.0


def shuffled(indices: Indices, seed: int) -> Indices:
    """Return indices in an order that is always the same for a seed."""
    return np.random.default_rng(seed).permutation(indices)


def thinned(indices: Indices, most: int) -> Indices:
    """Return at most `most` of some indices, evenly chosen, in their order."""
    if len(indices) <= most:
        return indices
    return indices[(np.arange(most) * len(indices)) // most]


def class_means(examples: Examples, indices: Indices) -> tuple[Values, Indices]:
    """Return the mean of each class.

    Parameters
    ----------
    examples : Examples
        With classes.
    indices : Indices
        Which of them count, ascending.

    Returns
    -------
    means : ndarray of shape (classes, *input_shape)
        In raw values; NaN for a class without examples.
    counts : ndarray of int, shape (classes,)
        How many examples each class has.
    """
    classes = len(examples.dataset.class_names)
    shape = examples.dataset.facts.input_shape
    sums = np.zeros((classes, int(np.prod(shape))))
    for start in range(0, len(indices), CHUNK):
        chunk = indices[start : start + CHUNK]
        # By class, then summed run by run: a product of matrices would wake all of BLAS's
        # threads, which wait for each other in a background job of low priority.
        by_class = chunk[np.argsort(examples.y[chunk], kind="stable")]
        found, starts = np.unique(examples.y[by_class], return_index=True)
        rows = examples.scaled(by_class).reshape(len(chunk), -1)
        sums[found] += np.add.reduceat(rows, starts, axis=0)
    counts = np.bincount(examples.y[indices], minlength=classes).astype(np.int64)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = sums / counts[:, np.newaxis]
    # Scaling is affine: the mean of the raw examples is that of the scaled ones brought back.
    return examples.dataset.scaler.inverse(means.reshape(classes, *shape)), counts
