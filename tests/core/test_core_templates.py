import pytest

from mlp_studio.core.datasets import BuiltinDigits, Mnist, MnistAndDigits, Spirals, Split
from mlp_studio.core.errors import StudioError
from mlp_studio.core.function_source import Function, gallery_name
from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import DEFAULT_TEMPLATE, TEMPLATES, template
from mlp_studio.core.training import Adam, EarlyStopping, ReduceLROnPlateau

# Counted by hand: inputs × units + units for each Dense layer.
PARAMETERS = {
    "spirals-6": 768 + 65_792 + 32_896 + 16_512 + 8_256 + 2_080 + 264 + 18 + 18,
    "spirals-2": 384 + 8_256 + 2_080 + 528 + 17,
    "egg-crate": 192 + 4_160 + 65,
    "radial-gaussian": 192 + 4_160 + 65,
    "mnist-first": 6_280 + 90,
    "mnist-linear-200": 157_000 + 2_010,
    "mnist-tanh-200": 157_000 + 2_010,
    "mnist-100-200-100": 78_500 + 20_200 + 20_100 + 1_010,
    "mnist-200-500-200": 157_000 + 100_500 + 100_200 + 2_010,
}


def _project(name: str) -> ProjectSpec:
    return template(name).project


def _dense(network: NetworkSpec) -> list[tuple[int, str, float]]:
    return [
        (layer.units, layer.activation, layer.kernel_regularizer.l2)
        for layer in network
        if isinstance(layer, Dense)
    ]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_named_and_described(name: str) -> None:
    entry = template(name)
    assert entry.name == entry.project.name == name
    assert str(entry.title)
    assert str(entry.description).endswith(".")


@pytest.mark.parametrize(("name", "count"), PARAMETERS.items())
def test_parameter_counts(name: str, count: int) -> None:
    assert _project(name).network.parameters == count


def test_spirals_with_six_arms() -> None:
    project = _project("spirals-6")
    assert project.data.source == Spirals(
        num_arms=6, n_classes=6, points_per_arm=400, noise=0.3, screw=0.01, radius=2, gap=0.2
    )
    assert project.data.split == Split(validation=0.2, seed=42)
    assert [layer.rate for layer in project.network if isinstance(layer, Dropout)] == [
        0.3,
        0.3,
        0.3,
        0.2,
    ]
    assert _dense(project.network) == [
        (256, "relu", 0.001),
        (256, "relu", 0.001),
        (128, "relu", 0.001),
        (128, "relu", 0.001),
        (64, "relu", 0.001),
        (32, "relu", 0.0),
        (8, "relu", 0.0),
        (2, "linear", 0.0),
        (6, "softmax", 0.0),
    ]
    kinds = [layer.kind for layer in project.network]
    assert kinds == ["dense", "dropout"] * 4 + ["dense"] * 5
    assert project.network.layer("bottleneck_2d").units == 2  # type: ignore[union-attr]


def test_spirals_with_two_classes() -> None:
    project = _project("spirals-2")
    assert project.data.source == Spirals(
        num_arms=8, n_classes=2, points_per_arm=400, noise=0.12, screw=0.01, radius=2, gap=0.1
    )
    assert _dense(project.network) == [
        (128, "relu", 0.001),
        (64, "relu", 0.001),
        (32, "relu", 0.001),
        (16, "relu", 0.0),
        (1, "sigmoid", 0.0),
    ]
    assert [layer.rate for layer in project.network if isinstance(layer, Dropout)] == [
        0.3,
        0.3,
        0.2,
    ]
    assert project.network.index("features_16d") == 6
    assert project.training.loss == "binary_crossentropy"


@pytest.mark.parametrize("name", ["spirals-6", "spirals-2", "egg-crate", "radial-gaussian"])
def test_training_of_the_plane_and_of_functions(name: str) -> None:
    training = _project(name).training
    function = name in {"egg-crate", "radial-gaussian"}
    assert training.optimizer == Adam(learning_rate=0.001 if function else 0.0005)
    assert training.metric == ("mae" if function else "accuracy")
    assert (training.batch_size, training.epochs) == (64, 200)
    assert training.early_stopping == EarlyStopping(
        monitor="val_loss", patience=15 if function else 20, restore_best_weights=True
    )
    assert training.reduce_lr == ReduceLROnPlateau(
        monitor="val_loss", factor=0.5, patience=10, min_lr=1e-7
    )


@pytest.mark.parametrize("name", ["egg-crate", "radial-gaussian"])
def test_functions(name: str) -> None:
    project = _project(name)
    source = project.data.source
    assert isinstance(source, Function)
    assert (gallery_name(source), source.samples) == (name, 5000)
    assert [(each.name, each.low, each.high) for each in source.inputs] == [
        ("x", -4.0, 4.0),
        ("y", -4.0, 4.0),
    ]
    assert (source.sampling, source.noise, source.seed) == ("uniform", 0.0, 42)
    assert project.data.split == Split(validation=0.2, seed=42)
    assert _dense(project.network) == [(64, "tanh", 0), (64, "tanh", 0), (1, "linear", 0)]
    assert project.training.loss == "mean_squared_error"


@pytest.mark.parametrize(
    ("name", "hidden", "epochs", "seed"),
    [
        ("mnist-first", [(8, "relu")], 8, 894),
        ("mnist-linear-200", [(200, "linear")], 30, 782),
        ("mnist-tanh-200", [(200, "tanh")], 30, 782),
        ("mnist-100-200-100", [(100, "relu"), (200, "relu"), (100, "relu")], 50, 782),
        ("mnist-200-500-200", [(200, "relu"), (500, "tanh"), (200, "relu")], None, 782),
    ],
)
def test_mnist(name: str, hidden: list[tuple[int, str]], epochs: int | None, seed: int) -> None:
    project = _project(name)
    assert project.data.source == Mnist()
    assert project.data.split == Split(validation=0.15, seed=seed)
    assert project.data.scaling == "divide_255"
    assert project.network.input_shape == (28, 28)
    assert project.network.layers[0].kind == "flatten"
    dense = [(units, activation) for units, activation, _ in _dense(project.network)]
    assert dense == [*hidden, (10, "softmax")]
    assert project.training.loss == "categorical_crossentropy"
    assert project.training.optimizer == Adam()
    assert project.training.batch_size == 32
    assert epochs is None or project.training.epochs == epochs


def test_the_default_needs_no_download() -> None:
    assert _project(DEFAULT_TEMPLATE).data.source == BuiltinDigits(count=60_000)


def test_drawing_is_learnt_by_the_same_network_from_more() -> None:
    digits, draw = _project("digits"), _project("mnist-draw")
    assert draw.data.source == MnistAndDigits(count=60_000, copies=1)
    assert (draw.network, draw.training) == (digits.network, digits.training)
    assert _dense(draw.network) == [(512, "relu", 0), (512, "relu", 0), (10, "softmax", 0)]
    assert draw.training.label_smoothing == 0.05


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_survives_being_written_down(name: str) -> None:
    project = _project(name)
    assert ProjectSpec.model_validate_json(project.model_dump_json()) == project


def test_an_unknown_template_is_explained() -> None:
    with pytest.raises(StudioError) as caught:
        template("spiral")
    assert "no template “spiral”" in str(caught.value)
    assert "spirals-6" in str(caught.value.remedy)
