"""Exporting the film as it is seen: asks where to, and has it drawn in a job."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from mlp_studio.core.arrays import Progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.ui.features.compute import answer
from mlp_studio.ui.features.film_box import FilmBox
from mlp_studio.ui.features.film_pictures import Kind, Reelable, Still, export
from mlp_studio.ui.features.frame import Frame, Place, Question
from mlp_studio.ui.features.player import RATE, Player
from mlp_studio.ui.theme import Theme


@dataclass(frozen=True, eq=False)
class Seen:
    """A film as it is seen.

    Parameters
    ----------
    pictures : callable
        Makes them, one after the other; knows nothing of Qt.
    count : int
        How many.
    draw : callable
        What of a picture is drawn.
    shared : Reelable
        Looks and colours.
    """

    pictures: Callable[[], Iterator[Frame]]
    count: int
    draw: Callable[[Frame], Still]
    shared: Reelable


def in_order(
    known: Sequence[Frame | None], questions: Sequence[Question | None]
) -> Iterator[Frame]:
    """Yield a film's pictures, those not known yet beside the one before."""
    place: Place | None = None
    for picture, question in zip(known, questions, strict=True):
        made = picture
        if made is None and question is not None:
            made = answer(replace(question, before=place or question.before))
        if made is not None:
            place = made.place
            yield made


class FilmExport(QObject):
    """Exports the film of the view that is shown.

    Parameters
    ----------
    box : FilmBox
        Has the buttons and shows how far it is.
    player : Player
        Tells how fast the film runs.
    jobs : Jobs
        Where it is drawn.
    theme : Theme
        The look in force.
    home : QWidget
        Whose window asks where to.

    Signals
    -------
    done(Path)
        The film is written.
    failed(Exception)
        It can't be.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, box: FilmBox, player: Player, jobs: Jobs, theme: Theme, home: QWidget
    ) -> None:
        super().__init__(home)
        self._box, self._player, self._jobs = box, player, jobs
        self._theme, self._home = theme, home
        self._job: Job | None = None
        self.seen: Callable[[], Seen] | None = None
        box.export_wanted.connect(self._ask)
        box.cancel_wanted.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a film is being drawn."""
        return self._job is not None

    @property
    def rate(self) -> float:
        """Pictures a second."""
        return RATE * self._player.speed

    def write(self, kind: Kind, path: Path) -> None:
        """Have the film drawn and written."""
        if self.seen is None or self.busy:
            return
        try:
            seen = self.seen()
        except StudioError as error:
            self.failed.emit(error)
            return

        def work(progress: Progress) -> Path:
            stills = []
            for number, frame in enumerate(seen.pictures()):
                stills.append(seen.draw(frame))
                progress(0.5 * (number + 1) / seen.count, text("The film is being drawn…"))
            return export(
                stills, seen.shared, kind, path, lambda share, what: progress(0.5 + share / 2, what)
            )

        self._box.show_export(0.0)
        self._job = self._jobs.start(work, self._on_done, self._on_failed, self._on_progress)

    @Slot()
    def cancel(self) -> None:
        """Give the export up."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._box.show_export(None)

    @Slot(str)
    def _ask(self, kind: str) -> None:
        self._box.hide()
        if kind == "png":
            folder = QFileDialog.getExistingDirectory(
                self._home, self.tr("Folder for the pictures")
            )
            chosen = str(Path(folder) / "film") if folder else ""
        else:
            suggested = f"film.{kind}"
            chosen, _ = QFileDialog.getSaveFileName(
                self._home, self.tr("Export the film"), suggested, f"{kind.upper()} (*.{kind})"
            )
        if chosen:
            path = Path(chosen)
            if kind != "png" and path.suffix.lower() != f".{kind}":
                path = path.with_name(f"{path.name}.{kind}")
            self.write(cast("Kind", kind), path)

    def _on_progress(self, share: float, _what: Text) -> None:
        self._box.show_export(share)

    def _on_done(self, path: Path) -> None:
        self._job = None
        self._box.show_export(None)
        self.done.emit(path)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._box.show_export(None)
        self.failed.emit(error)
