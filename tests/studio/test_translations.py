"""Every sentence of the program has its Spanish, and the files hold what the code says."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.app import make_parts
from mlp_studio.core.text import text
from mlp_studio.studio import language
from mlp_studio.studio.language import render
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.builder.menus import LayerMenu
from mlp_studio.ui.window.main_window import MainWindow
from tests.studio.same import SAME

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "translations" / "mlp_studio_es.ts"

# What shows a string to people: which of its arguments. Qt's, then the program's own.
EVERY = slice(None)
SHOWS = {
    **dict.fromkeys(
        (
            "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox",
            "QAction", "QMenu", "QDockWidget", "setText", "setToolTip", "setStatusTip",
            "setWhatsThis", "setTitle", "setWindowTitle", "setPlaceholderText", "setPrefix",
            "setSuffix", "setSpecialValueText", "setAccessibleName", "setAccessibleDescription",
            "setInformativeText", "setHtml", "setPlainText", "setTabText", "setItemText",
            "setHeaderLabels", "addItems", "addTab", "addAction", "addMenu", "addButton",
            "addRow", "showMessage", "showText", "drawText", "about", "question", "information",
            "warning", "critical", "getOpenFileName", "getSaveFileName", "getExistingDirectory",
            "getText", "caption", "section", "show_words", "info",
        ),
        EVERY,
    ),
    "addItem": slice(1),  # then its data
    "edit": slice(1),  # the undo step, then how steps merge
    "NumberRow": slice(2),  # caption and tip
    "Entry": slice(1, 3),  # label and tip, between the action's name and its keys
    "LegendItem": slice(2, 3),  # after the mark and the colour
}  # fmt: skip
TRANSLATES = frozenset({"tr", "text", "translate", "render"})
TAG = re.compile(r"<[^<>]*>")
MNEMONIC = re.compile(r"&(\w)")

# Shown as they are in every language, and why.
UNTRANSLATED: dict[str, str] = {}


@dataclass(frozen=True)
class Sentence:
    """A sentence of the ``.ts`` file."""

    context: str
    source: str
    spanish: str
    finished: bool


def read(ts: Path) -> list[Sentence]:
    """Return the sentences of a ``.ts`` file."""
    found = []
    for context in ET.parse(ts).getroot().iterfind("context"):
        for message in context.iterfind("message"):
            spanish = message.find("translation")
            assert spanish is not None
            assert message.get("numerus") is None, "the program counts without Qt's plural forms"
            found.append(
                Sentence(
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    spanish.text or "",
                    spanish.get("type") is None,
                )
            )
    return found


@pytest.fixture(scope="module")
def entries() -> list[Sentence]:
    return read(TS)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that makes the files."""
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[QTranslator]:
    """The application speaks Spanish for one test."""
    translator = language.install(qapp, "es")
    assert translator is not None
    yield translator
    for each in (translator, *translator.findChildren(QTranslator)):
        qapp.removeTranslator(each)
    translator.deleteLater()


def test_every_sentence_has_its_spanish(entries: list[Sentence]) -> None:
    assert len(entries) > 500
    missing = [(e.context, e.source) for e in entries if not e.finished or not e.spanish.strip()]
    assert missing == []
    untouched = {e.source for e in entries if e.spanish == e.source}
    assert untouched <= SAME


def fields(sentence: str) -> list[str]:
    """Return the placeholders of a sentence, with their formats, sorted."""
    return sorted(
        f"{name}!{conversion}:{form}"
        for _, name, form, conversion in string.Formatter().parse(sentence)
        if name is not None
    )


def test_placeholders_and_glyphs_are_kept(entries: list[Sentence]) -> None:
    for entry in entries:
        assert fields(entry.spanish) == fields(entry.source), entry
        assert ("[*]" in entry.spanish) == ("[*]" in entry.source), entry
        assert entry.spanish.endswith("…") == entry.source.endswith("…"), entry
        if entry.source.endswith("."):
            assert entry.spanish.endswith("."), entry
        if entry.source and not entry.source[0].isalnum() and entry.source[0] in "▶■▸⟲❚+":
            assert entry.spanish.split()[0] == entry.source.split()[0], entry


