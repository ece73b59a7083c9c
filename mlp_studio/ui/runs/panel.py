"""The Runs panel: every training run that the project keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.errors import StudioError
from mlp_studio.storage.runs import KeptRun
from mlp_studio.studio.document import Document
from mlp_studio.studio.queue import TrainingQueue
from mlp_studio.studio.queue_items import with_seeds
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_return import RunReturn
from mlp_studio.ui.features.fitting import FittingLabel
from mlp_studio.ui.runs.compare import ComparePanel
from mlp_studio.ui.runs.queue_bar import QueueBar
from mlp_studio.ui.runs.queue_dialog import QueueDialog
from mlp_studio.ui.runs.table import RunsTable, Wanted
from mlp_studio.ui.runs.words import run_name, size_words
from mlp_studio.ui.theme import RHYTHM, Theme

TYPED_MS = 120  # without a key before the rows are filtered


class RunsPanel(QWidget):
    """A table of runs, and beside it what is known of the selected ones.

    Parameters
    ----------
    runs : Runs
        The runs.
    back : RunReturn
        Brings them back.
    train : callable
        Trains on from the weights in force.
    queue : TrainingQueue
        Trains several networks one after the other.
    document : Document
        The open project.
    theme : Theme
        The look in force.

    Signals
    -------
    failed(Exception)
        Something can't be done.
    """

    failed = Signal(object)

    def __init__(
        self,
        runs: Runs,
        back: RunReturn,
        train: Callable[[], object],
        queue: TrainingQueue,
        document: Document,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs, self._back, self._train = runs, back, train
        self._queue, self._document = queue, document
        self._dialog: QueueDialog | None = None
        self._stale = True
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self._filter)
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme)
        self._connect()
        self.synchronize()

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter: words, accuracy>0.95, seed=3"))
        self.filter.setToolTip(
            self.tr(
                "Shows the runs in which all words occur. A column is named by how its head "
                "begins: name:digits, epochs<20, f1>=0.9"
            )
        )
        self.filter.setAccessibleName(self.tr("Filter the runs"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        self.starred = QPushButton("★")
        self.starred.setProperty("role", "flat")
        self.starred.setCheckable(True)
        self.starred.setToolTip(self.tr("Show starred runs only"))
        self.starred.setAccessibleName(self.tr("Starred runs only"))
        self.room = FittingLabel()
        self.head = QHBoxLayout()
        self.head.setSpacing(RHYTHM)
        self.head.addWidget(self.filter, 1)
        self.head.addWidget(self.starred)
        self.head.addWidget(self.room, 1)
        self.queue_button = QPushButton(self.tr("Queue…"))
        self.queue_button.setToolTip(self.tr("Train several networks one after the other"))
        self.queue_button.clicked.connect(self.open_queue)
        self.head.addWidget(self.queue_button)
        self.head.setContentsMargins(0, 0, RHYTHM, 0)
        self.queue_bar = QueueBar(self._queue, theme)
        self.table = RunsTable(theme)
        self.compare = ComparePanel(self._runs, theme)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.compare)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self.compare.setMinimumWidth(280)
        self._split.setSizes([620, 360])
        self._empty = QLabel(
            self.tr(
                "Every training run is kept here with its network, settings, curves, scores and "
                "weights.\nPress Train, then compare runs, go back to any of them, or let a "
                "queue train several networks one after the other."
            )
        )
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RHYTHM, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.queue_bar)

    def _connect(self) -> None:
        self._runs.changed.connect(self.synchronize)
        self.filter.textChanged.connect(self._typed.start)
        self.filter.returnPressed.connect(self._filter)
        self.starred.toggled.connect(self._star_filter)
        self.table.chosen.connect(self._on_chosen)
        self.table.wanted.connect(self._on_wanted)
        self.table.runs.renamed.connect(self.rename)
        self.compare.noted.connect(self.note)
        self.compare.failed.connect(self.failed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    # --- following ---------------------------------------------------------------------

    @Slot()
    def synchronize(self) -> None:
        """Show the runs that there are, if anybody looks."""
        self._stale = True
        if not self.isVisible():
            return
        self._stale = False
        runs = self._runs.all
        before = self.table.selected
        self.table.show_runs(runs)
        self._stack.setCurrentWidget(self._split if runs else self._empty)
        for widget in (self.filter, self.starred):
            widget.setVisible(bool(runs))
        self._tell_room()
        if self.table.selected == before:
            self._on_chosen(before)

    def _tell_room(self) -> None:
        count, shown = len(self._runs), self.table.proxy.rowCount()
        if not count:
            self.room.say("")
            return
        size = size_words(self._runs.size)
        words = self.tr("{count} runs · {size} on disk").format(count=count, size=size)
        if count == 1:
            words = self.tr("1 run · {size} on disk").format(size=size)
        if shown != count:
            words = self.tr("{shown} of {count} runs · {size} on disk").format(
                shown=shown, count=count, size=size
            )
        self.room.say(words, size)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.synchronize()

    def hideEvent(self, event: QHideEvent) -> None:
        self.compare.keep_notes()
        super().hideEvent(event)

    @Slot(object)
    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        chosen = [self._runs.get(run) for run in ids if run in self._runs]
        chosen.sort(key=lambda run: (run.began, run.id))
        self.compare.show_runs(chosen)

    @Slot()
    def _filter(self) -> None:
        self._typed.stop()
        self.table.proxy.ask(self.filter.text())
        self._tell_room()

    @Slot(bool)
    def _star_filter(self, on: bool) -> None:
        self.table.proxy.show_only_starred(on)
        self._tell_room()

    @Slot()
    def _find(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    # --- what people do ----------------------------------------------------------------

    @Slot(object)
    def _on_wanted(self, wanted: Wanted) -> None:
        runs = [self._runs.get(run) for run in wanted.runs if run in self._runs]
        deeds: dict[str, Callable[[list[KeptRun]], None]] = {
            "star": self.star,
            "delete": self.delete,
            "only_best": self.only_best,
            "enqueue": self.enqueue,
            "go_back": partial(self._go_back, epoch=wanted.epoch, on=False),
            "continue": partial(self._go_back, epoch=wanted.epoch, on=True),
        }
        if runs:
            deeds[wanted.what](runs)

    def _go_back(self, runs: list[KeptRun], *, epoch: int | None, on: bool) -> None:
        run = runs[0]
        name = run_name(run)
        label = self.tr("Go back to {run}").format(run=name)
        if epoch is not None:
            label = self.tr("Go back to {run}, epoch {epoch}").format(run=name, epoch=epoch)
        try:
            self._back.go_back(run, label, epoch)
            if on:
                self._train()
        except (StudioError, OSError) as error:
            self.failed.emit(error)

    @Slot()
    def open_queue(self) -> None:
        """Show what waits in the queue."""
        if self._dialog is None:
            self._dialog = QueueDialog(self._queue, self._document, self.window())
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def enqueue(self, runs: list[KeptRun]) -> None:
        """Put the designs of runs into the queue, with the seed after theirs."""
        self._queue.add(
            item for run in runs for item in with_seeds(run_name(run), run.project, 2)[1:]
        )

    def star(self, runs: list[KeptRun]) -> None:
        """Star runs, or take the star from all that have one."""
        on = not all(run.starred for run in runs)
        label = self.tr("Star runs") if on else self.tr("Remove stars")
        self._edit(label, {run.id: _changed(run, starred=on) for run in runs})

    @Slot(str, str)
    def rename(self, run: str, name: str) -> None:
        """Call a run by another name; its number where that is empty."""
        if run in self._runs:
            label = self.tr("Rename a run")
            self._edit(label, {run: _changed(self._runs.get(run), name=name)})

    @Slot(str, str)
    def note(self, run: str, notes: str) -> None:
        """Write notes to a run."""
        label = self.tr("Notes on a run")
        self._edit(label, {run: _changed(self._runs.get(run), notes=notes)})

    def delete(self, runs: list[KeptRun]) -> None:
        """Delete runs; undo brings them back."""
        label = self.tr("Delete {run}").format(run=run_name(runs[0]))
        if len(runs) > 1:
            label = self.tr("Delete {count} runs").format(count=len(runs))
        self._edit(label, dict.fromkeys((run.id for run in runs), None))

    def only_best(self, runs: list[KeptRun]) -> None:
        """Let go of all weights but the best of each run."""
        label = self.tr("Keep only the best weights")
        self._edit(label, {run.id: run.only_best() for run in runs})

    def _edit(self, label: str, changes: Mapping[str, KeptRun | None]) -> None:
        try:
            self._runs.edit(label, changes)
        except (StudioError, OSError) as error:
            self.failed.emit(error)


def _changed(run: KeptRun, **changes: object) -> KeptRun:
    return run.model_copy(update=changes)
