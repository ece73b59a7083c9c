"""What training makes small and what is measured beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_studio.core.keras_pages import METRICS, loss_page
from mlp_studio.core.parameters import parameters
from mlp_studio.core.problem import Setting
from mlp_studio.core.training import SMOOTHED_LOSSES, TrainingSpec
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.ui.common.fields import CalmCombo, NumberRow, caption
from mlp_studio.ui.common.web import beside, page_row, small_page_button
from mlp_studio.ui.data import training_words
from mlp_studio.ui.data.class_weight_fields import ClassWeightFields
from mlp_studio.ui.data.more import More
from mlp_studio.ui.data.problem_note import ProblemNote

LOSSES = (
    "categorical_crossentropy",
    "binary_crossentropy",
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
)


class LossFields(QWidget):
    """Rows of loss and metric; each edit is one step of undo."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.loss = CalmCombo()
        for name in LOSSES:
            self.loss.addItem(name)
            words = render(training_words.LOSSES[name])
            self.loss.setItemData(self.loss.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.page = small_page_button()
        self.loss.setAccessibleName(self.tr("Loss"))
        self.loss.setToolTip(
            self.tr(
                "What training makes small; it must suit the last layer. Huber: for values, "
                "squared where errors are small, less drawn by single large ones."
            )
        )
        self.delta = NumberRow(
            self.tr("Delta"), self.tr("Errors larger than this count by their size, not squared."),
            0.01, 100.0, logarithmic=True, fine=True,
        )  # fmt: skip
        self.smoothing = NumberRow(
            self.tr("Smoothing"),
            self.tr("Label smoothing: the share of each label that goes to all classes alike, "
                    "against overconfidence."),
            0.0, 0.5, decimals=2, fine=True,
        )  # fmt: skip
        self.measure = CalmCombo()
        self.measure.addItem(self.tr("Accuracy"), "accuracy")
        self.measure.addItem(self.tr("Top-k accuracy"), "top_k_accuracy")
        self.measure.addItem(self.tr("Mean absolute error"), "mae")
        self.measure.addItem(self.tr("Mean squared error"), "mse")
        self.measure.setAccessibleName(self.tr("Metric"))
        self.measure.setToolTip(self.tr("What is measured beside the loss after each epoch."))
        self.top_k = NumberRow(
            self.tr("k"), self.tr("The right class counts when it is among the k likeliest."),
            1, 20,
        )  # fmt: skip
        self.class_weights = ClassWeightFields(document)
        measure = page_row(self.measure, self.tr("Keras's page on metrics"), METRICS)
        self.more = More(
            [self.smoothing, self.class_weights, measure, self.top_k],
            self.tr("Label smoothing, class weights and the metric"),
        )
        settings: tuple[Setting, ...] = ("loss", "class_weight", "metric")
        self.notes = {setting: ProblemNote(document, setting) for setting in settings}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (
            caption(self.tr("Loss")),
            beside(self.loss, self.page),
            self.notes["loss"],
            self.delta,
            self.more,
            self.notes["class_weight"],
            self.notes["metric"],
        ):
            layout.addWidget(widget)
        found = parameters(TrainingSpec)
        self.delta.follow(found["huber_delta"])
        self.smoothing.follow(found["label_smoothing"])
        self.top_k.follow(found["top_k"])
        self._connect()

    def synchronize(self, training: TrainingSpec) -> None:
        """Show loss and metric of `training`."""
        with QSignalBlocker(self.loss), QSignalBlocker(self.measure):
            self.loss.setCurrentText(training.loss)
            self.measure.setCurrentIndex(self.measure.findData(training.metric))
        words = self.tr("Keras's page on {loss}").format(loss=training.loss)
        self.page.lead_to(loss_page(training.loss), words)
        smoothed = training.loss in SMOOTHED_LOSSES
        self.delta.setVisible(training.loss == "huber")
        self.delta.set_value(training.huber_delta)
        self.smoothing.setVisible(smoothed)
        self.smoothing.set_value(training.label_smoothing)
        self.top_k.setVisible(training.metric == "top_k_accuracy")
        self.top_k.set_value(training.top_k)
        self.class_weights.synchronize(training)
        self._count_set()

    def _count_set(self, _data: object = None) -> None:
        training = self._document.training
        smoothed = training.loss in SMOOTHED_LOSSES and training.label_smoothing > 0
        self.more.show_set(int(smoothed) + int(self.class_weights.in_use))

    def _connect(self) -> None:
        self._document.data_changed.connect(self._count_set)
        self.loss.textActivated.connect(lambda name: self._edit(self.tr("Set the loss"), loss=name))
        self.measure.activated.connect(
            lambda _index: self._edit(self.tr("Set the metric"), metric=self.measure.currentData())
        )
        self.delta.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set delta"), merge="training:huber_delta", huber_delta=value
            )
        )
        self.smoothing.value_changed.connect(
            lambda value: self._edit(
                self.tr("Set the label smoothing"),
                merge="training:label_smoothing",
                label_smoothing=value,
            )
        )
        self.top_k.value_changed.connect(
            lambda value: self._edit(self.tr("Set k"), merge="training:top_k", top_k=int(value))
        )

    def _edit(self, label: str, *, merge: str | None = None, **changes: Any) -> None:
        training = self._document.training.model_copy(update=changes)
        self._document.edit(label, training=training, merge=merge)
