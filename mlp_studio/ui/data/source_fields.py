"""The parameters of each source as rows of a form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mlp_studio.core.datasets import AnySource, BuiltinDigits, Function, Spirals
from mlp_studio.core.table_sources import OwnData
from mlp_studio.ui.common.fields import NumberRow


class SourceFields(QWidget):
    """A row for each parameter of the source that is shown.

    Signals
    -------
    edited(source, str)
        A person changed a parameter: the new source and the parameter's name.
    """

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: AnySource | None = None
        self._rows: dict[str, NumberRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_source(self, source: AnySource) -> None:
        """Show the parameters of `source`."""
        other = self._source is None or self._source.kind != source.kind
        if other or (isinstance(source, OwnData) and source != self._source):
            self._rebuild(source)
        self._source = source
        for name, row in self._rows.items():
            row.set_value(float(getattr(source, name)))

    def row(self, name: str) -> NumberRow:
        """Return the row of a parameter."""
        return self._rows[name]

    def _rebuild(self, source: AnySource) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # it may live on a while: deletion waits for the event loop
                widget.deleteLater()
        self._rows = {}
        if isinstance(source, Spirals):
            self._spirals()
        elif isinstance(source, Function):
            self._add("samples", self.tr("Samples"), self.tr("Points drawn from the square."),
                      100, 50_000, logarithmic=True)  # fmt: skip
        elif isinstance(source, BuiltinDigits):
            self._add("count", self.tr("Images"), self.tr("How many digits are made."),
                      2_000, 100_000, logarithmic=True)  # fmt: skip
        elif isinstance(source, OwnData):
            path = str(getattr(source, "path", ""))
            note = QLabel(Path(path).name or str(getattr(source, "name", "")))
            note.setToolTip(path)
            note.setProperty("role", "caption")
            note.setWordWrap(True)
            self._layout.addWidget(note)
        else:
            note = QLabel(self.tr("60,000 images to train, 10,000 to test."))
            note.setProperty("role", "caption")
            note.setWordWrap(True)
            self._layout.addWidget(note)
        if not isinstance(source, BuiltinDigits) and hasattr(source, "seed"):
            self._add("seed", self.tr("Seed"), self.tr("The same seed gives the same examples."),
                      0, 999)  # fmt: skip

    def _spirals(self) -> None:
        self._add("num_arms", self.tr("Arms"), self.tr("Number of spiral arms."), 1, 12)
        self._add("n_classes", self.tr("Classes"),
                  self.tr("Arm k belongs to class k modulo this number."), 2, 12)  # fmt: skip
        self._add("points_per_arm", self.tr("Points per arm"),
                  self.tr("Examples on each arm."), 10, 2_000, logarithmic=True)  # fmt: skip
        self._add("noise", self.tr("Noise"), self.tr("Largest random turn of a point, in radians."),
                  0, 2, decimals=2)  # fmt: skip
        self._add("screw", self.tr("Screw"), self.tr("Turn from point to point, in radians."),
                  0, 0.05, decimals=3)  # fmt: skip
        self._add("radius", self.tr("Radius"), self.tr("Length of an arm."), 0.1, 5, decimals=1)
        self._add("gap", self.tr("Gap"), self.tr("Distance of the arms from the centre."),
                  0, 2, decimals=2)  # fmt: skip

    def _add(
        self,
        name: str,
        label: str,
        tip: str,
        low: float,
        high: float,
        *,
        decimals: int = 0,
        logarithmic: bool = False,
    ) -> None:
        row = NumberRow(label, tip, low, high, decimals=decimals, logarithmic=logarithmic)
        row.setObjectName(name)
        row.value_changed.connect(lambda value, name=name: self._edited(name, value))
        self._rows[name] = row
        self._layout.addWidget(row)

    def _edited(self, name: str, value: float) -> None:
        if self._source is None:
            return
        number = int(value) if isinstance(getattr(self._source, name), int) else value
        self.edited.emit(self._source.model_copy(update={name: number}), name)


def source_titles() -> dict[str, tuple[str, dict[str, object]]]:
    """Return the sources to choose from: key → title and what sets it apart."""
    return {
        "digits": (
            QCoreApplication.translate("SourceFields", "Built-in digits"),
            {"kind": "digits"},
        ),
        "mnist": (QCoreApplication.translate("SourceFields", "MNIST"), {"kind": "mnist"}),
        "spirals": (QCoreApplication.translate("SourceFields", "Spirals"), {"kind": "spirals"}),
        "egg-crate": (
            QCoreApplication.translate("SourceFields", "Function: egg crate"),
            {"kind": "function", "function": "egg-crate"},
        ),
        "radial-gaussian": (
            QCoreApplication.translate("SourceFields", "Function: radial Gaussian"),
            {"kind": "function", "function": "radial-gaussian"},
        ),
    }
