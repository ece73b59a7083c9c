"""The try-it panel for inputs that are numbers: a map of the plane, or a surface."""

from __future__ import annotations

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
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.plane.panel import PlanePanel
from mlp_studio.ui.surface.panel import SurfacePanel
from mlp_studio.ui.theme import RHYTHM, Theme


class PlaneOrSurface(QWidget):
    """A map of the plane; for functions of two inputs also a surface, for one a curve.

    Parameters are those of `PlanePanel`. What was chosen last is shown again whenever there
    is a choice.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.setProperty("panel", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.map_button = QPushButton(self.tr("Map"))
        self.map_button.setToolTip(self.tr("The inputs' plane, seen from above."))
        self.surface_button = QPushButton(self.tr("Surface"))
        self.surface_button.setToolTip(self.tr("The values as heights, to be turned."))
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(2 * RHYTHM, RHYTHM, 2 * RHYTHM, 0)
        row.setSpacing(4)
        for button in (self.map_button, self.surface_button):
            button.setCheckable(True)
            button.setProperty("role", "flat")
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.map_button.setChecked(True)
        self._ways = QWidget()
        self._ways.setLayout(row)
        self.plane = PlanePanel(document, store, training, theme)
        self.surface = SurfacePanel(document, store, training, theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.plane)
        self.pages.addWidget(self.surface)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._ways)
        layout.addWidget(self.pages, 1)
        self._group.buttonToggled.connect(self._fit)
        document.data_changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self, *_changed: object) -> None:
        """Show what suits the data, and the choice where there is one."""
        source = self._document.data.source
        inputs = len(source.inputs) if isinstance(source, Function) else 0
        self._ways.setVisible(inputs == 2)
        surface = inputs == 1 or (inputs == 2 and self.surface_button.isChecked())
        self.pages.setCurrentWidget(self.surface if surface else self.plane)
