"""Digits made on this computer: warped real ones and synthetic handwriting, in MNIST's frame.

A third of the images are scikit-learn's 1,797 real 8 × 8 digits, brought to a smooth height
map and warped; the others are drawn by `mlp_studio.data.handwriting`. Originals are divided
before they are warped: no original ever has images in two parts.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray, IntArray, Progress, no_progress
from mlp_studio.core.datasets import BuiltinDigits
from mlp_studio.core.text import text
from mlp_studio.data.folders import cache_folder
from mlp_studio.data.frame import SIDE, framed
from mlp_studio.data.handwriting import draw
from mlp_studio.data.warp import height_maps, warped

VERSION = 2  # part of the cache file's name: raise it whenever the images change
TEST_SHARE = 0.15  # of the originals, kept for testing
REAL_SHARE = 0.25  # of the images; the others are drawn
SHIFTED = 0.3  # share of the images a pixel off the middle, each way, as hands draw them
CONTRAST = (1.0, 2.2)  # how many times as steep edges become, at random
_BATCH = 500
_PIXELS = SIDE * SIDE


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


def load_digits(
    source: BuiltinDigits, progress: Progress = no_progress, folder: Path | None = None
) -> MadeDigits:
    """Return the digits of `source`, from the cache where they were made before.

    Parameters
    ----------
    source : BuiltinDigits
        How many, and the seed.
    progress : Progress
        Told how far the making has come; may raise `Cancelled`.
    folder : Path, optional
        Where they are kept; the program's cache folder by default.
    """
    name = f"digits-v{VERSION}-{source.count}-{source.seed}.npz"
    path = (folder or cache_folder()) / name
    progress(0.0, text("Looking for the digits made before"))
    made = _from_cache(path, source)
    if made is None:
        made = make_digits(source, progress)
        _to_cache(path, made)
    return made


def make_digits(source: BuiltinDigits, progress: Progress = no_progress) -> MadeDigits:
    """Return the digits of `source`; the same source gives the same digits.

    There are ``source.count`` images for training and validation and a tenth as many for
    testing, of every digit nearly the same number.
    """
    originals, classes = _originals()
    rng = np.random.default_rng((source.seed, VERSION))
    held = _held_out(classes, rng)
    tests = source.count // 10
    total = source.count + tests
    images = np.empty((total, SIDE, SIDE), np.uint8)
    labels = np.empty(total, np.int32)
    groups = np.empty(total, np.int32)
    test = np.zeros(total, bool)
    test[source.count :] = True
    done = 0
    for first, last, pool in (
        (0, source.count, np.flatnonzero(~held)),
        (source.count, total, np.flatnonzero(held)),
    ):
        middle = first + round((last - first) * REAL_SHARE)
        chosen = _dealt(pool, classes, middle - first, rng)
        labels[first:middle], groups[first:middle] = classes[chosen], chosen
        labels[middle:last] = np.arange(last - middle) % 10
        groups[middle:last] = len(classes) + np.arange(middle, last)
        for start in range(first, last, _BATCH):
            progress(done / total, text("Making digits: {done} of {total}", done=done, total=total))
            end = min(start + _BATCH, last)
            cut = min(max(middle, start), end)
            ink = np.concatenate(
                [warped(originals[groups[start:cut]], rng), draw(labels[cut:end], rng)]
            )
            images[start:end] = _shifted(np.rint(_crisp(framed(ink), rng) * 255).astype(np.uint8), rng)
            done += end - start
    return MadeDigits(images, labels, groups, test)


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


def _from_cache(path: Path, source: BuiltinDigits) -> MadeDigits | None:
    """Return what the cache holds; None where it holds nothing or something broken.

    A broken cache is no concern of anyone's: it is simply made again.
    """
    total = source.count + source.count // 10
    shapes = {"images": (total, SIDE, SIDE), "labels": (total,), "groups": (total,)}
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in (*shapes, "test")}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    wanted = {"images": "uint8", "labels": "int32", "groups": "int32", "test": "bool"}
    shapes["test"] = (total,)
    if any(
        arrays[name].shape != shapes[name] or arrays[name].dtype != kind
        for name, kind in wanted.items()
    ):
        return None
    return MadeDigits(**arrays)


def _to_cache(path: Path, made: MadeDigits) -> None:
    """Keep the digits; a folder that can't be written only costs the next start its time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=path.name, suffix=".tmp", dir=path.parent)
    except OSError:
        return
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            np.savez(
                file, images=made.images, labels=made.labels, groups=made.groups, test=made.test
            )
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
