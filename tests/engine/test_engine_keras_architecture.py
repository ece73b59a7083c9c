"""Networks read from what Keras writes, without Keras: equal to what Keras itself makes of it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import keras
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import Activation, Dense, LeakyReLU
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.engine.keras_architecture import read_architecture
from mlp_studio.engine.keras_files import build, load, save_keras
from tests.engine.test_engine_keras_files import NETWORK, random_weights

LAYERS = keras.layers


def written(folder: Path, description: Any) -> Path:
    path = folder / "model.json"
    words = description if isinstance(description, str) else json.dumps(description)
    path.write_text(words, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_every_template_comes_back_from_the_json_of_its_keras_model(
    tmp_path: Path, name: str
) -> None:
    network = TEMPLATES[name].project.network
    found = read_architecture(written(tmp_path, build(network).to_json()))
    assert found.network == network
    assert not found.has_weights


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_every_setting_comes_back_from_a_file_with_weights(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"model{suffix}"
    save_keras(path, NETWORK, random_weights(NETWORK))
    found = read_architecture(path)
    assert found.network == NETWORK
    assert found.has_weights


@pytest.mark.parametrize(
    "name",
    ["he_uniform", "lecun_normal", "random_normal", "truncated_normal", "orthogonal", "ones"],
)
def test_initializers(tmp_path: Path, name: str) -> None:
    model = keras.Sequential([keras.Input((3,)), LAYERS.Dense(2, kernel_initializer=name)])
    (layer,) = read_architecture(written(tmp_path, model.to_json())).network.layers
    assert isinstance(layer, Dense)
    assert layer.kernel_initializer == name


def test_a_law_that_is_unknown_here_becomes_the_usual_one(tmp_path: Path) -> None:
    odd = keras.initializers.RandomNormal(stddev=3.0)
    model = keras.Sequential([keras.Input((3,)), LAYERS.Dense(2, kernel_initializer=odd)])
    (layer,) = read_architecture(written(tmp_path, model.to_json())).network.layers
    assert isinstance(layer, Dense)
    assert layer.kernel_initializer == "glorot_uniform"


def plain_functional() -> keras.Model:
    inputs = keras.Input((5,))
    value = LAYERS.Dense(4, name="first", kernel_regularizer=keras.regularizers.L2(0.01))(inputs)
    value = LAYERS.ReLU()(value)
    value = LAYERS.BatchNormalization()(value, training=False)
    value = LAYERS.Dense(4, activation=LAYERS.ReLU(), name="2nd")(value)
    value = LAYERS.LeakyReLU(negative_slope=0.15)(value)
    return keras.Model(inputs, LAYERS.Softmax(name="last")(value))


@pytest.mark.parametrize("suffix", [".json", ".keras", ".h5"])
def test_a_functional_model_that_is_a_plain_stack(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"model{suffix}"
    model = plain_functional()
    if suffix == ".json":
        path.write_text(model.to_json())
    else:
        model.save(path)
    network = read_architecture(path).network
    first, norm, second, leaky, last = network.layers
    assert [layer.name for layer in (first, second, last)] == ["first", "layer_2nd", "last"]
    assert norm.kind == "batch_normalization"
    assert isinstance(first, Dense)
    assert (first.activation, first.kernel_regularizer.l2) == ("relu", 0.01)
    assert isinstance(second, Dense)
    assert second.activation == "relu"
    assert isinstance(leaky, LeakyReLU)
    assert leaky.negative_slope == 0.15
    assert last == Activation(name="last", activation="softmax")
    if suffix != ".json":
        assert load(path)[0] == network


def test_json_dumped_as_json_is_read_all_the_same(tmp_path: Path) -> None:
    network = TEMPLATES["mnist-first"].project.network
    path = written(tmp_path, json.dumps(build(network).to_json()))
    assert read_architecture(path).network == network


def test_a_model_without_an_input_gets_the_one_at_hand(tmp_path: Path) -> None:
    model = keras.Sequential([LAYERS.Dense(3, name="only")])
    path = written(tmp_path, model.to_json())
    assert read_architecture(path, (28, 28)).network.output_shape == (28, 3)
    with pytest.raises(StudioError, match="no fixed shape"):
        read_architecture(path)
    model.build((None, 7))
    path = written(tmp_path, model.to_json())
    assert read_architecture(path, (28, 28)).network.input_shape == (7,)


KERAS_2: dict[str, Any] = {
    "class_name": "Functional",
    "config": {
        "name": "model",
        "layers": [
            {
                "class_name": "InputLayer",
                "config": {"batch_input_shape": [None, 4], "dtype": "float32", "name": "in"},
                "name": "in",
                "inbound_nodes": [],
            },
            {
                "class_name": "Dense",
                "config": {
                    "name": "hidden",
                    "units": 6,
                    "activation": "tanh",
                    "use_bias": True,
                    "kernel_initializer": {
                        "class_name": "VarianceScaling",
                        "config": {
                            "scale": 2.0, "mode": "fan_in", "distribution": "truncated_normal",
                        },
                    },
                    "kernel_regularizer": {
                        "class_name": "L2", "config": {"l2": 0.0010000000474974513},
                    },
                },
                "name": "hidden",
                "inbound_nodes": [[["in", 0, 0, {}]]],
            },
            {
                "class_name": "BatchNormalization",
                "config": {"name": "norm", "axis": [1], "momentum": 0.99, "epsilon": 0.001},
                "name": "norm",
                "inbound_nodes": [[["hidden", 0, 0, {"training": False}]]],
            },
            {
                "class_name": "LeakyReLU",
                "config": {"name": "leaky", "alpha": 0.30000001192092896},
                "name": "leaky",
                "inbound_nodes": [[["norm", 0, 0, {}]]],
            },
        ],
        "input_layers": [["in", 0, 0]],
        "output_layers": [["leaky", 0, 0]],
    },
}  # fmt: skip


def test_what_earlier_versions_wrote(tmp_path: Path) -> None:
    hidden, norm, leaky = read_architecture(written(tmp_path, KERAS_2)).network.layers
    assert isinstance(hidden, Dense)
    assert (hidden.kernel_initializer, hidden.kernel_regularizer.l2) == ("he_normal", 0.001)
    assert norm.kind == "batch_normalization"
    assert leaky == LeakyReLU(name="leaky", negative_slope=0.3)


def test_branches_are_refused(tmp_path: Path) -> None:
    inputs = keras.Input((5,))
    left, right = LAYERS.Dense(4)(inputs), LAYERS.Dense(4)(inputs)
    two = keras.Model(inputs, [left, right])
    with pytest.raises(StudioError, match="several inputs or outputs"):
        read_architecture(written(tmp_path, two.to_json()))
    shared = LAYERS.Dense(5, name="shared")
    again = keras.Model(inputs, shared(shared(inputs)))
    with pytest.raises(StudioError, match="single line"):
        read_architecture(written(tmp_path, again.to_json()))
    joined = keras.Model(inputs, LAYERS.Add(name="sum")([left, right]))
    with pytest.raises(StudioError, match=r"sum \(Add\)"):
        read_architecture(written(tmp_path, joined.to_json()))


def test_unknown_layers_are_named_with_what_is_supported(tmp_path: Path) -> None:
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            LAYERS.Conv2D(2, 3, name="eyes"),
            LAYERS.MaxPooling2D(name="pool"),
            LAYERS.Flatten(),
            LAYERS.Dense(3),
        ]
    )
    with pytest.raises(StudioError) as refused:
        read_architecture(written(tmp_path, model.to_json()))
    assert "eyes (Conv2D), pool (MaxPooling2D)" in str(refused.value.what)
    assert "Dense, Flatten, activation, dropout" in str(refused.value.remedy)


@pytest.mark.parametrize(
    ("layer", "what"),
    [
        (LAYERS.Dense(70_000, name="odd"), "units 70000"),
        (LAYERS.ReLU(max_value=3.0, name="odd"), "max_value"),
        (LAYERS.Dense(2, kernel_regularizer="orthogonal_regularizer", name="odd"), "Orthogonal"),
        (LAYERS.Dropout(0.5, noise_shape=(1, 4), name="odd"), "noise_shape"),
    ],
)
def test_settings_we_do_not_have_are_named(tmp_path: Path, layer: Any, what: str) -> None:
    model = keras.Sequential([LAYERS.Dense(4, name="fine"), layer])
    with pytest.raises(StudioError, match=f"“odd”.*{what}"):
        read_architecture(written(tmp_path, model.to_json()), (4,))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "neither"),
        ("weights, but in prose", "neither"),
        ("{", "damaged"),
        ('{"class_name": "Sequential"}', "damaged"),
        ('{"class_name": "Sequential", "config": {"layers": [1]}}', "damaged"),
        ('{"layers": []}', "holds a None"),
        ("[" * 100_000, "neither"),
        ('{"a":' * 100_000, "damaged"),
    ],
)
def test_broken_json_is_explained(tmp_path: Path, words: str, why: str) -> None:
    with pytest.raises(StudioError, match=why):
        read_architecture(written(tmp_path, words), (4,))


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [path] if path else []
    for key, child in inner:
        found += _paths(child, (*path, key)) if isinstance(child, dict | list) else [(*path, key)]
    return found


WHOLE = json.dumps(KERAS_2)
JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=3), st.none(), max_size=2),
)  # fmt: skip


@settings(max_examples=300)
@given(place=st.sampled_from(_paths(KERAS_2)), junk=JUNK)
def test_a_spoilt_description_is_read_or_explained(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[Any, ...], junk: Any
) -> None:
    spoilt: Any = json.loads(WHOLE)
    inner = spoilt
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = junk
    path = written(tmp_path_factory.getbasetemp(), spoilt)
    with contextlib.suppress(StudioError):  # any other error would be a defect
        assert read_architecture(path).network.input_shape


def test_reading_loads_neither_tensorflow_nor_keras(tmp_path: Path) -> None:
    path = tmp_path / "model.keras"
    save_keras(path, NETWORK, random_weights(NETWORK))
    script = (
        "import sys; from pathlib import Path\n"
        "from mlp_studio.engine.keras_architecture import read_architecture\n"
        "assert len(read_architecture(Path(sys.argv[1])).network.layers) == 13\n"
        "assert not {'tensorflow', 'keras'} & set(sys.modules)"
    )
    root = str(Path(__file__).resolve().parents[2])
    subprocess.run(
        [sys.executable, "-c", script, str(path)],
        check=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": root},
    )
