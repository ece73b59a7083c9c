"""The summary as text, Markdown and CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.costs import costs
from mlp_studio.core.summary import (
    as_csv,
    as_markdown,
    as_text,
    count_text,
    layer_rows,
    size_text,
)
from mlp_studio.core.templates import template
from mlp_studio.core.training import Adam

HEAD = ("Layer (type)", "Output shape", "Parameters", "Multiply-adds")
ROWS = layer_rows(costs(template("mnist-200-500-200").project.network, Adam()))
TOTALS = [("Parameters", "359,710"), ("Weights", "1.4 MB")]


def test_text_is_aligned() -> None:
    lines = as_text(HEAD, ROWS, TOTALS).splitlines()
    table = [lines[0], *lines[2 : 2 + len(ROWS)]]
    assert {len(line) for line in table} == {len(lines[1])}
    assert lines[4].split() == ["dense_1", "(Dense)", "(None,", "500)", "100,500", "100,000"]
    assert lines[-2:] == ["Parameters  359,710", "Weights     1.4 MB"]


def test_markdown_has_a_cell_for_each() -> None:
    lines = as_markdown(HEAD, ROWS, TOTALS).splitlines()
    assert lines[1] == "| --- | --- | ---: | ---: |"
    assert all(line.count("|") == 5 for line in lines[: 2 + len(ROWS)])
    assert "- Parameters: 359,710" in lines


def test_a_spreadsheet_reads_numbers() -> None:
    read = list(csv.reader(io.StringIO(as_csv(HEAD, ROWS))))
    assert read[0] == list(HEAD)
    assert [int(row[2]) for row in read[1:]] == [0, 157_000, 100_500, 100_200, 2_010]
    assert read[2][:2] == ["dense (Dense)", "(None, 200)"]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_any_words_come_back_from_csv(names: list[tuple[str, str]]) -> None:
    rows = [(a, b, "1,000", "2") for a, b in names]
    read = list(csv.reader(io.StringIO(as_csv(HEAD, rows), newline="")))
    assert [tuple(row) for row in read[1:]] == [(a, b, "1000", "2") for a, b in names]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 kB"),
        (1_234, "1.2 kB"),
        (999_499, "999 kB"),
        (999_999, "1.0 MB"),
        (25_480_000, "25.5 MB"),
        (999_999_999, "1.00 GB"),
    ],
)
def test_sizes(size: int, words: str) -> None:
    assert size_text(size) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0"),
        (12_400, "12,400"),
        (709_300_000, "709 M"),
        (999_999_999, "1 G"),
        (1_234_567_890, "1.23 G"),
        (5_200_000_000_000, "5.2 T"),
    ],
)
def test_counts(count: int, words: str) -> None:
    assert count_text(count) == words


@given(st.integers(0, 10**17))
def test_a_short_count_is_near(count: int) -> None:
    number, _, letter = count_text(count).partition(" ")
    value = (
        float(number.replace(",", "")) * {"": 1, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15}[letter]
    )
    assert value == pytest.approx(count, rel=0.005)
    assert len(number) <= 7
