"""Figures as the evaluation panel writes them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from mlp_studio.analysis.evaluation import PartName
from mlp_studio.core.arrays import AnyArray, FloatArray

NONE = "–"  # an undefined score
MOST_VALUES = 12  # of an example, in words


def part_name(part: PartName) -> str:
    """Return how a part of the data is called."""
    names = {
        "train": QCoreApplication.translate("PartNames", "Training"),
        "validation": QCoreApplication.translate("PartNames", "Validation"),
        "test": QCoreApplication.translate("PartNames", "Test"),
        "other": QCoreApplication.translate("PartNames", "Other data"),
    }
    return names[part]


def score(value: float | None) -> str:
    """Return a score with four decimals; a dash where it is undefined."""
    return NONE if value is None else f"{value:.4f}".replace("-", "−")


def with_range(value: float | None, ends: tuple[float, float] | None) -> str:
    """Return a score of classes, and in which range it lies."""
    if value is None or ends is None:
        return score(value)
    low, high = (f"{end:.3f}".replace("-", "−") for end in ends)
    return f"{score(value)}  ({low}–{high})"


def error_with_range(value: float | None, ends: tuple[float, float] | None) -> str:
    """Return a score of values, which has their unit, and in which range it lies."""
    if value is None:
        return NONE
    if ends is None:
        return figure(value)
    low, high = (f"{end:.3g}".replace("-", "−") for end in ends)
    return f"{figure(value)}  ({low}–{high})"


def figure(value: float) -> str:
    """Return a value with the digits that matter."""
    return f"{value:.4g}".replace("-", "−")


def figures(values: AnyArray) -> str:
    """Return some values, comma between them."""
    return ", ".join(figure(float(value)) for value in np.atleast_1d(values))


def row_words(values: FloatArray) -> str:
    """Return the inputs of an example that is no picture, as they are before the scaling."""
    flat = values.ravel()
    words = ", ".join(figure(float(value)) for value in flat[:MOST_VALUES])
    return f"({words}, …)" if len(flat) > MOST_VALUES else f"({words})"
