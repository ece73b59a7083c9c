"""What a person may type to find runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.ui.runs.query import Cell, Query
from mlp_studio.ui.runs.words import duration_words, size_words

CELLS = {
    "name": Cell("Name", "Wide one", "wide one"),
    "training.seed": Cell("Seed", "3", 3.0),
    "accuracy": Cell("Accuracy", "0.9500", 0.95),
    "f1_macro": Cell("F1", "–", float("-inf")),
    "training.optimizer.learning_rate": Cell("Learning rate", "0.001", 0.001),
}


@given(words=st.text(max_size=30))
def test_anything_may_be_typed(words: str) -> None:
    assert Query(words).holds(CELLS) in {True, False}


@given(value=st.floats(0, 1), limit=st.floats(0, 1))
def test_comparisons_compare(value: float, limit: float) -> None:
    cells = {"accuracy": Cell("Accuracy", "", value)}
    assert Query(f"accuracy>{limit!r}").holds(cells) is (value > limit)
    assert Query(f"accuracy<={limit!r}").holds(cells) is (value <= limit)


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("", True),
        ("WIDE", True),
        ("wide narrow", False),
        ('"wide one"', True),
        ("name:wide seed=3", True),
        ("seed=30", False),
        ("acc>=0.95", True),
        ("acc>0,95", False),
        ("f1<1", False),
        ("learningrate=0.001", True),
        ("unknown:3", False),
    ],
)
def test_terms(typed: str, fits: bool) -> None:
    assert Query(typed).holds(CELLS) is fits


def test_words_for_time_and_room() -> None:
    assert [duration_words(s) for s in (0.04, 9.94, 59.4, 61, 3725)] == [
        "0.0 s", "9.9 s", "59 s", "1 min 1 s", "1 h 2 min",
    ]  # fmt: skip
    assert [size_words(n) for n in (0, 999, 1000, 123_456, 5_000_000, 2_500_000_000)] == [
        "0 B", "999 B", "1.0 kB", "123 kB", "5.0 MB", "2.50 GB",
    ]  # fmt: skip
