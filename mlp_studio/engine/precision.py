"""Matrix products in 16 bits that add up in 32.

Only the factors are narrowed; weights, sums, biases, activations, losses and optimizer
stay in float32. That is Keras's mixed precision with less rounding: there, what a layer
hands on is in 16 bits too.

float16 reaches from 6e-8 to 65504 only, and gradients fall out of it at the lower end.
Keras's `LossScaleOptimizer` multiplies the loss by a number that it finds by trial, and
drops the steps where that was too large. Here each factor that comes from the data or
from gradients is divided by a power of two near its largest entry, and the product is
multiplied by it again: exact, nothing to be found by trial, no step lost.
"""

from __future__ import annotations

from typing import Any

from mlp_studio.core.training import Precision
from mlp_studio.engine.backend import tf

NARROW = {"mixed_float16": tf.float16, "mixed_bfloat16": tf.bfloat16}
EXPONENT = 0x7F800000  # bits of a float32
SMALLEST = 2.0**-100  # stands in for the size of zeros


def product(x: Any, kernel: Any, precision: Precision) -> Any:
    """Return ``x @ kernel`` in float32, multiplied in the given precision.

    Parameters
    ----------
    x : float32 tensor of shape (rows, inputs)
        From the layer before.
    kernel : float32 tensor of shape (inputs, units)
        The weights.
    precision : {"float32", "mixed_float16", "mixed_bfloat16"}
        Of the factors, in the gradients' products too.
    """
    if precision == "float32":
        return tf.matmul(x, kernel)
    dtype = NARROW[precision]
    scaled = precision == "mixed_float16"  # bfloat16 has float32's range

    def narrow(tensor: Any) -> tuple[Any, Any]:
        if not scaled:
            return tf.cast(tensor, dtype), None
        size = _size(tensor)
        return tf.cast(tensor / size, dtype), size

    @tf.custom_gradient  # type: ignore[untyped-decorator]
    def multiply(x: Any, kernel: Any) -> Any:
        left, left_size = narrow(x)
        right = tf.cast(kernel, dtype)

        def gradient(dz: Any) -> tuple[Any, Any]:
            down, down_size = narrow(dz)
            to_x = _scaled(_multiply(down, right, transpose_right=True), down_size)
            to_kernel = _scaled(_multiply(left, down, transpose_left=True), left_size)
            return to_x, _scaled(to_kernel, down_size)

        return _scaled(_multiply(left, right), left_size), gradient

    return multiply(x, kernel)


def _multiply(
    left: Any, right: Any, *, transpose_left: bool = False, transpose_right: bool = False
) -> Any:
    # tf.matmul would round the sums to 16 bits.
    return tf.raw_ops.BatchMatMulV3(
        x=left, y=right, Tout=tf.float32, adj_x=transpose_left, adj_y=transpose_right
    )


def _size(tensor: Any) -> Any:
    """Return the power of two below the largest absolute entry."""
    bits = tf.bitcast(tf.reduce_max(tf.abs(tensor)), tf.int32)
    return tf.maximum(tf.bitcast(tf.bitwise.bitwise_and(bits, EXPONENT), tf.float32), SMALLEST)


def _scaled(tensor: Any, size: Any) -> Any:
    return tensor if size is None else tensor * size