def test_spanish_quotes_are_spanish(entries: list[Sentence]) -> None:
    for entry in entries:
        assert "“" not in entry.spanish, entry
        assert "”" not in entry.spanish, entry
        assert entry.spanish.count("«") == entry.spanish.count("»"), entry


def test_one_sentence_is_translated_one_way(entries: list[Sentence]) -> None:
    ways: dict[str, set[str]] = {}
    for entry in entries:
        ways.setdefault(entry.source, set()).add(entry.spanish)
    assert {source: way for source, way in ways.items() if len(way) > 1} == {}


def test_the_ts_file_holds_what_the_code_says(
    entries: list[Sentence], tool: ModuleType, tmp_path: Path
) -> None:
    fresh = tmp_path / TS.name
    tool.collect("es", fresh)
    now = {(e.context, e.source) for e in read(fresh)}
    kept = {(e.context, e.source) for e in entries}
    assert now == kept, "run: python packaging/translations.py"


def test_the_qm_file_holds_what_the_ts_file_says(tool: ModuleType, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    tool.compile_file(TS, fresh)
    old = TS.with_suffix(".qm").read_bytes()
    assert fresh.read_bytes() == old, "run: python packaging/translations.py"


# --- what the tool can't see -------------------------------------------------------------


def name_of(call: ast.Call) -> str:
    """Return the last name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def sentences(node: ast.AST, inside: str = "") -> Iterator[tuple[str, str]]:
    """Yield (context, source) of the sentences in the code, as they are looked up."""
    for child in ast.iter_child_nodes(node):
        owner = child.name if isinstance(child, ast.ClassDef) else inside
        if isinstance(child, ast.Call):
            name, receiver = name_of(child), child.func
            if name == "tr" or (name == "text" and isinstance(receiver, ast.Name)):
                assert child.args, ast.unparse(child)
                source = child.args[0]
                assert isinstance(source, ast.Constant), f"no literal: {ast.unparse(child)}"
                assert isinstance(source.value, str), ast.unparse(child)
                if name == "tr":
                    assert ast.unparse(receiver) == "self.tr", ast.unparse(child)
                    assert owner, f"tr outside a class: {ast.unparse(child)}"
                yield (owner if name == "tr" else ""), source.value
        yield from sentences(child, owner)


def test_the_tool_finds_every_sentence_where_it_is_looked_up(entries: list[Sentence]) -> None:
    collected = {(e.context, e.source) for e in entries}
    for path in sorted((ROOT / "mlp_studio").rglob("*.py")):
        for sentence in sentences(ast.parse(path.read_text(encoding="utf-8"))):
            assert sentence in collected, f"{path.relative_to(ROOT)}: {sentence}"


def literals(node: ast.AST) -> Iterator[str]:
    """Yield the literals with a letter that an expression shows without translating them."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and any(map(str.isalpha, TAG.sub("", node.value))):
            yield node.value
    elif isinstance(node, ast.Call):
        # Of other calls only text built from literals is shown: "<br>".join(…), "{} s".format(…)
        if name_of(node) in {"join", "format"} and isinstance(node.func, ast.Attribute):
            yield from literals(node.func.value)
            for argument in node.args:
                yield from literals(argument)
    elif not isinstance(node, ast.FormattedValue | ast.Subscript | ast.Compare | ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def shown(code: str) -> list[tuple[str, str]]:
    """Return (what shows it, literal) of what people would see untranslated."""
    return [
        (name_of(node), literal)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call) and name_of(node) in SHOWS
        for argument in node.args[SHOWS[name_of(node)]]
        for literal in literals(argument)
    ]


@pytest.mark.parametrize(
    "code",
    [
        'QLabel("Loss")',
        'label.setText(f"{n} layers")',
        'label.setText("Loss" if n else "")',
        'label.setText("{} layers".format(n))',
        'label.setText(self.tr("Loss") + " so far")',
        'label.setText("<b>Loss</b>")',
        'label.setText(" and ".join(names))',
        'QPushButton(icon, "Train")',
        'self._document.edit("Add a layer", network=network)',
    ],
)
def test_a_literal_that_bypasses_translation_is_found(code: str) -> None:
    assert shown(code)


@pytest.mark.parametrize(
    "code",
    [
        'QLabel(self.tr("Loss"))',
        'label.setText(self.tr("{n} layers").format(n=f"{n:,}"))',
        'label.setText(f"<b>{n}</b> · {rest}")',
        'label.setText("<br>".join(lines))',
        'self.scaling.addItem(self.tr("None"), "none")',
        'label.setText("–")',
        'label.setText(names["loss"])',
        'label.setText(render(text("Loss")))',
    ],
)
def test_translated_words_and_frames_pass(code: str) -> None:
    assert shown(code) == []


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "mlp_studio" / "ui").rglob("*.py")), ROOT / "mlp_studio" / "app.py"],
    ids=lambda path: str(path.relative_to(ROOT / "mlp_studio")),
)
def test_no_literal_reaches_people_untranslated(path: Path) -> None:
    found = [
        literal
        for _, literal in shown(path.read_text(encoding="utf-8"))
        if literal not in UNTRANSLATED
    ]
    assert found == []


