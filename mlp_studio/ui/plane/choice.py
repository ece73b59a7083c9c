"""What the plane is coloured by: the network's answer, or a unit inside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from mlp_studio.core.dataset import Facts
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.theme import RHYTHM


@dataclass(frozen=True)
class Shown:
    """What is shown over the plane.

    Parameters
    ----------
    layer : str, optional
        A layer's name; None for the network's answer.
    unit : int
        Of the layer, or of the answer where it is several values.
    """

    layer: str | None = None
    unit: int = 0


class ShownChoice(QWidget):
    """A list of what can be shown, and the unit's number where there are several.

    Signals
    -------
    changed()
        Something else is to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = CalmCombo()
        self.what.setAccessibleName(self.tr("What is shown over the plane"))
        self.what.setToolTip(
            self.tr("The answer, or what a unit of a layer gives at each place of the plane.")
        )
        self.unit = QSpinBox()
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.setToolTip(self.tr("Which unit; the arrow keys go through them."))
        self.unit.setWrapping(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self.what, 1)
        row.addWidget(self.unit)
        self._widths: dict[str | None, int] = {}
        self.what.activated.connect(self._chosen)
        self.unit.valueChanged.connect(lambda _value: self.changed.emit())

    @property
    def shown(self) -> Shown:
        """What is chosen."""
        return Shown(self.what.currentData(), self.unit.value())

    def offer(self, network: NetworkSpec, facts: Facts) -> None:
        """Offer what a network has, keeping what is chosen where it still is there."""
        before = self.shown
        answer = (
            self.tr("Decision regions")
            if facts.task != "regression"
            else self.tr("Predicted values")
        )
        self._widths = {None: facts.outputs if facts.task == "regression" else 1}
        with QSignalBlocker(self.what), QSignalBlocker(self.unit):
            self.what.clear()
            self.what.addItem(answer, None)
            for layer, shape in zip(network.layers, network.shapes(), strict=True):
                self._widths[layer.name] = shape[-1]
                self.what.addItem(self.tr("Units of {layer}").format(layer=layer.name), layer.name)
            self.what.setCurrentIndex(max(0, self.what.findData(before.layer)))
            self._fit_unit()
            self.unit.setValue(before.unit if self.shown.layer == before.layer else 0)

    def choose(self, shown: Shown) -> None:
        """Choose what is to be shown."""
        with QSignalBlocker(self.unit):
            self.what.setCurrentIndex(max(0, self.what.findData(shown.layer)))
            self._fit_unit()
            self.unit.setValue(shown.unit)
        self.changed.emit()

    def _fit_unit(self) -> None:
        width = self._widths.get(self.what.currentData(), 1)
        self.unit.setRange(0, width - 1)
        self.unit.setSuffix(" " + self.tr("of {count}").format(count=width))
        self.unit.setVisible(width > 1)

    def _chosen(self, _index: int) -> None:
        with QSignalBlocker(self.unit):
            self._fit_unit()
            self.unit.setValue(0)
        self.changed.emit()
