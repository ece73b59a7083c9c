"""How much memory the film takes, how much it may take, and where it can go."""

from __future__ import annotations

import shutil

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from mlp_studio.studio.film import FilmRecorder
from mlp_studio.ui.common.fields import NumberRow
from mlp_studio.ui.features.popover import Popover
from mlp_studio.ui.theme import Theme

LEAST_MB, MOST_MB = 10, 4000


class FilmBox(Popover):
    """The film's memory with an adjustable budget, and its export.

    Signals
    -------
    export_wanted(str)
        ``"gif"``, ``"png"`` or ``"mp4"``.
    cancel_wanted()
        The export is no longer wanted.
    """

    export_wanted = Signal(str)
    cancel_wanted = Signal()

    def __init__(self, recorder: FilmRecorder, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._recorder = recorder
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(280)
        self.budget = NumberRow(
            self.tr("At most, MB"),
            self.tr("When the film gets longer, frames are left out evenly on a logarithmic scale"),
            LEAST_MB,
            MOST_MB,
            logarithmic=True,
        )
        self.budget.set_value(recorder.budget / 1e6)
        self.rows.addWidget(self.words)
        self.rows.addWidget(self.budget)
        heading = QLabel(self.tr("Export"))
        heading.setProperty("role", "caption")
        self.rows.addWidget(heading)
        row = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        for kind, name in (("gif", "GIF"), ("png", self.tr("PNG pictures")), ("mp4", "MP4")):
            button = QPushButton(name)
            button.clicked.connect(lambda _on=False, kind=kind: self.export_wanted.emit(kind))
            self.buttons[kind] = button
            row.addWidget(button)
        if shutil.which("ffmpeg") is None:
            self.buttons["mp4"].setEnabled(False)
            self.buttons["mp4"].setToolTip(
                self.tr("MP4 needs ffmpeg, which is not installed here.")
            )
        self.rows.addLayout(row)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_wanted)
        self.rows.addWidget(self.progress)
        self.rows.addWidget(self.cancel)
        self.show_export(None)
        self.budget.value_changed.connect(self._on_budget)
        recorder.changed.connect(self.synchronize)
        self.synchronize()

    @Slot()
    def synchronize(self) -> None:
        """Tell how long and how large the film is."""
        film = self._recorder.film
        if film is None or not len(film):
            self.words.setText(
                self.tr("There is no film yet. It is recorded while a network trains.")
            )
        else:
            words = self.tr(
                "{frames} frames of {examples} validation examples take {used} of {budget} MB."
            ).format(
                frames=f"{len(film):,}",
                examples=f"{len(film.examples):,}",
                used=f"{film.bytes / 1e6:,.1f}",
                budget=f"{film.budget / 1e6:,.0f}",
            )
            if not film.keeps_weights:
                words += " " + self.tr("Weights take too much room and are left out.")
            self.words.setText(words)
        self._allow(film is not None and len(film) > 1)

    def show_export(self, share: float | None) -> None:
        """Show how far the export is; None when there is none."""
        self._exporting = share is not None
        self.progress.setVisible(share is not None)
        self.cancel.setVisible(share is not None)
        if share is not None:
            self.progress.setValue(round(100 * share))
        film = self._recorder.film
        self._allow(film is not None and len(film) > 1)

    def _allow(self, able: bool) -> None:
        for kind, button in self.buttons.items():
            there = kind != "mp4" or shutil.which("ffmpeg") is not None
            button.setEnabled(able and there and not self._exporting)

    @Slot(float)
    def _on_budget(self, megabytes: float) -> None:
        self._recorder.budget = round(megabytes * 1e6)
