"""What waits in the queue, and what can be added to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.check import problems
from mlp_studio.core.dataset import facts
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.storage.runs import QueueItem
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.queue import TrainingQueue
from mlp_studio.studio.queue_items import exercise, with_seeds
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.start.words import network_words
from mlp_studio.ui.theme import RHYTHM

MOST_SEEDS = 50
PRESENT, EXERCISE = "", "exercise"


class _Waiting(QListWidget):
    """A list from which Delete takes things out.

    Signals
    -------
    remove_wanted()
        The key was pressed.
    """

    remove_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_wanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class QueueDialog(QDialog):
    """Fills and empties the queue, also while it is trained.

    Parameters
    ----------
    queue : TrainingQueue
        The queue.
    document : Document
        Whose network can be added.
    """

    def __init__(
        self, queue: TrainingQueue, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._document = queue, document
        self.setWindowTitle(self.tr("Training queue"))
        self.resize(620, 420)
        self._build()
        queue.changed.connect(self.synchronize)
        queue.progressed.connect(self._show_progress)
        document.network_changed.connect(self._say_what)
        document.training_changed.connect(self._say_what)
        document.data_changed.connect(self._say_what)
        self.synchronize()

    def _build(self) -> None:
        self.what = CalmCombo()
        self.what.addItem(self.tr("The present network"), PRESENT)
        self.what.addItem(self.tr("The course’s exercise: four networks on MNIST"), EXERCISE)
        self.what.add_heading(self.tr("Templates"))
        for name, template in TEMPLATES.items():
            self.what.addItem(render(template.title), name)
        self.what.setAccessibleName(self.tr("What is added"))
        self.what.currentIndexChanged.connect(self._say_what)
        self.seeds = QSpinBox()
        self.seeds.setRange(1, MOST_SEEDS)
        self.seeds.setToolTip(
            self.tr("How many seeds: each is trained from other new weights, in another order")
        )
        self.seeds.setAccessibleName(self.tr("Seeds"))
        self.add = QPushButton(self.tr("Add"))
        self.add.clicked.connect(self._add)
        self.about = QLabel()
        self.about.setProperty("role", "caption")
        self.about.setWordWrap(True)
        self._build_waiting()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self.start = buttons.addButton(
            self.tr("Train the queue"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._queue.start)
        buttons.rejected.connect(self.close)
        top = QHBoxLayout()
        top.addWidget(self.what, 1)
        top.addWidget(caption(self.tr("Seeds")))
        top.addWidget(self.seeds)
        top.addWidget(self.add)
        below = QHBoxLayout()
        below.addWidget(self.state, 1)
        for button in (self.up, self.down, self.remove):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(RHYTHM)
        layout.addLayout(top)
        layout.addWidget(self.about)
        layout.addWidget(self.waiting, 1)
        layout.addLayout(below)
        layout.addWidget(buttons)

    def _build_waiting(self) -> None:
        self.waiting = _Waiting()
        self.waiting.remove_wanted.connect(self._remove)
        self.waiting.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.waiting.setSpacing(2)
        self.waiting.setAccessibleName(self.tr("What waits"))
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Take the selected ones out (Del)"))
        self.remove.clicked.connect(self._remove)
        self.up = QPushButton("↑")
        self.up.setToolTip(self.tr("Train it earlier"))
        self.up.clicked.connect(lambda _on=False: self._move(-1))
        self.down = QPushButton("↓")
        self.down.setToolTip(self.tr("Train it later"))
        self.down.clicked.connect(lambda _on=False: self._move(1))
        self.state = QLabel()
        self.state.setProperty("role", "secondary")
        self.state.setWordWrap(True)
        self.waiting.itemSelectionChanged.connect(self._follow_selection)

    # --- showing -----------------------------------------------------------------------

    @Slot()
    def synchronize(self) -> None:
        """Show what waits."""
        names = [self._words(item) for item in self._queue.items]
        shown = [self.waiting.item(row).text() for row in range(self.waiting.count())]
        if names != shown:
            kept = {index.row() for index in self.waiting.selectedIndexes()}
            self.waiting.clear()
            self.waiting.addItems(names)
            for row in kept:
                if row < len(names):
                    self.waiting.item(row).setSelected(True)
        self.start.setEnabled(not self._queue.active and bool(self._queue.items))
        self._show_progress(self._queue.share, self._queue.words)
        self._say_what()
        self._follow_selection()

    @staticmethod
    def _words(item: QueueItem) -> str:
        return f"{item.name}  ·  {network_words(item.project.network)}"

    @Slot(float, str)
    def _show_progress(self, _share: float, words: str) -> None:
        self.state.setText(words or self.tr("Nothing waits."))

    @Slot()
    def _say_what(self, _what: object = None) -> None:
        chosen = self.what.currentData()
        able = True
        if chosen == PRESENT:
            project = self._document.project
            found = problems(project.network, project.training, facts(project.data.source))
            grave = [problem for problem in found if problem.severity == "error"]
            able = not grave
            words = render(grave[0].what) if grave else network_words(project.network)
        elif chosen == EXERCISE:
            words = self.tr(
                "200 linear, 200 tanh, 100-200-100 and 200-500-200, with accuracy, recall and F1 "
                "on the test set side by side in the table of runs."
            )
        else:
            words = render(TEMPLATES[chosen].description) if chosen in TEMPLATES else ""
        self.about.setText(words)
        self.add.setEnabled(able)

    @Slot()
    def _follow_selection(self) -> None:
        rows = self._selected()
        self.remove.setEnabled(bool(rows))
        self.up.setEnabled(len(rows) == 1 and rows[0] > 0)
        self.down.setEnabled(len(rows) == 1 and rows[0] < self.waiting.count() - 1)

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self.waiting.selectedIndexes())

    # --- changing ----------------------------------------------------------------------

    @Slot()
    def _add(self) -> None:
        chosen, seeds = self.what.currentData(), self.seeds.value()
        makers: dict[str, Callable[[], list[QueueItem]]] = {
            PRESENT: lambda: present(self._document.project, seeds),
            EXERCISE: lambda: exercise(seeds),
        }
        if chosen in makers:
            self._queue.add(makers[chosen]())
        elif chosen in TEMPLATES:
            template = TEMPLATES[chosen]
            self._queue.add(with_seeds(render(template.title), template.project, seeds))

    @Slot()
    def _remove(self) -> None:
        self._queue.remove(self._selected())

    def _move(self, by: int) -> None:
        (row,) = self._selected()
        self._queue.move(row, row + by)
        self.waiting.clearSelection()
        self.waiting.item(row + by).setSelected(True)


def present(project: ProjectSpec, seeds: int) -> list[QueueItem]:
    """Return the open project as items, called by what its network is."""
    return with_seeds(network_words(project.network), project, seeds)
