"""*Save as template…* and *Rename…*: a name, a line about it, and its picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.errors import StudioError
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import Template
from mlp_studio.storage.own_templates import MAX_DESCRIPTION, MAX_TITLE
from mlp_studio.studio.language import explained, render
from mlp_studio.studio.own_templates import OwnTemplates
from mlp_studio.ui.common.fields import caption
from mlp_studio.ui.start.thumbnails import Thumbnails

PICTURE = QSize(212, 124)


class TemplateDialog(QDialog):
    """Asks how a template is called, and keeps it.

    Parameters
    ----------
    templates : OwnTemplates
        Where it is kept.
    thumbnails : Thumbnails
        Paints its picture.
    project : ProjectSpec
        What it holds.
    title, description : str
        What the fields begin with.
    former : Template or None
        The one whose title and description are changed; None for a new one.
    parent : QWidget
        Over which it lies.
    """

    def __init__(
        self,
        templates: OwnTemplates,
        thumbnails: Thumbnails,
        project: ProjectSpec,
        title: str,
        description: str,
        former: Template | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._templates = templates
        self._thumbnails = thumbnails
        self._project = project
        self._former = former
        self.saved: Template | None = None
        self.setObjectName("template_dialog")
        self.setWindowTitle(
            self.tr("Save as template") if former is None else self.tr("Rename the template")
        )
        self.picture = QLabel()
        self.picture.setFixedSize(PICTURE)
        self.title = QLineEdit(title)
        self.title.setMaxLength(MAX_TITLE)
        self.title.setAccessibleName(self.tr("Name"))
        self.about = QLineEdit(description)
        self.about.setMaxLength(MAX_DESCRIPTION)
        self.about.setAccessibleName(self.tr("Description"))
        self.about.setPlaceholderText(self.tr("What it is good for, in a line"))
        self.trouble = QLabel()
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self.save = QPushButton(self.tr("&Save") if former is None else self.tr("&Rename"))
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self._arrange()
        self.title.textChanged.connect(self._check)
        self.save.clicked.connect(self._keep)
        self._check()
        self.title.selectAll()

    def _arrange(self) -> None:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        note = QLabel(self.tr("Data, network and training are kept; weights and history are not."))
        note.setProperty("role", "caption")
        note.setWordWrap(True)
        fields = QVBoxLayout()
        fields.setSpacing(4)
        for words, field in (
            (self.tr("Name"), self.title),
            (self.tr("Description"), self.about),
        ):
            fields.addWidget(caption(words))
            fields.addWidget(field)
            fields.addSpacing(4)
        fields.addWidget(self.trouble, 1, Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(fields, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(note, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(16)
        whole.addLayout(top)
        whole.addLayout(foot)
        self.setMinimumWidth(640)
        self.picture.setPixmap(
            self._thumbnails.pixmap(self._project, PICTURE, self.devicePixelRatio())
        )

    def _check(self) -> None:
        """Say at once what is wrong with the name."""
        try:
            taken = self._taken()
        except StudioError as error:
            self.save.setEnabled(False)
            empty = not self.title.text().strip()
            self.trouble.setText("" if empty else explained(error))
            return
        renaming = self._former is not None
        self.save.setEnabled(taken is None or not renaming)
        self.trouble.setText(
            ""
            if taken is None
            else self.tr("Another of your templates is called so.")
            if renaming
            else self.tr("One of your templates is called so: saving will ask about it.")
        )

    def _taken(self) -> Template | None:
        """Return the other template that has this name.

        Raises
        ------
        StudioError
            When it can't be a name.
        """
        found = self._templates.named_like(self.title.text())
        same = found is not None and self._former is not None and found.name == self._former.name
        return None if same else found

    def _keep(self) -> None:
        title, about = self.title.text().strip(), self.about.text().strip()
        try:
            if self._former is not None:
                self.saved = self._templates.change(self._former.name, title, about)
            else:
                taken = self._taken()
                if taken is not None and not self._may_replace(taken):
                    return
                self.saved = self._templates.save(
                    self._project, title, about, replace=taken is not None
                )
        except StudioError as error:
            self.trouble.setText(explained(error))
            return
        self.accept()

    def _may_replace(self, taken: Template) -> bool:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Save as template"),
            self.tr("There is already a template “{title}”. Replace it?").format(
                title=render(taken.title)
            ),
            buttons.Yes | buttons.No,
            buttons.No,
        )
        return answer == buttons.Yes
