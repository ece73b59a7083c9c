"""Sentences of the lower floors reach people in their language; messages say what to do."""

from __future__ import annotations

from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.text import text
from mlp_studio.studio import language
from mlp_studio.studio.language import render
from mlp_studio.studio.messages import Message, Messages


def test_a_sentence_is_rendered_with_its_values(qapp: QApplication) -> None:
    assert render(text("{count} of {total}", count=3, total="4")) == "3 of 4"
    assert render(text("plain")) == "plain"


def test_a_value_may_be_a_sentence_and_hold_braces(qapp: QApplication) -> None:
    inner = text("it has no “{name}”", name="{odd}")
    outer = text("{file} can't be used: {reason}.", file="{x}.json", reason=inner)
    assert render(outer) == "{x}.json can't be used: it has no “{odd}”."
    assert render(outer) == str(outer)


class Marked(QTranslator):
    """Translates everything, visibly."""

    def translate(self, _context: str, source: str, *_rest: Any) -> str:
        return f"«{source}»"


def test_nested_sentences_are_translated_inside_and_out(qapp: QApplication) -> None:
    outer = text("{what} {remedy}", what=text("No {n}.", n=3), remedy=text("Do this."))
    translator = Marked(qapp)
    qapp.installTranslator(translator)
    try:
        assert render(outer) == "««No 3.» «Do this.»»"
    finally:
        qapp.removeTranslator(translator)
    assert render(outer) == "No 3. Do this."


def test_spanish_is_installed(qapp: QApplication) -> None:
    translator = language.install(qapp, "es")
    assert translator is not None
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    finally:
        shiboken6.delete(translator)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_english_needs_no_translation_and_unknown_languages_are_english(
    qapp: QApplication,
) -> None:
    assert language.install(qapp, "en") is None
    assert language.install(qapp, "tlh") is None
    assert language.system_language() in language.LANGUAGES


@pytest.fixture
def posted(qtbot: QtBot) -> tuple[Messages, list[Message]]:
    messages = Messages()
    found: list[Message] = []
    messages.posted.connect(found.append)
    return messages, found


def test_an_expected_error_is_told_in_its_own_words(
    posted: tuple[Messages, list[Message]],
) -> None:
    messages, found = posted
    messages.report(StudioError(text("The file {f} is gone.", f="a"), text("Look elsewhere.")))
    messages.report(StudioError(text("Only this.")))
    assert found == [
        Message("error", "The file a is gone.", "Look elsewhere."),
        Message("error", "Only this."),
    ]


def test_a_defect_comes_with_its_traceback(posted: tuple[Messages, list[Message]]) -> None:
    messages, found = posted
    try:
        raise IndexError("list index out of range")
    except IndexError as error:
        messages.report(error)
    (message,) = found
    assert message.level == "error"
    assert "IndexError: list index out of range" in message.what
    assert "test_language.py" in message.details
    assert message.remedy


def test_news_warnings_and_cancelled_work(posted: tuple[Messages, list[Message]]) -> None:
    messages, found = posted
    messages.report(Cancelled())
    messages.info("Saved.")
    messages.warning("Mind.", "Do this.")
    messages.settings_repaired()
    assert [message.level for message in found] == ["info", "warning", "warning"]
    assert found[1] == Message("warning", "Mind.", "Do this.")
