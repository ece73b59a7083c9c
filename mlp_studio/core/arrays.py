"""Names for the arrays that travel between the floors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.text import Text

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int32]
AnyArray = NDArray[Any]

Weights = Mapping[str, tuple[FloatArray, ...]]
"""The weight arrays of each layer by its name, in the order of `NetworkSpec.weight_specs`."""

Progress = Callable[[float, Text], None]
"""Told the share done in [0, 1] and what is going on; may raise `Cancelled`."""


def no_progress(_share: float, _what: Text) -> None:
    """Ignore progress: for callers who do not show it."""


def frozen(array: AnyArray) -> AnyArray:
    """Return `array` itself, made read-only."""
    array.flags.writeable = False
    return array
