"""How large the network is and how it is trained, in the corner above the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mlp_studio.studio.document import Document


class FactsLabel(QLabel):
    """As many facts as there is room for, the most important first to stay.

    Signals
    -------
    clicked()
        Somebody wants to know more.
    """

    clicked = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setProperty("role", "caption")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        document.network_changed.connect(self.synchronize)
        document.training_changed.connect(self.synchronize)
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
        more = self.tr("Click for the summary of the network")
        self.setToolTip("\n".join((*versions[0], more)))
        self.setAccessibleName(", ".join(versions[0]))
        texts = ["    ".join(facts) for facts in versions]
        fitting = (
            text for text in texts if self.fontMetrics().horizontalAdvance(text) < self.width()
        )
        self.setText(next(fitting, texts[-1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.synchronize()


def size_text(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size == 0:
        return "0 kB"
    if size < 10_000:
        return f"{size / 1e3:.1f} kB"
    if size < 1_000_000:
        return f"{size / 1e3:.0f} kB"
    if size < 1_000_000_000:
        return f"{size / 1e6:.1f} MB"
    return f"{size / 1e9:.2f} GB"
