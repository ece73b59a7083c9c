"""The store holds the examples of the design that is there, or says why it has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Mnist, Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.templates import template
from mlp_studio.data.load import load
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs


@pytest.fixture
def told(store: DataStore) -> list[Dataset | None]:
    found: list[Dataset | None] = []
    store.dataset_changed.connect(found.append)
    return found


def test_it_loads_what_the_document_names(
    qtbot: QtBot, document: Document, store: DataStore, told: list[Any]
) -> None:
    assert store.dataset is None
    with qtbot.waitSignal(store.dataset_changed):
        store.reload()
        assert store.busy
    assert not store.busy
    expected = load(document.data)
    assert store.dataset is not None
    assert told == [store.dataset]
    assert np.array_equal(store.dataset.train.x, expected.train.x)
    assert np.array_equal(store.dataset.validation.y, expected.validation.y)


def test_a_new_source_takes_the_place_of_the_old_one(
    qtbot: QtBot, document: Document, store: DataStore, told: list[Any]
) -> None:
    with qtbot.waitSignal(store.dataset_changed):
        store.reload()
    document.edit("Other data", data=template("egg-crate").project.data)
    assert store.dataset is None
    assert told[-1] is None
    qtbot.waitUntil(lambda: store.dataset is not None)
    assert store.dataset is not None
    assert store.dataset.facts.task == "regression"
    assert len(told) == 3


def test_of_quick_changes_only_the_last_is_told(
    qtbot: QtBot, document: Document, store: DataStore, told: list[Any], jobs: Jobs
) -> None:
    store.reload()
    for arms in range(2, 12):
        document.edit("Arms", data=DataSpec(source=Spirals(num_arms=arms, points_per_arm=10)))
    qtbot.waitUntil(lambda: not store.busy and not jobs._running)
    assert len(told) == 1
    assert told[0] is store.dataset
    assert len(told[0].train) + len(told[0].validation) == 11 * 10


def test_a_load_that_is_given_up_tells_nothing(
    qtbot: QtBot, store: DataStore, told: list[Any], jobs: Jobs
) -> None:
    store.reload()
    store.cancel()
    assert not store.busy
    qtbot.waitUntil(lambda: not jobs._running)
    assert told == []


def test_it_says_how_far_it_is(qtbot: QtBot, document: Document, store: DataStore) -> None:
    shares: list[float] = []
    store.loading.connect(lambda share, words: shares.append(share) if words else None)
    document.edit("Digits", data=DataSpec(source=BuiltinDigits(count=1000)))
    qtbot.waitUntil(lambda: store.dataset is not None, timeout=60_000)
    assert shares
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def test_what_loads_at_once_does_not_blink(
    qtbot: QtBot, document: Document, store: DataStore, told: list[Any]
) -> None:
    with qtbot.waitSignal(store.dataset_changed):
        store.reload()
    first = store.dataset
    with qtbot.waitSignal(store.dataset_changed):
        document.edit("Points", data=DataSpec(source=Spirals(points_per_arm=21)))
        assert store.dataset is first
        assert store.busy
    assert told == [first, store.dataset]


def test_a_load_that_a_person_cancels_says_so(
    qtbot: QtBot, document: Document, store: DataStore
) -> None:
    store.give_up()  # nothing is being loaded
    assert store.error is None
    document.edit("Digits", data=DataSpec(source=BuiltinDigits(count=1000, seed=1)))
    with qtbot.waitSignal(store.failed) as failed:
        store.give_up()
    assert "cancelled" in str(failed.args[0])
    assert store.dataset is None
    assert not store.busy
    with qtbot.waitSignal(store.dataset_changed, timeout=60_000):
        store.reload()
    assert store.error is None


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No MNIST on this computer, and a network that does not answer."""
    for name in ("MLP_STUDIO_DATA", "MLP_STUDIO_HOME", "HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_data_that_cannot_be_had_is_a_failure_with_a_way_out(
    qtbot: QtBot, document: Document, store: DataStore, told: list[Any], nowhere: Path
) -> None:
    with qtbot.waitSignal(store.dataset_changed):
        store.reload()
    with qtbot.waitSignal(store.failed, timeout=30_000) as failed:
        document.edit("MNIST", data=DataSpec(source=Mnist(), scaling="divide_255"))
    (error,) = failed.args
    assert isinstance(error, StudioError)
    assert store.error is error
    assert "built-in digits" in str(error.remedy)
    assert str(nowhere) in str(error.remedy)
    assert store.dataset is None
    assert told[-1] is None
    assert not store.busy
    document.undo_stack.undo()
    assert store.error is None
    qtbot.waitUntil(lambda: store.dataset is not None)
