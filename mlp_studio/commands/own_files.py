"""Files to evaluate a model on, read in the way of the data that it was trained on."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from mlp_studio.commands.console import warn
from mlp_studio.core.arrays import AnyArray, Progress
from mlp_studio.core.dataset import Facts, Part, facts
from mlp_studio.core.datasets import AnySource
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import Images
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.table_sources import Table
from mlp_studio.core.text import text
from mlp_studio.data.assemble import Raw
from mlp_studio.data.idx import is_idx, read_idx
from mlp_studio.data.image_folders import read_images
from mlp_studio.data.mnist_relatives import checked_pair
from mlp_studio.data.refusals import unusable
from mlp_studio.data.scaling import scaled
from mlp_studio.data.tables.encode import read_table
from mlp_studio.data.tables.sniff import sniff

ARRAYS = {".npz", ".npy"}


def own_part(
    source: AnySource | None, scaler: Scaler, path: Path, progress: Progress
) -> tuple[Part, Facts] | None:
    """Return the examples in a file, or None where it is for `models` to read as arrays.

    Parameters
    ----------
    source : AnySource or None
        What the model was trained on, where that is known.
    scaler : Scaler
        What its inputs go through; fitted when it was trained.
    path : Path
        A table with the columns of the one that was trained on, a folder of pictures, or
        one IDX file of pictures beside one of labels.
    progress : Progress
        May raise `Cancelled`.
    """
    if isinstance(source, Images) and path.is_dir():
        raw = read_images(source.model_copy(update={"path": str(path)}), progress)
    elif path.is_dir() or path.suffix.lower() in ARRAYS:
        return None
    elif is_idx(path):
        return _idx_part(path, scaler, progress)
    elif isinstance(source, Table):
        form = sniff(path)
        if form.kind == "text":  # a first row of words is not always what it looks like
            form = form.model_copy(update={"header": source.format.header})
        elif form.kind == source.format.kind:
            form = source.format
        table = source.model_copy(update={"format": form})
        raw = read_table(table, progress, path=path, new_categories=True)
    else:
        raise unusable(
            path,
            text("the model was not trained on a table, so its columns are not known"),
            text("Give an .npz file with the arrays x and y, or IDX files of pictures."),
        )
    for note in raw.notes:
        warn(str(note))
    return _part(raw, scaler), facts(source)


def _part(raw: Raw, scaler: Scaler) -> Part:
    gaps = np.isnan(raw.x).any() if raw.x.dtype.kind == "f" else False
    if gaps and not scaler.fill:
        # Nothing was missing when the model was trained, so nothing is known to stand in.
        keep = ~np.isnan(raw.x.reshape(len(raw.x), -1)).any(axis=1)
        warn(str(text("{count} rows with missing values were left out.", count=int((~keep).sum()))))
        raw = Raw(raw.x[keep], raw.y[keep])
    return Part(scaled(raw.x, np.arange(len(raw.x)), scaler), raw.y)


def _idx_part(path: Path, scaler: Scaler, progress: Progress) -> tuple[Part, Facts]:
    images, labels = path, _beside(path)
    if "labels" in path.name and "images" not in path.name:
        images, labels = labels, path
    x = read_idx(images, 3, progress)
    if images.name.startswith("emnist"):
        x = x.transpose(0, 2, 1)  # EMNIST's rows and columns are exchanged
    pixels, answers = checked_pair(images, x, read_idx(labels, 1, progress))
    part = Part(scaled(pixels, np.arange(len(pixels)), scaler), answers)
    return part, Facts("multiclass", (28, 28), 10)


def _beside(path: Path) -> Path:
    """Return the labels beside pictures, or the pictures beside labels, packed or not."""
    name = path.name.removesuffix(".gz")
    if "images" in name:
        other = name.replace("images", "labels").replace("idx3", "idx1")
    else:
        other = name.replace("labels", "images").replace("idx1", "idx3")
    for candidate in (other, f"{other}.gz"):
        if candidate != path.name and (path.parent / candidate).is_file():
            return path.parent / candidate
    raise StudioError(
        text("Beside {file} there is no file {other}.", file=str(path), other=other),
        text("Pictures and labels belong together: put both into one folder."),
    )


def class_numbers(path: Path, labels: AnyArray, names: tuple[str, ...]) -> AnyArray:
    """Return words as class numbers.

    Raises
    ------
    StudioError
        When a word is no class of the model's, naming it.
    """
    known = {name: k for k, name in enumerate(names)}
    words = labels.astype(str)
    for word in np.unique(words):
        if str(word) not in known:
            raise unusable(
                path,
                text("it has the label “{label}”, which the model does not know", label=word),
                text("The model's classes are {names}.", names=", ".join(names) or "–"),
            )
    return np.array([known[str(word)] for word in words], np.int32)
