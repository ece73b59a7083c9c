"""What the scores say of this network, in words and with its own numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from mlp_studio.studio.language import render
from mlp_studio.ui.evaluation.view import View
from mlp_studio.ui.evaluation.words import figure, part_name, score

WIDEST = 820  # pixels: longer lines are read badly


class InWordsPage(QWidget):
    """A short text; for classes, why accuracy and ROC-AUC differ."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setProperty("role", "secondary")
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setMaximumWidth(WIDEST)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.text)
        scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_view(self, view: View) -> None:
        """Say what there is to say of the part that is looked at."""
        self.text.setText("\n\n".join(self._words(view)))

    def _words(self, view: View) -> list[str]:
        part = part_name(view.part)
        if not view.names:
            return self._value_words(view)
        words = []
        if view.why:
            words.append(
                self.tr("Why do accuracy and ROC-AUC differ? On “{part}”:").format(part=part)
            )
            words += [render(sentence) for sentence in view.why]
        else:
            words.append(
                self.tr("ROC-AUC needs examples of every class; “{part}” lacks some.").format(
                    part=part
                )
            )
        if not view.calibrated:
            words.append(
                self.tr("The last layer's numbers are no probabilities: they only have an order.")
            )
        words.append(
            self.tr(
                "In brackets beside the scores: where those of other examples of the same "
                "kind would lie in 95 % of the cases (bootstrap)."
            )
        )
        return words

    def _value_words(self, view: View) -> list[str]:
        part, scores = part_name(view.part), view.judged.report.scores
        words = []
        if scores["r2"] is not None:
            words.append(
                self.tr(
                    "On “{part}” the values are {mae} off on average, {rmse} when large errors "
                    "count more, and {largest} at most."
                ).format(
                    part=part,
                    mae=figure(scores["mae"] or 0.0),
                    rmse=figure(scores["rmse"] or 0.0),
                    largest=figure(scores["max_error"] or 0.0),
                )
            )
            words.append(
                self.tr("R² {r2}: {share} % of the variance of the values is explained.").format(
                    r2=score(scores["r2"]), share=f"{100 * scores['r2']:.1f}".replace("-", "−")
                )
                if scores["r2"] > 0
                else self.tr(
                    "R² {r2}: always answering the mean would be as good or better."
                ).format(r2=score(scores["r2"]))
            )
        words.append(
            self.tr(
                "In brackets beside the scores: where those of other examples of the same "
                "kind would lie in 95 % of the cases (bootstrap)."
            )
        )
        return words
