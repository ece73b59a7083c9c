"""The further kinds of layers and Dense's further properties, under mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mlp_studio.core.layers import LAYER_TYPES, Activation, Dense, LayerNormalization, LeakyReLU
from mlp_studio.core.resources import resource
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.menus import InsertMenu
from mlp_studio.ui.builder.panel import BuilderPanel
from mlp_studio.ui.theme import Theme

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier


@pytest.fixture
def panel(qtbot):
    panel = BuilderPanel(Document(template("digits").project), Theme("light"))
    qtbot.addWidget(panel)
    panel.resize(760, 430)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def names(panel: BuilderPanel) -> list[str]:
    return [layer.name for layer in panel.canvas.network_scene._document.network]


def document(panel: BuilderPanel) -> Document:
    return panel.canvas.network_scene._document


def choose(menu: InsertMenu, kind: str) -> None:
    """Walk to an entry with the arrow keys and take it."""
    wanted = next(action for action in menu.actions() if action.data() == kind)
    for _ in menu.actions():
        if menu.activeAction() is wanted:
            break
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    widget.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Key.Key_Return)


def check_box(box: QWidget) -> None:
    QTest.mouseClick(box, Button.LeftButton, pos=QPoint(8, box.height() // 2))


@pytest.mark.parametrize("kind", sorted(LAYER_TYPES))
def test_the_more_menu_adds_every_kind(panel, qtbot, kind):
    document(panel).select(("dense_1",))
    QTest.mouseClick(panel.palette_row.more, Button.LeftButton)
    menu = panel.palette_row.findChild(InsertMenu)
    assert menu.isVisible()
    choose(menu, kind)
    (added,) = document(panel).selection
    assert document(panel).network.layer(added).kind == kind
    column = next(c for c in panel.canvas.network_scene.layout.columns if c.cell.key == added)
    assert column.cell.kind == ("dense" if kind == "dense" else "band")
    panel.grab()  # every kind has its own way of being painted
    document(panel).undo_stack.undo()
    assert document(panel).project == template("digits").project


def test_the_menu_in_a_gap_offers_them_too(panel):
    layout = panel.canvas.network_scene.layout
    place = panel.canvas.mapFromScene(QPointF(layout.gap_x(2), layout.middle))
    view = panel.canvas.viewport()
    QTest.mouseMove(view, place - QPoint(3, 0))
    QTest.mouseMove(view, place)
    QTest.mouseClick(view, Button.LeftButton, Modifier.NoModifier, place)
    menu = panel.canvas.popups.menu
    assert isinstance(menu, InsertMenu)
    choose(menu, "gaussian_noise")
    assert names(panel)[2] == "gaussian_noise"


def test_their_parameters_are_in_the_inspector(panel):
    doc, inspector = document(panel), panel.inspector
    panel.canvas.actions_of_layers.add("leaky_relu", 2)
    type_into(inspector.field("negative_slope"), "0.05")
    assert doc.network.layers[2] == LeakyReLU(negative_slope=0.05)
    panel.canvas.actions_of_layers.add("layer_normalization", 2)
    check_box(inspector.center)
    type_into(inspector.field("epsilon"), "1e-5")
    assert doc.network.layers[2] == LayerNormalization(epsilon=1e-5, center=False)
    assert doc.undo_stack.undoText() == "Set epsilon of layer_normalization to 1e-05"
    panel.canvas.actions_of_layers.add("activation", 2)
    assert not inspector.bias.isVisible()
    inspector.activation.setFocus()
    QTest.keyClick(inspector.activation, Key.Key_Down)
    assert doc.network.layers[2] == Activation(activation="tanh")
    panel.canvas.actions_of_layers.add("gaussian_noise", 2)
    field = inspector.field("stddev")
    type_into(field, "2")
    assert panel.bubble.isVisible()
    assert "from 0 to 1" in panel.bubble.text()
    assert field.isVisible()


def test_more_of_a_dense_layer(panel):
    doc, inspector = document(panel), panel.inspector
    doc.select(("dense", "dense_1"))
    QTest.mouseClick(inspector.more, Button.LeftButton)
    details = inspector.details
    assert details.isVisible()
    combo = details.choice("kernel_initializer")
    assert combo.currentData() == "glorot_uniform"
    assert combo.hasFocus()
    QTest.keyClick(combo, Key.Key_Down)
    assert [doc.network.layer(n).kernel_initializer for n in doc.selection] == ["glorot_normal"] * 2
    assert not details.field("max_norm").isEnabled()
    QTest.keyClick(details.choice("kernel_constraint"), Key.Key_Down)
    type_into(details.field("max_norm"), "3")
    type_into(details.field("activity_l1"), "0,01")
    check_box(details.frozen)
    for name in ("dense", "dense_1"):
        layer = doc.network.layer(name)
        assert isinstance(layer, Dense)
        assert (layer.kernel_constraint, layer.max_norm) == ("max_norm", 3.0)
        assert (layer.activity_regularizer.l1, layer.trainable) == (0.01, False)
    assert doc.network.layer("output").trainable
    type_into(details.field("bias_l2"), "99")
    assert details.words.isVisible()
    assert "L2 must be from 0 to 10" in details.words.text()
    QTest.keyClick(details, Key.Key_Escape)
    assert not details.isVisible()
    while doc.undo_stack.canUndo():
        doc.undo_stack.undo()
    assert doc.project == template("digits").project


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_row_of_a_dense_layer_fits(qtbot, language):
    translator = QTranslator()
    if language != "en":
        assert translator.load(str(resource(f"translations/mlp_studio_{language}.qm")))
        QApplication.installTranslator(translator)
    try:
        panel = BuilderPanel(Document(template("digits").project), Theme("light"))
    finally:
        QApplication.removeTranslator(translator)
    qtbot.addWidget(panel)
    document(panel).select(("dense",))
    panel.resize(760, 430)
    panel.show()
    qtbot.waitExposed(panel)
    inspector = panel.inspector
    assert panel.width() == 760
    for box in (inspector.name, inspector.field("l2"), inspector.more):
        assert box.isVisible()
        right = box.mapTo(panel, QPoint(box.width(), 0)).x()
        assert right <= panel.width()
    assert not inspector.more.geometry().intersects(inspector._pairs["l2"].geometry())
