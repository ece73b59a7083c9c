"""What a person's own digits are learnt together with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.core.datasets import BuiltinDigits, Mnist, MnistAndDigits, Written
from mlp_studio.ui.common.fields import CalmCombo, caption

_BEGIN: dict[str, Written | None] = {
    "": None,
    "digits": BuiltinDigits(),
    "mnist": Mnist(),
    "mnist-and-digits": MnistAndDigits(),
}


class BesideField(QWidget):
    """A list of the other sources of digits.

    Signals
    -------
    chosen(source or None)
        A person chose another one; None for none.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Written | None = None
        self.combo = CalmCombo()
        self.combo.setObjectName("beside")
        self.combo.setAccessibleName(self.tr("Together with"))
        self.combo.setToolTip(
            self.tr("A few digits of one's own teach little alone: learn from others too.")
        )
        titles = {
            "": self.tr("Nothing else"),
            "digits": self.tr("Built-in digits"),
            "mnist": self.tr("MNIST"),
            "mnist-and-digits": self.tr("MNIST and built-in digits"),
        }
        for kind, title in titles.items():
            self.combo.addItem(title, kind)
        self.combo.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(caption(self.tr("Together with")))
        layout.addWidget(self.combo)

    def show_beside(self, beside: Written | None) -> None:
        """Show the other source."""
        self._shown = beside
        kind = "" if beside is None else beside.kind
        self.combo.setCurrentIndex(self.combo.findData(kind))

    def _choose(self, _index: int) -> None:
        kind = self.combo.currentData()
        if kind != ("" if self._shown is None else self._shown.kind):
            self.chosen.emit(_BEGIN[kind])
