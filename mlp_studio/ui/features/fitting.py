"""A label that says as much as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class FittingLabel(QLabel):
    """Quiet words at the right of a heading; the shortest of several where room is scarce."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[str, ...] = ("",)
        self.setProperty("role", "caption")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # The room is given by the plots: words must not push them about.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, *choices: str) -> None:
        """Show the first of `choices` that fits, else what fits of the last.

        The tooltip says the first.
        """
        self._choices = choices
        self.setToolTip(choices[0])
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        fitting = (c for c in self._choices if metrics.horizontalAdvance(c) <= self.width())
        last = metrics.elidedText(self._choices[-1], Qt.TextElideMode.ElideRight, self.width())
        self.setText(next(fitting, last if len(last) > 3 else ""))  # no lone dots
