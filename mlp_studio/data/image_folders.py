"""Pictures in sub-folders, one a class, or in an ``.npz``: looked at, shown, then loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import MAX_CLASSES, Images
from mlp_studio.core.text import text
from mlp_studio.data.assemble import Raw
from mlp_studio.data.pictures import SUFFIXES, Pixels, plain, prepared, read_picture
from mlp_studio.data.refusals import unusable

MAX_BYTES = 8 << 30
SHOWN = 256  # pixels of the longer side of an original that is shown


@dataclass(frozen=True, eq=False)
class ImagesInfo:
    """Pictures that were looked at.

    Parameters
    ----------
    source : Images
        What is suggested.
    counts : dict of str to int
        Pictures of each class.
    ignored : int
        Files in the folders that are no pictures by their names.
    """

    source: Images
    counts: dict[str, int]
    ignored: int = 0


@dataclass(frozen=True, eq=False)
class Sample:
    """A picture before and after.

    Parameters
    ----------
    name : str
        Of its file; in an ``.npz``, its number.
    label : str
        Its class.
    original : ndarray of uint8, shape (rows, columns, 3)
        At most 256 pixels a side.
    prepared : ndarray of uint8, shape (height, width) or (height, width, 3)
        What the network gets, before scaling.
    """

    name: str
    label: str
    original: Pixels
    prepared: Pixels


def inspect_images(
    path: Path,
    *,
    width: int = 28,
    height: int = 28,
    channels: Literal[1, 3] = 1,
    fit: Literal["crop", "pad", "stretch"] = "crop",
) -> ImagesInfo:
    """Return what is in a folder with one sub-folder a class, or in an ``.npz``.

    Raises
    ------
    StudioError
        When there is nothing, one class only, or a class without pictures, naming it.
    """
    counts, ignored = _npz_counts(path) if path.is_file() else _folder_counts(path)
    _check_classes(path, counts)
    source = Images(
        path=str(path.absolute()),
        width=width,
        height=height,
        channels=channels,
        fit=fit,
        classes=tuple(counts),
    )
    return ImagesInfo(source, counts, ignored)


def _check_classes(path: Path, counts: dict[str, int]) -> None:
    if not counts:
        raise unusable(
            path,
            text("it has no sub-folders with pictures"),
            text("Put the pictures of each class into a folder of its own."),
        )
    empty = [name for name, count in counts.items() if not count]
    if empty:
        raise unusable(
            path / empty[0],
            text("there are no pictures in it"),
            text("Put pictures there (PNG, JPEG, BMP, GIF or WebP), or remove the folder."),
        )
    if len(counts) < 2:
        raise unusable(
            path,
            text("it has one class only, “{name}”", name=next(iter(counts))),
            text("There is nothing to tell apart: bring examples of another class."),
        )
    if len(counts) > MAX_CLASSES:
        raise unusable(path, text("it has more than {limit} classes", limit=MAX_CLASSES))


def _folder_counts(path: Path) -> tuple[dict[str, int], int]:
    if not path.exists():
        raise StudioError(
            text("There is no folder {file}.", file=str(path)),
            text("It may have been moved or renamed: choose it where it is now."),
        )
    counts, ignored = {}, 0
    try:
        folders = [child for child in path.iterdir() if child.is_dir() and _visible(child)]
        for folder in sorted(folders, key=_natural):
            files = [child for child in folder.iterdir() if child.is_file() and _visible(child)]
            counts[folder.name] = sum(file.suffix.lower() in SUFFIXES for file in files)
            ignored += len(files) - counts[folder.name]
    except OSError as error:
        detail = error.strerror or str(error)
        raise unusable(path, text("it can't be read ({detail})", detail=detail)) from error
    return counts, ignored


def _visible(path: Path) -> bool:
    return not path.name.startswith((".", "__"))


def _natural(path: Path) -> list[tuple[int, str]]:
    """Order names so that “class 10” comes after “class 9”."""
    pieces = re.split(r"(\d+)", path.name.casefold())
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces]


def _npz_counts(path: Path) -> tuple[dict[str, int], int]:
    from mlp_studio.data.array_files import inspect_arrays
    from mlp_studio.data.npy_reading import read_array

    info = inspect_arrays(path, regression=False)
    _require_pictures(path, info.source.shape, info.found[info.source.x].dtype)
    labels = read_array(path, info.source.y)
    if info.source.one_hot:
        labels = labels.argmax(axis=1)
    values, counts = np.unique(labels, return_counts=True)
    if info.source.one_hot:
        by_class = dict.fromkeys(info.source.classes, 0)
        by_class |= {str(v): int(c) for v, c in zip(values, counts, strict=True)}
        return by_class, 0
    return dict(zip(info.source.classes, counts.tolist(), strict=True)), 0


def _require_pictures(path: Path, shape: tuple[int, ...], dtype: np.dtype[np.generic]) -> None:
    flat = len(shape) == 2 or (len(shape) == 3 and shape[2] in {1, 3, 4})
    if not flat or dtype.kind not in "buif":
        raise unusable(
            path,
            text(
                "its inputs are no pictures: {dtype} of shape {shape} each",
                dtype=str(dtype),
                shape=shape,
            ),
            text("Pictures are rows × columns, or rows × columns × 3; or import it as arrays."),
        )


def read_images(source: Images, progress: Progress = no_progress) -> Raw:
    """Return all pictures of a source, brought to its size.

    Raises
    ------
    StudioError
        When one can't be read, or the classes are others than the spec says, naming it.
    """
    path = Path(source.path)
    if path.is_file():
        return _read_npz(source, path, progress)
    counts, _ = _folder_counts(path)
    _check_classes(path, counts)
    _same_classes(path, source, tuple(counts))
    files = [(file, k) for k, name in enumerate(source.classes) for file in _files(path / name)]
    _check_size(path, source, len(files))
    x = np.empty((len(files), *source.input_shape), np.uint8)
    for k, (file, _) in enumerate(files):
        progress(
            k / len(files), text("Reading pictures: {done} of {total}", done=k, total=len(files))
        )
        x[k] = prepared(read_picture(file, draft=_draft(source)), source)
    y = np.array([label for _, label in files], np.int32)
    return Raw(x, y, names=source.classes, looks=True)


def _draft(source: Images) -> tuple[int, int]:
    return 2 * source.width, 2 * source.height  # twice, so that resizing still smooths


def _files(folder: Path) -> list[Path]:
    files = [
        child
        for child in folder.iterdir()
        if child.is_file() and _visible(child) and child.suffix.lower() in SUFFIXES
    ]
    return sorted(files, key=_natural)


def _same_classes(path: Path, source: Images, found: tuple[str, ...]) -> None:
    if found == source.classes:
        return
    gone = [name for name in source.classes if name not in found]
    new = [name for name in found if name not in source.classes]
    names = "”, “".join((gone or new)[:5])
    reason = (
        text("the class “{name}” is gone", name=names)
        if gone
        else text("the class “{name}” was not there before", name=names)
        if new
        else text("its classes have another order")
    )
    raise unusable(path, reason, text("The pictures have changed: import them again."))


def _check_size(path: Path, source: Images, count: int) -> None:
    needed = count * int(np.prod(source.input_shape))
    if needed > MAX_BYTES:
        raise unusable(
            path,
            text(
                "{count} pictures of {width} × {height} take {given} GB",
                count=count,
                width=source.width,
                height=source.height,
                given=round(needed / 2**30, 1),
            ),
            text("Choose a smaller size."),
        )


def _read_npz(source: Images, path: Path, progress: Progress) -> Raw:
    pictures, labels = _npz_pictures(source, path)
    _check_size(path, source, len(pictures))
    x = np.empty((len(pictures), *source.input_shape), np.uint8)
    for k, picture in enumerate(pictures):
        if k % 64 == 0:
            progress(
                k / len(pictures),
                text("Reading pictures: {done} of {total}", done=k, total=len(pictures)),
            )
        x[k] = prepared(_picture(picture), source)
    return Raw(x, labels, names=source.classes, looks=True)


def _npz_pictures(source: Images, path: Path) -> tuple[AnyArray, AnyArray]:
    """Return all pictures in an ``.npz`` as bytes, and their classes."""
    from mlp_studio.data.array_files import inspect_arrays, read_arrays

    info = inspect_arrays(path, regression=False)
    _require_pictures(path, info.source.shape, info.found[info.source.x].dtype)
    _same_classes(path, source, info.source.classes)
    raw = read_arrays(info.source)
    x, y = raw.x, raw.y
    if raw.test is not None:
        x, y = np.concatenate([x, raw.test[0]]), np.concatenate([y, raw.test[1]])
    if x.dtype != np.uint8:
        x = np.clip(x.astype(np.float32) * (255 / raw.white), 0, 255).astype(np.uint8)
    return x, y


def _picture(values: AnyArray) -> object:
    from PIL import Image

    return Image.fromarray(values[:, :, 0] if values.shape[2:] == (1,) else values)


def samples(source: Images, n: int = 12, seed: int = 0) -> Sequence[Sample]:
    """Return random pictures before and after, for a person to judge the size and the fit.

    Parameters
    ----------
    source : Images
        Size, channels and fit may still change: nothing but these pictures is read again.
    n : int
        How many.
    seed : int
        Another one gives others.
    """
    path, rng = Path(source.path), np.random.default_rng(seed)
    if path.is_file():
        pictures, labels = _npz_pictures(source, path)
        chosen = rng.choice(len(pictures), min(n, len(pictures)), replace=False)
        return [
            _sample(_picture(pictures[k]), source, str(k), source.classes[labels[k]])
            for k in chosen
        ]
    files = [(file, name) for name in source.classes for file in _files(path / name)]
    chosen = rng.choice(len(files), min(n, len(files)), replace=False)
    return [
        _sample(read_picture(files[k][0]), source, files[k][0].name, files[k][1]) for k in chosen
    ]


def _sample(picture: object, source: Images, name: str, label: str) -> Sample:
    shown = plain(picture, 3)
    shown.thumbnail((SHOWN, SHOWN))
    return Sample(name, label, np.asarray(shown, np.uint8), prepared(picture, source))
