"""A photo of one digit in the workspace: each choice by mouse and keyboard, each undone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from mlp_studio.data.frame import framed
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.photo import photo_to_image
from mlp_studio.digits.picture_file import read_picture
from mlp_studio.ui.digits.reader import probabilities
from tests.ui.photo_lab import LEFT, PLAIN, PhotoLab, photo_of

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return photo_of(tmp_path / "five.jpg", 5)


def shown(lab: PhotoLab) -> np.ndarray:
    image = lab.workspace.desk.answer.prepared.eye.image
    assert image is not None
    return image


def test_the_photo_is_read_as_the_forward_pass_reads_it(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    assert workspace.isVisible()
    image = photo_to_image(path)
    assert np.array_equal(shown(photos), image)
    snapshot = photos.document.snapshot
    assert snapshot is not None
    bars = workspace.desk.answer.prepared.bars
    assert np.array_equal(bars.values, probabilities(snapshot, image))
    assert np.array_equal(photos.panel.eye.image, image)
    assert np.array_equal(photos.panel.bars.values, bars.values)
    other = photos.learn(seed=9)  # each epoch of a training is read at once
    assert np.array_equal(bars.values, probabilities(other, image))
    photos.document.set_snapshot(None)
    assert "Not trained yet" in workspace.desk.answer.prepared.detail.text()


def test_every_step_is_shown(photos: PhotoLab, path: Path) -> None:
    captions = photos.open(path).desk.strip.captions
    for word in ("Upright", "grey", "Light", "Dark ink", "Threshold: Otsu", "Specks", "28 × 28"):
        assert any(word in caption for caption in captions), word


def test_a_handle_cuts_and_one_undo_takes_it_back(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    crop, before = workspace.desk.crop, shown(photos)
    corner = crop.rectangle(crop.taken).bottomRight()
    photos.drag(crop, corner, crop.on_screen(160, 150))
    box = photos.state.choice.cut.box
    assert box is not None
    assert box == pytest.approx((0, 0, 160, 150), abs=2 / crop.scale())
    assert not np.array_equal(shown(photos), before)
    photos.key(workspace, Qt.Key.Key_Z, CONTROL)
    assert photos.state.choice.cut.box is None
    assert np.array_equal(shown(photos), before)
    photos.click(workspace.desk.redo_button)
    assert photos.state.choice.cut.box == box
    photos.drag(crop, crop.rectangle(box).center(), crop.rectangle(box).center() + QPointF(30, 0))
    moved = photos.state.choice.cut.box
    assert moved is not None
    assert moved[0] == pytest.approx(30 / crop.scale(), abs=2)
    assert moved[2] - moved[0] == pytest.approx(box[2] - box[0])
    photos.click(workspace.desk.all_button)
    assert photos.state.choice.cut.box is None


def test_a_cut_stays_within_the_photo_and_is_never_empty(photos: PhotoLab, path: Path) -> None:
    crop = photos.open(path).desk.crop
    frame = crop.rectangle(crop.taken)
    left = QPointF(frame.left(), frame.center().y())
    photos.drag(crop, left, left + QPointF(2000, 0))
    box = photos.state.choice.cut.box
    assert box is not None
    assert 0 < box[2] - box[0] < 40
    photos.drag(crop, crop.rectangle(box).center(), QPointF(-500, -500))
    box = photos.state.choice.cut.box
    assert box is not None
    assert box[0] == 0


def test_the_knob_turns_the_photo(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    crop = workspace.desk.crop
    frame = crop.rectangle(crop.taken)
    middle = frame.center()
    radius = middle.y() - frame.top() + 26
    turn = np.radians(30)
    end = middle + QPointF(radius * np.sin(turn), -radius * np.cos(turn))
    photos.drag(crop, QPointF(middle.x(), middle.y() - radius), end)
    assert photos.state.choice.cut.angle == pytest.approx(30, abs=1)
    assert workspace.current is not None
    assert workspace.current.undo_stack.count() == 1
    photos.click(workspace.desk.right_button)
    assert photos.state.choice.cut.angle == pytest.approx(120, abs=1)
    photos.click(workspace.desk.undo_button)
    photos.click(workspace.desk.undo_button)
    assert photos.state.choice.cut.angle == 0
    assert not workspace.desk.undo_button.isEnabled()


def test_the_keyboard_cuts_and_turns(photos: PhotoLab, path: Path) -> None:
    crop = photos.open(path).desk.crop
    crop.setFocus()
    for _ in range(3):
        photos.key(crop, Qt.Key.Key_Left, SHIFT)
    photos.key(crop, Qt.Key.Key_Up, SHIFT)
    photos.key(crop, Qt.Key.Key_Right)
    box = photos.state.choice.cut.box
    assert box == pytest.approx((3, 0, 294, 297), abs=0.01)
    photos.key(crop, Qt.Key.Key_Period)
    assert photos.state.choice.cut.angle == 1
    photos.key(crop, Qt.Key.Key_Comma)
    photos.key(crop, Qt.Key.Key_Comma)
    assert photos.state.choice.cut.angle == -1
    photos.key(crop, Qt.Key.Key_Home)
    assert photos.state.choice.cut.box is None


def test_quarter_turns_give_back_the_image(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    before = shown(photos)
    for _ in range(4):
        photos.click(workspace.desk.left_button)
    assert np.array_equal(shown(photos), before)
    assert workspace.current is not None
    assert workspace.current.undo_stack.count() == 4


def test_threshold_correction_and_ink(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    choices, before = workspace.desk.choices, shown(photos)
    photos.click(choices.threshold.buttons["adaptive"])
    assert "Threshold: adaptive" in workspace.desk.strip.captions
    assert photos.state.choice.threshold == "adaptive"
    slider = choices.shift._slider
    for _ in range(60):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    photos.wait()
    assert photos.state.choice.shift > 0.1
    assert not np.array_equal(shown(photos), before)
    photos.click(choices.ink.buttons["light"])
    assert any("Bright ink" in words for words in workspace.desk.strip.captions)
    for _ in range(3):  # the slider's way is one step
        photos.click(workspace.desk.undo_button)
    assert photos.state.choice == type(photos.state.choice)()
    assert np.array_equal(shown(photos), before)


def test_the_notebooks_way_is_one_click_away(photos: PhotoLab, path: Path) -> None:
    answer = photos.open(path).desk.answer
    assert not answer.plain.isVisible()
    photos.click(answer.compare)
    assert answer.plain.isVisible()
    grey = read_picture(path).grey
    expected = framed(1 - grey[None], Preparation(plain_resize=True))[0]
    assert np.allclose(answer.plain.eye.image, expected, atol=1e-6)
    snapshot = photos.document.snapshot
    assert snapshot is not None
    plain = answer.plain.eye.image
    assert plain is not None
    assert np.array_equal(answer.plain.bars.values, probabilities(snapshot, plain))
    assert answer.prepared.isVisible()
    photos.click(answer.compare)
    assert not answer.plain.isVisible()


def test_where_nothing_stands_out_it_says_what_to_do(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    crop = workspace.desk.crop
    corner = crop.rectangle(crop.taken).bottomRight()
    photos.drag(crop, corner, crop.on_screen(50, 45))
    assert workspace.desk.answer.prepared.bars.values is None
    assert "No digit stands out" in workspace.desk.answer.prepared.detail.text()
    assert photos.panel.eye.image is not None  # the last digit that was read


def test_the_frame_steps_of_the_panel_hold_for_photos(photos: PhotoLab, path: Path) -> None:
    photos.open(path)
    box = next(b for b in photos.panel.findChildren(QCheckBox) if b.text() == "Centre of mass")
    box.click()
    photos.wait()
    expected = photo_to_image(path, Preparation(centre=False))
    assert np.array_equal(shown(photos), expected)
    assert np.array_equal(photos.panel.eye.image, expected)


def test_a_closed_workspace_keeps_its_photos(photos: PhotoLab, path: Path) -> None:
    workspace = photos.open(path)
    photos.click(workspace.desk.right_button)
    photos.key(workspace, Qt.Key.Key_Escape)
    assert not workspace.isVisible()
    other = photos.learn(seed=8)
    photos.panel.photos.choose()
    assert workspace.isVisible()
    assert photos.state.choice.cut.angle == 90
    assert np.array_equal(
        workspace.desk.answer.prepared.bars.values, probabilities(other, shown(photos))
    )
    QTest.mouseClick(workspace.desk.answer.compare, LEFT, PLAIN)
