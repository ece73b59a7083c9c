"""The menus: templates, files, edits, training, look and language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from mlp_studio.studio.language import LANGUAGES
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.window.project_actions import ProjectActions


def fill_menu_bar(
    window: QMainWindow,
    actions: dict[str, QAction],
    templates: QMenu,
    project: ProjectActions,
    settings: Settings,
) -> None:
    """Put every action into a menu."""
    bar = window.menuBar()
    file = bar.addMenu(QCoreApplication.translate("MainWindow", "&File"))
    file.addAction(actions["new"])
    file.addMenu(templates)
    file.addAction(actions["open"])
    recent = file.addMenu(QCoreApplication.translate("MainWindow", "Open &recent"))
    recent.aboutToShow.connect(lambda: project.fill_recent(recent))
    file.addAction(actions["open_architecture"])
    file.addAction(actions["open_data"])
    file.addSeparator()
    file.addActions([actions["save"], actions["save_as"], actions["save_template"]])
    file.addSeparator()
    file.addActions([actions["export_npy"], actions["export_architecture"], actions["figures"]])
    file.addSeparator()
    file.addAction(actions["quit"])
    edit = bar.addMenu(QCoreApplication.translate("MainWindow", "&Edit"))
    edit.addActions([actions["undo"], actions["redo"], actions["history"]])
    edit.addSeparator()
    edit.addAction(_growing(edit, settings))
    edit.setToolTipsVisible(True)
    training = bar.addMenu(QCoreApplication.translate("MainWindow", "&Training"))
    names = ("train", "stop", "one_epoch", "best_weights", "new_weights")
    training.addActions([actions[name] for name in names])
    training.addSeparator()
    training.addActions([actions["runs"], actions["queue"]])
    view = bar.addMenu(QCoreApplication.translate("MainWindow", "&View"))
    view.addActions([actions["summary"], actions["restore_hints"]])
    view.addSeparator()
    view.addActions([action for name, action in actions.items() if name.startswith("show_")])
    view.addSeparator()
    as_system = QCoreApplication.translate("MainWindow", "As the system")
    looks = {
        "system": as_system,
        "light": QCoreApplication.translate("MainWindow", "Light"),
        "dark": QCoreApplication.translate("MainWindow", "Dark"),
    }
    look = view.addMenu(QCoreApplication.translate("MainWindow", "&Look"))
    _choices(look, settings, "look", looks)
    language = view.addMenu(QCoreApplication.translate("MainWindow", "L&anguage"))
    _choices(language, settings, "language", {"system": as_system, **LANGUAGES})
    view.addSeparator()
    view.addAction(actions["start_page"])
    help_menu = bar.addMenu(QCoreApplication.translate("MainWindow", "&Help"))
    help_menu.addAction(actions["about"])


def _growing(menu: QMenu, settings: Settings) -> QAction:
    """Return the switch for how new units and layers of a trained network begin."""
    action = QAction(
        QCoreApplication.translate("MainWindow", "&Growing keeps what the network computes"),
        menu,
        checkable=True,
    )
    action.setObjectName("keep_function")
    action.setToolTip(
        QCoreApplication.translate(
            "MainWindow",
            "New units of a trained network begin without influence and new layers pass their "
            "inputs on, where that can be (Net2Net). Otherwise they begin at random.",
        )
    )
    action.setChecked(settings.values.keep_function)
    action.toggled.connect(lambda on: settings.set("keep_function", on))
    return action


def _choices(menu: QMenu, settings: Settings, name: str, choices: dict[str, str]) -> None:
    """Fill a menu with the values of a setting, one of them ticked."""
    group = QActionGroup(menu)
    for value, label in choices.items():
        action = QAction(label, menu, checkable=True)
        action.setObjectName(f"{name}_{value}")
        action.setChecked(getattr(settings.values, name) == value)
        action.triggered.connect(lambda _on=False, value=value: settings.set(name, value))
        group.addAction(action)
        menu.addAction(action)
