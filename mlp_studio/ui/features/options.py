"""What else can be chosen about a view: a small window behind the three dots."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from mlp_studio.analysis.neighbours import Neighbourhood
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.features.frame import MOST_POINTS, NEIGHBOURS, TURNING, ViewName
from mlp_studio.ui.features.popover import Popover
from mlp_studio.ui.theme import Theme

COUNTS = (300, MOST_POINTS, 3000, 10_000)


class ViewOptions(Popover):
    """Settings of the view that is shown; those of other views are hidden.

    Signals
    -------
    changed()
        Something that is shown is another.
    neighbourhood_changed()
        A layout of neighbours is to be made otherwise.
    fixed_changed(bool)
        The axes of what is shown are to stand fast, or may turn again.
    sort_wanted()
        The rows of the map are to be put in order again.
    film_wanted()
        Moments of the whole film are to be laid out.
    """

    changed = Signal()
    neighbourhood_changed = Signal()
    fixed_changed = Signal(bool)
    sort_wanted = Signal()
    film_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.before = QCheckBox(self.tr("Before the activation"))
        self.before.setToolTip(self.tr("Show the weighted sums instead of the activations"))
        self.across, self.up = _spin(self.tr("Across")), _spin(self.tr("Up"), value=1)
        self.deep = _spin(self.tr("Into the depth"), high=2, value=2)
        self.units = (self.across, self.up, self.deep)
        self.regions = QCheckBox(self.tr("Decision regions"))
        self.regions.setChecked(True)
        self.regions.setToolTip(
            self.tr(
                "Behind the points of a layer of two units: what the rest of the network "
                "answers all over the plane, paler where it is less sure"
            )
        )
        self.fixed = QCheckBox(self.tr("Fix axes here"))
        self.fixed.setToolTip(
            self.tr("Keep the axes of this moment for the whole film, instead of turning them")
        )
        self.perplexity = _spin(self.tr("Perplexity"), 2, 300, 30)
        self.perplexity.setToolTip(self.tr("About how many neighbours count for each point"))
        self.neighbours = _spin(self.tr("Neighbours"), 2, 300, 15)
        self.neighbours.setToolTip(self.tr("How many neighbours count for each point"))
        self.along = QPushButton(self.tr("Lay out moments of the whole film"))
        self.sort = QPushButton(self.tr("Sort the rows again"))
        self.sort.setToolTip(self.tr("Put examples that are alike now beside each other"))
        self.count = CalmCombo()
        self.count.setAccessibleName(self.tr("At most so many examples"))
        for number in COUNTS:
            self.count.addItem(f"{number:,}", number)
        self.count.setCurrentIndex(COUNTS.index(MOST_POINTS))
        self._boxes: dict[str, QWidget] = {
            "across": self._row(self.tr("Unit across"), self.across),
            "up": self._row(self.tr("Unit up"), self.up),
            "deep": self._row(self.tr("Unit into the depth"), self.deep),
            "perplexity": self._row(self.tr("Perplexity"), self.perplexity),
            "neighbours": self._row(self.tr("Neighbours"), self.neighbours),
        }
        for widget in (self.before, self.regions, self.fixed, self.along, self.sort):
            self.rows.addWidget(widget)
        self._row(self.tr("Examples, at most"), self.count)
        self._connect()
        self.show_view("auto", 2, activated=True, film=False)

    @property
    def neighbourhood(self) -> Neighbourhood:
        """How neighbours are kept together; for t-SNE."""
        return Neighbourhood("tsne", float(self.perplexity.value()), self.neighbours.value())

    @property
    def most(self) -> int:
        """How many examples are shown at most."""
        return int(self.count.currentData())

    def show_view(self, name: ViewName, width: int, *, activated: bool, film: bool) -> None:
        """Show the settings of a view of a layer.

        Parameters
        ----------
        name : ViewName
            The view.
        width : int
            How many units the layer has.
        activated : bool
            Whether the layer has an activation, so that something comes before it.
        film : bool
            Whether there is a film.
        """
        for field in self.units:
            with QSignalBlocker(field):
                field.setMaximum(max(0, width - 1))
        self._boxes["across"].setVisible(name in {"units", "units3"})
        self._boxes["up"].setVisible(name in {"units", "units3"})
        self._boxes["deep"].setVisible(name == "units3")
        plane = width == 2 and name in {"auto", "units"}
        self.regions.setVisible(plane or name == "several")
        self._boxes["perplexity"].setVisible(name == "tsne")
        self._boxes["neighbours"].setVisible(name == "umap")
        self.along.setVisible(name in NEIGHBOURS)
        self.along.setEnabled(film)
        self.sort.setVisible(name == "heat")
        turning = name in TURNING and width > (2 if name == "auto" else 1)
        self.fixed.setVisible(turning)
        self.before.setEnabled(activated)

    def release(self) -> None:
        """Let the axes turn again, without telling."""
        with QSignalBlocker(self.fixed):
            self.fixed.setChecked(False)

    def _connect(self) -> None:
        self.before.toggled.connect(self._tell)
        self.across.valueChanged.connect(self._tell)
        self.up.valueChanged.connect(self._tell)
        self.deep.valueChanged.connect(self._tell)
        self.count.activated.connect(self._tell)
        self.fixed.toggled.connect(self.fixed_changed)
        self.perplexity.valueChanged.connect(self._tell_neighbourhood)
        self.neighbours.valueChanged.connect(self._tell_neighbourhood)
        self.sort.clicked.connect(self.sort_wanted)
        self.along.clicked.connect(self.film_wanted)

    def _tell(self, _value: object) -> None:
        self.changed.emit()

    def _tell_neighbourhood(self, _value: object) -> None:
        self.neighbourhood_changed.emit()

    def _row(self, words: str, field: QWidget) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(words)
        label.setProperty("role", "secondary")
        row.addWidget(label, 1)
        row.addWidget(field)
        self.rows.addWidget(box)
        return box


def _spin(name: str, low: int = 0, high: int = 1, value: int = 0) -> QSpinBox:
    field = QSpinBox()
    field.setRange(low, high)
    field.setValue(value)
    field.setKeyboardTracking(False)
    field.setAccessibleName(name)
    field.setFixedWidth(72)
    return field
