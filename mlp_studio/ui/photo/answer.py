"""What is read on a photo of one digit, beside what the notebooks' way would give."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.events import Snapshot
from mlp_studio.ui.common.fields import caption
from mlp_studio.ui.digits.bars import NetworkEye, ProbabilityBars
from mlp_studio.ui.digits.reader import probabilities, runner_up
from mlp_studio.ui.photo.buttons import flat
from mlp_studio.ui.theme import RHYTHM, Theme, font


class OneWay(QWidget):
    """An image, the answer to it and the bars."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eye = NetworkEye()
        self.bars = ProbabilityBars(theme)
        self.title = caption(title)
        self.answer = QLabel()
        self.answer.setFont(font(26, bold=True))
        self.detail = QLabel()
        self.detail.setProperty("role", "secondary")
        self.detail.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.answer)
        words.addWidget(self.detail)
        words.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(RHYTHM)
        upper.addWidget(self.eye, alignment=Qt.AlignmentFlag.AlignTop)
        upper.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        layout.addWidget(self.title)
        layout.addLayout(upper)
        layout.addWidget(self.bars)

    def show_answer(
        self, image: FloatArray | None, values: FloatArray | None, names: tuple[str, ...], why: str
    ) -> None:
        """Show an image and what is said of it; `why` where nothing is."""
        self.eye.show_image(image)
        self.bars.show_values(names, values)
        if values is None:
            self.answer.setText("–")
            self.detail.setText(why)
            return
        best, second = runner_up(values)
        self.answer.setFont(font(26 if len(names[best]) <= 2 else 13, bold=True))
        self.answer.setText(names[best])
        self.detail.setText(
            self.tr("{share}\nthen {second}: {less}").format(
                share=f"{values[best]:.3f}", second=names[second], less=f"{values[second]:.3f}"
            )
        )


class AnswerPanel(QWidget):
    """The answer, and one click away the one to the notebooks' image."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prepared = OneWay(self.tr("Step by step"), theme)
        self.plain = OneWay(self.tr("As in the notebooks"), theme)
        self.plain.setToolTip(
            self.tr("Grey, resized to 28 × 28, inverted, divided by 255; nothing else.")
        )
        self.compare = flat(self.tr("Compare with the notebooks' way"), self.plain.toolTip())
        self.compare.setCheckable(True)
        self.compare.toggled.connect(self.plain.setVisible)
        self.plain.hide()
        both = QHBoxLayout()
        both.setSpacing(2 * RHYTHM)
        both.addWidget(self.prepared, 1)
        both.addWidget(self.plain, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM)
        layout.addLayout(both)
        layout.addWidget(self.compare, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    @property
    def digit(self) -> int | None:
        """The digit that is read, or None."""
        values = self.prepared.bars.values
        return None if values is None else int(np.argmax(values))

    def show_images(
        self,
        image: FloatArray | None,
        plain: FloatArray | None,
        snapshot: Snapshot | None,
        names: tuple[str, ...],
        why: str,
    ) -> None:
        """Have two images of shape (28, 28) read, and show both answers."""
        for way, seen in ((self.prepared, image), (self.plain, plain)):
            able = seen is not None and snapshot is not None and bool(names)
            values = (
                probabilities(snapshot, seen) if able and snapshot and seen is not None else None
            )
            way.show_answer(seen, values, names, why)
