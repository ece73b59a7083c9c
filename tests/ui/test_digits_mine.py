"""Labelling and keeping drawings, the gallery, strokes in files, what a network gets."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from mlp_studio.core.datasets import BuiltinDigits, DataSpec, MyDigits
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.scaling import Scaler
from mlp_studio.core.templates import template
from mlp_studio.data.my_digits import read_kept
from mlp_studio.digits.contract import contract
from mlp_studio.digits.drawing import PenStroke
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.stroke_files import StrokeExample, read_strokes
from mlp_studio.digits.strokes import strokes_to_image
from mlp_studio.storage.strokes import write_strokes
from mlp_studio.ui.digits.mine import Mine
from mlp_studio.ui.digits.mine_window import MISREAD, MineWindow
from tests.ui.window_studio import Studio

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SEVEN = ((0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85))


class Desk:
    """The window on the digits, with a folder of the test's own."""

    def __init__(self, studio: Studio, folder: Path) -> None:
        self.studio = studio
        project = template("digits").project
        few = project.data.model_copy(update={"source": BuiltinDigits(count=1000)})
        studio.document.open(project.model_copy(update={"data": few}))
        self.window = studio.window
        self.panel, self.canvas = self.window.digits, self.window.digits.canvas
        self.mine: Mine = self.window.mine
        self.mine.kept._given = folder
        self.mine.kept.load_again()
        self.settle()

    def settle(self) -> None:
        self.studio.until(lambda: not self.studio.parts.jobs.busy)

    def draw(self) -> None:
        side = min(self.canvas.width(), self.canvas.height())
        left = (self.canvas.width() - side) // 2
        top = (self.canvas.height() - side) // 2
        way = [QPoint(left + round(x * side), top + round(y * side)) for x, y in SEVEN]
        QTest.mousePress(self.canvas, LEFT, PLAIN, way[0])
        for place in way[1:]:
            QTest.mouseMove(self.canvas, place)
        QTest.mouseRelease(self.canvas, LEFT, PLAIN, way[-1])
        self.canvas.setFocus()

    def keep(self, digit: int) -> None:
        self.draw()
        QTest.keyClick(self.canvas, str(digit))
        QTest.keyClick(self.canvas, Qt.Key.Key_Return)
        self.settle()

    def labels(self) -> list[int]:
        kept = self.mine.kept.kept
        assert kept is not None
        return [int(label) for label in kept.labels]

    def gallery(self) -> MineWindow:
        QTest.mouseClick(self.mine.row.mine, LEFT)
        assert self.mine.gallery is not None
        self.settle()
        return self.mine.gallery


@pytest.fixture
def desk(window_studio: Studio, tmp_path: Path) -> Desk:
    return Desk(window_studio, tmp_path / "mine")


def test_a_drawing_is_labelled_by_key_or_bar_and_kept(desk: Desk, tmp_path: Path) -> None:
    row = desk.mine.row
    assert not row.keep.isVisible()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Return)  # nothing to keep
    desk.draw()
    assert "Key or bar" in row.words.text()
    drawing = desk.canvas.drawing
    QTest.keyClick(desk.canvas, "3")
    assert desk.panel.label == 3
    QTest.keyClick(desk.canvas, "3")
    assert desk.panel.label is None
    assert not row.keep.isVisible()
    bars = desk.panel.bars
    QTest.mouseClick(bars, LEFT, PLAIN, QPoint(40, int(7.5 * bars._row())))
    assert "7" in row.words.text()
    QTest.mouseClick(row.keep, LEFT)
    desk.settle()
    assert desk.labels() == [7]
    assert "(1)" in row.mine.text()
    assert desk.canvas.drawing == ()
    assert desk.panel.label is None
    kept = read_kept(tmp_path / "mine")
    image = strokes_to_image([stroke.points for stroke in drawing])
    assert image is not None
    assert np.array_equal(kept.images[0], np.rint(image * 255).astype(np.uint8))
    desk.canvas.undo_stroke()
    assert desk.canvas.drawing == drawing
    desk.keep(7)
    assert desk.labels() == [7, 7]


def test_the_gallery_counts_filters_relabels_and_removes(desk: Desk) -> None:
    for digit in (7, 1, 7):
        desk.keep(digit)
    gallery = desk.gallery()
    assert "3 digits" in gallery.accuracy.text()
    snapshot = desk.studio.learn()
    kept = desk.mine.kept.kept
    assert kept is not None
    x = kept.images.astype(np.float32) / np.float32(255)
    read = predict(snapshot.network, snapshot.weights, x).argmax(axis=1)
    right = int((read == kept.labels).sum())
    assert f"{right} of 3" in gallery.accuracy.text()
    gallery.filter.setCurrentIndex(gallery.filter.findData(MISREAD))
    gallery.filter.activated.emit(0)
    assert gallery.list.count() == 3 - right
    gallery.filter.setCurrentIndex(gallery.filter.findData(1))
    gallery.filter.activated.emit(0)
    assert gallery.list.count() == 1
    gallery.list.item(0).setSelected(True)
    QTest.keyClick(gallery, "4")
    desk.settle()
    assert desk.labels() == [7, 4, 7]
    gallery.filter.setCurrentIndex(0)
    gallery.filter.activated.emit(0)
    gallery.list.item(0).setSelected(True)
    QTest.keyClick(gallery, Qt.Key.Key_Delete)
    desk.settle()
    assert gallery.list.count() == len(desk.labels())
    assert desk.labels() != [7, 4, 7]
    undo = gallery.findChild(QPushButton, "mine_undo")
    assert isinstance(undo, QPushButton)
    for _ in range(2):
        QTest.mouseClick(undo, LEFT)
        desk.settle()
    assert desk.labels() == [7, 1, 7]
    gallery.list.itemDoubleClicked.emit(gallery.list.item(0))
    assert len(desk.canvas.drawing) == 1
    gallery.close()


