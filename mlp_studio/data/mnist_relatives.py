"""Fashion-MNIST, KMNIST and EMNIST's digits from files that the person has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import MnistRelative
from mlp_studio.core.text import text
from mlp_studio.data.assemble import Raw, share_of
from mlp_studio.data.folders import data_folder, named_data_folder
from mlp_studio.data.idx import is_idx, read_idx
from mlp_studio.data.npy_reading import headers, missing_array, read_array
from mlp_studio.data.refusals import require_file, unusable

TITLES = {"fashion": "Fashion-MNIST", "kmnist": "KMNIST", "emnist_digits": "EMNIST digits"}
_FOLDERS = {
    "fashion": ("fashion-mnist", "fashion_mnist", "FashionMNIST", "FashionMNIST/raw"),
    "kmnist": ("kmnist", "KMNIST", "KMNIST/raw"),
    "emnist_digits": ("emnist", "EMNIST", "EMNIST/raw", "emnist/gzip", "gzip", "emnist-digits"),
}
_ARCHIVES = {
    "fashion": ("fashion-mnist.npz", "fashion_mnist.npz"),
    "kmnist": ("kmnist.npz",),
    "emnist_digits": ("emnist-digits.npz", "emnist_digits.npz"),
}
_PARTS = (
    ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
)
_EMNIST = tuple(
    tuple(f"emnist-digits-{part}-{what}" for what in ("images-idx3-ubyte", "labels-idx1-ubyte"))
    for part in ("train", "test")
)
_TRAIN = (("x_train", "y_train"), ("train_images", "train_labels"))
_TEST = (("x_test", "y_test"), ("test_images", "test_labels"))
Pair = tuple[AnyArray, AnyArray]


def read_relative(source: MnistRelative, progress: Progress = no_progress) -> Raw:
    """Return the pictures of one of MNIST's relatives, with its own test set.

    EMNIST's IDX files have rows and columns exchanged; they are put upright.

    Raises
    ------
    StudioError
        When it is not on this computer, or broken, naming the file.
    """
    place = Path(source.path) if source.path else _found(source)
    if place is None:
        raise StudioError(
            text("{name} is not on this computer.", name=TITLES[source.name]),
            text(
                "Put its four IDX files (plain or .gz) into the folder {folder}, or choose them.",
                folder=str(data_folder() / _FOLDERS[source.name][0]),
            ),
        )
    if place.is_dir():
        parts = _from_folder(source, place, progress)
    elif place.exists() and is_idx(place):
        parts = _from_folder(source, place.parent, progress)
    else:
        parts = _from_archive(place, progress)
    train, test = parts
    if len(np.unique(train[1])) < len(source.class_names):
        raise unusable(
            place,
            text("its training labels lack some of the {count} classes", count=10),
        )
    return Raw(*train, test, names=source.class_names)


def _found(source: MnistRelative) -> Path | None:
    named = named_data_folder()
    homes = [named] if named else []
    homes += [data_folder(), Path.home() / ".keras" / "datasets"]
    for home in homes:
        for name in _FOLDERS[source.name]:
            if _idx_files(source, home / name) is not None:
                return home / name
        for name in _ARCHIVES[source.name]:
            if (home / name).is_file():
                return home / name
    return None


def _names(source: MnistRelative) -> Iterator[tuple[tuple[str, str], ...]]:
    if source.name == "emnist_digits":
        yield tuple((images, labels) for images, labels in _EMNIST)
    yield _PARTS


def _idx_files(source: MnistRelative, folder: Path) -> list[tuple[Path, Path]] | None:
    for parts in _names(source):
        files = []
        for images, labels in parts:
            pair = [_plain_or_packed(folder, name) for name in (images, labels)]
            if pair[0] is not None and pair[1] is not None:
                files.append((pair[0], pair[1]))
        if len(files) == 2:
            return files
    return None


def _plain_or_packed(folder: Path, name: str) -> Path | None:
    # Some unpackers write a dot for the last hyphen.
    for variant in (name, name.replace("-idx", ".idx")):
        for suffix in ("", ".gz"):
            path = folder / (variant + suffix)
            if path.is_file():
                return path
    return None


def _from_folder(source: MnistRelative, folder: Path, progress: Progress) -> tuple[Pair, Pair]:
    files = _idx_files(source, folder)
    if files is None:
        archive = next((folder / a for a in _ARCHIVES[source.name] if (folder / a).is_file()), None)
        if archive is not None:
            return _from_archive(archive, progress)
        raise unusable(
            folder,
            text(
                "it lacks one of the four IDX files of {name}, such as {example}",
                name=TITLES[source.name],
                example=next(_names(source))[0][0] + ".gz",
            ),
            text("Put the pictures and labels for training and testing into one folder."),
        )
    turned = source.name == "emnist_digits"
    made = []
    for k, (images, labels) in enumerate(files):
        x = read_idx(images, 3, share_of(progress, 0.5 * k, 0.5 * k + 0.45))
        y = read_idx(labels, 1, share_of(progress, 0.5 * k + 0.45, 0.5 * k + 0.5))
        made.append(checked_pair(images, x.transpose(0, 2, 1) if turned else x, y))
    return made[0], made[1]


def _from_archive(path: Path, progress: Progress) -> tuple[Pair, Pair]:
    require_file(path)
    known = headers(path)
    if (set(known) == {"arr_0"} and "-train-" in path.name) or "-test-" in path.name:
        return _from_four_archives(path, progress)  # as KMNIST's authors hand it out
    made = []
    for k, pairs in enumerate((_TRAIN, _TEST)):
        names = next((pair for pair in pairs if all(name in known for name in pair)), None)
        if names is None:
            raise missing_array(path, "”, “".join(pairs[0]), list(known))
        x = read_array(path, names[0], share_of(progress, 0.5 * k, 0.5 * k + 0.45))
        made.append(checked_pair(path, x, read_array(path, names[1])))
    return made[0], made[1]


def _from_four_archives(path: Path, progress: Progress) -> tuple[Pair, Pair]:
    stem = path.name.partition("-train-")[0].partition("-test-")[0]
    made = []
    for k, part in enumerate(("train", "test")):
        images, labels = (path.parent / f"{stem}-{part}-{what}.npz" for what in ("imgs", "labels"))
        x = read_array(images, "arr_0", share_of(progress, 0.5 * k, 0.5 * k + 0.45))
        made.append(checked_pair(images, x, read_array(labels, "arr_0")))
    return made[0], made[1]


def checked_pair(path: Path, x: AnyArray, y: AnyArray) -> Pair:
    """Return pictures and labels, refused unless they are 28 × 28 bytes and 0 to 9."""
    if x.dtype != np.uint8 or x.ndim != 3 or x.shape[1:] != (28, 28):
        raise unusable(
            path,
            text(
                "its pictures should be uint8 of 28 × 28, and are {dtype} of shape {shape}",
                dtype=str(x.dtype),
                shape=x.shape,
            ),
        )
    if y.dtype.kind not in "ui" or y.shape != (len(x),) or not len(x):
        raise unusable(
            path,
            text(
                "it has {n} pictures, and labels that are {dtype} of shape {shape}",
                n=len(x),
                dtype=str(y.dtype),
                shape=y.shape,
            ),
        )
    if int(y.min()) < 0 or int(y.max()) > 9:
        raise unusable(
            path,
            text(
                "its labels should go from 0 to 9, and go from {low} to {high}",
                low=int(y.min()),
                high=int(y.max()),
            ),
        )
    return np.ascontiguousarray(x), y.astype(np.int32)
