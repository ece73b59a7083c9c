import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.core.check import (
    Problem,
    problems,
    require_trainable,
    shape_text,
    suited_output,
)
from mlp_studio.core.dataset import Facts, facts
from mlp_studio.core.datasets import BuiltinDigits, Mnist, MnistAndDigits, Spirals
from mlp_studio.core.errors import StudioError
from mlp_studio.core.function_source import Function
from mlp_studio.core.layers import (
    Activation,
    ActivationName,
    AnyLayer,
    Dense,
    Dropout,
    Flatten,
    PReLU,
)
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.training import EarlyStopping, ReduceLROnPlateau, TrainingSpec

BINARY = Facts("binary", (2,), 2)
SIX = Facts("multiclass", (2,), 6)
DIGITS = Facts("multiclass", (28, 28), 10)
VALUES = Facts("regression", (2,), 3)


def _network(*layers: AnyLayer, shape: tuple[int, ...] = (2,)) -> NetworkSpec:
    network = NetworkSpec(input_shape=shape)
    for layer in layers:
        network = network.inserted(len(network.layers), layer)
    return network


def _output(units: int, activation: ActivationName) -> NetworkSpec:
    return _network(Dense(units=8), Dense(name="output", units=units, activation=activation))


def _training(loss: str, metric: str = "accuracy", **more: object) -> TrainingSpec:
    return TrainingSpec.model_validate({"loss": loss, "metric": metric, **more})


def _single(network: NetworkSpec, training: TrainingSpec, about: Facts) -> Problem:
    found = problems(network, training, about)
    assert len(found) == 1, [str(problem.what) for problem in found]
    return found[0]


def _assert_mended(problem: Problem, about: Facts) -> None:
    assert problem.repair is not None
    left = problems(problem.repair.network, problem.repair.training, about)
    assert left == (), [str(other.what) for other in left]


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_have_no_problem(name: str) -> None:
    project = TEMPLATES[name].project
    assert problems(project.network, project.training, facts(project.data.source)) == ()
    require_trainable(project.network, project.training, facts(project.data.source))


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (BINARY, (1, "sigmoid", "binary_crossentropy", "accuracy")),
        (SIX, (6, "softmax", "categorical_crossentropy", "accuracy")),
        (VALUES, (3, "linear", "mean_squared_error", "mae")),
    ],
)
def test_the_guide(about: Facts, expected: tuple[object, ...]) -> None:
    assert suited_output(about) == expected


def test_facts_of_sources() -> None:
    assert facts(Spirals(n_classes=6, num_arms=6)) == SIX
    assert facts(Spirals(n_classes=2, num_arms=8)) == BINARY
    assert facts(Spirals(n_classes=6, num_arms=3)) == Facts("multiclass", (2,), 3)
    assert facts(Spirals(n_classes=6, num_arms=1)) == BINARY
    assert facts(Function()) == Facts("regression", (2,), 1)
    assert facts(Mnist()) == facts(BuiltinDigits()) == facts(MnistAndDigits()) == DIGITS


def test_an_input_that_does_not_fit() -> None:
    network = _network(Flatten(), Dense(units=10, activation="softmax"), shape=(28, 28))
    network = NetworkSpec(input_shape=(8, 8), layers=network.layers)
    problem = _single(network, _training("categorical_crossentropy"), DIGITS)
    assert (problem.layer, problem.severity) == (None, "error")
    assert str(problem.what) == (
        "The network expects inputs of shape 8 × 8; the data gives 28 × 28."
    )
    _assert_mended(problem, DIGITS)


def test_no_layers() -> None:
    problem = _single(NetworkSpec(input_shape=(2,)), _training("categorical_crossentropy"), SIX)
    assert problem.severity == "error"
    assert "6 units" in str(problem.remedy)
    _assert_mended(problem, SIX)


def test_the_last_layer_is_not_dense() -> None:
    network = _network(Dense(name="output", units=6, activation="softmax"), Dropout())
    problem = _single(network, _training("categorical_crossentropy"), SIX)
    assert (problem.layer, problem.severity) == ("dropout", "error")
    _assert_mended(problem, SIX)


def test_nothing_flattens_an_image() -> None:
    network = _network(Dense(units=10, activation="softmax"), shape=(28, 28))
    problem = _single(network, _training("categorical_crossentropy"), DIGITS)
    assert (problem.layer, problem.severity) == ("dense", "error")
    assert "28 × 10" in str(problem.what)
    _assert_mended(problem, DIGITS)


