"""A sheet of digits: outlines and list are one, every correction is undone and none is lost."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from mlp_studio.digits.sheet import read_sheet
from mlp_studio.ui.digits.reader import many_probabilities
from mlp_studio.ui.photo.reading import Reading
from tests.ui.photo_lab import CONTROL, LEFT, PLAIN, PhotoLab, photo_of, sheet_of

TWENTY = [k % 10 for k in (3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return sheet_of(tmp_path / "sheet.png", TWENTY)


def found(lab: PhotoLab) -> tuple[Reading, ...]:
    return lab.workspace.correcting.readings


def pick(lab: PhotoLab, *numbers: int) -> None:
    view = lab.workspace.desk.boxes
    for k, number in enumerate(numbers):
        place = view.rectangle(found(lab)[number].item.box).center().toPoint()
        QTest.mouseClick(view, LEFT, CONTROL if k else PLAIN, place)


def undo(lab: PhotoLab) -> None:
    lab.key(lab.workspace, Qt.Key.Key_Z, CONTROL)


def test_a_sheet_of_twenty_is_read_in_order(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    assert photos.state.sheet
    expected = read_sheet(path)
    assert len(expected) == 20
    assert [r.item.box for r in found(photos)] == [digit.box for digit in expected]
    snapshot = photos.document.snapshot
    assert snapshot is not None
    values = many_probabilities(snapshot, [digit.image for digit in expected])
    assert np.array_equal([r.values for r in found(photos)], values)
    assert [(r.row, r.column) for r in found(photos)] == [(k // 5, k % 5) for k in range(20)]
    lines = workspace.desk.sheet.text.toPlainText().splitlines()
    assert [line.replace(" ", "") for line in lines] == [
        "".join(r.name for r in found(photos)[k : k + 5]) for k in range(0, 20, 5)
    ]
    model = workspace.desk.sheet.list.model()
    assert model.rowCount() == 20
    assert "Digits: 20" in workspace.desk.sheet.count.text()


def test_digits_are_corrected_by_typing(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    for number, digit in enumerate(TWENTY):
        pick(photos, number)
        photos.key(workspace.desk.boxes, Qt.Key(Qt.Key.Key_0 + digit))
    names = [r.name for r in found(photos)]
    assert names == [str(digit) for digit in TWENTY]
    text = workspace.desk.sheet.text.toPlainText().replace(" ", "")
    assert text == "31415\n92653\n58979\n32384"
    photos.key(workspace.desk.sheet, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text().replace(" ", "") == text
    photos.learn(seed=5)
    assert [r.name for r in found(photos)] == names
    for _ in range(20):
        undo(photos)
    assert all(r.item.label is None for r in found(photos))


def test_a_wrong_key_is_told_and_loses_nothing(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    photos.key(workspace.desk.boxes, Qt.Key.Key_7)
    assert "Select a digit first" in photos.note
    pick(photos, 2)
    photos.key(workspace.desk.boxes, Qt.Key.Key_7)
    assert photos.note == ""
    photos.key(workspace.desk.boxes, Qt.Key.Key_X)
    assert "“x” is none of the classes" in photos.note
    assert found(photos)[2].name == "7"
    assert workspace.correcting.chosen == (found(photos)[2],)


def test_list_and_photo_show_the_same(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    view, rows = workspace.desk.boxes, workspace.desk.sheet.list
    photos.point(view, view.rectangle(found(photos)[7].item.box).center())
    assert rows._row.hover == 7
    photos.point(view, QPointF(3, 3))
    assert rows._row.hover == -1
    place = rows.visualRect(rows.model().index(1, 0)).center()
    photos.point(rows.viewport(), QPointF(place))
    assert view._hover == 1
    QTest.mouseClick(rows.viewport(), LEFT, PLAIN, place)
    assert view._selected == (1,)
    assert np.array_equal(photos.panel.eye.image, found(photos)[1].item.image)
    photos.key(rows, Qt.Key.Key_Down)
    assert view._selected == (2,)
    pick(photos, 4, 9)
    assert [index.row() for index in rows.selectedIndexes()] == [4, 9]
    photos.key(rows, Qt.Key.Key_0)
    assert [k for k, r in enumerate(found(photos)) if r.item.label == "0"] == [4, 9]


def test_merge_split_delete_and_add(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    before = [r.item.box for r in found(photos)]
    panel, view = workspace.desk.sheet, workspace.desk.boxes
    pick(photos, 1, 2)
    photos.click(panel.merge_button)
    assert len(found(photos)) == 19
    (whole,) = workspace.correcting.chosen
    assert whole.item.box[0] == before[1][0]
    assert whole.item.box[2] == before[2][2]
    photos.click(panel.split_button)
    assert len(found(photos)) == 20
    left, right = workspace.correcting.chosen
    assert left.item.box[2] == right.item.box[0]
    assert before[1][2] - 2 <= left.item.box[2] <= before[2][0] + 2
    pick(photos, 0)
    photos.key(view, Qt.Key.Key_Delete)
    assert len(found(photos)) == 19
    frame = view.rectangle(before[0]).adjusted(-4, -4, 4, 4)
    photos.drag(view, frame.topLeft(), frame.bottomRight())
    assert len(found(photos)) == 20
    added = found(photos)[0]
    assert added.item.by_hand
    assert added.item.image is not None
    pick(photos, 0)
    frame = view.rectangle(added.item.box).adjusted(-3, -3, 3, 3)
    edge = QPointF(frame.right(), frame.center().y())
    photos.drag(view, edge, edge + QPointF(9, 0))
    wider = found(photos)[0].item.box
    assert wider[2] - added.item.box[2] == pytest.approx(9 / view.scale(), abs=1.5 / view.scale())
    assert wider[:2] == pytest.approx(added.item.box[:2])
    assert workspace.current is not None
    assert workspace.current.undo_stack.count() == 5
    for _ in range(5):
        undo(photos)
    assert [r.item.box for r in found(photos)] == before


def test_corrections_outlive_every_other_choice(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    pick(photos, 3)
    photos.key(workspace.desk.boxes, Qt.Key.Key_6)
    pick(photos, 0)
    photos.key(workspace.desk.boxes, Qt.Key.Key_Delete)
    photos.click(workspace.desk.choices.threshold.buttons["adaptive"])
    assert len(found(photos)) == 19
    assert found(photos)[2].name == "6"
    workspace.desk.choices.shift.field.setValue(0.5)
    photos.wait()
    assert [r.name for r in found(photos) if r.item.label] == ["6"]
    photos.click(workspace.desk.kind.buttons["one"])
    assert workspace.desk.crop.isVisible()
    photos.click(workspace.desk.right_button)
    photos.click(workspace.desk.kind.buttons["many"])
    assert [r.name for r in found(photos) if r.item.label] == ["6"]
    assert len(found(photos)) == 19
    for _ in range(7):
        undo(photos)
    assert workspace.current is not None
    assert not workspace.current.undo_stack.canUndo()
    assert len(found(photos)) == 20


def test_bad_input_loses_no_correction(photos: PhotoLab, path: Path, tmp_path: Path) -> None:
    workspace = photos.open(path)
    pick(photos, 3)
    photos.key(workspace.desk.boxes, Qt.Key.Key_6)
    bad = tmp_path / "notes.png"
    bad.write_bytes(b"no picture")
    assert photos.drop_files(bad, target=workspace)
    assert "notes.png" in photos.note
    assert found(photos)[3].name == "6"
    path.unlink()  # what is open needs the file no longer
    photos.click(workspace.desk.choices.threshold.buttons["adaptive"])
    assert found(photos)[3].name == "6"


def test_the_table_has_what_is_shown(
    photos: PhotoLab, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = photos.open(path)
    pick(photos, 5)
    photos.key(workspace.desk.boxes, Qt.Key.Key_2)
    out = tmp_path / "digits.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    photos.click(workspace.desk.sheet.export_button)
    with out.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 20
    for row, reading in zip(rows, found(photos), strict=True):
        assert row["file"] == "sheet.png"
        assert (row["digit"], row["read"]) == (reading.name, reading.read)
        assert (int(row["row"]), int(row["column"])) == (reading.row + 1, reading.column + 1)
        edges = [float(row[edge]) for edge in ("left", "top", "right", "bottom")]
        assert edges == pytest.approx(reading.item.box, abs=0.06)
        assert reading.values is not None
        assert [np.float32(row[f"p_{k}"]) for k in range(10)] == list(reading.values)
    assert [k for k, row in enumerate(rows) if row["corrected"] == "1"] == [5]
    assert rows[5]["digit"] == "2"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "no/x"), ""))
    photos.click(workspace.desk.sheet.export_button)
    assert str(tmp_path / "no") in photos.note


def test_one_digit_can_be_taken_for_a_sheet_and_back(photos: PhotoLab, tmp_path: Path) -> None:
    workspace = photos.open(photo_of(tmp_path / "five.jpg", 5))
    assert not photos.state.sheet
    photos.click(workspace.desk.kind.buttons["many"])
    assert len(found(photos)) == 1
    undo(photos)
    assert workspace.desk.crop.isVisible()
