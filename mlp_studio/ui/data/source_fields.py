"""The parameters of each source as rows of a form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mlp_studio.core.datasets import (
    AnySource,
    BuiltinDigits,
    Mnist,
    MnistAndDigits,
    MyDigits,
    OwnSource,
    Spirals,
)
from mlp_studio.core.function_source import Function
from mlp_studio.core.plane_sources import (
    Blobs,
    Checkerboard,
    Circles,
    GaussianQuantiles,
    Moons,
    Xor,
)
from mlp_studio.core.table_sources import OwnData
from mlp_studio.ui.common.fields import NumberRow
from mlp_studio.ui.data.beside_field import BesideField
from mlp_studio.ui.data.function_fields import FunctionFields
from mlp_studio.ui.data.own.card import OwnCard
from mlp_studio.ui.theme import Theme


class SourceFields(QWidget):
    """A row for each parameter of the source that is shown.

    Signals
    -------
    edited(source, str)
        A person changed a parameter: the new source and the parameter's name.
    change_wanted(str)
        A person wants to change data of their own: its kind.
    """

    edited = Signal(object, str)
    change_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source: AnySource | None = None
        self._rows: dict[str, NumberRow] = {}
        self.function: FunctionFields | None = None
        self.beside: BesideField | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def show_source(self, source: AnySource) -> None:
        """Show the parameters of `source`."""
        other = self._source is None or self._source.kind != source.kind
        if other or (isinstance(source, OwnData) and source != self._source):
            self._rebuild(source)
        self._source = source
        if self.beside is not None and isinstance(source, MyDigits):
            self.beside.show_beside(source.beside)
            self._rows["times"].setVisible(source.beside is not None)
        if self.function is not None and isinstance(source, Function):
            self.function.show_function(source)
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
        self.function = self.beside = None
        rows: dict[type[AnySource], Callable[[], None]] = {
            Spirals: self._spirals,
            Moons: self._samples_and_noise,
            Circles: self._circles,
            Blobs: self._blobs,
            Xor: self._xor,
            Checkerboard: self._checkerboard,
            GaussianQuantiles: self._quantiles,
            Function: self._function,
            BuiltinDigits: self._digits,
            Mnist: self._mnist,
            MnistAndDigits: self._mixture,
            MyDigits: self._my_digits,
        }
        if isinstance(source, OwnData):
            self._own(source)
        elif type(source) in rows:
            rows[type(source)]()
        if not isinstance(source, BuiltinDigits | MnistAndDigits) and hasattr(source, "seed"):
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

    def _circles(self) -> None:
        self._classes(8)
        self._samples_and_noise()
        self._add("factor", self.tr("Inner radius"),
                  self.tr("Of the innermost ring; the outermost has radius 1."),
                  0, 0.95, decimals=2)  # fmt: skip

    def _blobs(self) -> None:
        self._classes(12)
        self._samples_and_noise(3)

    def _xor(self) -> None:
        self._samples_and_noise()
        self._add("gap", self.tr("Gap"), self.tr("Half width of the free strips."),
                  0, 0.9, decimals=2)  # fmt: skip

    def _quantiles(self) -> None:
        self._classes(10)
        self._samples_and_noise()

    def _digits(self) -> None:
        self._count(self.tr("Images"))

    def _count(self, label: str) -> None:
        self._add("count", label, self.tr("How many digits are made."),
                  2_000, 100_000, logarithmic=True)  # fmt: skip

    def _my_digits(self) -> None:
        self.beside = BesideField()
        self.beside.chosen.connect(self._choose_beside)
        self._layout.addWidget(self.beside)
        self._add("times", self.tr("Weight"),
                  self.tr("How often each of my digits is seen in an epoch."),
                  1, 100, logarithmic=True)  # fmt: skip

    def _choose_beside(self, beside: object) -> None:
        if isinstance(self._source, MyDigits):
            self.edited.emit(self._source.model_copy(update={"beside": beside}), "")

    def _mixture(self) -> None:
        self._caption(self.tr("MNIST has 60,000 images to train, 10,000 to test."))
        self._add("copies", self.tr("Copies"),
                  self.tr("How often each image of MNIST is rewritten by another hand."),
                  0, 4)  # fmt: skip
        self._count(self.tr("Digits"))

    def _caption(self, words: str) -> QLabel:
        note = QLabel(words)
        note.setProperty("role", "caption")
        note.setWordWrap(True)
        self._layout.addWidget(note)
        return note

    def _own(self, source: OwnSource) -> None:
        card = OwnCard(source)
        card.change_wanted.connect(self.change_wanted)
        self._layout.addWidget(card)

    def _mnist(self) -> None:
        self._caption(self.tr("60,000 images to train, 10,000 to test."))

    def _checkerboard(self) -> None:
        self._classes(6)
        self._add("squares", self.tr("Squares"), self.tr("Squares on each side of the board."),
                  2, 12)  # fmt: skip
        self._samples_and_noise()

    def _function(self) -> None:
        self.function = FunctionFields(self._theme)
        self.function.edited.connect(self.edited)
        self._layout.addWidget(self.function)
        self._add("samples", self.tr("Samples"), self.tr("Points drawn from the ranges."),
                  100, 50_000, logarithmic=True)  # fmt: skip
        self._add("noise", self.tr("Noise"),
                  self.tr("Standard deviation of what is added, as a share of the output's own."),
                  0, 1, decimals=2)  # fmt: skip

    def _classes(self, most: int) -> None:
        self._add("n_classes", self.tr("Classes"), self.tr("Number of classes."), 2, most)

    def _samples_and_noise(self, most: float = 1.0) -> None:
        self._add("samples", self.tr("Points"), self.tr("How many points are made."),
                  50, 20_000, logarithmic=True)  # fmt: skip
        self._add("noise", self.tr("Noise"), self.tr("Standard deviation of each point's shift."),
                  0, most, decimals=2)  # fmt: skip

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
