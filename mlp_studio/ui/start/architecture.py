"""*Open architecture…*: a network out of a file takes the place of the present one.

*Export architecture…* is the way back.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QPushButton, QWidget

from mlp_studio.core.events import Snapshot
from mlp_studio.core.network import NetworkSpec
from mlp_studio.engine.keras_architecture import Architecture
from mlp_studio.studio.architectures import (
    KERAS_JSON,
    SUFFIXES,
    read_architecture,
    read_weights,
    write_architecture,
)
from mlp_studio.studio.jobs import Job
from mlp_studio.ui.start.words import network_words
from mlp_studio.ui.window.parts import Parts

PROGRESS_AFTER_MS = 400  # most files are read before


class Architectures(QObject):
    """Reads a file in the background and asks whether its weights are wanted too; writes one.

    Parameters
    ----------
    parts : Parts
        The window's parts.
    window : QWidget
        Over which dialogs open.
    """

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._job: Job | None = None
        self._progress: QProgressDialog | None = None
        parts.document.opened.connect(self.cancel)  # what was asked for was for another one

    def ask_and_open(self) -> None:
        """Open the network in a file that is asked for."""
        suffixes = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open an architecture"),
            "",
            self.tr("Networks ({suffixes})").format(suffixes=suffixes)
            + ";;"
            + self.tr("All files (*)"),
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Put the network in the file `path` in place of the present one."""
        shape = self._parts.document.network.input_shape
        self._wait(self.tr("Reading {name}…").format(name=path.name))
        self._job = self._parts.jobs.start(
            lambda _progress: read_architecture(path, shape),
            lambda found: self._found(path, found),
            self._failed,
        )

    def ask_and_export(self) -> None:
        """Write the present network into a file that is asked for."""
        document = self._parts.document
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the architecture"),
            document.project.name + KERAS_JSON,
            self.tr("Keras JSON (*.json)"),
        )
        if name:
            self.export(Path(name))

    def export(self, path: Path) -> None:
        """Write the present network into the file `path`, as Keras's JSON."""
        network = self._parts.document.network
        self._wait(self.tr("Writing {name}…").format(name=path.name))
        self._job = self._parts.jobs.start(
            lambda _progress: write_architecture(path, network),
            lambda _none: self._written(path),
            self._failed,
        )

    def cancel(self) -> None:
        """Drop what is being read."""
        if self._job is not None:
            self._job.cancel()
        self._stop_waiting()

    def _found(self, path: Path, found: Architecture) -> None:
        self._stop_waiting()
        if not found.has_weights:
            self._put(path, found.network, None)
            return
        wanted = self._ask_for_weights(path, found.network)
        if wanted is None:
            return
        if not wanted:
            self._put(path, found.network, None)
            return
        self._wait(self.tr("Reading the weights of {name}…").format(name=path.name))
        self._job = self._parts.jobs.start(
            lambda _progress: read_weights(path),
            lambda snapshot: self._weights_found(path, found.network, snapshot),
            self._failed,
        )

    def _ask_for_weights(self, path: Path, network: NetworkSpec) -> bool | None:
        """Return whether the weights are wanted too, None where nothing is."""
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Open an architecture"))
        box.setText(self.tr("“{name}” holds a network and its weights.").format(name=path.name))
        box.setInformativeText(
            self.tr(
                "{network}\n\nIt takes the place of the present network; Undo brings that back."
            ).format(network=network_words(network))
        )
        both = QPushButton(self.tr("With &weights"))
        alone = QPushButton(self.tr("&Architecture only"))
        both.setObjectName("with_weights")
        alone.setObjectName("architecture_only")
        box.addButton(both, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(alone, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel).setIcon(QIcon())  # as calm as the others
        box.setDefaultButton(both)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked is both if clicked in {both, alone} else None

    def _weights_found(self, path: Path, network: NetworkSpec, snapshot: Snapshot) -> None:
        self._stop_waiting()
        self._put(path, network, snapshot)

    def _put(self, path: Path, network: NetworkSpec, snapshot: Snapshot | None) -> None:
        label = self.tr("Open the architecture of {name}").format(name=path.name)
        self._parts.document.edit(label, network=network, weights=snapshot)
        words = (
            self.tr("The network of {name} is here. Undo brings back the former one.")
            if snapshot is None
            else self.tr("The network of {name} is here with its weights. Undo brings back the "
                         "former one.")
        )  # fmt: skip
        self._parts.messages.info(words.format(name=path.name))

    def _written(self, path: Path) -> None:
        self._stop_waiting()
        self._parts.messages.info(self.tr("The architecture is in {path}").format(path=path))

    def _failed(self, error: Exception) -> None:
        self._stop_waiting()
        self._parts.messages.report(error)

    def _wait(self, words: str) -> None:
        self.cancel()
        dialog = QProgressDialog(words, self.tr("Cancel"), 0, 0, self._window)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(PROGRESS_AFTER_MS)
        dialog.canceled.connect(self.cancel)
        self._progress = dialog

    def _stop_waiting(self) -> None:
        dialog, self._progress, self._job = self._progress, None, None
        if dialog is not None:
            dialog.canceled.disconnect(self.cancel)
            dialog.close()
            dialog.deleteLater()
