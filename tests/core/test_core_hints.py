"""Each hint where it is due, silence where it is not, and repairs that help."""

from __future__ import annotations

from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_studio.core.check import problems
from mlp_studio.core.dataset import Dataset, Facts, Part, facts
from mlp_studio.core.datasets import DataSpec, Mnist, Spirals
from mlp_studio.core.function_source import Function
from mlp_studio.core.hints import Hint, hints
from mlp_studio.core.hints_layers import MOST
from mlp_studio.core.layers import (
    Activation,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    LayerNormalization,
)
from mlp_studio.core.network import MAX_LAYERS, NetworkSpec
from mlp_studio.core.observed import Observed, observed
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.training import (
    Adadelta,
    Adam,
    AdamW,
    EarlyStopping,
    Lion,
    TrainingSpec,
)

SIX = DataSpec(source=Spirals(n_classes=6, num_arms=6))
VALUES = DataSpec(source=Function())
DIGITS = DataSpec(source=Mnist(), scaling="divide_255")
PLENTY = Observed(train=100_000, validation=10_000)
CLASSES = TrainingSpec(loss="categorical_crossentropy", epochs=100)
REGRESSION = TrainingSpec(loss="mean_squared_error", metric="mae", epochs=100)


def network(*layers, shape=(2,)) -> NetworkSpec:
    made = NetworkSpec(input_shape=shape)
    for layer in layers:
        made = made.inserted(len(made.layers), layer)
    return made


def of_six(*layers) -> NetworkSpec:
    return network(*layers, Dense(name="output", units=6, activation="softmax"))


def of_values(*layers) -> NetworkSpec:
    return network(*layers, Dense(name="output", units=1, activation="linear"))


def found(
    design: NetworkSpec,
    training: TrainingSpec = CLASSES,
    data: DataSpec = SIX,
    seen: Observed | None = PLENTY,
) -> dict[str, Hint]:
    return {hint.kind: hint for hint in hints(design, training, data, facts(data.source), seen)}


def only(kind: str, *arguments) -> Hint:
    """Return the one hint there is; its repair, if any, takes it away and breaks nothing."""
    all_of_them = found(*arguments)
    assert set(all_of_them) == {kind}
    hint = all_of_them[kind]
    if hint.repair is not None:
        data = hint.repair.data or (arguments[2] if len(arguments) > 2 else SIX)
        seen = arguments[3] if len(arguments) > 3 else PLENTY
        after = found(hint.repair.network, hint.repair.training, data, seen)
        assert kind not in after
        assert not problems(hint.repair.network, hint.repair.training, facts(data.source))
    return hint


# --- layers ----------------------------------------------------------------------------------


def test_two_linear_layers_are_one() -> None:
    hint = only("linear_stack", of_six(Dense(units=30, activation="linear"), Dropout()))
    assert hint.layer == "dense"
    assert str(hint.what) == (
        "“dense” is linear: together with “output” it computes no more than “output” alone."
    )
    assert hint.repair is not None
    assert hint.repair.network.layer("dense").activation == "relu"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "layers",
    [
        (Dense(units=30, activation="linear"), Activation()),
        (Dense(units=30, activation="linear"), LayerNormalization()),
        (Dense(units=30, activation="tanh"),),
        (Dense(units=64), Dense(name="bottleneck_2d", units=2, activation="linear")),
    ],
    ids=["activation", "layer normalization", "tanh", "bottleneck"],
)
def test_what_is_no_linear_stack(layers) -> None:
    assert found(of_six(*layers)) == {}


def test_batch_normalization_does_not_bend() -> None:
    assert only(
        "linear_stack", of_six(Dense(units=30, activation="linear"), BatchNormalization())
    ).layer == "dense"  # fmt: skip


def test_few_units_before_many_classes() -> None:
    hint = only(
        "few_units",
        network(
            Flatten(), Dense(units=8), Dense(name="output", units=10, activation="softmax"),
            shape=(28, 28),
        ),
        CLASSES,
        DIGITS,
        Observed(51_000, 9_000, "divide_255"),
    )  # fmt: skip
    assert "8 units before 10 classes" in str(hint.what)
    assert hint.repair is not None
    assert str(hint.repair.label) == "Use 32 units"


def test_a_deep_stack_of_sigmoids() -> None:
    layers = [Dense(units=20, activation="sigmoid")] * 3
    hint = only("vanishing", of_six(*layers))
    assert hint.layer == "dense"
    assert "0.02 of a gradient" in str(hint.why)  # 0.25 ** 3 = 0.0156
    assert not found(of_six(*layers[:2]))
    assert not found(of_six(*layers[:2], BatchNormalization(), layers[0]))


