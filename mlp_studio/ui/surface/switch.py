"""The try-it panel for inputs that are numbers: a map, surfaces, curves, arrows, predictions."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.function_source import Function
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.fit.panel import FitPanel
from mlp_studio.ui.plane.panel import PlanePanel
from mlp_studio.ui.surface.graphics import Graphics
from mlp_studio.ui.surface.panel import SurfacePanel
from mlp_studio.ui.theme import RHYTHM, Theme

Way = Literal["map", "surface", "curve", "arrows", "fit"]


class PlaneOrSurface(QWidget):
    """The ways to look at a network whose inputs are numbers, as many as its data has.

    Parameters are those of `SurfacePanel`. What was chosen last is shown again whenever there
    is the choice.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        theme: Theme,
        jobs: Jobs,
        graphics: Graphics | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.setProperty("panel", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(2 * RHYTHM, RHYTHM, 2 * RHYTHM, 0)
        row.setSpacing(4)
        self.buttons: dict[Way, QPushButton] = {}
        ways: tuple[tuple[Way, str, str], ...] = (
            ("map", self.tr("Map"), self.tr("The inputs' plane, seen from above.")),
            ("surface", self.tr("Surface"), self.tr("The values as heights, to be turned.")),
            ("curve", self.tr("Slice"), self.tr("The values along one input; others are held.")),
            ("arrows", self.tr("Arrows"), self.tr("Both values as a vector at each place.")),
            ("fit", self.tr("Fit"), self.tr("What is predicted against the true values.")),
        )
        for way, words, tip in ways:
            button = QPushButton(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setProperty("role", "flat")
            self._group.addButton(button)
            self.buttons[way] = button
            row.addWidget(button)
        row.addStretch()
        self.map_button, self.surface_button = self.buttons["map"], self.buttons["surface"]
        self.map_button.setChecked(True)
        self._wanted: Way = "map"
        self._ways = QWidget()
        self._ways.setLayout(row)
        self.plane = PlanePanel(document, store, training, theme)
        self.surface = SurfacePanel(document, store, training, theme, jobs, graphics)
        self.fit = FitPanel(document, store, training, theme)
        self.pages = QStackedWidget()
        for page in (self.plane, self.surface, self.fit):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._ways)
        layout.addWidget(self.pages, 1)
        for way, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, way=way: self.look(way))
        document.data_changed.connect(self._fit)
        self._fit()

    def look(self, way: Way) -> None:
        """Look in one of the ways; where the data does not have it, in the nearest one."""
        self._wanted = way
        self._fit()

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which there is something to see, the first one first."""
        source, facts = self._document.data.source, self._document.facts
        plane: tuple[Way, ...] = ("map",) if facts.input_shape == (2,) else ()
        if facts.task != "regression":
            return plane or ("map",)
        if not isinstance(source, Function):
            return (*plane, "fit")
        if len(source.inputs) == 1:
            return ("curve", "fit")
        arrows: tuple[Way, ...] = ("arrows",) if len(source.formulas) == 2 else ()
        if len(source.inputs) == 2:
            return ("map", "surface", "curve", *arrows, "fit")
        return ("curve", "surface", *arrows, "fit")

    @Slot()
    def _fit(self, *_changed: object) -> None:
        """Show what suits the data, and the choice where there is one."""
        ways = self.ways
        way = self._wanted if self._wanted in ways else ways[0]
        for name, button in self.buttons.items():
            button.setVisible(name in ways)
        self.buttons[way].setChecked(True)
        self._ways.setVisible(len(ways) > 1)
        source = self._document.data.source
        one = isinstance(source, Function) and len(source.inputs) == 1
        self.buttons["curve"].setText(self.tr("Curve") if one else self.tr("Slice"))
        if way == "map":
            self.pages.setCurrentWidget(self.plane)
        elif way == "fit":
            self.pages.setCurrentWidget(self.fit)
        else:
            self.surface.show_view(way)
            self.pages.setCurrentWidget(self.surface)
