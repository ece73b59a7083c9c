"""Where the marks of an axis stand and what they say."""

from __future__ import annotations

import math

Ticks = list[tuple[float, str]]


def nice_step(span: float, count: int) -> float:
    """Return 1, 2, 2.5 or 5 times a power of ten that divides `span` into at most `count`."""
    if span <= 0 or not math.isfinite(span):
        return 1.0
    rough = span / max(count, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1.0, 2.0, 2.5, 5.0):
        if factor * power >= rough * (1 - 1e-9):
            return factor * power
    return 10.0 * power


def integer_ticks(low: float, high: float, count: int) -> Ticks:
    """Return at most about `count` whole numbers between `low` and `high`."""
    step = max(1, math.ceil(nice_step(high - low, count)))
    first = math.ceil(low / step) * step
    return [(float(v), f"{v:,}") for v in range(first, math.floor(high) + 1, step)]


def linear_ticks(low: float, high: float, count: int) -> Ticks:
    """Return round numbers between `low` and `high`, all with the same decimals."""
    step = nice_step(high - low, count)
    decimals = next((d for d in range(12) if abs(step - round(step, d)) < 1e-6 * step), 12)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return [
        (i * step, f"{i * step:.{decimals}f}".replace("-", "−")) for i in range(first, last + 1)
    ]


def log_ticks(low: float, high: float) -> Ticks:
    """Return marks for an axis of decimal logarithms from `low` to `high` (logarithms)."""
    decades = high - low
    factors = (1,) if decades > 3 else (1, 3) if decades > 1.2 else (1, 2, 5)
    every = max(1, math.ceil(decades / 6))
    ticks: Ticks = []
    for power in range(math.floor(low), math.ceil(high) + 1):
        if power % every:
            continue
        for factor in factors:
            position = power + math.log10(factor)
            if low - 1e-9 <= position <= high + 1e-9:
                ticks.append((position, f"{factor * 10.0**power:.6g}"))
    if len(ticks) < 2:  # a span so short that no round number falls in it
        ticks = [(p, f"{10.0**p:.3g}") for p in (low, (low + high) / 2, high)]
    return ticks
