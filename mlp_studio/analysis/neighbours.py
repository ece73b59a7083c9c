"""Layouts that keep neighbours together: t-SNE and UMAP, in a process of their own.

Both hold Python's lock for long and fill every core: in the window's process they would
stop it. The process knows nothing of Qt and TensorFlow, tells how far it is, and ends at
once when it is no longer wanted.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import re
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Connection
from typing import Literal

import numpy as np

from mlp_studio.analysis.projection import project, usable
from mlp_studio.core.arrays import AnyArray, FloatArray, Progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text

Method = Literal["tsne", "umap"]

FEWEST = 5  # examples
PATIENCE = 0.1  # seconds between two looks at whether it is still wanted
ENDING = 2.0  # seconds the process may take to end
STEPS = 750  # of t-SNE; a third of them from a former layout
_DONE = re.compile(r"(?:Iteration\s+(\d+)|(\d+)%)")


@dataclass(frozen=True)
class Neighbourhood:
    """How neighbours are kept together.

    Parameters
    ----------
    method : {"tsne", "umap"}
        The algorithm.
    perplexity : float
        t-SNE: about how many neighbours count.
    neighbours : int
        UMAP: how many neighbours count.
    seed : int
        The same seed and input give the same layout.
    """

    method: Method = "tsne"
    perplexity: float = 30.0
    neighbours: int = 15
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Arrangement:
    """A layout of one moment.

    Parameters
    ----------
    points : FloatArray of shape (n, 2)
        Never NaN.
    note : Text or None
        What was done otherwise than asked.
    """

    points: FloatArray
    note: Text | None = None


def available(method: Method) -> bool:
    """Return whether the library that does it is installed."""
    return find_spec("umap" if method == "umap" else "sklearn") is not None


def arrange(
    moments: list[AnyArray],
    how: Neighbourhood,
    start: FloatArray | None,
    progress: Progress,
) -> list[Arrangement]:
    """Lay out the features of some moments, each beginning with the layout before.

    Parameters
    ----------
    moments : list of ndarray of shape (n, ...)
        Features of the same examples.
    how : Neighbourhood
        Method and parameters.
    start : FloatArray of shape (n, 2), optional
        A former layout to begin with.
    progress : Progress
        Told how far it is; what it raises ends the process.

    Raises
    ------
    StudioError
        There are too few examples, or the library is missing.
    """
    if not available(how.method):
        raise StudioError(
            text("UMAP needs the package umap-learn, which is not installed."),
            text("Install it with pip install umap-learn, or choose t-SNE."),
        )
    if not moments or min(len(features) for features in moments) < FEWEST:
        raise StudioError(
            text(
                "A layout of neighbours needs {fewest} examples or more; there are {count}.",
                fewest=FEWEST,
                count=min((len(features) for features in moments), default=0),
            ),
            text("Show more examples, or choose another view."),
        )
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), name="neighbours", daemon=True)
    process.start()
    theirs.close()
    try:
        progress(0.0, text("Neighbours are looked for…"))
        ours.send((moments, how, start))
        found = _hear(ours, len(moments), progress)
        process.join(ENDING)  # what ends by itself leaves nothing behind
        return found
    finally:
        process.terminate()
        process.join()
        process.close()
        ours.close()


def _hear(ours: Connection, count: int, progress: Progress) -> list[Arrangement]:
    """Wait for every moment's layout, telling how far it is."""
    found: list[Arrangement] = []
    share = 0.0
    while len(found) < count:
        if not ours.poll(PATIENCE):
            progress(share, text("Points are moved to their neighbours…"))
            continue
        try:
            told = ours.recv()
        except EOFError:
            raise StudioError(
                text("The process that lays out the points has ended unexpectedly."),
                text("Try fewer examples, or another view."),
            ) from None
        if isinstance(told, Arrangement):
            found.append(told)
        elif isinstance(told, Exception):
            raise told
        else:
            share = (len(found) + float(told)) / count
            progress(share, text("Points are moved to their neighbours…"))
    return found


