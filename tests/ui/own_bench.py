"""The data panel with the dialogs for own data, and a hand at them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mlp_studio.core.templates import template
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Message, Messages
from mlp_studio.ui.data.own.dialog import OwnDataDialog
from mlp_studio.ui.data.own.wizards import OwnDataWizards
from mlp_studio.ui.data.panel import DataPanel
from mlp_studio.ui.theme import Theme

SPIRALS = template("spirals-6").project
LEFT = Qt.MouseButton.LeftButton
LONG = 20_000
Dialog = TypeVar("Dialog", bound=OwnDataDialog)


class Bench:
    """A window with the data panel alone."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document(SPIRALS)
        self.jobs = Jobs()
        self.store = DataStore(self.document, self.jobs)
        self.messages = Messages()
        self.told: list[Message] = []
        self.messages.posted.connect(self.told.append)
        theme = Theme("light")
        self.window = QWidget()
        self.panel = DataPanel(self.document, self.store, theme)
        QVBoxLayout(self.window).addWidget(self.panel)
        self.wizards = OwnDataWizards(
            self.document, self.store, self.jobs, self.messages, theme, self.window
        )
        self.panel.own_data_wanted.connect(self.wizards.open)
        qtbot.addWidget(self.window)
        self.window.resize(320, 900)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.store.reload()
        self.loaded()

    def loaded(self) -> None:
        self.qtbot.waitUntil(lambda: not self.store.busy, timeout=LONG)

    def close(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        self.store.cancel()
        self.jobs.close()

    def choose_source(self, kind: str) -> None:
        """Choose an entry of the source's list with the keyboard."""
        combo = self.panel.source
        combo.showPopup()
        view = combo.view()
        view.setCurrentIndex(combo.model().index(combo.findData(kind), 0))
        QTest.keyClick(view, Qt.Key.Key_Return)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Return the dialog that is open."""
        found = [d for d in self.window.findChildren(kind) if d.isVisible()]
        assert len(found) == 1
        return found[0]

    def no_dialog(self) -> bool:
        return not any(d.isVisible() for d in self.window.findChildren(QDialog))

    def type_path(self, dialog: OwnDataDialog, path: Path) -> None:
        """Type a path into the dialog and press Return; wait until it was looked into."""
        dialog.path.setFocus()
        dialog.path.selectAll()
        QTest.keyClicks(dialog.path, str(path))
        QTest.keyClick(dialog.path, Qt.Key.Key_Return)
        self.looked(dialog)

    def looked(self, dialog: OwnDataDialog) -> None:
        self.qtbot.waitUntil(lambda: not dialog.look.busy, timeout=LONG)

    def pick(self, combo: QComboBox, value: object) -> None:
        """Choose an entry of a dialog's list with the keyboard."""
        row = next(k for k in range(combo.count()) if combo.itemData(k) == value)
        combo.showPopup()
        combo.view().setCurrentIndex(combo.model().index(row, 0))
        QTest.keyClick(combo.view(), Qt.Key.Key_Return)

    def use(self, dialog: OwnDataDialog) -> None:
        """Accept what is chosen, and wait for the data."""
        assert dialog.use.isEnabled()
        QTest.mouseClick(dialog.use, LEFT)
        self.loaded()

    def button(self, words: str, within: QWidget | None = None) -> QPushButton:
        buttons = (within or self.panel).findChildren(QPushButton)
        return next(b for b in buttons if b.text() == words and b.isVisible())


def customers(folder: Path, **options: object) -> Path:
    """Write a table with all that tables have: gaps, dates, remarks, numbers and categories."""
    rng, n = np.random.default_rng(0), 120
    table = pd.DataFrame(
        {
            "id": np.arange(1, n + 1),
            "joined": pd.date_range("2020-01-01", periods=n).strftime("%Y-%m-%d"),
            "age": rng.integers(18, 80, n).astype(float),
            "income": rng.normal(30_000, 8_000, n).round(2),
            "city": rng.choice(["Lugo", "Vigo", "Ourense"], n),
            "remark": [f"remark {value:.6f}" for value in rng.random(n)],
            "plan": rng.choice(["basic", "free"], n),
        }
    )
    table.loc[:9, "age"] = np.nan
    table.loc[5:14, "city"] = None
    table.loc[[8, 40], "plan"] = None
    path = folder / "customers.csv"
    table.to_csv(path, index=False, **options)  # type: ignore[call-overload]
    return path
