"""Files that are dropped on the window or opened from the menu."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from mlp_studio.data.own_kinds import own_kind
from mlp_studio.ui.data.own.arrays_dialog import ArraysDialog
from mlp_studio.ui.data.own.images_dialog import ImagesDialog
from mlp_studio.ui.data.own.relatives_dialog import RelativesDialog
from mlp_studio.ui.data.own.table_dialog import TableDialog
from tests.ui.own_bench import SPIRALS, Bench, customers
from tests.ui.test_own_pictures_and_arrays import folders, relative
from tests.ui.window_studio import Studio, type_into_file_dialog

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def drop(widget: QWidget, path: Path) -> bool:
    """Drag a file onto a widget and let it go; return whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = widget.rect().center()
    enter = QDragEnterEvent(place, COPY, data, LEFT, PLAIN)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(place), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(widget, let_go)
    return True


def test_a_dropped_file_opens_the_right_dialog(bench: Bench, tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=np.random.default_rng(0).random((20, 3)), y=np.arange(20) % 2)
    things = (
        (customers(tmp_path), TableDialog),
        (folders(tmp_path), ImagesDialog),
        (tmp_path / "a.npz", ArraysDialog),
        (relative(tmp_path), RelativesDialog),
        (tmp_path / "fashion-mnist" / "train-labels-idx1-ubyte", RelativesDialog),
    )
    for path, kind in things:
        assert drop(bench.window, path)
        dialog = bench.dialog(kind)
        bench.looked(dialog)
        assert dialog.use.isEnabled(), path
        dialog.reject()
        assert bench.no_dialog()
    assert bench.document.project == SPIRALS


def test_a_file_dropped_on_a_dialog_takes_the_place_of_the_former(
    bench: Bench, tmp_path: Path
) -> None:
    assert drop(bench.window, customers(tmp_path))
    dialog = bench.dialog(TableDialog)
    bench.looked(dialog)
    other = tmp_path / "other.tsv"
    other.write_text("x\tkind\n" + "".join(f"{k / 3:.3f}\t{'ab'[k % 2]}\n" for k in range(30)))
    assert drop(dialog, other)
    bench.looked(dialog)
    assert dialog.summary.text() == "30 rows → 1 input · 2 classes"
    bench.use(dialog)
    assert bench.document.undo_stack.undoText() == "Use other.tsv"


def test_a_single_picture_is_explained_and_a_project_is_not_data(
    bench: Bench, tmp_path: Path
) -> None:
    picture = folders(tmp_path) / "dark" / "0.png"
    assert drop(bench.window, picture)
    assert bench.no_dialog()
    assert "0.png is a single picture." in bench.told[-1].what
    assert not drop(bench.window, tmp_path / "p.mlpstudio")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("t.csv", b"a,b\n", "table"),
        ("t.xlsx", b"PK", "table"),
        ("x.npy", b"", "arrays"),
        ("labels-idx1-ubyte", b"\0\0\x08\x01\0\0\0\0", "mnist_relative"),
        ("t.csv.gz", b"\x1f\x8b broken", "table"),
        ("photo.JPG", b"", None),
    ],
)
def test_kinds_by_their_first_bytes(
    tmp_path: Path, name: str, content: bytes, kind: str | None
) -> None:
    (tmp_path / name).write_bytes(content)
    assert own_kind(tmp_path / name) == kind


def test_open_data_from_the_keyboard(window_studio: Studio, tmp_path: Path) -> None:
    path = customers(tmp_path)
    timer = type_into_file_dialog(window_studio.window, path)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    window_studio.press(Qt.Key.Key_D, modifiers)
    assert not timer.isActive()
    dialog = window_studio.window.findChild(TableDialog)
    assert isinstance(dialog, TableDialog)
    window_studio.until(lambda: not dialog.look.busy)
    network = window_studio.document.network
    dialog.accept()
    window_studio.until(lambda: window_studio.parts.store.dataset is not None
                        and not window_studio.parts.store.busy)  # fmt: skip
    assert window_studio.document.network == network
    assert any(problem.severity == "error" for problem in window_studio.document.problems)
    assert not window_studio.button("train").isEnabled()
    assert window_studio.document.undo_stack.count() == 1
    window_studio.document.undo_stack.undo()
    window_studio.wait()
    assert window_studio.button("train").isEnabled()
