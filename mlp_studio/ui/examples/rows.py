"""What there is to say about an example that is a row of values."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication

from mlp_studio.analysis.examples import Axis, Examples
from mlp_studio.ui.common.colours import Colouring, value_colours
from mlp_studio.ui.examples.plot_frame import AxisLook
from mlp_studio.ui.examples.view import count, number

LINES = 24  # of a card, at most
MOST_ANSWERS = 3  # values to predict that come before the inputs
LONGEST = 34  # characters of a name


def axis_name(axis: Axis) -> str:
    """Return what an axis is called."""
    return axis.name if axis.kind != "class" else QCoreApplication.translate("Examples", "class")


def look_of(axis: Axis) -> AxisLook:
    """Return how an axis is drawn."""
    return AxisLook(axis_name(axis), axis.categories)


def words_of(axis: Axis, value: float) -> str:
    """Return a value of an axis as people read it."""
    at = round(float(value))
    if axis.categories and 0 <= at < len(axis.categories):
        return axis.categories[at]
    return number(value)


def row_lines(
    examples: Examples, index: int, first: tuple[Axis, ...] = (), most: int = LINES
) -> list[str]:
    """Return an example's values and where it is, as lines of rich text.

    Parameters
    ----------
    examples : Examples
        All of them.
    index : int
        Which one.
    first : tuple of Axis
        What is said first.
    most : int
        Lines to make at most; what the row has besides is only counted.
    """
    row = examples.scaled(np.array([index]))
    raw = examples.dataset.scaler.inverse(row)[0].ravel()
    answers = [axis for axis in examples.axes if axis.kind != "input"]
    leading = [*first, *(axis for axis in answers[:MOST_ANSWERS] if axis not in first)]
    order = [*leading, *(axis for axis in examples.axes if axis not in leading)]
    kept = order if len(order) < most else order[: max(len(leading), most - 2)]
    lines = []
    for axis in kept:
        if axis.kind == "class":
            value = float(examples.y[index])
        elif axis.column is not None:
            span = raw[axis.column.first : axis.column.first + axis.column.width]
            value = float(span.argmax()) if len(span) > 1 else float(span[0])
        else:
            value = float(examples.y[index, axis.number])
        lines.append(f"{escape(_short(axis_name(axis)))} <b>{escape(words_of(axis, value))}</b>")
    translate = QCoreApplication.translate
    if len(kept) < len(order):
        more = translate("Examples", "… {n} more")
        lines.append(more.format(n=count(len(order) - len(kept))))
    part, place = examples.place(index)
    where = {
        "train": translate("Examples", "training example {number}"),
        "validation": translate("Examples", "validation example {number}"),
        "test": translate("Examples", "test example {number}"),
    }[part]
    return [*lines, where.format(number=count(place))]


def colouring_by(examples: Examples, output: int) -> Colouring:
    """Return the colours of one of the values to predict."""
    values = examples.y[:, output]
    return Colouring(value_colours(), float(values.min()), float(values.max()))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
