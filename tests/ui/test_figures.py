"""The dialog of figures, on the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mlp_studio.ui.figures.dialog import FiguresDialog
from tests.ui.window_studio import Studio


def opened(studio: Studio) -> FiguresDialog:
    studio.window.actions_by_id["figures"].trigger()
    dialog = studio.window.figures.dialog
    assert dialog is not None
    studio.until(lambda: not dialog.busy and dialog.list.count() > 0)
    return dialog


def trained(studio: Studio) -> None:
    studio.training.train(epochs=2)
    studio.until(lambda: studio.training.state == "idle" and studio.document.snapshot is not None)


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_figures_of_the_tab_in_front_are_ticked_previewed_and_written(
    window_studio: Studio, tmp_path: Path
) -> None:
    action = window_studio.window.actions_by_id["figures"]
    assert not action.isEnabled()  # nothing is trained
    trained(window_studio)
    window_studio.window.tabs.setCurrentWidget(window_studio.window.evaluation)
    dialog = opened(window_studio)
    names = {drawing.name for drawing in dialog.chosen}
    assert names == {"confusion", "confusion_shares", "roc", "precision_recall", "calibration"}
    window_studio.until(lambda: not dialog.preview.pixmap().isNull())
    dialog.boxes["png"].setChecked(False)
    dialog.boxes["svg"].setChecked(True)
    dialog.export_into(tmp_path)
    window_studio.until(lambda: not dialog.busy)
    written = {path.name for path in tmp_path.iterdir()}
    assert written == {f"{name}.{form}" for name in names for form in ("svg", "csv")}
    dialog.close()


def test_all_are_ticked_by_one_box_and_nothing_can_be_exported_without_any(
    window_studio: Studio,
) -> None:
    trained(window_studio)
    dialog = opened(window_studio)
    QTest.mouseClick(dialog.all, Qt.MouseButton.LeftButton, pos=dialog.all.rect().center() * 0.2)
    assert len(dialog.chosen) == dialog.list.count()
    QTest.mouseClick(dialog.all, Qt.MouseButton.LeftButton, pos=dialog.all.rect().center() * 0.2)
    assert dialog.chosen == []
    assert not dialog.export_button.isEnabled()
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert len(dialog.chosen) == 1
    assert dialog.export_button.isEnabled()
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.export_button.isEnabled()
    dialog.close()


def test_a_report_is_written_and_may_be_cancelled(window_studio: Studio, tmp_path: Path) -> None:
    trained(window_studio)
    dialog = opened(window_studio)
    dialog.write_report(tmp_path / "given up.html")
    press(dialog.cancel_button)
    assert not dialog.busy
    dialog.write_report(tmp_path / "report.html")
    window_studio.until(lambda: not dialog.busy)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert window_studio.document.project.name in page
    assert "data fingerprint" in page
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    dialog.close()


def test_a_folder_that_is_gone_is_told_of(window_studio: Studio, tmp_path: Path) -> None:
    trained(window_studio)
    dialog = opened(window_studio)
    with window_studio.qtbot.waitSignal(window_studio.parts.messages.posted) as told:
        dialog.export_into(tmp_path / "gone")
    assert told.args is not None
    assert "can't be written" in told.args[0].what
    assert not dialog.busy
    dialog.close()
