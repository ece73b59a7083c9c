"""The strip beneath the canvas: every property of the selected layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from mlp_studio.core.check import shape_text
from mlp_studio.core.layers import Activation, AnyLayer, Dense, LayerNormalization
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder import about, commands, values
from mlp_studio.ui.builder.fields import Field
from mlp_studio.ui.builder.gestures import carry_out
from mlp_studio.ui.builder.layer_details import Entry, LayerDetails
from mlp_studio.ui.builder.menus import ACTIVATION_NAMES
from mlp_studio.ui.builder.resetting import reset
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.theme import Theme

HEIGHT = 48
NAME_WIDTH = 190
SPACE = 10  # with 12 a Dense layer's row is wider than 760 in Spanish
DENSE_FIELDS = frozenset({"units", "l1", "l2"})
ROOM_FOR_FACTS = 900  # below this width the layer's facts are left out


class Inspector(QFrame):
    """One row of fields for the selected layers; its height never changes.

    Signals
    -------
    told(QWidget, str)
        Something typed into a field can't be taken over, and why.
    hushed()
        All is well again.
    """

    told = Signal(QWidget, str)
    hushed = Signal()

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._session = 0
        self._renaming = False
        self._numbers: dict[str, Field] = {}
        self._pairs: dict[str, QWidget] = {}
        self._words: dict[str, QLabel] = {}
        self._room = 0
        self.setFixedHeight(HEIGHT)
        self.hint = QLabel(self.tr("Click a layer to edit it."))
        self.hint.setProperty("role", "secondary")
        self.several = QLabel()
        self.several.setProperty("role", "title")
        self.name = Field(self._rename, theme, live=False)
        self.activation = CalmCombo()
        self.bias = QCheckBox(self.tr("Bias"))
        self.scale = QCheckBox(self.tr("Scale"))
        self.center = QCheckBox(self.tr("Shift"))
        self.more = QPushButton("…")
        self._entries: dict[str, Entry] = {}
        self._boxes: dict[str, tuple[QWidget, ...]] = {}
        self.facts = QLabel()
        self.facts.setProperty("role", "caption")
        self._build()
        entries = tuple(self._entries.values())
        self.details = LayerDetails(self._set, self._reset, entries, theme, self)
        document.network_changed.connect(self._changed)
        document.selection_changed.connect(self._selected)
        self.synchronize()

    def field(self, name: str) -> Field:
        """Return the field of a number, such as ``"units"``."""
        return self._numbers[name]

    def synchronize(self) -> None:
        """Show the selected layers."""
        layers = self._layers()
        self.hint.setVisible(not layers)
        self.several.setVisible(len(layers) > 1)
        self.several.setText(self.tr("{count} layers").format(count=len(layers)))
        self._pairs["name"].setVisible(len(layers) == 1)
        if len(layers) == 1:
            self.name.show_text(layers[0].name)
        for field, box in self._numbers.items():
            numbers = [values.number(layer, field) for layer in layers]
            there = [value for value in numbers if value is not None]
            # Of a mixed selection, what all have and what the Dense layers have.
            offered = bool(there) and (len(there) == len(layers) or field in DENSE_FIELDS)
            self._pairs[field].setVisible(offered)
            if offered:
                known = [values.shown(field, value) for value in there]
                box.show_text(known[0] if len(set(known)) == 1 else "")
        dense = [layer for layer in layers if isinstance(layer, Dense)]
        active = [layer for layer in layers if isinstance(layer, Dense | Activation)]
        self._pairs["activation"].setVisible(bool(active))
        self.bias.setVisible(bool(dense))
        self.more.setVisible(bool(layers))
        normal = [layer for layer in layers if isinstance(layer, LayerNormalization)]
        for switch, on in (
            (self.scale, [layer.scale for layer in normal]),
            (self.center, [layer.center for layer in normal]),
        ):
            switch.setVisible(bool(on))
            switch.setChecked(bool(on) and all(on))
        self._show_choices(active)
        self.bias.setChecked(bool(dense) and all(layer.use_bias for layer in dense))
        self._show_tips(layers)
        self.details.synchronize(layers)
        self._show_facts(layers)
        self._name_fields()

    # --- building ----------------------------------------------------------------------

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.hint)
        row.addWidget(self.several)
        self._add(row, "name", self.tr("Name"), self.name, self.tr("What the layer is called."))
        self._number(row, "units", self.tr("Units"), 58, self.tr("How many neurons it has."))
        self.activation.addItems(ACTIVATION_NAMES)
        self.activation.setFixedWidth(114)
        self.activation.activated.connect(self._activate)
        self._add(
            row,
            "activation",
            self.tr("Activation"),
            self.activation,
            self.tr("What a neuron makes of its weighted sum. relu is a good start."),
        )
        self.bias.setToolTip(self.tr("Whether each neuron has an offset of its own."))
        self._know("use_bias", self.bias)
        self.bias.clicked.connect(self._set_bias)
        row.addWidget(self.bias)
        self._number(
            row, "l1", self.tr("L1"), 54, self.tr("Penalty on the weights' size: many become 0.")
        )
        self._number(
            row,
            "l2",
            self.tr("L2"),
            54,
            self.tr("Penalty on the weights' squares: all stay small."),
        )
        self._number(
            row, "rate", self.tr("Rate"), 64, self.tr("Share of units silenced while training.")
        )
        self._number(
            row,
            "momentum",
            self.tr("Momentum"),
            64,
            self.tr("How slowly the running mean and variance follow the batches."),
        )
        self._number(
            row,
            "epsilon",
            self.tr("Epsilon"),
            64,
            self.tr("Added to the variance, so that nothing is divided by zero."),
        )
        self._number(
            row,
            "stddev",
            self.tr("Spread"),
            64,
            self.tr("Standard deviation of the noise that is added while training."),
        )
        self._number(
            row,
            "negative_slope",
            self.tr("Slope"),
            64,
            self.tr("What negative values are multiplied by."),
        )
        self.scale.setToolTip(self.tr("Whether each unit is multiplied by a number it learns."))
        self._know("scale", self.scale)
        self.scale.clicked.connect(self._set_scale)
        row.addWidget(self.scale)
        self.center.setToolTip(self.tr("Whether a number it learns is added to each unit."))
        self._know("center", self.center)
        self.center.clicked.connect(self._set_center)
        row.addWidget(self.center)
        self.more.setObjectName("more")
        self.more.setFixedWidth(34)
        self.more.setStyleSheet("padding: 5px 0;")
        self.more.setAccessibleName(self.tr("More…"))
        self.more.setToolTip(self.tr("Help, defaults, rarer settings and Keras's page."))
        self.more.clicked.connect(self._open_details)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.facts)
        # The name takes what the others leave, within reason: languages differ in length.
        self.name.setMinimumWidth(60)
        name = self._pairs["name"]
        name.setMaximumWidth(name.sizeHint().width() - self.name.sizeHint().width() + NAME_WIDTH)
        row.setStretchFactor(name, 20)

    def _number(self, row: QHBoxLayout, name: str, label: str, width: int, tip: str) -> None:
        box = Field(self._setter(name), self._theme)
        box.setFixedWidth(width)
        box.stepped.connect(self._stepper(name))
        self._numbers[name] = box
        self._add(row, name, label, box, tip)

    def _add(self, row: QHBoxLayout, name: str, label: str, box: QWidget, tip: str) -> None:
        words = QLabel(label)
        words.setProperty("role", "secondary")
        words.setBuddy(box)
        words.setToolTip(tip)
        box.setToolTip(tip)
        box.setAccessibleName(label)
        box.setAccessibleDescription(tip)
        box.setObjectName(name)
        words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        pair = QWidget()
        inner = QHBoxLayout(pair)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(words)
        inner.addWidget(box, 1)
        self._pairs[name] = pair
        self._words[name] = words
        row.addWidget(pair)
        if name != "name":
            self._entries[name] = Entry(name, label, tip)
            self._boxes[name] = (words, box)
        if isinstance(box, Field):
            box.refused.connect(self._refused)
            box.accepted.connect(self.hushed)

    def _know(self, field: str, switch: QCheckBox) -> None:
        self._entries[field] = Entry(field, switch.text(), switch.toolTip())
        self._boxes[field] = (switch,)

    # --- showing -----------------------------------------------------------------------

    def take_room(self, width: int) -> None:
        """Leave out what goes without saying where there are fewer pixels than all takes."""
        self._room = width
        self._name_fields()
        self._show_facts(self._layers())

    def _name_fields(self) -> None:
        """Name every field, or only those that can't be told by what is in them."""
        for unnamed in ((), ("name", "activation"), ("name", "activation", "units")):
            for name in ("name", "activation", "units"):
                self._words[name].setVisible(name not in unnamed)
            row = self._row
            row.setSpacing(6 if unnamed else SPACE)
            row.setContentsMargins(12, 0, 8 if unnamed else 12, 0)
            self.activation.setFixedWidth(104 if unnamed else 114)
            for pair in self._pairs.values():
                pair.updateGeometry()  # at once: else one frame is laid out as it was
            if self._width() <= self._room:
                break

    def _width(self) -> int:
        """Return what the row takes at least, in pixels, before layouts have caught up."""
        row = self._row
        margins = row.contentsMargins()
        boxes = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        shown = [box for box in boxes if not (box.isHidden() or box.isWindow())]
        taken = margins.left() + margins.right() + row.spacing() * len(shown)
        for box in shown:
            inner = box.layout()
            least = box.minimumSizeHint() if inner is None else inner.totalMinimumSize()
            taken += max(least.width(), box.minimumWidth())
        return taken

    def _layers(self) -> list[AnyLayer]:
        network = self._document.network
        return [network.layer(name) for name in self._document.selection]

    def _show_choices(self, active: list[Dense | Activation]) -> None:
        activations = {layer.activation for layer in active}
        with QSignalBlocker(self.activation):
            one = len(activations) == 1
            index = self.activation.findText(activations.pop()) if one else -1
            self.activation.setCurrentIndex(index)

    def _show_facts(self, layers: list[AnyLayer]) -> None:
        room = self._room >= ROOM_FOR_FACTS
        self.facts.setVisible(room and bool(layers))
        if room and layers:
            counts = self._document.network.parameter_counts()
            total = sum(counts[layer.name] for layer in layers)
            words = self.tr("{count} parameters").format(count=f"{total:,}")
            if len(layers) == 1:
                network = self._document.network
                number = network.index(layers[0].name)
                shapes = (network.input_shape, *network.shapes())
                way = " → ".join(shape_text(shape) for shape in shapes[number : number + 2])
                words = f"{type(layers[0]).__name__} · {way} · {words}"
            self.facts.setText(words)

    def _show_tips(self, layers: list[AnyLayer]) -> None:
        """Say range and default, which may differ from type to type."""
        for field, entry in self._entries.items():
            layer = next((layer for layer in layers if about.has(layer, field)), None)
            if layer is not None:
                words = about.tip(entry.help, layer, field)
                for box in self._boxes[field]:
                    box.setToolTip(words)

    def _changed(self, _network: object) -> None:
        if not self._renaming:
            self.synchronize()

    def _selected(self, _names: object) -> None:
        if self._renaming:
            return
        self._session += 1
        for box in (self.name, *self._numbers.values()):
            box.forget()
        self.hushed.emit()
        self.synchronize()

    # --- editing -----------------------------------------------------------------------

    def _rename(self, text: str) -> None:
        (name,) = self._document.selection
        step = commands.rename(self._document.network, name, text.strip())
        # For a moment no layer of the old name is there: the row must not blink.
        self._renaming = True
        try:
            carry_out(self._document, step)
        finally:
            self._renaming = False
        self.synchronize()

    def _set(self, field: str, value: object) -> None:
        document = self._document
        step = commands.change(document.network, document.selection, field, value)
        carry_out(document, step, self._session)

    def _reset(self, fields: Iterable[str], what: str) -> None:
        document = self._document
        carry_out(document, reset(document.network, document.selection, fields, what))

    def _setter(self, field: str) -> Callable[[str], None]:
        def set_typed(text: str) -> None:
            self._set(field, values.parsed(field, text))

        return set_typed

    def _stepper(self, field: str) -> Callable[[int], None]:
        def step(direction: int) -> None:
            layers = self._layers()
            known = (values.number(layer, field) for layer in layers)
            value = next((number for number in known if number is not None), None)
            if value is None:
                return
            self._set(field, values.next_value(field, value, direction))

        return step

    def _activate(self, _index: int) -> None:
        self._set("activation", self.activation.currentText())

    def _set_bias(self, checked: bool) -> None:
        self._set("use_bias", checked)

    def _set_scale(self, checked: bool) -> None:
        self._set("scale", checked)

    def _set_center(self, checked: bool) -> None:
        self._set("center", checked)

    def _open_details(self) -> None:
        self.details.open_above(self.more)

    def _refused(self, words: str) -> None:
        box = self.sender()
        if isinstance(box, QWidget):
            self.told.emit(box, words)
