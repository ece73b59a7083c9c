"""Photos opened, dropped and pasted; whatever is no photo is told in a sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from mlp_studio.digits.photo import photo_to_image
from tests.digits.test_picture_file import big_png
from tests.ui.photo_lab import CONTROL, PhotoLab, photo_of, sheet_of


def test_a_photo_dropped_on_the_panel_is_opened(photos: PhotoLab, tmp_path: Path) -> None:
    path = photo_of(tmp_path / "five.jpg", 5)
    assert photos.drop_files(path)
    assert photos.workspace.isVisible()
    assert np.array_equal(photos.panel.eye.image, photo_to_image(path))
    assert photos.drop_files(photo_of(tmp_path / "two.jpg", 2), target=photos.workspace)
    assert photos.workspace.current is not None
    assert photos.workspace.current.source.name == "two.jpg"
    assert photos.workspace.desk.pile.isVisible()


def test_several_files_make_a_list(photos: PhotoLab, tmp_path: Path) -> None:
    one, two = photo_of(tmp_path / "one.jpg", 1), photo_of(tmp_path / "two.jpg", 2)
    many, bad = sheet_of(tmp_path / "many.png", [1, 2, 3, 4, 5]), tmp_path / "bad.png"
    bad.write_bytes(b"words")
    assert photos.drop_files(bad, one, many, two)
    workspace, pile = photos.workspace, photos.workspace.desk.pile
    assert [opened.source.name for opened in pile.photos] == ["one.jpg", "many.png", "two.jpg"]
    assert workspace.current is pile.photos[0]
    assert "bad.png" in photos.note
    for row, opened in enumerate(pile.photos):
        name, read = pile.item(row).text().splitlines()
        assert name == opened.source.name
        assert read not in {"", "–"}
    photos.click(workspace.desk.right_button)
    pile.setCurrentRow(1)
    photos.wait()
    assert workspace.desk.boxes.isVisible()
    assert len(workspace.correcting.readings) == 5
    assert not workspace.desk.undo_button.isEnabled()
    pile.setCurrentRow(0)
    photos.wait()
    assert photos.state.choice.cut.angle == 90  # each keeps what was done to it
    assert workspace.desk.undo_button.isEnabled()
    photos.click(workspace.desk.away_button)
    assert [opened.source.name for opened in pile.photos] == ["many.png", "two.jpg"]
    photos.click(workspace.desk.back_button)
    assert workspace.current is pile.photos[2]
    assert photos.state.choice.cut.angle == 90


def test_reading_many_files_can_be_stopped(photos: PhotoLab, tmp_path: Path) -> None:
    paths = [photo_of(tmp_path / f"{k}.jpg", k) for k in range(5)]
    photos.panel.photos.open(paths)
    photos.qtbot.waitUntil(lambda: "of 5" in photos.note, timeout=60_000)
    photos.click(photos.workspace.desk.note.button)
    assert photos.note == ""
    assert 1 <= len(photos.workspace.desk.pile.photos) < 5
    assert photos.workspace.current is photos.workspace.desk.pile.photos[0]


def test_a_file_that_vanished_is_told_when_it_is_wanted_again(
    photos: PhotoLab, tmp_path: Path
) -> None:
    one, two = photo_of(tmp_path / "one.jpg", 1), photo_of(tmp_path / "two.jpg", 2)
    workspace = photos.open(one, two)
    two.unlink()
    workspace.desk.pile.setCurrentRow(1)
    photos.wait()
    assert "two.jpg" in photos.note
    assert workspace.desk.strip.captions == ()
    workspace.desk.pile.setCurrentRow(0)
    photos.wait()
    assert workspace.desk.answer.digit is not None


def pasted(photos: PhotoLab, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    photos.panel.activateWindow()
    photos.panel.canvas.setFocus()
    QTest.keyClick(photos.panel.canvas, Qt.Key.Key_V, CONTROL)
    photos.wait()


def test_a_picture_is_pasted(photos: PhotoLab, tmp_path: Path) -> None:
    path = tmp_path / "five.png"
    Image.open(photo_of(tmp_path / "five.jpg", 5)).save(path)
    data = QMimeData()
    data.setImageData(QImage(str(path)))
    pasted(photos, data)
    assert np.array_equal(photos.panel.eye.image, photo_to_image(path))
    assert photos.workspace.windowTitle().startswith("Pasted picture")


def test_a_copied_file_is_pasted_into_the_workspace(photos: PhotoLab, tmp_path: Path) -> None:
    photos.open(photo_of(tmp_path / "five.jpg", 5))
    path = photo_of(tmp_path / "two.jpg", 2)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(photos.workspace, Qt.Key.Key_V, CONTROL)
    photos.wait()
    assert np.array_equal(photos.panel.eye.image, photo_to_image(path))


@pytest.mark.parametrize("form", ["bytes", "data address"])
def test_a_picture_dragged_from_a_browser(photos: PhotoLab, tmp_path: Path, form: str) -> None:
    path = photo_of(tmp_path / "five.jpg", 5)
    data = QMimeData()
    if form == "bytes":
        data.setUrls([QUrl("https://example.org/five.jpg")])
        data.setData("image/jpeg", path.read_bytes())
    else:
        from base64 import b64encode

        packed = b64encode(path.read_bytes()).decode()
        data.setUrls([QUrl(f"data:image/jpeg;base64,{packed}")])
    assert photos.drop(data)
    assert np.array_equal(photos.panel.eye.image, photo_to_image(path))


def test_an_address_alone_is_told(photos: PhotoLab) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/five.jpg")])
    assert photos.drop(data)
    (message,) = photos.told
    assert "https://example.org/five.jpg" in message.what
    assert "Save it" in message.remedy


def test_nothing_to_paste_is_told(photos: PhotoLab) -> None:
    data = QMimeData()
    data.setText("words")
    pasted(photos, data)
    (message,) = photos.told
    assert "no picture to paste" in message.what


def test_projects_and_words_are_left_to_others(photos: PhotoLab, tmp_path: Path) -> None:
    assert not photos.drop_files(tmp_path / "my.mlpstudio")
    words = QMimeData()
    words.setText("words")
    assert not photos.drop(words)
    assert photos.told == []


def test_files_are_chosen_in_a_dialog(
    photos: PhotoLab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [photo_of(tmp_path / f"{k}.jpg", k) for k in (5, 2)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(paths[0])], ""))
    photos.panel.photos.choose()
    photos.wait()
    assert photos.workspace.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(paths[1])], ""))
    photos.click(photos.workspace.desk.open_button)
    assert np.array_equal(photos.panel.eye.image, photo_to_image(paths[1]))


def spoilt(folder: Path, kind: str) -> Path:
    """Write a file that can't be read as a photo of a digit."""
    path = folder / f"odd {kind}.png"
    if kind == "100 megapixels":
        return big_png(path, 10_000, 10_000)
    if kind == "truncated":
        noise = np.random.default_rng(0).integers(0, 255, (300, 300), np.uint8)
        Image.fromarray(noise).save(path)
        path.write_bytes(path.read_bytes()[:20_000])
    elif kind == "PDF":
        path.write_bytes(b"%PDF-1.7\n1 0 obj << >> endobj")
    elif kind == "all white":
        Image.new("L", (900, 700), 255).save(path)
    elif kind == "no picture":
        path.write_bytes(bytes(range(256)))
    elif kind == "folder":
        path.mkdir()
    return path


