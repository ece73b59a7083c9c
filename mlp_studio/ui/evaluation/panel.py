"""The evaluation panel: how good the newest weights are, and where they fail."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from mlp_studio.analysis.evaluation import EVEN, PartName
from mlp_studio.core.check import problems
from mlp_studio.core.errors import StudioError
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.studio.other_data import OtherData
from mlp_studio.studio.selection import Selection
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.common.fields import CalmCombo, NumberRow
from mlp_studio.ui.common.latest import REST, Latest
from mlp_studio.ui.common.selected_button import SelectedButton
from mlp_studio.ui.evaluation.classes import ClassesPage
from mlp_studio.ui.evaluation.confusion import ConfusionPage
from mlp_studio.ui.evaluation.curves import CurvesPage
from mlp_studio.ui.evaluation.examples import ExamplesPage
from mlp_studio.ui.evaluation.in_words import InWordsPage
from mlp_studio.ui.evaluation.opening import Opening
from mlp_studio.ui.evaluation.others import OthersButton
from mlp_studio.ui.evaluation.scores import ScoresPage
from mlp_studio.ui.evaluation.values import ValuesPage
from mlp_studio.ui.evaluation.view import Question, View, answer, chosen_part
from mlp_studio.ui.evaluation.words import part_name
from mlp_studio.ui.features.fitting import FittingLabel
from mlp_studio.ui.theme import RHYTHM, Theme

Page = (
    ScoresPage | ClassesPage | ConfusionPage | CurvesPage | ExamplesPage | ValuesPage | InWordsPage
)


class EvaluationPanel(QWidget):
    """Pages about the newest weights, each filled when it is looked at.

    Parameters
    ----------
    document : Document
        Network and weights.
    store : DataStore
        The examples.
    training : TrainingController
        While it trains, evaluations come less often.
    selection : Selection
        Which examples are selected everywhere.
    other : OtherData
        Examples of another source, evaluated beside the data's own parts.
    theme : Theme
        The look in force.
    """

    def __init__(
        self,
        document: Document,
        store: DataStore,
        training: TrainingController,
        selection: Selection,
        other: OtherData,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._store, self._training = document, store, training
        self._selection = selection
        self.other = other
        self._latest = Latest(parent=self)
        self._view: View | None = None
        self._wanted: PartName = "test"
        self._dirty = True
        self.setProperty("panel", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(theme)
        self.opening = Opening(selection, lambda: self._view, self)
        for strip in (self.confusion.strip, self.examples.strip):
            self.opening.attend(strip)
        self._connect()
        self._offer()

    @property
    def view(self) -> View | None:
        """What is shown, or None."""
        return self._view

    @property
    def note(self) -> str:
        """What is said in place of an evaluation; empty where there is one."""
        return "" if self._stack.currentWidget() is self._body else self._empty.text()

    def synchronize(self, _what: object = None) -> None:
        """Have the newest weights evaluated as soon as it is their turn."""
        self._dirty = True
        if not self.isVisible():
            return
        self._dirty = False
        trouble = self._trouble()
        dataset, snapshot = self._store.dataset, self._document.snapshot
        if trouble or dataset is None or snapshot is None:
            self._latest.forget()
            self._view = None
            self._say(trouble)
            return
        if self._view is None:
            self._say(self.tr("Evaluating…"))
        threshold = self.threshold.value if len(dataset.class_names) == 2 else EVEN
        running = self._training.state == "running"
        known = self._view
        question = Question(
            dataset, snapshot, self._wanted, threshold, known, not running, self.other.part
        )
        rest = REST if running else 0.0
        self._latest.ask(lambda: answer(question), rest=rest)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.scores, self.classes = ScoresPage(), ClassesPage()
        self.confusion, self.curves = ConfusionPage(self._selection, theme), CurvesPage(theme)
        self.values, self.examples = ValuesPage(theme), ExamplesPage(theme)
        self.in_words = InWordsPage()
        names: list[tuple[Page, str]] = [
            (self.scores, self.tr("Scores")),
            (self.classes, self.tr("Classes")),
            (self.confusion, self.tr("Confusion")),
            (self.curves, self.tr("Thresholds")),
            (self.values, self.tr("Values")),
            (self.examples, self.tr("Examples")),
            (self.in_words, self.tr("In words")),
        ]
        self.pages = QTabBar()
        self.pages.setDrawBase(False)
        self.pages.setExpanding(False)
        self.pages.setAccessibleName(self.tr("What is shown of the evaluation"))
        self._sheets = QStackedWidget()
        self._in_order = [page for page, _name in names]
        for page, name in names:
            self.pages.addTab(name)
            self._sheets.addWidget(page)
        self.parts = CalmCombo()
        self.parts.setAccessibleName(self.tr("Part of the data"))
        self.parts.setToolTip(self.tr("The part of the data that is looked at closely"))
        self.others = OthersButton(self._store, self.other)
        self._when = FittingLabel()
        self.threshold = NumberRow(
            self.tr("Threshold"),
            self.tr("From which probability on the second class is answered"),
            0.0,
            1.0,
            decimals=2,
        )
        self.threshold.set_value(EVEN)
        self.threshold.setMaximumWidth(520)
        self.threshold.hide()  # until there are two classes
        head = QHBoxLayout()
        head.setSpacing(RHYTHM)
        head.addWidget(self.pages)
        head.addWidget(self._when, 1)
        head.addWidget(SelectedButton(self._selection))
        head.addWidget(self.others)
        head.addWidget(self.parts)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(RHYTHM, 2, RHYTHM, RHYTHM)
        body.setSpacing(4)
        body.addLayout(head)
        body.addWidget(self.threshold)
        body.addWidget(self._sheets, 1)
        self._empty = QLabel()
        self._empty.setProperty("role", "caption")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        document = self._document
        document.snapshot_changed.connect(self.synchronize)
        document.network_changed.connect(self.synchronize)
        document.training_changed.connect(self.synchronize)
        document.opened.connect(self._on_opened)
        self._store.dataset_changed.connect(self._on_dataset)
        self._store.failed.connect(self.synchronize)
        self._training.state_changed.connect(self._on_state)
        self.other.changed.connect(self._on_other)
        self._latest.done.connect(self._on_view)
        self._latest.failed.connect(self._on_failed)
        self.parts.activated.connect(self._on_part)
        self.threshold.value_changed.connect(self.synchronize)
        self.pages.currentChanged.connect(self._show_page)

    def _offer(self) -> None:
        """Offer the parts and the pages that the data has."""
        dataset = self._store.dataset
        if dataset is None:
            return
        parts: list[tuple[PartName, object]] = [
            ("train", dataset.train),
            ("validation", dataset.validation),
            ("test", dataset.test),
            ("other", self.other.part),
        ]
        with QSignalBlocker(self.parts):
            self.parts.clear()
            for name, part in parts:
                if part is not None and len(part):  # type: ignore[arg-type]
                    title = self.other.title if name == "other" else part_name(name)
                    self.parts.addItem(title, name)
            shown = chosen_part(dataset, self._wanted, self.other.part)
            self.parts.setCurrentIndex(self.parts.findData(shown))
        classes = bool(dataset.class_names)
        for number, page in enumerate(self._in_order):
            there = True
            if page is self.values:
                there = not classes
            elif page in {self.classes, self.confusion, self.curves}:
                there = classes
            # Qt forgets that the bar must be laid out when nothing changes at the last call.
            if there != self.pages.isTabVisible(number):
                self.pages.setTabVisible(number, there)
        self.pages.updateGeometry()

    # --- what keeps it from being shown ------------------------------------------------

    def _trouble(self) -> str:
        dataset = self._store.dataset
        if dataset is None:
            if isinstance(self._store.error, StudioError):
                return render(self._store.error.what)
            if self._store.error is not None:
                return self.tr("The data could not be loaded.")
            return self.tr("The evaluation appears as soon as the data is loaded.")
        # The document's own list is brought up to date only after its network's signal.
        design = self._document.network, self._document.training
        for problem in problems(*design, dataset.facts):
            if problem.severity == "error":
                return f"{render(problem.what)}\n{render(problem.remedy)}"
        snapshot = self._document.snapshot
        if snapshot is None or snapshot.network != self._document.network:
            return self.tr("Not trained yet. How good the network is shows as soon as it learns.")
        return ""

    def _say(self, words: str) -> None:
        self._empty.setText(words)
        self._stack.setCurrentWidget(self._empty)

    # --- events ------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self.synchronize()

    @Slot()
    def _on_state(self, _state: object = None) -> None:
        """Complete, at rest, what was left out while the network trained."""
        left_out = self._view is not None and not self._view.thorough
        if left_out and self._training.state != "running":
            self.synchronize()

    @Slot()
    def _on_opened(self) -> None:
        self._wanted = "test"
        self.threshold.set_value(EVEN)
        self._on_dataset()

    @Slot()
    def _on_dataset(self, _dataset: object = None) -> None:
        self._latest.forget()
        self._view = None
        self._offer()
        self.synchronize()

    @Slot()
    def _on_other(self) -> None:
        """Look at the other examples that have come, or at the test set again."""
        self._wanted = "other" if self.other.part is not None else "test"
        self._offer()
        self.synchronize()

    @Slot(int)
    def _on_part(self, _index: int) -> None:
        self._wanted = self.parts.currentData()
        self.synchronize()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        raise error  # a defect of the program: shown by the handler of unexpected errors

    @Slot(object)
    def _on_view(self, view: View) -> None:
        fits = view.snapshot.network == self._document.network
        if view.dataset is not self._store.dataset or not fits or view.other is not self.other.part:
            return
        if not view.finite:
            self._view = None
            self._say(
                self.tr(
                    "The network's answers are no numbers: the training has diverged.\n"
                    "Start again with new weights and a smaller learning rate."
                )
            )
            return
        self._view = view
        self.threshold.setVisible(view.has_threshold)
        epoch = f"{view.snapshot.epoch:,}"
        self._when.say(self.tr("after epoch {epoch}").format(epoch=epoch), epoch)
        self._stack.setCurrentWidget(self._body)
        self._show_page()
        self._on_state()

    @Slot()
    def _show_page(self, _index: object = None) -> None:
        page = self._in_order[self.pages.currentIndex()]
        self._sheets.setCurrentWidget(page)
        if self._view is not None:
            page.show_view(self._view)
