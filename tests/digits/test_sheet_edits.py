"""Corrections of a sheet: each does what it says, and none is lost by another threshold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.digits.sheet import SheetDigit, in_order, split
from mlp_studio.digits.sheet_edits import (
    Mark,
    SheetEdits,
    SheetInk,
    SheetItem,
    corrected,
    narrowest,
)
from tests.digits.paper import likeness, style, written

SIZE = (400.0, 400.0)


def page(*digits: tuple[int, float, float]) -> tuple[SheetInk, list[list[np.ndarray]]]:
    """Return the ink of some digits (which, left, top), each 60 pixels high."""
    rng = np.random.default_rng(1)
    ink, strokes = np.zeros((400, 400), np.float32), []
    for digit, left, top in digits:
        strokes.append(style(digit, rng))
        ink = np.maximum(ink, written(strokes[-1], 400, (left, top, 60, 60), 6))
    return SheetInk(ink, tuple(in_order(split(ink)))), strokes


def items(sheet: SheetInk, edits: SheetEdits) -> list[SheetItem]:
    return [item for row in corrected(sheet, edits) for item in row]


@pytest.fixture(scope="module")
def three() -> tuple[SheetInk, list[list[np.ndarray]]]:
    return page((2, 40, 50), (7, 150, 50), (5, 60, 200))


def test_without_corrections_it_is_what_was_found(three: tuple[SheetInk, list]) -> None:
    sheet, _strokes = three
    rows = corrected(sheet, SheetEdits())
    assert [len(row) for row in rows] == [2, 1]
    for item, digit in zip(items(sheet, SheetEdits()), sheet.found, strict=True):
        assert item.box == digit.box
        assert item.image is digit.image
        assert not item.by_hand


def test_a_digit_is_named_and_the_name_taken_back(three: tuple[SheetInk, list]) -> None:
    sheet, _strokes = three
    box = sheet.found[1].box
    named = SheetEdits().labelled(box, "7")
    assert [item.label for item in items(sheet, named)] == [None, "7", None]
    assert items(sheet, named)[1].image is sheet.found[1].image
    back = named.labelled(box, None)
    assert [item.label for item in items(sheet, back)] == [None, None, None]


def test_digits_are_taken_away_and_added(three: tuple[SheetInk, list]) -> None:
    sheet, strokes = three
    fewer = SheetEdits().without([sheet.found[0].box, sheet.found[2].box])
    assert [item.box for item in items(sheet, fewer)] == [sheet.found[1].box]
    again = fewer.added((30, 40, 110, 120))
    first, second = items(sheet, again)
    assert first.by_hand
    assert first.image is not None
    assert likeness(first.image, strokes[0]) > 0.9
    assert second.box == sheet.found[1].box
    empty = items(sheet, SheetEdits().added((250, 300, 300, 360)))
    assert [item.image is None for item in empty].count(True) == 1


def test_two_touching_digits_are_split_and_merged() -> None:
    sheet, strokes = page((2, 100, 100), (3, 148, 100))
    rows, columns = np.nonzero(sheet.ink > 0.5)
    box = (float(columns.min()), float(rows.min()), float(columns.max() + 1), float(rows.max() + 1))
    one = SheetEdits().without([digit.box for digit in sheet.found]).added(box)
    assert len(items(sheet, one)) == 1
    at = narrowest(sheet, box)
    assert 140 < at < 165
    two = items(sheet, one.split(box, at))
    assert len(two) == 2
    for item, drawn in zip(two, strokes, strict=True):
        assert item.image is not None
        assert likeness(item.image, drawn) > 0.75
    merged = items(sheet, one.split(box, at).merged([item.box for item in two]))
    assert [item.box for item in merged] == [box]
    assert np.array_equal(merged[0].image, items(sheet, one)[0].image)


def test_a_box_is_placed_anew_and_keeps_its_name(three: tuple[SheetInk, list]) -> None:
    sheet, _strokes = three
    old, new = sheet.found[0].box, (20.0, 30.0, 130.0, 130.0)
    moved = SheetEdits().labelled(old, "2").placed(old, new)
    first = items(sheet, moved)[0]
    assert (first.box, first.label) == (new, "2")
    assert len(items(sheet, moved)) == 3


def test_what_reaches_in_from_a_neighbour_is_left_out() -> None:
    sheet, strokes = page((0, 100, 100), (1, 190, 100))
    box = (95.0, 95.0, 170.0, 165.0)
    alone = items(sheet, SheetEdits().added(box))[0].image
    wide = items(sheet, SheetEdits().added((95.0, 95.0, 192.0, 165.0)))[0].image
    assert alone is not None
    assert wide is not None
    assert likeness(wide, strokes[0]) > 0.9


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_correction_is_lost_when_all_is_found_anew(data: st.DataObject) -> None:
    """Another threshold shifts and drops boxes; what a person did stays as it is."""
    image = np.ones((28, 28), np.float32)
    boxes = [(50.0 * k, 60.0 * r, 50.0 * k + 30, 60.0 * r + 40) for r in range(3) for k in range(4)]
    edits = SheetEdits()
    for box in data.draw(st.lists(st.sampled_from(boxes), max_size=4, unique=True)):
        edits = edits.labelled(box, "3")
    named = {mark.box for mark in edits.marks}
    rest = [box for box in boxes if box not in named]
    gone = data.draw(st.lists(st.sampled_from(rest), max_size=3, unique=True))
    edits = edits.without(gone)
    jitter = st.floats(-3, 3)
    anew = tuple(
        SheetDigit((b[0] + data.draw(jitter), b[1] + data.draw(jitter), b[2], b[3]), image)
        for b in data.draw(st.permutations(boxes))[: data.draw(st.integers(0, 12))]
    )
    after = items(SheetInk(np.zeros((300, 300), np.float32), anew), edits)
    kept = {item.box: item.label for item in after if item.by_hand}
    assert kept == {mark.box: mark.label for mark in edits.marks}
    for item in after:
        if not item.by_hand:
            assert all(abs(item.box[2] - b[2]) + abs(item.box[3] - b[3]) > 0 for b in gone)
            assert item.box[2:] not in {box[2:] for box in named}


@given(st.floats(-180, 180), st.floats(50, 300), st.floats(50, 300))
def test_corrections_turn_with_the_photo(angle: float, x: float, y: float) -> None:
    edits = SheetEdits((Mark((x, y, x + 30, y + 50), "4"),), ((y, x, y + 9, x + 9),))
    there = edits.turned(SIZE, angle)
    back = there.turned(SIZE, -angle)
    assert back.marks[0].box == pytest.approx(edits.marks[0].box)
    assert back.gone[0] == pytest.approx(edits.gone[0])
    assert there.marks[0].label == "4"
    quarter = edits.turned(SIZE, 90).marks[0].box
    assert (quarter[2] - quarter[0], quarter[3] - quarter[1]) == pytest.approx((50, 30))
