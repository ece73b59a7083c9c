"""The tool bar: template, undo, training, progress, device."""

from __future__ import annotations

import os

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, StepsDone
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.window.device_menu import DeviceMenu
from mlp_studio.ui.window.hold import Hold
from mlp_studio.ui.window.progress_strip import ProgressStrip
from mlp_studio.ui.window.tool_room import (
    CHIP,
    FULL,
    MENU,
    NAME,
    PROGRESS,
    SIGNS,
    ActionButton,
    MoreButton,
)

REFRESH_MS = 100
LEAST = 600  # pixels: the width at which all that can give way has done so
NARROW_NAME = 96  # pixels for the template's name where there is little room


class ToolBar(QWidget):
    """What is pressed most, and how far training is."""

    def __init__(
        self,
        document: Document,
        training: TrainingController,
        theme: Theme,
        actions: dict[str, QAction],
        templates: QMenu,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._training = training
        self._theme = theme
        self._steps = 0
        self._steps_per_epoch = 1
        self._trained_for = 0.0
        self.setProperty("panel", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.template = QToolButton()
        self.template.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.template.setMenu(templates)
        self._name = ""
        self.train = ActionButton(actions["train"])
        self.train.setProperty("role", "primary")
        self.train.setMinimumWidth(112)
        self.progress = ProgressStrip(theme)
        self.more = MoreButton()
        self.device = QPushButton()
        self._device = ""
        self.device.setProperty("role", "chip")
        self.devices = DeviceMenu(training, settings, self)
        self.device.clicked.connect(self._show_devices)
        self._arrange(actions)
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setInterval(REFRESH_MS)
        self._refresh_timer.timeout.connect(self._refresh)
        document.opened.connect(self._show_name)
        document.path_changed.connect(self._show_name)
        document.training_changed.connect(self._idle_words)
        document.snapshot_changed.connect(self._idle_words)
        training.run_started.connect(self._started)
        training.steps_done.connect(self._stepped)
        training.epoch_done.connect(self._epoch)
        training.run_finished.connect(self._finished)
        training.state_changed.connect(self._state)
        training.cleared.connect(self._cleared)
        training.ready.connect(self.show_device)
        self._show_name()
        self._idle_words()
        self.show_device()

    def _arrange(self, actions: dict[str, QAction]) -> None:
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.template)
        for name in ("undo", "redo"):
            button = ActionButton(actions[name], {"undo": "↶", "redo": "↷"}[name])
            Hold(button, actions["history"].trigger)
            layout.addWidget(button)
        self.history = ActionButton(actions["history"], "▾")
        self.history.setProperty("role", "flat")
        layout.addWidget(self.history)
        layout.addSpacing(8)
        layout.addWidget(self.train)
        names = ("stop", "one_epoch", "new_weights")
        self._wordy = [ActionButton(actions[name]) for name in names]
        for button in self._wordy:
            layout.addWidget(button)
        layout.addWidget(self.more)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.device)

    # --- room --------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Return a size at which all that can give way has done so."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._find_room()

    def _find_room(self) -> None:
        """Give way as little as leaves room for the progress."""
        for level in (FULL, CHIP, SIGNS, NAME, MENU):
            self._give_way(level)
            if self._row.totalMinimumSize().width() + PROGRESS <= self.width():
                break

    def _give_way(self, level: int) -> None:
        words = self._device if level < CHIP else self._device.split(" · ")[0]
        self.device.setText(f" {words}")
        for button in self._wordy:
            button.shorten(level >= SIGNS)
            button.setVisible(level < MENU or button.action.objectName() == "stop")
        rest = [button.action for button in self._wordy if button.isHidden()]
        self.more.offer(rest)
        name = self._name
        if level >= NAME:
            room = NARROW_NAME
            name = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.template.setText(f"{name}  ▾")
        tip = self.tr("Begin with another template")
        self.template.setToolTip(tip if name == self._name else f"{self._name}\n{tip}")

    def show_device(self) -> None:
        """Show where training runs."""
        name = self._training.device_in_use
        if not name or name.startswith("CPU"):  # a GPU goes by its product name
            name = self.tr("CPU · {cores} cores").format(cores=os.cpu_count() or 1)
        self._device = name
        tip = self.tr("Where training runs. Click to choose, or for an explanation.")
        choice = self._training.choice
        self.device.setToolTip(f"{tip}\n{render(choice.words)}" if choice else tip)
        dot = QPixmap(20, 20)
        dot.setDevicePixelRatio(2.0)
        dot.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.colour("good"))
        painter.drawEllipse(1, 1, 8, 8)
        painter.end()
        self.device.setIcon(QIcon(dot))
        self.device.setIconSize(QSize(10, 10))
        self._find_room()

    def _show_devices(self) -> None:
        # Not QPushButton.setMenu: it would draw an arrow into the chip.
        self.devices.popup(self.device.mapToGlobal(QPoint(0, self.device.height() + 2)))

    # --- progress ----------------------------------------------------------------------

    def _started(self, event: RunStarted) -> None:
        self._steps = 0
        self._steps_per_epoch = max(1, event.steps_per_epoch)
        self._trained_for = 0.0
        self.show_device()
        self._refresh()

    def _stepped(self, event: StepsDone) -> None:
        self._steps = event.first_step + len(event.losses)

    def _epoch(self, event: EpochDone) -> None:
        self._trained_for += event.seconds

    def _state(self, state: str) -> None:
        if state in {"preparing", "running", "stopping"}:
            self._refresh_timer.start()
        else:
            self._refresh_timer.stop()
        self._refresh()

    def _refresh(self) -> None:
        training = self._training
        if training.state == "idle":
            return
        if training.state == "preparing":
            self.progress.show_progress(0.0, self.tr("Preparing the training loop…"))
            return
        total = max(1, (training.last_epoch - training.first_epoch + 1) * self._steps_per_epoch)
        done = self._steps // self._steps_per_epoch
        epoch = min(training.last_epoch, training.first_epoch + done)
        words = self.tr("Epoch {epoch} of {last}")
        left = ""
        if training.state == "paused":
            words = self.tr("Paused in epoch {epoch} of {last}")
        elif training.state == "stopping":
            words = self.tr("Stopping in epoch {epoch} of {last}")
        elif done:
            words = self.tr("Epoch {epoch} of {last} · {left} left")
            rate = self._trained_for / (done * self._steps_per_epoch)
            left = self._duration((total - self._steps) * rate)
        self.progress.show_progress(
            self._steps / total, words.format(epoch=epoch, last=training.last_epoch, left=left)
        )

    def _finished(self, event: RunFinished) -> None:
        self.progress.show_progress(0.0, render(event.message))

    def _cleared(self) -> None:
        self.progress.show_progress(0.0, "")
        self._idle_words()

    def _idle_words(self, _changed: object = None) -> None:
        if self._training.active or self._training.history:
            return
        epochs = self._document.training.epochs
        words = (
            self.tr("Trained · {epochs} more epochs on Continue")
            if self._document.snapshot
            else self.tr("Ready · {epochs} epochs")
        )
        self.progress.show_progress(0.0, words.format(epochs=epochs))

    def _duration(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("{n} s").format(n=max(1, round(seconds)))
        return self.tr("{n} min").format(n=round(seconds / 60))

    def _show_name(self, _path: object = None) -> None:
        document = self._document
        name = document.project.name
        if document.path is not None:
            name = document.path.stem
        elif name in TEMPLATES:
            name = render(TEMPLATES[name].title)
        self._name = name
        self._find_room()