def test_my_digits_join_the_data_as_a_step_of_undo(desk: Desk) -> None:
    desk.keep(7)
    gallery = desk.gallery()
    add = gallery.findChild(QPushButton, "mine_add")
    assert isinstance(add, QPushButton)
    desk.studio.wait()
    before = desk.studio.document.data
    QTest.mouseClick(add, LEFT)
    source = desk.studio.document.data.source
    assert isinstance(source, MyDigits)
    assert source.beside == before.source
    assert not add.isEnabled()
    desk.studio.document.undo_stack.undo()
    assert desk.studio.document.data == before
    gallery.close()
    desk.settle()


def test_strokes_come_from_files_and_go_into_them(desk: Desk, tmp_path: Path) -> None:
    desk.draw()
    drawing = desk.canvas.drawing
    path = tmp_path / "strokes.json"
    desk.panel.stroke_menu.save(path)
    desk.canvas.clear()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(desk.panel, QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, PLAIN))
    QApplication.sendEvent(desk.panel, QDropEvent(QPointF(9, 9), copy, data, LEFT, PLAIN))
    (stroke,) = desk.canvas.drawing
    assert np.allclose(stroke.points, drawing[0].points, atol=1e-3)
    far = [StrokeExample((PenStroke(((5000.0, 1.0), (9000.0, 8001.0))),))]
    write_strokes(path, far)  # of another unit, without a width
    desk.panel.stroke_menu.open(path)
    (stroke,) = desk.canvas.drawing
    assert 0 < min(min(p) for p in stroke.points) < max(max(p) for p in stroke.points) < 280
    path.write_text(json.dumps({"no": "list"}))
    desk.panel.stroke_menu.open(path)
    assert "strokes.json" in desk.studio.message()
    assert desk.canvas.drawing == (stroke,)
    (example,) = read_strokes(_saved(desk, tmp_path / "again.json"))
    assert np.allclose(example.strokes[0], stroke.points, atol=1e-3)


def _saved(desk: Desk, path: Path) -> Path:
    desk.panel.stroke_menu.save(path)
    return path


# --- what the network gets ---------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("key", ["unit", "bytes", "signed", "standard"])
@pytest.mark.parametrize("flat", [False, True])
def test_every_network_gets_what_it_was_trained_on(
    desk: Desk, key: str, dark: bool, flat: bool
) -> None:
    document = desk.studio.document
    if flat:
        layers = (Dense(name="output", units=10, activation="softmax"),)
        document.edit("Flat", network=NetworkSpec(input_shape=(784,), layers=layers))
    names = tuple("abcdefghij")
    scaler = contract(key, dark_ink=dark, framing="box", names=names)
    network = document.network
    snapshot = Snapshot(network, initial_weights(network, 3), 1, scaler)
    document.set_snapshot(snapshot)
    desk.draw()
    image = strokes_to_image(desk.canvas.strokes, Preparation(centre=False))
    assert image is not None
    assert np.array_equal(desk.panel.eye.image, image)
    low, high = {
        "unit": (0, 1), "bytes": (0, 255), "signed": (-1, 1), "standard": (-0.42421, 2.82148),
    }[key]  # fmt: skip
    x = high - image * (high - low) if dark else low + image * (high - low)
    x = x.reshape(1, *network.input_shape).astype(np.float32)
    expected = predict(network, snapshot.weights, x)[0]
    assert desk.panel.bars.values is not None
    np.testing.assert_allclose(desk.panel.bars.values, expected, atol=1e-4)
    assert desk.panel._answer.text() == names[int(expected.argmax())]


def test_what_a_network_gets_is_said_in_a_dialog_and_undone(desk: Desk) -> None:
    document, link = desk.studio.document, desk.panel.contract
    assert not link.isVisible()
    snapshot = desk.studio.learn()
    assert link.isVisible()
    assert link.text() == "0 to 1"
    desk.draw()
    before = desk.panel.bars.values
    QTest.mouseClick(link, LEFT)
    dialog = link.dialog
    assert dialog is not None
    dialog.range.setCurrentIndex(dialog.range.findData("signed"))
    dialog.ink.setCurrentIndex(1)
    dialog.names.setText("only, three, names")
    assert not dialog._ok.isEnabled()
    assert "3 names" in dialog.words.text()
    dialog.names.setText("")
    QTest.mouseClick(dialog._ok, LEFT)
    assert document.snapshot is not None
    assert document.snapshot.scaler == contract("signed", dark_ink=True)
    assert document.snapshot.weights is snapshot.weights
    assert link.text() == "-1 to 1, dark ink"
    assert not np.array_equal(desk.panel.bars.values, before)
    document.undo_stack.undo()
    assert link.text() == "0 to 1"
    assert np.array_equal(desk.panel.bars.values, before)
    each = Scaler(kind="standard", shift=(1.0,) * 784, scale=(2.0,) * 784)
    document.set_snapshot(replace(snapshot, scaler=each))
    assert link.text() == "Own scaling"


def test_data_that_is_no_digits_has_no_row_to_keep_them(desk: Desk) -> None:
    assert desk.mine.row.isVisible()
    desk.studio.document.edit(
        "Spirals", data=DataSpec(source=template("spirals-6").project.data.source)
    )
    network = template("spirals-6").project.network
    desk.studio.document.edit("Spirals", network=network)
    assert not desk.mine.row.isVisible()
