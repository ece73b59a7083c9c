"""Parts of runs are read as they were written; broken ones are refused with reasons."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from mlp_studio.analysis.film import Film
from mlp_studio.core.errors import StudioError
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.runs_parts import (
    Answers,
    answers_bytes,
    film_bytes,
    history_bytes,
    read_answers,
    read_film,
    read_history,
    read_weights,
    weights_bytes,
)

NETWORK = TEMPLATES["spirals-2"].project.network
RNG = np.random.default_rng(0)
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


@given(
    pairs=st.lists(st.tuples(st.integers(0, 70_000), st.integers(0, 70_000)), max_size=40),
    sure=st.booleans(),
)
@settings(max_examples=40)
def test_answers_with_classes(pairs: list[tuple[int, int]], sure: bool) -> None:
    truth, said = (np.array([pair[k] for pair in pairs], np.int64) for k in (0, 1))
    given_sure = np.linspace(0, 1, len(pairs)) if sure else None
    found = read_answers(answers_bytes(Answers(truth, said, given_sure)))
    assert np.array_equal(found.truth, truth)
    assert np.array_equal(found.said, said)
    assert (found.sure is None) is not sure


@given(values=hnp.arrays(np.float32, (7, 2), elements=st.floats(-9, 9, width=32)))
def test_answers_with_values(values: np.ndarray) -> None:
    found = read_answers(answers_bytes(Answers(values, values[::-1])))
    assert np.array_equal(found.said, values[::-1])


@given(losses=st.lists(NUMBERS, max_size=20))
def test_histories(losses: list[float]) -> None:
    rows = [{"epoch": k, "loss": loss} for k, loss in enumerate(losses, 1)]
    assert read_history(history_bytes(rows)) == rows


def test_ten_thousand_answers_take_little_room() -> None:
    truth = RNG.integers(0, 10, 10_000)
    said = np.where(RNG.random(10_000) < 0.97, truth, RNG.integers(0, 10, 10_000))
    assert len(answers_bytes(Answers(truth, said))) < 15_000


def test_weights_to_the_last_bit() -> None:
    weights = initial_weights(NETWORK, 3)
    found = read_weights(weights_bytes(NETWORK, weights), NETWORK)
    for name, arrays in weights.items():
        for mine, theirs in zip(arrays, found[name], strict=True):
            assert np.array_equal(mine, theirs)


def filmed(count: int) -> tuple[Film, np.ndarray]:
    examples = RNG.normal(size=(60, 2)).astype(np.float32)
    film = Film(NETWORK, examples)
    for step in range(count):
        film.add(film.develop(10 * step, float(step), initial_weights(NETWORK, step)))
    return film, examples


def test_a_film_within_its_budget_keeps_its_ends() -> None:
    film, examples = filmed(30)
    whole = film_bytes(film, np.arange(60))
    assert whole is not None
    again, chosen = read_film(whole, NETWORK, examples)
    assert len(again) == 30
    assert np.array_equal(chosen, np.arange(60))
    assert np.array_equal(again.features(7, "output"), film.features(7, "output"))
    size = sum(array.nbytes for array in film.frames[0].activations.values())
    few = film_bytes(film, np.arange(60), budget=5 * size)
    assert few is not None
    short, _ = read_film(few, NETWORK, examples)
    steps = [frame.step for frame in short.frames]
    assert len(steps) == 5
    assert (steps[0], steps[-1]) == (0, 290)
    assert film_bytes(film, np.arange(60), budget=size) is None


@given(data=st.binary(max_size=60), cut=st.integers(0, 400))
@settings(max_examples=40)
def test_what_is_broken_is_refused(data: bytes, cut: int) -> None:
    film, examples = filmed(2)
    whole = film_bytes(film, np.arange(60))
    assert whole is not None
    for torn in (data, whole[:cut]):
        for read in (
            read_answers,
            lambda torn: read_weights(torn, NETWORK),
            lambda torn: read_film(torn, NETWORK, examples),
        ):
            with pytest.raises(StudioError):
                read(torn)
    with pytest.raises(StudioError):
        read_history(data + b"}")


def test_a_film_of_other_examples_is_refused() -> None:
    film, examples = filmed(2)
    data = film_bytes(film, np.arange(60))
    assert data is not None
    with pytest.raises(StudioError, match="other examples"):
        read_film(data, NETWORK, examples[:30])
    with pytest.raises(StudioError):
        read_film(data, TEMPLATES["spirals-6"].project.network, examples)
