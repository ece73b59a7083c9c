"""The menu behind the device chip: where training is to run, and why it runs there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mlp_studio.studio.language import render
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.training import TrainingController


class DeviceMenu(QMenu):
    """Automatic, the CPU, each GPU by its name, and an explanation.

    What is chosen is kept in the settings; it holds from the next run on.

    Signals
    -------
    explanation_wanted()
        A person asks why training runs where it does.
    """

    explanation_wanted = Signal()

    def __init__(
        self, training: TrainingController, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._training = training
        self._settings = settings
        self.setToolTipsVisible(True)
        training.ready.connect(self.fill)
        settings.changed.connect(self._follow)
        self.fill()

    def fill(self) -> None:
        """Make the entries anew, for the devices that are known."""
        self.clear()
        group = QActionGroup(self)
        for value, label, about in self._choices():
            action = QAction(label, self, checkable=True)
            action.setObjectName(f"device_{value}")
            action.setToolTip(about)
            action.setChecked(self._settings.values.device == value)
            action.triggered.connect(
                lambda _on=False, value=value: self._settings.set("device", value)
            )
            group.addAction(action)
            self.addAction(action)
        self.addSeparator()
        gpus = any(device.kind == "gpu" for device in self._training.devices)
        why = self.tr("Why there?") if gpus else self.tr("Why no GPU?")
        explain = self.addAction(why, self.explanation_wanted.emit)
        explain.setObjectName("device_explain")

    def _choices(self) -> list[tuple[str, str, str]]:
        """Return each choice: its value in the settings, its name and a sentence of help."""
        devices = self._training.devices
        automatic = self.tr(
            "Where there are several devices, a few steps are measured on each and the fastest "
            "trains: small networks are often faster on the CPU."
        )
        found = [("auto", self.tr("Automatic"), automatic)]
        cpus = [device for device in devices if device.kind == "cpu"]
        cpu = render(cpus[0].title) if cpus else "CPU"
        found.append(("cpu", cpu, self.tr("Train on the processor.")))
        for device in devices:
            if device.kind == "gpu":
                about = self.tr("Train on this graphics card.")
                found.append((device.name, render(device.title), about))
        chosen = self._settings.values.device
        if devices and chosen not in {value for value, *_ in found}:
            missing = self.tr("{device} (not there)").format(device=chosen.upper())
            found.append((chosen, missing, self.tr("Chosen before; TensorFlow does not see it.")))
        return found

    def _follow(self, name: str) -> None:
        if name == "device":
            for action in self.actions():
                if action.isCheckable():
                    wanted = f"device_{self._settings.values.device}"
                    action.setChecked(action.objectName() == wanted)
            self._training.device = self._settings.values.device
