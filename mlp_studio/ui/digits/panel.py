"""The try-it panel for images: draw, see what the network gets, read the answer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.analysis.familiar import Look
from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.dataset import class_names, facts
from mlp_studio.core.datasets import AnySource
from mlp_studio.digits.normalise import Preparation
from mlp_studio.digits.strokes import strokes_to_image
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.digits.acquaintance import Acquaintance
from mlp_studio.ui.digits.bars import NetworkEye, ProbabilityBars
from mlp_studio.ui.digits.canvas import PEN_WIDTH, UNIT, DrawingCanvas
from mlp_studio.ui.digits.closer import CloserLook, Seen
from mlp_studio.ui.digits.reader import network_input, probabilities, runner_up
from mlp_studio.ui.photo.entrance import PhotoEntrance
from mlp_studio.ui.theme import Theme, font

PIXELS = 28 * 28
MOST_CLASSES = 12  # that there is room for a bar each


def reads_drawings(source: AnySource) -> bool:
    """Return whether the examples are pictures of the size of a drawing, in some classes."""
    known = facts(source)
    pixels = int(np.prod(known.input_shape))
    return pixels == PIXELS and 2 <= len(class_names(source)) <= MOST_CLASSES


class DigitsPanel(QWidget):
    """Draw a digit and have it read by the newest weights, also while they are trained."""

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
        self.photos = PhotoEntrance(self, document, jobs, messages, theme, self._names)
        self.photos.image_made.connect(self._show_photo)
        self.setProperty("panel", "side")
        self.canvas = DrawingCanvas(theme)
        self.eye = NetworkEye()
        self.bars = ProbabilityBars(theme)
        self._answer = QLabel()
        self._answer.setFont(font(30, bold=True))
        self._detail = QLabel()
        self._detail.setProperty("role", "secondary")
        self._detail.setWordWrap(True)
        self.closer = CloserLook(theme, self)
        self._unlike = QLabel(self.tr("Unlike all it was trained on: its answer means little."))
        self._unlike.setProperty("role", "warning")
        self._unlike.setWordWrap(True)
        self._unlike.hide()
        self._build()
        self.canvas.strokes_changed.connect(self._drawn)
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
        fitted = preparation.crop and preparation.scale and not preparation.plain_resize
        # Fitted to the frame, the pen is as thick as MNIST's whatever the drawing's size.
        pen_width = None if fitted else PEN_WIDTH
        return strokes_to_image(self.canvas.strokes, preparation, pen_width, canvas=UNIT)

    def preparation(self) -> Preparation:
        """Return the steps that are switched on."""
        return Preparation(
            crop=self._crop.isChecked(),
            scale=self._scale.isChecked(),
            centre=self._centre.isChecked(),
            plain_resize=self._plain.isChecked(),
        )

    def open_photo(self, path: Path) -> None:
        """Read digits from a photo, a scan or a drawing, in the background."""
        self.photos.open([path])

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        title = QLabel(self.tr("Draw a digit"))
        title.setProperty("role", "title")
        undo = self._button("↶", self.tr("Take the last stroke back (Backspace)"))
        undo.clicked.connect(self.canvas.undo_stroke)
        clear = self._button(self.tr("Clear"), self.tr("Clear the drawing (Delete)"))
        clear.clicked.connect(self._clear)
        photo = self._button(
            self.tr("Photo…"),
            self.tr("Read digits from photos or scans; or drop or paste one here"),
        )
        photo.clicked.connect(self.photos.choose)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(title)
        head.addStretch(1)
        for button in (undo, clear, photo):
            head.addWidget(button)

        sees = QLabel(self.tr("What the network sees"))
        sees.setProperty("role", "caption")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(sees)
        words.addWidget(self._answer)
        words.addWidget(self._detail)
        closer = self._button(
            self.tr("Why?"),
            self.tr("A closer look: the image enlarged, what speaks for the answer, each step"),
        )
        closer.setProperty("role", "link")
        closer.setObjectName("look_closer")
        closer.clicked.connect(self.look_closer)
        words.addWidget(closer, alignment=Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        result = QHBoxLayout()
        result.setSpacing(12)
        result.addWidget(self.eye, alignment=Qt.AlignmentFlag.AlignTop)
        result.addLayout(words, 1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.canvas)
        layout.addLayout(result)
        layout.addWidget(self._unlike)
        layout.addWidget(self.bars)
        layout.addLayout(self._preparation_boxes())
        layout.addStretch(1)

    def _button(self, label: str, tip: str) -> QPushButton:
        button = QPushButton(label)
        button.setProperty("role", "flat")
        button.setToolTip(tip)
        return button

    def _preparation_boxes(self) -> QGridLayout:
        caption = QLabel(self.tr("Preparation"))
        caption.setProperty("role", "caption")
        self._crop = QCheckBox(self.tr("Crop"))
        self._crop.setToolTip(self.tr("Cut out the ink's bounding box."))
        self._scale = QCheckBox(self.tr("Scale to 20 × 20"))
        self._scale.setToolTip(self.tr("Fit the longer side to 20 pixels, as MNIST was made."))
        self._centre = QCheckBox(self.tr("Centre of mass"))
        self._centre.setToolTip(self.tr("Move the ink's centre of mass to the middle."))
        self._plain = QCheckBox(self.tr("Plain resize"))
        self._plain.setToolTip(
            self.tr("Shrink the whole canvas to 28 × 28 and do nothing else, as the course does.")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(caption, 0, 0, 1, 2)
        boxes = (self._crop, self._scale, self._centre, self._plain)
        for k, box in enumerate(boxes):
            box.setChecked(box is not self._plain)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            box.toggled.connect(self._prepare)
            grid.addWidget(box, 1 + k // 2, k % 2)
        grid.setColumnStretch(1, 1)
        return grid

    # --- reading -----------------------------------------------------------------------

    def _drawn(self) -> None:
        self._photo = None
        self._read()

    def _prepare(self, _on: bool) -> None:
        """Take other steps of preparation: a photo is read anew with them."""
        self.photos.prepare(self.preparation())
        self._read()

    def _clear(self) -> None:
        self.canvas.clear()
        self._drawn()

    def _read(self, _changed: object = None) -> None:
        """Prepare the drawing, run the network on it and show both."""
        if not self.isVisible():
            return  # read when it is shown again
        for box in (self._crop, self._scale, self._centre):
            box.setEnabled(not self._plain.isChecked())
        snapshot = self._document.snapshot
        image = self.image()
        self.eye.show_image(image)
        names = self._names()
        values: FloatArray | None = None
        look: Look | None = None
        if not names:
            self._say("–", self.tr("This network does not read 28 × 28 images."))
        elif snapshot is None:
            self._say("–", self.tr("Not trained yet: press Train first."))
        elif image is None:
            self._say("–", self.tr("Nothing to read yet."))
        else:
            values = probabilities(snapshot, image)
            look = self._acquaintance.look(network_input(snapshot, image))
            best, second = runner_up(values)
            self._say(
                names[best],
                self.tr("{share} · runner-up {second}").format(
                    share=f"{values[best]:.3f}", second=names[second]
                ),
            )
        self.bars.show_values(names, values)
        self._unlike.setVisible(look is not None and look.far)
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
        if not reads_drawings(source) or int(np.prod(network.input_shape)) != PIXELS:
            return ()
        names = class_names(source)
        outputs = {(len(names),), (1,)} if len(names) == 2 else {(len(names),)}
        return names if network.output_shape in outputs else ()

    def _say(self, answer: str, detail: str) -> None:
        self._answer.setFont(font(30 if len(answer) <= 2 else 15, bold=True))
        self._answer.setText(answer)
        self._detail.setText(detail)

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
