"""Where everything stands in the photo workspace."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.arrays import FloatArray
from mlp_studio.ui.common.fields import NumberRow, caption
from mlp_studio.ui.photo.answer import AnswerPanel
from mlp_studio.ui.photo.boxes import BoxesView
from mlp_studio.ui.photo.buttons import flat
from mlp_studio.ui.photo.choices import ChoicesForm, Either
from mlp_studio.ui.photo.crop import CropView
from mlp_studio.ui.photo.pile import PileList
from mlp_studio.ui.photo.sheet_panel import SheetPanel
from mlp_studio.ui.photo.strip import StepStrip
from mlp_studio.ui.photo.view import image_of
from mlp_studio.ui.theme import RHYTHM, Theme

ONE, MANY = 0, 1  # pages of both stacks


class Note(QFrame):
    """A sentence at the top, with a button beside it where something can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "trouble")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = flat("✕", "")
        self.button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.addWidget(self.label, 1)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, words: str, *, stop: bool = False) -> None:
        """Show a sentence; an empty one puts the note away. `stop` offers to end what it tells."""
        self.label.setText(words)
        self.button.setText(self.tr("Stop") if stop else "✕")
        self.button.setToolTip("" if stop else self.tr("Put this message away"))
        self.setVisible(bool(words))


class Desk(QWidget):
    """All parts of the workspace, in their places; what they do is told by the workspace."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = Note()
        self.pile = PileList()
        self.crop, self.boxes = CropView(theme), BoxesView(theme)
        self.choices = ChoicesForm()
        self.answer, self.sheet = AnswerPanel(theme), SheetPanel(theme)
        self.strip = StepStrip(theme)
        self.kind = Either(
            self.tr("What is on the photo"),
            (
                ("one", self.tr("One digit"), self.tr("Read the photo as one digit.")),
                ("many", self.tr("Sheet of digits"), self.tr("Find all digits on the photo.")),
            ),
        )
        self.left_button = flat("↺", self.tr("Turn the photo a quarter to the left"), "Ctrl+L")
        self.right_button = flat("↻", self.tr("Turn the photo a quarter to the right"), "Ctrl+R")
        self.all_button = flat(self.tr("Whole photo"), self.tr("Cut nothing off (Home)"))
        self.undo_button = flat("↶", "")
        self.redo_button = flat("↷", "")
        self.away_button = flat(
            self.tr("Put away"), self.tr("Take this photo off the list; it can be brought back")
        )
        self.back_button = flat(self.tr("Bring back"), self.tr("Bring back what was put away last"))
        self.back_button.hide()
        self.open_button = flat(
            self.tr("Open…"), self.tr("Open more photos; or drop or paste them here"), "Ctrl+O"
        )
        self.angle = NumberRow(
            self.tr("Turned"),
            self.tr("How far the photo is turned clockwise, in degrees."),
            -180.0,
            180.0,
            decimals=1,
        )
        self.angle.set_default(0.0)
        self.views, self.answers = QStackedWidget(), QStackedWidget()
        for stack, pages in (
            (self.views, (self.crop, self.boxes)),
            (self.answers, (self.answer, self.sheet)),
        ):
            for page in pages:
                stack.addWidget(page)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.kind)
        for button in (self.left_button, self.right_button, self.all_button):
            head.addWidget(button)
        head.addStretch(1)
        for button in (
            self.undo_button,
            self.redo_button,
            self.back_button,
            self.away_button,
            self.open_button,
        ):
            head.addWidget(button)
        side = QVBoxLayout()
        side.setSpacing(RHYTHM)
        side.addWidget(self.choices)
        side.addWidget(self.angle)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        side.addWidget(rule)
        side.addWidget(self.answers, 1)
        beside = QWidget()
        beside.setLayout(side)
        beside.setFixedWidth(380)
        side.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(RHYTHM)
        left.addWidget(self.views, 1)
        left.addWidget(caption(self.tr("From the photo to the image, step by step")))
        left.addWidget(self.strip)
        upper = QHBoxLayout()
        upper.setSpacing(2 * RHYTHM)
        upper.addWidget(self.pile)
        upper.addLayout(left, 1)
        upper.addWidget(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, RHYTHM, 2 * RHYTHM, RHYTHM)
        layout.setSpacing(RHYTHM)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addLayout(upper, 1)

    def show_photo(self, colours: FloatArray, size: tuple[float, float]) -> None:
        """Show a photo of shape (height, width, 3), whose file has this width and height."""
        image = image_of(colours)
        self.crop.show_photo(image, size)
        self.boxes.show_photo(image, size)

    def show_nothing(self) -> None:
        """Show no photo until another is read."""
        self.crop.show_photo(None, self.crop.file_size)
        self.boxes.show_photo(None, self.boxes.file_size)
        self.strip.show_steps(())
