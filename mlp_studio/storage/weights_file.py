"""A snapshot's weights inside an archive, and back, with nothing taken on trust."""

from __future__ import annotations

from typing import IO

import numpy as np
from numpy.lib import format as npy_format

from mlp_studio.core.arrays import AnyArray, FloatArray, Weights, frozen
from mlp_studio.core.network import NetworkSpec, Shape


class BadArrayError(ValueError):
    """An array is not what the spec says."""


def read_array(stream: IO[bytes], shape: Shape) -> FloatArray:
    """Return the float32 array in a ``.npy`` stream, which must have `shape`.

    The header is checked before any memory is taken, and pickled objects are refused.

    Raises
    ------
    BadArrayError
        Saying what was found.
    """
    try:
        version = npy_format.read_magic(stream)
        if version not in {(1, 0), (2, 0)}:
            raise BadArrayError(f"unknown .npy version {version}")
        read = (
            npy_format.read_array_header_1_0
            if version == (1, 0)
            else npy_format.read_array_header_2_0
        )
        found, fortran, dtype = read(stream)
    except ValueError as error:
        raise BadArrayError(str(error)) from error
    if dtype.kind != "f" or found != shape:
        raise BadArrayError(f"expected float32 {shape}, found {dtype} {found}")
    count = int(np.prod(shape))
    data = stream.read(count * dtype.itemsize + 1)
    if len(data) != count * dtype.itemsize:
        raise BadArrayError(f"expected {count} numbers, found {len(data) // dtype.itemsize}")
    values: AnyArray = np.frombuffer(data, dtype).reshape(shape, order="F" if fortran else "C")
    return frozen(np.array(values, np.float32, order="C"))


def member_name(layer: str, array: str) -> str:
    """Return the name of an array inside an archive."""
    return f"{layer}/{array}"


def named_arrays(network: NetworkSpec, weights: Weights) -> dict[str, FloatArray]:
    """Return every array by its name inside an archive."""
    return {
        member_name(layer, spec.name): array
        for layer, specs in network.weight_specs().items()
        for spec, array in zip(specs, weights[layer], strict=True)
    }
