"""A closer look: the image enlarged, why it is read as it is, and what each step does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.analysis.attribution import Method, attribution, score
from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.events import Snapshot
from mlp_studio.core.layers import Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.digits.normalise import Preparation
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.common.scrolling import Sheet
from mlp_studio.ui.digits.bars import NetworkEye
from mlp_studio.ui.digits.evidence import EvidenceView
from mlp_studio.ui.digits.reader import network_input, probabilities, runner_up
from mlp_studio.ui.theme import RHYTHM, Theme, font

STEPS = (
    Preparation(plain_resize=True),
    Preparation(scale=False, centre=False),
    Preparation(centre=False),
    Preparation(),
)


NEIGHBOURS = 6


@dataclass(frozen=True, eq=False)
class Seen:
    """What there is to look at.

    Parameters
    ----------
    image : FloatArray of shape (28, 28), optional
        In [0, 1]; None where there is nothing.
    snapshot : Snapshot, optional
        The weights that read it; None where none can.
    prepared : callable
        Gives the image after other steps of preparation; None for a photo, whose steps
        are taken while it is opened.
    names : tuple of str
        Of the classes.
    near : tuple of (FloatArray of shape (28, 28), str)
        The nearest training examples as images, with their labels.
    """

    image: FloatArray | None
    snapshot: Snapshot | None
    prepared: Callable[[Preparation], FloatArray | None] | None
    names: tuple[str, ...]
    near: tuple[tuple[FloatArray, str], ...] = ()


@dataclass(frozen=True, eq=False)
class _Evidence:
    seen: Seen
    values: FloatArray
    contributions: FloatArray | None
    gained: float  # the score above that of an empty image


class CloserLook(QDialog):
    """Stays open beside the window and follows the drawing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._seen: Seen | None = None
        self._latest = Latest(interval_ms=40, parent=self)
        self._latest.done.connect(self._show_evidence)
        self._latest.failed.connect(self._broke)
        self.setWindowTitle(self.tr("A closer look"))
        self.view = EvidenceView(theme)
        self.method = CalmCombo()
        self.target = CalmCombo()
        self.words = QLabel()
        self.words.setProperty("role", "secondary")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._steps: list[tuple[NetworkEye, QLabel]] = []
        self._stages = QWidget()
        self._near: list[tuple[NetworkEye, QLabel]] = []
        self._neighbours = QWidget()
        self._build()

    def show_seen(self, seen: Seen) -> None:
        """Look at another image, or at the same with other weights."""
        self._seen = seen
        if not self.isVisible():
            return
        if seen.names != self._names:
            self._fill_targets(seen.names)
        self._show_steps(seen)
        self._show_neighbours(seen)
        if seen.image is None or seen.snapshot is None:
            self._latest.forget()
            self.view.show_image(seen.image)
            self.words.setText(
                self.tr("Draw a digit, or open a photo.")
                if seen.image is None
                else self.tr("Once the network has been trained, this tells why it answers.")
            )
            return
        method, wanted = self.method.currentData(), self.target.currentData()
        self._latest.ask(lambda: _work(seen, method, wanted))

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        self.method.setAccessibleName(self.tr("Why this answer"))
        for key, title, tip in self._methods():
            self.method.addItem(title, key)
            self.method.setItemData(self.method.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.target.setAccessibleName(self.tr("Explained answer"))
        self.target.setToolTip(self.tr("The answer that is explained."))
        self._fill_targets(())
        self.method.activated.connect(self._choose)
        self.target.activated.connect(self._choose)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(caption(self.tr("Why this answer")), self.method)
        form.addRow(caption(self.tr("Explained answer")), self.target)
        side = QVBoxLayout()
        side.addLayout(form)
        side.addWidget(self.words, 1)
        upper = QHBoxLayout()
        upper.setSpacing(2 * RHYTHM)
        upper.addWidget(self.view, 3)
        upper.addLayout(side, 2)
        body = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Sheet(body))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(2 * RHYTHM)
        layout.addLayout(upper, 1)
        layout.addWidget(self._stages)
        layout.addWidget(self._neighbours)
        self._fill_stages()
        self._fill_neighbours()
        self.resize(QSize(620, 660).boundedTo(self.screen().availableGeometry().size() * 0.94))

    def _fill_targets(self, names: tuple[str, ...]) -> None:
        self._names = names
        with QSignalBlocker(self.target):
            self.target.clear()
            self.target.addItem(self.tr("The answer given"), -1)
            for k, name in enumerate(names):
                self.target.addItem(name, k)

    def _methods(self) -> list[tuple[str, str, str]]:
        return [
            ("none", self.tr("Only the image"), ""),
            (
                "integrated",
                self.tr("Integrated gradients"),
                self.tr("What each pixel adds on the way from an empty image; it sums up."),
            ),
            (
                "gradient",
                self.tr("Slope"),
                self.tr("How the score would change if the pixel were a little lighter."),
            ),
            (
                "gradient_input",
                self.tr("Slope × pixel"),
                self.tr("The slope, where there is ink."),
            ),
            (
                "occlusion",
                self.tr("Covering parts"),
                self.tr("How far the score falls when 4 × 4 pixels are covered."),
            ),
        ]

    def _fill_stages(self) -> None:
        titles = (
            self.tr("Plain resize"),
            self.tr("Cropped"),
            self.tr("Scaled to 20 × 20"),
            self.tr("Centred by mass"),
        )
        grid = QGridLayout(self._stages)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * RHYTHM)
        for k, title in enumerate(titles):
            eye, read = NetworkEye(), QLabel()
            read.setFont(font(10))
            grid.addWidget(caption(title), 0, k)
            grid.addWidget(eye, 1, k, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(read, 2, k)
            grid.setColumnStretch(k, 1)
            self._steps.append((eye, read))

    def _fill_neighbours(self) -> None:
        words = caption(self.tr("The nearest training examples, as the first hidden layer sees it"))
        grid = QGridLayout(self._neighbours)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(RHYTHM)
        grid.addWidget(words, 0, 0, 1, NEIGHBOURS)
        for k in range(NEIGHBOURS):
            eye, label = NetworkEye(), QLabel()
            eye.setFixedSize(64, 64)
            grid.addWidget(eye, 1, k, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, 2, k)
            grid.setColumnStretch(k, 1)
            self._near.append((eye, label))

    @property
    def neighbours(self) -> list[str]:
        """The labels of the nearest training examples, nearest first."""
        return [label.text() for _eye, label in self._near if label.text()]

    @property
    def stages(self) -> list[str]:
        """What is read after each step of preparation."""
        return [label.text() for _eye, label in self._steps]

    # --- showing -----------------------------------------------------------------------

    def _choose(self, _index: int) -> None:
        if self._seen is not None:
            self.show_seen(self._seen)

    def choose_method(self, method: str) -> None:
        """Choose how the answer is explained."""
        with QSignalBlocker(self.method):
            self.method.setCurrentIndex(self.method.findData(method))
        self._choose(0)

    def _show_steps(self, seen: Seen) -> None:
        self._stages.setVisible(seen.prepared is not None)
        if seen.prepared is None:
            return
        for (eye, label), preparation in zip(self._steps, STEPS, strict=True):
            image = seen.prepared(preparation)
            eye.show_image(image)
            label.clear()
            if image is not None and seen.snapshot is not None:
                values = probabilities(seen.snapshot, image)
                best, _second = runner_up(values)
                label.setText(f"{self._names[best]} · {values[best]:.3f}")

    def _show_neighbours(self, seen: Seen) -> None:
        self._neighbours.setVisible(bool(seen.near))
        for k, (eye, label) in enumerate(self._near):
            image, name = seen.near[k] if k < len(seen.near) else (None, "")
            eye.show_image(image)
            label.setText(name)

    def _show_evidence(self, found: _Evidence) -> None:
        if found.seen is not self._seen:
            return
        self.view.show_image(found.seen.image, found.contributions)
        best, second = runner_up(found.values)
        answer = self.tr("Read as “{name}” with {share}, before “{other}” with {less}.").format(
            name=self._names[best],
            share=f"{found.values[best]:.3f}",
            other=self._names[second],
            less=f"{found.values[second]:.3f}",
        )
        if found.contributions is None:
            self.words.setText(answer)
            return
        wanted = self.target.currentData()
        name = self._names[best if wanted < 0 else wanted]
        colours = self.tr("Blue speaks for “{name}”, orange against it.").format(name=name)
        whole = self.tr(
            "The score of “{name}” before softmax is {gained} above that of an empty image; "
            "what is coloured sums up to {total}."
        ).format(
            name=name,
            gained=f"{found.gained:+.2f}",
            total=f"{float(found.contributions.sum()):+.2f}",
        )
        sums = self.method.currentData() == "integrated"
        self.words.setText("\n\n".join([answer, colours, *([whole] if sums else [])]))

    def _broke(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors


def _work(seen: Seen, method: Method | str, wanted: int) -> _Evidence:
    """Compute what is shown; away from the window's thread."""
    snapshot, image = seen.snapshot, seen.image
    assert snapshot is not None, "asked only where something can be read"
    assert image is not None, "asked only where there is something to read"
    values = probabilities(snapshot, image)
    if method == "none":
        return _Evidence(seen, values, None, 0.0)
    output, sign = runner_up(values)[0] if wanted < 0 else wanted, 1.0
    if snapshot.network.output_shape == (1,):  # one sigmoid unit speaks for the second class
        output, sign = 0, 1.0 if output == 1 else -1.0
    x = network_input(snapshot, image)
    empty = network_input(snapshot, np.zeros_like(image))
    network, weights = snapshot.network, snapshot.weights
    if len(network.input_shape) == 1:  # what is covered is a part of the picture all the same
        flat = Flatten(name=network.unused_name("picture"))
        network = NetworkSpec(input_shape=image.shape, layers=(flat, *network.layers))
        weights = {**weights, flat.name: ()}
        x, empty = x.reshape(image.shape), empty.reshape(image.shape)
    found = attribution(network, weights, x, output, method, baseline=empty)  # type: ignore[arg-type]
    both = score(network, weights, np.stack([empty, x]), output)
    gained = sign * float(both[1] - both[0])
    return _Evidence(seen, values, sign * found.reshape(image.shape), gained)
