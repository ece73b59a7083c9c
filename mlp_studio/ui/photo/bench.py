"""The work on a photo, off the window's thread; only the newest choice matters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.core.arrays import FloatArray
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.photo_table import PhotoTable
from mlp_studio.digits.photo_work import Step, Worked
from mlp_studio.digits.sheet_edits import SheetInk, SheetItem, corrected
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.photo.opened import PhotoState, Source

MANY = 2  # digits found on a photo: it is taken for a sheet


@dataclass(frozen=True, eq=False)
class Look:
    """What came of a photo.

    Parameters
    ----------
    source : Source
        The photo.
    state : PhotoState
        What was chosen.
    size : tuple of 2 floats
        Width and height of its file, held upright.
    steps : tuple of Step
        Those taken.
    worked : Worked, optional
        What came of it as one digit.
    sheet : SheetInk, optional
        What came of it as many digits.
    rows : tuple of tuples of SheetItem
        Those digits after all corrections.
    """

    source: Source
    state: PhotoState
    size: tuple[float, float]
    steps: tuple[Step, ...]
    worked: Worked | None = None
    sheet: SheetInk | None = None
    rows: tuple[tuple[SheetItem, ...], ...] = ()

    @property
    def items(self) -> tuple[SheetItem, ...]:
        """The digits of a sheet in reading order."""
        return tuple(item for row in self.rows for item in row)


def look_at(table: PhotoTable, source: Source, state: PhotoState, preparation: Preparation) -> Look:
    """Return what comes of a photo."""
    if not state.sheet:
        made = table.one(state.choice, preparation)
        return Look(source, state, table.size, made.steps, worked=made)
    sheet, steps = table.sheet(state.choice, preparation)
    rows = corrected(sheet, state.edits, preparation)
    return Look(source, state, table.size, steps, sheet=sheet, rows=tuple(map(tuple, rows)))


def first_look(source: Source, preparation: Preparation) -> tuple[PhotoTable, Look]:
    """Read a photo and return what comes of it: one digit, or many where many are found.

    Raises
    ------
    StudioError
        When it can't be read, or nothing is on it.
    """
    table = PhotoTable(source.path, source.data)
    state = PhotoState(sheet=table.count() >= MANY)
    return table, look_at(table, source, state, preparation)


class Bench(QObject):
    """Works on one photo at a time.

    Signals
    -------
    photo_changed(FloatArray of shape (height, width, 3), tuple of 2 floats)
        Another photo lies on the bench; how it is shown, and its file's width and height.
    done(Look)
        What came of the newest choice.
    failed(Exception)
        The photo can't be read any more.
    """

    photo_changed = Signal(object, object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: PhotoTable | None = None
        self._source: Source | None = None
        self._latest = Latest(interval_ms=0, parent=self)
        self._latest.done.connect(self._on_done)
        self._latest.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.busy

    def lay(self, source: Source, table: PhotoTable) -> None:
        """Put a photo that has been read on the bench."""
        self._latest.forget()
        self._source, self._table = source, table
        self.photo_changed.emit(table.colours, table.size)

    def ask(self, source: Source, state: PhotoState, preparation: Preparation) -> None:
        """Have a photo worked on, which is read first where another lies on the bench."""
        table = self._table if source is self._source else None

        def work() -> tuple[PhotoTable, Look]:
            here = table or PhotoTable(source.path, source.data)
            return here, look_at(here, source, state, preparation)

        self._latest.ask(work)

    @Slot(object)
    def _on_done(self, made: tuple[PhotoTable, Look]) -> None:
        table, look = made
        if look.source is not self._source:
            self._source, self._table = look.source, table
            self.photo_changed.emit(table.colours, table.size)
        self.done.emit(look)


def shown_image(look: Look) -> FloatArray | None:
    """Return the (28, 28) image of a photo of one digit, or None."""
    return look.worked.image if look.worked is not None else None
