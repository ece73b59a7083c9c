"""How large the network is and how it is trained, in the corner above the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mlp_studio.core.costs import costs
from mlp_studio.core.summary import count_text, size_text
from mlp_studio.studio.advice import Advice
from mlp_studio.studio.document import Document


class FactsLabel(QLabel):
    """As many facts as there is room for, the most important first to stay.

    Signals
    -------
    clicked()
        More is wanted.
    """

    clicked = Signal()

    def __init__(self, document: Document, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._advice = advice
        self.setProperty("role", "caption")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        document.network_changed.connect(self.synchronize)
        document.training_changed.connect(self.synchronize)
        advice.changed.connect(self.synchronize)
        self.synchronize()

    def synchronize(self, _spec: object = None) -> None:
        """Show the document's network and training."""
        network, training = self._document.network, self._document.training
        count = len(network.layers)
        layers = self.tr("1 layer") if count == 1 else self.tr("{n} layers").format(n=count)
        parameters = self.tr("{count} parameters").format(count=f"{network.parameters:,}")
        optimizer = type(training.optimizer).__name__
        trained = self.tr("{optimizer} {rate} · batch {batch}").format(
            optimizer=optimizer,
            rate=f"{training.optimizer.learning_rate:g}",
            batch=training.batch_size,
        )
        size = size_text(4 * network.parameters)
        versions = (
            (layers, parameters, size, trained),
            (layers, parameters, size),
            (layers, parameters),
            (parameters,),
        )
        lines = [*versions[0], *self._work()]
        self.setToolTip("\n".join([*lines, self.tr("Click for the summary.")]))
        self.setAccessibleName(", ".join(lines))
        texts = ["    ".join(facts) for facts in versions]
        fitting = (
            text for text in texts if self.fontMetrics().horizontalAdvance(text) < self.width()
        )
        self.setText(next(fitting, ""))  # no half words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.synchronize()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _work(self) -> list[str]:
        """Return how much arithmetic an epoch is, where the examples are known."""
        seen = self._advice.observed
        if seen is None:
            return []
        found = costs(self._document.network, self._document.training.optimizer)
        count = count_text(found.epoch(seen.train, seen.validation))
        return [self.tr("{count} multiply-adds an epoch").format(count=count)]
