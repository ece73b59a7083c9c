"""Numbers as people write them."""

from __future__ import annotations

import math


def fixed(value: float, decimals: int) -> str:
    """Return a number with so many decimals and a real minus sign; never a minus zero."""
    words = f"{value:.{decimals}f}"
    if math.isfinite(value) and float(words) == 0:
        words = words.lstrip("-")
    return words.replace("-", "−")
