"""The builder in a window, and a hand at its mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.panel import BuilderPanel
from mlp_studio.ui.theme import Theme

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier


WIDTHS = {"dense": 256, "dense_1": 128}  # of the digits' network here, whatever the template's


def project_of(name: str) -> ProjectSpec:
    """Return a template's project; that of the digits with widths that tests can count on."""
    project = template(name).project
    network = project.network
    if name == "digits":
        for layer, units in WIDTHS.items():
            known = network.layer(layer).model_copy(update={"units": units})
            network = network.replaced(layer, known)
    return project.model_copy(update={"network": network})


class Hand:
    """A person at the panel."""

    def __init__(self, qtbot, name: str = "digits", store=None) -> None:
        self.document = Document(project_of(name))
        self.start = self.document.project
        self.panel = BuilderPanel(self.document, Theme("light"), store)
        qtbot.addWidget(self.panel)
        qtbot.hand = self  # else the panel goes with the test's last line, maybe in a paint event
        self.panel.resize(980, 430)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.canvas = self.panel.canvas
        self.view = self.canvas.viewport()

    @property
    def names(self) -> list[str]:
        return [layer.name for layer in self.document.network]

    @property
    def undo_text(self) -> str:
        return self.document.undo_stack.undoText()

    def at(self, name: str, *, label: bool = False) -> QPoint:
        layout = self.canvas.network_scene.layout
        column = next(c for c in layout.columns if c.cell.key == name)
        y = column.label.y + 5 if label else layout.middle
        return self.canvas.mapFromScene(QPointF(column.x, y))

    def gap(self, number: int) -> QPoint:
        layout = self.canvas.network_scene.layout
        return self.canvas.mapFromScene(QPointF(layout.gap_x(number), layout.middle))

    def click(self, name: str, modifier: Modifier = Modifier.NoModifier) -> None:
        QTest.mouseClick(self.view, Button.LeftButton, modifier, self.at(name))

    def drag(self, name: str, *way: QPoint) -> None:
        QTest.mousePress(self.view, Button.LeftButton, Modifier.NoModifier, self.at(name))
        for place in way:
            QTest.mouseMove(self.view, place)
        QTest.mouseRelease(self.view, Button.LeftButton, Modifier.NoModifier, way[-1])

    def button(self, name: str) -> QPushButton:
        found = self.panel.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    def press(self, *keys: Key, modifier: Modifier = Modifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.canvas, key, modifier)

    def type_into(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        widget.selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(widget, text)

    def undo_all(self) -> None:
        while self.document.undo_stack.canUndo():
            self.document.undo_stack.undo()
        assert self.document.project == self.start
