"""Panels in a window, and a hand at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mlp_studio.studio.settings import Settings

if TYPE_CHECKING:
    from tests.ui import (
        builder_hand,
        curves_studio,
        data_desk,
        examples_studio,
        features_studio,
        own_bench,
        photo_lab,
    )
    from tests.ui import window_studio as window_studio_module

pytest.register_assert_rewrite("tests.ui.builder_hand")  # it checks what it undoes
pytest.register_assert_rewrite("tests.ui.data_desk")
pytest.register_assert_rewrite("tests.ui.own_bench")


@pytest.fixture
def hand(qtbot: QtBot) -> builder_hand.Hand:
    """A person at the builder, with the network that reads digits."""
    from tests.ui.builder_hand import Hand

    return Hand(qtbot)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[data_desk.Desk]:
    """A person at the Data panel, with six spirals."""
    from tests.ui.data_desk import Desk

    made = Desk(qtbot)
    yield made
    made.store.cancel()
    made.jobs.close()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[own_bench.Bench]:
    """A person at the Data panel who brings data of their own."""
    from tests.ui.own_bench import Bench

    made = Bench(qtbot)
    yield made
    made.close()


@pytest.fixture
def studio(qtbot: QtBot) -> Iterator[curves_studio.Studio]:
    """The Curves panel."""
    from tests.ui.curves_studio import Studio

    result = Studio(qtbot)
    yield result
    result.panel.close()


@pytest.fixture
def looker(qtbot: QtBot) -> Iterator[examples_studio.Studio]:
    """The Examples panel, without data at first."""
    from tests.ui.examples_studio import Studio

    made = Studio(qtbot)
    yield made
    made.close()


@pytest.fixture
def spirals(qtbot: QtBot) -> Iterator[features_studio.Studio]:
    """The Features panel, with six spirals."""
    from tests.ui.features_studio import PLANE, Studio

    made = Studio(qtbot, "spirals-6", PLANE)
    yield made
    made.close()


@pytest.fixture
def photos(qtbot: QtBot) -> Iterator[photo_lab.PhotoLab]:
    """A person at the digits panel who brings photos."""
    from tests.ui.photo_lab import PhotoLab

    made = PhotoLab(qtbot)
    yield made
    made.close()


@pytest.fixture
def app_settings(tmp_path: Path) -> Settings:
    """Settings in a folder of the test's own."""
    return Settings(tmp_path / "config" / "settings.json")


@pytest.fixture
def window_studio(
    qtbot: QtBot, qapp: QApplication, app_settings: Settings
) -> Iterator[window_studio_module.Studio]:
    """The whole window."""
    from tests.ui.window_studio import Studio

    look, palette = qapp.styleSheet(), qapp.palette()
    made = Studio(qtbot, qapp, app_settings)
    try:
        made.wait()
        yield made
    finally:
        made.close()
        qapp.setStyleSheet(look)
        qapp.setPalette(palette)
