"""Images, arrays and MNIST's relatives of a person's own through the window."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlp_studio.core.file_sources import Arrays, Images, MnistRelative
from mlp_studio.ui.data.own.arrays_dialog import ArraysDialog
from mlp_studio.ui.data.own.images_dialog import ImagesDialog
from mlp_studio.ui.data.own.relatives_dialog import RelativesDialog
from tests.ui.own_bench import LEFT, SPIRALS, Bench

Key = Qt.Key


def folders(home: Path, each: int = 6) -> Path:
    """Write pictures of two classes: dark ones that are wide, light ones that are high."""
    for name, size, shade in (("dark", (40, 20), 30), ("light", (20, 40), 220)):
        (home / "set" / name).mkdir(parents=True)
        for k in range(each):
            Image.new("RGB", size, (shade, shade + k, shade)).save(home / "set" / name / f"{k}.png")
    (home / "set" / "dark" / "notes.txt").write_text("no picture")
    return home / "set"


def open_images(bench: Bench, path: Path) -> ImagesDialog:
    bench.choose_source("images")
    dialog = bench.dialog(ImagesDialog)
    bench.type_path(dialog, path)
    return dialog


# --- images -----------------------------------------------------------------------------------


def test_a_folder_of_pictures(bench: Bench, tmp_path: Path) -> None:
    dialog = open_images(bench, folders(tmp_path))
    assert dialog.summary.text() == "12 pictures → 28 × 28 in grey · 2 classes"
    assert dialog.grid.count == 12
    assert "dark: 6 · light: 6" in dialog._classes.text()
    assert "1 other file" in dialog._classes.text()
    dialog.width_field.setFocus()
    dialog.width_field.selectAll()
    QTest.keyClicks(dialog.width_field, "16")
    QTest.keyClick(dialog.width_field, Key.Key_Tab)
    bench.pick(dialog.channels, 3)
    before = dialog.grid.grab().toImage()
    bench.pick(dialog.fit, "stretch")
    bench.qtbot.waitUntil(lambda: dialog.grid.grab().toImage() != before)
    assert dialog.summary.text() == "12 pictures → 16 × 28 in colour · 2 classes"
    bench.use(dialog)
    assert bench.document.undo_stack.count() == 1
    assert bench.document.undo_stack.undoText() == "Use set"
    source = bench.document.data.source
    assert isinstance(source, Images)
    assert (source.width, source.height, source.channels, source.fit) == (16, 28, 3, "stretch")
    assert bench.document.data.scaling == "divide_255"
    assert "28 × 16 × 3" in bench.panel._facts.text()
    QTest.mouseClick(bench.button("Change…"), LEFT)
    again = bench.dialog(ImagesDialog)
    bench.looked(again)
    assert again.source() == source
    assert again.width_field.value() == 16


def test_other_pictures_are_shown_when_asked_for(bench: Bench, tmp_path: Path) -> None:
    dialog = open_images(bench, folders(tmp_path, each=40))
    before = dialog.grid.accessibleDescription(), dialog.grid.grab().toImage()
    QTest.mouseClick(dialog.others, LEFT)
    bench.qtbot.waitUntil(lambda: dialog.grid.grab().toImage() != before[1])
    assert dialog.grid.count == 12


def test_pictures_in_an_npz(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "p.npz"
    noise = np.random.default_rng(0).integers(0, 256, (30, 9, 9), dtype=np.uint8)
    np.savez(path, X=noise, y=np.array(["cat", "dog", "cow"])[np.arange(30) % 3])
    dialog = open_images(bench, path)
    assert dialog.summary.text() == "30 pictures → 28 × 28 in grey · 3 classes"
    bench.use(dialog)
    assert bench.store.dataset is not None
    assert bench.store.dataset.class_names == ("cat", "cow", "dog")


@pytest.mark.parametrize("what", ["nothing", "one class", "no picture", "empty class"])
def test_bad_pictures_are_refused(bench: Bench, tmp_path: Path, what: str) -> None:
    path = folders(tmp_path)
    words = {
        "nothing": "no sub-folders",
        "one class": "one class only, “dark”",
        "no picture": "3.png",
        "empty class": "no pictures in it",
    }
    if what == "nothing":
        path = tmp_path / "none"
        path.mkdir()
    elif what == "no picture":
        for k in range(6):
            (path / "dark" / f"{k}.png").write_bytes(b"no picture")
        words[what] = "is no picture"
    else:
        for file in (path / "light").iterdir():
            file.unlink()
        if what == "one class":
            (path / "light").rmdir()
    dialog = open_images(bench, path)
    assert not dialog.use.isEnabled()
    bench.qtbot.waitUntil(lambda: words[what] in dialog.trouble.text())
    assert bench.document.project == SPIRALS


# --- arrays -----------------------------------------------------------------------------------


def open_arrays(bench: Bench, path: Path) -> ArraysDialog:
    bench.choose_source("arrays")
    dialog = bench.dialog(ArraysDialog)
    bench.type_path(dialog, path)
    return dialog


def roles(dialog: ArraysDialog) -> dict[str, str]:
    cells = [[dialog.table.item(row, column).text() for column in range(4)]
             for row in range(dialog.table.rowCount())]  # fmt: skip
    return {name: role for name, role, _, _ in cells}


def test_an_npz_with_a_test_set(bench: Bench, tmp_path: Path) -> None:
    rng, path = np.random.default_rng(0), tmp_path / "a.npz"
    np.savez(
        path,
        x_train=rng.random((60, 5)), y_train=np.arange(60) % 3,
        x_test=rng.random((12, 5)), y_test=np.arange(12) % 3, more=np.zeros(4),
    )  # fmt: skip
    dialog = open_arrays(bench, path)
    assert dialog.summary.text() == "60 examples, 12 to test → 5 · 3 classes"
    assert roles(dialog) == {
        "x_train": "Inputs", "y_train": "Answers", "x_test": "Inputs of the test set",
        "y_test": "Answers of the test set", "more": "Not used",
    }  # fmt: skip
    bench.use(dialog)
    assert "72 examples · 5 · 3 classes" in bench.panel._facts.text()
    assert bench.document.data.scaling == "standard"
    bench.document.undo_stack.undo()
    assert bench.document.project == SPIRALS


def test_names_and_the_task_are_chosen(bench: Bench, tmp_path: Path) -> None:
    rng, path = np.random.default_rng(0), tmp_path / "a.npz"
    np.savez(path, first=rng.random((60, 4)), second=np.arange(60) % 3, third=rng.random(60))
    dialog = open_arrays(bench, path)
    assert not dialog.use.isEnabled()
    assert "first" in dialog.trouble.text()
    bench.pick(dialog.inputs, "first")
    bench.pick(dialog.answers, "second")
    bench.looked(dialog)
    assert dialog.summary.text() == "60 examples → 4 · 3 classes"
    bench.pick(dialog.task, "regression")
    bench.looked(dialog)
    assert dialog.summary.text() == "60 examples → 4 · 1 value"
    bench.pick(dialog.answers, "third")
    bench.looked(dialog)
    assert dialog.summary.text() == "60 examples → 4 · 1 value"
    bench.pick(dialog.task, "classification")
    bench.looked(dialog)
    assert not dialog.use.isEnabled()
    assert "too many classes" in dialog.trouble.text()
    bench.pick(dialog.task, "regression")
    bench.looked(dialog)
    bench.use(dialog)
    source = bench.document.data.source
    assert isinstance(source, Arrays)
    assert (source.x, source.y, source.classes) == ("first", "third", ())
    QTest.mouseClick(bench.button("Change…"), LEFT)
    again = bench.dialog(ArraysDialog)
    bench.looked(again)
    assert again.source() == source


def test_a_pair_of_npy(bench: Bench, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    np.save(tmp_path / "x.npy", rng.random((40, 6, 6)))
    dialog = open_arrays(bench, tmp_path / "x.npy")
    assert not dialog.use.isEnabled()
    assert "second .npy file" in dialog.trouble.text()
    assert dialog.labels_button.isVisible()
    QTest.keyClick(dialog, Key.Key_Escape)
    np.save(tmp_path / "y.npy", np.arange(40) % 2)
    dialog = open_arrays(bench, tmp_path / "x.npy")  # its partner lies beside it
    assert dialog.summary.text() == "40 examples → 6 × 6 · 2 classes"
    assert roles(dialog) == {"x.npy": "Inputs", "y.npy": "Answers"}
    bench.use(dialog)
    assert bench.document.data.scaling == "divide_255"
    assert bench.store.dataset is not None


@pytest.mark.parametrize("content", [b"", b"no array", b"PK\x03\x04 cut off"])
def test_bad_arrays_are_refused(bench: Bench, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    dialog = open_arrays(bench, path)
    assert "bad.npz" in dialog.trouble.text()
    assert not dialog.use.isEnabled()


def test_pickles_are_refused(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "objects.npz"
    np.savez(path, x=np.array([{"a": 1}, None], object), y=np.arange(2))
    dialog = open_arrays(bench, path)
    assert not dialog.use.isEnabled()
    assert "objects.npz" in dialog.trouble.text()


# --- MNIST's relatives ------------------------------------------------------------------------


def relative(home: Path) -> Path:
    """Write a small set in Fashion-MNIST's files."""
    folder = home / "fashion-mnist"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for part, n in (("train", 60), ("t10k", 20)):
        images = rng.integers(0, 256, (n, 28, 28), dtype=np.uint8)
        labels = (np.arange(n) % 10).astype(np.uint8)
        head = struct.pack(">IIII", 0x803, n, 28, 28)
        (folder / f"{part}-images-idx3-ubyte").write_bytes(head + images.tobytes())
        head = struct.pack(">II", 0x801, n)
        (folder / f"{part}-labels-idx1-ubyte").write_bytes(head + labels.tobytes())
    return folder


