"""The builder's menus: layers to insert, and what can be done with the selected ones."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mlp_studio.core.layers import ActivationName
from mlp_studio.ui.builder.keyboard import letter

ACTIVATION_NAMES: tuple[str, ...] = get_args(ActivationName)


class _ChoiceMenu(QMenu):
    """A menu that tells what was chosen by the action's data.

    Signals
    -------
    chosen(str)
        The data of the action that was triggered.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        # A sub-menu's actions arrive here as well, so this one connection is enough.
        self.triggered.connect(self._tell)

    def offer(self, what: str, label: str, menu: QMenu | None = None) -> QAction:
        """Add an action to this menu or to a sub-menu of it."""
        action = (menu or self).addAction(label)
        action.setData(what)
        action.setObjectName(what)
        return action

    def _tell(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class InsertMenu(_ChoiceMenu):
    """Every kind of layer; `chosen` tells the kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for kind, label, tip in (
            ("dense", self.tr("Dense"), self.tr("A layer of neurons.")),
            (
                "dropout",
                self.tr("Dropout"),
                self.tr("Silences a share of the units while training."),
            ),
            (
                "batch_normalization",
                self.tr("BatchNormalization"),
                self.tr("Keeps each unit's values in a steady range."),
            ),
            (
                "layer_normalization",
                self.tr("LayerNormalization"),
                self.tr("Brings the values of each example into a steady range."),
            ),
            (
                "gaussian_noise",
                self.tr("GaussianNoise"),
                self.tr("Adds random noise to its inputs while training."),
            ),
            (
                "activation",
                self.tr("Activation"),
                self.tr("An activation function as a layer of its own."),
            ),
            (
                "leaky_relu",
                self.tr("LeakyReLU"),
                self.tr("A relu that lets a share of negative values through."),
            ),
            (
                "prelu",
                self.tr("PReLU"),
                self.tr("A relu whose slope for negative values is learned."),
            ),
            ("flatten", self.tr("Flatten"), self.tr("Turns an image into one row of numbers.")),
            (
                "features",
                self.tr("Two linear units"),
                self.tr("A bottleneck that the feature view shows as a plane."),
            ),
            (
                "output",
                self.tr("Output for this data"),
                self.tr("A last layer whose units and activation suit the data."),
            ),
        ):
            if kind in {"activation", "flatten", "features"}:
                self.addSeparator()
            key = letter(kind)
            # Shown as a key is, without being one here: the canvas listens to it.
            self.offer(kind, f"{label}\t{key}" if key else label).setToolTip(tip)


class LayerMenu(_ChoiceMenu):
    """What can be done with the selected layers.

    `chosen` tells ``"edit"``, ``"search"``, ``"freeze"``, ``"thaw"``, ``"reset"``, ``"cut"``,
    ``"copy"``, ``"paste"``, ``"duplicate"``, ``"left"``, ``"right"``, ``"delete"`` or
    ``"activation:<name>"``.

    Parameters
    ----------
    activation : str or None
        The activation in force; None where the selection has none.
    editable : bool
        Whether a number can be edited in place.
    frozen : bool or None
        Whether the layers keep their weights; None where the selection has none to keep.
    """

    def __init__(
        self,
        activation: str | None,
        *,
        editable: bool,
        frozen: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if activation is not None:
            sub = self.addMenu(self.tr("Activation"))
            for name in ACTIVATION_NAMES:
                choice = self.offer(f"activation:{name}", name, sub)
                choice.setCheckable(True)
                choice.setChecked(name == activation)
        if frozen is not None:
            keep = self.offer("thaw" if frozen else "freeze", self.tr("Frozen"))
            keep.setCheckable(True)
            keep.setChecked(frozen)
            keep.setToolTip(self.tr("Training leaves the weights of these layers as they are."))
        self.offer("reset", self.tr("Reset to the defaults")).setToolTip(
            self.tr("Everything but name, units and activation.")
        )
        self.addSeparator()
        for what, label, keys in (
            ("edit", self.tr("Edit number"), "Return"),
            ("search", self.tr("Search over this layer…"), ""),
            ("cut", self.tr("Cut"), "Ctrl+X"),
            ("copy", self.tr("Copy"), "Ctrl+C"),
            ("paste", self.tr("Paste"), "Ctrl+V"),
            ("duplicate", self.tr("Duplicate"), "Ctrl+D"),
            ("left", self.tr("Move left"), "Alt+Left"),
            ("right", self.tr("Move right"), "Alt+Right"),
            ("delete", self.tr("Delete"), "Del"),
        ):
            if what != "edit" or editable:
                self.offer(what, label).setShortcut(QKeySequence(keys))
