"""The dialog for pictures: their size, and what becomes of some of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.core.arrays import Progress
from mlp_studio.core.file_sources import Images
from mlp_studio.core.table_sources import OwnData
from mlp_studio.data.image_folders import ImagesInfo, Sample, inspect_images, samples
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.common.spins import CalmSpin
from mlp_studio.ui.data.own.dialog import OwnDataDialog
from mlp_studio.ui.data.own.look import Look
from mlp_studio.ui.data.own.picture_grid import PictureGrid, Shown
from mlp_studio.ui.theme import RHYTHM, Theme

EXAMPLES = 12
REST_MS = 150  # after the last change of the size, before pictures are made anew
LARGEST = 1024  # pixels a side


@dataclass(frozen=True)
class Found:
    """What a look into pictures found."""

    info: ImagesInfo
    examples: tuple[Sample, ...]


class ImagesDialog(OwnDataDialog):
    """A folder with one sub-folder a class, or an ``.npz``."""

    def __init__(
        self, jobs: Jobs, theme: Theme, former: Images | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(jobs, theme, parent)
        self._settings: dict[str, Any] = {"width": 28, "height": 28, "channels": 1, "fit": "crop"}
        if former is not None:
            self._settings = {name: getattr(former, name) for name in self._settings}
        self._info: ImagesInfo | None = None
        self._seed = 0
        self._again = Look(jobs, self)
        self.folder = self.add_button(self.tr("Choose a folder…"), self._choose_folder)
        self.file = self.add_button(self.tr("Choose an .npz…"), self._choose_file)
        self.width_field, self.height_field = self._size_field(), self._size_field()
        self.channels, self.fit = CalmCombo(), CalmCombo()
        self.grid = PictureGrid(theme)
        self.others = QPushButton(self.tr("Others"))
        self._classes = QLabel()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._lay_out()
        self._rest.timeout.connect(self._make_examples)
        self._again.done.connect(self._show_examples)
        self._again.failed.connect(self._on_failed)
        invitation = self.tr(
            "Drop a folder here, or choose one: it has a sub-folder for each class, with the "
            "pictures of that class in it.\nOr an .npz file with the arrays X and y."
        )
        path = former.path if former is not None else ""
        self.begin(self.tr("Your own images"), invitation, path, self.folder)

    # --- looking --------------------------------------------------------------------------

    def look_into(self, path: Path) -> None:
        settings, seed = dict(self._settings), self._seed

        def work(_progress: Progress) -> Found:
            info = inspect_images(path, **settings)
            return Found(info, tuple(samples(info.source, EXAMPLES, seed)))

        self._rest.stop()
        self._again.cancel()
        self.look.start(work)

    def show_found(self, found: object) -> None:
        assert isinstance(found, Found)
        self._info = found.info
        counts = [f"{name}: {count:,}" for name, count in found.info.counts.items()]
        words = " · ".join(counts[:12]) + (" …" if len(counts) > 12 else "")
        if found.info.ignored:
            more = (
                self.tr("(1 other file is left out)")
                if found.info.ignored == 1
                else self.tr("({count} other files are left out)")
            )
            words += "   " + more.format(count=found.info.ignored)
        self._classes.setText(words)
        self._show_examples(found.examples)
        self.width_field.setFocus()

    def source(self) -> Images | None:
        if self._info is None:
            return None
        return self._info.source.model_copy(update=self._settings)

    def summarise(self, source: OwnData) -> str:
        assert isinstance(source, Images)
        assert self._info is not None
        words = (
            self.tr("{count} pictures → {width} × {height} in grey · {classes} classes")
            if source.channels == 1
            else self.tr("{count} pictures → {width} × {height} in colour · {classes} classes")
        )
        return words.format(
            count=f"{sum(self._info.counts.values()):,}",
            width=source.width,
            height=source.height,
            classes=len(source.classes),
        )

    # --- what people do -------------------------------------------------------------------

    def _choose_folder(self) -> None:
        path = self.ask_for_folder(self.tr("Choose a folder with a sub-folder for each class"))
        if path is not None:
            self.open_path(path)

    def _choose_file(self) -> None:
        path = self.ask_for_file(
            self.tr("Choose pictures in an .npz file"), self.tr("NumPy files (*.npz)")
        )
        if path is not None:
            self.open_path(path)

    def _edited(self, _value: object = None) -> None:
        self._settings = {
            "width": int(self.width_field.value()),
            "height": int(self.height_field.value()),
            "channels": self.channels.currentData(),
            "fit": self.fit.currentData(),
        }
        self._rest.start()
        self.refresh()

    def _show_others(self) -> None:
        self._seed += 1
        self._make_examples()

    def _make_examples(self) -> None:
        source, seed = self.source(), self._seed
        if source is not None and not self.look.busy:
            self._again.start(lambda _progress: tuple(samples(source, EXAMPLES, seed)))

    def _show_examples(self, found: tuple[Sample, ...]) -> None:
        self.grid.show_examples(
            [
                Shown(one.label, f"{one.name} · {one.label}", (one.original, one.prepared))
                for one in found
            ]
        )

    def done(self, result: int) -> None:
        self._rest.stop()
        self._again.cancel()
        super().done(result)

    # --- inside ---------------------------------------------------------------------------

    def _size_field(self) -> CalmSpin:
        field = CalmSpin()
        field.setDecimals(0)
        field.setRange(1, LARGEST)
        field.setFixedWidth(64)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.valueChanged.connect(self._edited)
        return field

    def _lay_out(self) -> None:
        self._rest.blockSignals(True)
        for field, name in ((self.width_field, "width"), (self.height_field, "height")):
            field.blockSignals(True)
            field.setValue(self._settings[name])
            field.blockSignals(False)
        self._rest.blockSignals(False)
        self.width_field.setAccessibleName(self.tr("Width"))
        self.height_field.setAccessibleName(self.tr("Height"))
        self._fill(self.channels, "channels", self.tr("Colours"), {
            1: self.tr("Grey"), 3: self.tr("Red, green, blue"),
        })  # fmt: skip
        self._fill(self.fit, "fit", self.tr("Other shapes"), {
            "crop": self.tr("Take the middle"),
            "pad": self.tr("Keep all, with a border"),
            "stretch": self.tr("Stretch"),
        })  # fmt: skip
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        row = QHBoxLayout()
        row.setSpacing(RHYTHM)
        self._label(row, self.tr("Size"), self.width_field)
        row.addWidget(QLabel("×"))
        row.addWidget(self.height_field)
        row.addWidget(caption(self.tr("pixels")))
        row.addSpacing(RHYTHM)
        for combo in (self.channels, self.fit):
            self._label(row, combo.accessibleName(), combo)
            row.addSpacing(RHYTHM)
        row.addStretch(1)
        layout.addLayout(row)
        self._classes.setProperty("role", "secondary")
        self._classes.setWordWrap(True)
        layout.addWidget(self._classes)
        head = QHBoxLayout()
        head.addWidget(caption(self.tr("Some pictures, and what the network gets of them")))
        head.addStretch(1)
        self.others.setProperty("role", "flat")
        self.others.setAutoDefault(False)
        self.others.setToolTip(self.tr("Show other pictures"))
        self.others.clicked.connect(self._show_others)
        head.addWidget(self.others)
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)

    def _fill(self, combo: QComboBox, name: str, words: str, choices: dict[Any, str]) -> None:
        combo.setAccessibleName(words)
        for value, label in choices.items():
            combo.addItem(label, value)
        combo.setCurrentIndex(combo.findData(self._settings[name]))
        combo.activated.connect(self._edited)

    def _label(self, row: QHBoxLayout, words: str, buddy: QWidget) -> None:
        label = QLabel(words)
        label.setProperty("role", "secondary")
        label.setBuddy(buddy)
        row.addWidget(label)
        row.addWidget(buddy)
