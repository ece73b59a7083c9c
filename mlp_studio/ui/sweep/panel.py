"""The sweep panel: what is searched at the left, how it goes at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.errors import StudioError
from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.sweep_events import SweepFinished, SweepPlan, TrialRow
from mlp_studio.core.sweep_space import sweep_of
from mlp_studio.core.text import Text
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import explained, render
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.sweeps.adopting import adopted
from mlp_studio.studio.sweeps.controller import SweepController
from mlp_studio.studio.sweeps.kept import plan_here, require_folder
from mlp_studio.ui.sweep.settings import SweepSettings
from mlp_studio.ui.sweep.space import SpaceList
from mlp_studio.ui.sweep.views import SweepViews
from mlp_studio.ui.sweep.words import objective_name
from mlp_studio.ui.theme import RHYTHM, Theme

SETUP_WIDTH = 400
REDRAW_MS = 200  # trials come in one by one: they are drawn together


class SweepPanel(QWidget):
    """Sweeps over the design.

    Parameters
    ----------
    document : Document
        The design; what is ticked is part of it.
    sweeps : SweepController
        Runs the sweep.
    settings : Settings
        Where to train.
    theme : Theme
        The look in force.

    Signals
    -------
    failed(Exception)
        The sweep could not go on.
    """

    failed = Signal(object)

    def __init__(
        self,
        document: Document,
        sweeps: SweepController,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._sweeps = document, sweeps
        self._chosen = settings
        self._looked: str | None = None  # the study that was looked at last
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAW_MS)
        self._redraw.timeout.connect(self._draw)
        self._build(theme)
        self._connect()
        self.synchronize()

    def search_layer(self, name: str) -> None:
        """Tick the main parameter of a layer and show all it has."""
        self.synchronize()
        field = next(
            (
                target
                for target in self.space.rows
                if target.startswith(f"layer/{name}/")
            ),
            None,
        )  # fmt: skip
        if field is None:
            self._say(
                self.tr("“{name}” has nothing to search: its output must fit the data.").format(
                    name=name
                )
            )
            return
        self.sheets.setCurrentIndex(0)
        self.space.tick(field)
        heading = self.space.show_layer(name)
        if heading is not None:
            QTimer.singleShot(0, self, lambda: self.setup.ensureWidgetVisible(heading, 0, 120))

    @Slot()
    def synchronize(self, _what: object = None) -> None:
        """Show the design's parameters and its sweep."""
        spec = sweep_of(self._document.project)
        self.space.synchronize(spec)
        self.settings.synchronize(spec)
        self._follow_state()
        if self.isVisible():
            self._look()

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.space, self.settings = SpaceList(self._document), SweepSettings(self._document)
        self.setup, settings = _scrolled(self.space), _scrolled(self.settings)
        self.sheets, self._sheet = QTabBar(), QStackedWidget()
        self.sheets.setDrawBase(False)
        self.sheets.setExpanding(False)
        for sheet, name in ((self.setup, self.tr("Search space")), (settings, self.tr("Method"))):
            self.sheets.addTab(name)
            self._sheet.addWidget(sheet)
        self.sheets.setAccessibleName(self.tr("What is set up of the sweep"))
        self.sheets.currentChanged.connect(self._sheet.setCurrentIndex)
        left = QWidget()
        left.setProperty("panel", "side")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(RHYTHM, 0, 0, 0)
        column.setSpacing(RHYTHM // 2)
        column.addWidget(self.sheets)
        column.addWidget(self._sheet, 1)
        left.setMinimumWidth(200)

        self.views = SweepViews(theme)
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(RHYTHM, RHYTHM // 2, RHYTHM, RHYTHM // 2)
        layout.setSpacing(RHYTHM // 2)
        layout.addLayout(self._make_head())
        self.note = QLabel()
        self.note.setProperty("role", "note")
        self.note.setWordWrap(True)
        self.note.hide()
        layout.addWidget(self.note)
        layout.addWidget(self.views, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([SETUP_WIDTH, 700])
        splitter.setStretchFactor(1, 1)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _make_head(self) -> QHBoxLayout:
        self.start_button = QPushButton()
        self.start_button.setProperty("role", "primary")
        self.stop_button = QPushButton(self.tr("■  Stop"))
        self.stop_button.setToolTip(self.tr("End the sweep; it can go on from here later."))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setMaximumWidth(160)
        self.status = QLabel()
        self.status.setProperty("role", "secondary")
        self.use_button = QPushButton()
        self.use_button.setToolTip(
            self.tr("Put its network and settings into the builder; undo leads back.")
        )
        head = QHBoxLayout()
        head.setSpacing(RHYTHM)
        for widget in (self.start_button, self.stop_button, self.bar):
            head.addWidget(widget)
        head.addWidget(self.status, 1)
        head.addWidget(self.use_button)
        return head

    def _connect(self) -> None:
        document, sweeps = self._document, self._sweeps
        for signal in (
            document.network_changed,
            document.training_changed,
            document.data_changed,
            document.sweep_changed,
        ):
            signal.connect(self.synchronize)
        document.opened.connect(self._opened)
        sweeps.state_changed.connect(self._follow_state)
        sweeps.trials_changed.connect(self._redraw.start)
        sweeps.importances_changed.connect(self._redraw.start)
        sweeps.told.connect(self._told)
        sweeps.finished.connect(self._finished)
        sweeps.failed.connect(self._failed)
        self.start_button.clicked.connect(self._start)
        self.stop_button.clicked.connect(sweeps.stop)
        self.use_button.clicked.connect(lambda: self.use(self._wanted()))
        self.space.refused.connect(self._say)
        self.views.chosen.connect(self._show_status)
        self.views.wanted.connect(lambda number: self.use(sweeps.rows.get(number)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    # --- the sweep ---------------------------------------------------------------------

    def _plan(self) -> SweepPlan:
        document = self._document
        return plan_here(document.project, document.path, self._chosen.values.device)

    def _look(self) -> None:
        """Show what the sweep that is set up now found earlier, in place of nothing.

        Trials that are shown stay: the design changes when one of them is taken over.
        """
        if self._sweeps.active or self._sweeps.rows:
            return
        plan = self._plan()
        if plan.study != self._looked:
            self._looked = plan.study
            if Path(plan.storage).is_file():
                self._sweeps.look(plan)

    @Slot()
    def _opened(self) -> None:
        """Begin anew with another project; a sweep that goes on is that of the one before."""
        if self._sweeps.active:
            return
        self._say("")
        self._looked = None
        self._sweeps.clear()
        self.synchronize()

    def _start(self) -> None:
        state = self._sweeps.state
        if state == "running":
            self._sweeps.pause()
        elif state == "paused":
            self._sweeps.resume()
        elif not self._sweeps.active:
            self._say("")
            plan = self._plan()
            self._looked = plan.study
            try:
                require_folder(Path(plan.storage).parent)
            except StudioError as error:
                self._say(explained(error))
                return
            self._sweeps.start(plan)

    def use(self, row: TrialRow | None) -> None:
        """Put a trial's network and settings, and its weights where they are kept, into place."""
        plan = self._sweeps.plan
        if row is None or plan is None:
            return
        try:
            project, snapshot = adopted(plan, row)
        except StudioError as error:
            self._say(explained(error))
            return
        self._document.edit(
            self.tr("Use the network of trial {number}").format(number=row.number),
            network=project.network,
            training=project.training,
            weights=snapshot,
            sweep=sweep_of(self._document.project),
        )
        self._say(
            self.tr("Trial {number} is in the builder, with its weights.").format(number=row.number)
            if snapshot is not None
            else self.tr(
                "Trial {number} is in the builder. Its weights are not kept here: train it."
            ).format(number=row.number)
        )

    # --- following ---------------------------------------------------------------------

    @Slot()
    def _follow_state(self, _state: object = None) -> None:
        state = self._sweeps.state
        names = {
            "running": self.tr("❚❚  Pause"),
            "paused": self.tr("▶  Resume"),
            "starting": self.tr("Starting…"),
            "stopping": self.tr("Stopping…"),
        }
        known = self._sweeps.plan
        goes_on = (
            bool(self._sweeps.rows) and known is not None and known.study == self._plan().study
        )
        again = self.tr("▶  Go on") if goes_on else self.tr("▶  Start")
        self.start_button.setText(names.get(state, again))
        ticked = bool(sweep_of(self._document.project).parameters)
        self.start_button.setEnabled(
            state in {"running", "paused"} or (ticked and state in {"idle", "looking"})
        )
        self.stop_button.setEnabled(state in {"starting", "running", "paused"})
        self._sheet.setEnabled(not self._sweeps.active)
        self._show_status()

    def _draw(self) -> None:
        sweep = self._sweeps.sweep or sweep_of(self._document.project)
        self.views.draw(self._sweeps, sweep)
        self._follow_state()

    @Slot(object)
    def _show_status(self, _selected: object = None) -> None:
        sweep = self._sweeps.sweep or sweep_of(self._document.project)
        rows = self._sweeps.rows.values()
        over = sum(row.state in {"complete", "pruned", "failed"} for row in rows)
        running = sum(row.state == "running" for row in rows)
        self.bar.setVisible(bool(sweep.trials) and (self._sweeps.active or over > 0))
        if sweep.trials:
            self.bar.setRange(0, sweep.trials)
            self.bar.setValue(min(over, sweep.trials))
        self.status.setText(self._status_words(sweep, over, running))
        wanted = self._wanted()
        self.use_button.setVisible(wanted is not None)
        if wanted is not None:
            best = self._sweeps.best
            words = (
                self.tr("★  Use the best")
                if best is not None and wanted.number == best.number
                else self.tr("Use trial {number}").format(number=wanted.number)
            )
            self.use_button.setText(words)

    def _status_words(self, sweep: SweepSpec, over: int, running: int) -> str:
        if not over and not running:
            if self._sweeps.state == "starting":
                return self.tr("Workers are starting…")
            return ""
        words = self.tr("{count} trials").format(count=over)
        if sweep.trials:
            words = self.tr("{count} of {trials} trials").format(count=over, trials=sweep.trials)
        if running and self._sweeps.active:
            words += " · " + self.tr("{count} running").format(count=running)
        best = self._sweeps.best
        if best is not None and best.best is not None:
            words += " · " + self.tr("best {name} {value} (trial {number})").format(
                name=objective_name(sweep.objective).lower(),
                value=f"{best.best:.4f}",
                number=best.number,
            )
        return words

    def _wanted(self) -> TrialRow | None:
        """Return the trial that the button would take: the selected one, else the best."""
        selected = self.views.table.selected
        row = self._sweeps.rows.get(selected) if selected is not None else None
        return row if row is not None and row.best is not None else self._sweeps.best

    @Slot(object)
    def _told(self, words: Text) -> None:
        self._say(render(words))

    @Slot(object)
    def _finished(self, event: SweepFinished) -> None:
        self._say(render(event.words))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if isinstance(error, StudioError):
            self._say(explained(error))
        else:
            self.failed.emit(error)

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))


def _scrolled(widget: QWidget) -> QScrollArea:
    """Return a widget that scrolls where there is too little room."""
    inside = QWidget()
    inside.setProperty("panel", "side")
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(RHYTHM, RHYTHM // 2, RHYTHM, RHYTHM)
    layout.addWidget(widget)
    layout.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(inside)
    return area
