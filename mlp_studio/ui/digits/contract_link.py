"""What the network wants to get, in a few words, and a dialog to say it where nobody has."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.events import Snapshot
from mlp_studio.core.scaling import Scaler
from mlp_studio.digits.contract import (
    RANGES,
    Guess,
    contract,
    guess,
    key_of,
    reads_digits,
    sample_digits,
)
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.common.fields import CalmCombo, caption
from mlp_studio.ui.theme import RHYTHM

OWN = ""  # the range of a network whose pixels each have a scaling of their own


class ContractLink(QPushButton):
    """Says which pixels the network gets; a click opens the dialog."""

    def __init__(
        self, document: Document, jobs: Jobs, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._jobs, self._messages = document, jobs, messages
        self.dialog: ContractDialog | None = None
        self.setProperty("role", "link")
        self.setObjectName("contract")
        self.setToolTip(
            self.tr(
                "What the network was trained on: the range of its pixels, light or dark ink, "
                "how digits stand in its pictures, the names of its answers."
            )
        )
        self.clicked.connect(self.open)
        document.snapshot_changed.connect(self._show)
        self._show()

    def open(self) -> None:
        """Open the dialog."""
        snapshot = self._document.snapshot
        if snapshot is None:
            return
        self.dialog = ContractDialog(snapshot, self._jobs, self._messages, self.window())
        self.dialog.accepted.connect(self._take)
        self.dialog.finished.connect(self._close)
        self.dialog.open()

    def _take(self) -> None:
        snapshot, dialog = self._document.snapshot, self.dialog
        if snapshot is None or dialog is None:
            return
        scaler = dialog.scaler
        if scaler != snapshot.scaler:
            label = self.tr("Say what the network gets")
            self._document.edit(label, weights=replace(snapshot, scaler=scaler))

    def _close(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _show(self, _snapshot: object = None) -> None:
        snapshot = self._document.snapshot
        self.setVisible(snapshot is not None and reads_digits(snapshot.network))
        if snapshot is None:
            return
        scaler = snapshot.scaler or Scaler(kind="divide_255")
        found = key_of(scaler)
        if found is None:
            self.setText(self.tr("Own scaling"))
            return
        low, high = RANGES[found[0]]
        words = self.tr("{low} to {high}, dark ink") if found[1] else self.tr("{low} to {high}")
        self.setText(words.format(low=f"{low:.3g}", high=f"{high:.3g}"))


class ContractDialog(QDialog):
    """Fields for what a network from elsewhere was trained on.

    Parameters
    ----------
    snapshot : Snapshot
        The network, its weights and what is known so far.
    jobs : Jobs
        Find out what it wants.
    messages : Messages
        Told when that fails.
    """

    def __init__(
        self, snapshot: Snapshot, jobs: Jobs, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._snapshot, self._jobs, self._messages = snapshot, jobs, messages
        self._scaler = snapshot.scaler or Scaler(kind="divide_255")
        self._job: Job | None = None
        self.setWindowTitle(self.tr("What the network gets"))
        self.range, self.ink, self.framing = CalmCombo(), CalmCombo(), CalmCombo()
        self.names = QLineEdit()
        self.words = QLabel()
        self.words.setProperty("role", "secondary")
        self.words.setWordWrap(True)
        self.find_out = QPushButton(self.tr("Find out"))
        self.find_out.setToolTip(self.tr("Try every usual way on 500 written digits."))
        self.find_out.setAutoDefault(False)
        self._build()
        self._show(self._scaler)

    @property
    def scaler(self) -> Scaler:
        """What is said in the fields."""
        names = tuple(name.strip() for name in self.names.text().split(",") if name.strip())
        framing = self.framing.currentData()
        key = self.range.currentData()
        if key == OWN:  # only what does not depend on the pixels' range can be changed
            return self._scaler.model_copy(update={"framing": framing, "class_names": names})
        dark = self.ink.currentData()
        if (key, dark) == key_of(self._scaler):  # the same in other words
            return self._scaler.model_copy(update={"framing": framing, "class_names": names})
        return contract(key, dark_ink=dark, framing=framing, names=names)

    def _build(self) -> None:
        for key, title in (
            ("unit", self.tr("0 to 1 (÷ 255)")),
            ("bytes", self.tr("0 to 255")),
            ("signed", self.tr("−1 to 1")),
            ("standard", self.tr("Standardised (mean 0.1307, deviation 0.3081)")),
        ):
            self.range.addItem(title, key)
        if key_of(self._scaler) is None:
            self.range.addItem(self.tr("As it was trained: each pixel its own"), OWN)
        self.ink.addItem(self.tr("White on black, as MNIST"), False)
        self.ink.addItem(self.tr("Black on white"), True)
        for framing, title in (
            ("mnist", self.tr("20 × 20, centre of mass in the middle, as MNIST")),
            ("box", self.tr("20 × 20, in the middle")),
            ("plain", self.tr("As they were drawn")),
        ):
            self.framing.addItem(title, framing)
        outputs = self._snapshot.network.output_shape[-1]
        self.names.setPlaceholderText(", ".join(str(k) for k in range(outputs)))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(RHYTHM)
        form.addRow(caption(self.tr("Pixels")), self.range)
        form.addRow(caption(self.tr("Ink")), self.ink)
        form.addRow(caption(self.tr("Where digits stand")), self.framing)
        form.addRow(caption(self.tr("Names of the answers, with commas between")), self.names)
        form.addRow(self.words)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for button in buttons.buttons():
            button.setIcon(QIcon())
        buttons.addButton(self.find_out, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setDefault(True)
        self.find_out.clicked.connect(self._find_out)
        self.range.activated.connect(self._follow)
        self.names.textChanged.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM, 2 * RHYTHM)
        layout.setSpacing(2 * RHYTHM)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)

    def _show(self, scaler: Scaler) -> None:
        found = key_of(scaler)
        key, dark = found if found is not None else (OWN, False)
        self.range.setCurrentIndex(self.range.findData(key))
        self.ink.setCurrentIndex(int(dark))
        self.framing.setCurrentIndex(self.framing.findData(scaler.framing))
        with QSignalBlocker(self.names):
            self.names.setText(", ".join(scaler.class_names))
        self._follow()

    def _follow(self, _changed: object = None) -> None:
        self.ink.setEnabled(self.range.currentData() != OWN)
        names = self.scaler.class_names
        outputs = self._snapshot.network.output_shape[-1]
        fits = not names or len(names) == outputs
        self._ok.setEnabled(fits)
        if not fits:
            words = self.tr("The network has {outputs} answers; there are {given} names.")
            self.words.setText(words.format(outputs=outputs, given=len(names)))
        elif self._job is None:
            self.words.setText("")

    def _find_out(self) -> None:
        network, weights = self._snapshot.network, self._snapshot.weights
        self.find_out.setEnabled(False)
        self.words.setText(self.tr("Trying…"))
        self._job = self._jobs.start(
            lambda _progress: guess(network, weights, *sample_digits()),
            self._found,
            self._messages.report,
        )

    def _found(self, found: Guess) -> None:
        self.find_out.setEnabled(True)
        if found.sure:
            kept = {"framing": self.scaler.framing, "class_names": self.scaler.class_names}
            self._show(found.scaler.model_copy(update=kept))
            words = self.tr("So it reads {share} of 500 written digits.")
        else:
            words = self.tr("No usual way reads more than {share} of 500 written digits.")
        self._job = None
        self.words.setText(words.format(share=f"{found.accuracy:.3f}"))

    def done(self, result: int) -> None:
        """Close; what is still being found out is of no use."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)
