"""The tab in the window: made when it is wanted, and reached from the preview."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.window_studio import FEW_DIGITS, Studio

EXAMPLES = 4  # the tab's place


def test_the_preview_leads_to_the_examples(window_studio: Studio) -> None:
    window = window_studio.window
    assert window.tabs.tabText(EXAMPLES) == "Examples"
    assert window.tabs._examples is None  # made when it is first wanted: the window starts faster
    QTest.mouseClick(window.data.preview.closer, Qt.MouseButton.LeftButton)
    assert window.tabs.currentIndex() == EXAMPLES
    assert window.examples.isVisible()
    assert window.examples.way == "plane"
    window.tabs.setCurrentIndex(0)
    preview = window.data.preview
    no_key = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(preview, Qt.MouseButton.LeftButton, no_key, QPoint(60, 100))
    assert window.tabs.currentIndex() == EXAMPLES
    window_studio.document.edit("Digits", data=FEW_DIGITS)
    window_studio.until(lambda: window.examples.way == "gallery")
    window_studio.until(lambda: window.examples.words.text().startswith("1–"))


def test_a_hidden_tab_catches_up_when_it_is_shown(window_studio: Studio) -> None:
    window = window_studio.window
    window.tabs.show_examples()
    before = window.examples.examples
    window.tabs.setCurrentIndex(0)
    source = window_studio.document.data.source.model_copy(update={"seed": 7})
    data = window_studio.document.data.model_copy(update={"source": source})
    window_studio.document.edit("Seed", data=data)
    window_studio.until(lambda: not window_studio.parts.store.busy)
    assert window.examples.examples is before
    QTest.mouseClick(
        window.tabs.tabBar(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        window.tabs.tabBar().tabRect(EXAMPLES).center(),
    )
    assert window.examples.examples is not before
