"""Panels in a window, and a hand at them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from tests.ui import builder_hand, curves_studio, features_studio

pytest.register_assert_rewrite("tests.ui.builder_hand")  # it checks what it undoes


@pytest.fixture
def hand(qtbot: QtBot) -> builder_hand.Hand:
    """A person at the builder, with the network that reads digits."""
    from tests.ui.builder_hand import Hand

    return Hand(qtbot)


@pytest.fixture
def studio(qtbot: QtBot) -> Iterator[curves_studio.Studio]:
    """The Curves panel."""
    from tests.ui.curves_studio import Studio

    result = Studio(qtbot)
    yield result
    result.panel.close()


@pytest.fixture
def spirals(qtbot: QtBot) -> Iterator[features_studio.Studio]:
    """The Features panel, with six spirals."""
    from tests.ui.features_studio import PLANE, Studio

    made = Studio(qtbot, "spirals-6", PLANE)
    yield made
    made.panel.close()
