"""The way in for photos: opened, dropped or pasted on the digits panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.normalise import Preparation
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.language import explained
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.photo.incoming import may_hold_pictures, sources_in
from mlp_studio.ui.photo.opened import Source
from mlp_studio.ui.photo.workspace import PhotoWorkspace
from mlp_studio.ui.theme import Theme


class PhotoEntrance(QObject):
    """Takes photos from wherever they come and opens the workspace with them.

    Parameters
    ----------
    panel : QWidget
        Anywhere on it photos may be dropped and pasted.
    names : callable
        As of `PhotoWorkspace`.

    Signals
    -------
    image_made(FloatArray of shape (28, 28) or None, bool)
        As of `PhotoWorkspace`.
    """

    image_made = Signal(object, bool)

    def __init__(
        self,
        panel: QWidget,
        document: Document,
        jobs: Jobs,
        messages: Messages,
        theme: Theme,
        names: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__(panel)
        self._panel, self._messages = panel, messages
        self._preparation = Preparation()
        self._made: PhotoWorkspace | None = None
        self._make: Callable[[], PhotoWorkspace] = lambda: PhotoWorkspace(
            document, jobs, messages, theme, names, panel
        )
        panel.setAcceptDrops(True)
        panel.installEventFilter(self)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), panel)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    @property
    def workspace(self) -> PhotoWorkspace:
        """The workspace, which is built when it is first needed."""
        if self._made is None:
            self._made = self._make()
            self._made.prepare(self._preparation)
            self._made.image_made.connect(self.image_made)
            self._made.wanted.connect(self._on_wanted)
        return self._made

    @property
    def busy(self) -> bool:
        """Whether photos are still being read or worked on."""
        return self._made is not None and self._made.busy

    def prepare(self, preparation: Preparation) -> None:
        """Bring digits into the frame with other steps."""
        self._preparation = preparation
        if self._made is not None:
            self._made.prepare(preparation)

    def open(self, paths: Sequence[Path]) -> None:
        """Open photos, scans or drawings."""
        self.workspace.open([Source(path.name, path) for path in paths])

    def choose(self) -> None:
        """Show the photos that are open; where none is, let files be chosen."""
        if self._made is not None and self._made.current is not None:
            self._made.show_again()
        else:
            self._choose_files(self._panel)

    def paste(self) -> None:
        """Open what was copied."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, mime: QMimeData) -> None:
        """Open what was dropped or pasted; say so where there is no picture."""
        try:
            sources = sources_in(mime)
        except StudioError as error:
            if self._made is not None and self._made.isVisible():
                self._made.desk.note.say(explained(error))
            else:
                self._messages.report(error)
            return
        self.workspace.open(sources)

    @Slot(object)
    def _on_wanted(self, mime: QMimeData | None) -> None:
        if mime is None:
            self._choose_files(self.workspace)
        else:
            self.take(mime)

    def _choose_files(self, parent: QWidget) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            parent,
            self.tr("Read digits from photos"),
            "",
            self.tr("Images (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)"),
        )
        if names:
            self.open([Path(name) for name in names])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Entering and moving are such events too.
        if isinstance(event, QDropEvent) and may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()
            if type(event) is QDropEvent:
                self.take(event.mimeData())
            return True
        return super().eventFilter(watched, event)
