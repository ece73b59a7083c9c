"""The digits that a person kept: looked at, corrected, tried and learnt from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.arrays import AnyArray, IntArray
from mlp_studio.core.errors import StudioError
from mlp_studio.storage import my_digits as files
from mlp_studio.studio.fine_tune import EPOCHS, FineTune, Outcome, with_mine
from mlp_studio.studio.my_digits import MyDigits, answers
from mlp_studio.ui.common.beside import Beside
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.theme import RHYTHM
from mlp_studio.ui.window.parts import Parts

TILE = 56  # pixels of a picture
SHARPNESS = 2
NAME = Qt.ItemDataRole.UserRole
ALL, MISREAD = -1, -2


class MineWindow(Beside):
    """A gallery of the kept digits, and how many of them the network reads.

    Signals
    -------
    strokes_wanted(Drawing)
        A person wants a drawing back on the canvas.
    """

    strokes_wanted = Signal(object)

    def __init__(self, parts: Parts, kept: MyDigits, fine_tune: FineTune, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._kept, self._fine_tune = parts, kept, fine_tune
        self._read: IntArray | None = None
        self.setWindowTitle(self.tr("My digits"))
        self.list = QListWidget()
        self.filter = CalmCombo()
        self.accuracy = QLabel()
        self.accuracy.setProperty("role", "title")
        self.outcome = QLabel()
        self.outcome.setProperty("role", "note")
        self.outcome.setWordWrap(True)
        self.outcome.hide()
        self._build()
        for signal in (
            kept.changed,
            parts.document.snapshot_changed,
            parts.training.state_changed,
            parts.store.dataset_changed,
            fine_tune.state_changed,
            parts.theme.changed,
        ):
            signal.connect(self._follow)
        fine_tune.finished.connect(self._tell)

    def sizeHint(self) -> QSize:
        return QSize(680, 520)

    def open_beside(self) -> None:
        """Show the window, with what is in the folder now."""
        self._kept.load()
        super().open_beside()
        self._follow()

    @property
    def chosen(self) -> list[str]:
        """The names of the selected digits."""
        return [str(item.data(NAME)) for item in self.list.selectedItems()]

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setIconSize(QSize(TILE, TILE))
        self.list.setGridSize(QSize(TILE + 24, TILE + 30))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("My digits"))
        self.list.setToolTip(
            self.tr("A digit's key says which digit the selected ones are; Delete removes them.")
        )
        self.list.itemSelectionChanged.connect(self._follow_selection)
        self.list.itemDoubleClicked.connect(self._draw_again)
        self.filter.setAccessibleName(self.tr("Which digits are shown"))
        self.filter.addItem(self.tr("All"), ALL)
        self.filter.addItem(self.tr("Misread"), MISREAD)
        for digit in range(10):
            self.filter.addItem(str(digit), digit)
        self.filter.activated.connect(self._fill)
        self.remove = self._button(
            self.tr("Remove"),
            "mine_remove",
            self._remove,
            self.tr("Put the selected digits aside (Delete)"),
        )
        self.undo = self._button(
            self.tr("Undo"),
            "mine_undo",
            self._kept.undo_stack.undo,
            self.tr("Take the last change of my digits back (Ctrl+Z)"),
        )
        self.export = self._button(
            self.tr("Export strokes…"),
            "mine_export",
            self._ask_and_export,
            self.tr("Write all their strokes into one JSON file"),
        )
        self.tune = self._button(self.tr("Fine-tune"), "mine_tune", self._tune, "")
        self.tune.setToolTip(
            self.tr(
                "Train {epochs} epochs on the present data with my digits among it, and compare "
                "before and after. One of five is held back. Undo brings the old weights back."
            ).format(epochs=EPOCHS)
        )
        self.add = self._button(self.tr("Add to the data"), "mine_add", self._add,
                                self.tr("My digits among the present data: the next training "
                                        "learns from them too"))  # fmt: skip
        top = QHBoxLayout()
        top.addWidget(self.accuracy, 1)
        top.addWidget(self.filter)
        below = QHBoxLayout()
        for button in (self.remove, self.undo, self.export):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.add)
        below.addWidget(self.tune)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(RHYTHM)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.outcome)
        layout.addLayout(below)
        layout.addWidget(self.buttons)

    def _button(self, words: str, name: str, call: Callable[[], object], tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on=False: call())
        return button

    # --- showing -----------------------------------------------------------------------

    def _follow(self, _changed: object = None) -> None:
        if not self.isVisible():
            return
        kept, document = self._kept.kept, self._parts.document
        self._read = None if kept is None else answers(document.snapshot, kept)
        ours = with_mine(document.data.source)
        ready = (
            kept is not None
            and len(kept) > 0
            and ours is not None
            and not self._parts.training.active
            and not self._fine_tune.busy
        )
        self.tune.setEnabled(
            ready and document.snapshot is not None and self._parts.store.dataset is not None
        )
        self.add.setEnabled(ready and ours != document.data.source)
        self.tune.setText(self.tr("Fine-tuning…") if self._fine_tune.busy else self.tr("Fine-tune"))
        self.export.setEnabled(kept is not None and len(kept) > 0)
        self.undo.setEnabled(self._kept.undo_stack.canUndo())
        self._fill()

    def _fill(self, _index: int = 0) -> None:
        kept = self._kept.kept
        chosen, shown = set(self.chosen), self.filter.currentData()
        self.list.clear()
        if kept is None:
            self.accuracy.setText(self.tr("Reading…"))
            return
        wrong = np.zeros(len(kept), bool) if self._read is None else self._read != kept.labels
        for k, name in enumerate(kept.names):
            label = int(kept.labels[k])
            if shown not in {ALL, label} and not (shown == MISREAD and wrong[k]):
                continue
            item = QListWidgetItem(self._icon(kept.images[k], wrong=bool(wrong[k])), str(label))
            if wrong[k] and self._read is not None:
                item.setText(f"{label} → {self._read[k]}")
                words = self.tr("Kept as a {label}, read as a {read}.")
                item.setToolTip(words.format(label=label, read=self._read[k]))
            item.setData(NAME, name)
            self.list.addItem(item)
            item.setSelected(name in chosen)
        self._say_accuracy(len(kept), int((~wrong).sum()))
        self._follow_selection()

    def _say_accuracy(self, count: int, right: int) -> None:
        if not count:
            words = self.tr("None yet: draw a digit, press its key, then Enter.")
        elif self._read is None:
            words = self.tr("{count} digits; no trained network that reads them.")
        else:
            words = self.tr("The network reads {right} of {count} ({share}).")
        share = f"{right / count:.3f}" if count else ""
        self.accuracy.setText(words.format(right=right, count=count, share=share))

    def _icon(self, image: AnyArray, *, wrong: bool) -> QIcon:
        tokens = self._parts.theme.tokens
        height, width = image.shape
        grey = np.ascontiguousarray(255 - image)  # black on white, as it was drawn
        picture = QImage(grey.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        side = TILE * SHARPNESS
        tile = QPixmap.fromImage(
            picture.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)
        )
        painter = QPainter(tile)
        colour = tokens.colour("warning") if wrong else tokens.colour("line")
        painter.setPen(QPen(QColor(colour), (4 if wrong else 1) * SHARPNESS))
        painter.drawRect(tile.rect().adjusted(0, 0, -1, -1))
        painter.end()
        tile.setDevicePixelRatio(SHARPNESS)
        icon = QIcon(tile)
        icon.addPixmap(tile, QIcon.Mode.Selected)
        return icon

    def _follow_selection(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))

    def _tell(self, outcome: Outcome) -> None:
        before, after = outcome.before, outcome.after
        lines = []
        for words, old, new in (
            (self.tr("My {count} digits: {before} → {after}"), before.mine, after.mine),
            (self.tr("of them {held} held back from learning: {before} → {after}"),
             before.held_back, after.held_back),
            (self.tr("ordinary test set: {before} → {after}") if outcome.on_test
             else self.tr("ordinary validation part: {before} → {after}"),
             before.usual, after.usual),
        ):  # fmt: skip
            if old is not None and new is not None:
                lines.append(
                    words.format(
                        count=outcome.count,
                        held=outcome.held_back,
                        before=f"{old:.3f}",
                        after=f"{new:.3f}",
                    )
                )
        words = " · ".join(lines)
        self.outcome.setText(words)
        self.outcome.show()
        if not self.isVisible():
            self._parts.messages.info(words)

    # --- what people ask for -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have digits relabel, Delete remove and Ctrl+Z undo."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        stack = self._kept.undo_stack
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._remove()
        elif control and event.key() == Qt.Key.Key_Z:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (stack.redo if shift else stack.undo)()
        elif control and event.key() == Qt.Key.Key_Y:
            stack.redo()
        elif event.text() and event.text() in "0123456789":
            self._relabel(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        self._attempt(lambda: self._kept.remove(self.tr("Remove digits"), self.chosen))

    def _relabel(self, digit: int) -> None:
        self._attempt(lambda: self._kept.relabel(self.tr("Relabel digits"), self.chosen, digit))

    def _tune(self) -> None:
        self.outcome.hide()
        self._attempt(lambda: self._fine_tune.start(self.tr("Fine-tune with my digits")))

    def _add(self) -> None:
        document = self._parts.document
        source = with_mine(document.data.source)
        if source is not None:
            data = document.data.model_copy(update={"source": source})
            document.edit(self.tr("Add my digits to the data"), data=data)

    def _draw_again(self, item: QListWidgetItem) -> None:
        def show() -> None:
            drawing = files.drawing_of(self._kept.folder, str(item.data(NAME)))
            if drawing:
                self.strokes_wanted.emit(drawing)

        self._attempt(show)

    def _ask_and_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export strokes"), self.tr("my-digits.json"), self.tr("Strokes (*.json)")
        )
        kept = self._kept.kept
        if name and kept is not None:
            path = Path(name)
            self._attempt(lambda: files.export_strokes(self._kept.folder, kept.names, path))

    def _attempt(self, call: Callable[[], object]) -> None:
        try:
            call()
        except StudioError as error:
            self._parts.messages.report(error)
