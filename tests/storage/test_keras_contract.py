"""What inputs mean goes into Keras's files and comes back; Keras still opens them."""

from __future__ import annotations

import json
from pathlib import Path

import keras
import numpy as np
import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.digits.contract import contract
from mlp_studio.engine.keras_files import load, save_keras
from mlp_studio.storage.keras_contract import beside, read_contract, write_beside, write_contract

NETWORK = NetworkSpec(
    input_shape=(28, 28),
    layers=(Flatten(), Dense(name="output", units=10, activation="softmax")),
)
EACH_PIXEL = Scaler(
    kind="standard",
    shift=tuple(np.linspace(0, 100, 784)),
    scale=tuple(np.linspace(1, 7, 784) / 3),
    white=0.0,
    black=255.0,
    framing="box",
    class_names=tuple("零一二三四五六七八九"),
)


@pytest.mark.parametrize("suffix", ["keras", "h5"])
@pytest.mark.parametrize("scaler", [contract("signed", dark_ink=True), EACH_PIXEL])
def test_it_travels_inside_the_file(tmp_path: Path, suffix: str, scaler: Scaler) -> None:
    path = tmp_path / f"model.{suffix}"
    weights = initial_weights(NETWORK, 3)
    save_keras(path, NETWORK, weights)
    assert read_contract(path) is None
    write_contract(path, scaler)
    assert read_contract(path) == scaler
    network, loaded = load(path)
    assert network == NETWORK
    assert np.array_equal(loaded["output"][0], weights["output"][0])
    x = np.random.default_rng(0).random((2, 28, 28)).astype(np.float32)
    model = keras.saving.load_model(path, compile=False)
    assert np.asarray(model(x)).shape == (2, 10)


@pytest.mark.parametrize("suffix", ["keras", "h5"])
def test_a_file_from_elsewhere_may_have_it_beside(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"theirs.{suffix}"
    save_keras(path, NETWORK, initial_weights(NETWORK, 3))
    assert write_beside(path, contract("bytes")) == beside(path)
    assert read_contract(path) == contract("bytes")
    write_contract(path, contract("signed"))  # the file's own word goes first
    assert read_contract(path) == contract("signed")


@pytest.mark.parametrize("words", ["", "[]", json.dumps({"white": "bright"}), '{"white": 0}'])
def test_what_can_not_be_understood_is_said(tmp_path: Path, words: str) -> None:
    path = tmp_path / "theirs.keras"
    save_keras(path, NETWORK, initial_weights(NETWORK, 3))
    beside(path).write_text(words)
    with pytest.raises(StudioError, match=r"theirs\.keras") as caught:
        read_contract(path)
    assert "divide_255" in str(caught.value.remedy)
