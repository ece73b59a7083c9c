"""Saving, opening and exporting the open project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.errors import StudioError
from mlp_studio.core.hint import HintKey
from mlp_studio.core.templates import Template
from mlp_studio.core.text import text
from mlp_studio.storage.npy import export_npy, prefix_for
from mlp_studio.storage.project_file import SavedProject, load_project, save_project
from mlp_studio.studio.document import Document
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.settings import Settings

SUFFIX = ".mlpstudio"


def project_path(path: Path) -> Path:
    """Return where a project is written whose file was called `path`: with its suffix."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


class Files(QObject):
    """Moves the document to the disk and back.

    Parameters
    ----------
    document : Document
        The open project.
    settings : Settings
        Where recent projects are remembered.
    history : callable
        Gives the epochs' logs that are saved with the project.
    parent : QObject, optional
        Owner.
    dismissed : callable, optional
        Gives the hints that were dismissed, which are saved as well.
    runs : Runs, optional
        The training runs that are saved with the project.

    Signals
    -------
    saved(Path)
        The project was written.
    exported(Path, int)
        So many arrays were written into the folder.
    history_opened(list)
        The epochs' logs that came with a project.
    dismissed_opened(tuple of (str, str))
        The hints that were dismissed in it.
    """

    saved = Signal(object)
    exported = Signal(object, int)
    history_opened = Signal(object)
    dismissed_opened = Signal(object)

    def __init__(
        self,
        document: Document,
        settings: Settings,
        history: Callable[[], list[dict[str, float]]],
        parent: QObject | None = None,
        runs: Runs | None = None,
        *,
        dismissed: Callable[[], tuple[HintKey, ...]] = tuple,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._runs = runs
        self._settings = settings
        self._history = history
        self._dismissed = dismissed

    def use_template(self, template: Template) -> None:
        """Begin with a template."""
        self._document.open(template.project)

    def open(self, path: Path) -> None:
        """Open a project; the one that is open stays when that fails."""
        saved = load_project(path)
        self._document.open(saved.project, saved.snapshot, path)
        if self._runs is not None:
            self._runs.open(saved.runs, path)
        self.history_opened.emit(saved.history)
        self.dismissed_opened.emit(saved.dismissed)
        self._settings.add_recent(path)

    def save(self, path: Path) -> None:
        """Write the project, its weights, its history and its runs."""
        path = project_path(path)
        document, runs = self._document, self._runs
        saved = SavedProject(
            document.project, document.snapshot, self._history(), dismissed=self._dismissed()
        )
        if runs is None:
            save_project(path, saved)
        else:
            index, base, parts = runs.to_save(path)
            save_project(path, replace(saved, runs=index), base=base, parts=parts)
            runs.saved(path)
        document.mark_saved(path)
        self._settings.add_recent(path)
        self.saved.emit(path)

    def export_weights(self, folder: Path) -> list[Path]:
        """Write the weights as ``.npy`` files with a manifest of their shapes.

        Raises
        ------
        StudioError
            When the network has not been trained, or the folder can't be written.
        """
        snapshot = self._document.snapshot
        if snapshot is None:
            raise StudioError(
                text("There are no trained weights to export."), text("Press Train first.")
            )
        data = self._document.data
        written = export_npy(
            folder, snapshot.network, snapshot.weights, prefix_for(data), data, snapshot.scaler
        )
        self.exported.emit(folder, sum(path.suffix == ".npy" for path in written))
        return written
