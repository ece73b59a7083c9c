"""Own data as people bring it: chosen, dropped or changed; accepted as one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from mlp_studio.core.datasets import DataSpec, OwnSource
from mlp_studio.core.errors import StudioError
from mlp_studio.core.file_sources import Arrays, Images, MnistRelative
from mlp_studio.core.table_sources import OwnData, Table
from mlp_studio.core.text import text
from mlp_studio.data.own_kinds import own_kind
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import SUFFIX
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.data.own.arrays_dialog import ArraysDialog
from mlp_studio.ui.data.own.dialog import OwnDataDialog
from mlp_studio.ui.data.own.images_dialog import ImagesDialog
from mlp_studio.ui.data.own.relatives_dialog import RelativesDialog
from mlp_studio.ui.data.own.table_dialog import TableDialog
from mlp_studio.ui.data.sources import own_data, source_name
from mlp_studio.ui.theme import Theme


class OwnDataWizards(QObject):
    """Opens the right dialog over the window, and puts into the document what is accepted.

    Parameters
    ----------
    document, store, jobs, messages, theme : Document, DataStore, Jobs, Messages, Theme
        The window's parts.
    window : QWidget
        Over which dialogs open, and onto which files are dropped.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        jobs: Jobs,
        messages: Messages,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._store = document, store
        self._jobs, self._messages = jobs, messages
        self._theme, self._window = theme, window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def open(self, kind: str) -> OwnDataDialog:
        """Open the dialog of a kind, with what is in use where it is of that kind."""
        source = self._document.data.source
        former = source if isinstance(source, OwnData) and source.kind == kind else None
        return self._open(kind, former)

    def bring(self, kind: str, use: Callable[[OwnSource], None]) -> OwnDataDialog:
        """Open the dialog of a kind and hand what is chosen to `use`; the document stays."""
        return self._open(kind, None, use)

    def offer(self, path: Path) -> OwnDataDialog | None:
        """Open the dialog for a file or folder, or say that it is no data to learn from."""
        kind = own_kind(path)
        if kind is None:
            self._messages.report(
                StudioError(
                    text("{file} is a single picture.", file=path.name),
                    text(
                        "To learn from pictures, bring the folder with a sub-folder for each class."
                    ),
                )
            )
            return None
        dialog = self._open(kind, None)
        dialog.open_path(path)
        return dialog

    def ask_and_offer(self) -> None:
        """Open the dialog for a file that is asked for."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open data"),
            "",
            self.tr(
                "Tables, arrays and IDX files (*.csv *.tsv *.txt *.xlsx *.parquet *.npz *.npy *.gz "
                "*-ubyte);;All files (*)"
            ),
        )
        if name:
            self.offer(Path(name))

    def _open(
        self, kind: str, former: OwnData | None, use: Callable[[OwnSource], None] | None = None
    ) -> OwnDataDialog:
        dialog: OwnDataDialog
        jobs, theme, window = self._jobs, self._theme, self._window
        if kind == "table":
            table = former if isinstance(former, Table) else None
            dialog = TableDialog(jobs, theme, table, window)
        elif kind == "images":
            images = former if isinstance(former, Images) else None
            dialog = ImagesDialog(jobs, theme, images, window)
        elif kind == "arrays":
            arrays = former if isinstance(former, Arrays) else None
            dialog = ArraysDialog(jobs, theme, arrays, window)
        elif kind == "mnist_relative":
            relative = former if isinstance(former, MnistRelative) else None
            dialog = RelativesDialog(jobs, theme, relative, window)
        else:
            raise ValueError(f"unknown kind of own data. Received: {kind!r}")
        dialog.chosen.connect(use or self._use)
        dialog.crashed.connect(self._messages.report)
        dialog.open()
        return dialog

    def _use(self, source: OwnSource) -> None:
        """Take a source over: split and scaling stay where it is of the kind in use."""
        before = self._document.data
        data = own_data(source)
        if before.source.kind == source.kind:
            data = DataSpec(source=data.source, split=before.split, scaling=before.scaling)
        if data == before:
            self._store.reload()  # the same choice again: perhaps the file was mended
            return
        label = self.tr("Use {source}").format(source=source_name(source))
        self._document.edit(label, data=data)

    # --- dropped files ---------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):  # entering is a kind of it
            path = _file(event.mimeData())
            if path is None:
                return False
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
                self.offer(path)
            return True
        return super().eventFilter(watched, event)


def _file(data: QMimeData) -> Path | None:
    """Return the first file that is dragged, unless it is a project."""
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix != SUFFIX:
            return path
    return None
