"""What begins something: the start page, own templates and architectures from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMainWindow, QMenu

from mlp_studio.core.templates import DEFAULT_TEMPLATE, TEMPLATES, Template
from mlp_studio.studio.language import render
from mlp_studio.ui.start.dropping import Dropping
from mlp_studio.ui.window.actions import Entry
from mlp_studio.ui.window.parts import Parts
from mlp_studio.ui.window.project_actions import ProjectActions

if TYPE_CHECKING:
    from mlp_studio.ui.start.architecture import Architectures
    from mlp_studio.ui.start.page import StartPage
    from mlp_studio.ui.start.thumbnails import Thumbnails

ICON = QSize(34, 34)
MENU_STYLE = "QMenu { icon-size: 34px; } QMenu::item { padding: 4px 26px 4px 12px; }"


class StartActions(QObject):
    """The actions, and what they open, which is made when first asked for.

    Parameters
    ----------
    parts : Parts
        The window's parts.
    project : ProjectActions
        Opens projects and templates, once nothing would be lost.
    window : QMainWindow
        Over which dialogs open.
    """

    def __init__(self, parts: Parts, project: ProjectActions, window: QMainWindow) -> None:
        super().__init__(window)
        self._parts = parts
        self._project = project
        self._window = window
        self._page: StartPage | None = None
        self._thumbnails: Thumbnails | None = None
        self._architecture: Architectures | None = None
        self._menu = QMenu(self.tr("New from &template"), window)
        self.dropping = Dropping(window, project.open, self._open_architecture)

    def entries(self) -> list[Entry]:
        """Return the actions."""
        return [
            Entry("new", self.tr("&New…"), self.tr("Begin with a template or a recent project"),
                  "Ctrl+N", self.show_page),
            Entry("start_page", self.tr("&Start page"), self.tr("Templates and recent projects"),
                  "", self.show_page),
            Entry("open_architecture", self.tr("Open arc&hitecture…"),
                  self.tr("A network from a .keras, .h5, JSON or project file, into this project"),
                  "Ctrl+Shift+O", self._ask_architecture),
            Entry("save_template", self.tr("Save as te&mplate…"),
                  self.tr("Keep data, network and training to begin with again"),
                  "", self.save_template),
            Entry("export_architecture", self.tr("Export architecture (Keras JSON)…"),
                  self.tr("Write the network without weights, for keras.models.model_from_json"),
                  "", self._export_architecture),
        ]  # fmt: skip

    @property
    def thumbnails(self) -> Thumbnails:
        """What paints the pictures."""
        if self._thumbnails is None:
            from mlp_studio.ui.start.thumbnails import Thumbnails

            self._thumbnails = Thumbnails(self._parts.theme, self._parts.jobs, self)
            self._thumbnails.improved.connect(self._paint_icons)
        return self._thumbnails

    @property
    def architecture(self) -> Architectures:
        """What reads networks out of files, and writes them."""
        if self._architecture is None:
            from mlp_studio.ui.start.architecture import Architectures

            self._architecture = Architectures(self._parts, self._window)
        return self._architecture

    def _ask_architecture(self) -> None:
        self.architecture.ask_and_open()

    def _export_architecture(self) -> None:
        self.architecture.ask_and_export()

    def _open_architecture(self, path: Path) -> None:
        self.architecture.open(path)

    @property
    def page(self) -> StartPage:
        """The start page. Made when first asked for."""
        if self._page is None:
            from mlp_studio.ui.start.page import StartPage

            page = StartPage(self._parts, self._parts.templates, self.thumbnails, self._window)
            page.template_chosen.connect(self._project.use_template)
            page.project_chosen.connect(self._project.open)
            page.open_wanted.connect(self._project.ask_and_open)
            page.architecture_wanted.connect(self.architecture.ask_and_open)
            page.change_wanted.connect(self._change)
            self._page = page
        return self._page

    def show_page(self) -> None:
        """Show the start page."""
        self.page.show_page()

    def save_template(self) -> None:
        """Keep the present project as a template."""
        from mlp_studio.ui.start.template_dialog import TemplateDialog
        from mlp_studio.ui.start.words import network_words

        project = self._parts.document.project
        dialog = TemplateDialog(
            self._parts.templates, self.thumbnails, project, self._title(),
            network_words(project.network), None, self._window,
        )  # fmt: skip
        dialog.exec()
        dialog.deleteLater()
        if dialog.saved is not None:
            self._parts.messages.info(
                self.tr("“{title}” is among your templates now.").format(
                    title=render(dialog.saved.title)
                )
            )

    def _title(self) -> str:
        """Return a title to begin with: the project's name, a built-in template's as one's own."""
        document = self._parts.document
        name = document.project.name
        if document.path is not None:
            return document.path.stem
        if name in TEMPLATES:
            return self.tr("My {title}").format(title=render(TEMPLATES[name].title))
        return name

    def _change(self, template: Template) -> None:
        from mlp_studio.ui.start.template_dialog import TemplateDialog

        dialog = TemplateDialog(
            self._parts.templates, self.thumbnails, template.project, render(template.title),
            render(template.description), template, self.page,
        )  # fmt: skip
        dialog.exec()
        dialog.deleteLater()

    # --- the menu ----------------------------------------------------------------------

    def make_menu(self, start_page: QAction) -> QMenu:
        """Return the menu of the templates, each with its picture and description."""
        menu = self._menu
        menu.setObjectName("templates")
        menu.setToolTipsVisible(True)
        menu.setStyleSheet(MENU_STYLE)
        self._fill(start_page)
        menu.aboutToShow.connect(self._refresh)
        self._parts.templates.changed.connect(lambda: self._fill(start_page))
        return menu

    def _fill(self, start_page: QAction) -> None:
        menu = self._menu
        menu.clear()
        own = self._parts.templates.shelf.templates
        for template in self._parts.templates.all:
            if own and template is TEMPLATES[DEFAULT_TEMPLATE]:  # the first that is built in
                menu.addSeparator()
            action = QAction(render(template.title), menu)
            action.setObjectName(f"template_{template.name}")
            action.setToolTip(render(template.description))
            action.setData(template)
            action.triggered.connect(lambda _on=False, t=template: self._project.use_template(t))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(start_page)

    def _refresh(self) -> None:
        """Look what is there and paint the pictures, just before the menu shows."""
        self._parts.templates.reload()
        self._paint_icons()

    def _paint_icons(self) -> None:
        ratio = self._window.devicePixelRatio()
        for action in self._menu.actions():
            template = action.data()
            if isinstance(template, Template):
                picture = self.thumbnails.pixmap(template.project, ICON, ratio)
                action.setIcon(QIcon(picture))
