"""The training runs that the open project keeps."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtGui import QUndoCommand

from mlp_studio.core.arrays import Weights
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.storage.archive import reading
from mlp_studio.storage.project_file import load_project
from mlp_studio.storage.runs import (
    ANSWERS,
    HISTORY,
    KeptRun,
    QueueItem,
    RunIndex,
    member,
    members,
    run_and_part,
    unread_members,
    weights_part,
)
from mlp_studio.storage.runs_parts import (
    Answers,
    read_answers,
    read_history,
    read_weights,
)
from mlp_studio.storage.runs_workspace import LOCK, Leftover, Workspace, leftover, workspaces
from mlp_studio.studio.document import Document

YOUNG = 60.0  # seconds
CACHED = 200  # histories and answers held in memory
Mark = tuple[int, int]  # size and time of a file: whether it is the one that was written


class Runs(QObject):
    """What is known of every run, and its parts when they are asked for.

    New runs lie in a workspace on the disk at once and move into the project file when it is
    saved. Edits are steps of the document's undo.

    Parameters
    ----------
    document : Document
        The open project.
    root : Path, optional
        Where workspaces lie.

    Signals
    -------
    changed()
        There are other runs, or other things known of them.
    opened()
        The runs of another project are here, and its `queue`.
    """

    changed = Signal()
    opened = Signal()

    def __init__(
        self, document: Document, parent: QObject | None = None, root: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._root = root or workspaces()
        self._runs: dict[str, KeptRun] = {}
        self._unread: tuple[dict[str, Any], ...] = ()
        self._known: set[str] = set()  # every run that was ever here, deleted ones too
        self._base: Path | None = None
        self._mark: Mark | None = None
        self._cache: dict[tuple[str, str], Any] = {}
        self._lock: QLockFile | None = None
        self.workspace = Workspace.new(self._root)
        self.queue: list[QueueItem] = []
        document.opened.connect(self._on_opened)

    # --- reading -----------------------------------------------------------------------

    @property
    def all(self) -> tuple[KeptRun, ...]:
        """Every run, in the order in which they began."""
        return tuple(self._runs.values())

    def __len__(self) -> int:
        return len(self._runs)

    def __contains__(self, run: str) -> bool:
        return run in self._runs

    def get(self, run: str) -> KeptRun:
        """Return what is known of a run."""
        return self._runs[run]

    @property
    def size(self) -> int:
        """Bytes of all parts of all runs."""
        return sum(run.size for run in self._runs.values())

    @property
    def next_number(self) -> int:
        """The number of the next run."""
        return 1 + max((run.number for run in self._runs.values()), default=0)

    def history(self, run: KeptRun) -> list[dict[str, float]]:
        """Return the logs of the epochs of a run and of those that led to it."""
        found: list[dict[str, float]] = self._cached(run, HISTORY, read_history)
        return found

    def histories(self, runs: Iterable[KeptRun]) -> list[list[dict[str, float]]]:
        """Return the histories of several runs; the project file is opened once."""
        runs = list(runs)
        new = [run for run in runs if (run.id, HISTORY) not in self._cache]
        for run, data in zip(new, self.read_many((run, HISTORY) for run in new), strict=True):
            self._cache[run.id, HISTORY] = read_history(data)
        return [self.history(run) for run in runs]

    def answers(self, run: KeptRun) -> Answers | None:
        """Return what its network said of the examples it was evaluated on, if that is kept."""
        if ANSWERS not in run.parts:
            return None
        found: Answers = self._cached(run, ANSWERS, read_answers)
        return found

    def weights(self, run: KeptRun, epoch: int) -> Weights:
        """Return the weights after an epoch, one of `KeptRun.kept_epochs`."""
        return read_weights(self.read(run, weights_part(epoch)), run.network)

    def read(self, run: KeptRun, part: str) -> bytes:
        """Return a part of a run.

        Raises
        ------
        StudioError
            When it is not there any more.
        """
        return self.read_many([(run, part)])[0]

    def read_many(self, wanted: Iterable[tuple[KeptRun, str]]) -> list[bytes]:
        """Return parts of runs; the project file is opened once."""
        wanted = list(wanted)
        paths = [self.workspace.path(run.id, part) for run, part in wanted]
        found: dict[int, bytes] = {}
        try:
            for k, path in enumerate(paths):
                if path.is_file():
                    found[k] = path.read_bytes()
            rest = [k for k in range(len(wanted)) if k not in found]
            if rest and self._base is not None:
                with reading(self._base) as archive:
                    for k in rest:
                        run, part = wanted[k]
                        found[k] = archive.read(member(run.id, part))
            return [found[k] for k in range(len(wanted))]
        except (OSError, KeyError) as error:
            raise StudioError(
                text("A part of this run is no longer where it was: {detail}.", detail=str(error)),
                text("Put the project file back where it was opened, or open it again."),
            ) from error

    def _cached(self, run: KeptRun, part: str, parse: Callable[[bytes], Any]) -> Any:
        key = run.id, part
        if key not in self._cache:
            value = parse(self.read(run, part))
            while len(self._cache) >= CACHED:
                self._cache.pop(next(iter(self._cache)))
            self._cache[key] = value
        return self._cache[key]

    # --- changing ----------------------------------------------------------------------

    def prepare(self) -> Workspace:
        """Return the workspace, ready to be written to from any thread."""
        self.workspace.prepare(self._document.path)
        if self._lock is None:
            self._lock = QLockFile(str(self.workspace.folder / LOCK))
            self._lock.setStaleLockTime(0)  # held as long as this program lives
            self._lock.tryLock(0)
        return self.workspace

    def add(self, run: KeptRun) -> None:
        """Take in a run that lies in the workspace."""
        self._put({run.id: run})
        self._document.touch()

    def add_part(self, run: str, part: str, size: int) -> None:
        """Take in a further part of a run, which lies in the workspace."""
        found = self._runs[run]
        self._put({run: found.with_parts({**found.parts, part: size})})
        self._document.touch()

    def edit(self, label: str, changes: Mapping[str, KeptRun | None]) -> None:
        """Change what is known of runs as one step of undo; None deletes one."""
        before = {run: self._runs[run] for run in changes}
        if before != dict(changes):
            self._document.undo_stack.push(_RunsEdit(self, label, before, changes))

    def _put(self, changes: Mapping[str, KeptRun | None]) -> None:
        for name, run in changes.items():
            if run is None:
                self._runs.pop(name, None)
                self.workspace.forget(name)
            else:
                self._runs[name] = run
                self._known.add(name)
                if self.workspace.path(name, HISTORY).is_file():
                    self.workspace.record(run)
        ordered = sorted(self._runs.values(), key=lambda run: (run.began, run.id))
        self._runs = {run.id: run for run in ordered}
        self.changed.emit()

    def put(self, changes: Mapping[str, KeptRun | None]) -> None:
        """Change what is known of runs; for steps of undo."""
        self._put(changes)

    def set_queue(self, queue: list[QueueItem]) -> None:
        """Keep what is still to be trained."""
        if queue != self.queue:
            self.queue = queue
            self.prepare().write_queue(queue)
            self._document.touch()

    # --- files -------------------------------------------------------------------------

    def open(self, index: RunIndex, path: Path) -> None:
        """Take in the runs of a project that was just opened, and what a crash left of it."""
        self._runs = {run.id: run for run in index.runs}
        self._known = set(self._runs)
        self._unread = tuple(index.unread)
        self.queue = list(index.queue)
        self._base, self._mark = path, _mark(path)
        mine = [left for left in self.leftovers() if _same(left.project, path)]
        for left in mine:
            self._adopt(left)
        if mine:
            self._document.touch()
        self._put({})
        self.opened.emit()

    def leftovers(self) -> list[Leftover]:
        """Return what programs that did not end well have left behind."""
        found = []
        for folder in sorted(self._root.glob("*")) if self._root.is_dir() else []:
            if folder == self.workspace.folder or not folder.is_dir():
                continue
            lock = QLockFile(str(folder / LOCK))
            lock.setStaleLockTime(0)
            if not lock.tryLock(0):
                continue  # another window's
            left = leftover(folder)
            lock.unlock()
            if left is None and time.time() - folder.stat().st_mtime > YOUNG:
                Workspace(folder).remove()
            elif left is None:
                continue  # perhaps another window is just making it
            else:
                found.append(left)
        return found

    def recover(self, left: Leftover) -> None:
        """Open a project that was never saved, as its last run had it."""
        last = left.runs[-1]
        epoch = last.weights_epoch
        self._document.open(last.project)
        self._adopt(left)
        self._put({})
        self.opened.emit()
        self._document.touch()
        if epoch in last.kept_epochs:
            from mlp_studio.core.events import Snapshot

            snapshot = Snapshot(last.network, self.weights(last, epoch), epoch, last.scaler)
            self._document.set_snapshot(snapshot)

    def _adopt(self, left: Leftover) -> None:
        """Make the runs of another workspace this one's."""
        mine = self.prepare()
        for run in left.runs:
            if run.id not in self._runs:
                (left.workspace.folder / run.id).replace(mine.folder / run.id)
                self._runs[run.id] = run
                self._known.add(run.id)
        if left.queue and not self.queue:
            self.queue = left.queue
            mine.write_queue(left.queue)
        left.workspace.remove()

    def to_save(self, path: Path) -> tuple[RunIndex, Path | None, dict[str, Path]]:
        """Return what a project file at `path` gets: index, where the rest lies, new parts.

        What the file is going to lose and undo may bring back is copied to the workspace.
        """
        self._take_in_what_others_saved(path)
        runs = self.all
        index = RunIndex(runs, self._unread, self.queue)
        live = members(runs)
        if self._base is not None and self._base.exists():
            with reading(self._base) as archive:
                there = {name: run_and_part(name) for name in archive.namelist()}
            kept = unread_members(index, there)
            gone = [
                found
                for name, found in there.items()
                if found is not None and name not in live and name not in kept
            ]
            if gone:
                self.prepare().take_from(self._base, gone)
        base = path if _same(path, self._base) else self._base
        return index, base, self.workspace.found(live)

    def saved(self, path: Path) -> None:
        """Remember that everything is in the project file at `path` now."""
        self._base, self._mark = path, _mark(path)
        for run in self._runs:
            self.workspace.forget(run)
        for part in self.workspace.found(members(self.all)).values():
            part.unlink()
        if self._lock is not None:
            self.workspace.prepare(path)

    def _take_in_what_others_saved(self, path: Path) -> None:
        """Another window may have saved runs into the same file since it was read."""
        ours = self._base is not None and _same(path, self._base)
        if not ours or self._mark is None or not path.exists() or _mark(path) == self._mark:
            return
        try:
            theirs = load_project(path).runs.runs
        except StudioError:
            return  # no project any more: it is written anew
        self._put({run.id: run for run in theirs if run.id not in self._known})

    def _on_opened(self) -> None:
        self.close()
        self._runs, self._known, self._unread = {}, set(), ()
        self._base = self._mark = None
        self._cache.clear()
        self.queue = []
        self.workspace = Workspace.new(self._root)
        self.changed.emit()

    def close(self) -> None:
        """Let go of the workspace: what was wanted of it is saved."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        self.workspace.remove()


def _mark(path: Path) -> Mark:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _same(one: Path | None, other: Path | None) -> bool:
    if one is None or other is None:
        return False
    return one.resolve() == other.resolve()


class _RunsEdit(QUndoCommand):
    """Runs before and after."""

    def __init__(
        self,
        runs: Runs,
        label: str,
        before: Mapping[str, KeptRun | None],
        after: Mapping[str, KeptRun | None],
    ) -> None:
        super().__init__(label)
        self._runs, self._before, self._after = runs, dict(before), dict(after)

    def redo(self) -> None:
        self._runs.put(self._after)

    def undo(self) -> None:
        self._runs.put(self._before)
