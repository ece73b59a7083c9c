"""Carrying weights over an edit: what still fits is kept, the rest begins anew.

Every value that flows through a network has an origin: an input, or a unit of a Dense
layer. A layer keeps the rows of its kernel whose origins are still there and the columns
of the units it still has, so that widening, narrowing, inserting and reordering cost only
what really went.

Growing can also leave what the network computes as it is, as proposed by Chen, Goodfellow
and Shlens, "Net2Net: Accelerating Learning via Knowledge Transfer" (arXiv 1511.05641). New
layers begin as the identity as there. New units differ: there they are copies that share
the outgoing weights, and stay twins where nothing random separates them; here they begin
with random incoming weights and outgoing ones of zero, which learn at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import FloatArray, frozen
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_array
from mlp_studio.core.layers import (
    Activation,
    AnyLayer,
    BatchNormalization,
    Dense,
    Dropout,
    Flatten,
    LayerNormalization,
    is_idle,
)
from mlp_studio.core.network import NetworkSpec, WeightSpec, output_shape, weight_specs

Ids = NDArray[np.int64]

_ACROSS = {"softmax", "log_softmax"}  # activations in which every unit sees every other
_NON_NEGATIVE = {"relu", "relu6", "sigmoid", "softplus", "exponential", "hard_sigmoid", "softmax"}
_IDENTITY_ABOVE_ZERO = {"relu", "leaky_relu", "elu", "celu"}
# What may differ between a layer before and after without changing what it computes.
_LEARNING = {
    "name", "units", "trainable", "kernel_regularizer", "bias_regularizer", "activity_regularizer",
    "kernel_initializer", "bias_initializer", "kernel_constraint", "bias_constraint", "max_norm",
    "momentum",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class CarriedOver:
    """Weights brought into another network.

    Parameters
    ----------
    snapshot : Snapshot
        They, with the network.
    kept : int
        How many numbers were kept.
    fresh : int
        How many began anew.
    same_function : bool
        Whether the network still computes what it did, within rounding, and outside
        training, where noise is off.
    back : bool
        Whether they are those of before, which came back with undo or redo.
    """

    snapshot: Snapshot
    kept: int
    fresh: int
    same_function: bool
    back: bool = False


def adapted(
    snapshot: Snapshot, network: NetworkSpec, seed: int, *, keep_function: bool = False
) -> Snapshot:
    """Return the weights that `carried_over` brings into `network`."""
    return carried_over(snapshot, network, seed, keep_function=keep_function).snapshot


def carried_over(
    snapshot: Snapshot, network: NetworkSpec, seed: int, *, keep_function: bool = False
) -> CarriedOver:
    """Return weights for `network`, keeping what still fits of `snapshot`.

    A layer is known by its name, or, where it was only renamed, by its place. Arrays of
    the same shape are kept whole; of others the part that has the same units and the same
    origins.

    Parameters
    ----------
    snapshot : Snapshot
        The weights before the edit.
    network : NetworkSpec
        The network after it.
    seed : int
        For what begins anew.
    keep_function : bool
        Whether new units and layers begin so that the network computes what it did,
        where that can be.
    """
    if network == snapshot.network:
        size = sum(array.size for arrays in snapshot.weights.values() for array in arrays)
        return CarriedOver(snapshot, size, 0, same_function=True)
    return _Surgery(snapshot, network, seed, keep_function=keep_function).done()


def passing_units(network: NetworkSpec, position: int) -> int | None:
    """Return how many units a ReLU layer at `position` needs to begin as the identity.

    None where it can't: what comes in may be below zero.
    """
    for layer in reversed(network.layers[:position]):
        if isinstance(layer, Dense):
            return layer.units if layer.activation in _NON_NEGATIVE else None
        if not isinstance(layer, Dropout):
            return None
    return None


class _Surgery:
    """One walk through the network after the edit, with the one before at hand."""

    def __init__(
        self, snapshot: Snapshot, network: NetworkSpec, seed: int, *, keep_function: bool
    ) -> None:
        self._snapshot, self._network, self._seed = snapshot, network, seed
        self._keep = keep_function
        self._former = _former_names(snapshot.network, network)
        self._sources: dict[str, int] = {}
        self._specs = network.weight_specs()
        self._kept = 0
        self._before, self._inputs_before = self._walked_before()
        self._to_meet = [name for name, layer in self._before.items() if not is_idle(layer)]
        self._same = network.input_shape == snapshot.network.input_shape
        self._non_negative = False

    def done(self) -> CarriedOver:
        """Walk, and return what came of it."""
        weights: dict[str, tuple[FloatArray, ...]] = {}
        shape = self._network.input_shape
        ids = self._input_ids(shape)
        for layer in self._network.layers:
            specs = self._specs[layer.name]
            shape = output_shape(layer, shape)
            old = self._old(layer)
            if old is not None:
                weights[layer.name] = self._kept_arrays(layer, old, specs, ids)
                self._meet(layer, old, ids)
                ids = self._ids_behind(layer, old.name, ids)
            elif self._keep and self._can_be_identity(layer, ids):
                weights[layer.name] = self._identity(layer, specs)
                ids = self._behind_identity(layer, ids)
            else:
                weights[layer.name] = tuple(
                    self._fresh(layer.name, number) for number in range(len(specs))
                )
                self._same = self._same and is_idle(layer)
                ids = self._ids_behind(layer, layer.name, ids)
            self._follow_sign(layer)
        total = sum(array.size for arrays in weights.values() for array in arrays)
        same_end = self._network.output_shape == self._snapshot.network.output_shape
        snapshot = replace(self._snapshot, network=self._network, weights=weights)
        same = self._same and same_end and not self._to_meet
        return CarriedOver(snapshot, self._kept, total - self._kept, same)

    # --- what was there ----------------------------------------------------------------

    def _walked_before(self) -> tuple[dict[str, AnyLayer], dict[str, Ids]]:
        """Return the layers before the edit and the origins of what each receives."""
        network = self._snapshot.network
        layers, inputs = {}, {}
        ids = self._input_ids(network.input_shape)
        for layer in network.layers:
            layers[layer.name], inputs[layer.name] = layer, ids
            ids = self._ids_behind(layer, layer.name, ids)
        return layers, inputs

    def _old(self, layer: AnyLayer) -> AnyLayer | None:
        old = self._before.get(self._former.get(layer.name, layer.name))
        return old if old is not None and old.kind == layer.kind else None

    # --- origins -----------------------------------------------------------------------

    def _source(self, key: str) -> int:
        return self._sources.setdefault(key, len(self._sources)) << 40

    def _input_ids(self, shape: tuple[int, ...]) -> Ids:
        # Inputs of another shape are other inputs: no pixel of one is a pixel of the other.
        count = int(np.prod(shape))
        return self._source(f"input {shape}") + np.arange(count, dtype=np.int64).reshape(shape)

    def _ids_behind(self, layer: AnyLayer, name: str, ids: Ids) -> Ids:
        if isinstance(layer, Flatten):
            return ids.reshape(-1)
        if not isinstance(layer, Dense):
            return ids
        rows = int(np.prod(ids.shape[:-1]))
        units = np.arange(layer.units, dtype=np.int64)
        places = (np.arange(rows, dtype=np.int64) << 17)[:, None] + units
        return self._source(f"layer {name}") + places.reshape(*ids.shape[:-1], layer.units)

    # --- weights -----------------------------------------------------------------------

    def _fresh(self, name: str, number: int) -> FloatArray:
        # Array by array: drawing millions of numbers to use a few would be felt.
        return initial_array(self._specs[name][number], self._seed, name)

    def _begun(self, name: str, number: int) -> FloatArray:
        """Return a fresh array to be written into."""
        array = self._fresh(name, number)
        array.flags.writeable = True  # nobody else has it
        return array

    def _kept_arrays(
        self, layer: AnyLayer, old: AnyLayer, specs: tuple[WeightSpec, ...], ids: Ids
    ) -> tuple[FloatArray, ...]:
        network = self._snapshot.network
        arrays = self._snapshot.weights[old.name]
        names = [spec.name for spec in weight_specs(old, self._inputs_before[old.name].shape)]
        assert len(names) == len(arrays), f"weights of {network} do not fit it"
        found = dict(zip(names, arrays, strict=True))
        if [array.shape for array in arrays] == [spec.shape for spec in specs]:
            self._kept += sum(array.size for array in arrays)
            return arrays
        made = []
        for k, spec in enumerate(specs):
            given = found.get(spec.name)
            if given is not None and given.shape == spec.shape:
                made.append(given)
                self._kept += given.size
            elif given is None or given.ndim != len(spec.shape):
                made.append(self._fresh(layer.name, k))
            else:
                made.append(self._joined(layer, old, spec, given, k, ids))
        return tuple(made)

    def _joined(
        self,
        layer: AnyLayer,
        old: AnyLayer,
        spec: WeightSpec,
        given: FloatArray,
        number: int,
        ids: Ids,
    ) -> FloatArray:
        """Return a new array, its layer's `number`, with what is of use of `given` in it."""
        before = self._inputs_before[old.name]
        if isinstance(layer, Dense):
            units = min(given.shape[-1], spec.shape[-1])
            if spec.name == "bias":
                result = self._begun(layer.name, number)
                result[:units] = given[:units]
                self._kept += units
                return frozen(result)
            here, there = _shared(ids, before)
            self._kept += len(here) * units
            silent = self._keep and len(here) == before.shape[-1]
            if units == spec.shape[-1] and (silent or len(here) == spec.shape[0]):
                result = np.zeros(spec.shape, np.float32)  # nothing in it begins at random
            else:
                result = self._begun(layer.name, number)
                if (
                    silent and len(here) < spec.shape[0]
                ):  # what is new does not speak yet to the units that were
                    result[:, :units] = 0.0
            _put_rows(result, here, given, there, units)
            return frozen(result)
        result = self._begun(layer.name, number)
        whole = given.shape == before.shape  # PReLU has a slope for each value
        here, there = (
            _positions(ids.reshape(-1), before.reshape(-1)) if whole else _shared(ids, before)
        )
        result.reshape(-1)[here] = given.reshape(-1)[there]
        self._kept += len(here)
        return frozen(result)

    # --- what it computes --------------------------------------------------------------

    def _meet(self, layer: AnyLayer, old: AnyLayer, ids: Ids) -> None:
        """Find out whether a layer that stays computes what it did."""
        if is_idle(layer) and is_idle(old):
            return
        if not self._to_meet or self._to_meet[0] != old.name:
            self._same = False  # not in its former place
            return
        self._to_meet.pop(0)
        if layer.model_dump(exclude=_LEARNING) != old.model_dump(exclude=_LEARNING):
            self._same = False
        before = self._inputs_before[old.name]
        width, former = ids.shape[-1], before.shape[-1]
        if ids.ndim != before.ndim:
            self._same = False
        if isinstance(layer, LayerNormalization) and width != former:
            self._same = False
        if isinstance(layer, Activation) and layer.activation in _ACROSS and width != former:
            self._same = False
        if isinstance(layer, Dense) and isinstance(old, Dense):
            if layer.activation in _ACROSS and layer.units != old.units:
                self._same = False
            if width != former:
                here, _there = _shared(ids, before)
                self._same = self._same and self._keep and len(here) == former

    def _can_be_identity(self, layer: AnyLayer, ids: Ids) -> bool:
        if isinstance(layer, BatchNormalization):
            return True
        if not isinstance(layer, Dense) or layer.units < ids.shape[-1]:
            return False
        if layer.activation == "linear":
            return True
        return self._non_negative and layer.activation in _IDENTITY_ABOVE_ZERO

    def _identity(self, layer: AnyLayer, specs: tuple[WeightSpec, ...]) -> tuple[FloatArray, ...]:
        return tuple(
            frozen(_as_identity(layer, spec.name, self._begun(layer.name, number)))
            for number, spec in enumerate(specs)
        )

    def _behind_identity(self, layer: AnyLayer, ids: Ids) -> Ids:
        if not isinstance(layer, Dense):
            return ids
        behind = self._ids_behind(layer, layer.name, ids)
        behind[..., : ids.shape[-1]] = ids
        return behind

    def _follow_sign(self, layer: AnyLayer) -> None:
        """Keep in mind whether no value here is below zero."""
        if isinstance(layer, Dense | Activation):
            stays = layer.activation == "linear" and isinstance(layer, Activation)
            self._non_negative = layer.activation in _NON_NEGATIVE or (self._non_negative and stays)
        elif not isinstance(layer, Dropout | Flatten):
            self._non_negative = False


