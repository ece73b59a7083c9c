"""A film of a training: what each layer makes of the same examples, moment after moment.

A frame has the weights and every layer's activations of a fixed set of examples, both in
half precision: a thousandth of a value is nothing to the eye and halves the memory.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.forward import apply_layer, forward
from mlp_studio.core.layers import Activation, Dense, is_idle
from mlp_studio.core.network import NetworkSpec

BUDGET = 300_000_000  # bytes
LEAST_EXAMPLES = 50
FEW = 8  # frames that must fit the budget before anything is left out of each
_LARGEST = float(np.finfo(np.float16).max)

Half = NDArray[np.float16]


@dataclass(frozen=True, eq=False)
class FilmFrame:
    """The network at one moment of its training.

    Parameters
    ----------
    step : int
        Steps made since the weights were new.
    epoch : float
        The same in epochs; whole at an epoch's end.
    activations : dict of str to ndarray of float16, shape (n, ...)
        Of the layers that do something to the values, see `shown_layer`.
    weights : dict of str to tuple of ndarray of float16, optional
        None where they take too much room.
    """

    step: int
    epoch: float
    activations: dict[str, Half]
    weights: dict[str, tuple[Half, ...]] | None

    @property
    def bytes(self) -> int:
        """Memory of the arrays."""
        kept = [array for arrays in (self.weights or {}).values() for array in arrays]
        return sum(array.nbytes for array in (*self.activations.values(), *kept))

    def whole_weights(self) -> Weights | None:
        """Return the weights in single precision, to compute with."""
        if self.weights is None:
            return None
        return {
            name: tuple(array.astype(np.float32) for array in arrays)
            for name, arrays in self.weights.items()
        }


class Film:
    """Frames in the order of their steps, within a budget of memory.

    Beyond the budget it does not stop: it leaves out the frame whose neighbours are nearest
    on a logarithmic scale of steps, so that the beginning, where most happens, stays dense.

    Parameters
    ----------
    network : NetworkSpec
        Of all its frames.
    examples : FloatArray of shape (n, *network.input_shape)
        Scaled inputs. Fewer of them are taken where a few frames would fill the budget.
    budget : int
        Bytes.
    """

    def __init__(self, network: NetworkSpec, examples: FloatArray, budget: int = BUDGET) -> None:
        self.network = network
        self.frames: list[FilmFrame] = []
        self._budget = budget
        self._size = 0
        weights = 2 * network.parameters
        each = 2 * sum(
            math.prod(shape)
            for layer, shape in zip(network.layers, network.shapes(), strict=True)
            if not is_idle(layer)
        )
        self.keeps_weights = FEW * (weights + each * len(examples)) <= budget
        room = budget // FEW - (weights if self.keeps_weights else 0)
        count = max(min(LEAST_EXAMPLES, len(examples)), min(len(examples), room // max(1, each)))
        self.examples = examples[:count]

    @property
    def bytes(self) -> int:
        """Memory of the frames."""
        return self._size

    @property
    def budget(self) -> int:
        """Bytes that the frames may take. Less than before leaves frames out at once."""
        return self._budget

    @budget.setter
    def budget(self, budget: int) -> None:
        self._budget = budget
        self._thin()

    def __len__(self) -> int:
        return len(self.frames)

    def develop(self, step: int, epoch: float, weights: Weights) -> FilmFrame:
        """Return the frame of some weights. Slow; changes nothing, so any thread may call it."""
        outputs = forward(self.network, weights, self.examples)
        activations = {
            layer.name: _half(outputs[layer.name])
            for layer in self.network.layers
            if not is_idle(layer)
        }
        kept = None
        if self.keeps_weights:
            kept = {name: tuple(map(_half, arrays)) for name, arrays in weights.items()}
        return FilmFrame(step, epoch, activations, kept)

    def add(self, frame: FilmFrame) -> None:
        """Put a frame in its place; one of the same step is replaced."""
        place = bisect_left(self.frames, frame.step, key=_step)
        if place < len(self.frames) and self.frames[place].step == frame.step:
            self._size -= self.frames.pop(place).bytes
        self.frames.insert(place, frame)
        self._size += frame.bytes
        self._thin()

    def until(self, epoch: float) -> Film:
        """Return a film of the frames up to an epoch: training goes on from there."""
        film = Film(self.network, self.examples, self._budget)
        for frame in self.frames:
            if frame.epoch <= epoch:
                film.add(frame)
        return film

    def nearest(self, epoch: float) -> int:
        """Return the number of the frame that is nearest to a moment; the film has some."""
        place = bisect_right(self.frames, epoch, key=lambda frame: frame.epoch)
        around = [k for k in (place - 1, place) if 0 <= k < len(self.frames)]
        return min(around, key=lambda k: abs(self.frames[k].epoch - epoch))

    def features(self, number: int, layer: str, *, before_activation: bool = False) -> FloatArray:
        """Return what a layer gave for each example in a frame, shape (n, ...).

        Parameters
        ----------
        number : int
            Of the frame.
        layer : str
            The layer's name.
        before_activation : bool
            For a Dense layer its weighted sums, where the film keeps weights; for an
            Activation what it is given.
        """
        return self.values(self.frames[number], layer, before_activation=before_activation)

    def values(
        self, frame: FilmFrame, layer: str, *, before_activation: bool = False
    ) -> FloatArray:
        """Return the same of a frame that was taken from the film before; any thread may ask."""
        position = self.network.index(layer)
        spec = self.network.layers[position]
        if before_activation and isinstance(spec, Activation):
            return self.examples if position == 0 else self._given(frame, position - 1)
        if before_activation and isinstance(spec, Dense) and frame.weights is not None:
            inputs = self.examples if position == 0 else self._given(frame, position - 1)
            arrays = tuple(array.astype(np.float32) for array in frame.weights[layer])
            plain = spec.model_copy(update={"activation": "linear"})
            return np.asarray(apply_layer(plain, arrays, inputs), np.float32)
        return self._given(frame, position)

    def _given(self, frame: FilmFrame, position: int) -> FloatArray:
        layers = self.network.layers
        last = position
        while last >= 0 and is_idle(layers[last]):
            last -= 1
        values: AnyArray = self.examples if last < 0 else frame.activations[layers[last].name]
        shape = self.network.shapes()[position]  # a Flatten on the way may have changed it
        return values.astype(np.float32).reshape(len(values), *shape)

    def _thin(self) -> None:
        while self._size > self._budget and len(self.frames) > 2:
            gone = self.frames.pop(least_missed([frame.step for frame in self.frames]))
            self._size -= gone.bytes


def least_missed(steps: list[int]) -> int:
    """Return which of three or more ascending steps leaves the smallest gap on a log scale.

    Never the first or the last.
    """
    scale = np.log1p(np.asarray(steps, np.float64))
    return 1 + int(np.argmin(scale[2:] - scale[:-2]))


def _step(frame: FilmFrame) -> int:
    return frame.step


def _half(values: AnyArray) -> Half:
    return np.clip(values, -_LARGEST, _LARGEST).astype(np.float16)
