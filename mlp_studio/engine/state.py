"""Between NumPy and the device: weights, optimizer slots and data sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mlp_studio.core.arrays import FloatArray, Weights, frozen
from mlp_studio.core.events import OptimizerState, Snapshot
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.training import AnyOptimizer
from mlp_studio.engine.backend import tf
from mlp_studio.engine.loop import State
from mlp_studio.engine.optimizers import slot_starts

ByLayer = dict[str, tuple[FloatArray, ...]]


def to_device(
    network: NetworkSpec,
    weights: Weights,
    optimizer: AnyOptimizer,
    carried: OptimizerState | None,
) -> State:
    """Return the state to start from, on the current device.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    optimizer : AnyOptimizer
        Whose slots are needed.
    carried : OptimizerState, optional
        Slots to go on with (see `fits`); new ones when left out.
    """
    trainable: list[Any] = []
    fixed: list[Any] = []
    for name, specs in network.weight_specs().items():
        for array, spec in zip(weights[name], specs, strict=True):
            (trainable if spec.trainable else fixed).append(tf.constant(array, tf.float32))
    slots: dict[str, Sequence[Any]] = {}
    for slot, start in slot_starts(optimizer).items():
        if carried is None:
            slots[slot] = tuple(tf.fill(tensor.shape, start) for tensor in trainable)
        else:
            by_layer = carried.slots[slot]
            arrays = [a for layer in network for a in by_layer.get(layer.name, ())]
            slots[slot] = tuple(tf.constant(array, tf.float32) for array in arrays)
    return State(tuple(trainable), tuple(fixed), slots)


def fits(network: NetworkSpec, optimizer: AnyOptimizer, carried: OptimizerState) -> bool:
    """Return whether `carried` belongs to this optimizer and network."""
    if carried.kind != optimizer.kind or set(carried.slots) != set(slot_starts(optimizer)):
        return False
    wanted = {
        name: [spec.shape for spec in specs if spec.trainable]
        for name, specs in network.weight_specs().items()
    }
    return all(
        [array.shape for array in by_layer.get(name, ())] == shapes
        for by_layer in carried.slots.values()
        for name, shapes in wanted.items()
    )


def snapshot(
    network: NetworkSpec, state: State, epoch: int, scaler: Scaler | None = None
) -> Snapshot:
    """Return a read-only copy of the weights."""
    trainable, fixed = iter(state.trainable), iter(state.fixed)
    weights = {
        name: tuple(_array(next(trainable if spec.trainable else fixed)) for spec in specs)
        for name, specs in network.weight_specs().items()
    }
    return Snapshot(network, weights, epoch, scaler)


def optimizer_state(
    network: NetworkSpec, state: State, kind: str, iterations: int, rate: float
) -> OptimizerState:
    """Return what the optimizer carries on."""
    slots: dict[str, Mapping[str, tuple[FloatArray, ...]]] = {}
    for slot, tensors in state.slots.items():
        rest = iter(tensors)
        by_layer: ByLayer = {
            name: tuple(_array(next(rest)) for spec in specs if spec.trainable)
            for name, specs in network.weight_specs().items()
        }
        slots[slot] = by_layer
    return OptimizerState(kind, iterations, rate, slots)


def finite(weights: Weights) -> bool:
    """Return whether no weight is NaN or infinite."""
    return all(bool(np.isfinite(array).all()) for arrays in weights.values() for array in arrays)


def _array(tensor: Any) -> FloatArray:
    return frozen(np.array(tensor.numpy(), np.float32))