def test_a_deep_stack_of_tanh() -> None:
    layers = [Dense(units=20, activation="tanh")] * 6
    assert "6 layers of tanh" in str(only("vanishing", of_six(*layers)).what)
    assert not found(of_six(*layers[:5]))


def test_two_runs_are_two_hints() -> None:
    run = [Dense(units=20, activation="sigmoid")] * 3
    design = of_six(*run, Dense(units=20), *run)
    given_hints = hints(design, CLASSES, SIX, facts(SIX.source), PLENTY)
    assert [hint.layer for hint in given_hints] == ["dense", "dense_4"]
    assert len({hint.key for hint in given_hints}) == 2


def test_softmax_inside() -> None:
    assert only("hidden_softmax", of_six(Dense(units=20, activation="softmax"))).layer == "dense"


def test_dropout_before_values() -> None:
    design = of_values(Dense(units=64), Dropout(rate=0.2))
    hint = only("regression_dropout", design, REGRESSION, VALUES)
    assert hint.layer == "dropout"
    assert not found(of_values(Dense(units=64), Dropout(rate=0.0)), REGRESSION, VALUES)
    assert not found(of_values(Dropout(rate=0.2), Dense(units=64)), REGRESSION, VALUES)
    assert not found(of_six(Dense(units=64), Dropout(rate=0.2)))


def test_dropout_before_batch_normalization() -> None:
    design = of_six(Dense(units=20), Dropout(), BatchNormalization())
    hint = only("variance_shift", design)
    assert hint.repair is not None
    assert [layer.name for layer in hint.repair.network][1:3] == ["batch_normalization", "dropout"]


def test_a_high_rate() -> None:
    hint = only("high_rate", of_six(Dense(units=20), Dropout(rate=0.8)))
    assert "80 %" in str(hint.what)


# --- size and training -----------------------------------------------------------------------


def test_many_parameters_say_the_numbers() -> None:
    few = Observed(train=40, validation=10)
    design = of_six(Dense(units=100))
    training = CLASSES.model_copy(update={"batch_size": 8})
    hint = only("many_parameters", design, training, SIX, few)
    assert str(hint.what) == "906 parameters learn from 40 examples: 23 for each."
    held_back = training.model_copy(update={"optimizer": AdamW()})
    assert not found(design, held_back, SIX, few)
    assert not found(of_six(Dense(units=100), Dropout()), training, SIX, few)
    assert not found(design, training, SIX, None)  # nothing is known of the examples
    frozen = of_six(Dense(units=100, trainable=False))
    assert "606 parameters" in str(only("many_parameters", frozen, training, SIX, few).what)
    huge = of_six(Dense(units=1000), Dropout())
    stopping = training.model_copy(update={"early_stopping": EarlyStopping()})
    assert only("many_parameters", huge, stopping, SIX, few).repair is None


def test_a_batch_larger_than_the_training_part() -> None:
    training = CLASSES.model_copy(update={"batch_size": 512})
    design = of_six(Dense(units=20), Dropout())
    hint = only("large_batch", design, training, SIX, Observed(100, 20))
    assert hint.repair is not None
    assert hint.repair.training.batch_size == 8
    assert not found(design, training, SIX, Observed(512, 20))


def test_normalisation_of_a_tiny_batch() -> None:
    training = CLASSES.model_copy(update={"batch_size": 2})
    design = of_six(Dense(units=20), BatchNormalization())
    assert only("small_batch", design, training).layer == "batch_normalization"


@pytest.mark.parametrize(
    "optimizer", [Adam(learning_rate=0.5), Adam(learning_rate=1e-6), Lion(learning_rate=0.01)]
)
def test_an_unusual_rate(optimizer) -> None:
    training = CLASSES.model_copy(update={"optimizer": optimizer})
    hint = only("rate", of_six(Dense(units=20)), training)
    assert "e-0" not in str(hint.what)


def test_adadelta_wants_a_rate_of_one() -> None:
    training = CLASSES.model_copy(update={"optimizer": Adadelta()})
    hint = only("rate", of_six(Dense(units=20)), training)
    assert hint.repair is not None
    assert hint.repair.training.optimizer.learning_rate == 1.0


def test_a_patience_beyond_the_run() -> None:
    training = CLASSES.model_copy(update={"early_stopping": EarlyStopping(patience=100)})
    hint = only("idle_stopping", of_six(Dense(units=20)), training)
    assert str(hint.what) == "Early stopping waits for 100 epochs; the run has 100."


# --- data ------------------------------------------------------------------------------------


