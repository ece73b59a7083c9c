"""The film below the plots: scrubbed, played, kept in one orientation, within its budget."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mlp_studio.analysis.alignment import turn_onto
from mlp_studio.core.errors import StudioError
from mlp_studio.ui.features.frame import Frame
from mlp_studio.ui.theme import LIGHT, class_colour, style_sheet
from tests.ui.features_studio import Studio


def all_there(studio: Studio) -> list[Frame]:
    """Wait until every frame has its picture and return them in order."""
    panel = studio.panel
    frames = panel.player.frames
    studio.qtbot.waitUntil(lambda: panel.settled and panel._reel.kept == len(frames))
    found = [panel._reel.find(frame) for frame in frames]
    return [picture for picture in found if picture is not None]


def test_before_the_training_the_time_line_says_so(spirals: Studio) -> None:
    spirals.shown(None)
    timeline = spirals.panel.page.timeline
    assert "The film begins with the training" in spirals.words()
    assert not timeline.slider.isEnabled()
    assert not timeline.play.isEnabled()


def test_the_slider_leads_through_the_film_and_its_end_is_live(spirals: Studio) -> None:
    spirals.record(6)
    panel, slider = spirals.panel, spirals.panel.page.timeline.slider
    film = spirals.film.film
    assert film is not None
    assert slider.maximum() == len(film) == 7
    assert slider.value() == 7
    assert panel.page.timeline.live.isChecked()
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    for number in range(3):
        spirals.scrubbed()
        expected = film.features(number, "bottleneck_2d")
        np.testing.assert_allclose(panel.features.points, expected, atol=1e-6)
        assert f"epoch {number}" in spirals.words()
        assert panel.features.caption == f"after epoch {number}"
        QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert panel.player.shown is None
    spirals.shown(spirals.document.snapshot)


@pytest.mark.parametrize("sheet", ["", style_sheet(LIGHT)], ids=["plain", "dressed"])
def test_a_click_on_the_time_line_goes_there(spirals: Studio, sheet: str) -> None:
    spirals.panel.setStyleSheet(sheet)
    spirals.record(8)
    slider = spirals.panel.page.timeline.slider
    spirals.qtbot.waitUntil(lambda: slider.maximum() == 9 and slider.value() == 9)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert slider.value() in {4, 5}
    assert spirals.panel.player.number == slider.value()


def test_keys_step_from_frame_to_frame(spirals: Studio) -> None:
    spirals.record(4)
    panel = spirals.panel
    panel.layers.setFocus()
    QTest.keyClick(panel.layers, Qt.Key.Key_Comma)
    QTest.keyClick(panel.layers, Qt.Key.Key_Comma)
    spirals.scrubbed()
    assert panel.player.number == 3
    QTest.keyClick(panel.layers, Qt.Key.Key_Period)
    assert panel.player.number == 4


def test_it_plays_every_frame_in_order_and_ends_live(spirals: Studio) -> None:
    spirals.record(9)
    player, timeline = spirals.panel.player, spirals.panel.page.timeline
    player.speed = 0.5  # a busy machine passes over frames rather than fall behind
    seen: list[int] = []
    player.moved.connect(lambda: seen.append(player.number))
    QTest.mouseClick(timeline.play, Qt.MouseButton.LeftButton)
    assert player.playing
    assert timeline.play.text() == "❚❚"
    spirals.qtbot.waitUntil(lambda: not player.playing, timeout=20_000)
    assert seen == sorted(seen)
    assert set(seen) == set(range(11))
    assert player.shown is None
    assert timeline.play.text() == "▶"


def test_points_glide_from_frame_to_frame(spirals: Studio) -> None:
    spirals.record(3)
    panel = spirals.panel
    panel.player.go(1)
    spirals.scrubbed()
    one, two = all_there(spirals)[1:3]
    panel.stage.show_between(two, 0.25)
    expected = one.points + 0.25 * (two.points - one.points)
    np.testing.assert_allclose(panel.features.points, expected, atol=1e-5)


def test_a_film_goes_on_while_an_old_frame_is_looked_at(spirals: Studio) -> None:
    spirals.record(3)
    panel = spirals.panel
    panel.player.go(2)
    spirals.scrubbed()
    shown = panel.player.shown
    spirals.document.set_snapshot(spirals.snapshot(9, epoch=4))
    spirals.qtbot.waitUntil(lambda: panel.settled)
    assert panel.player.shown is shown
    assert panel.features.caption == "after epoch 2"
    QTest.mouseClick(panel.page.timeline.live, Qt.MouseButton.LeftButton)
    spirals.shown(spirals.document.snapshot)


def test_frames_keep_their_orientation_wherever_one_begins(spirals: Studio) -> None:
    spirals.record(10)
    spirals.choose("dense_1")
    spirals.panel.player.go(7)
    spirals.scrubbed()
    spirals.panel.player.go(1)  # before the frames between are there
    spirals.scrubbed()
    pictures = all_there(spirals)
    for before, after in itertools.pairwise(pictures):
        turn = turn_onto(after.points, before.points)
        np.testing.assert_allclose(turn, np.eye(2), atol=0.02)


def test_fixed_axes_are_those_of_the_frame_that_was_shown(spirals: Studio) -> None:
    spirals.record(5)
    spirals.choose("dense_1")
    panel = spirals.panel
    panel.player.go(2)
    spirals.scrubbed()
    assert panel.frame is not None
    basis = panel.frame.projection.basis
    options = panel.choices.options
    QTest.mouseClick(panel.page.more, Qt.MouseButton.LeftButton)
    assert options.fixed.isVisible()
    QTest.mouseClick(options.fixed, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    options.hide()
    film = spirals.film.film
    assert film is not None
    for number, picture in enumerate(all_there(spirals)):
        expected = basis.apply(film.features(number, "dense_1"))
        np.testing.assert_allclose(picture.points, expected, atol=1e-4)


def test_another_network_has_no_film(spirals: Studio) -> None:
    spirals.record(3)
    panel = spirals.panel
    panel.player.go(1)
    spirals.scrubbed()
    spirals.document.edit("Remove", network=spirals.document.network.removed("dropout_1"))
    assert panel.player.shown is None
    assert not panel.page.timeline.slider.isEnabled()
    spirals.document.undo_stack.undo()
    assert panel.page.timeline.slider.isEnabled()
    spirals.training.cleared.emit()
    assert not panel.page.timeline.slider.isEnabled()


def test_the_budget_is_shown_and_holds(spirals: Studio) -> None:
    spirals.record(20, grown=0.02)
    panel = spirals.panel
    panel.player.go(9)
    spirals.scrubbed()
    QTest.mouseClick(panel.page.timeline.film, Qt.MouseButton.LeftButton)
    box = panel.film_box
    assert box.isVisible()
    assert "21 frames of 480 validation examples" in box.words.text()
    assert "of 300 MB" in box.words.text()
    field = box.budget.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "10")
    QTest.keyClick(field, Qt.Key.Key_Return)
    film = spirals.film.film
    assert film is not None
    assert film.bytes <= 10_000_000
    assert 2 <= len(film) < 21
    assert "of 10 MB" in box.words.text()
    assert panel.player.shown in film.frames  # what was shown may be gone: then its neighbour
    box.hide()


def test_training_examples_are_computed_from_the_weights_of_the_frame(spirals: Studio) -> None:
    spirals.record(3)
    spirals.pick(spirals.panel.parts, "train")
    spirals.panel.player.go(2)
    spirals.scrubbed()
    frame = spirals.panel.frame
    assert frame is not None
    assert frame.probe.part == "train"
    assert frame.points.shape == (1000, 2)


# --- export --------------------------------------------------------------------------------


def export(studio: Studio, kind: str, path: Path) -> None:
    with studio.qtbot.waitSignal(studio.panel.export.done, timeout=20_000):
        studio.panel.export.write(kind, path)  # type: ignore[arg-type]


def test_a_film_is_exported_as_gif_and_as_pictures(spirals: Studio, tmp_path: Path) -> None:
    spirals.record(4)
    spirals.panel.player.go(1)
    spirals.scrubbed()
    export(spirals, "gif", tmp_path / "film.gif")
    with Image.open(tmp_path / "film.gif") as film:
        assert film.n_frames == 5  # type: ignore[attr-defined]
        assert film.size == (720, 720)
        first = np.asarray(film.convert("RGB"))
        film.seek(4)
        assert (np.asarray(film.convert("RGB")) != first).any()
        # However few pixels its points are, every class keeps its colour.
        there = {tuple(rgb) for rgb in np.unique(first.reshape(-1, 3), axis=0).tolist()}
        for name in range(6):
            colour = class_colour(name)
            assert (colour.red(), colour.green(), colour.blue()) in there
    export(spirals, "png", tmp_path / "film")
    names = sorted(file.name for file in (tmp_path / "film").iterdir())
    assert names == [f"frame-000{number}.png" for number in range(5)]
    assert not list(tmp_path.glob(".*"))


def test_a_cancelled_export_leaves_nothing(spirals: Studio, tmp_path: Path) -> None:
    spirals.record(12)
    spirals.panel.player.go(1)
    spirals.scrubbed()
    panel = spirals.panel
    panel.export.write("png", tmp_path / "film")
    assert panel.export.busy
    panel.film_box.cancel_wanted.emit()
    assert not panel.export.busy
    spirals.jobs.close()  # waits for the thread
    assert not list(tmp_path.rglob("*.png"))


def test_what_cannot_be_exported_is_a_sentence(spirals: Studio, tmp_path: Path) -> None:
    spirals.record(3)
    spirals.panel.player.go(1)
    spirals.scrubbed()
    panel = spirals.panel
    with spirals.qtbot.waitSignal(panel.failed, timeout=20_000) as told:
        panel.export.write("gif", tmp_path / "nowhere" / "film.gif")
    assert isinstance(told.args[0], StudioError)
    spirals.view("heat")
    with spirals.qtbot.waitSignal(panel.failed) as told:
        panel.export.write("gif", tmp_path / "film.gif")
    assert "one layer only" in str(told.args[0])


@pytest.mark.parametrize("kind", ["gif", "png", "mp4"])
def test_export_needs_a_film(spirals: Studio, kind: str) -> None:
    spirals.shown(None)
    assert not spirals.panel.film_box.buttons[kind].isEnabled()
