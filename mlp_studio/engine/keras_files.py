"""Networks in and out of Keras's own files, ``.keras`` and ``.h5``."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from mlp_studio.core.arrays import FloatArray, Weights
from mlp_studio.core.errors import StudioError
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import text
from mlp_studio.core.training import SMOOTHED_LOSSES, AdamW, AnyOptimizer, TrainingSpec
from mlp_studio.engine import backend  # noqa: F401 - before Keras: chooses its backend
from mlp_studio.engine.keras_architecture import (
    not_in_line,
    read_config,
    refuse_unknown,
    unreadable,
    unsupported,
)
from mlp_studio.engine.keras_layers import Converted, convert, to_keras
from mlp_studio.engine.keras_specs import Unsupported

KERAS_SMOOTHED = {
    "categorical_crossentropy": "CategoricalCrossentropy",
    "binary_crossentropy": "BinaryCrossentropy",
}


def build(network: NetworkSpec, weights: Weights | None = None) -> Any:
    """Return `network` as a `keras.Sequential`, layer names kept.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights, optional
        Its weights; Keras's own new ones when left out.
    """
    import keras

    model = keras.Sequential(
        [keras.Input(network.input_shape), *(to_keras(layer) for layer in network.layers)]
    )
    if weights is not None:
        for layer in model.layers:
            layer.set_weights(list(weights[layer.name]))
    return model


def architecture_json(network: NetworkSpec) -> str:
    """Return `network` as the JSON of ``model.to_json()``, for ``keras.models.model_from_json``."""
    return str(build(network).to_json(indent=1))


def compile_model(model: Any, training: TrainingSpec) -> None:
    """Compile a Keras `model` with the loss, metric and optimizer of `training`.

    The rate is constant: a schedule depends on how many steps an epoch will have. Class
    weights are not part of a compiled model: Keras wants them at each ``fit``.
    """
    import keras

    loss: Any = training.loss
    if loss == "huber":
        loss = keras.losses.Huber(delta=training.huber_delta)
    elif loss in SMOOTHED_LOSSES and training.label_smoothing:
        kind = getattr(keras.losses, KERAS_SMOOTHED[loss])
        loss = kind(label_smoothing=training.label_smoothing)
    metric: Any = training.metric
    if metric == "top_k_accuracy":
        metric = keras.metrics.TopKCategoricalAccuracy(k=training.top_k, name=metric)
    model.compile(optimizer=keras_optimizer(training.optimizer), loss=loss, metrics=[metric])


def keras_optimizer(spec: AnyOptimizer) -> Any:
    """Return Keras's optimizer for `spec`; it has the same name and the same parameters."""
    import keras

    settings = spec.model_dump(exclude={"kind"})
    if not spec.weight_decay and not isinstance(spec, AdamW):  # which refuses to go without
        settings["weight_decay"] = None
    return getattr(keras.optimizers, type(spec).__name__)(**settings)


def save_keras(
    path: Path, network: NetworkSpec, weights: Weights, training: TrainingSpec | None = None
) -> None:
    """Write a file that Keras itself opens.

    Parameters
    ----------
    path : Path
        Ends in ``.keras`` or ``.h5``, which decides the format.
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    training : TrainingSpec, optional
        Kept in the file, so that Keras can go on training.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    model = build(network, weights)
    if training is not None:
        compile_model(model, training)
    try:
        model.save(path)
    except OSError as error:
        raise StudioError(
            text("“{path}” can't be written: {reason}.", path=path, reason=error.strerror or error),
            text("Choose a folder you may write to, with enough space."),
        ) from error


def load(path: Path) -> tuple[NetworkSpec, Weights]:
    """Read a network and its weights from a ``.keras`` or ``.h5`` file.

    Predictions are kept exactly. What only matters for training on in Keras and is
    unknown here (other initializers and constraints) is left out.

    Raises
    ------
    StudioError
        When the file is missing or broken, or holds layers which a multilayer
        perceptron does not have; these are named.
    """
    path = Path(path)
    refuse_unknown(path, read_config(path)[0])
    model = _load_model(path)
    converted = _chain(path, model)
    shape = tuple(model.inputs[0].shape[1:])
    if not shape or None in shape:
        raise unreadable(path, text("its input has no fixed shape"))
    weights: dict[str, tuple[FloatArray, ...]] = {}
    network = NetworkSpec(input_shape=shape)
    for item in converted:
        network = network.inserted(len(network.layers), item.layer)
        weights[network.layers[-1].name] = item.arrays
    return network, weights


def _chain(path: Path, model: Any) -> list[Converted]:
    """Convert the model's layers, which must follow one another in a single line."""
    if len(model.inputs) != 1 or len(model.outputs) != 1:
        raise unreadable(path, text("it has several inputs or outputs"))
    # A Sequential is a line by construction (and calls its layers anew as it grows).
    in_line = type(model).__name__ == "Sequential"
    found: list[Converted] = []
    value = model.inputs[0]
    for layer in model.layers:
        if type(layer).__name__ == "InputLayer":
            continue
        if not in_line and layer.input is not value:
            raise not_in_line(path)
        value = layer.output
        try:
            item, replaces = convert(layer, found[-1] if found else None)
        except Unsupported as error:
            raise unsupported(path, layer.name, error) from error
        found[-1 if replaces else len(found) :] = [item]
    return found


def _load_model(path: Path) -> Any:
    import keras

    try:
        with warnings.catch_warnings():
            # About optimizer variables and old argument names: neither is used here.
            warnings.simplefilter("ignore")
            return keras.saving.load_model(path, compile=False)
    except Exception as error:
        first_line = (str(error).splitlines() or [type(error).__name__])[0]
        raise unreadable(path, text("Keras refuses it ({reason})", reason=first_line)) from error
