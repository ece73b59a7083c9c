"""The try-it panel for images: draw, see what the network gets, read the answer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.analysis.familiar import Look
from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.dataset import class_names, facts
from mlp_studio.core.datasets import AnySource
from mlp_studio.core.events import Snapshot
from mlp_studio.digits.drawing import Drawing, drawing_to_image
from mlp_studio.digits.normalise import Preparation
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.common.still import StillLabel
from mlp_studio.ui.digits.acquaintance import Acquaintance
from mlp_studio.ui.digits.bars import NetworkEye, ProbabilityBars
from mlp_studio.ui.digits.canvas import UNIT, DrawingCanvas
from mlp_studio.ui.digits.closer import CloserLook, Seen
from mlp_studio.ui.digits.contract_link import ContractLink
from mlp_studio.ui.digits.reader import network_input, probabilities, runner_up
from mlp_studio.ui.digits.steps import Steps
from mlp_studio.ui.digits.stroke_menu import StrokeMenu
from mlp_studio.ui.digits.tools import CanvasTools
from mlp_studio.ui.photo.entrance import PhotoEntrance
from mlp_studio.ui.photo.incoming import STROKES
from mlp_studio.ui.theme import Theme, font

PIXELS = 28 * 28
COMPARE_MS = 80  # between comparisons while a stroke grows
ANSWER, DETAIL = 44, 36  # heights of the large answer and of the words below it, in pixels
MOST_CLASSES = 12  # that there is room for a bar each


def reads_drawings(source: AnySource) -> bool:
    """Return whether the examples are pictures of the size of a drawing, in some classes."""
    known = facts(source)
    pixels = int(np.prod(known.input_shape))
    return pixels == PIXELS and 2 <= len(class_names(source)) <= MOST_CLASSES


class DigitsPanel(QWidget):
    """Draw a digit and have it read by the newest weights, also while they are trained.

    Signals
    -------
    image_read(ndarray of shape (28, 28) or None)
        What the network receives, with every point of a stroke; None where nothing is drawn.
    label_changed()
        A person said which digit it is, or takes it back.
    """

    image_read = Signal(object)
    label_changed = Signal()

    def __init__(
        self,
        document: Document,
        jobs: Jobs,
        messages: Messages,
        theme: Theme,
        acquaintance: Acquaintance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acquaintance = acquaintance
        self._document = document
        self._photo: FloatArray | None = None
        self.label: int | None = None
        self.photos = PhotoEntrance(self, document, jobs, messages, theme, self._names)
        self.photos.image_made.connect(self._show_photo)
        self.setProperty("panel", "side")
        self.canvas = DrawingCanvas(theme)
        self.tools = CanvasTools(self.canvas, theme)
        self.stroke_menu = StrokeMenu(self.canvas, messages, self)
        self.contract = ContractLink(document, jobs, messages, self)
        self.steps = Steps(self.contract)
        self.eye = NetworkEye()
        self.bars = ProbabilityBars(theme)
        self._answer, self._detail = StillLabel(ANSWER), StillLabel(DETAIL)
        self._answer.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._detail.label.setProperty("role", "secondary")
        self._detail.label.setWordWrap(True)
        self._comparing = QTimer(self)
        self._comparing.setSingleShot(True)
        self._comparing.setInterval(COMPARE_MS)
        self._comparing.timeout.connect(self._compare)
        self.closer = CloserLook(theme, self)
        self._unlike = QLabel(self.tr("Unlike all it was trained on: its answer means little."))
        self._unlike.setProperty("role", "error")
        self._unlike.setWordWrap(True)
        self._unlike.hide()
        self._build()
        self.canvas.strokes_changed.connect(self._drawn)
        self.canvas.label_wanted.connect(self.choose_label)
        self.bars.clicked.connect(self.choose_label)
        self.steps.changed.connect(self._prepare)
        document.snapshot_changed.connect(self._follow_contract)
        document.snapshot_changed.connect(self._read)
        document.network_changed.connect(self._read)
        document.data_changed.connect(self._read)
        acquaintance.changed.connect(self._read)

    @property
    def digit(self) -> int | None:
        """The digit that is read, or None where there is nothing to read."""
        values = self.bars.values
        return None if values is None else int(np.argmax(values))

    def image(self) -> FloatArray | None:
        """Return the (28, 28) image which the network receives, or None."""
        if self._photo is not None:
            return self._photo
        return self._prepared(self.preparation())

    def _prepared(self, preparation: Preparation) -> FloatArray | None:
        """Return the drawing after some steps of preparation."""
        own_pen = self.steps.own_pen
        return drawing_to_image(self.canvas.drawing, preparation, own_pen=own_pen, canvas=UNIT)

    def to_keep(self) -> tuple[FloatArray, Drawing] | None:
        """Return the picture in MNIST's frame and its strokes; None where there is none."""
        if self._photo is not None:
            return self._photo, ()
        drawing = self.canvas.drawing
        image = drawing_to_image(drawing, canvas=UNIT)
        return None if image is None else (image, drawing)

    def choose_label(self, label: int | None) -> None:
        """Say which digit it is; saying it again takes it back."""
        self.label = None if label == self.label else label
        self.bars.show_label(self.label)
        self.label_changed.emit()

    def put_away(self) -> None:
        """Begin with an empty canvas; undo brings a drawing back."""
        self.canvas.clear()
        self._drawn()

    def add_row(self, row: QWidget) -> None:
        """Put a row below the bars."""
        self._rows.addWidget(row)

    def preparation(self) -> Preparation:
        """Return the steps that are switched on."""
        return self.steps.preparation

    def open_photo(self, path: Path) -> None:
        """Read digits from a photo, a scan or a drawing, in the background."""
        self.photos.open([path])

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        title = QLabel(self.tr("Draw a digit"))
        title.setProperty("role", "title")
        photo = self._button(
            self.tr("Photo…"),
            self.tr("Read digits from photos or scans; or drop or paste one here"),
        )
        photo.clicked.connect(self.photos.choose)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(photo)
        head.addWidget(self.stroke_menu)

        sees = QLabel(self.tr("What the network sees"))
        sees.setProperty("role", "caption")
        closer = self._button(
            self.tr("Why?"),
            self.tr("A closer look: the image enlarged, what speaks for the answer, each step"),
        )
        closer.setProperty("role", "link")
        closer.setObjectName("look_closer")
        closer.clicked.connect(self.look_closer)
        above = QHBoxLayout()
        above.addWidget(sees)
        above.addStretch(1)
        above.addWidget(closer)
        # What is said has its place, however long it is: the canvas must not move under the pen.
        self._unlike.setFixedHeight(DETAIL)
        self._unlike.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(above)
        words.addWidget(self._answer)
        words.addWidget(self._detail)
        words.addWidget(self._unlike)
        words.addStretch(1)
        result = QHBoxLayout()
        result.setSpacing(12)
        result.addWidget(self.eye, alignment=Qt.AlignmentFlag.AlignTop)
        result.addLayout(words, 1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.tools)
        layout.addWidget(self.canvas)
        layout.addLayout(result)
        layout.addWidget(self.bars)
        self._rows = QVBoxLayout()
        layout.addLayout(self._rows)
        layout.addWidget(self.steps)
        layout.addStretch(1)

    def _button(self, label: str, tip: str) -> QPushButton:
        button = QPushButton(label)
        button.setProperty("role", "flat")
        button.setToolTip(tip)
        return button

    # --- reading -----------------------------------------------------------------------

    def _drawn(self) -> None:
        self._photo = None
        if self.label is not None and not self.canvas.drawing:
            self.choose_label(None)  # it was said of what is gone
        self._read()

    def _prepare(self) -> None:
        """Take other steps of preparation: a photo is read anew with them."""
        self.photos.prepare(self.preparation())
        self._read()

    def _follow_contract(self, snapshot: Snapshot | None) -> None:
        self.steps.follow(snapshot.scaler if snapshot is not None else None)

    def _read(self, _changed: object = None) -> None:
        """Prepare the drawing, run the network on it and show both."""
        if not self.isVisible():
            return  # read when it is shown again
        snapshot = self._document.snapshot
        image = self.image()
        self.eye.show_image(image)
        self.image_read.emit(image)
        names = self._names()
        values: FloatArray | None = None
        if not names:
            self._say("–", self.tr("This network does not read 28 × 28 images."))
        elif snapshot is None:
            self._say("–", self.tr("Not trained yet: press Train first."))
        elif image is None:
            self._say("–", self.tr("Nothing to read yet."))
        else:
            values = probabilities(snapshot, image)
            best, second = runner_up(values)
            self._say(
                names[best],
                self.tr("{share} · {margin} ahead of {second}").format(
                    share=f"{values[best]:.3f}",
                    second=names[second],
                    margin=f"{values[best] - values[second]:.3f}",
                ),
            )
        self.bars.show_values(names, values)
        if not self.canvas.busy:
            self._compare()
        elif not self._comparing.isActive():  # the bars come first while a stroke grows
            self._comparing.start()

    def _compare(self) -> None:
        """Compare what is read with the training examples, and tell the closer look."""
        snapshot, image, names = self._document.snapshot, self.image(), self._names()
        look: Look | None = None
        if snapshot is not None and image is not None and names:
            look = self._acquaintance.look(network_input(snapshot, image))
        far = look is not None and look.far
        self._unlike.setVisible(far)
        self._detail.setVisible(not far)
        near = () if look is None else self._acquaintance.examples(look)
        prepared = None if self._photo is not None else self._prepared
        seen = Seen(image, snapshot if names else None, prepared, names, near)
        self.closer.show_seen(seen)

    def look_closer(self) -> None:
        """Open the closer look, or bring it to the front."""
        self.closer.show()
        self.closer.raise_()
        self._read()

    def _names(self) -> tuple[str, ...]:
        """Return the classes that the network tells apart; empty where it reads no drawings."""
        source, network = self._document.data.source, self._document.network
        snapshot = self._document.snapshot
        told = snapshot.scaler.class_names if snapshot and snapshot.scaler else ()
        if told and network.output_shape == (len(told),) and len(told) <= MOST_CLASSES:
            # They travel with the weights, whatever the data is now.
            return told if int(np.prod(network.input_shape)) == PIXELS else ()
        if not reads_drawings(source) or int(np.prod(network.input_shape)) != PIXELS:
            return ()
        names = class_names(source)
        outputs = {(len(names),), (1,)} if len(names) == 2 else {(len(names),)}
        return names if network.output_shape in outputs else ()

    def _say(self, answer: str, detail: str) -> None:
        self._answer.set_words(answer, font(30 if len(answer) <= 2 else 15, bold=True))
        self._detail.set_words(detail)

    def show_picture(self, picture: FloatArray) -> None:
        """Read a picture of shape (28, 28) in [0, 1] that was made elsewhere."""
        self._show_photo(np.asarray(picture, np.float32), True)

    # --- photos ------------------------------------------------------------------------

    def _show_photo(self, image: FloatArray | None, anew: bool) -> None:
        if image is None or not (anew or self._photo is not None):
            return  # what has been drawn meanwhile counts
        self.canvas.clear()
        self._photo = image
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._acquaintance.watch()
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._acquaintance.rest()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _strokes_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _strokes_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.stroke_menu.open(path)


def _strokes_in(event: QDropEvent) -> Path | None:
    """Return the file of strokes that is dragged; photos go another way."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in STROKES:
            return path
    return None
