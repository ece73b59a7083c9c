"""In which precision matrices are multiplied, where the devices leave a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mlp_studio.core.devices import DeviceInfo, why_not
from mlp_studio.core.training import Precision, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.ui.common.fields import CalmCombo, caption

NARROW: tuple[Precision, ...] = ("mixed_bfloat16", "mixed_float16")


class PrecisionField(QWidget):
    """A choice whose entries are disabled, with a sentence why, where they gain nothing.

    A project made elsewhere keeps its precision and trains in it; the sentence tells that
    it is no faster here.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._devices: Sequence[DeviceInfo] | None = None
        self.choice = CalmCombo()
        self.choice.addItem(self.tr("32 bits (float32)"), "float32")
        self.choice.addItem(self.tr("16 bits (bfloat16)"), "mixed_bfloat16")
        self.choice.addItem(self.tr("16 bits (float16)"), "mixed_float16")
        self.choice.setAccessibleName(self.tr("Numeric precision"))
        self.choice.setToolTip(
            self.tr(
                "In how many bits numbers are multiplied. 16 make wide layers faster and round "
                "to two or three digits; sums, weights and the loss keep 32."
            )
        )
        self.why = QLabel()
        self.why.setProperty("role", "secondary")
        self.why.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (caption(self.tr("Numeric precision")), self.choice, self.why):
            layout.addWidget(widget)
        # Queued: leaving a precision that is not offered here disables the very list whose
        # event is being handled.
        self.choice.activated.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        self._show()

    def show_devices(self, devices: Sequence[DeviceInfo]) -> None:
        """Offer what one of `devices` multiplies faster in."""
        self._devices = devices
        self._show()

    def synchronize(self, training: TrainingSpec) -> None:
        """Show the precision of `training`."""
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(training.precision))
        self._show()

    def _show(self) -> None:
        devices, chosen = self._devices, self._document.training.precision
        reasons = {p: why_not(p, devices or ()) for p in NARROW}
        model = self.choice.model()
        assert isinstance(model, QStandardItemModel)
        for precision, reason in reasons.items():
            position = self.choice.findData(precision)
            model.item(position).setEnabled(reason is None or chosen == precision)
            tip = render(reason) if reason else ""
            self.choice.setItemData(position, tip, Qt.ItemDataRole.ToolTipRole)
        offered = [precision for precision, reason in reasons.items() if reason is None]
        self.choice.setEnabled(bool(offered) or chosen != "float32")
        said = reasons.get(chosen) or (None if offered else reasons["mixed_bfloat16"])
        if devices is None:
            self.why.setText(self.tr("Offered once TensorFlow is loaded, if a device has it."))
        else:
            self.why.setText(render(said) if said else "")
        self.why.setVisible(bool(self.why.text()))

    def _choose(self, _index: int) -> None:
        training = self._document.training.model_copy(
            update={"precision": self.choice.currentData()}
        )
        self._document.edit(self.tr("Set the precision"), training=training)
