"""OpenGL paints surfaces where it works, and a driver that fails takes nothing with it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mlp_studio.ui.surface.graphics import SWITCH, Graphics
from mlp_studio.ui.surface.plot import SurfacePlot
from mlp_studio.ui.theme import Theme
from tests.ui.gl_pictures import surface


def run(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


SLOW = """
import sys
from mlp_studio.ui.surface.wire import packed
sys.stdout.buffer.write(packed({"ms": 80.0, "renderer": "slowpipe"}))
"""


@pytest.fixture
def made() -> Iterator[list[Graphics]]:
    every: list[Graphics] = []
    yield every
    for graphics in every:
        graphics.close()


def settled(qtbot: QtBot, graphics: Graphics) -> str:
    with qtbot.waitSignal(graphics.settled, timeout=20_000) as told:
        graphics.look()
    reason = told.args[0] if told.args else ""
    assert isinstance(reason, str)
    return reason


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os.abort()", "crashed"),
        ("raise SystemExit(1)", "no OpenGL was found"),
        ("print('nonsense')", "no OpenGL was found"),
        (SLOW, "slowpipe takes 80 ms"),
    ],
)
def test_what_goes_wrong_elsewhere_is_said_and_nothing_else(
    qtbot: QtBot, made: list[Graphics], code: str, reason: str
) -> None:
    made.append(Graphics(command=run(code)))
    assert reason in settled(qtbot, made[0])
    assert not made[0].ready


def test_a_program_that_is_not_there_and_one_that_hangs(
    qtbot: QtBot, made: list[Graphics], monkeypatch: pytest.MonkeyPatch
) -> None:
    made.append(Graphics(command=("/no/such/program",)))
    assert "could not be looked for" in settled(qtbot, made[0])
    monkeypatch.setattr("mlp_studio.ui.surface.graphics.PATIENCE_MS", 300)
    made.append(Graphics(command=run("import time; time.sleep(60)")))
    assert "does not answer" in settled(qtbot, made[1])
    assert not made[1].busy


def test_it_is_looked_for_once_when_a_surface_is_first_shown(
    qtbot: QtBot, made: list[Graphics]
) -> None:
    graphics = Graphics(command=run("raise SystemExit(1)"))
    made.append(graphics)
    plot = SurfacePlot(Theme("light"), "surface", graphics)
    qtbot.addWidget(plot)
    plot.show_surface(surface(9))
    assert not graphics.busy
    said: list[str] = []
    graphics.settled.connect(said.append)
    with qtbot.waitSignal(graphics.settled, timeout=20_000):
        plot.show()
    plot.hide()
    plot.show()
    assert not graphics.busy
    assert len(said) == 1
    assert not plot.grab().isNull()


def test_it_can_be_switched_off(
    qtbot: QtBot, made: list[Graphics], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SWITCH, "off")
    made.append(Graphics(command=run("raise SystemExit(1)")))
    assert settled(qtbot, made[0]) == "it is switched off"


PAINTER = """
import sys
from mlp_studio.ui.surface.wire import packed
sys.stdout.buffer.write(packed({"ms": 1.0, "renderer": "fake"}))
sys.stdout.buffer.flush()
sys.stdin.buffer.read(1)
"""


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ("import os; os.abort()", "the graphics driver crashed"),
        ("print('x' * 100, flush=True); sys.stdin.buffer.read()", "gave no picture"),
    ],
)
def test_opengl_that_fails_later_is_given_up_and_the_surface_is_still_painted(
    qtbot: QtBot, made: list[Graphics], later: str, reason: str
) -> None:
    graphics = Graphics(command=run(PAINTER + later))
    made.append(graphics)
    own, plot = (SurfacePlot(Theme("light"), "surface", given) for given in (None, graphics))
    for each in (own, plot):
        qtbot.addWidget(each)
        each.resize(300, 280)
        each.show_surface(surface(15))
    assert settled(qtbot, graphics) == ""
    assert graphics.ready
    with qtbot.waitSignal(graphics.settled) as told:
        first = plot.grab().toImage()
    assert told.args is not None
    assert reason in told.args[0]
    assert not graphics.ready
    assert first == own.grab().toImage()


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs a display: xvfb-run")
def test_it_paints_what_the_own_drawing_paints() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    told = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 800x600x24", sys.executable, "-m",
         "tests.ui.gl_pictures"],
        capture_output=True, text=True, timeout=120, check=False, env=environment,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout.splitlines()[-1])
    if not found["painted"]:
        pytest.skip(f"no OpenGL under Xvfb here: {found['settled']}")
    assert found["settled"] == [""]
    # The lines on the surface and the smooth colours differ a little; places and light do not.
    assert max(found["apart"]) < 0.03
