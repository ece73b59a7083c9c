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
    rows = np.rint(slope * (np.arange(width) - width / 2)).astype(int)[None]
    from_row = np.arange(height)[:, None] + rows
    inside = (from_row >= 0) & (from_row < height)
    columns = np.broadcast_to(np.arange(width), (height, width))
    sheared = np.where(inside, ink[np.clip(from_row, 0, height - 1), columns], np.nan)
    strength = _strength(sheared)
    lines = _lines(strength, max(ink.shape))
    if not lines:
        return ink
    cleaned = ink.copy()
    for first, last in lines:
        above, below = max(first - 2, 0), min(last + 1, height - 1)
        top, bottom = _shifted(ink, above, rows[0]), _shifted(ink, below, rows[0])
        for row in range(first, last):
            part = (row - above) / max(below - above, 1)
            # Where ink goes on above and below it goes on between; a thick pen covers more.
            crossing = top * (1 - part) + bottom * part
            at = row + rows[0]
            seen = (at >= 0) & (at < height)
            place = (at[seen], np.flatnonzero(seen))
            over = ink[place] - max(float(strength[row]), 0.0)
            cleaned[place] = np.maximum(crossing[seen], np.minimum(over, ink[place]))
    return cleaned


def _shifted(ink: AnyArray, row: int, shift: AnyArray) -> AnyArray:
    height = ink.shape[0]
    return np.asarray(ink[np.clip(row + shift, 0, height - 1), np.arange(ink.shape[1])])


def _slope(ink: AnyArray) -> float:
    """Return the slope at which rows differ most from their neighbours."""
    height, width = ink.shape
    step = max(1, width // 160)
    some = ink[:, ::step]
    x = np.arange(0, width, step) - width / 2
    columns = np.arange(some.shape[1])[None]

    def sharpness(slope: float) -> float:
        at = np.arange(height)[:, None] + np.rint(slope * x).astype(int)[None]
        profile = np.quantile(some[np.clip(at, 0, height - 1), columns], _REACH, axis=1)
        return float(np.square(profile[2:] - profile[:-2]).sum())

    coarse = np.linspace(-_STEEPEST, _STEEPEST, 29)
    best = float(coarse[np.argmax([sharpness(slope) for slope in coarse])])
    fine = best + np.linspace(-1, 1, 9) * (coarse[1] - coarse[0])
    return float(fine[np.argmax([sharpness(slope) for slope in fine])])


def _strength(sheared: AnyArray) -> AnyArray:
    """Return for each row the ink that most of it has, above that of the rows around."""
    from scipy import ndimage

    seen = np.isfinite(sheared).mean(axis=1) > 0.5
    profile = np.zeros(len(sheared))
    profile[seen] = np.nanquantile(sheared[seen], _REACH, axis=1)
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
