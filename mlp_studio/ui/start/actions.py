"""What begins something: the start page, own templates and architectures from files."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMainWindow, QMenu

from mlp_studio.core.templates import Template
from mlp_studio.studio.language import render
from mlp_studio.ui.start.architecture import ArchitectureOpener
from mlp_studio.ui.start.dropping import Dropping
from mlp_studio.ui.start.page import StartPage
from mlp_studio.ui.start.template_dialog import TemplateDialog
from mlp_studio.ui.start.thumbnails import Thumbnails
from mlp_studio.ui.start.words import network_words
from mlp_studio.ui.window.actions import Entry
from mlp_studio.ui.window.parts import Parts
from mlp_studio.ui.window.project_actions import ProjectActions

ICON = QSize(34, 34)
MENU_STYLE = "QMenu { icon-size: 34px; } QMenu::item { padding: 4px 26px 4px 12px; }"


class StartActions(QObject):
    """The actions, and what they open.

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
        self.thumbnails = Thumbnails(parts.theme, parts.jobs, self)
        self.architecture = ArchitectureOpener(parts, window)
        self.dropping = Dropping(window, project.open, self.architecture.open)

    def entries(self) -> list[Entry]:
        """Return the actions."""
        return [
            Entry("new", self.tr("&New…"), self.tr("Begin with a template or a recent project"),
                  "Ctrl+N", self.show_page),
            Entry("start_page", self.tr("&Start page"), self.tr("Templates and recent projects"),
                  "", self.show_page),
            Entry("open_architecture", self.tr("Open arc&hitecture…"),
                  self.tr("A network from a .keras, .h5, JSON or project file, into this project"),
                  "Ctrl+Shift+O", self.architecture.ask_and_open),
            Entry("save_template", self.tr("Save as &template…"),
                  self.tr("Keep data, network and training to begin with again"),
                  "", self.save_template),
        ]  # fmt: skip

    @property
    def page(self) -> StartPage:
        """The start page. Made when first asked for."""
        if self._page is None:
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
        """Return a title to begin with: the project's, where it has one of its own."""
        document = self._parts.document
        return document.path.stem if document.path else document.project.name

    def _change(self, template: Template) -> None:
        dialog = TemplateDialog(
            self._parts.templates, self.thumbnails, template.project, render(template.title),
            render(template.description), template, self.page,
        )  # fmt: skip
        dialog.exec()
        dialog.deleteLater()

    # --- the menu ----------------------------------------------------------------------

    def make_menu(self, start_page: QAction) -> QMenu:
        """Return the menu of the templates, each with its picture and description."""
        menu = QMenu(self.tr("&New from template"), self._window)
        menu.setObjectName("templates")
        menu.setToolTipsVisible(True)
        menu.setStyleSheet(MENU_STYLE)
        self._fill(menu, start_page)
        menu.aboutToShow.connect(lambda: self._refresh(menu))
        self._parts.templates.changed.connect(lambda: self._fill(menu, start_page))
        self.thumbnails.improved.connect(lambda: menu.isVisible() and self._paint_icons(menu))
        return menu

    def _fill(self, menu: QMenu, start_page: QAction) -> None:
        menu.clear()
        own = self._parts.templates.shelf.templates
        for template in self._parts.templates.all:
            if own and not template.own and menu.actions()[-1].data().own:
                menu.addSeparator().setData(template)
            action = QAction(render(template.title), menu)
            action.setObjectName(f"template_{template.name}")
            action.setToolTip(render(template.description))
            action.setData(template)
            action.triggered.connect(lambda _on=False, t=template: self._project.use_template(t))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(start_page)

    def _refresh(self, menu: QMenu) -> None:
        """Look what is there and paint the pictures, just before the menu shows."""
        self._parts.templates.reload()
        self._paint_icons(menu)

    def _paint_icons(self, menu: QMenu) -> None:
        ratio = self._window.devicePixelRatio()
        for action in menu.actions():
            template = action.data()
            if isinstance(template, Template) and not action.isSeparator():
                picture = self.thumbnails.pixmap(template.project, ICON, ratio)
                action.setIcon(QIcon(picture))