def _work(pipe: Connection) -> None:
    """Lay out what comes through the pipe. Runs in a process as nice as the asking thread."""
    # umap would load TensorFlow, for a variant that is not used here, and take 10 s for it.
    sys.modules["tensorflow"] = sys.modules["keras"] = None  # type: ignore[assignment]
    moments, how, start = pipe.recv()
    teller = _Teller(pipe, STEPS)
    with contextlib.redirect_stdout(teller), contextlib.redirect_stderr(teller):
        try:
            for features in moments:
                arrangement = lay_out(features, how, start)
                pipe.send(arrangement)
                start = arrangement.points
        except Exception as error:  # noqa: BLE001 - told to whoever asked, who shows it
            pipe.send(error)


class _Teller(io.TextIOBase):
    """Reads how far it is from what the libraries print."""

    def __init__(self, pipe: Connection, steps: int) -> None:
        self._pipe, self._steps = pipe, steps

    def write(self, words: str) -> int:
        for step, percent in _DONE.findall(words):
            share = int(step) / self._steps if step else int(percent) / 100
            self._pipe.send(min(1.0, share))
        return len(words)


def lay_out(features: AnyArray, how: Neighbourhood, start: FloatArray | None) -> Arrangement:
    """Lay out one moment, in this process.

    Parameters
    ----------
    features : ndarray of shape (n, ...)
        At least `FEWEST`.
    how : Neighbourhood
        Method and parameters; fewer neighbours where there are too few examples.
    start : FloatArray of shape (n, 2), optional
        A former layout to begin with.
    """
    x, finite, note = usable(features)
    points = np.zeros((len(x), 2), np.float32)
    good = x[finite]
    if len(good) < FEWEST:
        return Arrangement(points, note)
    if float(np.ptp(good, axis=0).max()) == 0.0:
        return Arrangement(
            points, text("All examples have the same activations, so they lie on one point.")
        )
    good = good / (float(np.abs(good).max()) or 1.0)  # huge values overflow when squared
    former = None if start is None or len(start) != len(x) else start[finite]
    if former is not None and float(np.ptp(former, axis=0).max()) == 0.0:
        former = None
    most = (len(good) - 1) / 3 if how.method == "tsne" else len(good) - 1
    asked = how.perplexity if how.method == "tsne" else how.neighbours
    count = min(asked, most)
    if count < asked and note is None:
        note = text(
            "There are too few examples for {asked} neighbours: {count} are used.",
            asked=f"{asked:g}",
            count=f"{count:.3g}",
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # their advice is for programmers
        found = (_tsne if how.method == "tsne" else _umap)(good, count, how.seed, former)
    found = found - found.mean(axis=0)
    points[finite] = np.nan_to_num(found)
    return Arrangement(points, note)


def _tsne(x: AnyArray, perplexity: float, seed: int, former: AnyArray | None) -> AnyArray:
    """Barnes-Hut t-SNE (van der Maaten 2014), from principal components or a former layout.

    A former layout has its shape already: it is not exaggerated again.
    """
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits

    if former is None:
        start = project(x, as_they_are=False).points.astype(np.float64)
        start *= 1e-4 / (float(start[:, 0].std()) or 1.0)
    else:
        start = former - former.mean(axis=0)
    model = TSNE(
        perplexity=perplexity,
        init=np.ascontiguousarray(start, np.float32),
        early_exaggeration=12.0 if former is None else 1.0,
        learning_rate="auto",
        max_iter=STEPS if former is None else max(250, STEPS // 3),
        random_state=seed,
        verbose=2,
    )
    # Threads that wait for each other while a network trains take ten times as long as one.
    with threadpool_limits(1):
        return np.asarray(model.fit_transform(x))


def _umap(x: AnyArray, neighbours: float, seed: int, former: AnyArray | None) -> AnyArray:
    """UMAP (McInnes, Healy and Melville 2018), from its spectral or a former layout."""
    from numba import set_num_threads
    from umap import UMAP

    set_num_threads(1)
    model = UMAP(
        n_neighbors=max(2, int(neighbours)),
        init="spectral" if former is None else np.ascontiguousarray(former, np.float32),
        n_epochs=300 if former is None else 100,
        random_state=seed,
        n_jobs=1,
        verbose=True,
    )
    return np.asarray(model.fit_transform(x))


def spread_over(count: int, most: int) -> Iterator[int]:
    """Yield at most `most` of the numbers below `count`, evenly, the last among them."""
    yield from sorted({round(k) for k in np.linspace(0, count - 1, min(count, most))})
