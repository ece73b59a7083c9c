"""How the examples are divided: shares, seed, and what each part has of each class."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from mlp_studio.core.dataset import Dataset, has_own_test
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Mnist
from mlp_studio.core.file_sources import Arrays
from mlp_studio.data.findings import uneven
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.ui.common.fields import NumberRow, caption, link
from mlp_studio.ui.data.class_counts import ClassCounts
from mlp_studio.ui.data.split_bar import SplitBar
from mlp_studio.ui.theme import Theme

MOST_VALIDATION, MOST_TEST = 60, 50  # percent
MOST_TOGETHER = 90  # percent: the rest is there to learn from
NAMES_TOLD = 3


class SplitFields(QWidget):
    """Rows for the split; each edit is one step of undo."""

    def __init__(
        self, document: Document, store: DataStore, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._dataset: Dataset | None = None
        self._dialog: ClassCounts | None = None
        self.bar = SplitBar(theme)
        self.validation = NumberRow(
            self.tr("Validation %"),
            self.tr("Share of the examples kept aside to validate after each epoch, in percent."),
            1, MOST_VALIDATION,
        )  # fmt: skip
        self.test = NumberRow(
            self.tr("Test %"),
            self.tr("Share of the examples kept for the very end: nothing is chosen by them."),
            0, MOST_TEST,
        )  # fmt: skip
        self.seed = NumberRow(
            self.tr("Seed"), self.tr("The same seed gives the same split."), 0, 999
        )
        self.stratified = QCheckBox(self.tr("Stratified by class"))
        self.stratified.setToolTip(
            self.tr("Each part has the same share of every class as the whole, within one example.")
        )
        self.own_test = _words()
        self.own_test.setTextFormat(Qt.TextFormat.PlainText)
        self.random = _words()
        self.random.setText(self.tr("Drawn at random."))
        self.few = QLabel()
        self.few.setTextFormat(Qt.TextFormat.PlainText)
        self.few.setProperty("role", "note")
        self.few.setWordWrap(True)
        self.counts = link(self.tr("Counts per class…"))
        self.counts.setToolTip(self.tr("How many examples of each class are in each part."))
        self.balance = QPushButton(self.tr("Balance by class weights"))
        self.balance.setToolTip(
            self.tr("The rarer a class, the more each of its examples counts in the training loss.")
        )
        self.balanced = _words()
        self.balanced.setText(self.tr("Uneven classes: balanced by class weights."))
        self._arrange()
        self._connect(store)
        self.synchronize(document.data)
        self.show_dataset(store.dataset)

    def synchronize(self, data: DataSpec) -> None:
        """Show the split of `data`."""
        self.validation.set_value(round(100 * data.split.validation))
        self.test.set_value(round(100 * data.split.test))
        self.seed.set_value(data.split.seed)
        classes = self._document.facts.task != "regression"
        with QSignalBlocker(self.stratified):
            self.stratified.setChecked(data.split.stratified)
        self.stratified.setVisible(classes)
        self.random.setVisible(not classes)
        own_test = has_own_test(data.source)
        self.test.setVisible(not own_test)
        self.own_test.setVisible(own_test)

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show how a data set is divided."""
        self._dataset = dataset
        self.counts.setEnabled(dataset is not None)
        if dataset is None:  # the rest stays as it is: nothing below is to jump up and down
            self.bar.show_counts(0, 0, 0)
            return
        counts = dataset.class_counts
        self.counts.setVisible(bool(counts))
        self._offer_balance()
        test = len(dataset.test) if dataset.test is not None else 0
        self.bar.show_counts(len(dataset.train), len(dataset.validation), test, counts)
        if has_own_test(self._document.data.source):
            self.own_test.setText(self._about_test(test))
        self._tell_few(dataset)
        if self._dialog is not None and self._dialog.isVisible():
            self._fill_dialog()

    # --- parts of it -------------------------------------------------------------------

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(caption(self.tr("Split")))
        for widget in (
            self.bar, self.few, self.validation, self.test, self.own_test, self.seed,
            self.stratified, self.random,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addWidget(self.counts, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.balance)
        layout.addWidget(self.balanced)
        for hidden in (self.own_test, self.few, self.counts, self.balance, self.balanced):
            hidden.hide()

    def _connect(self, store: DataStore) -> None:
        self.validation.value_changed.connect(
            lambda value: self._set_share(
                self.validation, value, "test", self.tr("Set the validation share")
            )
        )
        self.test.value_changed.connect(
            lambda value: self._set_share(
                self.test, value, "validation", self.tr("Set the test share")
            )
        )
        self.seed.value_changed.connect(
            lambda value: self._edit(self.tr("Set the split's seed"), seed=int(value))
        )
        self.stratified.toggled.connect(
            lambda on: self._edit(self.tr("Stratify the split"), stratified=on)
        )
        self.counts.clicked.connect(self._show_dialog)
        self.balance.clicked.connect(self._balance)
        self._document.training_changed.connect(lambda _training: self._offer_balance())
        store.dataset_changed.connect(self.show_dataset)
        self._document.data_changed.connect(self.synchronize)

    def _about_test(self, count: int) -> str:
        source = self._document.data.source
        if isinstance(source, Mnist):
            words = self.tr("Test: MNIST's own {count} test images.")
        elif isinstance(source, BuiltinDigits):
            words = self.tr("Test: {count} digits, from originals that are in no other part.")
        elif isinstance(source, Arrays):
            words = self.tr("Test: {count} examples, the file's arrays “{x}” and “{y}”.")
            words = words.replace("{x}", source.x_test).replace("{y}", source.y_test)
        else:
            words = self.tr("Test: the {count} test images that come with the data.")
        return words.replace("{count}", f"{count:,}")

    def _about_split(self, data: DataSpec) -> str:
        if not data.split.stratified:
            return self.tr("Drawn at random: the shares of the classes differ between the parts.")
        if isinstance(data.source, BuiltinDigits):
            return self.tr(
                "Stratified, as far as it goes: pictures made from one original stay in one part."
            )
        if has_own_test(data.source):
            return self.tr(
                "Stratified: each class has the same share of training and of validation, within "
                "one example. The test part is as it came."
            )
        return self.tr(
            "Stratified: each class has the same share of every part, within one example."
        )

    def _tell_few(self, dataset: Dataset) -> None:
        """Name the classes that are too small to be in every part."""
        stratified = self._document.data.split.stratified
        divided = 2 if has_own_test(self._document.data.source) else 3
        counts = {name: parts[:divided] for name, parts in dataset.class_counts.items()}
        small = {
            name: sum(parts) for name, parts in counts.items() if any(parts) and not all(parts)
        }
        self.few.setVisible(stratified and bool(small))
        if not small:
            return
        told = "”, “".join(list(small)[:NAMES_TOLD])
        words = (
            self.tr("“{names}” has too few examples ({count}) for every part to have one.")
            if len(small) == 1
            else self.tr("{n} classes have too few examples for every part to have one: “{names}”.")
        )
        count = next(iter(small.values()))
        self.few.setText(words.format(names=told, count=count, n=len(small)))

    # --- edits -------------------------------------------------------------------------

    def _set_share(self, row: NumberRow, value: float, other: str, label: str) -> None:
        """Set a share, up to what leaves something to learn from."""
        most = MOST_TOGETHER - round(100 * getattr(self._document.data.split, other))
        value = max(min(value, most), 0)
        row.set_value(value)
        name = "test" if other == "validation" else "validation"
        self._edit(label, **{name: max(value, 1 if name == "validation" else 0) / 100})

    def _edit(self, label: str, **changes: float) -> None:
        split = self._document.data.split.model_copy(update=changes)
        data = self._document.data.model_copy(update={"split": split})
        self._document.edit(label, data=data, merge=f"split:{','.join(changes)}")

    def _offer_balance(self) -> None:
        if self._dataset is None:
            return
        found = uneven(self._dataset)
        weights = self._document.training.class_weight
        self.balance.setVisible(found and weights == "none")
        self.balanced.setVisible(found and weights == "balanced")

    def _balance(self) -> None:
        training = self._document.training.model_copy(update={"class_weight": "balanced"})
        self._document.edit(self.tr("Balance by class weights"), training=training)

    # --- the dialog --------------------------------------------------------------------

    def _show_dialog(self) -> None:
        if self._dialog is None:
            self._dialog = ClassCounts(self.window())
        self._fill_dialog()
        self._dialog.open_beside()

    def _fill_dialog(self) -> None:
        if self._dialog is None or self._dataset is None:
            return
        counts = self._dataset.class_counts
        if counts:
            self._dialog.show_counts(counts, self._about_split(self._document.data))
        else:
            self._dialog.close()


def _words() -> QLabel:
    label = QLabel()
    label.setProperty("role", "secondary")
    label.setWordWrap(True)
    return label
