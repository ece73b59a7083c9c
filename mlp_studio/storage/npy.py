"""Weights as plain ``.npy`` files, named as the notebooks name them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlp_studio.core.arrays import FloatArray, Weights
from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import DESCRIPTIONS, Scaler
from mlp_studio.core.table_sources import OwnData
from mlp_studio.storage.files import make_folder, write_array, write_json

PIXELS = 28 * 28  # of a picture of a digit

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class ArrayFile:
    """One array of one layer and the file it goes to."""

    file: str
    layer: str
    array: str


def prefix_for(data: DataSpec) -> str:
    """Return what the file names of a network on `data` begin with."""
    source = data.source
    if isinstance(source, OwnData):
        return str(getattr(source, "name", "")) or source.kind
    return source.kind


def array_files(network: NetworkSpec, prefix: str) -> list[ArrayFile]:
    """Return the files for a network's weights, in the order of `NetworkSpec.weight_specs`.

    Dense layers are numbered from 1: ``{prefix}_weights1.npy``, ``{prefix}_biases1.npy``.
    Arrays of other layers carry the layer's name: ``{prefix}_{layer}_gamma.npy``.
    """
    files = []
    dense = 0
    for layer, (name, arrays) in zip(network, network.weight_specs().items(), strict=True):
        if isinstance(layer, Dense):
            dense += 1
            for array in arrays:
                word = "weights" if array.name == "kernel" else "biases"
                files.append(ArrayFile(f"{prefix}_{word}{dense}.npy", name, array.name))
        else:
            files += [
                ArrayFile(f"{prefix}_{name}_{array.name}.npy", name, array.name) for array in arrays
            ]
    return files


def write_arrays(
    folder: Path, network: NetworkSpec, weights: Weights, prefix: str
) -> tuple[list[Path], list[dict[str, Any]]]:
    """Write each array as float32; return the files and what a manifest says of them."""
    make_folder(folder)
    paths, entries = [], []
    for item, array in zip(array_files(network, prefix), _flat(network, weights), strict=True):
        path = folder / item.file
        write_array(path, array.astype("<f4", copy=False))
        paths.append(path)
        entries.append(
            {
                "file": item.file,
                "layer": item.layer,
                "array": item.array,
                "shape": list(array.shape),
                "dtype": "float32",
            }
        )
    return paths, entries


def _flat(network: NetworkSpec, weights: Weights) -> list[FloatArray]:
    return [array for name in network.weight_specs() for array in weights[name]]


def export_npy(
    folder: Path,
    network: NetworkSpec,
    weights: Weights,
    prefix: str,
    data: DataSpec | None = None,
    scaler: Scaler | None = None,
) -> list[Path]:
    """Write every weight array of a network and a manifest that explains them.

    Parameters
    ----------
    folder : Path
        Made if need be; files of the same names are replaced.
    network : NetworkSpec
        The network.
    weights : Weights
        Its weights.
    prefix : str
        What the file names begin with; see `prefix_for`.
    data : DataSpec, optional
        Where given, the manifest says how inputs are scaled.
    scaler : Scaler, optional
        With the parameters of the scaling.

    Returns
    -------
    list of Path
        The array files, then the manifest.

    Raises
    ------
    StudioError
        When the folder can't be written.
    """
    paths, entries = write_arrays(folder, network, weights, prefix)
    manifest = {
        "arrays": entries,
        "network": network.model_dump(mode="json"),
        "input": input_note(network, data, scaler),
        "use": "x = activation(x @ weights + biases), layer after layer; "
        "see network for activations",
    }
    write_json(folder / MANIFEST, manifest)
    return [*paths, folder / MANIFEST]


def input_note(
    network: NetworkSpec, data: DataSpec | None, scaler: Scaler | None = None
) -> dict[str, Any]:
    """Return what a network expects as input, in words a program can read."""
    note: dict[str, Any] = {"shape": list(network.input_shape), "dtype": "float32"}
    if scaler is not None:
        picture = scaler.described_picture() if math.prod(network.input_shape) == PIXELS else {}
        return note | scaler.described() | picture
    return note | {"scaling": "unknown" if data is None else DESCRIPTIONS[data.scaling]}
