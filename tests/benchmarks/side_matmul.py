"""The matrix products of an epoch alone, in NumPy: what no engine can do without.

For every step the product forward, the one for the kernel's gradient and, behind the
first layer, the one for the input's gradient; then the products of the validation.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_studio.core.arrays import FloatArray
from tests.benchmarks.networks import Job, request, rows, stack
from tests.benchmarks.worker import Tick

VALIDATION_BATCH = 1024


def load() -> str:
    """NumPy is there already."""
    return f"NumPy {np.__version__}"


def train(job: Job, tick: Tick) -> None:
    """Make the products of epoch after epoch until told to end."""
    from threadpoolctl import threadpool_limits

    asked = request(job)
    kernels = [layer.kernel for layer in stack(asked)]
    x, x_validation = rows(asked.x_train), rows(asked.x_validation)
    batch = asked.training.batch_size
    step = _step(kernels, batch)
    last = _step(kernels, len(x) % batch) if len(x) % batch else None
    whole = len(x) - len(x) % batch
    held = [np.empty((VALIDATION_BATCH, kernel.shape[1]), np.float32) for kernel in kernels]
    with threadpool_limits(job.threads):
        going = True
        while going:
            for first in range(0, whole, batch):
                step(x[first : first + batch])
            if last is not None:
                last(x[whole:])
            for first in range(0, len(x_validation), VALIDATION_BATCH):
                values = x_validation[first : first + VALIDATION_BATCH]
                for kernel, out in zip(kernels, held, strict=True):
                    values = np.matmul(values, kernel, out=out[: len(values)])
            going = tick({})


def _step(kernels: list[FloatArray], batch: int) -> Callable[[FloatArray], None]:
    """Return the products of a step; what lies between them is random and never changes."""
    random = np.random.default_rng(0)
    inputs = [random.random((batch, kernel.shape[0]), np.float32) for kernel in kernels]
    deltas = [random.random((batch, kernel.shape[1]), np.float32) for kernel in kernels]
    outputs = [np.empty_like(delta) for delta in deltas]
    for_kernels = [np.empty_like(kernel) for kernel in kernels]
    for_inputs = [np.empty_like(values) for values in inputs]

    def step(x: FloatArray) -> None:
        for number, kernel in enumerate(kernels):
            np.matmul(inputs[number] if number else x, kernel, out=outputs[number])
        for number in range(len(kernels) - 1, -1, -1):
            values = inputs[number] if number else x
            np.matmul(values.T, deltas[number], out=for_kernels[number])
            if number:
                np.matmul(deltas[number], kernels[number].T, out=for_inputs[number])

    return step
