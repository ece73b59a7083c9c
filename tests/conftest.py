"""Quiet libraries, a private home for the program's files, and a guard against leaks."""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QWidget

# Before anything imports Qt, TensorFlow or matplotlib: all read these only once.
HOME = Path(tempfile.mkdtemp(prefix="mlp-studio-tests-"))
os.environ["MLP_STUDIO_HOME"] = str(HOME / "studio")
os.environ["KERAS_HOME"] = str(HOME / "keras")
os.environ["MPLCONFIGDIR"] = str(HOME / "matplotlib")
os.environ["MPLBACKEND"] = "Agg"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.fonts=false;qt.qpa.wayland=false"
if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    screen = HOME / "screen.json"  # Qt's own offscreen screen has 800 × 800 pixels
    full_hd = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    screen.write_text(json.dumps({"screens": [full_hd | dots]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"

# A busy machine is no failure: what hangs meets pytest's timeout. The check tries the same
# examples every time; `pytest --hypothesis-profile explore` looks for new ones.
hypothesis.settings.register_profile(
    "studio",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile(
    "explore", hypothesis.settings.get_profile("studio"), derandomize=False, max_examples=1000
)
hypothesis.settings.load_profile("studio")

GRACE_MS = 2000  # for threads which were asked to end but have not been waited for


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let the tests that need no Qt run without pytest-qt, whose options pyproject sets."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for option in ("qt_api", "qt_log_level_fail", "qt_log_ignore", "qt_default_raising"):
            parser.addini(option, "pytest-qt's")


def pytest_configure(config: pytest.Config) -> None:
    """Remember what is made from now on: Qt keeps no list of its threads and timers."""
    config.add_cleanup(lambda: shutil.rmtree(HOME, ignore_errors=True))
    if config.pluginmanager.hasplugin("pytest-qt"):
        from PySide6.QtCore import QThread, QTimer

        _remember_made(QThread, _THREADS)
        _remember_made(QTimer, _TIMERS)


@pytest.fixture(scope="session")
def mnist_folder() -> Path:
    """The folder with ``mnist.npz``, named by MLP_STUDIO_DATA."""
    named = os.environ.get("MLP_STUDIO_DATA")
    if not named:
        pytest.skip("needs MNIST: set MLP_STUDIO_DATA to the folder with mnist.npz")
    folder = Path(named).expanduser().resolve()
    assert (folder / "mnist.npz").is_file(), f"MLP_STUDIO_DATA has no mnist.npz: {folder}"
    return folder


_THREADS: weakref.WeakSet[QThread] = weakref.WeakSet()
_TIMERS: weakref.WeakSet[QTimer] = weakref.WeakSet()


def _remember_made(kind: Any, made: weakref.WeakSet[Any]) -> None:
    # The constructor, not `start`: signals are connected to `start`, and Qt matches its signature.
    original = kind.__init__

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        made.add(self)

    kind.__init__ = init


@pytest.fixture(autouse=True)
def _nothing_leaks() -> Iterator[None]:
    """Fail a test which leaves a window, a running thread or an active timer behind."""
    threads = set(threading.enumerate())
    windows = {id(widget) for widget in _windows()}
    running = {id(thread) for thread in _running_threads()}
    ticking = {id(timer) for timer in _active_timers()}
    yield
    leaks = [
        *_leaked_python_threads(threads),
        *_leaked_qthreads(running),
        *_leaked_windows(windows),
        *_leaked_timers(ticking),
    ]
    if leaks:
        pytest.fail("the test left behind: " + "; ".join(leaks), pytrace=False)


def _leaked_python_threads(before: set[threading.Thread]) -> list[str]:
    leaks = []
    for thread in set(threading.enumerate()) - before:
        # The engine's thread for long calls lives as long as the program.
        lasting = thread.daemon or thread.name.startswith("device_")
        if lasting or isinstance(thread, threading._DummyThread):
            continue
        thread.join(GRACE_MS / 1000)
        if thread.is_alive():
            leaks.append(f"the running thread {thread.name!r}")
    return leaks


def _leaked_qthreads(before: set[int]) -> list[str]:
    leaks = []
    for thread in _running_threads():
        if id(thread) not in before and not thread.wait(GRACE_MS):
            leaks.append(f"the running {type(thread).__name__} {thread.objectName()!r}")
            thread.requestInterruption()
            thread.quit()
            thread.wait(GRACE_MS)
    if _application() is not None:
        from PySide6.QtCore import QThreadPool

        if not QThreadPool.globalInstance().waitForDone(GRACE_MS):
            leaks.append("jobs in the global QThreadPool")
    return leaks


def _leaked_windows(before: set[int]) -> list[str]:
    _delete_deferred()
    if any(id(widget) not in before for widget in _windows()):
        gc.collect()  # pyqtgraph's items and menus hold one another in cycles
        _delete_deferred()
    leaks = []
    for widget in _windows():
        if id(widget) not in before:
            leaks.append(f"the top-level {type(widget).__name__} {widget.objectName()!r}")
            widget.close()
            widget.deleteLater()
    _delete_deferred()
    return leaks


def _leaked_timers(before: set[int]) -> list[str]:
    leaks = []
    for timer in _active_timers():
        if id(timer) not in before:
            parent = timer.parent()
            owner = f" of {type(parent).__name__}" if parent is not None else ""
            leaks.append(f"an active timer{owner}, interval {timer.interval()} ms")
            timer.stop()
    return leaks


def _application() -> Any:
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets is not None else None
    return application if widgets and isinstance(application, widgets.QApplication) else None


def _windows() -> list[QWidget]:
    """Return the windows nobody owns; tool tips and the desktop are Qt's own."""
    application = _application()
    if application is None:
        return []
    return [
        widget
        for widget in application.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


def _running_threads() -> list[QThread]:
    return [thread for thread in list(_THREADS) if _alive(thread) and thread.isRunning()]


def _active_timers() -> list[QTimer]:
    return [timer for timer in list(_TIMERS) if _alive(timer) and timer.isActive()]


def _alive(thing: Any) -> bool:
    import shiboken6

    return shiboken6.isValid(thing)


def _delete_deferred() -> None:
    application = _application()
    if application is not None:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
