"""Opens an example of the evaluation elsewhere: among the features, or in the digit lab."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mlp_studio.core.arrays import AnyArray
from mlp_studio.studio.selection import Selection
from mlp_studio.ui.evaluation.strip import ExampleStrip
from mlp_studio.ui.evaluation.view import View

PICTURE = (28, 28)  # what the digit lab reads


class Opening(QObject):
    """The menu of an example's card.

    Parameters
    ----------
    selection : Selection
        An example that is opened among the features is selected everywhere.
    view : callable
        Returns what is shown, or None.
    home : QWidget
        Where the menu belongs.

    Signals
    -------
    features_wanted()
        The features of the example that was selected are to be shown.
    picture_wanted(ndarray of shape (28, 28))
        This picture, in [0, 1], is to be read in the digit lab.
    """

    features_wanted = Signal()
    picture_wanted = Signal(object)

    def __init__(
        self, selection: Selection, view: Callable[[], View | None], home: QWidget
    ) -> None:
        super().__init__(home)
        self._selection, self._view = selection, view
        self.menu = QMenu(home)

    def attend(self, strip: ExampleStrip) -> None:
        """Offer the menu for the cards of a strip."""
        strip.menu_wanted.connect(lambda place: self._open(strip, place))

    def _open(self, strip: ExampleStrip, place: QPoint) -> None:
        view, card = self._view(), strip.current
        if view is None or card is None:
            return
        self.menu.clear()
        if view.part != "other":  # which no other view has
            number, part = int(view.judged.said.numbers[card.position]), view.part

            def show() -> None:
                self._selection.take(part, np.array([number]))
                self.features_wanted.emit()

            self.menu.addAction(self.tr("Show among the features")).triggered.connect(show)
        picture = card.picture
        if picture is not None and picture.shape == PICTURE:
            self.menu.addAction(self.tr("Read in the digit lab")).triggered.connect(
                lambda: self._read(picture)
            )
        if not self.menu.isEmpty():
            self.menu.popup(place)

    def _read(self, picture: AnyArray) -> None:
        self.picture_wanted.emit(picture)
