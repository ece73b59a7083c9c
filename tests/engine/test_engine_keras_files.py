"""Keras files: what goes out comes back, what is foreign is refused by name."""

from __future__ import annotations

import os
from pathlib import Path

import keras
import numpy as np
import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import (
    L1L2,
    Activation,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    LayerNormalization,
    LeakyReLU,
    PReLU,
)
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.training import TrainingSpec
from mlp_studio.engine.keras_files import build, load, save_keras

NETWORK = NetworkSpec(
    input_shape=(4, 3),
    layers=(
        Flatten(),
        Dense(name="wide", units=7, activation="gelu", kernel_regularizer=L1L2(l1=0.01, l2=0.002)),
        BatchNormalization(momentum=0.9, epsilon=1e-4),
        Dropout(rate=0.25),
        Dense(
            name="set",
            units=5,
            activation="linear",
            bias_regularizer=L1L2(l1=0.5),
            activity_regularizer=L1L2(l2=0.25),
            kernel_initializer="he_normal",
            bias_initializer="ones",
            kernel_constraint="max_norm",
            bias_constraint="non_neg",
            max_norm=1.5,
            trainable=False,
        ),
        Activation(activation="mish"),
        LayerNormalization(epsilon=1e-4, scale=False),
        Dense(name="held", units=4, activation="linear", kernel_constraint="non_neg"),
        LeakyReLU(negative_slope=0.15),
        PReLU(),
        GaussianNoise(stddev=0.5),
        Dense(name="out", units=3, activation="linear", use_bias=False),
        Activation(name="soft", activation="softmax"),
    ),
)


def random_weights(network: NetworkSpec, seed: int = 0) -> dict[str, tuple[np.ndarray, ...]]:
    rng = np.random.default_rng(seed)
    return {
        name: tuple(rng.uniform(0.1, 1.0, spec.shape).astype(np.float32) for spec in specs)
        for name, specs in network.weight_specs().items()
    }


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize("training", [None, TrainingSpec()])
def test_round_trip(tmp_path: Path, suffix: str, training: TrainingSpec | None) -> None:
    weights = random_weights(NETWORK)
    path = tmp_path / f"model{suffix}"
    save_keras(path, NETWORK, weights, training)
    network, back = load(path)
    assert network == NETWORK
    for name, arrays in weights.items():
        for ours, theirs in zip(arrays, back[name], strict=True):
            np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_keras_builds_and_predicts_every_template_as_we_do(name: str) -> None:
    network = TEMPLATES[name].project.network
    weights = initial_weights(network, 3)
    x = np.random.default_rng(0).normal(size=(20, *network.input_shape)).astype(np.float32)
    model = build(network, weights)
    assert [layer.name for layer in model.layers] == [layer.name for layer in network.layers]
    np.testing.assert_allclose(
        model.predict(x, verbose=0), predict(network, weights, x), atol=1e-5, rtol=1e-4
    )


def test_activation_layers_become_part_of_the_dense_layer(tmp_path: Path) -> None:
    inputs = keras.Input((5,))
    value = keras.layers.Dense(4, name="first")(inputs)
    value = keras.layers.ReLU()(value)
    value = keras.layers.BatchNormalization(scale=False)(value)
    value = keras.layers.Dense(3, name="2nd")(value)
    outputs = keras.layers.Softmax()(value)
    model = keras.Model(inputs, outputs)
    model.save(tmp_path / "functional.keras")
    network, weights = load(tmp_path / "functional.keras")
    assert [layer.kind for layer in network.layers] == ["dense", "batch_normalization", "dense"]
    x = np.random.default_rng(0).normal(size=(9, 5)).astype(np.float32)
    np.testing.assert_allclose(model.predict(x, verbose=0), predict(network, weights, x), atol=1e-5)


def test_what_cannot_become_part_of_a_dense_layer_stays_a_layer(tmp_path: Path) -> None:
    model = keras.Sequential(
        [
            keras.Input((5,)),
            keras.layers.ReLU(name="first"),
            keras.layers.Dense(4, activation="tanh"),
            keras.layers.Softmax(name="last"),
        ]
    )
    model.save(tmp_path / "line.keras")
    network, weights = load(tmp_path / "line.keras")
    assert network.layers[0] == Activation(name="first", activation="relu")
    assert network.layers[-1] == Activation(name="last", activation="softmax")
    x = np.random.default_rng(0).normal(size=(9, 5)).astype(np.float32)
    np.testing.assert_allclose(model.predict(x, verbose=0), predict(network, weights, x), atol=1e-5)


def test_unknown_layers_are_named(tmp_path: Path) -> None:
    keras.Sequential(
        [keras.Input((8, 8, 1)), keras.layers.Conv2D(2, 3, name="eyes"), keras.layers.Flatten()]
    ).save(tmp_path / "conv.keras")
    with pytest.raises(StudioError, match=r"eyes \(Conv2D\)"):
        load(tmp_path / "conv.keras")


def test_branches_are_refused(tmp_path: Path) -> None:
    inputs = keras.Input((5,))
    left, right = keras.layers.Dense(4)(inputs), keras.layers.Dense(4)(inputs)
    keras.Model(inputs, keras.layers.Dense(2)(right)).save(tmp_path / "line.keras")
    load(tmp_path / "line.keras")
    keras.Model(inputs, [left, right]).save(tmp_path / "two.keras")
    with pytest.raises(StudioError, match="several"):
        load(tmp_path / "two.keras")


def test_missing_broken_and_weights_only_files_are_explained(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="no file"):
        load(tmp_path / "nothing.keras")
    (tmp_path / "text.h5").write_text("not a model")
    with pytest.raises(StudioError, match="neither"):
        load(tmp_path / "text.h5")
    save_keras(tmp_path / "good.keras", NETWORK, random_weights(NETWORK))
    whole = (tmp_path / "good.keras").read_bytes()
    (tmp_path / "half.keras").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StudioError):
        load(tmp_path / "half.keras")
    save_keras(tmp_path / "good.h5", NETWORK, random_weights(NETWORK))
    whole = (tmp_path / "good.h5").read_bytes()
    (tmp_path / "half.h5").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StudioError):
        load(tmp_path / "half.h5")
    build(NETWORK).save_weights(tmp_path / "only.weights.h5")
    with pytest.raises(StudioError, match="weights only"):
        load(tmp_path / "only.weights.h5")


def test_an_unwritable_place_is_explained(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="can't be written"):
        save_keras(tmp_path / "missing" / "m.keras", NETWORK, random_weights(NETWORK))


def test_the_reference_model_scores_as_published() -> None:
    folder = os.environ.get("MLP_STUDIO_DATA")
    if not folder:
        pytest.skip("MLP_STUDIO_DATA is not set")
    path = Path(folder).parent / "reference" / "pretrained_mlp_784.h5"
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the data folder")
    network, weights = load(path)
    assert network.input_shape == (784,)
    with np.load(Path(folder) / "mnist.npz") as mnist:
        x = mnist["x_test"].reshape(-1, 784).astype(np.float32) / 255
        answers = predict(network, weights, x).argmax(1)
        assert np.mean(answers == mnist["y_test"]) == pytest.approx(0.9779, abs=1e-6)
