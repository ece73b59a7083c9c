"""Layers inside a network: what they give, what comes after them, what is nearest in them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

from mlp_studio.analysis.alignment import turned
from mlp_studio.analysis.film import Film
from mlp_studio.analysis.inner import inner
from mlp_studio.analysis.nearest import Landscape, layer_values
from mlp_studio.analysis.projection import along, project, units
from mlp_studio.analysis.regions import Bounds, plane_grid, region_image, rest_of
from mlp_studio.analysis.selected import Chosen, mean_loss
from mlp_studio.core.arrays import Weights
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.forward import forward, predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from mlp_studio.core.network import NetworkSpec

NETWORK = NetworkSpec(
    input_shape=(5,),
    layers=(
        Dense(name="wide", units=16, activation="relu"),
        BatchNormalization(name="norm"),
        Dense(name="narrow", units=2, activation="tanh"),
        Dropout(name="dropout", rate=0.3),
        Dense(name="more", units=9, activation="sigmoid"),
        Dense(name="output", units=3, activation="softmax"),
    ),
)
COLOURS = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255]], np.uint8)


def weights() -> Weights:
    """Weights of which nothing is zero or one."""
    rng = np.random.default_rng(4)
    return {
        name: tuple(np.abs(rng.normal(0.5, 0.4, a.shape)).astype(np.float32) + 0.05 for a in some)
        if name == "norm"
        else tuple(rng.normal(0, 0.8, a.shape).astype(np.float32) for a in some)
        for name, some in initial_weights(NETWORK, 1).items()
    }


def examples(n: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(n, 5)).astype(np.float32)


def data(n: int = 400) -> Dataset:
    rng = np.random.default_rng(2)
    parts = [Part(examples(n, k), rng.integers(0, 3, n).astype(np.int32)) for k in range(2)]
    return Dataset(Facts("multiclass", (5,), 3), parts[0], parts[1], None, ("a", "b", "c"))


# --- the rest of a network -----------------------------------------------------------------


@pytest.mark.parametrize("early", [False, True])
@pytest.mark.parametrize("layer", [one.name for one in NETWORK])
def test_the_rest_goes_on_where_a_layer_ends(layer: str, early: bool) -> None:
    x, w = examples(7), weights()
    found = forward(NETWORK, w, x)
    values = inner(NETWORK, w, x, found, layer, before_activation=early)
    rest, kept = rest_of(NETWORK, w, layer, before_activation=early)
    np.testing.assert_allclose(predict(rest, kept, values), found["output"], atol=1e-6)


def test_regions_inside_a_layer_are_what_keras_predicts_there() -> None:
    import keras

    from mlp_studio.engine.keras_files import build

    w, bounds = weights(), Bounds(-1.5, 2.0, -1.0, 1.25)
    rest, kept = rest_of(NETWORK, w, "narrow")
    regions = region_image(rest, kept, bounds, 12, "multiclass", COLOURS)
    given_values = keras.Input((2,))
    value = given_values
    for layer in build(NETWORK, w).layers[-3:]:
        value = layer(value)
    said = keras.Model(given_values, value).predict(plane_grid(bounds, 12), verbose=0)
    np.testing.assert_allclose(regions.outputs.reshape(-1, 3), said, atol=1e-5)
    sure = np.sort(said, axis=1)[:, -1] > 0.7
    strongest = 255 - regions.image.reshape(-1, 3).astype(int)[sure]
    # On white a class's own colour is the one that is taken least away.
    assert (strongest.argmin(axis=1) == said[sure].argmax(axis=1)).all()


# --- space ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "width"), [(300, 16), (40, 200), (500, 3)])
def test_three_components_are_those_of_scikit_learn(n: int, width: int) -> None:
    x = np.random.default_rng(0).normal(size=(n, width)) * np.linspace(3, 0.2, width)
    found = project(x.astype(np.float32), as_they_are=False, dimensions=3)
    pca = PCA(3).fit(x)
    np.testing.assert_allclose(found.explained, pca.explained_variance_ratio_, rtol=1e-3)
    expected = pca.transform(x)
    for axis in range(3):
        correlation = np.corrcoef(found.points[:, axis], expected[:, axis])[0, 1]
        assert abs(correlation) == pytest.approx(1, abs=1e-3)


def test_points_in_space_keep_their_place_from_frame_to_frame() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(300, 12)).astype(np.float32)  # no axis longer than another: all may turn
    before = project(x, dimensions=3)
    for _ in range(12):
        x = x + 0.03 * rng.normal(size=x.shape).astype(np.float32)
        found = turned(project(x, before.basis, dimensions=3), before.points)
        moved = np.linalg.norm(found.points - before.points, axis=1).mean()
        assert moved < 0.6 * np.linalg.norm(found.points, axis=1).mean()
        np.testing.assert_allclose(found.basis.apply(x), found.points, atol=1e-4)
        before = found


def test_axes_that_stand_fast_and_chosen_units_in_space() -> None:
    x = np.random.default_rng(0).normal(size=(50, 6)).astype(np.float32)
    basis = project(x, dimensions=3).basis
    np.testing.assert_allclose(along(x, basis).points, basis.apply(x), atol=1e-5)
    np.testing.assert_allclose(units(x, 4, 0, 2).points, x[:, [4, 0, 2]])


@given(
    n=st.integers(0, 5),
    width=st.integers(1, 5),
    kind=st.sampled_from(["same", "nan", "huge", "line"]),
)
@settings(max_examples=60, deadline=None)
def test_degenerate_features_have_a_place_in_space(n: int, width: int, kind: str) -> None:
    x = np.random.default_rng(n).normal(size=(n, width)).astype(np.float32)
    if kind == "same":
        x[:] = 2
    elif kind == "nan":
        x[n // 2 :] = np.nan
    elif kind == "huge":
        x *= np.float32(1e30)
    else:
        x[:, 1:] = x[:, :1]
    found = project(x, as_they_are=False, dimensions=3)
    assert found.points.shape == (n, 3)
    assert np.isfinite(found.points).all()
    again = project(x, found.basis, as_they_are=False, dimensions=3)
    assert np.isfinite(again.points).all()


# --- what is nearest -----------------------------------------------------------------------


@pytest.mark.parametrize("early", [False, True])
def test_the_nearest_in_a_layer_are_those_of_scikit_learn(early: bool) -> None:
    dataset, w = data(), weights()
    x = examples(1, 9)[0]
    layers = ("wide", "narrow")
    found = Landscape(dataset, NETWORK, w, layers, before_activation=early).nearest(x, 4)
    for layer in layers:
        rows, own = (
            layer_values(NETWORK, w, some, (layer,), before_activation=early)[layer]
            for some in (dataset.train.x, x[None])
        )
        expected = NearestNeighbors(n_neighbors=4).fit(rows).kneighbors(own)[0][0]
        # Saturated units put many examples at one place: which of them come first is open.
        distances = np.linalg.norm(rows[found[layer]] - own, axis=1)
        np.testing.assert_allclose(distances, expected, atol=2e-3)


def test_nothing_is_near_where_nothing_is_finite() -> None:
    broken = {name: tuple(a * np.nan for a in some) for name, some in weights().items()}
    found = Landscape(data(60), NETWORK, broken, ("wide",)).nearest(examples(1)[0], 3)
    assert len(found["wide"]) == 0


# --- the loss of some examples -------------------------------------------------------------


def test_the_mean_loss_of_some_examples_at_a_moment_of_the_film() -> None:
    dataset = data(300)
    some = np.array([3, 40, 77])
    part = dataset.validation
    chosen = Chosen(part.x[some], part.y[some], some, part.y[some])
    film = Film(NETWORK, part.x)
    frame = film.develop(1, 1.0, weights())
    said = predict(NETWORK, weights(), part.x[some])
    expected = -np.log(said[np.arange(3), part.y[some]]).mean()
    assert mean_loss(film, frame, chosen, classes=True) == pytest.approx(expected, rel=5e-3)
    small = Film(NETWORK, part.x, budget=2 * 8 * 8 * NETWORK.parameters)
    assert not small.keeps_weights
    kept = small.develop(1, 1.0, weights())
    few = Chosen(part.x[some], part.y[some], some[:2], part.y[some[:2]])
    expected = -np.log(said[np.arange(2), part.y[some[:2]]]).mean()
    assert mean_loss(small, kept, few, classes=True) == pytest.approx(expected, rel=5e-3)
    none = Chosen(part.x[some], part.y[some], some[:0], part.y[:0])
    assert np.isnan(mean_loss(small, kept, none, classes=True))
