"""Printed lines on paper are told from handwriting and wiped off."""

from __future__ import annotations

import numpy as np

from mlp_studio.core.arrays import AnyArray

_STEEPEST = 0.07  # four degrees: lines lie level on a photo taken with some care
_REACH = 0.3  # a line is seen on all but this part of its row
_THICKEST = 0.02  # of the longer side
_STANDS_OUT = 6.0  # a line's row among other rows, in median deviations


def without_rules(ink: AnyArray) -> AnyArray:
    """Return a picture without the long straight thin lines from one border to the other.

    Parameters
    ----------
    ink : AnyArray of shape (height, width)
        Ink and lines above 0, paper about 0.

    Notes
    -----
    The picture is sheared by small angles; along a printed line nearly all pixels of a row
    are then darker than the rows above and below, which no handwriting is. A row of a
    line is replaced by what lies above and below, or keeps what is darker than the line.
    """
    return _level(_level(ink).T).T


def _level(ink: AnyArray) -> AnyArray:
    height, width = ink.shape
    if min(height, width) < 16:
        return ink
    slope = _slope(ink)
    beyond = int(np.ceil(abs(slope) * width / 2)) + 1  # a slanting line may cut a corner only
    padded = np.pad(ink, ((beyond, beyond), (0, 0)), constant_values=np.nan)
    shift = np.rint(slope * (np.arange(width) - width / 2)).astype(int)
    sheared = _shifted(padded, np.arange(len(padded))[:, None], shift)
    strength = _strength(sheared)
    lines = _lines(strength, max(ink.shape))
    for first, last in lines:
        above, below = max(first - 2, 0), min(last + 1, len(padded) - 1)
        top, bottom = np.nan_to_num(sheared[above]), np.nan_to_num(sheared[below])
        for row in range(first, last):
            at = row + shift
            seen = np.flatnonzero((at >= beyond) & (at < beyond + height))
            now = sheared[row, seen]
            # Where ink goes on above and below it goes on between.
            part = (row - above) / max(below - above, 1)
            crossing = (top * (1 - part) + bottom * part)[seen]
            # Clearly darker than the line is ink as it stands; else what is over counts.
            line = max(float(strength[row]), 1e-6)
            ours = np.clip((now / line - 1.3) / 0.5, 0, 1)
            over = np.minimum(now - (1 - ours) * line, now)
            padded[at[seen], seen] = np.maximum(crossing, over)
    return padded[beyond : beyond + height] if lines else ink


def _shifted(ink: AnyArray, rows: AnyArray, shift: AnyArray) -> AnyArray:
    """Return rows of a picture sheared by a shift for each column; nan where it has none."""
    at = rows + shift
    inside = (at >= 0) & (at < len(ink))
    picked = ink[np.clip(at, 0, len(ink) - 1), np.arange(ink.shape[1])]
    return np.asarray(np.where(inside, picked, np.nan))


def _slope(ink: AnyArray) -> float:
    """Return the slope at which rows differ most from their neighbours."""
    height, width = ink.shape
    step = max(1, width // 100)
    some = ink[:, ::step].astype(np.float32)
    x = np.arange(0, width, step) - width / 2
    columns = np.arange(some.shape[1])[None]
    kth = int(_REACH * some.shape[1])

    def sheared(picture: AnyArray, slope: float) -> AnyArray:
        at = np.arange(height)[:, None] + np.rint(slope * x).astype(int)[None]
        flat = np.clip(at, 0, height - 1) * picture.shape[1] + columns
        return np.asarray(np.take(picture, flat))

    def sharpness(profile: AnyArray) -> float:
        return float(np.square(profile[2:] - profile[:-2]).sum())

    def reach(slope: float) -> AnyArray:
        return np.asarray(np.partition(sheared(some, slope), kth, axis=1)[:, kth])

    coarse = np.linspace(-_STEEPEST, _STEEPEST, 29)
    best = float(coarse[np.argmax([sharpness(reach(slope)) for slope in coarse])])
    # The mean tells the last tenth of a degree, with ink counting no more than a line.
    capped = np.minimum(some, max(float(reach(best).max()), 0.0))
    fine = best + np.linspace(-2, 2, 33) * (coarse[1] - coarse[0])
    means = [sharpness(sheared(capped, slope).mean(axis=1)) for slope in fine]
    return float(fine[np.argmax(means)])


def _strength(sheared: AnyArray) -> AnyArray:
    """Return for each row the ink that most of it has, above that of the rows around."""
    from scipy import ndimage

    seen = np.isfinite(sheared).mean(axis=1) > 0.15
    profile = np.zeros(len(sheared))
    # A quantile of what is not nan; numpy's own takes one row after the other.
    values = np.sort(sheared[seen], axis=1)  # nan comes last
    place = _REACH * (np.isfinite(values).sum(axis=1) - 1)
    first, rows = place.astype(int), np.arange(len(values))
    low = values[rows, first]
    high = values[rows, np.minimum(first + 1, values.shape[1] - 1)]
    share = place - first
    profile[seen] = np.where(share > 0, low + share * (high - low), low)
    around = 2 * max(3, int(_THICKEST * max(sheared.shape))) + 1
    return np.asarray(profile - ndimage.median_filter(profile, around, mode="nearest"))


def _lines(strength: AnyArray, side: int) -> list[tuple[int, int]]:
    """Return first row and end of each line, a row wider on both sides than what is seen."""
    spread = 1.5 * float(np.median(np.abs(strength - np.median(strength))))
    least = max(_STANDS_OUT * spread, 0.012)
    dark = np.concatenate([[False], strength > least, [False]])
    starts = np.flatnonzero(~dark[:-1] & dark[1:])
    ends = np.flatnonzero(dark[:-1] & ~dark[1:])
    return [
        (max(int(first) - 1, 0), min(int(end) + 1, len(strength)))
        for first, end in zip(starts, ends, strict=True)
        if end - first <= max(3, _THICKEST * side)
    ]
