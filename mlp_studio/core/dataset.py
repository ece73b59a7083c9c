"""Loaded examples, divided and scaled, ready for training and for every view."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.datasets import (
    AnySource,
    BuiltinDigits,
    Mnist,
    MnistAndDigits,
    MyDigits,
    Spirals,
    Task,
)
from mlp_studio.core.file_sources import Arrays, MnistRelative
from mlp_studio.core.function_source import Function
from mlp_studio.core.network import Shape
from mlp_studio.core.plane_sources import PlaneSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.table_sources import OwnData
from mlp_studio.core.text import Text


@dataclass(frozen=True)
class Facts:
    """What a network must fit: known from the source's spec, before anything is loaded.

    Parameters
    ----------
    task : {"binary", "multiclass", "regression"}
        Two classes, several classes, or real values.
    input_shape : tuple of int
        Shape of one example.
    outputs : int
        Number of classes, or of values for regression.
    """

    task: Task
    input_shape: Shape
    outputs: int


def facts(source: AnySource) -> Facts:
    """Return what a network on `source` must fit."""
    if isinstance(source, Spirals):
        # An arm's class is its number modulo n_classes: fewer arms leave classes out.
        classes = min(source.n_classes, source.num_arms)
        return Facts("binary" if classes <= 2 else "multiclass", (2,), max(classes, 2))
    if isinstance(source, PlaneSpec):
        task: Task = "binary" if source.classes == 2 else "multiclass"
        return Facts(task, (2,), source.classes)
    if isinstance(source, Function):
        return Facts("regression", (len(source.inputs),), len(source.formulas))
    if isinstance(source, Mnist | BuiltinDigits | MnistAndDigits | MyDigits):
        return Facts("multiclass", (28, 28), 10)
    if isinstance(source, OwnData):
        classes = len(source.class_names)
        task = "multiclass" if classes > 2 else "binary" if classes else "regression"
        return Facts(task, source.input_shape, source.outputs)
    raise TypeError(f"unknown source. Received: {source!r}")


def class_names(source: AnySource) -> tuple[str, ...]:
    """Return the names of a source's classes in their order; empty for regression."""
    if isinstance(source, OwnData):
        return source.class_names
    known = facts(source)
    if known.task == "regression":
        return ()
    return tuple(str(number) for number in range(known.outputs))


def has_own_test(source: AnySource) -> bool:
    """Return whether a source brings a test set: then the split's test share does not apply."""
    if isinstance(source, MyDigits):
        return source.beside is not None and has_own_test(source.beside)
    own = isinstance(source, Mnist | BuiltinDigits | MnistRelative)
    return own or (isinstance(source, Arrays) and bool(source.x_test))


@dataclass(frozen=True, eq=False)
class Part:
    """Some examples and their answers.

    Parameters
    ----------
    x : FloatArray of shape (n, *input_shape)
        Scaled inputs.
    y : IntArray of shape (n,) or FloatArray of shape (n, outputs)
        Class numbers, or values for regression.
    w : FloatArray of shape (n,), optional
        How much each example counts in the loss, where the source says so.
    """

    x: FloatArray
    y: AnyArray
    w: FloatArray | None = None

    def __len__(self) -> int:
        return len(self.x)


@dataclass(frozen=True, eq=False)
class Dataset:
    """The examples of a `DataSpec`.

    Parameters
    ----------
    facts : Facts
        Task, shape of an input, number of outputs.
    train, validation : Part
        Never share an example.
    test : Part, optional
        Where the source has a test set of its own, or the split asks for one.
    class_names : tuple of str
        Empty for regression.
    scaler : Scaler
        What made the inputs of the raw examples, fitted to the training part.
    notes : tuple of Text
        What people should know about the examples, a sentence each: rows left out, classes
        that are rare, examples that are in two parts at once.
    """

    facts: Facts
    train: Part
    validation: Part
    test: Part | None = None
    class_names: tuple[str, ...] = ()
    scaler: Scaler = field(default_factory=Scaler)
    notes: tuple[Text, ...] = ()

    @property
    def class_counts(self) -> dict[str, tuple[int, ...]]:
        """How many examples of each class are in training, validation and test.

        Empty for regression; the last number only where there is a test set.
        """
        if not self.class_names:
            return {}
        parts = [part for part in (self.train, self.validation, self.test) if part is not None]
        counts = [np.bincount(part.y, minlength=len(self.class_names)) for part in parts]
        return {
            name: tuple(int(count[number]) for count in counts)
            for number, name in enumerate(self.class_names)
        }


def targets(y: AnyArray, task: Task, units: int) -> FloatArray:
    """Return what the last layer should say, one row an example.

    Class numbers become one-hot rows for two units or more and a single 0 or 1
    for one unit; values stay as they are.

    Parameters
    ----------
    y : ndarray of shape (n,) or (n, outputs)
        Class numbers or values.
    task : {"binary", "multiclass", "regression"}
        What `y` means.
    units : int
        Width of the network's last layer.

    Returns
    -------
    FloatArray of shape (n, units)
    """
    if task == "regression":
        return np.ascontiguousarray(y.reshape(len(y), -1), dtype=np.float32)
    if units == 1:
        return y.astype(np.float32).reshape(-1, 1)
    onehot = np.zeros((len(y), units), np.float32)
    onehot[np.arange(len(y)), y] = 1.0
    return onehot
