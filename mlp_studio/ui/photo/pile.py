"""The photos that are open, read one after the other in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.events import Snapshot
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.photo_table import PhotoTable
from mlp_studio.digits.sheet_edits import SheetItem
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.ui.digits.reader import probabilities
from mlp_studio.ui.photo.bench import Look, first_look, shown_image
from mlp_studio.ui.photo.opened import Opened, Source
from mlp_studio.ui.photo.reading import as_text, readings


@dataclass(frozen=True, eq=False)
class _Glance:
    """As much of a look as the list needs."""

    image: FloatArray | None
    rows: tuple[tuple[SheetItem, ...], ...]


class Reader(QObject):
    """Reads photos in the background, in the order in which they are given.

    Signals
    -------
    read(Source, PhotoTable, Look)
        A photo was read.
    finished(list of (Source, Exception))
        All were; these could not be read.
    progressed(int, int)
        How many are read, of how many.
    """

    read = Signal(object, object, object)
    finished = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: list[Source] = []
        self._job: Job | None = None
        self._done = 0
        self._problems: list[tuple[Source, Exception]] = []
        self._preparation = Preparation()

    @property
    def busy(self) -> bool:
        """Whether photos are still to be read."""
        return self._job is not None

    def start(self, sources: Sequence[Source], preparation: Preparation) -> None:
        """Read some photos, after those that wait."""
        self._waiting += sources
        self._preparation = preparation
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Read no more of those that wait."""
        if self._job is None:
            return
        self._job.cancel()
        self._job = None
        self._waiting.clear()
        self._finish()

    def _next(self) -> None:
        if not self._waiting:
            self._job = None
            self._finish()
            return
        self.progressed.emit(self._done, self._done + len(self._waiting))
        source, preparation = self._waiting.pop(0), self._preparation
        self._job = self._jobs.start(
            lambda _progress: first_look(source, preparation),
            lambda made: self._on_read(source, made),
            lambda error: self._on_failed(source, error),
        )

    def _on_read(self, source: Source, made: tuple[PhotoTable, Look]) -> None:
        self._done += 1
        self.read.emit(source, *made)
        self._next()

    def _on_failed(self, source: Source, error: Exception) -> None:
        self._done += 1
        self._problems.append((source, error))
        self._next()

    def _finish(self) -> None:
        problems, self._problems, self._done = self._problems, [], 0
        self.finished.emit(problems)


class PileList(QListWidget):
    """The names of the photos, each with what is read on it.

    Signals
    -------
    chosen(Opened)
        A person chose this photo.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos: list[tuple[Opened, _Glance]] = []
        self._read: Callable[[_Glance], str] = lambda _glance: ""
        self.setFixedWidth(190)
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The photos that are open"))
        self.currentRowChanged.connect(self._row_changed)
        self.hide()

    @property
    def photos(self) -> tuple[Opened, ...]:
        """All that are open."""
        return tuple(opened for opened, _glance in self._photos)

    def add_photo(self, opened: Opened, look: Look) -> None:
        """Put a photo below the others."""
        self._photos.append((opened, _Glance(shown_image(look), look.rows)))
        self.addItem(QListWidgetItem())
        self._write(len(self._photos) - 1)
        self.setVisible(len(self._photos) > 1)

    def update_photo(self, look: Look) -> None:
        """Note what is read on a photo now."""
        for row, (opened, _glance) in enumerate(self._photos):
            if opened.source is look.source:
                self._photos[row] = (opened, _Glance(shown_image(look), look.rows))
                self._write(row)

    def remove_photo(self, opened: Opened) -> int:
        """Take a photo away; return where it lay."""
        row = self.photos.index(opened)
        del self._photos[row]
        self.blockSignals(True)
        self.takeItem(row)
        self.blockSignals(False)
        self.setVisible(len(self._photos) > 1)
        return row

    def show_photo(self, opened: Opened) -> None:
        """Mark the photo that is shown, without telling it on."""
        self.blockSignals(True)
        self.setCurrentRow(self.photos.index(opened))
        self.blockSignals(False)

    def read_with(self, snapshot: Snapshot | None, names: tuple[str, ...]) -> None:
        """Write what the network reads on each photo."""

        def read(glance: _Glance) -> str:
            if snapshot is None or not names:
                return "–"
            if glance.rows:
                return as_text(readings(glance.rows, snapshot, names))
            if glance.image is None:
                return "–"
            values = probabilities(snapshot, glance.image)
            return f"{names[int(values.argmax())]} · {values.max():.3f}"

        self._read = read
        for row in range(len(self._photos)):
            self._write(row)

    def _write(self, row: int) -> None:
        opened, glance = self._photos[row]
        lines = self._read(glance).splitlines()
        words = " / ".join(lines[:3]) + (" …" if len(lines) > 3 else "")
        item = self.item(row)
        item.setText(f"{opened.source.name}\n{words}")
        item.setToolTip(opened.source.name)

    def _row_changed(self, row: int) -> None:
        if 0 <= row < len(self._photos):
            self.chosen.emit(self._photos[row][0])
