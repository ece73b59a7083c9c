"""The weights as plain files, named as in the notebooks."""

import json
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.errors import StudioError
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.npy import export_npy, prefix_for


def test_the_notebooks_names(tmp_path: Path) -> None:
    project = TEMPLATES["mnist-first"].project
    weights = initial_weights(project.network, 0)
    folder = tmp_path / "new" / "folder"
    prefix = prefix_for(project.data)
    paths = export_npy(folder, project.network, weights, prefix, project.data)
    assert [path.name for path in paths] == [
        "mnist_weights1.npy",
        "mnist_biases1.npy",
        "mnist_weights2.npy",
        "mnist_biases2.npy",
        "manifest.json",
    ]
    arrays = [np.load(path) for path in paths[:4]]
    assert [array.shape for array in arrays] == [(784, 8), (8,), (8, 10), (10,)]
    assert {array.dtype for array in arrays} == {np.dtype(np.float32)}
    manifest = json.loads(paths[4].read_text())
    assert manifest["arrays"][2] == {
        "file": "mnist_weights2.npy",
        "layer": "output",
        "array": "kernel",
        "shape": [8, 10],
        "dtype": "float32",
    }
    assert manifest["input"] == {
        "shape": [28, 28],
        "dtype": "float32",
        "scaling": "pixels / 255",
    }
    assert NetworkSpec.model_validate(manifest["network"]) == project.network


def test_other_layers_and_no_bias(tmp_path: Path) -> None:
    network = NetworkSpec(
        input_shape=(4,),
        layers=(
            Dense(name="a", units=3, use_bias=False),
            BatchNormalization(name="bn"),
            Dropout(name="drop"),
            Dense(name="b", units=2),
        ),
    )
    weights = initial_weights(network, 0)
    names = [path.name for path in export_npy(tmp_path, network, weights, "spirals")]
    assert names == [
        "spirals_weights1.npy",
        "spirals_bn_gamma.npy",
        "spirals_bn_beta.npy",
        "spirals_bn_moving_mean.npy",
        "spirals_bn_moving_variance.npy",
        "spirals_weights2.npy",
        "spirals_biases2.npy",
        "manifest.json",
    ]
    assert np.array_equal(np.load(tmp_path / "spirals_weights2.npy"), weights["b"][0])


@pytest.mark.parametrize(
    ("name", "prefix"),
    [("digits", "digits"), ("spirals-6", "spirals"), ("egg-crate", "function")],
)
def test_prefixes(name: str, prefix: str) -> None:
    assert prefix_for(TEMPLATES[name].project.data) == prefix


def test_files_are_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    network = TEMPLATES["egg-crate"].project.network
    for seed in range(2):
        export_npy(tmp_path, network, initial_weights(network, seed), "function")
    kernel = initial_weights(network, 1)["dense"][0]
    assert np.array_equal(np.load(tmp_path / "function_weights1.npy"), kernel)
    assert len(list(tmp_path.iterdir())) == 7


def test_a_place_that_is_no_folder(tmp_path: Path) -> None:
    network = TEMPLATES["egg-crate"].project.network
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StudioError, match="can't be written"):
        export_npy(tmp_path / "file", network, initial_weights(network, 0), "function")
