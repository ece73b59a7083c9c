"""Colours, type and the style sheet: one set of tokens for light and one for dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from mlp_studio.core.resources import resource

FONT_FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "DejaVu Sans"]
RHYTHM = 8  # every margin and gap is a multiple or half of it, in pixels

# Okabe and Ito 2008: told apart by colour-blind eyes; the order starts with the
# strongest contrasts. More than eight classes continue with darker versions.
CLASS_COLOURS = (
    "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9",
    "#8c6bb1", "#7f7f7f", "#b8a90a", "#5b3a29", "#1b4f72", "#a04000",
)  # fmt: skip


@dataclass(frozen=True)
class Tokens:
    """The colours of one look, as ``#rrggbb``."""

    dark: bool
    background: str  # the canvas behind network and plots
    panel: str
    control: str
    control_hover: str
    line: str
    text: str
    secondary: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str  # a pale accent: notes, selected rows
    training: str  # training curves, everywhere
    validation: str  # validation curves, everywhere
    positive: str  # positive weights
    negative: str  # negative weights
    good: str
    warning: str
    warning_background: str
    error: str

    def colour(self, name: str) -> QColor:
        """Return the token called `name` as a QColor."""
        return QColor(getattr(self, name))


LIGHT = Tokens(
    dark=False,
    background="#f5f7fb",
    panel="#ffffff",
    control="#ffffff",
    control_hover="#eef2f9",
    line="#d9dee8",
    text="#10182b",
    secondary="#465066",
    muted="#69748a",
    accent="#1f6feb",
    accent_hover="#1a5fd0",
    on_accent="#ffffff",
    selection="#dce8fc",
    training="#0072b2",
    validation="#d98200",
    positive="#2f80d0",
    negative="#e0772f",
    good="#1f9d55",
    warning="#b36b00",
    warning_background="#fdf0dc",
    error="#c0292b",
)

DARK = Tokens(
    dark=True,
    background="#12161f",
    panel="#191e29",
    control="#232937",
    control_hover="#2c3445",
    line="#30384a",
    text="#eef1f7",
    secondary="#c0c7d6",
    muted="#929cb0",
    accent="#3d8bff",
    accent_hover="#5b9dff",
    on_accent="#ffffff",
    selection="#1c2e4f",
    training="#56b4e9",
    validation="#e69f00",
    positive="#5aa9f0",
    negative="#f08a4b",
    good="#3fb56f",
    warning="#e8b04a",
    warning_background="#3a2f17",
    error="#f0716c",
)


