"""Opening, saving and exporting as people ask for it: dialogs, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from mlp_studio.core.errors import StudioError
from mlp_studio.core.templates import Template
from mlp_studio.studio.files import SUFFIX, project_path
from mlp_studio.ui.window.parts import Parts


class ProjectActions(QObject):
    """What the File menu does.

    Parameters
    ----------
    parts : Parts
        The window's parts.
    window : QWidget
        Over which dialogs open.
    """

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self.ask_before_leaving = True
        parts.files.saved.connect(self._tell_saved)
        parts.files.exported.connect(self._tell_exported)

    def use_template(self, template: Template) -> None:
        """Begin with a template, once nothing would be lost."""
        if self.may_leave():
            self._parts.files.use_template(template)

    def open(self, path: Path) -> None:
        """Open a project, once nothing would be lost."""
        if self.may_leave():
            self.attempt(lambda: self._parts.files.open(path))

    def ask_and_open(self) -> None:
        """Open a project that is asked for."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), "", self._file_filter()
        )
        if name:
            self.open(Path(name))

    def save(self) -> bool:
        """Save the project where it is kept; ask where when it is new."""
        path = self._parts.document.path
        if path is None:
            return self.save_as()
        return self.attempt(lambda: self._parts.files.save(path))

    def save_as(self) -> bool:
        """Save the project under a name that is asked for."""
        suggestion = self._parts.document.project.name + SUFFIX
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the project"), suggestion, self._file_filter()
        )
        if not name:
            return False
        path = project_path(Path(name))
        if path != Path(name) and path.exists() and not self._may_replace(path):
            return False  # the dialog asked about the name without its suffix
        return self.attempt(lambda: self._parts.files.save(path))

    def _may_replace(self, path: Path) -> bool:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            self.tr("Save the project"),
            self.tr("{name} is already there. Replace it?").format(name=path.name),
            buttons.Yes | buttons.No,
            buttons.No,
        )
        return answer == buttons.Yes

    def ask_and_export(self) -> None:
        """Write the weights into a folder that is asked for."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Export the weights into a folder")
        )
        if folder:
            self.export_weights(Path(folder))

    def export_weights(self, folder: Path) -> bool:
        """Write the weights as ``.npy`` files into `folder`."""
        return self.attempt(lambda: self._parts.files.export_weights(folder))

    def fill_recent(self, menu: QMenu) -> None:
        """Fill a menu with the recent projects."""
        menu.clear()
        for name in self._parts.settings.values.recent:
            action = menu.addAction(Path(name).name)
            action.setToolTip(name)
            action.triggered.connect(lambda _on=False, p=Path(name): self.open(p))
        if menu.isEmpty():
            menu.addAction(self.tr("No projects yet")).setEnabled(False)

    def may_leave(self) -> bool:
        """Return whether the open project may go: saved, or given up by a person."""
        document = self._parts.document
        if not self.ask_before_leaving or not document.modified:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window,
            self.tr("Unsaved changes"),
            self.tr("Save the changes to “{name}” first?").format(name=document.project.name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def attempt(self, call: Callable[[], object]) -> bool:
        """Do something that may be refused; a refusal is told, never thrown."""
        try:
            call()
        except (StudioError, OSError) as error:
            self._parts.messages.report(error)
            return False
        return True

    def _file_filter(self) -> str:
        return self.tr("MLP Studio projects (*{suffix})").format(suffix=SUFFIX)

    def _tell_saved(self, path: Path) -> None:
        self._parts.messages.info(self.tr("Saved in {path}").format(path=path))

    def _tell_exported(self, folder: Path, count: int) -> None:
        words = self.tr("{count} arrays and their manifest are in {folder}")
        self._parts.messages.info(words.format(count=count, folder=folder))
