"""What the dialogs for own data share: the file, the look into it, the answer in one line."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.errors import StudioError
from mlp_studio.core.table_sources import OwnData
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.language import explained
from mlp_studio.ui.common.scrolling import Sheet
from mlp_studio.ui.data.own.look import Look
from mlp_studio.ui.theme import RHYTHM, Theme
from mlp_studio.ui.window.progress_strip import ProgressStrip

WANTED = QSize(1040, 660)  # pixels, where the screen has them
EDGES = QSize(48, 72)  # for the frame and the system's bar


class OwnDataDialog(QDialog):
    """A file at the top, what is in it in the middle, what the network gets at the foot.

    Parameters
    ----------
    jobs : Jobs
        Where files are looked into.
    theme : Theme
        Its colours.
    parent : QWidget, optional
        The window it lies over.

    Signals
    -------
    chosen(OwnData)
        A person has accepted: the source.
    crashed(Exception)
        Looking into the file met a defect of the program.
    """

    chosen = Signal(object)
    crashed = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.look = Look(jobs, self)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._opened = ""
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("File"))
        self.path.setPlaceholderText(self.tr("A file's path"))
        self.file_row = QHBoxLayout()
        self.file_row.setSpacing(RHYTHM)
        self.file_row.addWidget(self.path, 1)
        self.body = QWidget()
        self._empty = QLabel()
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._empty)
        self._sheet = Sheet(self.body)
        self.pages.addWidget(self._sheet)
        self.trouble = QLabel()
        self.trouble.setProperty("role", "warning")
        self.trouble.setWordWrap(True)
        self.trouble.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.summary = QLabel()
        self.summary.setProperty("role", "title")
        self.summary.setWordWrap(True)
        self.summary.setAccessibleName(self.tr("What the network will get"))
        self.use = QPushButton(self.tr("Use this data"))
        self.use.setProperty("role", "primary")
        self.use.setDefault(True)
        self._arrange()
        self._connect()
        self._progress.hide()

    def begin(self, title: str, invitation: str, path: str, focus: QWidget) -> None:
        """Show the dialog's title, and a file or what to do while there is none.

        Parameters
        ----------
        title, invitation : str
            Of the window, and of its middle.
        path : str
            A file to look into at once; empty for none.
        focus : QWidget
            What has the keyboard while there is none.
        """
        self.setWindowTitle(title)
        self._empty.setText(invitation)
        room = self.screen().availableGeometry().size() - EDGES
        self.resize(WANTED.boundedTo(room))
        self.refresh()
        if path:
            self.open_path(Path(path))
        else:
            focus.setFocus()

    # --- for each kind of file ------------------------------------------------------------

    @abstractmethod
    def look_into(self, path: Path) -> None:
        """Begin looking into a file."""

    @abstractmethod
    def show_found(self, found: object) -> None:
        """Show what was found."""

    @abstractmethod
    def source(self) -> OwnData | None:
        """Return the source as it is chosen; None while nothing was found.

        Raises
        ------
        StudioError
            When it can't be learnt from, saying why.
        """

    @abstractmethod
    def summarise(self, source: OwnData) -> str:
        """Return in a line what the network will get."""

    # --- what people do -------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Look into a file."""
        self._opened = str(path)
        self.path.setText(str(path))
        self.pages.setCurrentWidget(self._empty)
        self.look_into(path)

    def add_button(self, words: str, callback: object) -> QPushButton:
        """Add a button beside the file's path."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(callback)
        self.file_row.addWidget(button)
        return button

    def ask_for_file(self, title: str, kinds: str) -> Path | None:
        """Return a file that a person chooses."""
        name, _ = QFileDialog.getOpenFileName(self, title, self._folder(), kinds)
        return Path(name) if name else None

    def ask_for_folder(self, title: str) -> Path | None:
        """Return a folder that a person chooses."""
        name = QFileDialog.getExistingDirectory(self, title, self._folder())
        return Path(name) if name else None

    def refresh(self) -> None:
        """Say what the network will get, or what is wrong; `use` only works when all is well."""
        source, words = None, ""
        if not self.look.busy and not self._failed:
            try:
                source = self.source()
            except StudioError as error:
                words = explained(error)
            self.trouble.setText(words)
            self.trouble.setVisible(bool(words))
        self.summary.setText(self.summarise(source) if source is not None else "")
        self.use.setEnabled(source is not None)
        self.use.setToolTip(words)

    def accept(self) -> None:
        source = self.source() if self.use.isEnabled() else None
        if source is not None:
            super().accept()
            self.chosen.emit(source)

    def done(self, result: int) -> None:
        self.look.cancel()
        super().done(result)

    # --- inside ---------------------------------------------------------------------------

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(RHYTHM + RHYTHM // 2)
        layout.addLayout(self.file_row)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.trouble)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        self.bar = ProgressStrip(self.theme)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setAutoDefault(False)
        self.stop.setToolTip(self.tr("Stop reading this file"))
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        layout.addWidget(self._progress)
        foot = QHBoxLayout()
        foot.setSpacing(RHYTHM)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addWidget(self.summary, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.use)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._failed = False
        self.use.clicked.connect(self.accept)
        self.stop.clicked.connect(self._stop)
        self.look.busy_changed.connect(self._on_busy)
        self.look.progressed.connect(self.bar.show_progress)
        self.look.done.connect(self._on_found)
        self.look.failed.connect(self._on_failed)

    def _folder(self) -> str:
        here = Path(self.path.text()) if self.path.text() else Path.home()
        return str(here if here.is_dir() else here.parent)

    def _stop(self) -> None:
        self.look.cancel()
        self._say_trouble(self.tr("Reading was stopped. Choose the file again, or another one."))

    def _on_busy(self, busy: bool) -> None:
        self._show_busy(busy=busy)
        if busy:
            self._failed = False
            self.trouble.hide()
        self.refresh()

    def _show_busy(self, *, busy: bool) -> None:
        self._progress.setVisible(busy)
        if busy:
            self.bar.show_progress(0.0, self.tr("Reading…"))

    def _on_found(self, found: object) -> None:
        self.pages.setCurrentWidget(self._sheet)
        self.show_found(found)
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StudioError):
            self._say_trouble(explained(error))
        else:
            self._say_trouble(self.tr("The file could not be read."))
            self.crashed.emit(error)

    def _say_trouble(self, words: str) -> None:
        self._failed = True
        self.trouble.setText(words)
        self.trouble.show()
        self.refresh()
        self.path.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.focusWidget() is self.path and self.path.text() not in {"", self._opened}:
            self.open_path(Path(self.path.text()).expanduser())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.open_path(Path(url.toLocalFile()))
                return