def class_colour(number: int) -> QColor:
    """Return the colour of a class: the same everywhere in the program."""
    colour = QColor(CLASS_COLOURS[number % len(CLASS_COLOURS)])
    return colour.darker(100 + 40 * (number // len(CLASS_COLOURS)))


def font(points: float = 10.0, *, bold: bool = False) -> QFont:
    """Return the program's typeface with tabular figures."""
    result = QFont(FONT_FAMILIES)
    result.setPointSizeF(points)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


class Theme(QObject):
    """The look in force.

    Signals
    -------
    changed(Tokens)
        Everything that paints itself paints anew.
    """

    changed = Signal(object)

    def __init__(self, mode: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self.tokens = self._choose()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def mode(self) -> str:
        """``"light"``, ``"dark"`` or ``"system"``."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Change to ``"light"``, ``"dark"`` or what the system prefers (``"system"``)."""
        self._mode = mode
        self._follow_system()

    def apply(self, app: QApplication) -> None:
        """Dress `app` in the tokens."""
        app.setFont(font())
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(style_sheet(self.tokens))

    def _choose(self) -> Tokens:
        if self._mode == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def _follow_system(self) -> None:
        tokens = self._choose()
        if tokens is not self.tokens:
            self.tokens = tokens
            app = QApplication.instance()
            if isinstance(app, QApplication):
                self.apply(app)
            self.changed.emit(tokens)


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.panel,
        QPalette.ColorRole.Base: t.control,
        QPalette.ColorRole.AlternateBase: t.background,
        QPalette.ColorRole.Button: t.control,
        QPalette.ColorRole.Text: t.text,
        QPalette.ColorRole.WindowText: t.text,
        QPalette.ColorRole.ButtonText: t.text,
        QPalette.ColorRole.PlaceholderText: t.muted,
        QPalette.ColorRole.Highlight: t.accent,
        QPalette.ColorRole.HighlightedText: t.on_accent,
        QPalette.ColorRole.ToolTipBase: t.panel,
        QPalette.ColorRole.ToolTipText: t.text,
        QPalette.ColorRole.Link: t.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.muted))
    return palette


def style_sheet(t: Tokens) -> str:
    """Return the style sheet of a look.

    Widgets choose a variant by a dynamic property: ``role`` is one of ``"title"``
    (panel headings), ``"caption"`` (small headings above a control), ``"secondary"``
    (quiet text), ``"note"`` (a sentence in a tinted box), ``"primary"`` (the one
    accent button), ``"flat"`` (a button without a frame) and ``"chip"``; ``panel``
    is ``"side"`` or ``"canvas"``.
    """
    chevron = resource("icons", "chevron-dark.svg" if t.dark else "chevron-light.svg").as_posix()
    shade = "dark" if t.dark else "light"
    left, right = (
        resource("icons", f"chevron-{side}-{shade}.svg").as_posix() for side in ("left", "right")
    )
    check = resource("icons", "check.svg").as_posix()
    return f"""
    QWidget {{ color: {t.text}; }}
    QMainWindow, QDialog {{ background: {t.panel}; }}
    *[panel="side"] {{ background: {t.panel}; }}
    *[panel="canvas"] {{ background: {t.background}; }}
    QMenuBar {{ background: {t.background}; padding: 2px 4px; border-bottom: 1px solid {t.line}; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.control_hover}; }}
    QMenu {{ background: {t.panel}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QToolTip {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
    QLabel {{ background: transparent; }}
    QLabel[role="title"] {{ font-weight: 600; }}
    QLabel[role="caption"] {{ color: {t.muted}; }}
    QLabel[role="secondary"] {{ color: {t.secondary}; }}
    QLabel[role="note"] {{ background: {t.selection}; color: {t.secondary};
        border-radius: 6px; padding: 6px 10px; }}
    QLabel[role="warning"] {{ background: {t.warning_background}; color: {t.text};
        border: 1px solid {t.warning}; border-radius: 6px; padding: 6px 10px; }}
    QFrame[role="news"] {{ background: {t.selection}; border-radius: 8px;
        border: 1px solid {t.accent}; }}
    QFrame[role="trouble"] {{ background: {t.warning_background}; border-radius: 8px;
        border: 1px solid {t.warning}; }}
    QFrame[role="rule"] {{ background: {t.line}; border: none; max-height: 1px; }}
    QFrame#hints_box, QFrame#history, QFrame#layer_details {{ background: {t.panel};
        border: 1px solid {t.line}; }}
    QFrame#hints_box QScrollArea > QWidget > QWidget {{ background: {t.panel}; }}
    QLabel[role="error"] {{ color: {t.error}; }}
    QPushButton, QToolButton {{ background: {t.control}; border: 1px solid {t.line};
        border-radius: 6px; padding: 6px 12px; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.control_hover}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {t.selection}; }}
    QPushButton:checked, QToolButton:checked {{ background: {t.selection};
        border-color: {t.accent}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {t.accent}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.muted}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent};
        border-color: {t.accent}; font-weight: 600; }}
    QPushButton[role="primary"]:hover {{ background: {t.accent_hover}; }}
    QPushButton[role="primary"]:disabled {{ background: {t.control}; color: {t.muted};
        border-color: {t.line}; }}
    QPushButton[role="flat"], QToolButton[role="flat"] {{ background: transparent;
        border-color: transparent; padding: 4px 8px; color: {t.secondary}; }}
    QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover {{
        background: {t.control_hover}; color: {t.text}; }}
    QPushButton[role="flat"]:disabled, QToolButton[role="flat"]:disabled {{ color: {t.muted}; }}
    QPushButton[role="flat"]:checked, QToolButton[role="flat"]:checked {{
        background: {t.selection}; color: {t.text}; }}
    QPushButton[role="link"] {{ background: transparent; border: none; padding: 2px;
        color: {t.accent}; font-weight: 600; }}
    QPushButton[role="chip"] {{ border-radius: 14px; padding: 5px 14px; }}
    QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ background: {t.control};
        border: 1px solid {t.line}; border-radius: 6px; padding: 4px 8px; min-height: 18px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
        border-color: {t.accent}; }}
    QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {{
        color: {t.muted}; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}
    QAbstractSpinBox[role="quiet"] {{ background: transparent; border-color: transparent;
        padding: 1px 4px; }}
    QAbstractSpinBox[role="quiet"]:hover {{ border-color: {t.line}; }}
    QAbstractSpinBox[role="quiet"]:focus {{ background: {t.control}; border-color: {t.accent}; }}
    QComboBox QAbstractItemView {{ background: {t.panel}; border: 1px solid {t.line};
        selection-background-color: {t.selection}; selection-color: {t.text}; outline: none; }}
    QSpinBox::up-button, QSpinBox::down-button,
    QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; border: none; }}
    QCheckBox {{ spacing: 8px; }}
    QCheckBox::indicator, QListView::indicator {{ width: 14px; height: 14px; border-radius: 4px;
        border: 1px solid {t.muted}; background: {t.control}; }}
    QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {t.accent}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{
        background: {t.accent}; border-color: {t.accent};
        image: url("{check}"); }}
    QCheckBox::indicator:disabled {{ border-color: {t.line}; background: {t.line}; }}
    QCheckBox:disabled {{ color: {t.muted}; }}
    QSlider:horizontal {{ min-height: 20px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.line}; }}
    QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 2px; }}
    QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
        background: {t.panel}; border: 2px solid {t.accent}; }}
    QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
    QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
    QTabBar::tab {{ background: transparent; padding: 8px 14px; color: {t.secondary};
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
    QTabBar::tab:hover {{ color: {t.text}; }}
    QTabBar::scroller {{ width: 44px; }}
    QTabBar QToolButton {{ background: {t.panel}; border: none; border-radius: 4px; padding: 0; }}
    QTabBar QToolButton:hover {{ background: {t.control_hover}; }}
    QTabBar QToolButton::left-arrow {{ image: url("{left}"); width: 12px; height: 12px; }}
    QTabBar QToolButton::right-arrow {{ image: url("{right}"); width: 12px; height: 12px; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
    QSplitter::handle {{ background: {t.line}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    QStatusBar {{ background: {t.background}; color: {t.muted}; border-top: 1px solid {t.line}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {t.muted}; padding: 0 8px; }}
    QScrollArea, QGraphicsView {{ border: none; background: transparent; }}
    QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
    QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: 4px; min-height: 24px;
        min-width: 24px; margin: 1px; }}
    QScrollBar::handle:hover {{ background: {t.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QTableView {{ background: {t.panel}; border: 1px solid {t.line}; gridline-color: {t.line};
        selection-background-color: {t.selection}; selection-color: {t.text}; outline: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QTableView:focus {{ border-color: {t.accent}; }}
    QTableView::item {{ padding: 0 5px; border: 1px solid transparent; }}
    QTableView::item:selected {{ background: {t.selection}; color: {t.text}; }}
    QTableView::item:focus {{ border-color: {t.accent}; }}
    QTableCornerButton::section {{ background: {t.background}; border: none;
        border-bottom: 1px solid {t.line}; }}
    QListView[role="plain"] {{ background: {t.panel}; outline: none; border: none; }}
    QListView[role="plain"]::item {{ padding: 4px 8px; border-radius: 4px; }}
    QListView[role="plain"]::item:hover {{ background: {t.control_hover}; }}
    QListView[role="plain"]::item:selected {{ background: {t.selection}; color: {t.text}; }}
    QHeaderView::section {{ background: {t.background}; border: none; padding: 4px 8px;
        border-bottom: 1px solid {t.line}; color: {t.muted}; }}
    """
