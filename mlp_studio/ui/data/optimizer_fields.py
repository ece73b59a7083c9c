"""Which optimizer, its rate and schedule, and its own parameters."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mlp_studio.core.keras_pages import optimizer_page
from mlp_studio.core.parameters import parameters
from mlp_studio.core.training import (
    CLIPPING,
    OPTIMIZER_TYPES,
    SGD,
    AdamW,
    AnyOptimizer,
    RMSprop,
    TrainingSpec,
)
from mlp_studio.studio.document import Document
from mlp_studio.studio.language import render
from mlp_studio.ui.common.fields import CalmCombo, NumberRow
from mlp_studio.ui.common.parameter_words import range_words
from mlp_studio.ui.common.web import beside, small_page_button
from mlp_studio.ui.data import training_words
from mlp_studio.ui.data.more import More
from mlp_studio.ui.data.schedule_fields import ScheduleFields

SHOWN = ("kind", "learning_rate", "momentum", "weight_decay")  # outside More
FIRST_LIMIT = 1.0  # of a clipping just chosen


class OptimizerFields(QWidget):
    """Rows of the optimizer; each edit is one step of undo."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.choice = CalmCombo()
        for kind, cls in OPTIMIZER_TYPES.items():
            self.choice.addItem(cls.__name__, kind)  # proper names
            words = render(training_words.OPTIMIZERS[kind])
            self.choice.setItemData(self.choice.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.page = small_page_button()
        self.choice.setAccessibleName(self.tr("Optimizer"))
        self.choice.setToolTip(
            self.tr(
                "Adam: fast and adaptive, the default; AdamW: with weight decay. "
                "SGD: more control, stable with momentum. RMSprop: good with noisy data. "
                "Adadelta wants a rate of about 1, Lion a tenth of Adam's."
            )
        )
        self.rows = self._make_rows()
        self.nesterov = QCheckBox(self.tr("Nesterov momentum"))
        self._explain(
            self.nesterov, self.tr("Looks where the momentum leads before it corrects."), SGD
        )
        self.centered = QCheckBox(self.tr("Centered"))
        self._explain(
            self.centered,
            self.tr("Divides by the spread of the gradients instead of their size."),
            RMSprop,
        )
        self.clipping = CalmCombo()
        self.clipping.addItem(self.tr("No clipping"), "")
        self.clipping.addItem(self.tr("Clip by value"), "clipvalue")
        self.clipping.addItem(self.tr("Clip by norm"), "clipnorm")
        self.clipping.addItem(self.tr("Clip by global norm"), "global_clipnorm")
        self.clipping.setAccessibleName(self.tr("Gradient clipping"))
        self.clipping.setToolTip(
            self.tr(
                "Keeps steps small where gradients are huge: each number of a gradient, each "
                "weight's gradient, or all together."
            )
        )
        self.limit = NumberRow(
            self.tr("Limit"), self.tr("What gradients are clipped to."),
            0.001, 100.0, decimals=3, logarithmic=True, fine=True,
        )  # fmt: skip
        self.schedule = ScheduleFields(document)
        self.more = More(
            [
                self.nesterov, self.centered, self.rows["rho"], self.rows["beta_1"],
                self.rows["beta_2"], self.rows["initial_accumulator_value"],
                self.rows["epsilon"], self.clipping, self.limit,
            ],
            self.tr("Further settings of the optimizer"),
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (
            beside(self.choice, self.page), self.rows["learning_rate"], self.schedule,
            self.rows["momentum"], self.rows["weight_decay"], self.more,
        ):  # fmt: skip
            layout.addWidget(widget)
        self._connect()

    def synchronize(self, training: TrainingSpec) -> None:
        """Show the optimizer of `training`."""
        optimizer = training.optimizer
        limited, found = _clipping_of(optimizer), parameters(type(optimizer))
        with QSignalBlocker(self.choice), QSignalBlocker(self.clipping):
            self.choice.setCurrentIndex(self.choice.findData(optimizer.kind))
            self.clipping.setCurrentIndex(self.clipping.findData(limited))
        for name, row in self.rows.items():
            row.setVisible(hasattr(optimizer, name))
            row.set_value(getattr(optimizer, name, 0.0))
            if name in found:
                row.follow(found[name])
        name = type(optimizer).__name__
        words = self.tr("Keras's page on {optimizer}").format(optimizer=name)
        self.page.lead_to(optimizer_page(optimizer), words)
        self._show_decay()
        for name, box in (("nesterov", self.nesterov), ("centered", self.centered)):
            with QSignalBlocker(box):
                box.setVisible(hasattr(optimizer, name))
                box.setChecked(getattr(optimizer, name, False))
        self.nesterov.setEnabled(getattr(optimizer, "momentum", 0.0) > 0)
        self.limit.setVisible(bool(limited))
        if limited:
            self.limit.set_value(getattr(optimizer, limited))
            self.limit.follow(found[limited], default=FIRST_LIMIT)
        default = type(optimizer)()
        hidden = set(type(optimizer).model_fields) - set(SHOWN)
        self.more.show_set(
            sum(getattr(optimizer, name) != getattr(default, name) for name in hidden)
        )
        self.schedule.synchronize(training)

    def _explain(self, box: QCheckBox, words: str, optimizer: type[AnyOptimizer]) -> None:
        """Give a switch its sentence and its default."""
        field = "nesterov" if box is self.nesterov else "centered"
        box.setToolTip(f"{words}\n{range_words(parameters(optimizer)[field])}")

    def _show_decay(self, _opened: bool = False) -> None:
        """Show the weight decay where it is in use or the point of the optimizer."""
        optimizer = self._document.training.optimizer
        wanted = isinstance(optimizer, AdamW) or optimizer.weight_decay > 0
        self.rows["weight_decay"].setVisible(wanted or self.more.button.isChecked())

    def _make_rows(self) -> dict[str, NumberRow]:
        return {
            "learning_rate": NumberRow(
                self.tr("Rate"),
                self.tr("Learning rate: how far each step goes. Can be changed while training."),
                1e-5, 1.0, logarithmic=True, fine=True,
            ),
            "momentum": NumberRow(
                self.tr("Momentum"),
                self.tr("How much of the last step goes on in the next one."),
                0.0, 0.99, decimals=2, fine=True,
            ),
            "rho": NumberRow(
                self.tr("Rho"),
                self.tr("How slowly the average of squared gradients forgets."),
                0.0, 0.999, decimals=3, fine=True,
            ),
            "beta_1": NumberRow(
                self.tr("Beta 1"),
                self.tr("How slowly the average of gradients forgets: its momentum."),
                0.01, 0.999, decimals=3, fine=True,
            ),
            "beta_2": NumberRow(
                self.tr("Beta 2"),
                self.tr("How slowly the optimizer's second average forgets."),
                0.5, 0.9999, decimals=4, fine=True,
            ),
            "weight_decay": NumberRow(
                self.tr("Weight decay"),
                self.tr("Each step shrinks every weight by this share of the learning rate."),
                0.0, 0.5, decimals=4, fine=True,
            ),
            "initial_accumulator_value": NumberRow(
                self.tr("Beginning"),
                self.tr("What the sum of squared gradients begins at: the more, the smaller "
                        "the first steps."),
                0.0, 1.0, decimals=2, fine=True,
            ),
            "epsilon": NumberRow(
                self.tr("Epsilon"),
                self.tr("Added to what is divided by: larger makes steps calmer where "
                        "gradients are tiny."),
                1e-10, 0.1, logarithmic=True, fine=True,
            ),
        }  # fmt: skip

    def _connect(self) -> None:
        labels = {
            "learning_rate": self.tr("Set the learning rate"),
            "momentum": self.tr("Set the momentum"),
            "rho": self.tr("Set rho"),
            "beta_1": self.tr("Set beta 1"),
            "beta_2": self.tr("Set beta 2"),
            "weight_decay": self.tr("Set the weight decay"),
            "initial_accumulator_value": self.tr("Set the beginning of the sum"),
            "epsilon": self.tr("Set epsilon"),
        }
        for name, row in self.rows.items():
            row.value_changed.connect(
                lambda value, name=name: self._edit(
                    labels[name], merge=f"optimizer:{name}", **{name: value}
                )
            )
        self.choice.activated.connect(self._choose)
        self.more.button.toggled.connect(self._show_decay)
        self.nesterov.toggled.connect(
            lambda on: self._edit(self.tr("Nesterov momentum"), nesterov=on)
        )
        self.centered.toggled.connect(lambda on: self._edit(self.tr("Centered"), centered=on))
        self.clipping.activated.connect(self._choose_clipping)
        self.limit.value_changed.connect(self._set_limit)

    def _choose(self, _index: int) -> None:
        kind, now = self.choice.currentData(), self._document.training.optimizer
        if kind != now.kind:
            clipping = {name: getattr(now, name) for name in CLIPPING}  # says nothing of the rule
            self._put(self.tr("Set the optimizer"), OPTIMIZER_TYPES[kind](**clipping))

    def _choose_clipping(self, _index: int) -> None:
        optimizer = self._document.training.optimizer
        before, chosen = _clipping_of(optimizer), self.clipping.currentData()
        if before == chosen:
            return
        changes: dict[str, Any] = dict.fromkeys(CLIPPING)
        if chosen:
            changes[chosen] = getattr(optimizer, before) if before else FIRST_LIMIT
        self._edit(self.tr("Set the clipping"), **changes)

    def _set_limit(self, value: float) -> None:
        name = _clipping_of(self._document.training.optimizer)
        if name:
            self._edit(
                self.tr("Set the clipping limit"),
                merge=f"optimizer:{name}",
                **{name: value},
            )

    def _edit(self, label: str, *, merge: str | None = None, **changes: Any) -> None:
        optimizer = self._document.training.optimizer.model_copy(update=changes)
        self._put(label, optimizer, merge)

    def _put(self, label: str, optimizer: AnyOptimizer, merge: str | None = None) -> None:
        training = self._document.training.model_copy(update={"optimizer": optimizer})
        self._document.edit(label, training=training, merge=merge)


def _clipping_of(optimizer: AnyOptimizer) -> str:
    """Return the name of the clipping in use, or an empty one."""
    used = [name for name in CLIPPING if getattr(optimizer, name) is not None]
    return used[0] if used else ""
