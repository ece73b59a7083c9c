"""A film keeps to its budget, its order and what the layers really gave."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.analysis.film import Film, least_missed
from mlp_studio.core.forward import forward
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Activation, AnyLayer, Dense, Dropout, Flatten
from mlp_studio.core.network import NetworkSpec

LAYERS: tuple[AnyLayer, ...] = (
    Flatten(),
    Dense(name="wide", units=40, activation="tanh"),
    Dropout(),
    Dense(name="narrow", units=2, activation="linear"),
    Activation(activation="relu"),
    Dense(name="output", units=3, activation="softmax"),
)
NETWORK = NetworkSpec(input_shape=(4, 2), layers=LAYERS)
EXAMPLES = np.random.default_rng(0).standard_normal((200, 4, 2)).astype(np.float32)


def _film(budget: int = 10**9) -> Film:
    return Film(NETWORK, EXAMPLES, budget)


def _add(film: Film, *steps: int) -> None:
    for step in steps:
        film.add(film.develop(step, step / 10, initial_weights(NETWORK, step)))


def test_a_frame_has_what_every_layer_gave() -> None:
    film = _film()
    _add(film, 7)
    outputs = forward(NETWORK, initial_weights(NETWORK, 7), EXAMPLES)
    for layer in LAYERS:
        found = film.features(0, layer.name)
        assert found.dtype == np.float32
        assert found.shape == outputs[layer.name].shape
        np.testing.assert_allclose(found, outputs[layer.name], atol=2e-3)


def test_weighted_sums_come_before_the_activation() -> None:
    film = _film()
    _add(film, 7)
    kernel, bias = initial_weights(NETWORK, 7)["wide"]
    sums = EXAMPLES.reshape(200, 8) @ kernel + bias
    found = film.features(0, "wide", before_activation=True)
    np.testing.assert_allclose(found, sums, atol=5e-3)
    np.testing.assert_allclose(np.tanh(found), film.features(0, "wide"), atol=5e-3)


def test_huge_activations_stay_finite() -> None:
    film = _film()
    weights = {
        name: tuple(a * np.float32(1e6) for a in arrays)
        for name, arrays in initial_weights(NETWORK, 1).items()
    }
    film.add(film.develop(1, 0.1, weights))
    assert np.isfinite(film.features(0, "narrow")).all()


@given(
    steps=st.lists(st.integers(0, 100_000), min_size=1, max_size=60),
    room=st.integers(3, 20),
)
def test_frames_are_in_order_and_within_the_budget(steps: list[int], room: int) -> None:
    one = _film()
    _add(one, 1)
    budget = room * one.bytes
    film = Film(NETWORK, EXAMPLES, max(budget, 9 * one.bytes))
    _add(film, *steps)
    film.budget = budget
    kept = [frame.step for frame in film.frames]
    assert kept == sorted(set(kept))
    assert film.bytes == sum(frame.bytes for frame in film.frames) <= budget
    assert (kept[0], kept[-1]) == (min(steps), max(steps))
    assert len(kept) == min(room, len(set(steps)))


def test_thinning_is_even_on_a_logarithmic_scale() -> None:
    steps = list(range(1, 5001))
    while len(steps) > 40:
        steps.pop(least_missed(steps))
    gaps = np.diff(np.log1p(steps))
    # The first steps can't be nearer than one apart; from there on no gap is three times another.
    even = gaps[np.asarray(steps[:-1]) > 8]
    assert even.max() < 3 * even.min()
    assert (steps[0], steps[-1]) == (1, 5000)


def test_a_small_budget_takes_fewer_examples_and_no_weights_rather_than_nothing() -> None:
    film = Film(NETWORK, EXAMPLES, budget=40_000)
    assert not film.keeps_weights
    assert 50 <= len(film.examples) < 200
    _add(film, *range(1, 30))
    assert film.bytes <= 40_000
    assert len(film) >= 3
    assert film.frames[0].whole_weights() is None


def test_the_nearest_frame_and_a_film_until_an_epoch() -> None:
    film = _film()
    _add(film, 1, 10, 20, 40)
    assert [film.nearest(epoch) for epoch in (-1, 0.4, 1.4, 1.6, 3.1, 9)] == [0, 0, 1, 2, 3, 3]
    shorter = film.until(2.0)
    assert [frame.step for frame in shorter.frames] == [1, 10, 20]
    assert len(film) == 4


def test_weights_come_back_in_single_precision() -> None:
    film = _film()
    _add(film, 3)
    whole = film.frames[0].whole_weights()
    assert whole is not None
    for name, arrays in initial_weights(NETWORK, 3).items():
        for kept, array in zip(whole[name], arrays, strict=True):
            assert kept.dtype == np.float32
            np.testing.assert_allclose(kept, array, atol=1e-3)


def test_an_unknown_layer_is_no_layer_of_the_film() -> None:
    film = _film()
    _add(film, 3)
    with pytest.raises(KeyError):
        film.features(0, "other")
