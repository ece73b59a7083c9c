"""The light on a photo made even: what is left is how far each pixel differs from the paper."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray

Mask = NDArray[np.bool_]
_LIGHT_POINTS = 20_000  # of the paper, that its light is fitted to


def from_paper(colours: FloatArray) -> AnyArray:
    """Return how far each pixel is from the paper, ink above 0.

    Parameters
    ----------
    colours : FloatArray of shape (height, width, 3)
        In [0, 1].

    Returns
    -------
    AnyArray of shape (height, width)
        In [-1, 1]: the mixture of red, green and blue in which ink and paper differ most.

    Notes
    -----
    The mixture is Fisher's linear discriminant (1936), which also makes little of what
    varies on the paper itself: shadows, or the colour of printed lines.
    """
    from scipy import ndimage

    sigma = max(colours.shape) / 640
    if np.array_equal(colours[..., 0], colours[..., 1]) and np.array_equal(
        colours[..., 0], colours[..., 2]
    ):
        blurred = ndimage.gaussian_filter(colours[..., 0], sigma)
        difference = blurred - sloped(blurred)
        far = np.abs(difference) > max(0.5 * float(np.abs(difference).max()), 1e-6)
        return np.asarray(-difference if float(difference[far].sum()) < 0 else difference)
    blurred = ndimage.gaussian_filter(colours, (sigma, sigma, 0))
    channels = np.stack([blurred[..., k] - sloped(blurred[..., k]) for k in range(3)], axis=-1)
    return np.asarray(channels @ mixture(channels))


def mixture(channels: AnyArray) -> AnyArray:
    """Return the weights of red, green and blue in which ink stands out; sizes add up to 1.

    Parameters
    ----------
    channels : AnyArray of shape (height, width, 3)
        Differences from the paper.
    """
    size = np.linalg.norm(channels, axis=-1)
    largest = max(float(size.max()), 1e-6)
    # There is less ink than paper: what stands out far from the paper is ink.
    ink = channels[size > 0.5 * largest].reshape(-1, 3).mean(axis=0)
    paper = channels[size <= 0.25 * largest].reshape(-1, 3)
    spread = np.cov(paper.T) if len(paper) > 3 else np.zeros((3, 3))
    calm = 0.5 * float(np.trace(spread)) + 1e-6
    weights = np.linalg.solve(spread + calm * np.eye(3), ink)
    return np.asarray(weights / max(float(np.abs(weights).sum()), 1e-12))


def sloped(grey: AnyArray) -> AnyArray:
    """Return the paper's light as a quadratic surface, fitted to what is not ink."""
    height, width = grey.shape
    step = max(1, round((height * width / _LIGHT_POINTS) ** 0.5))
    y, x = np.linspace(-1, 1, height), np.linspace(-1, 1, width)
    some = _terms(y[::step, None], x[None, ::step]).reshape(6, -1)
    light = grey[::step, ::step].reshape(-1).astype(np.float64)
    kept = np.ones(len(light), bool)
    for _ in range(6):
        chosen = some * kept
        # The terms are few and far from alike on this square: the normal equations do.
        factors = np.linalg.lstsq(chosen @ some.T, chosen @ light)[0]
        rest = light - factors @ some
        middle = np.median(rest)
        spread = 1.5 * float(np.median(np.abs(rest - middle)))
        kept = np.abs(rest - middle) <= 2 * spread + 0.01
    down = factors[0] + factors[2] * y + factors[5] * y * y
    across = factors[1] * x + factors[3] * x * x
    return np.asarray(down[:, None] + across + factors[4] * np.outer(y, x))


def _terms(y: AnyArray, x: AnyArray) -> AnyArray:
    """Return the terms of a quadratic surface, shape (6, rows, columns)."""
    one = np.ones(np.broadcast_shapes(y.shape, x.shape))
    return np.stack([one, x * one, y * one, x * x * one, x * y, y * y * one])


def filled(grey: AnyArray, paper: Mask, sigma: float) -> AnyArray:
    """Return the light on the paper, carried smoothly across the ink."""
    from scipy import ndimage

    step = max(1, int(sigma // 8))  # it is smooth: a coarse grid gives the same
    small = np.where(paper, grey, 0)[::step, ::step]
    weight = ndimage.gaussian_filter(paper[::step, ::step].astype(np.float64), sigma / step)
    light = ndimage.gaussian_filter(small.astype(np.float64), sigma / step)
    light = light / np.maximum(weight, 1e-6)
    return _stretched(_stretched(light, grey.shape[0], step).T, grey.shape[1], step).T


def _stretched(light: AnyArray, length: int, step: int) -> AnyArray:
    """Return so many rows, each between two of those given, `step` of them from one to the next."""
    place = np.minimum(np.arange(length) / step, len(light) - 1)
    first = place.astype(int)
    share = (place - first)[:, None]
    second = np.minimum(first + 1, len(light) - 1)
    return np.asarray(light[first] * (1 - share) + light[second] * share)