# --- Spanish in the real window -----------------------------------------------------------


@pytest.fixture
def window(
    qtbot: QtBot, spanish: QTranslator, qapp: QApplication, tmp_path: Path
) -> Iterator[MainWindow]:
    """The window, before its data is loaded."""
    look, palette = qapp.styleSheet(), qapp.palette()
    parts = make_parts(qapp, Settings(tmp_path / "settings.json"))
    window = MainWindow(parts)
    window.project.ask_before_leaving = False
    yield window
    window.close()
    window.deleteLater()
    p = parts
    kept = (p.files, p.templates, p.messages, p.training, p.store, p.jobs, p.document, p.theme)
    for part in kept:
        part.deleteLater()
    qapp.setStyleSheet(look)
    qapp.setPalette(palette)


def test_the_window_speaks_spanish(window: MainWindow, entries: list[Sentence]) -> None:
    actions = {action.objectName(): action for action in window.findChildren(QAction)}
    assert actions["train"].text() == "▶  Entrenar"
    assert actions["undo"].text() == "&Deshacer"
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&Archivo", "&Edición", "En&trenamiento", "&Ver", "A&yuda"]
    assert [window.tabs.tabText(i) for i in range(2)] == ["Curvas", "Características"]
    labels = {label.text() for label in window.findChildren(QLabel)}
    assert {"Datos", "Partición", "Escalado", "Entrenamiento", "Lo que ve la red"} <= labels
    # Whatever else is shown: nothing that has another Spanish form is left in English.
    english = {entry.source for entry in entries if entry.spanish != entry.source}
    words = labels | {action.text() for action in actions.values()}
    words |= {action.toolTip() for action in actions.values()}
    words |= {widget.toolTip() for widget in window.findChildren(QWidget)}
    assert words & english == set()


def test_undo_names_the_step_in_spanish(window: MainWindow) -> None:
    window.builder.canvas.actions_of_layers.add("dropout")
    undo = window.findChild(QAction, "undo")
    assert undo is not None
    assert undo.text().startswith("&Deshacer: Añadir Dropout")


def test_keys_are_unique_in_each_menu(window: MainWindow) -> None:
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        keys = [MNEMONIC.findall(action.text()) for action in menu.actions()]
        found = [key.lower() for each in keys for key in each]
        assert len(set(found)) == len(found), [action.text() for action in menu.actions()]


def test_sentences_of_the_lower_floors_and_of_qt_are_spanish(
    qtbot: QtBot, spanish: QTranslator
) -> None:
    assert render(text("Press Train first.")) == "Pulsar antes «Entrenar»."
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "Cancelar"


def test_a_sentence_of_a_base_class_is_found_from_a_derived_one(
    qtbot: QtBot, spanish: QTranslator
) -> None:
    class Derived(LayerMenu):
        pass

    menu = Derived("relu", editable=True)
    qtbot.addWidget(menu)
    assert menu.tr("Duplicate") == "Duplicar"
    assert "Activación" in [action.text() for action in menu.actions()]


def test_english_is_back_when_the_translator_is_gone(qapp: QApplication) -> None:
    assert QCoreApplication.translate("LayerMenu", "Duplicate") == "Duplicate"