KINDS = ["100 megapixels", "truncated", "PDF", "all white", "no picture", "folder", "missing"]


@pytest.mark.parametrize("kind", KINDS)
def test_bad_input_is_told_in_a_sentence(photos: PhotoLab, tmp_path: Path, kind: str) -> None:
    path = spoilt(tmp_path, kind)
    canvas = photos.panel.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    strokes = canvas.strokes
    assert strokes
    assert photos.drop_files(path)
    (message,) = photos.told
    assert path.name in message.what
    assert message.remedy
    assert not message.details
    assert canvas.strokes == strokes
    assert not photos.workspace.isVisible()
    good = photo_of(tmp_path / "good.jpg", 5)
    photos.drop_files(good)
    before = photos.state
    photos.told.clear()
    assert photos.drop_files(path, target=photos.workspace)
    assert path.name in photos.note
    assert photos.told == []
    assert photos.state is before
    assert np.array_equal(photos.panel.eye.image, photo_to_image(good))


def test_an_animation_is_read_by_its_first_picture(photos: PhotoLab, tmp_path: Path) -> None:
    frames = []
    for points in ([(60, 50), (60, 210)], [(40, 50), (200, 50), (90, 220)]):
        frame = Image.new("P", (256, 256), 0)
        frame.putpalette([255, 255, 255, 20, 20, 120])
        ImageDraw.Draw(frame).line(points, 1, 20)
        frames.append(frame)
    path = tmp_path / "two.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=50)
    assert photos.drop_files(path)
    assert np.array_equal(photos.panel.eye.image, photo_to_image(path))
    assert photos.told == []
