"""Digits made on this computer: warped real ones and synthetic handwriting, in MNIST's frame.

A quarter of the images are scikit-learn's 1,797 real 8 × 8 digits, brought to a smooth height
map and warped; the others are drawn by `mlp_studio.data.handwriting`. Originals are divided
before they are warped: no original ever has images in two parts.

The images are made in batches, each with chances of its own, by as many threads as there are
cores: neither their number nor their order changes a pixel.
"""

from __future__ import annotations

import os
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray, IntArray, Progress, no_progress
from mlp_studio.core.datasets import BuiltinDigits
from mlp_studio.core.text import text
from mlp_studio.data.frame import SIDE, framed
from mlp_studio.data.handwriting import draw
from mlp_studio.data.warp import height_maps, warped

VERSION = 3  # part of the cache file's name: raise it whenever the images change
TEST_SHARE = 0.15  # of the originals, kept for testing
REAL_SHARE = 0.25  # of the images; the others are drawn
SHIFTED = 0.3  # share of the images a pixel off the middle, each way, as hands draw them
CONTRAST = (1.0, 2.2)  # how many times as steep edges become, at random
_ORIGINALS = 1797
_BATCH = 500
_THREADS = 8
_TELL = 0.2  # seconds between two words of progress at most


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
        Told how far the making has come, every 0.2 s or more often; may raise `Cancelled`,
        which ends the making at once.
    """
    total = source.count + source.count // 10
    made = MadeDigits(
        np.empty((total, SIDE, SIDE), np.uint8),
        np.empty(total, np.int32),
        np.empty(total, np.int32),
        np.arange(total) >= source.count,
    )
    pool = ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1), "digits")
    try:
        # scikit-learn takes seconds to import: drawing begins meanwhile.
        real = pool.submit(_real_digits, made, source)
        drawn = [
            pool.submit(_draw, made, source, part)
            for first, last in _parts(source)
            for part in _batches(_middle(first, last), last)
        ]
        warps = [
            pool.submit(_warp, made, source, part, real)
            for first, last in _parts(source)
            for part in _batches(first, _middle(first, last))
        ]
        _waited_for([*drawn, *warps], total, progress)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return made


def _parts(source: BuiltinDigits) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where the images to learn from and those for testing begin and end."""
    return (0, source.count), (source.count, source.count + source.count // 10)


def _middle(first: int, last: int) -> int:
    """Return where the real digits of a part end and the drawn ones begin."""
    return first + round((last - first) * REAL_SHARE)


def _batches(first: int, last: int) -> list[slice]:
    return [slice(start, min(start + _BATCH, last)) for start in range(first, last, _BATCH)]


def _waited_for(futures: list[Future[int]], total: int, progress: Progress) -> None:
    waiting = set(futures)
    done = 0
    while waiting:
        progress(done / total, text("Making digits: {done} of {total}", done=done, total=total))
        finished, waiting = wait(waiting, _TELL, FIRST_COMPLETED)
        done += sum(future.result() for future in finished)


def _draw(made: MadeDigits, source: BuiltinDigits, part: slice) -> int:
    """Draw the images of `part`; return how many."""
    place = np.arange(part.start, part.stop)
    made.labels[part], made.groups[part] = place % 10, _ORIGINALS + place
    rng = np.random.default_rng((source.seed, VERSION, part.start))
    made.images[part] = _finished(draw(made.labels[part], rng), rng)
    return len(place)


def _warp(made: MadeDigits, source: BuiltinDigits, part: slice, real: Future[FloatArray]) -> int:
    """Warp real digits to the images of `part`; return how many."""
    originals = real.result()
    rng = np.random.default_rng((source.seed, VERSION, part.start))
    made.images[part] = _finished(warped(originals[made.groups[part]], rng), rng)
    return part.stop - part.start


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


def _finished(ink: FloatArray, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return pictures of ink as images."""
    return _shifted(np.rint(_crisp(framed(ink), rng) * 255).astype(np.uint8), rng)


def _crisp(images: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Return the images with harder edges, each by another degree: scanners differ."""
    contrast = rng.uniform(*CONTRAST, (len(images), 1, 1)).astype(np.float32)
    return np.clip((images - 0.5) * contrast + 0.5, 0, 1)


def _shifted(images: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return the images, some a pixel up, down, left or right of where they were.

    A learner that has only seen perfectly centred digits reads real ones far worse.
    """
    moved = np.empty_like(images)
    chances = (SHIFTED / 2, 1 - SHIFTED, SHIFTED / 2)
    steps = rng.choice((-1, 0, 1), size=(len(images), 2), p=chances)
    for step in {(int(down), int(right)) for down, right in steps}:
        rows = (steps == step).all(axis=1)
        moved[rows] = np.roll(images[rows], step, axis=(1, 2))  # the margins are empty
    return moved


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
