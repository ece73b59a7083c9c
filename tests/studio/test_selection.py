"""The selection is one for all views, and is of one part of the data."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from mlp_studio.studio.selection import Selection


class Store(QObject):
    dataset_changed = Signal(object)


def made() -> tuple[Selection, Store]:
    store = Store()
    return Selection(store), store  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 50)), st.lists(st.integers(0, 50)))
def test_examples_are_taken_once_each_in_their_order(first: list[int], shown: list[int]) -> None:
    selection, _store = made()
    selection.take("train", np.array(first, np.int64))
    assert selection.indices.tolist() == sorted(set(first))
    among = selection.among("train", np.array(shown, np.int64))
    assert among.tolist() == [number in first for number in shown]
    assert not selection.among("test", np.array(shown, np.int64)).any()


def test_an_example_is_added_and_taken_out_again() -> None:
    selection, _store = made()
    selection.take("train", np.array([3, 5]))
    selection.toggle("train", 4)
    assert selection.indices.tolist() == [3, 4, 5]
    selection.toggle("train", 3)
    assert selection.indices.tolist() == [4, 5]


def test_an_example_of_another_part_begins_anew() -> None:
    selection, _store = made()
    selection.take("train", np.array([3, 5]))
    selection.toggle("test", 3)
    assert (selection.part, selection.indices.tolist()) == ("test", [3])


def test_it_tells_only_of_changes(qtbot: QtBot) -> None:
    selection, _store = made()
    told: list[int] = []
    selection.changed.connect(lambda: told.append(len(selection)))
    selection.clear()
    selection.take("train", np.array([1, 2]))
    selection.take("train", np.array([2, 1, 1]))
    selection.take("validation", np.array([1, 2]))
    selection.clear()
    assert told == [2, 2, 0]


def test_other_data_ends_it() -> None:
    selection, store = made()
    selection.take("train", np.array([1, 2]))
    store.dataset_changed.emit(None)
    assert len(selection) == 0
