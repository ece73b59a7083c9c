"""The row below the plots that leads through the film."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from mlp_studio.ui.common.eliding import ElidingLabel
from mlp_studio.ui.common.fields import CalmSlider
from mlp_studio.ui.features.player import SPEEDS, Player
from mlp_studio.ui.theme import RHYTHM


class _Track(CalmSlider):
    """A slider that goes to where it is clicked."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def _go_to(self, x: float) -> None:
        """Take the value at a place; Qt's own way from there depends on the style sheet."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        complex_control, style = QStyle.ComplexControl.CC_Slider, self.style()
        groove, handle = (
            style.subControlRect(complex_control, option, part, self)
            for part in (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
        )
        at = round(x) - groove.x() - handle.width() // 2
        room = max(1, groove.width() - handle.width())
        self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, room))


class Timeline(QWidget):
    """Play, speed, a slider over the frames with what is live at its end, and the film's memory.

    Parameters
    ----------
    player : Player
        Does what is asked here and tells what to show.

    Signals
    -------
    film_wanted()
        The button that tells of the film's memory was pressed.
    """

    film_wanted = Signal()

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.play = QPushButton("▶")
        self.play.setProperty("role", "flat")
        self.play.setAccessibleName(self.tr("Play the film"))
        self.play.setFixedWidth(34)
        self.speed = QToolButton()
        self.speed.setProperty("role", "flat")
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.speed.setToolTip(self.tr("How fast the film runs"))
        self.speed.setFixedWidth(48)
        self._speeds = QActionGroup(self)
        menu = QMenu(self.speed)
        for speed in SPEEDS:
            action = QAction(f"{speed:g}×", self._speeds)
            action.setCheckable(True)
            action.setData(speed)
            menu.addAction(action)
        self.speed.setMenu(menu)
        self.slider = _Track(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Moment of the training"))
        self.slider.setPageStep(10)
        self.slider.setToolTip(
            self.tr("Drag through the training. The keys , and . go from frame to frame.")
        )
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = ElidingLabel()
        self.words.setProperty("role", "secondary")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.live = QPushButton(self.tr("Live"))
        self.live.setCheckable(True)
        self.live.setProperty("role", "flat")
        self.live.setToolTip(self.tr("Follow the training"))
        self.film = QPushButton()
        self.film.setProperty("role", "flat")
        self.film.setToolTip(self.tr("The film's memory, and its export"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(RHYTHM // 2)
        layout.addWidget(self.play)
        layout.addWidget(self.speed)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.live)
        layout.addWidget(self.film)
        self._connect()
        self.synchronize()

    def _connect(self) -> None:
        player = self._player
        self.play.clicked.connect(player.toggle)
        self._speeds.triggered.connect(self._on_speed)
        self.slider.valueChanged.connect(self._on_slid)
        self.live.clicked.connect(self._on_live)
        self.film.clicked.connect(self.film_wanted)
        player.moved.connect(self.synchronize)
        player.changed.connect(self.synchronize)

    def add_keys(self, home: QWidget) -> None:
        """Let the keys , and . step the film wherever the focus is inside `home`."""
        for key, by in ((",", -1), (".", 1)):
            shortcut = QShortcut(QKeySequence(key), home)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._player.step(by))

    @Slot()
    def synchronize(self) -> None:
        """Show what the player does."""
        player, frames = self._player, self._player.frames
        there = len(frames) > 0
        for widget in (self.slider, self.live):
            widget.setEnabled(there)
        self.play.setEnabled(len(frames) > 1)
        self.play.setText("❚❚" if player.playing else "▶")
        self.play.setToolTip(
            self.tr("Hold the film") if player.playing else self.tr("Play the film")
        )
        self.speed.setText(f"{player.speed:g}×")
        for action in self._speeds.actions():
            action.setChecked(action.data() == player.speed)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(frames))
            self.slider.setValue(player.number)
        self.live.setChecked(player.shown is None)
        self.words.setText(self._words())
        self._keep_width()
        film = player.recorder.film
        used = film.bytes if film is not None else 0
        self.film.setText(self.tr("Film {megabytes} MB").format(megabytes=f"{used / 1e6:,.0f}"))

    def _words(self) -> str:
        shown = self._player.shown
        if not self._player.frames:
            return self.tr("The film begins with the training")
        if shown is None:
            return ""
        return self.tr("epoch {epoch}").format(epoch=epoch_words(shown.epoch))

    def _keep_width(self) -> None:
        """Give the words room for the longest of them, so that the slider stays where it is."""
        frames = self._player.frames
        if not frames:
            self.words.setMinimumWidth(0)
            return
        longest = self.tr("epoch {epoch}").format(epoch=f"{frames[-1].epoch:,.0f}.00")
        self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance(longest))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @Slot(QAction)
    def _on_speed(self, action: QAction) -> None:
        self._player.speed = float(action.data())

    @Slot(int)
    def _on_slid(self, number: int) -> None:
        self._player.pause()
        self._player.go(number)

    @Slot()
    def _on_live(self) -> None:
        self._player.go_live()
        self.synchronize()


def epoch_words(epoch: float) -> str:
    """Return a moment in epochs: whole where an epoch has ended, two digits inside one."""
    return f"{epoch:,.0f}" if epoch == round(epoch) else f"{epoch:,.2f}"
