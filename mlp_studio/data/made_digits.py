"""Digits made on this computer: warped real ones and synthetic handwriting, in MNIST's frame.

A quarter of the images are scikit-learn's 1,797 real 8 × 8 digits, brought to a smooth height
map and warped; the others are drawn by `mlp_studio.data.handwriting`. Originals are divided
before they are warped: no original ever has images in two parts.

The images are made in batches, each with chances of its own, by as many threads as there are
cores: neither their number nor their order changes a pixel.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray, IntArray, Progress, no_progress
from mlp_studio.core.datasets import BuiltinDigits
from mlp_studio.core.text import text
from mlp_studio.data.frame import SIDE
from mlp_studio.data.handwriting import draw
from mlp_studio.data.ink_images import finished
from mlp_studio.data.threads import batches, in_threads
from mlp_studio.data.warp import height_maps, warped

VERSION = 3  # part of the cache file's name: raise it whenever the images change
TEST_SHARE = 0.15  # of the originals, kept for testing
REAL_SHARE = 0.25  # of the images; the others are drawn
_ORIGINALS = 1797
_BATCH = 500


@dataclass(frozen=True, eq=False)
class MadeDigits:
    """The images and what a split must know of them.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        White on black.
    labels : IntArray of shape (n,)
        Which digit each is.
    groups : IntArray of shape (n,)
        Images of one original share its number; drawn ones have one of their own.
    test : ndarray of bool, shape (n,)
        Which are for testing.
    """

    images: NDArray[np.uint8]
    labels: IntArray
    groups: IntArray
    test: NDArray[np.bool_]


def make_digits(source: BuiltinDigits, progress: Progress = no_progress) -> MadeDigits:
    """Return the digits of `source`; the same source gives the same digits.

    There are ``source.count`` images for training and validation and a tenth as many for
    testing, of every digit nearly the same number.

    Parameters
    ----------
    source : BuiltinDigits
        How many, and the seed.
    progress : Progress
        Told how far the making has come, every 0.2 s or more often; may raise `Cancelled`.
    """
    total = source.count + source.count // 10
    made = MadeDigits(
        np.empty((total, SIDE, SIDE), np.uint8),
        np.empty(total, np.int32),
        np.empty(total, np.int32),
        np.arange(total) >= source.count,
    )
    real: Future[FloatArray] = Future()
    # scikit-learn takes seconds to import: drawing begins meanwhile.
    tasks = [partial(_prepare, made, source, real)]
    tasks += [
        partial(_draw, made, source, batch)
        for first, last in _parts(source)
        for batch in batches(_middle(first, last), last, _BATCH)
    ]
    tasks += [
        partial(_warp, made, source, batch, real)
        for first, last in _parts(source)
        for batch in batches(first, _middle(first, last), _BATCH)
    ]
    in_threads(
        tasks,
        lambda done: progress(
            done / total, text("Making digits: {done} of {total}", done=done, total=total)
        ),
    )
    return made


def _parts(source: BuiltinDigits) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where the images to learn from and those for testing begin and end."""
    return (0, source.count), (source.count, source.count + source.count // 10)


def _middle(first: int, last: int) -> int:
    """Return where the real digits of a part end and the drawn ones begin."""
    return first + round((last - first) * REAL_SHARE)


def _draw(made: MadeDigits, source: BuiltinDigits, part: slice) -> int:
    """Draw the images of `part`; return how many."""
    place = np.arange(part.start, part.stop)
    made.labels[part], made.groups[part] = place % 10, _ORIGINALS + place
    rng = np.random.default_rng((source.seed, VERSION, part.start))
    made.images[part] = finished(draw(made.labels[part], rng), rng)
    return len(place)


def _warp(made: MadeDigits, source: BuiltinDigits, part: slice, real: Future[FloatArray]) -> int:
    """Warp real digits to the images of `part`; return how many."""
    originals = real.result()
    rng = np.random.default_rng((source.seed, VERSION, part.start))
    made.images[part] = finished(warped(originals[made.groups[part]], rng), rng)
    return len(made.labels[part])


def _prepare(made: MadeDigits, source: BuiltinDigits, real: Future[FloatArray]) -> int:
    """Hand the real digits to those who wait for them, or what went wrong."""
    try:
        real.set_result(_real_digits(made, source))
    except BaseException as error:
        real.set_exception(error)
        raise
    return 0


def _real_digits(made: MadeDigits, source: BuiltinDigits) -> FloatArray:
    """Return the real digits as height maps, having said which images each becomes."""
    originals, classes = _originals()
    rng = np.random.default_rng((source.seed, VERSION))
    held = _held_out(classes, rng)
    for (first, last), pool in zip(_parts(source), (~held, held), strict=True):
        part = slice(first, _middle(first, last))
        chosen = _dealt(np.flatnonzero(pool), classes, part.stop - first, rng)
        made.labels[part], made.groups[part] = classes[chosen], chosen
    return originals


def _originals() -> tuple[FloatArray, IntArray]:
    from sklearn import datasets

    real = datasets.load_digits()
    return height_maps(real.images.astype(np.float32) / 16), real.target.astype(np.int32)


def _held_out(classes: IntArray, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Return which originals are for testing: the same share of each digit."""
    held = np.zeros(len(classes), bool)
    for digit in range(10):
        members = rng.permutation(np.flatnonzero(classes == digit))
        held[members[: round(TEST_SHARE * len(members))]] = True
    return held


def _dealt(pool: AnyArray, classes: IntArray, count: int, rng: np.random.Generator) -> AnyArray:
    """Return `count` originals: every digit equally often, its originals in turn."""
    hands = []
    for digit in range(10):
        members = rng.permutation(pool[classes[pool] == digit])
        share = (count - digit + 9) // 10
        hands.append(np.resize(members, share))
    return np.concatenate(hands)
