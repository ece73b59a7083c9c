"""The network in a file of Keras's, read without TensorFlow: ``.keras``, ``.h5`` or JSON."""

from __future__ import annotations

import contextlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mlp_studio.core.errors import StudioError
from mlp_studio.core.network import NetworkSpec, Shape
from mlp_studio.core.text import Text, text
from mlp_studio.engine.keras_specs import FOLDED, KNOWN, Unsupported, folded, layer_spec

MODELS = frozenset({"Sequential", "Functional", "Model"})
MAX_JSON = 64 << 20  # bytes; a stack of 500 layers has half a million


@dataclass(frozen=True)
class Architecture:
    """A network without its weights.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    has_weights : bool
        Whether the file holds its weights too.
    """

    network: NetworkSpec
    has_weights: bool


def read_architecture(path: Path, input_shape: Shape | None = None) -> Architecture:
    """Return the network in a ``.keras``, ``.h5`` or JSON file.

    Parameters
    ----------
    path : Path
        The file; what it is is told by what it holds, not by its name.
    input_shape : tuple of int, optional
        For models that were never given one, such as a ``Sequential`` of Dense layers only.

    Raises
    ------
    StudioError
        When the file is missing or broken, or holds anything but a single line of layers
        which a multilayer perceptron has; those it does not have are named.
    """
    config, has_weights = read_config(path)
    refuse_unknown(path, config)
    with _spoilt(path):
        return Architecture(_network(path, config, input_shape), has_weights)


@contextlib.contextmanager
def _spoilt(path: Path) -> Iterator[None]:
    """Explain what happens where a description is not as Keras writes it."""
    try:
        yield
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, OverflowError) as error:
        raise unreadable(path, text("it is damaged ({reason})", reason=repr(error))) from error


def read_config(path: Path) -> tuple[dict[str, Any], bool]:
    """Return the model's description in a file, and whether its weights are there too."""
    if not path.is_file():
        raise StudioError(
            text("There is no file “{path}”.", path=path),
            text("Choose a model saved by Keras: .keras or .h5."),
        )
    try:
        config, has_weights = _parsed(path)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise unreadable(path, text("it is damaged ({reason})", reason=error)) from error
    except (RecursionError, RuntimeError, NotImplementedError) as error:  # a zip with a password
        raise unreadable(path, text("it is damaged ({reason})", reason=error)) from error
    if not isinstance(config, dict) or config.get("class_name") not in MODELS:
        kind = config.get("class_name") if isinstance(config, dict) else type(config).__name__
        raise unreadable(path, text("it holds a {kind}, not a stack of layers", kind=kind))
    return config, has_weights


def _parsed(path: Path) -> tuple[Any, bool]:
    import h5py

    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if archive.getinfo("config.json").file_size > MAX_JSON:
                raise unreadable(path, text("its description is far too big"))
            return json.loads(archive.read("config.json")), "model.weights.h5" in names
    if h5py.is_hdf5(path):
        with h5py.File(path) as file:
            if "model_config" not in file.attrs:
                raise unreadable(path, text("it holds weights only, without the network"))
            return json.loads(file.attrs["model_config"]), "model_weights" in file
    if path.stat().st_size > MAX_JSON:
        raise unreadable(path, text("its description is far too big"))
    with path.open("rb") as stream:
        if not stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b'"')):
            raise unreadable(path, text("it is neither a .keras nor an .h5 file, nor JSON"))
    found = json.loads(path.read_text(encoding="utf-8-sig"))
    # `json.dump(model.to_json(), file)` writes the JSON as a string within JSON.
    return (json.loads(found) if isinstance(found, str) else found), False


def _layer_configs(config: dict[str, Any]) -> Iterator[dict[str, Any]]:
    inner = config["config"]
    # Keras before 2.3 keeps the layers of a Sequential as a bare list.
    yield from inner if isinstance(inner, list) else inner["layers"]


def refuse_unknown(path: Path, config: dict[str, Any]) -> None:
    """Refuse a model with layers which we do not have, naming them."""
    with _spoilt(path):
        unknown = {
            f"{entry['config'].get('name', '?')} ({entry['class_name']})": None
            for entry in _layer_configs(config)
            if entry["class_name"] not in KNOWN
        }
    if unknown:
        raise StudioError(
            text(
                "“{path}” holds layers that a multilayer perceptron does not have: {layers}.",
                path=path,
                layers=", ".join(unknown),
            ),
            text(
                "Choose a model made of Dense, Flatten, activation, dropout, noise and "
                "normalization layers."
            ),
        )


