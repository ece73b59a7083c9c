"""The scalings to choose from and their names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.core.scaling import Scaling


def scaling_titles() -> dict[Scaling, str]:
    """Return each scaling's name, in the order they are offered."""
    translate = QCoreApplication.translate
    return {
        "none": translate("ScalingFields", "None"),
        "divide_255": translate("ScalingFields", "Divide by 255"),
        "min_max": translate("ScalingFields", "Min-max, per feature"),
        "standard": translate("ScalingFields", "Standard, per feature"),
    }


def short_titles() -> dict[Scaling, str]:
    """Return each scaling's name as the head of a column."""
    translate = QCoreApplication.translate
    return {
        "none": translate("ScalingFields", "Original"),
        "divide_255": translate("ScalingFields", "÷ 255"),
        "min_max": translate("ScalingFields", "Min-max"),
        "standard": translate("ScalingFields", "Standard"),
    }
