"""Networks out of files and into them: Keras's and our own, with or without their weights."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.network import NetworkSpec, Shape
from mlp_studio.core.text import text
from mlp_studio.digits.contract import guess, reads_digits, sample_digits
from mlp_studio.storage.files import write_text
from mlp_studio.storage.keras_contract import read_contract
from mlp_studio.storage.project_file import SUFFIX, load_project

if TYPE_CHECKING:
    from mlp_studio.engine.keras_architecture import Architecture

KERAS_JSON = ".json"
SUFFIXES = (".keras", ".h5", ".hdf5", KERAS_JSON, SUFFIX)
"""How files are called that may hold a network."""


def read_architecture(path: Path, input_shape: Shape | None = None) -> Architecture:
    """Return the network in a file; TensorFlow is not loaded.

    Parameters
    ----------
    path : Path
        A project, a ``.keras`` or ``.h5`` file, or the JSON of ``model.to_json()``.
    input_shape : tuple of int, optional
        For models that were never given one.

    Raises
    ------
    StudioError
        When there is no network in it that we know.
    """
    from mlp_studio.engine import keras_architecture as keras

    if path.suffix == SUFFIX:
        saved = load_project(path)
        return keras.Architecture(saved.project.network, saved.snapshot is not None)
    return keras.read_architecture(path, input_shape)


def write_architecture(path: Path, network: NetworkSpec) -> None:
    """Write a network as Keras's JSON, in place of what was there. Loads TensorFlow.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    from mlp_studio.engine.keras_files import architecture_json

    write_text(path, architecture_json(network))


def read_weights(path: Path) -> Snapshot:
    """Return the weights in a file and the network they belong to. May load TensorFlow.

    What the inputs of a network from elsewhere mean is found out, where it reads digits.

    Raises
    ------
    StudioError
        When there are none, or the file can't be read.
    """
    if path.suffix == SUFFIX:
        snapshot = load_project(path).snapshot
        if snapshot is None:
            raise StudioError(
                text("The project {path} has not been trained.", path=path),
                text("Open its architecture without weights."),
            )
        return snapshot
    from mlp_studio.engine.keras_files import load

    network, weights = load(path)
    scaler = read_contract(path)
    if scaler is None and reads_digits(network):
        found = guess(network, weights, *sample_digits())
        scaler = found.scaler if found.sure else None
    return Snapshot(network, weights, scaler=scaler)
