"""The templates that a person made, as the window follows them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES, Template
from mlp_studio.storage import own_templates as kept
from mlp_studio.storage.own_templates import Shelf


class OwnTemplates(QObject):
    """Saves, changes and removes own templates, and tells when there are others.

    Parameters
    ----------
    folder : Path, optional
        Where they are kept; the program's own folder by default.
    parent : QObject, optional
        Owner.

    Signals
    -------
    changed()
        The templates are others now.
    """

    changed = Signal()

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.shelf = Shelf()  # nothing is read while the window is being built
        self._removed: tuple[Template, bytes] | None = None

    @property
    def removed(self) -> Template | None:
        """The template that was removed last and can be brought back."""
        return self._removed[0] if self._removed else None

    @property
    def all(self) -> tuple[Template, ...]:
        """Own templates first, then the built-in ones."""
        return (*self.shelf.templates, *TEMPLATES.values())

    def reload(self) -> None:
        """Look what there is on the disk."""
        found = kept.own_templates(self._folder)
        other = found.templates != self.shelf.templates
        self.shelf = found
        if other:
            self.changed.emit()

    def named_like(self, title: str) -> Template | None:
        """Return the own template that one with this title would take the place of.

        Raises
        ------
        StudioError
            When the title can't be a template's.
        """
        name = kept.template_name(title)
        self.reload()
        return self.shelf.by_name.get(name)

    def save(
        self, project: ProjectSpec, title: str, description: str, *, replace: bool = False
    ) -> Template:
        """Keep a project as a template; see `mlp_studio.storage.own_templates`."""
        saved = kept.save_template(
            project, title, description, replace=replace, folder=self._folder
        )
        self.reload()
        return saved

    def change(self, name: str, title: str, description: str) -> Template:
        """Give a template another title and description."""
        changed = kept.change_template(name, title, description, self._folder)
        self.reload()
        return changed

    def remove(self, template: Template) -> None:
        """Remove a template; `restore` brings it back until the next one is removed."""
        self._removed = (template, kept.remove_template(template.name, self._folder))
        self.reload()

    def restore(self) -> None:
        """Bring back what was removed last."""
        if self._removed is not None:
            template, data = self._removed
            kept.restore_template(template.name, data, self._folder)
            self._removed = None
            self.reload()
