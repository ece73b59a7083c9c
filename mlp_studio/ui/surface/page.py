"""The button that writes a function's interactive page, and leads to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from mlp_studio.core.arrays import Progress
from mlp_studio.core.text import Text, text
from mlp_studio.figures.function_page import FunctionPage, function_page
from mlp_studio.figures.page import PageLook
from mlp_studio.storage.files import write_text
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.studio.language import render
from mlp_studio.ui.common.fields import link
from mlp_studio.ui.theme import RHYTHM, Theme


def look_of(theme: Theme) -> PageLook:
    """Return the colours of a page in the look in force, in the program's language."""
    tokens = theme.tokens
    named = {name: tokens.colour(name) for name in ("background", "text", "line", "panel")}
    dark = named["background"].lightness() < named["text"].lightness()
    return PageLook(
        ground=named["background"].name(),
        ink=named["text"].name(),
        grid=named["line"].name(),
        negative=tokens.colour("negative").name(),
        middle=named["panel"].name(),
        positive=tokens.colour("positive").name(),
        dark=dark,
        language=QLocale().name()[:2],
    )


class PageRow(QWidget):
    """Asks where to, has the page written in a job, and offers to open it.

    Parameters
    ----------
    jobs : Jobs
        Where it is written.
    theme : Theme
        The look in force: the page has its colours.

    Signals
    -------
    failed(Exception)
        The page can't be written.
    """

    failed = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._theme = jobs, theme
        self._job: Job | None = None
        self._path: Path | None = None
        self.asked: Callable[[], FunctionPage | None] = lambda: None
        self.button = link(self.tr("Interactive page…"))
        self.button.setToolTip(
            self.tr(
                "Write an HTML file with network, target, error and training examples in three "
                "dimensions, for any browser, also without a network."
            )
        )
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How far the page is written"))
        self.cancel = link(self.tr("Cancel"))
        self.open = link("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        layout.addWidget(self.button)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.cancel)
        layout.addWidget(self.open, 1, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self.button.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.give_up)
        self.open.clicked.connect(self._open)
        self._fit()

    @property
    def busy(self) -> bool:
        """Whether a page is being written."""
        return self._job is not None

    @property
    def path(self) -> Path | None:
        """Where the last page is."""
        return self._path

    def write(self, path: Path) -> None:
        """Have the page written."""
        asked = self.asked()
        if asked is None or self.busy:
            return
        look = look_of(self._theme)

        def work(progress: Progress) -> Path:
            html = function_page(asked, look, render, progress)
            progress(0.95, text("Writing the page…"))
            write_text(path, html)
            return path

        self._path = None
        self.progress.setValue(0)
        self._job = self._jobs.start(work, self._on_done, self._on_failed, self._on_progress)
        self._fit()

    @Slot()
    def give_up(self) -> None:
        """Give the page up."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._fit()

    def _fit(self) -> None:
        self.button.setVisible(not self.busy)
        self.progress.setVisible(self.busy)
        self.cancel.setVisible(self.busy)
        self.open.setVisible(self._path is not None and not self.busy)
        if self._path is not None:
            self.open.setText(self.tr("Open {name}").format(name=self._path.name))
            self.open.setToolTip(str(self._path))

    @Slot()
    def _ask(self) -> None:
        if self.asked() is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Interactive page"),
            self.tr("function.html"),
            self.tr("Web pages (*.html)"),
        )
        if chosen:
            path = Path(chosen)
            self.write(
                path
                if path.suffix.lower() in {".html", ".htm"}
                else path.with_name(f"{path.name}.html")
            )

    @Slot()
    def _open(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _on_progress(self, share: float, _what: Text) -> None:
        self.progress.setValue(round(100 * share))

    def _on_done(self, path: Path) -> None:
        self._job, self._path = None, path
        self._fit()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._fit()
        self.failed.emit(error)
