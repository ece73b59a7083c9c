"""The dialog for MNIST's relatives: which one, and where its files are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.core.arrays import Progress
from mlp_studio.core.file_sources import MnistRelative, RelativeName
from mlp_studio.core.table_sources import OwnData
from mlp_studio.data.mnist_relatives import TITLES, read_relative
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.data.own.dialog import OwnDataDialog
from mlp_studio.ui.data.own.picture_grid import PictureGrid, Shown
from mlp_studio.ui.theme import RHYTHM, Theme

_ORDER: tuple[RelativeName, ...] = ("fashion", "kmnist", "emnist_digits")
EACH = 2  # pictures of a class that are shown


@dataclass(frozen=True)
class Found:
    """What was found of a relative."""

    source: MnistRelative
    training: int
    testing: int
    examples: tuple[Shown, ...]


class RelativesDialog(OwnDataDialog):
    """Fashion-MNIST, KMNIST and EMNIST's digits."""

    def __init__(
        self,
        jobs: Jobs,
        theme: Theme,
        former: MnistRelative | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(jobs, theme, parent)
        self._found: Found | None = None
        self.name = CalmCombo()
        self.name.setAccessibleName(self.tr("Data set"))
        for name in _ORDER:
            self.name.addItem(TITLES[name], name)
        self.file_row.insertWidget(0, self.name)
        self.path.setPlaceholderText(self.tr("Empty: the folders of the program are searched"))
        self.folder = self.add_button(self.tr("Choose a folder…"), self._choose_folder)
        self.file = self.add_button(self.tr("Choose a file…"), self._choose_file)
        self.search = self.add_button(self.tr("Search"), self._search)
        self.search.setToolTip(self.tr("Search the folders of the program and of Keras"))
        self.grid = PictureGrid(theme)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        head = QHBoxLayout()
        head.addWidget(caption(self.tr("Some of the training pictures")))
        self._place = QLabel()
        self._place.setProperty("role", "caption")
        head.addStretch(1)
        head.addWidget(self._place)
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)
        self.name.activated.connect(self._choose_name)
        invitation = self.tr(
            "Choose a data set, then its folder with the four IDX files (plain or .gz), one of "
            "these files, or its .npz file. Nothing is downloaded."
        )
        if former is not None:
            self.name.setCurrentIndex(self.name.findData(former.name))
        path = former.path if former is not None else ""
        self.begin(self.tr("MNIST's relatives"), invitation, path, self.name)
        if former is not None and not former.path:
            self._search()

    # --- looking --------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        guess = _named_like(path)
        if guess is not None:
            self.name.setCurrentIndex(self.name.findData(guess))
        super().open_path(path)

    def look_into(self, path: Path) -> None:
        self._look_for(MnistRelative(name=self.name.currentData(), path=str(path.absolute())))

    def _look_for(self, source: MnistRelative) -> None:
        def work(progress: Progress) -> Found:
            raw = read_relative(source, progress)
            shown = [
                Shown(label, label, (raw.x[k].copy(),))
                for number, label in enumerate(source.class_names)
                for k in np.flatnonzero(raw.y == number)[:EACH]
            ]
            testing = len(raw.test[0]) if raw.test is not None else 0
            return Found(source, len(raw.x), testing, tuple(shown))

        self._found = None
        self.look.start(work)

    def show_found(self, found: object) -> None:
        assert isinstance(found, Found)
        self._found = found
        self.grid.show_examples(found.examples)
        self.use.setFocus()

    def source(self) -> MnistRelative | None:
        return self._found.source if self._found is not None else None

    def summarise(self, source: OwnData) -> str:
        assert isinstance(source, MnistRelative)
        assert self._found is not None
        return self.tr(
            "{name}: {count} pictures, {test} to test → 28 × 28 · {classes} classes"
        ).format(
            name=TITLES[source.name],
            count=f"{self._found.training:,}",
            test=f"{self._found.testing:,}",
            classes=len(source.class_names),
        )

    # --- what people do -------------------------------------------------------------------

    def _choose_folder(self) -> None:
        path = self.ask_for_folder(self.tr("Choose the folder with the IDX files"))
        if path is not None:
            self.open_path(path)

    def _choose_file(self) -> None:
        kinds = self.tr("IDX and NumPy files (*.gz *-ubyte *.npz);;All files (*)")
        path = self.ask_for_file(self.tr("Choose one of its files"), kinds)
        if path is not None:
            self.open_path(path)

    def _search(self) -> None:
        self.path.clear()
        self.pages.setCurrentIndex(0)
        self._look_for(MnistRelative(name=self.name.currentData()))

    def _choose_name(self, _row: int) -> None:
        if self.path.text():
            self.pages.setCurrentIndex(0)
            self.look_into(Path(self.path.text()))
        else:
            self._search()


def _named_like(path: Path) -> RelativeName | None:
    """Return which relative a path's names tell of."""
    words = f"{path.parent.name}/{path.name}".casefold()
    names: dict[str, RelativeName] = {
        "fashion": "fashion", "kmnist": "kmnist", "k49": "kmnist", "emnist": "emnist_digits",
    }  # fmt: skip
    return next((name for word, name in names.items() if word in words), None)
