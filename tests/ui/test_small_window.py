"""The window on small and highly scaled screens: all within it, panels folded and remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.core.templates import template
from mlp_studio.studio import language
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.builder.palette import Palette
from mlp_studio.ui.common.eliding import ElidingLabel
from mlp_studio.ui.common.on_screen import bring_on_screen, within
from mlp_studio.ui.common.scrolling import PageStack, Scrolling
from mlp_studio.ui.window.folds import PANELS, Folds, Panel
from mlp_studio.ui.window.screen import Placement
from tests.ui.room import lasting_faults
from tests.ui.window_studio import Studio

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
# Full HD at 200 %, 1366 × 768 at 150 % and as it is, and the smallest there is room for.
SIZES = [(960, 540), (911, 512), (1366, 768), (810, 440)]


@pytest.fixture(params=["en", "es"])
def small(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, app_settings: Settings
) -> Iterator[Studio]:
    """The window in both languages, with a network of eight layers that seems trained."""
    look, palette = qapp.styleSheet(), qapp.palette()
    translator = language.install(qapp, request.param)
    made = Studio(qtbot, qapp, app_settings)
    try:
        made.wait()
        made.document.open(template("spirals-6").project)
        made.until(lambda: not made.parts.store.busy)
        made.learn()
        yield made
    finally:
        made.close()
        qapp.setStyleSheet(look)
        qapp.setPalette(palette)
        if translator is not None:
            shiboken6.delete(translator)


@pytest.fixture
def studio(window_studio: Studio) -> Studio:
    return window_studio


def resize(studio: Studio, width: int, height: int) -> None:
    studio.window.resize(width, height)
    studio.until(lambda: studio.window.size() == QSize(width, height))
    QApplication.processEvents()  # layouts that were asked for


def shown(studio: Studio) -> list[Panel]:
    """The panels that a person sees."""
    w = studio.window
    parts: dict[Panel, QWidget] = {
        "data": w.data, "network": w.builder, "results": w.features.parentWidget(),
        "try_it": w.try_it,
    }  # fmt: skip
    return [panel for panel in PANELS if parts[panel].isVisible()]


# --- nothing is cut off ---------------------------------------------------------------------


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QLabel("beyond", window).move(180, 10)
    button = QPushButton("words that are cut off", window)
    button.setGeometry(10, 40, 40, 24)
    window.resize(200, 100)
    window.show()
    found = lasting_faults(window, qtbot)
    assert len(found) == 2
    assert "beyond the window: QLabel '' 'beyond'" in found[0]
    assert "words cut off: QPushButton" in found[1]


def test_everything_is_within_the_window_and_can_be_read(small: Studio) -> None:
    window, folds = small.window, small.window.workspace.folds
    dense = next(x.name for x in small.document.network.layers if x.kind == "dense")
    for width, height in SIZES:
        resize(small, width, height)
        for panel in ("data", "try_it"):
            folds.show("network")
            folds.show(panel)  # type: ignore[arg-type]
            for chosen in ([], [dense]):
                small.document.select(chosen)
                QApplication.processEvents()
                assert lasting_faults(window, small.qtbot) == [], (width, height, panel, chosen)
        folds.show("results")
        for number in range(window.tabs.count()):
            window.tabs.setCurrentIndex(number)
            QApplication.processEvents()
            assert window.size() == QSize(width, height), number
            assert lasting_faults(window, small.qtbot) == [], (
                width,
                height,
                window.tabs.tabText(number),
            )


def test_the_page_of_templates_is_within_the_smallest_window(small: Studio) -> None:
    resize(small, 810, 440)
    small.window.actions_by_id["start_page"].trigger()
    page = QApplication.activeModalWidget()
    assert page is not None
    QApplication.processEvents()
    assert page.frameGeometry().width() <= 810
    assert page.frameGeometry().height() <= 440
    assert lasting_faults(page, small.qtbot) == []
    QTest.keyClick(page, Qt.Key.Key_Escape)


# --- folding --------------------------------------------------------------------------------


def test_keys_fold_panels_away_and_open_them(studio: Studio) -> None:
    resize(studio, 1366, 768)
    assert shown(studio) == list(PANELS)
    studio.press(Qt.Key.Key_1, CONTROL)
    assert shown(studio) == ["network", "results", "try_it"]
    assert not studio.window.actions_by_id["show_data"].isChecked()
    studio.press(Qt.Key.Key_4, CONTROL)
    assert shown(studio) == ["network", "results"]
    studio.press(Qt.Key.Key_3, CONTROL)
    assert shown(studio) == ["network"]
    studio.press(Qt.Key.Key_2, CONTROL)  # of network and results one is always there
    assert shown(studio) == ["results"]
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4):
        studio.press(key, CONTROL)
    assert shown(studio) == list(PANELS)
    assert studio.window.actions_by_id["show_data"].isChecked()


def test_the_mouse_folds_panels_away_and_opens_them(studio: Studio) -> None:
    resize(studio, 1366, 768)
    space = studio.window.workspace
    columns, middle = space.columns, space.middle

    def click(handle: QWidget, place: QRect) -> None:
        QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, place.center())

    click(columns.seam(0), columns.seam(0).place(0))
    assert shown(studio) == ["network", "results", "try_it"]
    click(columns.seam(1), columns.seam(1).place(0))
    assert shown(studio) == ["network", "results"]
    for panel in ("data", "try_it"):
        QTest.mouseClick(space.rails[panel], LEFT)  # type: ignore[index]
    assert shown(studio) == list(PANELS)
    click(middle.seam(0), middle.seam(0).place(1))
    assert shown(studio) == ["data", "network", "try_it"]
    click(middle.seam(0), middle.seam(0).place(0))
    assert shown(studio) == list(PANELS)
    click(middle.seam(0), middle.seam(0).place(0))
    assert shown(studio) == ["data", "results", "try_it"]
    QTest.mouseClick(space.rails["network"], LEFT)
    assert shown(studio) == list(PANELS)


def test_a_click_on_a_tab_opens_the_results(studio: Studio) -> None:
    studio.press(Qt.Key.Key_3, CONTROL)
    assert "results" not in shown(studio)
    bar = studio.window.tabs.tabBar()
    assert bar.isVisible()
    QTest.mouseClick(bar, LEFT, Qt.KeyboardModifier.NoModifier, bar.tabRect(1).center())
    assert "results" in shown(studio)
    assert studio.window.features.isVisible()


def test_the_examples_asked_for_are_seen_even_where_the_results_were_folded(
    studio: Studio,
) -> None:
    for _again in range(2):  # the second time they are the tab in front already
        studio.press(Qt.Key.Key_3, CONTROL)
        assert "results" not in shown(studio)
        studio.window.data.preview.wanted.emit()
        assert studio.window.examples.isVisible()


def test_a_drag_shares_the_room_and_folds_nothing(studio: Studio) -> None:
    resize(studio, 1366, 768)
    handle = studio.window.workspace.columns.seam(0)
    place, before = handle.place(0).center(), studio.window.data.width()
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, place)
    for way in (10, 20, 30, 40):
        QTest.mouseMove(handle, place + QPoint(way - (studio.window.data.width() - before), 0))
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, handle.place(0).center())
    assert studio.window.data.width() > before
    assert shown(studio) == list(PANELS)


def test_a_small_window_folds_by_itself_and_a_large_one_is_what_it_was(studio: Studio) -> None:
    resize(studio, 1366, 768)
    resize(studio, 960, 540)
    assert shown(studio) == ["network", "try_it"]
    QTest.mouseClick(studio.window.workspace.rails["data"], LEFT)
    assert shown(studio) == ["data", "network"]
    studio.press(Qt.Key.Key_3, CONTROL)
    assert shown(studio) == ["data", "results"]
    studio.press(Qt.Key.Key_1, CONTROL)
    assert shown(studio) == ["results"]
    resize(studio, 1366, 768)
    assert shown(studio) == list(PANELS)
    resize(studio, 960, 540)
    assert shown(studio) == ["results"]


def test_what_is_folded_is_remembered(studio: Studio, app_settings: Settings, qtbot: QtBot) -> None:
    resize(studio, 1366, 768)
    studio.press(Qt.Key.Key_1, CONTROL)
    resize(studio, 960, 540)
    studio.press(Qt.Key.Key_4, CONTROL)
    kept = Settings(app_settings._path)
    again = Folds(kept)
    again.fit(1366, 700)
    assert [panel for panel in PANELS if again.shows(panel)] == ["network", "results", "try_it"]
    again.fit(960, 440)
    assert [panel for panel in PANELS if again.shows(panel)] == ["network"]


def test_a_hidden_panel_reads_again_when_it_is_opened(studio: Studio) -> None:
    resize(studio, 1366, 768)
    studio.press(Qt.Key.Key_4, CONTROL)
    studio.learn()
    plane = studio.window.plane.plane
    before = plane.frame
    studio.press(Qt.Key.Key_4, CONTROL)
    studio.until(lambda: plane.frame is not before)


# --- what gives way -------------------------------------------------------------------------


def test_the_tool_bar_gives_way_and_all_can_still_be_pressed(studio: Studio) -> None:
    bar = studio.window.toolbar
    resize(studio, 1600, 900)
    assert studio.button("stop").text() == "■  Stop"
    assert not bar.more.isVisible()
    resize(studio, 810, 440)
    assert studio.button("stop").text() == "■"
    assert studio.button("stop").accessibleName() == "■  Stop"
    assert bar.progress.width() >= 100
    bar.setFixedWidth(bar.minimumSizeHint().width())
    QApplication.processEvents()
    assert not studio.button("one_epoch").isVisible()
    QTest.mouseClick(bar.more, LEFT)
    menu = bar.more.menu_of_rest
    assert menu.isVisible()
    assert studio.window.actions_by_id["one_epoch"] in menu.actions()
    menu.close()
    assert lasting_faults(bar, studio.qtbot) == []


def test_the_palette_shows_the_buttons_there_is_room_for(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    palette = Palette(around)
    around.resize(800, 100)
    around.show()
    palette.resize(palette.sizeHint())
    names = ("add_dense", "add_dropout", "add_batch_normalization", "add_more")

    def visible() -> list[str]:
        return [name for name in names if palette.findChild(QWidget, name).isVisible()]

    assert visible() == list(names)
    palette.resize(palette.minimumSizeHint())
    assert visible() == ["add_dense", "add_more"]
    palette.resize(palette.sizeHint())
    assert visible() == list(names)


def test_a_line_that_is_cut_short_tells_all_of_it(qtbot: QtBot) -> None:
    label = ElidingLabel("The test set: accuracy 0.9871")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    assert not label.cut
    label.resize(60, 20)
    assert label.cut
    assert label.text() == "The test set: accuracy 0.9871"
    assert label.minimumSizeHint().width() < 60


def test_a_stack_asks_for_the_room_of_the_page_shown(qtbot: QtBot) -> None:
    large, little = QLabel("word\n" * 80), QLabel("word")
    stack = PageStack()
    stack.add(large, little)
    area = Scrolling(stack)
    qtbot.addWidget(area)
    area.resize(240, 300)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    stack.setCurrentWidget(little)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


# --- on the screen --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frame", "wanted"),
    [
        ((100, 100, 400, 300), (100, 100, 400, 300)),
        ((-50, -20, 400, 300), (0, 0, 400, 300)),
        ((900, 700, 400, 300), (600, 468, 400, 300)),
        ((5000, 4000, 2000, 1500), (0, 0, 1000, 768)),
    ],
)
def test_a_frame_is_brought_within_its_room(
    frame: tuple[int, int, int, int], wanted: tuple[int, int, int, int]
) -> None:
    assert within(QRect(*frame), QRect(0, 0, 1000, 768)) == QRect(*wanted)


def test_a_window_kept_on_a_larger_screen_comes_back_within_this_one(
    qtbot: QtBot, app_settings: Settings
) -> None:
    far = QWidget()
    qtbot.addWidget(far)
    far.setGeometry(4000, 3000, 5000, 4000)
    app_settings.set("geometry", bytes(far.saveGeometry().toBase64().data()).decode())
    window = QWidget()
    qtbot.addWidget(window)
    placement = Placement(window, app_settings)
    window.show()
    placement.shown()
    assert window.screen().availableGeometry().contains(window.frameGeometry())
    window.setGeometry(-300, -200, 9000, 9000)
    bring_on_screen(window)
    assert window.screen().availableGeometry().contains(window.frameGeometry())


def test_the_summary_opens_on_the_screen(studio: Studio) -> None:
    room = studio.window.screen().availableGeometry()
    studio.window.move(room.right() - 200, room.bottom() - 200)
    studio.window.actions_by_id["summary"].trigger()
    assert room.contains(studio.window.summary.frameGeometry())
    studio.window.summary.close()
