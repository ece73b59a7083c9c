"""From a drawing to the image the network receives."""

import gzip
import json
import os
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.normalise import Preparation, normalise
from mlp_studio.digits.stroke_files import read_strokes
from mlp_studio.digits.strokes import render, strokes_to_image

TWO = [
    [(20, 40), (35, 15), (70, 12), (80, 40), (50, 80), (15, 110), (15, 110), (50, 108), (90, 112)]
]

points = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=40)
drawings = st.lists(points, min_size=1, max_size=5)


def test_a_line_is_as_wide_as_the_pen() -> None:
    ink = render([[(20, 50), (80, 50)]], 100, 10)
    assert ink.shape == (100, 100)
    assert ink[:, 50].sum() == pytest.approx(10, abs=0.5)
    assert ink[50, 50] == 1
    assert ink[50, 5] == 0
    inked = np.flatnonzero(ink[50] > 0.5)
    assert inked[0] == pytest.approx(16, abs=2)  # a round end reaches past the last point
    assert inked[-1] == pytest.approx(83, abs=2)


def test_a_touch_leaves_a_round_dot() -> None:
    ink = render([[(50, 50)]], 100, 12)
    assert ink.sum() == pytest.approx(np.pi * 6**2, rel=0.25)
    np.testing.assert_allclose(ink, ink.T, atol=1e-5)


def test_points_drawn_twice_or_slowly_do_not_matter() -> None:
    once = render([[(10, 10), (60, 80)]], 100, 6)
    slowly = render([[(10, 10), (10, 10), (35, 45), (35, 45), (35, 45), (60, 80)]], 100, 6)
    np.testing.assert_allclose(once, slowly, atol=0.05)


def test_nothing_drawn() -> None:
    assert not render([], 50, 5).any()
    assert strokes_to_image([]) is None
    assert strokes_to_image([[], []]) is None
    assert normalise(np.zeros((30, 30), np.float32)) is None


@given(drawings)
@settings(max_examples=60, deadline=None)
def test_any_drawing_gives_an_image(strokes: list[list[tuple[int, int]]]) -> None:
    image = strokes_to_image(strokes)
    assert image is not None
    assert image.shape == (28, 28)
    assert image.dtype == np.float32
    assert np.isfinite(image).all()
    assert image.min() >= 0
    assert 0.4 < image.max() <= 1


@given(factor=st.floats(0.1, 20), right=st.floats(-500, 500), down=st.floats(-500, 500))
@settings(max_examples=40, deadline=None)
def test_place_and_size_make_no_difference(factor: float, right: float, down: float) -> None:
    moved = [[(x * factor + right, y * factor + down) for x, y in stroke] for stroke in TWO]
    first, second = strokes_to_image(TWO), strokes_to_image(moved)
    assert first is not None
    assert second is not None
    np.testing.assert_allclose(first, second, atol=0.03)


def test_the_canvas_shows_where_the_steps_are_off() -> None:
    plain = Preparation(crop=False, scale=False, centre=False)
    small = [[(x / 4, y / 4) for x, y in stroke] for stroke in TWO]
    image = strokes_to_image(small, plain, pen_width=4, canvas=112)
    assert image is not None
    rows, columns = np.nonzero(image > 0.3)
    assert rows.max() <= 8
    assert columns.max() <= 7
    assert np.array_equal(
        strokes_to_image(small, Preparation(plain_resize=True), pen_width=4, canvas=112), image
    )


def test_it_is_fast_enough_for_every_mouse_move() -> None:
    t = np.linspace(0, 12, 150)
    strokes = [list(zip(250 + 150 * np.sin(t), 250 + 200 * np.cos(t * 0.7), strict=True))]
    strokes_to_image(strokes)
    seconds = []
    for _ in range(100):
        start = time.perf_counter()
        strokes_to_image(strokes)
        seconds.append(time.perf_counter() - start)
    assert np.median(seconds) < 0.002


@pytest.mark.skipif(
    "MLP_STUDIO_DATA" not in os.environ, reason="MLP_STUDIO_DATA names no folder with strokes"
)
def test_real_pen_strokes() -> None:
    examples = read_strokes(Path(os.environ["MLP_STUDIO_DATA"]) / "pen_strokes.json.gz")
    assert len(examples) == 2000
    assert {example.label for example in examples} == set(range(10))
    images = [strokes_to_image(example.strokes) for example in examples]
    assert np.mean([image.mean() for image in images if image is not None]) == pytest.approx(
        0.1307, abs=0.02
    )


@pytest.mark.parametrize("packed", [True, False])
def test_reading_a_file(tmp_path: Path, packed: bool) -> None:
    items = [{"label": 2, "strokes": TWO}, {"strokes": [[[1, 2.5]]]}]
    raw = json.dumps(items).encode()
    path = tmp_path / "strokes.json"
    path.write_bytes(gzip.compress(raw) if packed else raw)
    first, second = read_strokes(path)
    assert first.label == 2
    assert first.strokes[0][1] == (35.0, 15.0)
    assert second.label is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"{}", "no list"),
        (b"[3]", "item 0"),
        (b'[{"strokes": 3}]', "item 0"),
        (b'[{"strokes": [], "label": 10}]', "10"),
        (b'[{"strokes": [], "label": true}]', "true"),
        (b'[{"strokes": []}, {"strokes": [[[1]]]}]', "item 1"),
        (b'[{"strokes": [[[1, NaN]]]}]', "NaN"),
        (b'[{"strokes": [[[1, "2"]]]}]', '"2"'),
        (gzip.compress(b"[]" * 999)[:20], "can't be read"),
    ],
)
def test_wrong_files_are_explained(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    with pytest.raises(StudioError, match=words) as caught:
        read_strokes(path)
    assert str(path) in str(caught.value)
    assert "strokes" in str(caught.value.remedy)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="no file"):
        read_strokes(tmp_path / "none.json")
