"""The steps from a drawing to the network's image, each with a switch."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from mlp_studio.core.scaling import Framing, Scaler
from mlp_studio.digits.contract import preparation_for
from mlp_studio.digits.normalise import Preparation
from mlp_studio.ui.common.fields import caption


class Steps(QWidget):
    """A box for each step, and what the network was trained on beside the heading.

    Parameters
    ----------
    beside : QWidget
        Stands at the right of the heading.

    Signals
    -------
    changed()
        A person switched a step on or off.
    """

    changed = Signal()

    def __init__(self, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framing: Framing = "mnist"
        self._crop = self._box(self.tr("Crop"), self.tr("Cut out the ink's bounding box."))
        self._scale = self._box(
            self.tr("Scale to 20 × 20"),
            self.tr("Fit the longer side to 20 pixels, as MNIST was made."),
        )
        self._centre = self._box(
            self.tr("Centre of mass"), self.tr("Move the ink's centre of mass to the middle.")
        )
        self._pen = self._box(
            self.tr("MNIST's pen"),
            self.tr("Make lines as wide as MNIST's are, however wide they were drawn."),
        )
        self._plain = self._box(
            self.tr("Plain resize"),
            self.tr("Shrink the whole canvas to 28 × 28 and do nothing else, as the course does."),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(caption(self.tr("Preparation")), 0, 0)
        grid.addWidget(beside, 0, 1, Qt.AlignmentFlag.AlignRight)
        for k, box in enumerate((self._crop, self._scale, self._centre, self._pen, self._plain)):
            grid.addWidget(box, 1 + k // 2, k % 2)
        grid.setColumnStretch(1, 1)
        for box in (self._crop, self._scale, self._centre, self._pen):
            box.setChecked(True)
        for box in (self._crop, self._scale, self._centre, self._pen, self._plain):
            box.toggled.connect(self._toggled)

    @property
    def preparation(self) -> Preparation:
        """The steps that are switched on."""
        return Preparation(
            crop=self._crop.isChecked(),
            scale=self._scale.isChecked(),
            centre=self._centre.isChecked(),
            plain_resize=self._plain.isChecked(),
        )

    @property
    def own_pen(self) -> bool:
        """Whether lines stay as wide as they were drawn."""
        return not self._pen.isChecked()

    def follow(self, scaler: Scaler | None) -> None:
        """Take the steps with which the pictures of another network were made."""
        scaler = scaler or Scaler()
        if scaler.framing == self._framing:
            return
        self._framing = scaler.framing
        wanted = preparation_for(scaler)
        for box, on in (
            (self._crop, wanted.crop),
            (self._scale, wanted.scale),
            (self._centre, wanted.centre),
            (self._plain, wanted.plain_resize),
        ):
            with QSignalBlocker(box):
                box.setChecked(on)
        self._show_able()

    def _box(self, words: str, tip: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setToolTip(tip)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return box

    def _toggled(self, _on: bool) -> None:
        self._show_able()
        self.changed.emit()

    def _show_able(self) -> None:
        """Let steps be switched only where they make a difference."""
        plain = self._plain.isChecked()
        for box in (self._crop, self._scale, self._centre):
            box.setEnabled(not plain)
        fitted = self._crop.isChecked() and self._scale.isChecked()
        self._pen.setEnabled(fitted and not plain)
