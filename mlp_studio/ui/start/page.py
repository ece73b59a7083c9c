"""The start page: templates with pictures, recent projects, files to open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.errors import StudioError
from mlp_studio.core.templates import Template
from mlp_studio.studio.language import render
from mlp_studio.studio.own_templates import OwnTemplates
from mlp_studio.ui.start.gallery import TemplateGrid
from mlp_studio.ui.start.recent import Recent, RecentList, look_up
from mlp_studio.ui.start.thumbnails import Thumbnails
from mlp_studio.ui.theme import font
from mlp_studio.ui.window.parts import Parts

WIDEST, HIGHEST = 1240, 800  # pixels
AROUND = 40  # what is left to be seen of the window at each side
SIDE = 288  # width of the right side


class StartPage(QDialog):
    """Lies over the window until something is chosen, or Esc.

    Parameters
    ----------
    parts : Parts
        The window's parts.
    templates : OwnTemplates
        The templates that a person made.
    thumbnails : Thumbnails
        Paints the pictures.
    parent : QWidget
        The window.

    Signals
    -------
    template_chosen(Template), project_chosen(Path)
        Somebody wants to begin with it. The page is closed by then.
    open_wanted(), architecture_wanted()
        Somebody wants to choose a file. The page is closed by then.
    change_wanted(Template)
        Somebody wants to give an own template another title.
    """

    template_chosen = Signal(object)
    project_chosen = Signal(object)
    open_wanted = Signal()
    architecture_wanted = Signal()
    change_wanted = Signal(object)

    def __init__(
        self, parts: Parts, templates: OwnTemplates, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._parts = parts
        self._templates = templates
        self.setObjectName("start_page")
        self.setWindowTitle(self.tr("Start"))
        self.setModal(True)
        self.grid = TemplateGrid(parts.theme, thumbnails)
        self.recent = RecentList(parts.theme)
        self.open_button = self._button(self.tr("&Open a project…"), self.open_wanted.emit)
        self.architecture_button = self._button(
            self.tr("Open an &architecture…"), self.architecture_wanted.emit
        )
        self.architecture_button.setToolTip(
            self.tr("A network from a .keras, .h5, JSON or project file, into this project")
        )
        self.removed = QFrame()
        self._removed_words = QLabel()
        self.undo = QPushButton(self.tr("&Undo"))
        self.broken = QLabel()
        self._recents = QStackedWidget()
        self._none = QLabel(self.tr("Projects that you save will be here."))
        self._arrange()
        self.grid.chosen.connect(self._use)
        self.grid.change_wanted.connect(self.change_wanted)
        self.grid.remove_wanted.connect(self._remove)
        self.recent.chosen.connect(self._open)
        self.recent.remove_wanted.connect(self._forget)
        self.undo.clicked.connect(self._restore)
        templates.changed.connect(self._show_templates)

    # --- assembling --------------------------------------------------------------------

    def _arrange(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._left(), 1)
        whole.addWidget(self._right())
        for before, behind in (
            (self.grid, self.recent),
            (self.recent, self.open_button),
            (self.open_button, self.architecture_button),
        ):
            self.setTabOrder(before, behind)

    def _left(self) -> QVBoxLayout:
        """Return the templates below their heading, and what there is to tell of them."""
        heading = QLabel(self.tr("Begin with a template"))
        heading.setFont(font(15, bold=True))
        about = QLabel(
            self.tr("Data, network and training are ready; everything can be changed afterwards.")
        )
        about.setProperty("role", "secondary")
        about.setWordWrap(True)
        self.broken.setProperty("role", "warning")
        self.broken.setWordWrap(True)
        strip = QHBoxLayout(self.removed)
        strip.setContentsMargins(12, 4, 6, 4)
        strip.addWidget(self._removed_words, 1)
        strip.addWidget(self.undo)
        self.removed.setProperty("role", "news")
        self.undo.setProperty("role", "link")
        left = QVBoxLayout()
        left.setContentsMargins(22, 20, 8, 14)
        left.setSpacing(4)
        for widget in (heading, about):
            widget.setContentsMargins(10, 0, 0, 0)
            left.addWidget(widget)
        left.addSpacing(6)
        left.addWidget(self.grid, 1)
        left.addWidget(self.removed)
        left.addWidget(self.broken)
        return left

    def _right(self) -> QWidget:
        """Return the recent projects above the buttons."""
        side = QWidget()
        side.setProperty("panel", "canvas")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(SIDE)
        title = QLabel(self.tr("Recent projects"))
        title.setFont(font(11, bold=True))
        title.setContentsMargins(9, 0, 0, 0)
        self._none.setProperty("role", "caption")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setContentsMargins(9, 4, 9, 0)
        self._recents.addWidget(self.recent)
        self._recents.addWidget(self._none)
        keys = QLabel(self.tr("Esc leads back to your project."))
        keys.setProperty("role", "caption")
        keys.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        right = QVBoxLayout(side)
        right.setContentsMargins(16, 22, 16, 16)
        right.setSpacing(8)
        right.addWidget(title)
        right.addWidget(self._recents, 1)
        right.addWidget(self.open_button)
        right.addWidget(self.architecture_button)
        right.addSpacing(4)
        right.addWidget(keys)
        return side

    def _button(self, words: str, then: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)

        def pressed() -> None:
            self.accept()
            then()

        button.clicked.connect(pressed)
        return button

    # --- showing -----------------------------------------------------------------------

    def show_page(self) -> None:
        """Show what there is now, over the middle of the window."""
        room = self._window.size()
        self.resize(
            min(WIDEST, room.width() - 2 * AROUND), min(HIGHEST, room.height() - 2 * AROUND)
        )
        corner = QPoint((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)
        self.move(self._window.mapToGlobal(corner))
        self.removed.hide()
        self._templates.reload()
        self._show_templates()
        self._show_recent()
        self.open()
        self.grid.setFocus()

    def _show_templates(self) -> None:
        self.grid.show_templates(self._templates.all)
        faults = self._templates.shelf.broken
        self.broken.setVisible(bool(faults))
        self.broken.setText("\n".join(render(fault.what) for fault in faults[:2]))

    def _show_recent(self) -> None:
        paths = self._parts.settings.values.recent
        self._recents.setCurrentWidget(self.recent if paths else self._none)
        # They may lie on a disk that is far away.
        self._parts.jobs.start(
            lambda _progress: look_up(paths), self._recent_found, self._parts.messages.report
        )

    def _recent_found(self, found: list[Recent]) -> None:
        wanted = self._parts.settings.values.recent
        self.recent.show_entries([each for each in found if str(each.path) in wanted])

    # --- what people do ----------------------------------------------------------------

    def _use(self, template: Template) -> None:
        self.accept()
        self.template_chosen.emit(template)

    def _open(self, path: Path) -> None:
        self.accept()
        self.project_chosen.emit(path)

    def _forget(self, path: Path) -> None:
        settings = self._parts.settings
        settings.set("recent", [name for name in settings.values.recent if name != str(path)])
        self._show_recent()

    def _remove(self, template: Template) -> None:
        if self._attempt(lambda: self._templates.remove(template)):
            self._removed_words.setText(
                self.tr("“{title}” was removed.").format(title=render(template.title))
            )
            self.removed.show()

    def _restore(self) -> None:
        self.removed.hide()
        self._attempt(self._templates.restore)
        self.grid.setFocus()

    def _attempt(self, call: Callable[[], None]) -> bool:
        """Do something that may be refused, and tell a refusal here."""
        try:
            call()
        except StudioError as error:
            self.broken.setText(render(error.what))
            self.broken.show()
            return False
        return True
