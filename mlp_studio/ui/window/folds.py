"""Which panels of the window are shown: what a person wants, and what there is room for."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from mlp_studio.studio.settings import Settings

Panel = Literal["data", "network", "results", "try_it"]
PANELS: tuple[Panel, ...] = ("data", "network", "results", "try_it")
SIDES: tuple[Panel, Panel] = ("data", "try_it")
MIDDLE: tuple[Panel, Panel] = ("network", "results")
NARROW = 1160  # below this width, in pixels, one side panel at most is open
LOW = 540  # below this height network and results take turns


class Folds(QObject):
    """Which panels are shown.

    Small and large windows are two different things: in a large one every panel is
    there unless it was folded away; in a small one one side panel is, and either the
    network or the results. Each remembers its own choice, so that a window that was small
    for a while is afterwards what it was.

    Signals
    -------
    changed()
        Other panels are shown.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._narrow = False
        self._low = False

    @property
    def narrow(self) -> bool:
        """Whether there is room for one side panel only."""
        return self._narrow

    @property
    def low(self) -> bool:
        """Whether there is room for either the network or the results."""
        return self._low

    def fit(self, width: int, height: int) -> None:
        """Take over how large the room for all panels is, in pixels."""
        small = (width < NARROW, height < LOW)
        if small != (self._narrow, self._low):
            self._narrow, self._low = small
            self.changed.emit()

    def shows(self, panel: Panel) -> bool:
        """Return whether a panel is shown."""
        values = self._settings.values
        if panel in SIDES and self._narrow:
            return values.small_side == panel
        if panel in MIDDLE and self._low:
            return values.small_middle == panel
        return panel not in values.folded

    def toggle(self, panel: Panel) -> None:
        """Fold a panel away or open it again."""
        self.show(panel, not self.shows(panel))

    def show(self, panel: Panel, wanted: bool = True) -> None:
        """Open a panel or fold it away; of network and results one is always shown."""
        if wanted == self.shows(panel):
            return
        settings = self._settings
        if panel in SIDES and self._narrow:
            settings.set("small_side", panel if wanted else "")
        elif panel in MIDDLE and self._low:
            settings.set("small_middle", panel if wanted else _other(panel))
        else:
            folded = {*settings.values.folded} - {panel}
            if not wanted:
                folded.add(panel)
                if panel in MIDDLE:
                    folded.discard(_other(panel))
            settings.set("folded", [name for name in PANELS if name in folded])
        self.changed.emit()


def _other(panel: Panel) -> Panel:
    return MIDDLE[1 - MIDDLE.index(panel)]
