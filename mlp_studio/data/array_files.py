"""Arrays from ``.npz`` and pairs of ``.npy``: looked at, then loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mlp_studio.core.arrays import AnyArray, Progress, no_progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import MAX_CLASSES, Arrays
from mlp_studio.core.text import Text, text
from mlp_studio.data.assemble import Raw, share_of
from mlp_studio.data.npy_reading import Header, headers, missing_array, read_array
from mlp_studio.data.refusals import unusable

PAIRS = (("x_train", "y_train"), ("X_train", "y_train"), ("train_images", "train_labels"),
         ("x", "y"), ("X", "y"), ("X", "Y"), ("data", "target"), ("data", "labels"),
         ("images", "labels"), ("arr_0", "arr_1"))  # fmt: skip
TESTS = (("x_test", "y_test"), ("X_test", "y_test"), ("test_images", "test_labels"))
LARGEST = 1e38  # what single precision holds, with room for sums
MOST_WHOLE = 100  # whole numbers as answers: more different ones are values, not classes
_NUMBERS, _LABELS = "buif", "buifUS"


@dataclass(frozen=True, eq=False)
class ArraysInfo:
    """Arrays that were looked at.

    Parameters
    ----------
    found : dict of str to Header
        Every array in the file, by name.
    source : Arrays
        What is suggested.
    examples, test_examples : int
        How many there are.
    why : Text
        The reason for the task.
    """

    found: dict[str, Header]
    source: Arrays
    examples: int
    test_examples: int
    why: Text


def inspect_arrays(
    path: Path,
    labels_path: Path | None = None,
    *,
    x: str = "",
    y: str = "",
    regression: bool | None = None,
    progress: Progress = no_progress,
) -> ArraysInfo:
    """Return what is in an ``.npz``, or in a pair of ``.npy`` files.

    Parameters
    ----------
    path : Path
        The ``.npz``, or the ``.npy`` with the inputs.
    labels_path : Path, optional
        The ``.npy`` with the answers.
    x, y : str
        The arrays' names, where the person knows better than their usual names.
    regression : bool, optional
        Correction of the task.
    progress : Progress
        May raise `Cancelled`.

    Raises
    ------
    StudioError
        Naming the file and the array.
    """
    found = headers(path)
    test = ("", "")
    if "" in found:  # a .npy
        if labels_path is None:
            raise unusable(
                path,
                text("it holds one array, and learning needs answers too"),
                text("Choose a second .npy file with one answer for each example."),
            )
        names = ("", "")
        known, answers = found[""], headers(labels_path).get("")
        if answers is None:
            raise unusable(labels_path, text("it is no .npy file"))
    else:
        labels_path = None
        names = (x, y) if x and y else _usual(found, PAIRS, path)
        for name in names:
            if name not in found:
                raise missing_array(path, name, list(found))
        test = next((pair for pair in TESTS if all(name in found for name in pair)), ("", ""))
        known, answers = found[names[0]], found[names[1]]
    _check_pair(path, names, known, answers)
    labels = read_array(labels_path or path, names[1], share_of(progress, 0.0, 0.9))
    classes, one_hot, why = _classes(labels_path or path, names[1], labels, regression)
    values = int(np.prod(labels.shape[1:])) if labels.ndim > 1 else 1
    shape = known.shape[1:] or (1,)
    tests = found[test[0]].shape[0] if test[0] else 0
    source = Arrays(
        path=str(path.absolute()),
        labels_path=str(labels_path.absolute()) if labels_path else "",
        x=names[0] or "x",
        y=names[1] or "y",
        x_test=test[0],
        y_test=test[1],
        shape=shape,
        classes=classes,
        values=1 if classes else values,
        one_hot=one_hot,
        white=1.0 if known.dtype.kind == "f" and _in_unit(path, names[0], progress) else 255.0,
    )
    return ArraysInfo(found, source, known.shape[0], tests, why)


def _usual(
    found: dict[str, Header], pairs: tuple[tuple[str, str], ...], path: Path
) -> tuple[str, str]:
    for pair in pairs:
        if all(name in found for name in pair):
            return pair
    raise missing_array(path, "x”, “y", list(found))


def _in_unit(path: Path, name: str, progress: Progress) -> bool:
    x = read_array(path, name, share_of(progress, 0.9, 1.0))
    return bool(x.size) and float(x.min()) >= 0 and float(x.max()) <= 1


def _check_pair(path: Path, names: tuple[str, str], x: Header, y: Header) -> None:
    if x.dtype.kind not in _NUMBERS or not x.shape or len(x.shape) > 5 or 0 in x.shape:
        raise unusable(
            path,
            text(
                "the inputs “{name}” should be rows of numbers, and are {dtype} of shape {shape}",
                name=names[0] or path.name,
                dtype=str(x.dtype),
                shape=x.shape,
            ),
            text("Give one row of numbers for each example."),
        )
    if y.dtype.kind not in _LABELS or not y.shape or y.shape[0] != x.shape[0]:
        raise unusable(
            path,
            text(
                "there are {n} inputs, and the answers are {dtype} of shape {shape}",
                n=x.shape[0],
                dtype=str(y.dtype),
                shape=y.shape,
            ),
            text("Give one answer for each input."),
        )


def _words(labels: AnyArray) -> AnyArray:
    """Return labels as words; bytes are taken for Latin-1."""
    if labels.dtype.kind == "S":
        return np.char.decode(labels, "latin-1")
    if labels.dtype.kind == "f":
        return labels.astype(np.int64).astype(str)
    return labels.astype(np.int8 if labels.dtype.kind == "b" else labels.dtype).astype(str)


def _flat(labels: AnyArray) -> AnyArray:
    """Return a column of answers as a row."""
    return labels[:, 0] if labels.ndim == 2 and labels.shape[1] == 1 else labels


def _classes(
    path: Path, name: str, labels: AnyArray, regression: bool | None
) -> tuple[tuple[str, ...], bool, Text]:
    labels = _flat(labels)
    if labels.dtype.kind == "f" and not np.isfinite(labels).all():
        raise unusable(path, text("the answers “{name}” are not all finite", name=name or "y"))
    numeric = labels.dtype.kind in _NUMBERS
    if labels.ndim > 1:
        hot = numeric and labels.ndim == 2 and _is_one_hot(labels)
        if hot and not regression:
            names = tuple(str(k) for k in range(labels.shape[1]))
            return names, True, text("The answers are one-hot rows.")
        if not numeric or regression is False:
            raise unusable(path, text("the labels “{name}” should be one a row", name=name or "y"))
        return (), False, text("The answers are several numbers a row: values.")
    values = np.unique(labels)
    whole = not numeric or bool(((values == np.rint(values)) & (np.abs(values) < 1e15)).all())
    few = whole and len(values) <= (MOST_WHOLE if numeric else MAX_CLASSES)
    kinds_of_classes = few and (labels.dtype.kind != "f" or len(values) <= 20)
    if regression or (numeric and not kinds_of_classes and regression is None):
        return (), False, text("The answers are numbers of many kinds: values.")
    if not whole or len(values) > MAX_CLASSES:
        raise unusable(
            path,
            text("its answers are {count} different values, too many classes", count=len(values)),
            text("Predict their value (regression) instead."),
        )
    names = tuple(dict.fromkeys(_words(values).tolist()))
    if len(names) < 2 or not all(names):
        raise unusable(
            path,
            text("all of its labels are “{name}”", name=names[0] if names else ""),
            text("There is nothing to tell apart: bring examples of another class."),
        )
    return names, False, text("The answers are {count} different labels.", count=len(names))


def _is_one_hot(labels: AnyArray) -> bool:
    return labels.shape[1] > 1 and bool(
        ((labels == 0) | (labels == 1)).all() and (labels.sum(axis=1) == 1).all()
    )


def read_arrays(source: Arrays, progress: Progress = no_progress) -> Raw:
    """Return the arrays of a source as raw examples.

    Raises
    ------
    StudioError
        When they are no longer what the spec says, naming the file and the array.
    """
    path = Path(source.path)
    pair = bool(source.labels_path)
    x = _inputs(source, path, "" if pair else source.x, share_of(progress, 0.0, 0.7))
    labels = Path(source.labels_path) if pair else path
    y = _answers(source, labels, "" if pair else source.y, len(x), progress)
    test = None
    if source.x_test:
        x_test = _inputs(source, path, source.x_test, share_of(progress, 0.7, 1.0))
        test = (x_test, _answers(source, path, source.y_test, len(x_test), progress))
    if source.classes and len(np.unique(y)) < 2:
        raise unusable(path, text("all of its labels are “{name}”", name=source.classes[int(y[0])]))
    return Raw(x, y, test, names=source.classes, white=source.white, looks=True)


def _inputs(source: Arrays, path: Path, name: str, progress: Progress) -> AnyArray:
    x = read_array(path, name, progress)
    if x.ndim == 1:
        x = x[:, np.newaxis]
    if x.dtype.kind not in _NUMBERS or x.shape[1:] != source.shape or not len(x):
        raise _changed(
            path,
            text(
                "“{name}” should have examples of shape {wanted}, and has {given} of shape {found}",
                name=name or path.name,
                wanted=source.shape,
                given=len(x) if x.ndim else 0,
                found=x.shape[1:],
            ),
        )
    if x.dtype.kind == "f":
        for start in range(0, len(x), 4096):
            rows = x[start : start + 4096]
            bad = ~(np.abs(rows.reshape(len(rows), -1)) <= LARGEST)  # NaN too
            if bad.any():
                row = start + int(np.argmax(bad.any(axis=1)))
                raise unusable(
                    path,
                    text(
                        "row {row} of “{name}” is not finite, or beyond 1e38",
                        row=row,
                        name=name or path.name,
                    ),
                    text("Fill in or leave out rows with NaN before saving the array."),
                )
    return x.astype(np.uint8) if x.dtype.kind == "b" else x


def _answers(source: Arrays, path: Path, name: str, examples: int, progress: Progress) -> AnyArray:
    y = _flat(read_array(path, name, lambda _share, what: progress(1.0, what)))
    if y.ndim < 1 or len(y) != examples:
        raise _changed(
            path,
            text("there are {x} inputs and {y} answers", x=examples, y=len(y) if y.ndim else 0),
        )
    if not source.classes:
        flat = y.reshape(len(y), -1)
        if y.dtype.kind not in _NUMBERS or flat.shape[1] != source.values:
            raise _changed(
                path, text("“{name}” no longer has {n} values a row", name=name, n=source.values)
            )
        if not (np.abs(flat) <= LARGEST).all():
            raise unusable(path, text("the answers “{name}” are not all finite", name=name or "y"))
        return flat.astype(np.float32)
    if source.one_hot:
        if y.ndim != 2 or y.shape[1] != len(source.classes) or not _is_one_hot(y):
            raise _changed(path, text("“{name}” is no longer one-hot", name=name or path.name))
        hot: AnyArray = y.argmax(axis=1).astype(np.int32)
        return hot
    whole = y.dtype.kind != "f" or bool(((y == np.rint(y)) & (np.abs(y) < 1e15)).all())
    if y.ndim != 1 or not whole:
        raise _changed(path, text("“{name}” no longer holds labels", name=name or path.name))
    known = {label: k for k, label in enumerate(source.classes)}
    values, inverse = np.unique(_words(y), return_inverse=True)
    unknown = [str(value) for value in values if str(value) not in known]
    if unknown:
        raise _changed(
            path,
            text(
                "“{name}” has the label “{label}”, which was not there before",
                name=name or path.name,
                label=unknown[0],
            ),
        )
    numbers: AnyArray = np.array([known[str(value)] for value in values], np.int32)
    return numbers[inverse]


def _changed(path: Path, reason: Text) -> StudioError:
    return unusable(path, reason, text("The file has changed: import it again."))
