"""Trained models from wherever people keep them, and data brought into their form."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from mlp_studio.commands.own_files import class_numbers, own_part
from mlp_studio.core.arrays import AnyArray, FloatArray, Progress, Weights
from mlp_studio.core.check import shape_text
from mlp_studio.core.dataset import Facts, Part, class_names
from mlp_studio.core.datasets import DataSpec, Mnist, Task
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.scaling import FITTED, Scaler
from mlp_studio.core.text import text
from mlp_studio.data.load import load
from mlp_studio.data.scaling import scaled
from mlp_studio.digits.contract import guess, preparation_for, sample_digits
from mlp_studio.digits.normalise import Preparation
from mlp_studio.storage.keras_contract import read_contract
from mlp_studio.storage.own_templates import find_template, is_template, template_names
from mlp_studio.storage.project_file import SUFFIX, load_project
from mlp_studio.storage.run_folder import read_run

KERAS_SUFFIXES = {".keras", ".h5", ".hdf5"}
DIGITS = 10
PIXELS = 28 * 28


@dataclass(frozen=True, eq=False)
class Model:
    """A trained network.

    Parameters
    ----------
    network : NetworkSpec
        Its layers.
    weights : Weights
        Its weights.
    project : ProjectSpec or None
        What it was trained on and how, where that is known.
    scaler : Scaler
        What its inputs go through first; pixels are divided by 255 where nothing is known.
    told : bool
        Whether the scaler is the model's own, and not what is usual.
    """

    network: NetworkSpec
    weights: Weights
    project: ProjectSpec | None = None
    scaler: Scaler = field(default_factory=lambda: Scaler(kind="divide_255"))
    told: bool = False

    @property
    def preparation(self) -> Preparation:
        """How drawings and photos are brought into the frame that was learnt from."""
        return preparation_for(self.scaler)

    def outputs(self, x: AnyArray) -> FloatArray:
        """Return the outputs for examples of any shape with as many numbers as an input.

        Parameters
        ----------
        x : ndarray of shape (n, ...)
            Scaled as the network was trained.
        """
        wanted = self.network.input_shape
        if math.prod(x.shape[1:]) != math.prod(wanted):
            raise StudioError(
                text(
                    "The model takes inputs of shape {wanted}; the data has {given}.",
                    wanted=shape_text(wanted),
                    given=shape_text(x.shape[1:]),
                ),
                text("Choose data of the model's own shape."),
            )
        return predict(self.network, self.weights, x.reshape(len(x), *wanted))


def load_model(path: Path) -> Model:
    """Return the model kept at `path`: a run folder, a project, a ``.keras`` or ``.h5`` file.

    Raises
    ------
    StudioError
        When there is none, or it can't be read.
    """
    if path.is_dir():
        run = read_run(path)
        return _trained(run.snapshot, run.project)
    if not path.exists():
        raise StudioError(
            text("There is no model at {path}.", path=path),
            text("Give a run folder, a project, a .keras or a .h5 file."),
        )
    if path.suffix == SUFFIX:
        saved = load_project(path)
        if saved.snapshot is None:
            raise StudioError(
                text("The project {path} has not been trained.", path=path),
                text("Train it first: mlp-studio train {path} --out DIR.", path=path),
            )
        return _trained(saved.snapshot, saved.project)
    if path.suffix.lower() in KERAS_SUFFIXES:
        from mlp_studio.engine.keras_files import load as load_keras

        scaler = read_contract(path)
        network, weights = load_keras(path)
        if scaler is None:
            return Model(network, weights)
        return Model(network, weights, scaler=scaler, told=True)
    raise StudioError(
        text("{path} is no model that MLP Studio knows.", path=path),
        text("Give a run folder, a project, a .keras or a .h5 file."),
    )


def _trained(snapshot: Snapshot, project: ProjectSpec) -> Model:
    scaler = snapshot.scaler
    if scaler is None:  # of an earlier version, which knew no scaling with parameters
        kind = project.data.scaling
        scaler = Scaler(kind="divide_255" if kind in FITTED else kind)
    return Model(snapshot.network, snapshot.weights, project, scaler, told=True)


def digit_model(path: Path) -> Model:
    """Return the model at `path`, which must read 28 × 28 images of ten digits."""
    model = load_model(path)
    pixels = math.prod(model.network.input_shape)
    if pixels != PIXELS or model.network.output_shape != (DIGITS,):
        raise StudioError(
            text(
                "The model takes {given} and has {outputs} outputs; reading digits needs "
                "28 × 28 and 10.",
                given=shape_text(model.network.input_shape),
                outputs=shape_text(model.network.output_shape),
            ),
            text("Choose a model that was trained on digits."),
        )
    return model if model.told else _guessed(model)


def _guessed(model: Model) -> Model:
    """Return a model from elsewhere with the inputs with which it reads most of some digits."""
    found = guess(model.network, model.weights, *sample_digits())
    return replace(model, scaler=found.scaler) if found.sure else model


def load_part(model: Model, data: str, progress: Progress) -> tuple[Part, Facts]:
    """Return the examples to evaluate `model` on.

    Parameters
    ----------
    model : Model
        For the scaling it was trained with.
    data : str
        ``mnist`` (its test images), a template's name (its test set, else its
        validation part), an ``.npz`` file with ``x`` and ``y`` (or ``X``; or ``x_test`` and
        ``y_test``), an IDX file of pictures beside one of labels, or a table with the
        columns of the one that the model was trained on.
    progress : Progress
        Told how far loading is.
    """
    if data == "mnist":
        return _own_part(model, DataSpec(source=Mnist(), scaling="divide_255"), progress)
    path = Path(data)
    if path.exists():
        source = model.project.data.source if model.project else None
        found = own_part(source, model.scaler, path, progress)
        return found if found is not None else _file_part(model, path)
    if is_template(data):
        return _own_part(model, find_template(data).project.data, progress)
    raise StudioError(
        text("There is no data “{name}”.", name=data),
        text(
            "Choose mnist, a template ({names}), or a file: .npz, IDX, or a table like the one "
            "the model was trained on.",
            names=", ".join(template_names()),
        ),
    )


def _own_part(model: Model, spec: DataSpec, progress: Progress) -> tuple[Part, Facts]:
    """Return the test set of `spec`, else its validation part, scaled as `model` wants it."""
    scaler = model.scaler if model.told else Scaler(kind=spec.scaling)
    dataset = load(spec.model_copy(update={"scaling": "none"}), progress)
    part = dataset.test or dataset.validation
    looks = (dataset.scaler.black, dataset.scaler.white)
    pictures = math.prod(part.x.shape[1:]) == PIXELS and model.told
    if pictures and looks != (scaler.black, scaler.white):  # learnt with other ink and paper
        inputs = scaler.of_picture(dataset.scaler.to_picture(part.x))
        return Part(inputs, part.y), dataset.facts
    return Part(scaled(part.x, np.arange(len(part)), scaler), part.y), dataset.facts


def _file_part(model: Model, path: Path) -> tuple[Part, Facts]:
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
    except Exception as error:
        raise StudioError(
            text("{path} is no readable .npz file: {reason}.", path=path, reason=error),
            text("Give an .npz file with the arrays x and y."),
        ) from error
    for names in (("x_test", "y_test"), ("x", "y"), ("X", "y")):
        if all(name in arrays for name in names):
            x, y = (arrays[name] for name in names)
            break
    else:
        raise StudioError(
            text(
                "{path} holds no arrays x and y. Received: {names}.",
                path=path,
                names=", ".join(arrays) or "nothing",
            ),
            text("Name the inputs x and the answers y."),
        )
    names_known = class_names(model.project.data.source) if model.project else ()
    if y.ndim == 1 and names_known and (y.dtype.kind in "US" or _other_labels(y, names_known)):
        y = class_numbers(path, y, names_known)
    if not (_numbers(x) and _numbers(y)):
        raise StudioError(
            text(
                "The arrays in {path} are no rows of numbers. Received: x {x} and y {y}.",
                path=path,
                x=f"{x.dtype} {x.shape}",
                y=f"{y.dtype} {y.shape}",
            ),
            text("Give one row of numbers for each example."),
        )
    if len(x) != len(y) or not len(x):
        raise StudioError(
            text("{path} has {x} inputs and {y} answers.", path=path, x=len(x), y=len(y)),
            text("Each input needs one answer."),
        )
    outputs = model.network.output_shape[-1]
    scaled_before = model.scaler.kind == "divide_255" and x.dtype.kind == "f" and x.max() <= 1
    if not scaled_before and math.prod(x.shape[1:]) == math.prod(model.network.input_shape):
        x = model.scaler.transform(x)
    x = x.astype(np.float32)
    if np.issubdtype(y.dtype, np.integer):
        classes = max(2, outputs)
        if y.ndim != 1 or y.min() < 0 or y.max() >= classes:
            raise StudioError(
                text(
                    "The labels in {path} are not class numbers from 0 to {last}.",
                    path=path,
                    last=classes - 1,
                ),
                text("Number the classes from 0 in the order of the network's outputs."),
            )
        task: Task = "binary" if classes == 2 else "multiclass"
        return Part(x, y.astype(np.int32)), Facts(task, x.shape[1:], classes)
    y = y.astype(np.float32).reshape(len(y), -1)
    return Part(x, y), Facts("regression", x.shape[1:], y.shape[1])


def _other_labels(y: AnyArray, names: tuple[str, ...]) -> bool:
    """Whether whole numbers are names of classes and not their positions."""
    positions = tuple(str(k) for k in range(len(names)))
    return (
        y.dtype.kind in "iu"
        and names != positions
        and all(str(label) in names for label in np.unique(y))
    )


def _numbers(array: AnyArray) -> bool:
    return array.ndim > 0 and array.dtype.kind in "buif"