def test_a_relative_from_its_folder(bench: Bench, tmp_path: Path) -> None:
    bench.choose_source("mnist_relative")
    dialog = bench.dialog(RelativesDialog)
    bench.type_path(dialog, relative(tmp_path))
    assert dialog.summary.text() == (
        "Fashion-MNIST: 60 pictures, 20 to test → 28 × 28 · 10 classes"
    )
    assert dialog.grid.count == 20
    bench.use(dialog)
    assert bench.document.undo_stack.undoText() == "Use Fashion-MNIST"
    assert "80 examples · 28 × 28 · 10 classes" in bench.panel._facts.text()
    source = bench.document.data.source
    assert isinstance(source, MnistRelative)
    QTest.mouseClick(bench.button("Change…"), LEFT)
    again = bench.dialog(RelativesDialog)
    bench.looked(again)
    assert again.source() == source


def test_a_relative_is_searched_for(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLP_STUDIO_DATA", str(tmp_path))
    bench.choose_source("mnist_relative")
    dialog = bench.dialog(RelativesDialog)
    QTest.mouseClick(dialog.search, LEFT)
    bench.looked(dialog)
    assert "Fashion-MNIST is not on this computer" in dialog.trouble.text()
    assert not dialog.use.isEnabled()
    folder = relative(tmp_path)
    bench.pick(dialog.name, "fashion")
    bench.looked(dialog)
    assert dialog.use.isEnabled()
    bench.use(dialog)
    assert bench.store.dataset is not None
    (folder / "train-images-idx3-ubyte").write_bytes(b"\0\0\x08\x03 cut")
    bench.store.reload()
    bench.loaded()
    assert "train-images-idx3-ubyte" in bench.panel._facts.text()
