"""The parts of a kept run as bytes, and back, with nothing taken on trust."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_studio.analysis.film import Film, FilmFrame, least_missed
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights, frozen
from mlp_studio.core.errors import StudioError
from mlp_studio.core.layers import is_idle
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.text import Text, text
from mlp_studio.storage.weights_file import BadArrayError, member_name, named_arrays, read_array

FILM_BUDGET = 1 << 20  # bytes of a kept film; its key frames are those least missed
Row = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Answers:
    """What a run's network said of the examples it was evaluated on.

    Parameters
    ----------
    truth : ndarray of shape (n,) or (n, outputs)
        Class numbers, or values.
    said : ndarray of the same shape
        The classes answered, or the predicted values.
    sure : ndarray of float16, shape (n,), optional
        The probability of the class answered.
    """

    truth: AnyArray
    said: AnyArray
    sure: AnyArray | None = None


def broken_part(part: str, detail: str | Text) -> StudioError:
    """Return the error for a part that is not what it should be."""
    return StudioError(
        text("“{part}” of this run can't be read: {detail}.", part=part, detail=detail),
        text("The rest of the run is still there. Open an earlier copy of the project for it."),
    )


# --- history ---------------------------------------------------------------------------


def history_bytes(rows: Sequence[Row]) -> bytes:
    """Return the epochs' logs."""
    return json.dumps(list(rows), separators=(",", ":")).encode()


def read_history(data: bytes) -> list[dict[str, float]]:
    """Return the epochs' logs.

    Raises
    ------
    StudioError
        When they are broken.
    """
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise broken_part("history.json", str(error)) from error
    whole = isinstance(rows, list) and all(
        isinstance(row, dict)
        and isinstance(row.get("epoch"), int)
        and all(isinstance(value, int | float) for value in row.values())
        for row in rows
    )
    if not whole:
        raise broken_part("history.json", text("it has no list of epochs"))
    return list(rows)


# --- weights ---------------------------------------------------------------------------


def weights_bytes(network: NetworkSpec, weights: Weights) -> bytes:
    """Return the weights of a network, each array by its name."""
    arrays: dict[str, Any] = dict(named_arrays(network, weights))
    packed = io.BytesIO()
    np.savez(packed, **arrays)
    return packed.getvalue()


def read_weights(data: bytes, network: NetworkSpec) -> Weights:
    """Return the weights of a network.

    Raises
    ------
    StudioError
        When an array is missing or broken.
    """
    found: dict[str, tuple[FloatArray, ...]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for layer, specs in network.weight_specs().items():
                arrays = []
                for spec in specs:
                    with archive.open(f"{member_name(layer, spec.name)}.npy") as stream:
                        arrays.append(read_array(stream, spec.shape))
                found[layer] = tuple(arrays)
    except (zipfile.BadZipFile, KeyError, BadArrayError) as error:
        raise broken_part("weights", str(error)) from error
    return found


# --- answers ---------------------------------------------------------------------------


def answers_bytes(answers: Answers) -> bytes:
    """Return the answers; class numbers take as few bytes as they can."""
    arrays = {"truth": _small(answers.truth), "said": _small(answers.said)}
    if answers.sure is not None:
        arrays["sure"] = answers.sure.astype(np.float16)
    return _packed(arrays)


def read_answers(data: bytes) -> Answers:
    """Return the answers.

    Raises
    ------
    StudioError
        When they are broken.
    """
    arrays = _unpacked(data, "answers.npz")
    if "truth" not in arrays or arrays.get("said", arrays["truth"][:0]).shape != (
        arrays["truth"].shape
    ):
        raise broken_part("answers.npz", text("questions and answers don’t fit together"))
    return Answers(arrays["truth"], arrays["said"], arrays.get("sure"))


def _small(values: AnyArray) -> AnyArray:
    if values.dtype.kind == "f":
        return values.astype(np.float32)
    high = int(values.max(initial=0))
    return values.astype(np.uint8 if high < 256 else np.uint16 if high < 65_536 else np.int64)


# --- film ------------------------------------------------------------------------------


def film_bytes(film: Film, chosen: AnyArray, budget: int = FILM_BUDGET) -> bytes | None:
    """Return the key frames of a film, as many as fit; None where two don't.

    Parameters
    ----------
    film : Film
        Of its frames the activations are kept; the weights are kept by epoch elsewhere.
    chosen : ndarray of int
        Which validation examples it is about.
    budget : int
        Bytes.
    """
    frames = list(film.frames)
    sizes = [sum(array.nbytes for array in frame.activations.values()) for frame in frames]
    while sum(sizes) > budget and len(frames) > 2:
        gone = least_missed([frame.step for frame in frames])
        frames.pop(gone)
        sizes.pop(gone)
    if not frames or sum(sizes) > budget:
        return None
    arrays: dict[str, AnyArray] = {
        "chosen": np.asarray(chosen, np.int64),
        "steps": np.array([frame.step for frame in frames], np.int64),
        "epochs": np.array([frame.epoch for frame in frames], np.float64),
    }
    for name in frames[0].activations:
        arrays[f"layer/{name}"] = np.stack([frame.activations[name] for frame in frames])
    return _packed(arrays)


def read_film(data: bytes, network: NetworkSpec, examples: FloatArray) -> tuple[Film, AnyArray]:
    """Return a film and which validation examples it is about.

    Parameters
    ----------
    data : bytes
        From `film_bytes`.
    network : NetworkSpec
        Of the run.
    examples : FloatArray of shape (n, *network.input_shape)
        The validation examples of its data.

    Raises
    ------
    StudioError
        When it is broken, or of other examples.
    """
    arrays = _unpacked(data, "film.npz")
    try:
        chosen, steps, epochs = (arrays[name] for name in ("chosen", "steps", "epochs"))
        shown = [layer.name for layer in network.layers if not is_idle(layer)]
        layers = {name: arrays[f"layer/{name}"] for name in shown}
    except KeyError as error:
        raise broken_part("film.npz", text("{name} is missing", name=str(error))) from error
    fits = all(values.shape[:2] == (len(steps), len(chosen)) for values in layers.values())
    if not fits or len(steps) != len(epochs) or (len(chosen) and chosen.max() >= len(examples)):
        raise broken_part("film.npz", text("it is of other examples"))
    film = Film(network, examples[chosen])
    if len(film.examples) != len(chosen):
        raise broken_part("film.npz", text("it is of other examples"))
    for k, (step, epoch) in enumerate(zip(steps.tolist(), epochs.tolist(), strict=True)):
        activations = {name: frozen(np.array(values[k])) for name, values in layers.items()}
        film.add(FilmFrame(step, epoch, activations, None))
    return film, chosen


# --- archives of arrays ----------------------------------------------------------------


def _packed(arrays: Mapping[str, AnyArray]) -> bytes:
    out = io.BytesIO()
    given: dict[str, Any] = dict(arrays)
    np.savez_compressed(out, **given)
    return out.getvalue()


def _unpacked(data: bytes, part: str) -> dict[str, AnyArray]:
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except (ValueError, OSError, zipfile.BadZipFile, EOFError) as error:
        raise broken_part(part, str(error)) from error
