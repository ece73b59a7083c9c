"""The data panel: where the examples come from, how they are divided, how training goes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mlp_studio.core.check import shape_text
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import AnySource, DataSpec, Mnist, MnistAndDigits, MyDigits
from mlp_studio.core.errors import StudioError
from mlp_studio.core.plane_sources import Painted
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import explained, render
from mlp_studio.ui.common.fields import CalmCombo
from mlp_studio.ui.data.paint_pad import PaintPad
from mlp_studio.ui.data.preview import DataPreview
from mlp_studio.ui.data.scaling_fields import ScalingFields
from mlp_studio.ui.data.source_fields import SourceFields
from mlp_studio.ui.data.sources import (
    has_dialog,
    source_groups,
    source_key,
    source_title,
    starting_data,
)
from mlp_studio.ui.data.split_fields import SplitFields
from mlp_studio.ui.data.training_fields import TrainingFields
from mlp_studio.ui.theme import Theme


class DataPanel(QScrollArea):
    """The left side of the window.

    Signals
    -------
    own_data_wanted(str)
        A person wants to bring data of their own, or to change it: of which kind.
    """

    own_data_wanted = Signal(str)

    def __init__(
        self, document: Document, store: DataStore, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._store = store
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("panel", "side")
        self.viewport().setProperty("panel", "side")
        self.source = CalmCombo()
        self.source.setAccessibleName(self.tr("Data source"))
        self.source.setToolTip(self.tr("Where the examples come from."))
        for group, titles in source_groups():
            self.source.add_heading(group)
            for kind, title in titles.items():
                self.source.addItem(title, kind)
        self.source.setMaxVisibleItems(self.source.count())
        self.preview = DataPreview(theme)
        self.paint = PaintPad(theme)
        self.parameters = SourceFields(theme)
        self.split = SplitFields(document, store, theme)
        self.scaling = ScalingFields(document, store, theme)
        self.training = TrainingFields(document)
        self._facts = QLabel()
        self._notes = QLabel()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._retry = QPushButton(self.tr("Try again"))
        self._builtin = QPushButton(self.tr("Use the built-in digits"))
        self._arrange()
        self._connect()
        self.synchronize(document.data)
        self._show_dataset(store.dataset)

    def synchronize(self, data: DataSpec) -> None:
        """Show a data spec."""
        source = data.source
        with QSignalBlocker(self.source):
            self.source.setCurrentIndex(self.source.findData(source_key(source)))
        self._name_dialogs(source.kind)
        self.parameters.show_source(source)
        self.preview.setVisible(not isinstance(source, Painted))
        self.paint.setVisible(isinstance(source, Painted))
        if isinstance(source, Painted):
            self.paint.show_painting(source)

    def _name_dialogs(self, used: str) -> None:
        """End the names of sources that open a dialog with dots, but for the one in use."""
        for row in range(self.source.count()):
            kind = self.source.itemData(row)
            if kind is not None and has_dialog(kind):
                title = source_title(kind)
                self.source.setItemText(row, title.rstrip("…") if kind == used else title)

    def _arrange(self) -> None:
        body = QWidget()
        body.setProperty("panel", "side")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        title = QLabel(self.tr("Data"))
        title.setProperty("role", "title")
        layout.addWidget(title)
        layout.addWidget(self.source)
        layout.addWidget(self.preview)
        layout.addWidget(self.paint)
        self._facts.setProperty("role", "secondary")
        self._facts.setWordWrap(True)
        layout.addWidget(self._facts)
        self._notes.setProperty("role", "note")
        self._notes.setWordWrap(True)
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.hide()
        layout.addWidget(self._notes)
        for button in (self._cancel, self._retry, self._builtin):
            button.hide()
            layout.addWidget(button)
        layout.addWidget(self.parameters)
        layout.addSpacing(4)
        layout.addWidget(self.split)
        layout.addSpacing(4)
        layout.addWidget(self.scaling)
        layout.addSpacing(8)
        layout.addWidget(self.training)
        layout.addStretch(1)
        self.setWidget(body)

    def _connect(self) -> None:
        self.source.activated.connect(self._choose_source)
        self.parameters.edited.connect(self._edit_source)
        self.parameters.change_wanted.connect(self.own_data_wanted)
        self.paint.edited.connect(self._edit_source)
        self._cancel.clicked.connect(self._store.give_up)
        self._retry.clicked.connect(self._store.reload)
        self._builtin.clicked.connect(lambda: self._use("digits"))
        self._document.data_changed.connect(self.synchronize)
        self._store.dataset_changed.connect(self._show_dataset)
        self._store.loading.connect(self._show_progress)
        self._store.failed.connect(self._show_failure)

    # --- showing -----------------------------------------------------------------------

    def _show_dataset(self, dataset: Dataset | None) -> None:
        for widget in (self._cancel, self._retry, self._builtin, self._notes):
            widget.hide()
        self.preview.show_dataset(dataset)
        if dataset is None:
            self.preview.show_words(self.tr("Loading…"))
            self._facts.setText(" ")
            return
        parts = (dataset.train, dataset.validation, dataset.test)
        total = sum(len(part) for part in parts if part is not None)
        facts = dataset.facts
        words = (
            self.tr("{count} examples · {shape} → {outputs}")
            if facts.task == "regression"
            else self.tr("{count} examples · {shape} · {outputs} classes")
        )
        self._facts.setText(
            words.format(
                count=f"{total:,}",
                shape=shape_text(facts.input_shape),
                outputs=facts.outputs,
            )
        )
        self._notes.setText("\n\n".join(render(note) for note in dataset.notes))
        self._notes.setVisible(bool(dataset.notes))

    def _show_progress(self, share: float, words: str) -> None:
        self.preview.show_progress(share, words)
        self._cancel.setVisible(self._store.busy and self._store.dataset is None)

    def _show_failure(self, error: Exception) -> None:
        self._cancel.hide()
        self.preview.show_words(self.tr("No data"))
        self._facts.setText(
            explained(error)
            if isinstance(error, StudioError)
            else self.tr("The data could not be loaded.")
        )
        self._retry.setVisible(not isinstance(self._document.data.source, Painted))
        source = self._document.data.source
        self._builtin.setVisible(isinstance(source, Mnist | MnistAndDigits | MyDigits))

    # --- edits -------------------------------------------------------------------------

    def _choose_source(self, _index: int) -> None:
        kind = self.source.currentData()
        if has_dialog(kind):  # nothing is changed before the dialog is accepted
            self.synchronize(self._document.data)
            self.own_data_wanted.emit(kind)
        else:
            self._use(kind)

    def _use(self, kind: str) -> None:
        """Take a source as it begins: parameters, split and scaling."""
        if kind != source_key(self._document.data.source):
            label = self.tr("Use {source}").format(source=source_title(kind))
            self._document.edit(label, data=starting_data(kind, self._document.data))

    def _edit_source(self, source: AnySource, name: str, label: str = "") -> None:
        data = self._document.data.model_copy(update={"source": source})
        self._document.edit(
            label or self.tr("Change the data"), data=data, merge=f"source:{name}" if name else None
        )
