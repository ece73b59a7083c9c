"""The main window: it assembles the panels and gives each what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio import __version__
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Mnist
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunFinished
from mlp_studio.core.templates import TEMPLATES, Template
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import SUFFIX, Files
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.language import LANGUAGES, render
from mlp_studio.studio.messages import Messages
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.training import TrainingController, explain_devices
from mlp_studio.ui.builder.panel import BuilderPanel
from mlp_studio.ui.data.panel import DataPanel
from mlp_studio.ui.digits.panel import DigitsPanel
from mlp_studio.ui.features.panel import FeaturesPanel
from mlp_studio.ui.plane.panel import PlanePanel
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.training.curves import CurvesPanel
from mlp_studio.ui.window.actions import Entry, make_actions
from mlp_studio.ui.window.message_bar import MessageBar
from mlp_studio.ui.window.toolbar import ToolBar


@dataclass(frozen=True)
class Parts:
    """Everything the window is given; built once by the composition root."""

    document: Document
    store: DataStore
    training: TrainingController
    jobs: Jobs
    messages: Messages
    files: Files
    settings: Settings
    theme: Theme


class MainWindow(QMainWindow):
    """Data at the left, the network above the results in the centre, try-it at the right."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.ask_before_closing = True
        self.actions_by_id = make_actions(self, self._entries())
        self._templates = self._template_menu()
        self._make_panels()
        self._make_menus()
        self._make_status_bar()
        self._connect()
        self._show_title()
        self._follow_state()
        self._restore_geometry()

    # --- assembling --------------------------------------------------------------------

    def _make_panels(self) -> None:
        p = self._parts
        self.toolbar = ToolBar(p.document, p.training, p.theme, self.actions_by_id, self._templates)
        self.message_bar = MessageBar()
        self.data = DataPanel(p.document, p.store, p.theme)
        self.builder = BuilderPanel(p.document, p.theme)
        self.curves = CurvesPanel(p.document, p.training, p.theme)
        self.features = FeaturesPanel(p.document, p.store, p.training, p.theme)
        self.digits = DigitsPanel(p.document, p.jobs, p.messages, p.theme)
        self.plane = PlanePanel(p.document, p.store, p.training, p.theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.curves, self.tr("Curves"))
        self.tabs.addTab(self.features, self.tr("Features"))
        self.tabs.setProperty("panel", "canvas")
        self.try_it = QStackedWidget()
        self.try_it.addWidget(self.digits)
        self.try_it.addWidget(self.plane)

        self._centre = QSplitter(Qt.Orientation.Vertical)
        self._centre.addWidget(self.builder)
        self._centre.addWidget(self.tabs)
        self._centre.setSizes([430, 330])
        self._centre.setCollapsible(0, False)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.data, self._centre, self.try_it):
            self._columns.addWidget(widget)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes([288, 980, 332])
        for splitter in (self._centre, self._columns):
            splitter.setHandleWidth(1)
        self.data.setMinimumWidth(264)
        self.try_it.setMinimumWidth(300)
        self.try_it.setMaximumWidth(480)
        self.data.setMaximumWidth(420)

        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self.message_bar)
        layout.addWidget(self._columns, 1)
        self.setCentralWidget(body)
        self.resize(1600, 900)

    def _entries(self) -> list[Entry]:
        p = self._parts
        return [
            Entry("open", self.tr("&Open…"), self.tr("Open a project"), "Ctrl+O", self._open),
            Entry("save", self.tr("&Save"), self.tr("Save the project"), "Ctrl+S", self.save),
            Entry("save_as", self.tr("Save &as…"), self.tr("Save the project under another name"),
                  "Ctrl+Shift+S", self.save_as),
            Entry("export_npy", self.tr("Export weights (.npy)…"),
                  self.tr("Write every kernel and bias as a NumPy file"), "Ctrl+E", self._export),
            Entry("quit", self.tr("&Quit"), self.tr("Leave MLP Studio"), "Ctrl+Q", self.close),
            Entry("undo", self.tr("&Undo"), self.tr("Undo the last edit"), "Ctrl+Z",
                  p.document.undo_stack.undo),
            Entry("redo", self.tr("&Redo"), self.tr("Redo the edit that was undone"),
                  "Ctrl+Shift+Z", p.document.undo_stack.redo),
            Entry("train", self.tr("▶  Train"), self.tr("Train, pause or go on"), "F5",
                  self.toggle_training),
            Entry("stop", self.tr("■  Stop"), self.tr("End training; the weights stay"), "Shift+F5",
                  p.training.stop),
            Entry("one_epoch", self.tr("▸  One epoch"), self.tr("Train for one epoch"), "F6",
                  self._one_epoch),
            Entry("new_weights", self.tr("⟲  New weights"),
                  self.tr("Forget what was learnt: the next training begins with new weights"),
                  "Ctrl+Shift+N", p.training.new_weights),
            Entry("about", self.tr("&About MLP Studio"), self.tr("Version and licence"), "",
                  self._about),
        ]  # fmt: skip

    def _template_menu(self) -> QMenu:
        menu = QMenu(self.tr("&New from template"), self)
        menu.setToolTipsVisible(True)
        for template in TEMPLATES.values():
            action = QAction(render(template.title), menu)
            action.setObjectName(f"template_{template.name}")
            action.setToolTip(render(template.description))
            action.triggered.connect(lambda _on=False, t=template: self.use_template(t))
            menu.addAction(action)
        return menu

    def _make_menus(self) -> None:
        act = self.actions_by_id
        bar = self.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addMenu(self._templates)
        file.addAction(act["open"])
        self._recent = file.addMenu(self.tr("Open &recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        file.addSeparator()
        file.addActions([act["save"], act["save_as"]])
        file.addSeparator()
        file.addAction(act["export_npy"])
        file.addSeparator()
        file.addAction(act["quit"])
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([act["undo"], act["redo"]])
        training = bar.addMenu(self.tr("&Training"))
        training.addActions([act[n] for n in ("train", "stop", "one_epoch", "new_weights")])
        view = bar.addMenu(self.tr("&View"))
        self._choices(
            view.addMenu(self.tr("&Look")),
            "look",
            {
                "system": self.tr("As the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
        )
        self._choices(
            view.addMenu(self.tr("L&anguage")),
            "language",
            {"system": self.tr("As the system"), **LANGUAGES},
        )
        help_menu = bar.addMenu(self.tr("&Help"))
        help_menu.addAction(act["about"])

    def _choices(self, menu: QMenu, setting: str, choices: dict[str, str]) -> None:
        group = QActionGroup(menu)
        for value, label in choices.items():
            action = QAction(label, menu, checkable=True)
            action.setObjectName(f"{setting}_{value}")
            action.setChecked(getattr(self._parts.settings.values, setting) == value)
            action.triggered.connect(
                lambda _on=False, value=value: self._parts.settings.set(setting, value)
            )
            group.addAction(action)
            menu.addAction(action)

    def _make_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._result = QLabel()
        self._saved = QLabel()
        bar.addWidget(self._result, 1)
        bar.addPermanentWidget(self._saved)

    def _connect(self) -> None:
        p = self._parts
        p.document.path_changed.connect(self._show_title)
        p.document.modified_changed.connect(self._show_title)
        p.document.opened.connect(self._opened)
        p.document.data_changed.connect(self._show_try_it)
        p.document.snapshot_changed.connect(self._follow_state)
        p.document.problems_changed.connect(self._follow_state)
        p.document.undo_stack.canUndoChanged.connect(self._follow_undo)
        p.document.undo_stack.canRedoChanged.connect(self._follow_undo)
        p.document.undo_stack.indexChanged.connect(self._follow_undo)
        p.training.state_changed.connect(self._follow_state)
        p.training.cleared.connect(self._cleared)
        p.training.run_finished.connect(self._finished)
        p.training.failed.connect(p.messages.report)
        p.store.failed.connect(p.messages.report)
        p.store.dataset_changed.connect(self._follow_state)
        p.messages.posted.connect(self.message_bar.show_message)
        self.toolbar.device.clicked.connect(self._explain_device)
        p.files.saved.connect(self._tell_saved)
        p.files.exported.connect(self._tell_exported)
        p.settings.changed.connect(self._setting_changed)
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
        self._result.clear()
        self._show_title()

    def _show_try_it(self, data: DataSpec) -> None:
        images = isinstance(data.source, Mnist | BuiltinDigits)
        self.try_it.setCurrentWidget(self.digits if images else self.plane)

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
        act["export_npy"].setEnabled(p.document.snapshot is not None)

    def _follow_undo(self, _changed: object = None) -> None:
        stack, act = self._parts.document.undo_stack, self.actions_by_id
        act["undo"].setEnabled(stack.canUndo())
        act["redo"].setEnabled(stack.canRedo())
        undo, redo = self.tr("&Undo {step}"), self.tr("&Redo {step}")
        act["undo"].setText(undo.format(step=stack.undoText()).strip())
        act["redo"].setText(redo.format(step=stack.redoText()).strip())

    def _cleared(self) -> None:
        self._result.clear()

    def _finished(self, event: RunFinished) -> None:
        if event.reason in {"diverged", "failed"}:
            self._parts.messages.warning(render(event.message))
        self._evaluate()

    def _evaluate(self) -> None:
        """Say how good the network is on examples it was not trained on."""
        p = self._parts
        snapshot, dataset = p.document.snapshot, p.store.dataset
        if snapshot is None or dataset is None:
            return
        part, words = dataset.validation, self.tr("Validation: {metrics}")
        if dataset.test is not None:
            part, words = dataset.test, self.tr("Test set: {metrics}")

        def work(_progress: object) -> dict[str, float | None]:
            from mlp_studio.analysis.metrics import evaluate

            return evaluate(snapshot.network, snapshot.weights, part, dataset.facts)

        def show(metrics: dict[str, float | None]) -> None:
            names = {
                "accuracy": self.tr("accuracy"),
                "f1_macro": self.tr("F1"),
                "mae": self.tr("mean absolute error"),
                "r2": self.tr("R²"),
            }
            found = [
                f"{label} {metrics[name]:.4f}"
                for name, label in names.items()
                if metrics.get(name) is not None
            ]
            self._result.setText(words.format(metrics=" · ".join(found)))

        p.jobs.start(work, show, p.messages.report)

    def _explain_device(self) -> None:
        p = self._parts
        p.jobs.start(
            lambda _progress: explain_devices(),
            lambda words: p.messages.info(render(words)),
            p.messages.report,
        )

    def _tell_saved(self, path: Path) -> None:
        self._parts.messages.info(self.tr("Saved in {path}").format(path=path))

    def _tell_exported(self, folder: Path, count: int) -> None:
        words = self.tr("{count} arrays and their manifest are in {folder}")
        self._parts.messages.info(words.format(count=count, folder=folder))

    def _setting_changed(self, name: str) -> None:
        if name == "look":
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
            self._try(self._parts.training.train)

    def _one_epoch(self) -> None:
        self._try(self._parts.training.one_epoch)

    def use_template(self, template: Template) -> None:
        """Begin with a template, once nothing would be lost."""
        if self._may_leave():
            self._parts.files.use_template(template)

    def open_project(self, path: Path) -> None:
        """Open a project, once nothing would be lost."""
        if self._may_leave():
            self._try(lambda: self._parts.files.open(path))

    def save(self) -> bool:
        """Save the project where it is kept; ask where when it is new."""
        path = self._parts.document.path
        if path is None:
            return self.save_as()
        return self._try(lambda: self._parts.files.save(path))

    def save_as(self) -> bool:
        """Save the project under a name that is asked for."""
        suggestion = self._parts.document.project.name + SUFFIX
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the project"), suggestion, self._file_filter()
        )
        return bool(name) and self._try(lambda: self._parts.files.save(Path(name)))

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a project"), "", self._file_filter()
        )
        if name:
            self.open_project(Path(name))

    def _file_filter(self) -> str:
        return self.tr("MLP Studio projects (*{suffix})").format(suffix=SUFFIX)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for name in self._parts.settings.values.recent:
            action = self._recent.addAction(Path(name).name)
            action.setToolTip(name)
            action.triggered.connect(lambda _on=False, p=Path(name): self.open_project(p))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("No projects yet")).setEnabled(False)

    def _export(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export the weights into a folder"))
        if folder:
            self.export_weights(Path(folder))

    def export_weights(self, folder: Path) -> bool:
        """Write the weights as ``.npy`` files into `folder`."""
        return self._try(lambda: self._parts.files.export_weights(folder))

    def _about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About MLP Studio"),
            self.tr(
                "MLP Studio {version}\n\nDesign, train and understand multilayer perceptrons.\n"
                "MIT licence."
            ).format(version=__version__),
        )

    def _try(self, call: object) -> bool:
        """Do something that may be refused; a refusal is told, never thrown."""
        try:
            call()  # type: ignore[operator]
        except (StudioError, OSError) as error:
            self._parts.messages.report(error)
            return False
        return True

    # --- leaving -----------------------------------------------------------------------

    def _may_leave(self) -> bool:
        if not self.ask_before_closing or not self._parts.document.modified:
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Unsaved changes"),
            self.tr("Save the changes to “{name}” first?").format(
                name=self._parts.document.project.name
            ),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def _restore_geometry(self) -> None:
        kept = self._parts.settings.values.geometry
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        available = self.screen().availableGeometry()
        if self.width() > available.width() or self.height() > available.height():
            self.setGeometry(available)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        kept = bytes(self.saveGeometry().toBase64().data()).decode()
        self._parts.settings.set("geometry", kept)
        self._parts.training.close()
        self._parts.store.cancel()
        self._parts.jobs.close()
        event.accept()
