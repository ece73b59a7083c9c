"""Surfaces painted by OpenGL in a process of its own, so that no driver can harm the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage

from mlp_studio.analysis.space import Eye
from mlp_studio.analysis.surface import Mesh
from mlp_studio.ui.surface.wire import WireError, packed, unpacked

SLOWEST_MS = 40.0  # a picture: from there on the program's own drawing is as fast
PATIENCE_MS = 20_000  # for the first picture
ANSWER_MS = 500  # for any other: the window waits for it
END_MS = 2000
SWITCH = "MLP_STUDIO_OPENGL"  # "off" does without; anything else looks for it
Dots = Sequence[tuple[float, QColor]]


class Graphics(QObject):
    """Looks for OpenGL once, when a surface is first shown, and paints by it from then on.

    The process that does it is asked for some pictures first and looks at them itself. A
    driver that crashes, hangs or paints nonsense does so there, at once or later, and the
    program goes on with its own drawing.

    Parameters
    ----------
    command : tuple of str
        Starts the process.

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
        self._begun = self._ready = False
        self._heard = b""
        self._sent: tuple[object, object] | None = None  # held, so that none takes their place
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_silence)

    @property
    def ready(self) -> bool:
        """Whether OpenGL paints; else the program draws on its own."""
        return self._ready

    @property
    def busy(self) -> bool:
        """Whether it is still being found out."""
        return self._process is not None and not self._ready

    def look(self) -> None:
        """Find out, unless that was begun before."""
        if self._begun:
            return
        self._begun = True
        if os.environ.get(SWITCH) == "off":
            self.settled.emit(self.tr("it is switched off"))
            return
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_heard)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._patience.start(PATIENCE_MS)
        program, *arguments = self._command
        self._process.start(program, [*arguments, "--serve"])

    def paint(
        self,
        shape: Mesh,
        colours: NDArray[np.float32],
        points: NDArray[np.float32],
        eye: Eye,
        size: QSize,
        ratio: float,
        dots: Dots,
    ) -> QImage | None:
        """Return a picture of a surface and points, or None where OpenGL does not paint.

        Parameters are those of `mlp_studio.ui.surface.gl.GLSurface.paint`. The same arrays as
        before are not sent again.
        """
        process = self._process
        if process is None or not self._ready or size.isEmpty():
            return None
        arrays: list[bytes] = []
        if not (self._sent and self._sent[0] is shape and self._sent[1] is points):
            self._sent = (shape, points)
            arrays = [
                np.ascontiguousarray(each).tobytes()
                for each in (shape.corners, shape.cells, colours, points)
            ]
        what = {
            "eye": [eye.turn, eye.tilt, eye.zoom],
            "size": [size.width(), size.height()],
            "ratio": ratio,
            "dots": [[width, _rgba(colour)] for width, colour in dots],
        }
        process.write(packed(what, arrays))
        return self._image(process, ratio)

    def close(self) -> None:
        """End the process."""
        self._ready = False
        self._end()

    # --- listening ---------------------------------------------------------------------

    def _next(self, process: QProcess) -> tuple[dict[str, Any], list[bytes]] | None:
        """Return a message, where a whole one has arrived."""
        self._heard += bytes(process.readAllStandardOutput().data())
        found = unpacked(self._heard)
        if found is None:
            return None
        what, arrays, length = found
        self._heard = self._heard[length:]
        return what, arrays

    def _image(self, process: QProcess, ratio: float) -> QImage | None:
        """Wait for a picture."""
        clock = QElapsedTimer()
        clock.start()
        try:
            while (message := self._next(process)) is None:
                left = ANSWER_MS - clock.elapsed()
                if left <= 0 or not process.waitForReadyRead(left):
                    self._fail(self.tr("the graphics driver does not answer any more"))
                    return None
            (what, (data,)) = message
            width, height = (int(side) for side in what["size"])
        except (WireError, KeyError, TypeError, ValueError):
            self._fail(self.tr("the graphics driver gave no picture"))
            return None
        form = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(data, width, height, 4 * width, form).copy()
        image.setDevicePixelRatio(ratio)
        return image

    @Slot()
    def _on_heard(self) -> None:
        """Hear of the first pictures; the others are waited for."""
        if self._process is None or self._ready:
            return
        try:
            message = self._next(self._process)
        except WireError:
            self._settle(self.tr("no OpenGL was found that can paint them"))
            return
        if message is None:
            return
        found, _arrays = message
        time = found.get("ms")
        if not isinstance(time, float):
            self._settle(self.tr("no OpenGL was found that can paint them"))
        elif time > SLOWEST_MS:
            words = self.tr("{renderer} takes {time} ms for a picture")
            self._settle(words.format(renderer=found.get("renderer", ""), time=f"{time:.0f}"))
        else:
            self._patience.stop()
            self._ready = True
            self.changed.emit()
            self.settled.emit("")

    @Slot()
    def _on_silence(self) -> None:
        self._settle(self.tr("the graphics driver does not answer"))

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._settle(self.tr("it could not be looked for"))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, _code: int, status: QProcess.ExitStatus) -> None:
        if status == QProcess.ExitStatus.CrashExit:
            self._fail(self.tr("the graphics driver crashed"))
        else:
            self._fail(self.tr("no OpenGL was found that can paint them"))

    # --- ending ------------------------------------------------------------------------

    def _fail(self, reason: str) -> None:
        """Go on without OpenGL; not at once, for this may be asked for amid a painting."""
        self._ready = False
        QTimer.singleShot(0, self, lambda: self._settle(reason))

    def _settle(self, reason: str) -> None:
        if self._process is None:
            return  # settled already
        self._end()
        self._ready = False
        self.changed.emit()
        self.settled.emit(reason)

    def _end(self) -> None:
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            process.kill()
            process.waitForFinished(END_MS)
            process.deleteLater()


def corner_colours(shape: Mesh, colours: tuple[QColor, ...]) -> NDArray[np.float32]:
    """Return the colour of each corner by its height, shape (corners, 3), in [0, 1]."""
    rgb = np.array([_rgba(colour)[:3] for colour in colours], np.float32) / np.float32(255)
    share = (np.clip(shape.corners[:, 2], -1, 1) + 1) / 2 * (len(rgb) - 1)
    low = np.minimum(share.astype(np.int64), len(rgb) - 2)
    part = (share - low)[:, np.newaxis]
    return np.asarray(rgb[low] * (1 - part) + rgb[low + 1] * part, np.float32)


def _rgba(colour: QColor) -> list[int]:
    return [colour.red(), colour.green(), colour.blue(), colour.alpha()]
