"""What may mislead a learner: rare classes, and examples that are in two parts at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import FloatArray, Progress, no_progress
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.text import Text, text

RATIO = 4.0  # a class this many times as frequent as another is worth a note
_CHUNK = 4096


def uneven(dataset: Dataset) -> bool:
    """Return whether a class is `RATIO` times as frequent in training as another, or more."""
    counts = [parts[0] for parts in dataset.class_counts.values()]
    return bool(counts) and max(counts) >= RATIO * max(min(counts), 1)


def imbalance(dataset: Dataset) -> tuple[Text, ...]:
    """Return notes on classes that are rare in the training part, or missing from a part."""
    counts = dataset.class_counts
    if not counts:
        return ()
    notes: list[Text] = []
    by_size = sorted(counts, key=lambda name: counts[name][0])
    least, most = by_size[0], by_size[-1]
    low, high = counts[least][0], counts[most][0]
    if uneven(dataset):
        notes.append(
            text(
                "The classes are uneven: “{most}” has {high} training examples, “{least}” {low}. "
                "A network that always says “{most}” is right in {share} % of them.",
                most=most,
                high=high,
                least=least,
                low=low,
                share=round(100 * high / max(1, len(dataset.train))),
            )
        )
    absent = [name for name, parts in counts.items() if parts[1] == 0 and parts[0] > 0]
    if absent:
        notes.append(
            text(
                "The validation part has no example of “{name}”: there are too few of it.",
                name="”, “".join(absent[:5]),
            )
        )
    return tuple(notes)


def duplicates(dataset: Dataset, progress: Progress = no_progress) -> tuple[Text, ...]:
    """Return notes on validation and test examples whose inputs are in the training part too.

    Rows are compared by a 64-bit hash of all their bytes: of a million rows, the chance
    that any two unequal ones are taken for equal is below 1 in 10 million.
    """
    seen = np.sort(_hashes(dataset.train.x, progress))
    notes: list[Text] = []
    found = _known(_hashes(dataset.validation.x, progress), seen)
    if found:
        notes.append(
            text(
                "{count} of {total} validation examples are also in the training part, number "
                "for number: for them, validation only tests memory.",
                count=found,
                total=len(dataset.validation),
            )
        )
    if dataset.test is not None:
        found = _known(_hashes(dataset.test.x, progress), seen)
        if found:
            notes.append(
                text(
                    "{count} of {total} test examples are also in the training part, number for "
                    "number.",
                    count=found,
                    total=len(dataset.test),
                )
            )
    return tuple(notes)


def _known(some: NDArray[np.int64], seen: NDArray[np.int64]) -> int:
    """Return how many of some hashes are among sorted ones; np.isin would hold Python's lock."""
    count = 0
    for start in range(0, len(some) if len(seen) else 0, _CHUNK):
        part = some[start : start + _CHUNK]
        place = np.minimum(np.searchsorted(seen, part), len(seen) - 1)
        count += int((seen[place] == part).sum())
    return count


def _hashes(x: FloatArray, progress: Progress) -> NDArray[np.int64]:
    flat = x.reshape(len(x), -1)
    row = np.dtype((np.void, flat.shape[1] * flat.dtype.itemsize))
    found = np.empty(len(flat), np.int64)
    for start in range(0, len(flat), _CHUNK):
        progress(start / len(flat), text("Looking for examples in two parts"))
        rows = flat[start : start + _CHUNK] + np.float32(0)  # −0 and 0 are one number
        words = np.ascontiguousarray(rows).view(row).ravel().tolist()
        found[start : start + _CHUNK] = np.fromiter(map(hash, words), np.int64, len(words))
    return found
