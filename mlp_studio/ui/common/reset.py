"""The small button that goes back to a default."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

RESET_WIDTH, RESET_HEIGHT = 28, 22  # places are kept for it: it comes and goes, nothing moves


def reset_button(label: str, tip: str) -> QPushButton:
    """Return a button that goes back to the default of what `label` names."""
    button = QPushButton("↺")
    button.setProperty("role", "flat")
    button.setFixedSize(RESET_WIDTH, RESET_HEIGHT)
    button.setStyleSheet("padding: 1px 0;")
    button.setToolTip(tip)
    button.setAccessibleName(f"{tip}: {label}")
    return button
