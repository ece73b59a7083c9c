"""Whether surfaces are painted by OpenGL, found out without any risk to the program."""

from __future__ import annotations

import atexit
import json
import os
import sys

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from mlp_studio.ui.surface.gl import GLError, GLSurface

SLOWEST_MS = 30.0  # a picture: from there on the program's own drawing is as fast
PATIENCE_MS = 20_000
SWITCH = "MLP_STUDIO_OPENGL"  # "off" does without; anything else looks for it


class Graphics(QObject):
    """Looks for OpenGL in a process of its own, once, when a surface is first shown.

    A driver that crashes, hangs or paints nonsense does so there, and the program goes on
    with its own drawing.

    Parameters
    ----------
    command : tuple of str
        Starts the process that looks for it.

    Signals
    -------
    changed()
        Surfaces are painted by another means.
    settled(str)
        It is known how surfaces are painted: empty for OpenGL, else why without it.
    """

    changed = Signal()
    settled = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        command: tuple[str, ...] = (sys.executable, "-m", "mlp_studio.ui.opengl_probe"),
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None
        self._begun = False
        self._surface: GLSurface | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_silence)

    @property
    def surface(self) -> GLSurface | None:
        """What paints with OpenGL, or None: then the program draws on its own."""
        return self._surface

    @property
    def busy(self) -> bool:
        """Whether it is still being found out."""
        return self._process is not None

    def look(self) -> None:
        """Find out, unless that was begun before."""
        if self._begun:
            return
        self._begun = True
        if os.environ.get(SWITCH) == "off":
            self.settled.emit(self.tr("it is switched off"))
            return
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._patience.start(PATIENCE_MS)
        program, *arguments = self._command
        self._process.start(program, [*arguments, "--picture"])

    def give_up(self, reason: str) -> None:
        """Go on without OpenGL: it failed in the program itself."""
        self._surface = None
        self.changed.emit()
        self.settled.emit(reason)

    def close(self) -> None:
        """End the process where it still runs, and give back what OpenGL holds."""
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
        atexit.unregister(self.close)
        if self._surface is not None:
            self._surface.close()
            self._surface = None

    @Slot()
    def _on_silence(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()
        self.settled.emit(self.tr("the graphics driver does not answer"))

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            self._end()
            self.settled.emit(self.tr("it could not be looked for"))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        self._end()
        if status == QProcess.ExitStatus.CrashExit:
            self.settled.emit(self.tr("the graphics driver crashed when it was tried"))
            return
        try:
            found = json.loads(said) if code == 0 else None
        except ValueError:
            found = None
        if not isinstance(found, dict) or not isinstance(found.get("ms"), float):
            self.settled.emit(self.tr("no OpenGL was found that can paint them"))
        elif found["ms"] > SLOWEST_MS:
            words = self.tr("{renderer} takes {time} ms for a picture")
            renderer, time = found.get("renderer", "OpenGL"), f"{found['ms']:.0f}"
            self.settled.emit(words.format(renderer=renderer, time=time))
        else:
            self._begin()

    def _begin(self) -> None:
        try:
            self._surface = GLSurface()
            atexit.register(self.close)  # before Qt goes: drivers dislike to be left alone
        except GLError as error:
            self.give_up(str(error))
            return
        self.changed.emit()
        self.settled.emit("")

    def _end(self) -> None:
        self._patience.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