def _as_identity(layer: AnyLayer, weight: str, array: FloatArray) -> FloatArray:
    """Return a new array of `layer` changed so that the layer passes its inputs on."""
    if weight == "gamma" and isinstance(layer, BatchNormalization):
        # It divides by sqrt(variance + epsilon), with a variance of one.
        array[:] = np.sqrt(1.0 + layer.epsilon)
    elif weight == "kernel":
        array[:, : len(array)] = np.eye(len(array), dtype=array.dtype)
    elif weight == "bias":
        array[:] = 0.0
    return array


def _shared(ids: Ids, before: Ids) -> tuple[Ids, Ids]:
    """Return where the last axes of two inputs have the same origins: in `ids`, in `before`."""
    width, former = ids.shape[-1], before.shape[-1]
    return _positions(ids.reshape(-1, width)[0], before.reshape(-1, former)[0])


def _positions(ids: Ids, before: Ids) -> tuple[Ids, Ids]:
    _both, here, there = np.intersect1d(ids, before, assume_unique=True, return_indices=True)
    return here, there


def _put_rows(result: FloatArray, here: Ids, given: FloatArray, there: Ids, units: int) -> None:
    """Put the rows `there` of `given` into the rows `here` of `result`: the first columns."""
    rows = _run(here), _run(there)
    result[rows[0], :units] = given[rows[1], :units]


def _run(rows: Ids) -> slice | Ids:
    """Return the rows as a slice where they follow each other: copied many times as fast."""
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1 and np.all(np.diff(rows) == 1):
        return slice(int(rows[0]), int(rows[-1]) + 1)
    return rows


def _former_names(before: NetworkSpec, after: NetworkSpec) -> dict[str, str]:
    """Return the former names of layers that were renamed: new in `after`, gone from `before`."""
    if len(before.layers) != len(after.layers):
        return {}
    old_names = {layer.name for layer in before.layers}
    new_names = {layer.name for layer in after.layers}
    return {
        new.name: old.name
        for old, new in zip(before.layers, after.layers, strict=True)
        if new.name not in old_names and old.name not in new_names and old.kind == new.kind
    }
