"""A source that somebody brought, in the Data panel: its name, its facts, a way to change it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from mlp_studio.core.datasets import OwnSource
from mlp_studio.core.file_sources import Arrays, Images
from mlp_studio.core.table_sources import ScikitTable, Table
from mlp_studio.ui.data.sources import source_name


class NameLabel(QLabel):
    """A file's name; its middle is left out where room is scarce."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setProperty("role", "title")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> str:
        """The whole name."""
        return self._words

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._words, room, self.width()))


class OwnCard(QWidget):
    """Name, facts and *Change…*.

    Signals
    -------
    change_wanted(str)
        A person wants to change the source: its kind.
    """

    change_wanted = Signal(str)

    def __init__(self, source: OwnSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        name = NameLabel(source_name(source))
        name.setToolTip(str(getattr(source, "path", "")) or source_name(source))
        words = QLabel(self._facts(source))
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        grid.addWidget(name, 0, 0)
        grid.addWidget(words, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        if not isinstance(source, ScikitTable):
            self.change = QPushButton(self.tr("Change…"))
            self.change.setToolTip(self.tr("Choose another file, or use this one in another way."))
            self.change.clicked.connect(lambda: self.change_wanted.emit(source.kind))
            grid.addWidget(self.change, 0, 1, Qt.AlignmentFlag.AlignRight)

    def _facts(self, source: OwnSource) -> str:
        if isinstance(source, Table):
            return self._table(source)
        if isinstance(source, ScikitTable):
            return self.tr("One of scikit-learn's tables.")
        if isinstance(source, Images):
            return self._images(source)
        if isinstance(source, Arrays):
            return self._arrays(source)
        found = Path(source.path).name if source.path else ""
        return found or self.tr("Found in the program's folders.")

    def _images(self, source: Images) -> str:
        words = (
            self.tr("Pictures of {classes} classes, brought to {width} × {height} in grey.")
            if source.channels == 1
            else self.tr("Pictures of {classes} classes, brought to {width} × {height} in colour.")
        )
        return words.format(classes=len(source.classes), width=source.width, height=source.height)

    def _arrays(self, source: Arrays) -> str:
        if source.labels_path:
            return self.tr("Answers from {name}.").format(name=Path(source.labels_path).name)
        return self.tr("Inputs “{x}”, answers “{y}”.").format(x=source.x, y=source.y)

    def _table(self, source: Table) -> str:
        target = "”, “".join(column.name for column in source.targets[:3])
        words = self.tr("“{target}” is predicted from {count} columns.")
        if len(source.inputs) == 1:
            words = self.tr("“{target}” is predicted from one column.")
        return words.format(target=target, count=len(source.inputs))
