"""The controls of the workspace and what is chosen for a photo, each following the other."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from mlp_studio.digits.cut import Cut
from mlp_studio.digits.photo_work import PhotoChoice
from mlp_studio.ui.photo.layout import MANY, ONE, Desk
from mlp_studio.ui.photo.opened import Opened


class Choosing(QObject):
    """Makes one undoable change of each gesture, and shows what is chosen."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened: Opened | None = None
        desk.kind.chosen.connect(self._set_kind)
        desk.crop.cut_changed.connect(self._set_cut)
        desk.choices.changed.connect(self._set_choice)
        desk.angle.value_changed.connect(self._set_angle)
        desk.left_button.clicked.connect(lambda: desk.crop.turn(-90))
        desk.right_button.clicked.connect(lambda: desk.crop.turn(90))
        desk.all_button.clicked.connect(desk.crop.take_all)

    def show_state(self, opened: Opened) -> None:
        """Show what is chosen for a photo; from now on it is this one that is changed."""
        self._opened = opened
        state, desk = opened.state, self._desk
        page = MANY if state.sheet else ONE
        desk.kind.show_choice("many" if state.sheet else "one")
        desk.views.setCurrentIndex(page)
        desk.answers.setCurrentIndex(page)
        desk.crop.show_cut(state.choice.cut)
        desk.boxes.show_cut(state.choice.cut)
        desk.choices.show_choice(state.choice)
        desk.angle.set_value(state.choice.cut.angle)

    def _set_kind(self, key: str) -> None:
        if self._opened is not None:
            state = replace(self._opened.state, sheet=key == "many")
            self._opened.edit(self.tr("One digit or many"), state)

    def _set_cut(self, cut: Cut, key: str) -> None:
        if self._opened is not None:
            self._opened.cut(self.tr("Cut or turn the photo"), cut, key)

    def _set_choice(self, choice: PhotoChoice, key: str) -> None:
        if self._opened is not None:
            self._opened.choose(self.tr("Tell ink from paper"), choice, key)

    def _set_angle(self, angle: float) -> None:
        self._desk.crop.turn(angle - self._desk.crop.cut.angle, "angle")
