"""The digit lab reads what is drawn with the mouse, as the forward pass reads it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mlp_studio.core.forward import predict
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.templates import template
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.photo import photo_to_image
from mlp_studio.digits.strokes import strokes_to_image
from tests.ui.digits_lab import DigitsLab

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SEVEN = [(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)]
BAR = [(0.3, 0.5), (0.5, 0.5), (0.7, 0.5)]


class Lab(DigitsLab):
    """The panel and a person at it."""

    def draw(self, points: list[tuple[float, float]]) -> None:
        side = min(self.canvas.width(), self.canvas.height())
        left, top = (self.canvas.width() - side) // 2, (self.canvas.height() - side) // 2
        places = [QPoint(left + round(x * side), top + round(y * side)) for x, y in points]
        QTest.mousePress(self.canvas, LEFT, PLAIN, places[0])
        for place in places[1:]:
            QTest.mouseMove(self.canvas, place)
        QTest.mouseRelease(self.canvas, LEFT, PLAIN, places[-1])

    def words(self) -> str:
        return " ".join(label.text() for label in self.panel.findChildren(QLabel))

    def box(self, words: str) -> QCheckBox:
        return next(b for b in self.panel.findChildren(QCheckBox) if b.text() == words)

    def tick(self, words: str) -> None:
        QTest.mouseClick(self.box(words), LEFT, PLAIN, QPoint(8, self.box(words).height() // 2))

    def click(self, words: str) -> None:
        button = next(b for b in self.panel.findChildren(QPushButton) if b.text() == words)
        QTest.mouseClick(button, LEFT)

    def use(self, tool: str) -> None:
        QTest.mouseClick(self.panel.tools.button(tool), LEFT)

    def photo_read(self) -> None:
        self.qtbot.waitUntil(lambda: not (self.jobs.busy or self.panel.photos.busy), timeout=60_000)


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[Lab]:
    made = Lab(qtbot)
    yield made
    made.training.close()
    made.jobs.close()


def picture(path: Path, points: list[tuple[float, float]]) -> Path:
    image = Image.new("L", (300, 300), 230)
    ImageDraw.Draw(image).line([(x * 300, y * 300) for x, y in points], fill=20, width=22)
    image.save(path)
    return path


def test_what_is_drawn_is_what_the_network_gets(lab: Lab) -> None:
    assert lab.panel.eye.image is None
    lab.draw(SEVEN)
    (stroke,) = lab.canvas.strokes
    for wanted in SEVEN:  # between them lies a smooth curve
        assert min(math.dist((x / 280, y / 280), wanted) for x, y in stroke) < 0.01
    image = lab.panel.eye.image
    assert image is not None
    assert image.shape == (28, 28)
    assert np.array_equal(image, strokes_to_image(lab.canvas.strokes))


def test_it_says_what_is_missing(lab: Lab) -> None:
    assert "Not trained yet" in lab.words()
    lab.learn()
    assert "Nothing to read yet" in lab.words()
    lab.draw(SEVEN)
    assert "ahead of" in lab.words()
    lab.document.set_snapshot(None)
    assert lab.panel.digit is None
    assert "Not trained yet" in lab.words()


def test_answers_are_those_of_the_forward_pass(lab: Lab) -> None:
    lab.draw(SEVEN)
    for seed in (3, 4):  # each snapshot of a run is read at once
        snapshot = lab.learn(seed)
        image = strokes_to_image(lab.canvas.strokes)
        assert image is not None
        expected = predict(snapshot.network, snapshot.weights, image[np.newaxis])[0]
        assert lab.panel.bars.values is not None
        assert np.array_equal(lab.panel.bars.values, expected)
        assert lab.panel.digit == int(np.argmax(expected))
        assert f"{expected.max():.3f}" in lab.words()


def test_a_drawing_is_scaled_as_the_training_images_were(lab: Lab) -> None:
    lab.draw(SEVEN)
    image = strokes_to_image(lab.canvas.strokes)
    assert image is not None
    snapshot = lab.learn()
    scaler = Scaler(kind="standard", shift=(33.0,) * 784, scale=(70.0,) * 784)
    lab.document.set_snapshot(replace(snapshot, scaler=scaler))
    inputs = (image[np.newaxis] * 255 - 33) / 70
    expected = predict(snapshot.network, snapshot.weights, inputs.astype(np.float32))[0]
    assert lab.panel.bars.values is not None
    assert np.allclose(lab.panel.bars.values, expected, atol=1e-5)


def test_every_move_of_the_mouse_is_read(lab: Lab) -> None:
    lab.learn()
    seen = []
    lab.canvas.strokes_changed.connect(lambda: seen.append(lab.panel.digit is not None))
    lab.draw(SEVEN)
    assert len(seen) >= len(SEVEN)
    assert all(seen)


def test_strokes_are_taken_back_brought_back_and_cleared(lab: Lab) -> None:
    lab.learn()
    lab.draw(SEVEN)
    alone = lab.panel.bars.values
    lab.draw(BAR)
    both = lab.canvas.strokes
    assert not np.array_equal(lab.panel.bars.values, alone)
    lab.canvas.setFocus()
    QTest.keyClick(lab.canvas, Qt.Key.Key_Backspace)
    assert lab.canvas.strokes == both[:1]
    assert np.array_equal(lab.panel.bars.values, alone)
    lab.canvas.redo_stroke()
    assert lab.canvas.strokes == both
    lab.use("undo")
    assert lab.canvas.strokes == both[:1]
    lab.use("clear")
    assert lab.canvas.strokes == ()
    assert lab.panel.eye.image is None
    assert lab.panel.digit is None
    lab.use("undo")
    assert lab.canvas.strokes == both[:1]
    QTest.keyClick(lab.canvas, Qt.Key.Key_Delete)
    assert lab.canvas.strokes == ()


def test_the_drawing_outlives_another_size_of_the_panel(lab: Lab) -> None:
    lab.draw(SEVEN)
    strokes, image = lab.canvas.strokes, lab.panel.image()
    lab.panel.resize(460, 1000)
    assert lab.canvas.strokes == strokes
    assert np.array_equal(lab.panel.image(), image)


def test_each_step_of_the_preparation_can_be_switched_off(lab: Lab) -> None:
    lab.draw([(x * 0.4, y * 0.4) for x, y in SEVEN])  # small and in a corner
    whole = lab.panel.eye.image
    for words in ("Crop", "Scale to 20 × 20", "Centre of mass", "Plain resize"):
        lab.tick(words)
        changed = lab.panel.eye.image
        assert changed is not None
        assert not np.array_equal(changed, whole), words
        assert lab.box("Crop").isEnabled() is (words != "Plain resize")
        lab.tick(words)
        assert np.array_equal(lab.panel.eye.image, whole)


def test_a_photo_is_read_with_the_steps_that_are_on(lab: Lab, tmp_path: Path) -> None:
    snapshot = lab.learn()
    path = picture(tmp_path / "seven.png", SEVEN)
    lab.draw(BAR)
    lab.panel.open_photo(path)
    lab.photo_read()
    image = photo_to_image(path)
    assert np.array_equal(lab.panel.eye.image, image)
    assert lab.canvas.strokes == ()
    expected = predict(snapshot.network, snapshot.weights, image[np.newaxis])[0]
    assert np.array_equal(lab.panel.bars.values, expected)
    lab.tick("Plain resize")
    lab.photo_read()
    plain = photo_to_image(path, Preparation(plain_resize=True))
    assert np.array_equal(lab.panel.eye.image, plain)
    assert not np.array_equal(plain, image)
    lab.tick("Plain resize")
    lab.photo_read()
    lab.draw(BAR)  # drawing again puts the photo away
    assert np.array_equal(lab.panel.eye.image, strokes_to_image(lab.canvas.strokes))
    lab.tick("Centre of mass")
    lab.photo_read()
    centred = strokes_to_image(lab.canvas.strokes, Preparation(centre=False))
    assert np.array_equal(lab.panel.eye.image, centred)


def test_of_two_photos_the_last_is_read(lab: Lab, tmp_path: Path) -> None:
    big = tmp_path / "big.png"
    Image.open(picture(tmp_path / "a.png", BAR)).resize((2500, 2500)).save(big)
    small = picture(tmp_path / "small.png", SEVEN)
    lab.panel.open_photo(big)
    lab.panel.open_photo(small)
    lab.photo_read()
    assert np.array_equal(lab.panel.eye.image, photo_to_image(small))


def test_a_photo_can_be_dropped(lab: Lab, tmp_path: Path) -> None:
    path = picture(tmp_path / "seven.png", SEVEN)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x.png"), QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, LEFT, PLAIN)
    QApplication.sendEvent(lab.panel, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(lab.panel, QDropEvent(QPointF(20, 20), copy, data, LEFT, PLAIN))
    lab.photo_read()
    assert np.array_equal(lab.panel.eye.image, photo_to_image(path))


@pytest.mark.parametrize("kind", ["missing", "no picture", "blank"])
def test_a_file_that_is_no_photo_is_told_and_the_drawing_stays(
    lab: Lab, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "odd.png"
    if kind == "no picture":
        path.write_bytes(b"words")
    elif kind == "blank":
        Image.new("L", (200, 200), 240).save(path)
    lab.draw(SEVEN)
    strokes = lab.canvas.strokes
    lab.panel.open_photo(path)
    lab.photo_read()
    (message,) = lab.told
    assert message.level == "error"
    assert "odd.png" in message.what
    assert message.remedy or kind == "no picture"
    assert lab.canvas.strokes == strokes
    assert np.array_equal(lab.panel.eye.image, strokes_to_image(strokes))


def test_a_network_that_reads_no_digits_says_so(lab: Lab) -> None:
    lab.draw(SEVEN)
    lab.learn()
    network = lab.document.network
    nine = network.layer("output").model_copy(update={"units": 9})
    lab.document.edit("Nine", network=network.replaced("output", nine))
    assert "does not read" in lab.words()
    assert lab.panel.digit is None
    lab.document.undo_stack.undo()
    assert lab.panel.digit is not None
    lab.document.open(template("spirals-6").project)
    assert "does not read" in lab.words()


def test_opening_images_after_a_trained_plane(lab: Lab) -> None:
    lab.document.open(template("spirals-6").project)
    lab.learn()
    lab.draw(SEVEN)
    lab.document.open(template("digits").project)
    assert "Not trained yet" in lab.words()
    assert lab.panel.eye.image is not None


def test_what_happens_while_it_is_hidden_is_read_when_it_shows(lab: Lab) -> None:
    lab.draw(SEVEN)
    lab.panel.hide()
    lab.learn()
    assert lab.panel.digit is None
    lab.panel.show()
    assert lab.panel.digit is not None


def test_it_tells_others_of_every_point_of_a_stroke(lab: Lab) -> None:
    told: list[object] = []
    lab.panel.image_read.connect(told.append)
    lab.draw([(0.4, 0.2), (0.5, 0.4), (0.5, 0.6), (0.5, 0.8)])
    pictures = [image for image in told if isinstance(image, np.ndarray)]
    assert len(pictures) >= 3
    assert all(image.shape == (28, 28) for image in pictures)
    assert not np.array_equal(pictures[0], pictures[-1])
    QTest.keyClick(lab.panel.canvas, Qt.Key.Key_Delete)
    assert told[-1] is None
