"""Work in batches by as many threads as there are cores, with progress and an early end."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

_MOST = 8
_TELL = 0.2  # seconds between two words of progress at most


def batches(first: int, last: int, size: int) -> list[slice]:
    """Return the slices of at most `size` that cover `first` to `last`."""
    return [slice(start, min(start + size, last)) for start in range(first, last, size)]


def in_threads(tasks: Sequence[Callable[[], int]], tell: Callable[[int], None]) -> None:
    """Run every task; begin them in their order.

    NumPy lets other threads run while it computes. Tasks may wait for earlier ones.

    Parameters
    ----------
    tasks : sequence of callable
        Each returns how much it has done.
    tell : callable
        Told how much is done in all, every 0.2 s or more often. What it raises ends the work:
        tasks that have begun run out, the others never begin.
    """
    pool = ThreadPoolExecutor(min(_MOST, os.cpu_count() or 1), "batches")
    try:
        waiting = {pool.submit(task) for task in tasks}
        done = 0
        while waiting:
            tell(done)
            finished, waiting = wait(waiting, _TELL, FIRST_COMPLETED)
            done += sum(future.result() for future in finished)
    finally:
        pool.shutdown(cancel_futures=True)
