"""The button that brings other data to be evaluated on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mlp_studio.analysis.foreign import fits
from mlp_studio.core.dataset import facts
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.other_data import OtherData
from mlp_studio.ui.data.sources import has_dialog, source_groups, starting_data


class OthersButton(QToolButton):
    """A menu of the sources that fit the network.

    Parameters
    ----------
    store : DataStore
        Has the data that the network learns from.
    other : OtherData
        Loads what is chosen.

    Signals
    -------
    file_wanted(str)
        A source of this kind is to be chosen in its dialog.
    """

    file_wanted = Signal(str)

    def __init__(self, store: DataStore, other: OtherData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._other = store, other
        self.setText(self.tr("Other data…"))
        self.setProperty("role", "flat")
        self.setToolTip(self.tr("See how good the network is on another source, or on a file"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.choices.aboutToShow.connect(self.fill)
        other.loading.connect(lambda share, _what: self._show_loading(share))
        other.changed.connect(self._show_rest)
        other.failed.connect(self._show_rest)

    def fill(self) -> None:
        """Offer what fits the data that is there now."""
        menu = self.choices
        menu.clear()
        if self._other.busy:
            menu.addAction(self.tr("Cancel loading")).triggered.connect(self._cancel)
            return
        own = self._store.dataset
        if own is not None:
            for _group, titles in source_groups():
                for kind, title in titles.items():
                    if has_dialog(kind):
                        continue
                    spec = starting_data(kind)
                    if fits(facts(spec.source), own.facts):
                        action = menu.addAction(title)
                        action.triggered.connect(
                            lambda _on=False, s=spec, t=title: self._other.load(s, t)
                        )
        menu.addSeparator()
        for kind, title in source_groups()[-1][1].items():
            if has_dialog(kind):
                action = menu.addAction(title)
                action.triggered.connect(lambda _on=False, k=kind: self.file_wanted.emit(k))
        if self._other.part is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Remove the other data")).triggered.connect(
                lambda _on=False: self._other.forget()
            )

    def _cancel(self, _on: bool = False) -> None:
        self._other.cancel()
        self._show_rest()

    def _show_loading(self, share: float) -> None:
        if self._other.busy:
            self.setText(self.tr("Loading… {percent} %").format(percent=f"{100 * share:.0f}"))

    def _show_rest(self, _error: object = None) -> None:
        self.setText(self.tr("Other data…"))
