"""What a screen reader says of the canvas: the selected layers as they are, else the keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.scene import NetworkScene


class Spoken(QObject):
    """Keeps name and description of the canvas in step with selection and network.

    Parameters
    ----------
    document : Document
        Whose layers are described.
    scene : NetworkScene
        Has a sentence on each column.
    canvas : QWidget
        What is described; made after it has connected itself, so that it is laid out first.
    """

    def __init__(self, document: Document, scene: NetworkScene, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._document, self._scene, self._canvas = document, scene, canvas
        translate = QCoreApplication.translate
        canvas.setAccessibleName(translate("NetworkCanvas", "Network"))
        self._help = translate(
            "NetworkCanvas",
            "Arrow keys select a layer, plus and minus change its units, Enter edits, "
            "Delete removes, Alt and an arrow moves. D adds Dense, O Dropout, "
            "B BatchNormalization, A Activation, L LayerNormalization, N GaussianNoise, F Flatten.",
        )
        document.selection_changed.connect(self._describe)
        document.network_changed.connect(self._describe)
        self._describe()

    def _describe(self, _changed: object = None) -> None:
        columns = {column.cell.key: column for column in self._scene.layout.columns}
        names = [name for name in self._document.selection if name in columns]
        tips = [self._scene.tip(columns[name]) for name in names]
        self._canvas.setAccessibleDescription("; ".join(tips) or self._help)