def unsupported(path: Path, name: str, error: Unsupported) -> StudioError:
    """Return the error for a layer with a setting that we do not have."""
    return StudioError(
        text(
            "The layer “{layer}” in “{path}” has a setting that is not supported: {what}.",
            layer=name,
            path=path,
            what=error,
        ),
        text("Build the network in the program instead, or change that layer in Keras."),
    )


def unreadable(path: Path, why: Text) -> StudioError:
    """Return the error for a file that is no model."""
    return StudioError(
        text("“{path}” can't be read as a model: {why}.", path=path, why=why),
        text("Choose a model saved by Keras: .keras, .h5 or the JSON of model.to_json()."),
    )


def not_in_line(path: Path) -> StudioError:
    """Return the error for a model with branches."""
    return unreadable(path, text("its layers do not follow one another in a single line"))


def _network(path: Path, config: dict[str, Any], otherwise: Shape | None) -> NetworkSpec:
    entries = list(_layer_configs(config))
    if config["class_name"] != "Sequential":
        entries = _in_line(path, config["config"], entries)
    shape = _input_shape(config, entries) or otherwise
    if not shape or None in shape:
        raise unreadable(path, text("its input has no fixed shape"))
    try:
        network = NetworkSpec(input_shape=tuple(shape))
    except ValidationError:
        raise unreadable(path, text("its input has no fixed shape")) from None
    for entry in entries:
        if entry["class_name"] != "InputLayer":
            network = _with_layer(path, network, entry)
    return network


def _with_layer(path: Path, network: NetworkSpec, entry: dict[str, Any]) -> NetworkSpec:
    """Return the network with one more layer, or with the last one's activation."""
    kind, config = entry["class_name"], entry["config"]
    try:
        layer = layer_spec(kind, config, len(network.output_shape) + 1)
    except Unsupported as error:
        raise unsupported(path, str(config.get("name")), error) from error
    last = network.layers[-1] if network.layers else None
    merged = folded(last, layer) if kind in FOLDED else None
    try:
        if merged is not None:
            return network.replaced(merged.name, merged)
        return network.inserted(len(network.layers), layer)
    except ValidationError as error:
        raise unreadable(path, text("it has too many layers")) from error


def _input_shape(config: dict[str, Any], entries: list[dict[str, Any]]) -> Shape | None:
    """Return the shape of one input, wherever this or an earlier Keras has put it."""
    inner = config["config"] if isinstance(config["config"], Mapping) else {}
    built = config.get("build_config")
    first = entries[0]["config"] if entries else {}
    for found in (
        first.get("batch_shape"),
        first.get("batch_input_shape"),
        inner.get("build_input_shape"),
        built.get("input_shape") if isinstance(built, Mapping) else None,
    ):
        if isinstance(found, list) and len(found) > 1:
            return tuple(found[1:])
    return None


def _in_line(
    path: Path, inner: dict[str, Any], entries: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the layers of a functional model from its input to its output."""
    inputs, outputs = (_ends(inner[key]) for key in ("input_layers", "output_layers"))
    if len(inputs) != 1 or len(outputs) != 1:
        raise unreadable(path, text("it has several inputs or outputs"))
    by_name = {entry.get("name", entry["config"].get("name")): entry for entry in entries}
    line: list[dict[str, Any]] = []
    name = outputs[0]
    while True:
        entry = by_name.pop(name, None)
        if entry is None:  # seen before, or not there
            raise not_in_line(path)
        line.append(entry)
        if entry["class_name"] == "InputLayer":
            break
        nodes = entry["inbound_nodes"]
        sources = _sources(nodes[0]) if len(nodes) == 1 else []
        if len(sources) != 1:
            raise not_in_line(path)
        name = sources[0]
    if by_name:
        raise not_in_line(path)
    return line[::-1]


def _ends(given: Any) -> list[str]:
    """Return names of layers from ``["a", 0, 0]`` or ``[["a", 0, 0], ...]``."""
    if given and isinstance(given[0], str):
        return [given[0]]
    return [each[0] for each in given]


def _sources(node: Any) -> list[str]:
    """Return the names of the layers whose outputs a layer was called with."""
    if isinstance(node, Mapping):
        if node.get("class_name") == "__keras_tensor__":
            return [node["config"]["keras_history"][0]]
        return [name for value in node.values() for name in _sources(value)]
    if isinstance(node, list):
        # Keras 2 writes ["name", node, tensor, {other arguments}] for each.
        if len(node) >= 3 and isinstance(node[0], str) and isinstance(node[1], int):
            return [node[0], *(name for rest in node[3:] for name in _sources(rest))]
        return [name for value in node for name in _sources(value)]
    return []