def test_too_many_parameters() -> None:
    network = _network(Dense(units=60_000), Dense(units=60_000, name="wide"), Dense(units=6))
    problem = _single(network, _training("categorical_crossentropy"), SIX)
    assert (problem.layer, problem.severity) == ("wide", "error")
    assert "3,600,600,006 parameters" in str(problem.what)
    assert "“wide”" in str(problem.remedy)


@pytest.mark.parametrize(
    ("network", "about", "words"),
    [
        (_output(10, "softmax"), SIX, "has 10 units; the data has 6 classes."),
        (_output(1, "softmax"), SIX, "has 1 units; the data has 6 classes."),
        (_output(1, "linear"), VALUES, "has 1 units; the data has 3 values"),
    ],
)
def test_units_that_do_not_fit(network: NetworkSpec, about: Facts, words: str) -> None:
    _, _, loss, metric = suited_output(about)
    problem = _single(network, _training(loss, metric), about)
    assert (problem.layer, problem.severity) == ("output", "error")
    assert words in str(problem.what)
    _assert_mended(problem, about)
    with pytest.raises(StudioError) as caught:
        require_trainable(network, _training(loss, metric), about)
    assert words in str(caught.value)
    assert str(problem.remedy) in str(caught.value)


def test_two_classes_may_end_in_one_sigmoid_or_two_softmax() -> None:
    assert problems(_output(1, "sigmoid"), _training("binary_crossentropy"), BINARY) == ()
    assert problems(_output(2, "softmax"), _training("categorical_crossentropy"), BINARY) == ()
    mixed = _single(_output(2, "softmax"), _training("binary_crossentropy"), BINARY)
    assert mixed.severity == "warning"
    _assert_mended(mixed, BINARY)


def test_a_loss_that_learns_nothing_is_an_error() -> None:
    problem = _single(_output(1, "sigmoid"), _training("categorical_crossentropy"), BINARY)
    assert (problem.layer, problem.severity) == (None, "error")
    _assert_mended(problem, BINARY)


def test_an_unusual_loss_is_a_warning() -> None:
    for network, about in ((_output(1, "sigmoid"), BINARY), (_output(6, "softmax"), SIX)):
        problem = _single(network, _training("mean_squared_error"), about)
        assert problem.severity == "warning"
        _assert_mended(problem, about)
    problem = _single(_output(3, "linear"), _training("binary_crossentropy", "mae"), VALUES)
    assert "real values" in str(problem.what)
    _assert_mended(problem, VALUES)


def test_an_activation_that_does_not_suit_is_a_warning() -> None:
    problem = _single(_output(6, "relu"), _training("categorical_crossentropy"), SIX)
    assert (problem.layer, problem.severity) == ("output", "warning")
    assert "ends in relu; this task calls for softmax" in str(problem.what)
    _assert_mended(problem, SIX)


def test_a_metric_that_says_little_is_a_warning() -> None:
    for network, loss, metric, about in (
        (_output(6, "softmax"), "categorical_crossentropy", "mae", SIX),
        (_output(3, "linear"), "mean_squared_error", "accuracy", VALUES),
    ):
        problem = _single(network, _training(loss, metric), about)
        assert (problem.layer, problem.severity) == (None, "warning")
        _assert_mended(problem, about)


def test_a_callback_that_watches_what_is_not_measured_is_a_warning() -> None:
    watching = {
        "early_stopping": EarlyStopping(monitor="val_accuracy"),
        "reduce_lr": ReduceLROnPlateau(monitor="loss"),
    }
    training = _training("mean_squared_error", "mae", **watching)
    problem = _single(_output(3, "linear"), training, VALUES)
    assert problem.severity == "warning"
    assert "val_accuracy" in str(problem.what)
    _assert_mended(problem, VALUES)
    assert problem.repair is not None
    assert problem.repair.training.reduce_lr == training.reduce_lr


def test_a_repair_keeps_what_already_suits() -> None:
    problem = _single(_output(1, "linear"), _training("mean_absolute_error", "mse"), VALUES)
    assert problem.repair is not None
    assert problem.repair.training.loss == "mean_absolute_error"
    assert problem.repair.training.metric == "mse"


