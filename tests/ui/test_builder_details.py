"""The box behind “…”: every parameter of every layer, its default, and Keras's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from mlp_studio.core.keras_pages import layer_page
from mlp_studio.core.layers import L1L2, LAYER_TYPES, Activation, Dense, Dropout
from mlp_studio.core.parameters import DESIGN, parameters
from mlp_studio.ui.builder.about import KINDS
from tests.ui.builder_hand import Button, Hand, Key


class Browser(QObject):
    """Takes what would go to the web."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        QDesktopServices.setUrlHandler("https", self, "open")

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())

    def close(self) -> None:
        QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def browser(qapp):
    made = Browser()
    yield made
    made.close()


def open_details(hand: Hand, *names: str):
    hand.document.select(names)
    QTest.mouseClick(hand.panel.inspector.more, Button.LeftButton)
    details = hand.panel.inspector.details
    assert details.isVisible()
    return details


def back(details, field: str) -> QPushButton:
    found = details.findChild(QPushButton, f"reset_{field}")
    assert isinstance(found, QPushButton)
    return found


def visible_words(details) -> str:
    return " ".join(label.text() for label in details.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("kind", LAYER_TYPES)
def test_every_layer_has_its_sentence_its_parameters_and_its_page(hand, browser, kind):
    if kind != "dense":
        hand.canvas.actions_of_layers.add(kind, 1)
    name = hand.document.selection[0] if kind != "dense" else "dense"
    details = open_details(hand, name)
    words = visible_words(details)
    assert details.title.text() == LAYER_TYPES[kind].__name__
    assert str(KINDS[kind]) in words
    row = hand.panel.inspector
    for field, found in parameters(LAYER_TYPES[kind]).items():
        simple = field.removeprefix("kernel_regularizer.")
        if simple in row._entries:
            assert row._entries[simple].help in words
        if found.low is not None and simple in row._entries:
            assert f"default {found.default:g}" in words
            assert f"default {found.default:g}" in row.field(simple).toolTip()
    details.grab()
    (page,) = [page for page in details.pages.values() if page.isVisible()]
    QTest.mouseClick(page, Button.LeftButton)
    assert browser.opened == [layer_page(LAYER_TYPES[kind]())]


@pytest.mark.parametrize("kind", LAYER_TYPES)
def test_every_parameter_can_be_reached(hand, kind):
    """In the row or in the box there is a control for each, of one or of several layers."""
    for _ in range(2):
        hand.canvas.actions_of_layers.add(kind, 1)
    names = tuple(layer.name for layer in hand.document.network if layer.kind == kind)[:2]
    details = open_details(hand, *names)
    row = hand.panel.inspector
    switches = {"use_bias": row.bias, "scale": row.scale, "center": row.center}
    for field in parameters(LAYER_TYPES[kind]):
        group, _, part = field.rpartition(".")
        short = {"kernel_regularizer": "", "bias_regularizer": "bias_",
                 "activity_regularizer": "activity_", "": ""}[group] + part  # fmt: skip
        if short in switches:
            control = switches[short]
        elif short == "activation":
            control = row.activation
        elif short == "trainable":
            control = details.frozen
        elif short in row._numbers:
            control = row.field(short)
        elif short in details.dense._numbers:
            control = details.field(short)
        else:
            control = details.choice(short)
        assert control.isVisible(), field
        assert control.toolTip(), field


def test_resetting_one_parameter_of_several_layers(hand):
    network = hand.document.network
    for name in ("dense", "dense_1"):
        layer = network.layer(name).model_copy(
            update={"kernel_regularizer": L1L2(l2=0.01), "kernel_initializer": "he_normal"}
        )
        network = network.replaced(name, layer)
    hand.document.edit("Set", network=network)
    details = open_details(hand, "dense", "dense_1")
    assert back(details, "l2").isVisible()
    assert not back(details, "l1").isVisible()  # it is where it should be
    QTest.mouseClick(back(details, "l2"), Button.LeftButton)
    assert hand.undo_text == "Reset L2 of dense, dense_1"
    layers = [hand.document.network.layer(name) for name in ("dense", "dense_1")]
    assert [layer.kernel_regularizer.l2 for layer in layers] == [0.0, 0.0]
    assert {layer.kernel_initializer for layer in layers} == {"he_normal"}
    assert not back(details, "l2").isVisible()
    QTest.mouseClick(back(details, "kernel_initializer"), Button.LeftButton)
    assert hand.undo_text == "Reset Initializer of dense, dense_1"
    assert not details.all_defaults.isVisible()
    hand.document.undo_stack.setIndex(1)
    assert details.isVisible()
    QTest.mouseClick(details.all_defaults, Button.LeftButton)
    assert hand.undo_text == "Reset dense, dense_1 to the defaults"
    hand.undo_all()


def test_all_defaults_leave_the_design(hand):
    spoilt = Dense(
        name="dense", units=17, activation="tanh", use_bias=False, trainable=False, max_norm=7.0,
        kernel_constraint="max_norm", activity_regularizer=L1L2(l1=1.0),
    )  # fmt: skip
    hand.document.edit("Set", network=hand.document.network.replaced("dense", spoilt))
    details = open_details(hand, "dense")
    QTest.mouseClick(details.all_defaults, Button.LeftButton)
    assert hand.document.network.layer("dense") == Dense(name="dense", units=17, activation="tanh")
    assert {"kind", "name", "units", "activation"} == DESIGN


def test_a_mixed_selection_edits_what_its_dense_layers_have(hand):
    network = hand.document.network.inserted(2, Dropout(name="drop")).inserted(3, Activation())
    hand.document.edit("Mix", network=network)
    hand.document.select(("dense", "drop", "activation"))
    row = hand.panel.inspector
    assert row.several.text() == "3 layers"
    assert row.field("l2").isVisible()
    assert not row.field("rate").isVisible()
    hand.type_into(row.field("l2"), "0.01")
    QTest.keyClick(row.field("l2"), Key.Key_Return)
    assert hand.undo_text == "Set L2 of dense to 0.01"
    row.activation.setCurrentText("tanh")
    row.activation.activated.emit(row.activation.currentIndex())
    assert hand.document.network.layer("dense").activation == "tanh"
    assert hand.document.network.layer("activation").activation == "tanh"
    details = open_details(hand, "dense", "drop", "activation")
    assert details.title.text() == "Dense, Dropout, Activation"
    assert sum(page.isVisible() for page in details.pages.values()) == 3
    hand.undo_all()
