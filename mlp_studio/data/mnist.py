"""MNIST: found on this computer, or fetched once; its arrays checked, never its hash.

Layout of the file: https://keras.io/api/datasets/mnist/.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.lib import format as npy_format

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.data.download import fetch
from mlp_studio.data.folders import data_folder, named_data_folder

URL = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz"
FILE = "mnist.npz"
MAX_BYTES = 64 << 20  # the file has 11 MB; anything far beyond is something else
PIXEL_MEAN = 0.1307  # of x_train / 255
PIXEL_MEAN_TOLERANCE = 0.0005
SHAPES: dict[str, tuple[int, ...]] = {
    "x_train": (60_000, 28, 28),
    "y_train": (60_000,),
    "x_test": (10_000, 28, 28),
    "y_test": (10_000,),
}
_CHUNK = 4 << 20


@dataclass(frozen=True, eq=False)
class MnistArrays:
    """The four arrays, uint8, as the file has them."""

    x_train: AnyArray
    y_train: AnyArray
    x_test: AnyArray
    y_test: AnyArray


def candidates() -> list[Path]:
    """Return the places where MNIST is looked for, first choice first."""
    named = named_data_folder()
    folders = [named] if named else []
    folders += [data_folder(), Path.home() / ".keras" / "datasets"]
    return [folder / FILE for folder in folders]


def load_mnist(progress: Progress = no_progress, url: str = URL) -> MnistArrays:
    """Return MNIST from this computer, else from the network.

    Parameters
    ----------
    progress : Progress
        Told how far reading or fetching has come; may raise `Cancelled`.
    url : str
        Where it is fetched from.

    Raises
    ------
    StudioError
        When a file is broken, or there is none and the network does not answer.
    """
    for path in candidates():
        if path.exists():
            return read_mnist(path, progress)
    return download_mnist(data_folder(), progress, url)


def download_mnist(folder: Path, progress: Progress = no_progress, url: str = URL) -> MnistArrays:
    """Fetch MNIST into `folder` and return it; an interrupted fetch is resumed.

    The file gets its name only after its arrays were checked.
    """
    path = folder / FILE
    part = fetch(
        url,
        path,
        lambda share, what: progress(0.9 * share, what),
        max_bytes=MAX_BYTES,
        otherwise=_otherwise(),
    )
    try:
        arrays = read_mnist(part, lambda share, what: progress(0.9 + 0.1 * share, what))
    except StudioError as error:
        part.unlink()
        raise StudioError(
            text(
                "What {url} sent is not MNIST, so it was not kept: {reason}",
                url=url,
                reason=error.what,
            ),
            _otherwise(),
        ) from error
    part.replace(path)
    return arrays


def _otherwise() -> Text:
    return text(
        "Put a copy of mnist.npz into the folder {folder}, or use the built-in digits, "
        "which need no download.",
        folder=str(data_folder()),
    )


def read_mnist(path: Path, progress: Progress = no_progress) -> MnistArrays:
    """Return the arrays of the file at `path`, checked.

    Raises
    ------
    StudioError
        Naming the file and what is wrong with it.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            arrays = {}
            total = sum(int(np.prod(shape)) for shape in SHAPES.values())
            done = 0
            for name, shape in SHAPES.items():
                arrays[name] = _member(path, archive, name, shape, progress, done / total, total)
                done += arrays[name].nbytes
    except zipfile.BadZipFile as error:
        raise _broken(
            path, text("it is not a whole NumPy archive ({detail})", detail=str(error))
        ) from error
    except (OSError, EOFError) as error:
        raise _broken(path, text("it can't be read ({detail})", detail=str(error))) from error
    _check_values(path, arrays)
    return MnistArrays(**arrays)


def _member(
    path: Path,
    archive: zipfile.ZipFile,
    name: str,
    shape: tuple[int, ...],
    progress: Progress,
    share: float,
    total: int,
) -> AnyArray:
    try:
        info = archive.getinfo(f"{name}.npy")
    except KeyError:
        raise _broken(path, text("it has no array “{name}”", name=name)) from None
    with archive.open(info) as stream:
        try:
            version = npy_format.read_magic(stream)
            read_header = {
                (1, 0): npy_format.read_array_header_1_0,
                (2, 0): npy_format.read_array_header_2_0,
            }[version]
            found, fortran, dtype = read_header(stream)
        except (ValueError, KeyError) as error:
            raise _broken(
                path, text("“{name}” is not a NumPy array ({detail})", name=name, detail=str(error))
            ) from error
        if found != shape or dtype != np.uint8 or fortran:
            raise _broken(
                path,
                text(
                    "“{name}” should be uint8 of shape {wanted}, and is {dtype} of shape {found}",
                    name=name,
                    wanted=shape,
                    dtype=str(dtype),
                    found=found,
                ),
            )
        values = np.empty(int(np.prod(shape)), np.uint8)
        position = 0
        while position < len(values):
            progress(share + position / total, text("Reading {file}", file=path.name))
            piece = stream.read(min(_CHUNK, len(values) - position))
            if not piece:
                raise _broken(path, text("“{name}” ends too early", name=name))
            values[position : position + len(piece)] = np.frombuffer(piece, np.uint8)
            position += len(piece)
        stream.read()  # to the end, so that the archive's checksum is compared
    return values.reshape(shape)


def _check_values(path: Path, arrays: dict[str, AnyArray]) -> None:
    for name in ("y_train", "y_test"):
        labels = np.unique(arrays[name])
        if not np.array_equal(labels, np.arange(10)):
            raise _broken(
                path,
                text(
                    "the labels in “{name}” should be the digits 0 to 9, and go from {low} to "
                    "{high}",
                    name=name,
                    low=int(labels[0]),
                    high=int(labels[-1]),
                ),
            )
    mean = float(arrays["x_train"].mean(dtype=np.float64)) / 255
    if abs(mean - PIXEL_MEAN) > PIXEL_MEAN_TOLERANCE:
        raise _broken(
            path,
            text(
                "the mean of its pixels should be {wanted}, and is {found}: these are other images",
                wanted=PIXEL_MEAN,
                found=round(mean, 4),
            ),
        )


def _broken(path: Path, reason: Text) -> StudioError:
    return StudioError(
        text("The MNIST file {file} is broken: {reason}.", file=str(path), reason=reason),
        text("Replace it with a whole copy, or delete it to have it downloaded again."),
    )