def test_a_full_network_is_judged_without_offering_one_layer_more() -> None:
    dropouts = [Dropout(name=f"d{number}") for number in range(MAX_LAYERS - 1)]
    good = NetworkSpec(input_shape=(2,), layers=(*dropouts, Dense(units=6, activation="softmax")))
    assert problems(good, _training("categorical_crossentropy"), SIX) == ()
    headless = NetworkSpec(input_shape=(2,), layers=(*dropouts, Dropout(name="last")))
    problem = _single(headless, _training("categorical_crossentropy"), SIX)
    assert problem.repair is None


def test_errors_come_before_warnings() -> None:
    found = problems(_output(10, "relu"), _training("mean_squared_error", "mae"), SIX)
    assert [problem.severity for problem in found] == sorted(p.severity for p in found)
    assert {problem.severity for problem in found} == {"error", "warning"}


def test_shapes_as_people_write_them() -> None:
    assert shape_text((28, 28)) == "28 × 28"
    assert shape_text((2,)) == "2"


dense = st.builds(
    Dense,
    units=st.sampled_from([1, 2, 3, 6, 10]),
    activation=st.sampled_from(["linear", "sigmoid", "softmax", "relu"]),
)
designs = st.builds(
    lambda shape, layers: _network(*layers, shape=shape),
    st.sampled_from([(2,), (28, 28), (784,)]),
    st.lists(dense | st.just(Flatten()) | st.just(Dropout()), max_size=4),
)
monitors = st.sampled_from(["val_loss", "val_accuracy", "mae", "val_mse"])
trainings = st.builds(
    TrainingSpec,
    loss=st.sampled_from(
        [
            "categorical_crossentropy",
            "binary_crossentropy",
            "mean_squared_error",
            "mean_absolute_error",
        ]
    ),
    metric=st.sampled_from(["accuracy", "mae", "mse"]),
    early_stopping=st.none() | st.builds(EarlyStopping, monitor=monitors),
    reduce_lr=st.none() | st.builds(ReduceLROnPlateau, monitor=monitors),
)


@given(designs, trainings, st.sampled_from([BINARY, SIX, DIGITS, VALUES]))
def test_every_repair_mends_its_problem_and_repairing_ends_well(
    network: NetworkSpec, training: TrainingSpec, about: Facts
) -> None:
    for _ in range(8):
        found = problems(network, training, about)
        for problem in found:
            assert problem.repair is not None
            left = problems(problem.repair.network, problem.repair.training, about)
            assert (problem.what, problem.layer) not in [(p.what, p.layer) for p in left]
        if not found:
            require_trainable(network, training, about)
            return
        repair = found[0].repair
        assert repair is not None
        network, training = repair.network, repair.training
    pytest.fail(f"repairing goes in circles: {[str(problem.what) for problem in found]}")


def test_an_activation_layer_at_the_end_is_as_good() -> None:
    whole = _output(6, "linear").inserted(9, Activation(activation="softmax"))
    training = _training("categorical_crossentropy")
    assert problems(whole, training, SIX) == ()
    assert whole.output_activation == "softmax"
    wrong = _output(6, "linear").inserted(9, Activation(activation="relu"))
    problem = _single(wrong, training, SIX)
    assert problem.layer == "activation"
    assert "relu" in str(problem.what)
    assert problem.repair is not None
    assert problem.repair.network == whole


def test_two_activations_at_the_end_are_told() -> None:
    twice = _output(6, "softmax").inserted(9, Activation(activation="softmax"))
    problem = _single(twice, _training("categorical_crossentropy"), SIX)
    assert "softmax + softmax" in str(problem.what)
    assert problem.repair is not None
    assert problem.repair.network.output_activation == "softmax"
    learned = _output(3, "linear").inserted(9, PReLU())
    repair = _single(learned, _training("mean_squared_error", "mae"), VALUES).repair
    assert repair is not None
    assert repair.network == _output(3, "linear")


def test_units_are_marked_at_the_dense_layer() -> None:
    few = _output(5, "linear").inserted(9, Activation(activation="softmax"))
    problem = _single(few, _training("categorical_crossentropy"), SIX)
    assert (problem.layer, problem.severity) == ("output", "error")
    assert problem.repair is not None
    assert problems(problem.repair.network, problem.repair.training, SIX) == ()


def test_a_network_in_which_nothing_learns_is_refused() -> None:
    frozen = _output(6, "softmax")
    for layer in frozen:
        frozen = frozen.replaced(layer.name, layer.model_copy(update={"trainable": False}))
    problem = _single(frozen, _training("categorical_crossentropy"), SIX)
    assert problem.severity == "error"
    assert problem.repair is not None
    assert problem.repair.network == _output(6, "softmax")
