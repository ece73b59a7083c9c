import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mlp_studio.core.datasets import (
    BuiltinDigits,
    DataSpec,
    Mnist,
    MnistAndDigits,
    Spirals,
    Split,
)
from mlp_studio.core.function_source import Function, FunctionInput
from mlp_studio.core.layers import (
    L1L2,
    LAYER_TYPES,
    MAX_NAME,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    Spec,
)
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.training import (
    OPTIMIZER_TYPES,
    SGD,
    Adam,
    EarlyStopping,
    ReduceLROnPlateau,
    RMSprop,
    TrainingSpec,
)

BAD: list[tuple[type[Spec], str, object]] = [
    (Dense, "units", 0),
    (Dense, "units", -5),
    (Dense, "units", 2.5),
    (Dense, "units", 10**9),
    (Dense, "activation", "reluu"),
    (Dense, "name", ""),
    (Dense, "name", "2nd"),
    (Dense, "name", "two words"),
    (Dense, "name", "a/b"),
    (Dense, "name", "line\n"),
    (Dense, "name", "a" * (MAX_NAME + 1)),
    (Dropout, "rate", 1.0),
    (Dropout, "rate", -0.1),
    (Dropout, "rate", float("nan")),
    (BatchNormalization, "momentum", 1.0),
    (BatchNormalization, "epsilon", 0.0),
    (L1L2, "l2", -1e-3),
    (L1L2, "l1", float("inf")),
    (Adam, "learning_rate", 0.0),
    (Adam, "learning_rate", float("nan")),
    (Adam, "beta_2", 1.0),
    (SGD, "momentum", 1.5),
    (RMSprop, "rho", -0.5),
    (TrainingSpec, "batch_size", 0),
    (TrainingSpec, "epochs", 0),
    (TrainingSpec, "seed", -1),
    (TrainingSpec, "loss", "hinge"),
    (TrainingSpec, "metric", "auc"),
    (TrainingSpec, "precision", "float64"),
    (EarlyStopping, "patience", 0),
    (EarlyStopping, "monitor", "val_auc"),
    (ReduceLROnPlateau, "factor", 1.0),
    (Spirals, "num_arms", 0),
    (Spirals, "n_classes", 1),
    (Spirals, "radius", 0.0),
    (Function, "samples", 3),
    (Function, "noise", float("inf")),
    (BuiltinDigits, "count", 10),
    (MnistAndDigits, "copies", 5),
    (MnistAndDigits, "count", 0),
    (Split, "validation", 0.0),
    (Split, "validation", 1.0),
    (DataSpec, "scaling", "max"),
    (DataSpec, "source", {"kind": "cifar"}),
    (NetworkSpec, "input_shape", ()),
    (NetworkSpec, "input_shape", (0,)),
    (NetworkSpec, "input_shape", (28, -1)),
    (NetworkSpec, "input_shape", (1, 2, 3, 4, 5)),
    (NetworkSpec, "layers", ({"kind": "conv2d"},)),
]


@pytest.mark.parametrize(("spec", "field", "value"), BAD)
def test_bad_input_is_refused_naming_the_field(spec: type[Spec], field: str, value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        spec.model_validate({field: value})
    mine = [error for error in caught.value.errors() if error["loc"][0] == field]
    assert mine, caught.value
    assert mine[0]["msg"]


def test_the_message_shows_what_was_received() -> None:
    with pytest.raises(ValidationError, match="input_value=-5"):
        Dense(units=-5)
    with pytest.raises(ValidationError, match=r"at least 1\. Received: \(28, 0\)"):
        NetworkSpec(input_shape=(28, 0))
    with pytest.raises(ValidationError, match=r"Received more than once: \['a'\]"):
        NetworkSpec(input_shape=(2,), layers=(Dense(name="a"), Dropout(name="a")))
    with pytest.raises(ValidationError, match=r"low must be below high\. Received: 4\.0 and -4\.0"):
        FunctionInput(low=4, high=-4)


@pytest.mark.parametrize("spec", [Dense, Adam, Mnist, Split, EarlyStopping])
def test_unknown_fields_are_refused(spec: type[Spec]) -> None:
    with pytest.raises(ValidationError, match="wdth"):
        spec.model_validate({"wdth": 3})


def test_a_missing_discriminator_is_refused() -> None:
    with pytest.raises(ValidationError, match="kind"):
        NetworkSpec.model_validate({"input_shape": [2], "layers": [{"units": 3}]})


def test_specs_are_frozen_and_compare_by_value() -> None:
    assert Dense(units=4) == Dense(units=4) != Dense(units=5)
    assert len({Dense(units=4), Dense(units=4)}) == 1
    with pytest.raises(ValidationError, match="frozen"):
        Dense().units = 4  # type: ignore[misc]


def test_a_spec_changed_behind_validation_is_caught_by_the_network() -> None:
    broken = Dense().model_copy(update={"units": 0})
    with pytest.raises(ValidationError, match="units"):
        NetworkSpec(input_shape=(2,), layers=(broken,))


def test_too_many_layers_are_refused() -> None:
    layers = tuple(Dropout(name=f"d{number}") for number in range(MAX_LAYERS + 1))
    with pytest.raises(ValidationError, match=str(MAX_LAYERS)):
        NetworkSpec(input_shape=(2,), layers=layers)


def test_the_tables_hold_every_kind_under_its_own_name() -> None:
    for table in (LAYER_TYPES, OPTIMIZER_TYPES):
        for kind, cls in table.items():
            assert cls().kind == kind


def test_a_penalty_is_true_when_it_does_something() -> None:
    assert not L1L2()
    assert L1L2(l1=0.1)
    assert L1L2(l2=0.1)


@pytest.mark.parametrize("name", TEMPLATES)
def test_json_round_trip_of_every_template(name: str) -> None:
    project = TEMPLATES[name].project
    assert ProjectSpec.model_validate_json(project.model_dump_json()) == project


layers = st.one_of(
    st.builds(
        Dense,
        units=st.integers(1, 4096),
        activation=st.sampled_from(["relu", "linear", "softmax", "gelu"]),
        use_bias=st.booleans(),
        kernel_regularizer=st.builds(L1L2, l1=st.floats(0, 10), l2=st.floats(0, 10)),
    ),
    st.builds(Dropout, rate=st.floats(0, 1, exclude_max=True)),
    st.builds(BatchNormalization, momentum=st.floats(0, 1, exclude_max=True)),
    st.just(Flatten()),
)


@given(st.lists(layers, max_size=8), st.lists(st.integers(1, 50), min_size=1, max_size=4))
def test_json_round_trip_of_any_network(stack: list, sides: list[int]) -> None:
    network = NetworkSpec(input_shape=tuple(sides))
    for layer in stack:
        network = network.inserted(len(network.layers), layer)
    again = NetworkSpec.model_validate_json(network.model_dump_json())
    assert again == network
    assert hash(again) == hash(network)


@given(
    st.builds(
        TrainingSpec,
        optimizer=st.one_of(
            st.builds(Adam, learning_rate=st.floats(1e-12, 10)),
            st.builds(SGD, momentum=st.floats(0, 0.999), nesterov=st.booleans()),
            st.builds(RMSprop),
        ),
        early_stopping=st.none() | st.builds(EarlyStopping, patience=st.integers(1, 99)),
        reduce_lr=st.none() | st.builds(ReduceLROnPlateau, factor=st.floats(0.01, 0.99)),
        seed=st.integers(0, 2**31 - 1),
    )
)
def test_json_round_trip_of_any_training(training: TrainingSpec) -> None:
    assert TrainingSpec.model_validate_json(training.model_dump_json()) == training
