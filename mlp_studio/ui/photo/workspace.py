"""The photo workspace: a photo, what is chosen for it, every step and the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QUndoGroup,
)
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.errors import StudioError
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.photo_table import PhotoTable
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.language import explained
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.photo.bench import Bench, Look, shown_image
from mlp_studio.ui.photo.buttons import undo_by
from mlp_studio.ui.photo.choosing import Choosing
from mlp_studio.ui.photo.correcting import Correcting
from mlp_studio.ui.photo.export import export_digits
from mlp_studio.ui.photo.incoming import may_hold_pictures
from mlp_studio.ui.photo.layout import Desk
from mlp_studio.ui.photo.opened import Opened, Source
from mlp_studio.ui.photo.pile import Reader
from mlp_studio.ui.photo.reading import Reading
from mlp_studio.ui.theme import Theme

MOST_PROBLEMS = 3  # told one by one; of more, their number


class PhotoWorkspace(QDialog):
    """Stays open beside the window; reads with the newest weights.

    Parameters
    ----------
    names : callable
        Returns the classes that the network tells apart; none where it reads no drawings.

    Signals
    -------
    image_made(FloatArray of shape (28, 28) or None, bool)
        What the network receives of the photo, or of the one digit selected on a sheet; and
        whether a person did something here, or only `prepare` was called.
    wanted(QMimeData or None)
        Something was dropped or pasted here; None asks for a file to be chosen.
    """

    image_made = Signal(object, bool)
    wanted = Signal(object)

    def __init__(
        self,
        document: Document,
        jobs: Jobs,
        messages: Messages,
        theme: Theme,
        names: Callable[[], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._messages, self._names = document, messages, names
        self._preparation = Preparation()
        self._current: Opened | None = None
        self._away: tuple[Opened, Look] | None = None
        self._look: Look | None = None
        self._by_hand = True
        self._awaited: list[Source] = []  # the newest: the first that can be read is shown
        self.desk = Desk(theme)
        self.bench = Bench(self)
        self.reader = Reader(jobs, self)
        self.choosing = Choosing(self.desk, self)
        self.correcting = Correcting(self.desk.boxes, self.desk.sheet, self)
        self._undo = QUndoGroup(self)
        self.setWindowTitle(self.tr("Photos"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.desk)
        self._connect()
        self._show_current(None)

    def _connect(self) -> None:
        desk, bench, reader = self.desk, self.bench, self.reader
        reader.read.connect(self._on_read)
        reader.finished.connect(self._on_finished)
        reader.progressed.connect(self._on_progress)
        bench.photo_changed.connect(self._on_photo)
        bench.done.connect(self._on_done)
        bench.failed.connect(self._on_failed)
        desk.pile.chosen.connect(self._choose)
        desk.away_button.clicked.connect(self._put_away)
        desk.back_button.clicked.connect(self._bring_back)
        desk.open_button.clicked.connect(lambda: self.wanted.emit(None))
        desk.sheet.export.connect(self._export)
        self.correcting.picked.connect(self._on_picked)
        self.correcting.told.connect(desk.note.say)
        desk.note.button.clicked.connect(reader.cancel)
        undo_by(self, self._undo, desk.undo_button, desk.redo_button)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(lambda: self.wanted.emit(QGuiApplication.clipboard().mimeData()))
        for signal in ("snapshot_changed", "network_changed", "data_changed"):
            getattr(self._document, signal).connect(self._read)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.wanted.emit(event.mimeData())

    @property
    def current(self) -> Opened | None:
        """The photo that is shown."""
        return self._current

    @property
    def busy(self) -> bool:
        """Whether photos are still being read or worked on."""
        return self.reader.busy or self.bench.busy

    def sizeHint(self) -> QSize:
        return QSize(1240, 800)

    # --- photos ------------------------------------------------------------------------

    def open(self, sources: Sequence[Source]) -> None:  # type: ignore[override] # Qt's shows it
        """Read photos and show the first of them; those that can't be read are told."""
        self.desk.note.say("")
        self._awaited = list(sources)
        self.reader.start(sources, self._preparation)

    def prepare(self, preparation: Preparation) -> None:
        """Bring digits into the frame with other steps."""
        if preparation != self._preparation:
            self._preparation = preparation
            self._by_hand = False
            self._work()

    def _on_read(self, source: Source, table: PhotoTable, look: Look) -> None:
        opened = Opened(source, look.size, self)
        opened.begin(look.state)
        opened.changed.connect(self._on_changed)
        self._undo.addStack(opened.undo_stack)
        self.desk.pile.add_photo(opened, look)
        self.desk.away_button.setEnabled(len(self.desk.pile.photos) > 1)
        if self._current is None or source in self._awaited:
            if source in self._awaited:
                self._awaited = []
            self._show_current(opened)
            self.bench.lay(source, table)
            self._come_forward()
            self._on_done(look)

    def _on_finished(self, problems: list[tuple[Source, Exception]]) -> None:
        expected = [error for _s, error in problems if isinstance(error, StudioError)]
        for _source, error in problems:
            if not isinstance(error, StudioError) or not self.isVisible():
                self._messages.report(error)
        if self.isVisible():
            lines = [explained(error) for error in expected[:MOST_PROBLEMS]]
            if len(expected) > MOST_PROBLEMS:
                more = len(expected) - MOST_PROBLEMS
                lines.append(self.tr("And {count} more can't be read.").format(count=more))
            self.desk.note.say("\n".join(lines))

    def _on_progress(self, done: int, all_of_them: int) -> None:
        if all_of_them > 1 and self.isVisible():
            words = self.tr("Reading photo {number} of {count}…")
            self.desk.note.say(words.format(number=done + 1, count=all_of_them), stop=True)

    def _come_forward(self) -> None:
        if not self.isVisible():
            room = self.screen().availableGeometry().size()
            self.resize(self.sizeHint().boundedTo(room * 0.94))
        self.show()
        self.raise_()
        self.activateWindow()

    def show_again(self) -> None:
        """Bring the photos that are open to the front."""
        self._come_forward()
        self._read()

    def _show_current(self, opened: Opened | None) -> None:
        self._current = opened
        self._look = None
        self._by_hand = True
        self.correcting.clear()
        self.desk.show_nothing()
        if opened is None:
            return
        self._undo.setActiveStack(opened.undo_stack)
        self.desk.pile.show_photo(opened)
        self.desk.away_button.setEnabled(len(self.desk.pile.photos) > 1)
        self.setWindowTitle(self.tr("{name} – Photos").format(name=opened.source.name))
        self.choosing.show_state(opened)

    def _choose(self, opened: Opened) -> None:
        if opened is not self._current:
            self._show_current(opened)
            self._work()

    def _put_away(self) -> None:
        photos = self.desk.pile.photos
        if self._current is None or self._look is None or len(photos) < 2:
            return
        row = self.desk.pile.remove_photo(self._current)
        self._away = (self._current, self._look)
        self.desk.back_button.show()
        self._choose(self.desk.pile.photos[min(row, len(photos) - 2)])

    def _bring_back(self) -> None:
        if self._away is not None:
            opened, look = self._away
            self._away = None
            self.desk.back_button.hide()
            self.desk.pile.add_photo(opened, look)
            self._choose(opened)

    # --- choices -----------------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        if self._current is not None and self.sender() is self._current:
            self._by_hand = True
            self.desk.note.say("")
            self.choosing.show_state(self._current)
            self._work()

    def _work(self) -> None:
        if self._current is not None:
            self.bench.ask(self._current.source, self._current.state, self._preparation)

    # --- answers -----------------------------------------------------------------------

    @Slot(object, object)
    def _on_photo(self, colours: FloatArray, size: tuple[float, float]) -> None:
        self.desk.show_photo(colours, size)

    @Slot(object)
    def _on_done(self, look: Look) -> None:
        self.desk.pile.update_photo(look)
        if self._current is None or look.source is not self._current.source:
            return
        self._look = look
        self.desk.strip.show_steps(look.steps)
        self._read()
        if not look.state.sheet:
            self.image_made.emit(shown_image(look), self._by_hand)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StudioError):
            self.desk.note.say(explained(error))
        else:
            self._messages.report(error)

    @Slot()
    @Slot(object)
    def _read(self, _changed: object = None) -> None:
        """Have the newest weights read what came of the photo."""
        if not self.isVisible() or self._look is None or self._current is None:
            return
        snapshot, names, look = self._document.snapshot, self._names(), self._look
        why = ""
        if not names:
            why = self.tr("This network does not read 28 × 28 images.")
        elif snapshot is None:
            why = self.tr("Not trained yet: press Train first.")
        self.desk.pile.read_with(snapshot, names)
        if look.worked is not None:
            made = look.worked
            nothing = why or self.tr("No digit stands out: correct the threshold or the cut.")
            self.desk.answer.show_images(made.image, made.plain, snapshot, names, nothing)
        else:
            self.correcting.show_look(self._current, look, snapshot, names, why)

    def _on_picked(self, reading: Reading | None) -> None:
        if reading is not None and reading.item.image is not None:
            self.image_made.emit(reading.item.image, self._by_hand)

    def _export(self) -> None:
        if self._look is not None:
            try:
                export_digits(self, self._look, self.correcting.readings)
            except StudioError as error:
                self.desk.note.say(explained(error))
