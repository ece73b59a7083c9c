"""What would leak if the scaler saw everything, in numbers and plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mlp_studio.core.scaling import Scaling
from mlp_studio.data.leak import LeakReport
from mlp_studio.studio.language import render
from mlp_studio.ui.common.fields import caption
from mlp_studio.ui.data.scaling_pictures import figure


class LeakNote(QWidget):
    """A paragraph for each scaling that learns from the data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("role", "note")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(caption(self.tr("If the scaler saw validation and test too")))
        layout.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Show a sentence in place of the numbers."""
        self.words.setText(words)

    def show_reports(
        self,
        reports: dict[Scaling, LeakReport],
        titles: dict[Scaling, str],
        names: list[str],
        constant: frozenset[int],
    ) -> None:
        """Show the numbers.

        Parameters
        ----------
        reports : dict
            By scaling.
        titles : dict
            The scalings' names.
        names : list of str
            The features' names.
        constant : frozenset of int
            Those that never change in the training part.
        """
        told = [self._about(titles[kind], each, names, constant) for kind, each in reports.items()]
        self.words.setText("\n\n".join(told))

    def _about(
        self, title: str, report: LeakReport, names: list[str], constant: frozenset[int]
    ) -> str:
        if report.largest == 0:
            same = self.tr(
                "{scaling}: both ways give the same numbers here; the other parts hold nothing "
                "that the training part does not."
            )
            return same.format(scaling=title)
        k = report.feature
        sentences = [
            self.tr(
                "{scaling}: “{feature}” differs most. From the training part alone, {shift} is "
                "subtracted and the rest divided by {scale}; from everything, {shift_all} and "
                "{scale_all}."
            ).format(
                scaling=title,
                feature=names[k],
                shift=figure(report.honest.shift[k]),
                scale=figure(report.honest.scale[k]),
                shift_all=figure(report.leaky.shift[k]),
                scale_all=figure(report.leaky.scale[k]),
            ),
        ]
        if k in constant:
            sentences.append(
                self.tr("In the training part it is always the same, so it is only shifted.")
            )
        sentences.append(render(report.words))
        if report.outside:
            sentences.append(
                self.tr(
                    "{share} % of the validation values lie outside 0 to 1, as values of new "
                    "examples will; a scaler that saw everything would hide that."
                ).format(share=figure(100 * report.outside, 3))
            )
        return " ".join(sentences)
