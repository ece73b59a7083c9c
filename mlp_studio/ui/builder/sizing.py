"""How many units a dragged edge gives to layers: pure functions."""

from __future__ import annotations

import math
from collections.abc import Mapping

from mlp_studio.core.layers import MAX_UNITS, Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.builder.commands import Step, change_words, size_words
from mlp_studio.ui.builder.values import UNIT_STEPS

DOUBLE = 60  # pixels of the mouse's way that double the units
SINGLE = 4  # and, with Shift, that add one
_DECIMAL = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
ROUND = tuple(sorted({*UNIT_STEPS, *_DECIMAL}))
"""The numbers an edge snaps to: those of the keys + and −, and 5, 10, 20, 50, 100, …"""


def dragged_units(units: int, way: float, *, single: bool = False) -> int:
    """Return the units of a layer whose edge was dragged.

    Parameters
    ----------
    units : int
        At the beginning.
    way : float
        Pixels to the right; to the left where negative.
    single : bool
        One unit after the other; else the nearest of `ROUND` and the number at the
        beginning, twice as many every `DOUBLE` pixels.

    Returns
    -------
    int
        From 1 to `MAX_UNITS`; never falls where `way` grows.
    """
    if single:
        return max(1, min(MAX_UNITS, units + round(way / SINGLE)))
    wanted = math.log2(units) + way / DOUBLE
    nearest: int = min({*ROUND, units}, key=lambda step: (abs(math.log2(step) - wanted), step))
    return nearest


def set_units(network: NetworkSpec, units: Mapping[str, int], select: tuple[str, ...]) -> Step:
    """Give Dense layers other numbers of units, as when their edge is dragged.

    Parameters
    ----------
    network : NetworkSpec
        Before the edit.
    units : mapping of str to int
        What each layer gets.
    select : tuple of str
        The layers to be selected after it.
    """
    after, grown = network, 0
    for name, count in units.items():
        layer = network.layer(name)
        if isinstance(layer, Dense):
            after = after.replaced(name, layer.model_copy(update={"units": count}))
            grown += count - layer.units
    names = ", ".join(units)
    if len(units) == 1:
        label = change_words(names, "units", units[names])
    else:
        label = size_words(names, 1 if grown > 0 else -1)
    return Step(label, after, select, merge=f"edge:{names}")
