"""The digits that a person kept: those there are, and every change of them undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from mlp_studio.analysis.metrics import class_probabilities
from mlp_studio.core.arrays import FloatArray, IntArray
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.forward import predict
from mlp_studio.core.scaling import Scaler
from mlp_studio.data.my_digits import Kept, my_digits_folder, read_kept
from mlp_studio.digits.contract import reads_digits
from mlp_studio.digits.drawing import Drawing
from mlp_studio.storage import my_digits as files
from mlp_studio.studio.jobs import Job, Jobs


class MyDigits(QObject):
    """Keeps digits, puts them aside and brings them back.

    Parameters
    ----------
    jobs : Jobs
        Reads the folder.
    folder : Path, optional
        Where they are; the program's own by default.
    parent : QObject, optional
        Owner.

    Signals
    -------
    changed()
        There are others now, or other labels.
    failed(Exception)
        The folder or a file in it can't be read or written.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, jobs: Jobs, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._given = folder
        self._job: Job | None = None
        self.kept: Kept | None = None
        self.undo_stack = QUndoStack(self)

    @property
    def folder(self) -> Path:
        """Where the digits are; it may not exist yet."""
        return self._given or my_digits_folder()

    def load(self) -> None:
        """Read the folder in the background; what has changed there shows."""
        if self._job is None:
            folder = self.folder
            self._job = self._jobs.start(
                lambda progress: read_kept(folder, progress), self._loaded, self._broke
            )

    def keep(self, image: FloatArray, label: int, drawing: Drawing = ()) -> str:
        """Keep a digit; return its name.

        Raises
        ------
        StudioError
            When it can't be written.
        """
        name = files.keep(self.folder, image, label, drawing)
        self.load_again()
        return name

    def remove(self, label: str, names: Sequence[str]) -> None:
        """Put digits aside, as one step of undo called `label`.

        Raises
        ------
        StudioError
            When they can't be moved.
        """
        gone = tuple(names)
        if gone:
            self._do(
                label,
                lambda: files.remove(self.folder, gone),
                lambda: files.restore(self.folder, gone),
            )

    def relabel(self, label: str, names: Sequence[str], digit: int) -> None:
        """Say that digits are another one, as one step of undo called `label`.

        Raises
        ------
        StudioError
            When they can't be written.
        """
        before: dict[str, int] = {}

        def change() -> None:
            for name in names:
                former = files.relabel(self.folder, name, digit)
                before.setdefault(name, former)

        def back() -> None:
            for name, former in before.items():
                files.relabel(self.folder, name, former)

        if names:
            self._do(label, change, back)

    def load_again(self) -> None:
        """Read the folder now; a reading under way is of former files."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.load()

    def _do(self, label: str, change: Callable[[], None], back: Callable[[], None]) -> None:
        change()  # before the step is made: what is refused is no step
        self.undo_stack.push(_Step(label, self._tried(change), self._tried(back)))
        self.load_again()

    def _tried(self, call: Callable[[], None]) -> Callable[[], None]:
        def attempt() -> None:
            try:
                call()
            except StudioError as error:
                self.failed.emit(error)
            self.load_again()

        return attempt

    def _loaded(self, kept: Kept) -> None:
        self._job = None
        self.kept = kept
        self.changed.emit()

    def _broke(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


class _Step(QUndoCommand):
    """One change that was made already when the step is put on the stack."""

    def __init__(self, label: str, change: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(label)
        self._change, self._back = change, back
        self._made = True

    def redo(self) -> None:
        if self._made:
            self._made = False
        else:
            self._change()

    def undo(self) -> None:
        self._back()


def answers(snapshot: Snapshot | None, kept: Kept) -> IntArray | None:
    """Return which digit a network takes each for, shape (n,); None where it reads none."""
    if snapshot is None or not reads_digits(snapshot.network):
        return None
    if not len(kept):
        return np.zeros(0, np.int32)
    contract = snapshot.scaler or Scaler(kind="divide_255")
    images = kept.images.astype(np.float32) / np.float32(255)
    x = contract.of_picture(images.reshape(len(kept), *snapshot.network.input_shape))
    outputs = predict(snapshot.network, snapshot.weights, x)
    return np.asarray(class_probabilities(outputs).argmax(axis=1), np.int32)
