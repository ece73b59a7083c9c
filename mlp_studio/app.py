"""The composition root: builds every object of the window once and passes it in."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from mlp_studio import __version__
from mlp_studio.core.resources import resource
from mlp_studio.core.templates import DEFAULT_TEMPLATE, template
from mlp_studio.data.folders import config_folder
from mlp_studio.studio import language
from mlp_studio.studio.advice import Advice
from mlp_studio.studio.blas import BlasThreads
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Messages
from mlp_studio.studio.own_templates import OwnTemplates
from mlp_studio.studio.queue import TrainingQueue
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_recorder import RunKeeper, RunRecorder
from mlp_studio.studio.selection import Selection
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.sweeps.controller import SweepController
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.runs.recovery import offer_recovery
from mlp_studio.ui.theme import Theme
from mlp_studio.ui.window.main_window import MainWindow
from mlp_studio.ui.window.parts import Parts

DATA_AFTER_MS = 60
TENSORFLOW_AFTER_MS = 250
RECOVERY_AFTER_MS = 400


def make_application() -> QApplication:
    """Return the QApplication, made if there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("MLP Studio")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("mlp-studio")
    app.setWindowIcon(QIcon(str(resource("icons", "mlp-studio.svg"))))
    app.setStyle("Fusion")  # the same controls everywhere, so that the style sheet holds
    return app


def make_parts(app: QApplication, settings: Settings) -> Parts:
    """Build everything the window needs, on the default template."""
    theme = Theme(settings.values.look, app)
    theme.apply(app)
    document = Document(template(DEFAULT_TEMPLATE).project, app)
    jobs = Jobs(app)
    store = DataStore(document, jobs, app)
    advice = Advice(document, app)
    store.dataset_changed.connect(advice.observe)
    training = TrainingController(document, store, app)
    training.device = settings.values.device
    BlasThreads(training, app)
    runs = Runs(document, app)
    files = Files(
        document,
        settings,
        training.history_rows,
        app,
        runs,
        dismissed=lambda: advice.dismissed_keys,
    )
    files.dismissed_opened.connect(advice.take)
    files.history_opened.connect(training.restore)
    messages = Messages(app)
    film = FilmRecorder(document, store, training, app)
    keeper = RunKeeper(runs, jobs, runs)
    keeper.failed.connect(messages.report)
    return Parts(
        document=document,
        advice=advice,
        store=store,
        training=training,
        film=film,
        selection=Selection(store, app),
        sweeps=SweepController(app),
        jobs=jobs,
        messages=messages,
        files=files,
        templates=OwnTemplates(parent=app),
        settings=settings,
        theme=theme,
        runs=runs,
        recorder=RunRecorder(training, film, keeper, app),
        queue=TrainingQueue(document, store, training, runs, keeper, app),
    )


def make_window(parts: Parts) -> MainWindow:
    """Return the window; its data and TensorFlow are loaded once it shows."""
    window = MainWindow(parts)
    # Both would hold Python's lock while the window is still being painted first.
    QTimer.singleShot(DATA_AFTER_MS, window, parts.store.reload)
    QTimer.singleShot(TENSORFLOW_AFTER_MS, window, parts.training.warm_up)
    return window


def run(project: Path | None = None) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    app = make_application()
    settings = Settings(config_folder() / "settings.json", app)
    chosen = settings.values.language
    language.install(app, language.system_language() if chosen == "system" else chosen)
    parts = make_parts(app, settings)
    window = make_window(parts)
    _surface_defects(parts.messages)
    window.show()
    if settings.repaired:
        parts.messages.settings_repaired()
    if project is not None:
        QTimer.singleShot(0, window, lambda: window.project.open(project))
    else:
        QTimer.singleShot(RECOVERY_AFTER_MS, window, lambda: offer_recovery(parts.runs, window))
    return app.exec()


def _surface_defects(messages: Messages) -> None:
    """Show exceptions that nobody caught, besides printing them."""
    former = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        former(kind, error, trace)
        if isinstance(error, Exception):
            messages.report(error)

    sys.excepthook = hook
