"""Why this answer: what each input contributes to a network's output for one example.

Sources: Simonyan, Vedaldi and Zisserman 2013 (arXiv 1312.6034) for the gradient; Shrikumar
et al. 2016 (arXiv 1605.01713) for gradient × input; Sundararajan, Taly and Yan 2017
(arXiv 1703.01365) for integrated gradients; Zeiler and Fergus 2013 (arXiv 1311.2901) for
occlusion.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.backward import input_gradient
from mlp_studio.core.forward import predict
from mlp_studio.core.network import NetworkSpec

Method = Literal["gradient", "gradient_input", "integrated", "occlusion"]
METHODS: tuple[Method, ...] = ("gradient", "gradient_input", "integrated", "occlusion")
STEPS = 512  # of the path of integrated gradients: complete within a percent
PATCH = 4  # pixels a side that are covered at a time, in steps of half of it


def score(network: NetworkSpec, weights: Weights, x: AnyArray, output: int) -> FloatArray:
    """Return what is explained: one output before the last activation, shape (n,).

    Before softmax one class can't hide what another one gains; before sigmoid nothing is
    flattened where the network is certain.
    """
    return np.asarray(predict(network.to_logits(), weights, x)[..., output], np.float32)


def attribution(
    network: NetworkSpec,
    weights: Weights,
    x: AnyArray,
    output: int,
    method: Method,
    baseline: AnyArray | None = None,
) -> FloatArray:
    """Return what each input contributes to `score`.

    Parameters
    ----------
    network : NetworkSpec
        With one axis of outputs.
    weights : Weights
        Its weights.
    x : ndarray of shape network.input_shape
        One scaled example.
    output : int
        Which output.
    method : {"gradient", "gradient_input", "integrated", "occlusion"}
        The slope at `x`; the slope times the distance from the baseline; the slope averaged
        on the way from the baseline, times the distance, whose sum is the score's change
        (completeness); how much the score falls when a part is replaced by the baseline.
    baseline : ndarray of shape network.input_shape, optional
        An example that says nothing, such as an empty picture; zeros when left out.

    Returns
    -------
    FloatArray of shape network.input_shape
    """
    if not 0 <= output < network.output_shape[-1]:
        last = network.output_shape[-1] - 1
        raise ValueError(f"output must lie between 0 and {last}. Received: {output}")
    example = np.asarray(x, np.float32)
    start = np.zeros_like(example) if baseline is None else np.asarray(baseline, np.float32)
    if method == "occlusion":
        return _occlusion(network, weights, example, output, start)
    if method == "integrated":
        way = ((np.arange(STEPS, dtype=np.float32) + 0.5) / STEPS).reshape(-1, *[1] * example.ndim)
        points = start + way * (example - start)
    else:
        points = example[None]
    slopes = _slopes(network, weights, points, output)
    return slopes if method == "gradient" else slopes * (example - start)


def _slopes(network: NetworkSpec, weights: Weights, x: FloatArray, output: int) -> FloatArray:
    one_hot = np.zeros((len(x), *network.output_shape), np.float32)
    one_hot[..., output] = 1.0
    gradients = input_gradient(network.to_logits(), weights, x, one_hot)
    return np.asarray(gradients.mean(axis=0), np.float32)


def _occlusion(
    network: NetworkSpec, weights: Weights, x: FloatArray, output: int, baseline: FloatArray
) -> FloatArray:
    masks = _masks(x.shape)
    covered = np.where(masks, baseline, x)
    falls = score(network, weights, x[None], output) - score(network, weights, covered, output)
    weighted = falls.reshape(-1, *[1] * x.ndim) * masks
    return np.asarray(weighted.sum(axis=0) / masks.sum(axis=0), np.float32)


def _masks(shape: tuple[int, ...]) -> AnyArray:
    """Return what is covered each time: a square of a picture, else one value; all is once."""
    if len(shape) < 2:
        return np.eye(shape[0], dtype=bool)
    rows, columns = shape[:2]
    step = PATCH // 2
    tops = range(min(0, 1 - step), rows, step)
    masks = [
        _square(shape, top, left) for top in tops for left in range(min(0, 1 - step), columns, step)
    ]
    return np.stack(masks)


def _square(shape: tuple[int, ...], top: int, left: int) -> AnyArray:
    mask = np.zeros(shape, bool)
    mask[max(0, top) : top + PATCH, max(0, left) : left + PATCH] = True
    return mask