def test_pixels_that_are_not_scaled() -> None:
    raw = DIGITS.model_copy(update={"scaling": "none"})
    design = network(
        Flatten(), Dense(units=64), Dense(name="output", units=10, activation="softmax"),
        shape=(28, 28),
    )  # fmt: skip
    seen = Observed(51_000, 9_000, "none", 0, 255, 255)
    hint = found(design, CLASSES, raw, seen)["scaling"]
    assert hint.repair is not None
    assert hint.repair.data == DIGITS
    # What was seen under another scaling says nothing about this one.
    assert not found(design, CLASSES, DIGITS, seen)


@pytest.mark.parametrize(
    ("low", "high", "spread", "words"),
    [
        (-3.0, 5_000.0, 1.0, "The inputs reach from -3 to 5,000, unscaled."),
        (-3.0, 3.0, 400.0, "One input's range is 400 times as wide as another's."),
    ],
)
def test_ranges(low, high, spread, words) -> None:
    seen = Observed(100_000, 10, "none", low, high, spread)
    hint = only("scaling", of_six(Dense(units=20)), CLASSES, SIX, seen)
    assert str(hint.what) == words
    assert hint.repair is not None
    assert hint.repair.data is not None
    assert hint.repair.data.scaling == "standard"


def test_ranges_that_are_seen() -> None:
    x = np.array([[0.0, 5.0, 1.0], [10.0, 5.0, 1.5], [4.0, 5.0, 1.2]], np.float32)
    part = Part(x, np.zeros(3, np.int32))
    dataset = Dataset(Facts("binary", (3,), 2), part, Part(x[:2], part.y[:2]))
    assert observed(dataset) == Observed(3, 2, "none", 0.0, 10.0, 20.0)
    still = Part(np.ones((3, 2), np.float32), part.y)
    assert observed(Dataset(Facts("binary", (2,), 2), still, still)).spread == 1.0


# --- all together ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_are_hardly_spoken_about(name: str) -> None:
    project = TEMPLATES[name].project
    seen = Observed(
        2_000 if project.network.input_shape == (2,) else 51_000, 500, project.data.scaling
    )
    said = found(project.network, project.training, project.data, seen)
    expected = {"mnist-first": {"few_units"}, "mnist-linear-200": {"linear_stack"}}
    assert set(said) == expected.get(name, set())


ACTIVATIONS = st.sampled_from(["linear", "relu", "tanh", "sigmoid", "softmax"])
LAYERS = st.one_of(
    st.builds(Dense, units=st.integers(1, 40), activation=ACTIVATIONS),
    st.builds(Dropout, rate=st.floats(0, 0.99)),
    st.just(BatchNormalization()),
    st.just(LayerNormalization()),
    st.builds(Activation, activation=ACTIVATIONS),
)


@settings(max_examples=150)
@given(
    layers=st.lists(LAYERS, max_size=9),
    values=st.booleans(),
    batch=st.integers(1, 4096),
    rate=st.floats(1e-6, 10),
    patience=st.integers(1, 50),
    train=st.integers(1, 10_000),
)
def test_any_design_and_what_its_hints_lead_to(
    layers, values, batch, rate, patience, train
) -> None:
    design = of_values(*layers) if values else of_six(*layers)
    data, base = (VALUES, REGRESSION) if values else (SIX, CLASSES)
    training = base.model_copy(
        update={
            "batch_size": batch,
            "optimizer": Adam(learning_rate=rate),
            "early_stopping": EarlyStopping(patience=patience),
            "epochs": 20,
        }
    )
    about, seen = facts(data.source), Observed(train, 10)
    given_hints = hints(design, training, data, about, seen)
    keys = [hint.key for hint in given_hints]
    assert len(keys) == len(set(keys))
    names = {layer.name for layer in design}
    for hint in given_hints:
        assert hint.layer is None or hint.layer in names
        assert str(hint.what).endswith(".")
        assert "{" not in f"{hint.what}{hint.why}"
        if hint.repair is not None:
            assert not problems(hint.repair.network, hint.repair.training, about)
            after = hints(hint.repair.network, hint.repair.training, data, about, seen)
            assert hint.key not in {other.key for other in after}


def test_a_long_network_of_bad_layers_gets_a_few_hints_at_once() -> None:
    layers = tuple(
        Dense(name=f"dense_{k}", units=30, activation="linear") for k in range(MAX_LAYERS - 1)
    )
    output = Dense(name="output", units=6, activation="softmax")
    design = NetworkSpec(input_shape=(2,), layers=(*layers, output))
    start = perf_counter()
    kinds = [hint.kind for hint in hints(design, CLASSES, SIX, facts(SIX.source), PLENTY)]
    assert kinds.count("linear_stack") == MOST
    assert perf_counter() - start < 1.0  # each edit waits for it; it takes some 10 ms
