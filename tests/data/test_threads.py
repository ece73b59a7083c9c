"""Work in batches by threads: all of it is done, its errors surface, and it can be ended."""

import threading
import time

import pytest

from mlp_studio.core.errors import Cancelled
from mlp_studio.data.threads import batches, in_threads


def test_batches_cover_everything_once() -> None:
    parts = batches(3, 20, 5)
    assert [(part.start, part.stop) for part in parts] == [(3, 8), (8, 13), (13, 18), (18, 20)]
    assert batches(4, 4, 5) == []


def test_every_task_runs_and_progress_grows() -> None:
    done: list[int] = []
    told: list[int] = []

    def task(number: int) -> int:
        done.append(number)
        return 10

    in_threads([lambda k=k: task(k) for k in range(50)], told.append)  # type: ignore[misc]
    assert sorted(done) == list(range(50))
    assert told[0] == 0
    assert told == sorted(told)
    assert all(value % 10 == 0 for value in told)


def test_an_error_surfaces_and_what_has_not_begun_never_does() -> None:
    begun: list[int] = []

    def wrong() -> int:
        raise ZeroDivisionError("of the task's own")

    def slow() -> int:
        begun.append(1)
        time.sleep(0.01)
        return 1

    with pytest.raises(ZeroDivisionError, match="of the task's own"):
        in_threads([wrong, *[slow] * 1000], lambda _done: None)
    assert len(begun) < 900


def test_whoever_is_told_can_end_it() -> None:
    begun: list[int] = []
    before = threading.active_count()

    def slow() -> int:
        begun.append(1)
        time.sleep(0.01)
        return 1

    def tell(done: int) -> None:
        if done >= 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        in_threads([slow] * 1000, tell)
    assert 5 <= len(begun) < 900
    assert threading.active_count() == before
