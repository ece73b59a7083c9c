"""The gallery shows every example once, reads pixels, and averages classes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from mlp_studio.analysis.examples import Examples
from mlp_studio.core.dataset import Dataset, Facts, Part
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import Images
from mlp_studio.core.text import text
from mlp_studio.ui.examples.gallery import GalleryView, MeansView
from mlp_studio.ui.examples.pictures import image_of, shades
from tests.ui.examples_studio import Studio, pictures, wheel


def gallery(looker: Studio) -> GalleryView:
    view = looker.panel.view
    assert isinstance(view, GalleryView)
    return view


def test_the_pages_show_every_example_once(looker: Studio) -> None:
    looker.show(pictures())
    view = gallery(looker)
    seen: list[int] = []
    first = f"1–{len(view.shown)} of 390"
    assert looker.words == first
    while True:
        assert len(view.tiles.tiles) == len(view.shown)
        seen += view.shown.tolist()
        if not view.pager.next.isEnabled():
            break
        QTest.mouseClick(view.pager.next, Qt.MouseButton.LeftButton)
    assert sorted(seen) == list(range(390))
    assert seen != sorted(seen)
    assert looker.words.endswith("–390 of 390")
    view.tiles.setFocus()
    QTest.keyClick(view.tiles, Qt.Key.Key_Home)
    assert looker.words == first


def test_keys_and_wheel_turn_pages(looker: Studio) -> None:
    looker.show(pictures())
    view = gallery(looker)
    room = view.tiles.places.count
    view.tiles.setFocus()
    QTest.keyClick(view.tiles, Qt.Key.Key_PageDown)
    assert view.pager.first == room
    QTest.keyClick(view.tiles, Qt.Key.Key_PageUp)
    assert view.pager.first == 0
    wheel(view.tiles, QPointF(50, 50), -2)
    assert view.pager.first == 2 * room
    wheel(view.tiles, QPointF(50, 50), 1)
    assert view.pager.first == room
    QTest.keyClick(view.tiles, Qt.Key.Key_End)
    assert view.pager.last == 390
    wheel(view.tiles, QPointF(50, 50), -1)
    assert view.pager.last == 390


def test_classes_and_parts_are_chosen(looker: Studio) -> None:
    dataset = pictures()
    looker.show(dataset)
    view = gallery(looker)
    QTest.mouseClick(looker.panel.legend.buttons[1], Qt.MouseButton.LeftButton)
    assert looker.words.endswith("of 260")
    assert {tile.words for tile in view.tiles.tiles} == {"a", "c"}
    titles = [looker.panel.parts.itemText(k) for k in range(looker.panel.parts.count())]
    assert titles == [
        "All examples", "Training examples", "Validation examples", "Test examples",
    ]  # fmt: skip
    looker.choose(looker.panel.parts, 2)
    assert looker.words.endswith("of 40")
    examples = looker.panel.examples
    assert examples is not None
    assert {examples.place(k)[0] for k in view.shown.tolist()} == {"validation"}


def test_a_double_click_shows_a_class_alone_and_all_again(looker: Studio) -> None:
    looker.show(pictures())
    view = gallery(looker)
    button = looker.panel.legend.buttons[2]
    for expected in ({"c"}, {"a", "b", "c"}):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        assert {tile.words for tile in view.tiles.tiles} == expected


def test_without_any_class_it_says_so(looker: Studio) -> None:
    looker.show(pictures())
    for button in looker.panel.legend.buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gallery(looker).tiles.tiles == []
    assert looker.words == "No examples: every class is switched off."
    looker.go("means")
    assert looker.words == "No examples: every class is switched off."


def test_reshuffling_changes_the_order_and_nothing_else(looker: Studio) -> None:
    looker.show(pictures())
    view = gallery(looker)
    before = view.shown.tolist()
    QTest.mouseClick(view.reshuffle, Qt.MouseButton.LeftButton)
    assert view.shown.tolist() != before
    assert len(view.shown) == len(before)


def test_the_card_reads_the_pixel_under_the_mouse(looker: Studio) -> None:
    looker.show(pictures())
    view = gallery(looker)
    examples = looker.panel.examples
    assert examples is not None
    frame = view.tiles.frame_of(4)
    cell = frame.width() / 6
    looker.hover(view.tiles, frame.topLeft() + QPointF(2.5 * cell, 3.5 * cell))
    index = int(view.shown[4])
    part, number = examples.place(index)
    words = {"train": "training", "validation": "validation", "test": "test"}[part]
    value = examples.raw(np.array([index]))[0, 3, 2]
    assert view.card.isVisible()
    assert f"{words} example {number}" in view.card.words.text()
    assert f"row 3, column 2: <b>{value:.4g}</b>" in view.card.words.text()
    assert view.tiles.tiles[4].words in view.card.words.text()
    looker.hover(view.tiles, QPointF(view.tiles.width() - 1, view.tiles.height() - 1))
    assert not view.card.isVisible()


def test_arrow_keys_read_examples_too(looker: Studio) -> None:
    looker.show(pictures())
    view = gallery(looker)
    view.tiles.setFocus()
    QTest.keyClick(view.tiles, Qt.Key.Key_Right)
    QTest.keyClick(view.tiles, Qt.Key.Key_Right)
    assert view.tiles.marked == 1
    QTest.keyClick(view.tiles, Qt.Key.Key_Down)
    assert view.tiles.marked == 1 + view.tiles.places.columns
    assert view.card.isVisible()
    QTest.keyClick(view.tiles, Qt.Key.Key_Escape)
    assert not view.card.isVisible()


def test_the_mean_of_each_class_follows_part_and_classes(looker: Studio) -> None:
    dataset = pictures()
    looker.show(dataset)
    looker.go("means")
    view = looker.panel.view
    assert isinstance(view, MeansView)
    assert [tile.words for tile in view.tiles.tiles] == ["a", "b", "c"]
    assert looker.words == "means of 390 examples"
    looker.choose(looker.panel.parts, 1)
    assert looker.words == "means of 300 examples"
    frame = view.tiles.frame_of(1)
    cell = frame.width() / 6
    looker.hover(view.tiles, frame.topLeft() + QPointF(2.5 * cell, 2.5 * cell))
    part = dataset.train
    value = 255 * part.x[part.y == 1][:, 2, 2].mean(dtype=np.float64)
    assert "mean of 100 examples" in view.card.words.text()
    assert f"row 2, column 2: <b>{value:.4g}</b>" in view.card.words.text()
    QTest.mouseClick(looker.panel.legend.buttons[1], Qt.MouseButton.LeftButton)
    looker.idle()
    assert [tile.words for tile in view.tiles.tiles] == ["a", "c"]


def test_colour_pictures_are_shown_and_read_in_colour(looker: Studio) -> None:
    source = Images(path="folder", width=6, height=6, channels=3, classes=("a", "b", "c"))
    looker.show(pictures((6, 6, 3)), source)
    view = gallery(looker)
    examples = looker.panel.examples
    assert examples is not None
    raw = examples.raw(view.shown[:1])[0]
    shown = view.tiles.tiles[0].image.pixelColor(2, 3)
    red, green, blue = raw[3, 2].round().astype(int).tolist()
    assert (shown.red(), shown.green(), shown.blue()) == (red, green, blue)
    frame = view.tiles.frame_of(0)
    cell = frame.width() / 6
    looker.hover(view.tiles, frame.topLeft() + QPointF(2.5 * cell, 3.5 * cell))
    assert f"({red}, {green}, {blue})" in view.card.words.text()


def test_strokes_are_ink_in_the_look_and_photos_keep_their_greys(looker: Studio) -> None:
    looker.show(pictures())
    view = gallery(looker)
    looker.theme.set_mode("dark")
    dark = view.tiles.tiles[0].image.pixelColor(3, 3)
    looker.theme.set_mode("light")
    light = view.tiles.tiles[0].image.pixelColor(3, 3)
    assert dark.lightness() > 200
    assert light.lightness() < 60
    looker.show(pictures(), Images(path="folder", width=6, height=6, classes=("a", "b", "c")))
    examples = looker.panel.examples
    assert examples is not None
    raw = examples.raw(view.shown[:1])[0]
    assert view.tiles.tiles[0].image.pixelColor(2, 3).red() == round(raw[3, 2])


@pytest.mark.parametrize(("low", "high"), [(-3.0, 4.0), (0.0, 1.0), (0.0, 255.0)])
def test_black_and_white_are_those_of_the_examples(low: float, high: float) -> None:
    x = np.linspace(low, high, 2 * 4 * 4, dtype=np.float32).reshape(2, 4, 4)
    part = Part(x, np.array([0, 1], np.int32))
    examples = Examples(Dataset(Facts("binary", (4, 4), 2), part, part, None, ("a", "b")), ())
    assert shades(examples) == (low, high)
    image = image_of(x[1], *shades(examples))
    assert image.pixelColor(3, 3).red() == 255


def test_it_waits_for_data_with_words(looker: Studio) -> None:
    def empty() -> str:
        assert looker.panel.pages.currentWidget() is looker.panel.pages.widget(0)
        return looker.panel.pages.widget(0).text()  # type: ignore[attr-defined, no-any-return]

    assert "as soon as the data is loaded" in empty()
    looker.store.busy = True
    looker.store.loading.emit(0.43, "Drawing digits")
    assert empty() == "Drawing digits: 43 %"
    looker.show(pictures())
    assert looker.ways == ["gallery", "means"]
    looker.store.busy = False
    looker.store.error = StudioError(text("It broke."), text("Mend it."))
    looker.store.dataset = None
    looker.store.failed.emit(looker.store.error)
    assert empty() == "It broke.\nMend it."
    assert looker.ways == []


def test_means_of_former_examples_are_taken_away_at_once(looker: Studio) -> None:
    looker.show(pictures())
    looker.go("means")
    view = looker.panel.view
    assert isinstance(view, MeansView)
    looker.store.give(pictures((4, 8), classes=2))
    assert view.tiles.tiles == []
    looker.theme.set_mode("dark")
    looker.idle()
    assert [tile.words for tile in view.tiles.tiles] == ["a", "b"]


def test_other_data_takes_over_where_fewer_examples_are(looker: Studio) -> None:
    """No index of the former examples reaches the new ones, whatever resizes meanwhile."""
    looker.show(pictures())
    view = gallery(looker)
    QTest.keyClick(view.tiles, Qt.Key.Key_End)
    looker.show(pictures((3, 9), classes=2, n=4))
    assert looker.words.endswith("of 94")
    looker.panel.resize(500, 260)
    assert set(view.shown.tolist()) <= set(range(94))
