"""The summary: live, and copied in three forms."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mlp_studio.core.costs import costs
from mlp_studio.core.layers import BatchNormalization
from mlp_studio.core.observed import Observed
from mlp_studio.ui.builder.summary import SummaryDialog
from tests.ui.builder_hand import Button, Hand, Key


@pytest.fixture
def summary(hand: Hand, qtbot):
    made = SummaryDialog(hand.document, hand.panel.advice, hand.panel)
    qtbot.addWidget(made)
    hand.panel.facts.clicked.connect(made.show)
    QTest.mouseClick(hand.panel.facts, Button.LeftButton)
    assert made.isVisible()
    return made


def rows(summary: SummaryDialog) -> list[list[str]]:
    model = summary.model
    return [
        [model.item(row, column).text() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def copied(summary: SummaryDialog, name: str) -> str:
    button = summary.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Button.LeftButton)
    assert summary.copied.text() == "Copied."
    return QGuiApplication.clipboard().text()


def test_the_table_follows_the_network(hand, summary):
    network = hand.document.network
    assert [row[0].split()[0] for row in rows(summary)] == hand.names
    total = sum(int(row[2].replace(",", "")) for row in rows(summary))
    assert total == network.parameters
    hand.document.edit("Add", network=network.inserted(2, BatchNormalization()))
    assert rows(summary)[2][0] == "batch_normalization (BatchNormalization)"
    assert (
        dict(summary.total_rows(costs(hand.document.network, hand.document.training.optimizer)))[
            "Not trainable"
        ]
        == f"{2 * network.layer('dense').units:,}"
    )
    summary.grab()


def test_the_arithmetic_of_an_epoch_needs_the_examples(hand, summary):
    found = costs(hand.document.network, hand.document.training.optimizer)
    assert "For an epoch, validation included" not in dict(summary.total_rows(found))
    hand.panel.advice._observed = Observed(1000, 100)
    assert dict(summary.total_rows(found))["For an epoch, validation included"] == (
        f"{1000 * found.training + 100 * found.forward:,}"
    )


def test_what_is_copied(hand, summary):
    words = copied(summary, "copy_text")
    assert all(name in words for name in hand.names)
    assert f"{hand.document.network.parameters:,}" in words
    assert copied(summary, "copy_markdown").startswith("| Layer (type) | Output shape |")
    table = list(csv.reader(io.StringIO(copied(summary, "copy_csv"))))
    assert sum(int(row[2]) for row in table[1:]) == hand.document.network.parameters
    hand.canvas.actions_of_layers.add("dropout")
    assert summary.copied.text() == ""  # what is on the clipboard is another network now


def test_the_facts_open_it_by_keyboard_too(hand, qtbot):
    asked = []
    hand.panel.facts.clicked.connect(lambda: asked.append(True))
    hand.panel.facts.setFocus()
    QTest.keyClick(hand.panel.facts, Key.Key_Return)
    assert asked == [True]
