"""The main window: it assembles the panels and gives each what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from mlp_studio import __version__
from mlp_studio.core.datasets import DataSpec, OwnSource
from mlp_studio.core.devices import among
from mlp_studio.core.errors import StudioError
from mlp_studio.studio.devices import explain_devices
from mlp_studio.studio.language import render
from mlp_studio.ui.builder.panel import BuilderPanel
from mlp_studio.ui.builder.summary import SummaryDialog
from mlp_studio.ui.common.eliding import ElidingLabel
from mlp_studio.ui.common.scrolling import PageStack
from mlp_studio.ui.data.own.wizards import OwnDataWizards
from mlp_studio.ui.data.panel import DataPanel
from mlp_studio.ui.data.sources import own_data, source_name
from mlp_studio.ui.digits.acquaintance import Acquaintance
from mlp_studio.ui.digits.mine import Mine
from mlp_studio.ui.digits.panel import DigitsPanel, reads_drawings
from mlp_studio.ui.figures.actions import FiguresActions
from mlp_studio.ui.start.actions import StartActions
from mlp_studio.ui.surface.graphics import Graphics
from mlp_studio.ui.surface.switch import PlaneOrSurface
from mlp_studio.ui.window.actions import Entry, make_actions
from mlp_studio.ui.window.carried import SHOWN_MS, carried_words
from mlp_studio.ui.window.history import HistoryPanel
from mlp_studio.ui.window.menus import fill_menu_bar
from mlp_studio.ui.window.message_bar import MessageBar
from mlp_studio.ui.window.parts import Parts
from mlp_studio.ui.window.project_actions import ProjectActions
from mlp_studio.ui.window.result import ResultLine
from mlp_studio.ui.window.result_tabs import ResultTabs
from mlp_studio.ui.window.screen import Placement
from mlp_studio.ui.window.toolbar import ToolBar
from mlp_studio.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from mlp_studio.ui.examples.panel import ExamplesPanel
    from mlp_studio.ui.training.curves import CurvesPanel

CURVES_AFTER_MS = 20  # once the window has been painted


class MainWindow(QMainWindow):
    """Data at the left, the network above the results in the centre, try-it at the right."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.project = ProjectActions(parts, self)
        self.own_data = OwnDataWizards(
            parts.document, parts.store, parts.jobs, parts.messages, parts.theme, self
        )
        self.start = StartActions(parts, self.project, self)
        self.figures = FiguresActions(parts, self)
        entries = [*self._entries(), *self.start.entries(), *self.figures.entries()]
        self.actions_by_id = make_actions(self, entries)
        self._templates = self.start.make_menu(self.actions_by_id["start_page"])
        self._make_panels()
        fill_menu_bar(self, self.actions_by_id, self._templates, self.project, parts.settings)
        self._make_status_bar()
        self._connect()
        self._show_title()
        self._follow_state()
        self._placement = Placement(self, parts.settings)

    # --- assembling --------------------------------------------------------------------

    def _make_panels(self) -> None:
        p = self._parts
        self.toolbar = ToolBar(
            p.document, p.training, p.theme, self.actions_by_id, self._templates, p.settings
        )
        self.data = DataPanel(p.document, p.store, p.theme)
        self.data.own_data_wanted.connect(self.own_data.open)
        self.builder = BuilderPanel(p.document, p.theme, p.store, p.advice)
        acquaintance = Acquaintance(p.document, p.store, p.training, self)
        self.digits = DigitsPanel(p.document, p.jobs, p.messages, p.theme, acquaintance)
        self.mine = Mine(p, self.digits, self)
        self.graphics = Graphics(self)
        self.plane = PlaneOrSurface(p.document, p.store, p.training, p.theme, p.jobs, self.graphics)
        self.tabs = ResultTabs(p)
        self.features, self.weights = self.tabs.features, self.tabs.weights
        self.evaluation = self.tabs.evaluation
        self.figures.follow(self.tabs, self.tabs.kinds)
        self.evaluation.others.file_wanted.connect(
            lambda kind: self.own_data.bring(kind, self._evaluate_on)
        )
        self.evaluation.other.failed.connect(p.messages.report)
        self.evaluation.opening.picture_wanted.connect(self.digits.show_picture)
        self.try_it = PageStack()
        self.try_it.add(self.digits, self.plane)
        self.workspace = Workspace(
            self.data, self.builder, self.tabs, self.try_it, p.settings, p.theme
        )
        for panel, action in self.workspace.actions_by_panel.items():
            self.actions_by_id[f"show_{panel}"] = action

        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self.workspace, 1)
        self.setCentralWidget(body)
        self.message_bar = MessageBar(body)
        self.history = HistoryPanel(p.document.undo_stack, p.theme, self)
        self.summary = SummaryDialog(p.document, p.advice, self)

    @property
    def curves(self) -> CurvesPanel:
        """The curves, made when first asked for."""
        return self.tabs.curves

    @property
    def examples(self) -> ExamplesPanel:
        """The examples, made when first asked for."""
        return self.tabs.examples

    def _entries(self) -> list[Entry]:
        p = self._parts
        return [
            Entry("open", self.tr("&Open…"), self.tr("Open a project"), "Ctrl+O",
                  self.project.ask_and_open),
            Entry("open_data", self.tr("Open &data…"),
                  self.tr("Learn from a table, pictures or arrays of your own"), "Ctrl+Shift+D",
                  self.own_data.ask_and_offer),
            Entry("save", self.tr("&Save"), self.tr("Save the project"), "Ctrl+S",
                  self.project.save),
            Entry("save_as", self.tr("Save &as…"), self.tr("Save the project under another name"),
                  "Ctrl+Shift+S", self.project.save_as),
            Entry("export_npy", self.tr("Export weights (.npy)…"),
                  self.tr("Write every kernel and bias as a NumPy file"), "Ctrl+E",
                  self.project.ask_and_export),
            Entry("quit", self.tr("&Quit"), self.tr("Leave MLP Studio"), "Ctrl+Q", self.close),
            Entry("undo", self.tr("&Undo"), self.tr("Undo the last edit"), "Ctrl+Z",
                  p.document.undo_stack.undo),
            Entry("redo", self.tr("&Redo"), self.tr("Redo the edit that was undone"),
                  "Ctrl+Shift+Z", p.document.undo_stack.redo),
            Entry("history", self.tr("Undo &history…"), self.tr("Every step by its name"),
                  "Ctrl+Alt+Z", self._open_history),
            Entry("summary", self.tr("Network &summary…"),
                  self.tr("Layers, parameters, memory and multiply-adds in a table"), "Ctrl+I",
                  self._open_summary),
            Entry("restore_hints", self.tr("Show &dismissed hints again"),
                  self.tr("Hints that were dismissed come back"), "", p.advice.restore),
            Entry("train", self.tr("▶  Train"), self.tr("Train, pause or go on"), "F5",
                  self.toggle_training),
            Entry("stop", self.tr("■  Stop"), self.tr("End training; the weights stay"), "Shift+F5",
                  p.training.stop),
            Entry("one_epoch", self.tr("▸  One epoch"), self.tr("Train for one epoch"), "F6",
                  self._one_epoch),
            Entry("new_weights", self.tr("⟲  New weights"),
                  self.tr("Forget what was learnt: the next training begins with new weights"),
                  "Ctrl+Shift+N", p.training.new_weights),
            Entry("best_weights", self.tr("★  Best epoch's weights"),
                  self.tr("Go back to the weights of the best epoch; undo leads back here"),
                  "Ctrl+Shift+B", self._use_best),
            Entry("runs", self.tr("&Runs"), self.tr("Show the training runs that are kept"),
                  "Ctrl+R", self._show_runs),
            Entry("queue", self.tr("Training &queue…"),
                  self.tr("Train several networks one after the other"), "Ctrl+Shift+R",
                  self._open_queue),
            Entry("about", self.tr("&About MLP Studio"), self.tr("Version and licence"), "",
                  self._about),
        ]  # fmt: skip

    def _make_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.result = ResultLine(self._parts)
        self._saved = ElidingLabel()
        bar.addWidget(self.result, 1)
        bar.addPermanentWidget(self._saved)

    def _connect(self) -> None:
        p = self._parts
        p.document.path_changed.connect(self._show_title)
        p.document.modified_changed.connect(self._show_title)
        p.document.opened.connect(self._opened)
        p.document.data_changed.connect(self._show_try_it)
        p.document.snapshot_changed.connect(self._follow_state)
        p.document.problems_changed.connect(self._follow_state)
        p.document.training_changed.connect(self._follow_state)
        p.document.undo_stack.canUndoChanged.connect(self._follow_undo)
        p.document.undo_stack.canRedoChanged.connect(self._follow_undo)
        p.document.undo_stack.indexChanged.connect(self._follow_undo)
        p.training.state_changed.connect(self._follow_state)
        p.training.failed.connect(p.messages.report)
        p.film.failed.connect(p.messages.report)
        self.plane.surface.page.failed.connect(p.messages.report)
        self.graphics.settled.connect(self._tell_graphics)
        self.features.failed.connect(p.messages.report)
        self.digits.image_read.connect(self.features.guest.show_drawing)
        self.features.export.done.connect(
            lambda path: p.messages.info(self.tr("The film is in {path}.").format(path=path))
        )
        p.training.ready.connect(self._show_precisions)
        p.document.keep_function = p.settings.values.keep_function
        p.document.carried.connect(
            lambda carried: self.statusBar().showMessage(carried_words(carried), SHOWN_MS)
        )
        p.store.failed.connect(self._data_failed)
        p.store.dataset_changed.connect(self._follow_state)
        self.data.preview.wanted.connect(self.workspace.open_results)
        self.data.preview.wanted.connect(self.tabs.show_examples)
        p.messages.posted.connect(self.message_bar.show_message)
        self.toolbar.devices.explanation_wanted.connect(self._explain_device)
        self.builder.facts.clicked.connect(self._open_summary)
        self.builder.canvas.actions_of_layers.search_asked.connect(self.tabs.search_layer)
        p.advice.changed.connect(self._follow_advice)
        self._follow_advice()
        p.settings.changed.connect(self._setting_changed)
        p.settings.failed.connect(p.messages.report)
        self._show_try_it(p.document.data)
        self._follow_undo()

    # --- following ---------------------------------------------------------------------

    def _show_title(self, _changed: object = None) -> None:
        document = self._parts.document
        name = document.path.stem if document.path else document.project.name
        self.setWindowTitle(self.tr("{name}[*] · MLP Studio").format(name=name))
        self.setWindowModified(document.modified)
        self._saved.setText(
            self.tr("Not saved") if document.modified or document.path is None
            else self.tr("Saved in {name}").format(name=document.path.name)
        )  # fmt: skip

    def _opened(self) -> None:
        self.message_bar.hide()
        self._show_title()

    def _show_try_it(self, data: DataSpec) -> None:
        drawings = reads_drawings(data.source)
        self.try_it.setCurrentWidget(self.digits if drawings else self.plane)

    def _follow_state(self, _changed: object = None) -> None:
        p, act = self._parts, self.actions_by_id
        state = p.training.state
        blocked = any(problem.severity == "error" for problem in p.document.problems)
        able = p.store.dataset is not None and not p.store.busy and not blocked
        act["train"].setEnabled(state in {"preparing", "running", "paused"} or able)
        if state in {"preparing", "running"}:
            act["train"].setText(self.tr("❚❚  Pause"))
        elif state == "paused":
            act["train"].setText(self.tr("▶  Resume"))
        elif p.training.can_continue:
            act["train"].setText(self.tr("▶  Continue"))
        else:
            act["train"].setText(self.tr("▶  Train"))
        act["stop"].setEnabled(p.training.active and state != "stopping")
        act["one_epoch"].setEnabled(state == "paused" or (state == "idle" and able))
        act["new_weights"].setEnabled(state == "idle" and p.training.can_continue)
        best = p.training.best
        elsewhere = best is not None and best.snapshot is not p.document.snapshot
        act["best_weights"].setEnabled(elsewhere)
        act["export_npy"].setEnabled(p.document.snapshot is not None)
        act["figures"].setEnabled(p.document.snapshot is not None)

    def _follow_undo(self, _changed: object = None) -> None:
        stack, act = self._parts.document.undo_stack, self.actions_by_id
        act["undo"].setEnabled(stack.canUndo())
        act["redo"].setEnabled(stack.canRedo())
        undo = self.tr("&Undo {step}") if stack.canUndo() else self.tr("&Undo")
        redo = self.tr("&Redo {step}") if stack.canRedo() else self.tr("&Redo")
        act["undo"].setText(undo.format(step=stack.undoText()))
        act["redo"].setText(redo.format(step=stack.redoText()))

    def _data_failed(self, error: Exception) -> None:
        self._follow_state()
        if not isinstance(error, StudioError):  # the data panel tells of expected ones
            self._parts.messages.report(error)

    def _evaluate_on(self, source: OwnSource) -> None:
        self.evaluation.other.load(own_data(source), source_name(source))

    def _tell_graphics(self, reason: str) -> None:
        if reason:
            words = self.tr("Surfaces are drawn without OpenGL: {reason}.")
            self.statusBar().showMessage(words.format(reason=reason), SHOWN_MS)

    def _explain_device(self) -> None:
        p = self._parts
        p.jobs.start(
            lambda _progress: explain_devices(p.training.choice),
            lambda words: p.messages.info(render(words)),
            p.messages.report,
        )

    def _show_precisions(self) -> None:
        """Offer the precisions of the devices that come into question."""
        devices, chosen = self._parts.training.devices, self._parts.settings.values.device
        if devices:
            self.data.training.precision.show_devices(among(devices, chosen))

    def _setting_changed(self, name: str) -> None:
        if name == "device":
            self._show_precisions()
        elif name == "keep_function":
            self._parts.document.keep_function = self._parts.settings.values.keep_function
        elif name == "look":
            self._parts.theme.set_mode(self._parts.settings.values.look)
        elif name == "language":
            self._parts.messages.info(
                self.tr("The language changes when MLP Studio is started again.")
            )

    # --- what people ask for -----------------------------------------------------------

    def toggle_training(self) -> None:
        """Train, pause or go on: what the accent button says."""
        if self._parts.training.state in {"preparing", "running"}:
            self._parts.training.pause()
        else:
            self.project.attempt(self._parts.training.train)

    def _one_epoch(self) -> None:
        self.project.attempt(self._parts.training.one_epoch)

    def _open_history(self) -> None:
        self.history.open_below(self.toolbar.history)

    def _show_runs(self) -> None:
        self.tabs.show_runs()

    def _open_queue(self) -> None:
        self.tabs.runs.open_queue()

    def _open_summary(self) -> None:
        self.summary.show()
        self.summary.raise_()
        self.summary.activateWindow()

    def _follow_advice(self) -> None:
        self.actions_by_id["restore_hints"].setEnabled(self._parts.advice.dismissed > 0)

    def _use_best(self) -> None:
        best = self._parts.training.best
        if best is not None:
            label = self.tr("Use the weights of epoch {epoch}").format(epoch=best.epoch)
            self._parts.document.edit(label, weights=best.snapshot)

    def _about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About MLP Studio"),
            self.tr(
                "MLP Studio {version}\n\nDesign, train and understand multilayer perceptrons.\n"
                "MIT licence."
            ).format(version=__version__),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(CURVES_AFTER_MS, self, lambda: self.curves)
        self._placement.shown()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.project.may_leave():
            event.ignore()
            return
        self._placement.keep()
        self.graphics.close()
        self._parts.queue.close()
        self._parts.sweeps.close()
        self._parts.training.close()
        self._parts.film.close()
        self._parts.store.cancel()
        self._parts.jobs.close()
        self._parts.runs.close()
        event.accept()
