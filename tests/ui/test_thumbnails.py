"""Thumbnails are painted from the projects themselves, once for each look."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.file_sources import Arrays
from mlp_studio.core.function_source import GALLERY, Function, FunctionInput
from mlp_studio.core.plane_sources import Checkerboard, Circles, Moons, Painted, Xor
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.studio.jobs import Jobs
from mlp_studio.ui.start.miniature import Lines, Points, Sheet, Surface, miniature
from mlp_studio.ui.start.thumbnails import Thumbnails, columns
from mlp_studio.ui.start.words import network_words
from mlp_studio.ui.theme import Theme

SIZE = QSize(200, 100)
PLANE = TEMPLATES["spirals-2"].project


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme("light")


@pytest.fixture
def thumbnails(theme: Theme) -> Iterator[Thumbnails]:
    jobs = Jobs()
    yield Thumbnails(theme, jobs)
    jobs.close()


def pixels(picture: QPixmap) -> np.ndarray:
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    flat = np.frombuffer(bytes(image.constBits()), np.uint32)
    return flat.reshape(image.height(), image.width())


def with_source(source: object) -> ProjectSpec:
    return PLANE.model_copy(update={"data": DataSpec.model_validate({"source": source})})


def test_every_template_has_a_picture_of_its_own(thumbnails: Thumbnails) -> None:
    pictures = {
        name: pixels(thumbnails.pixmap(each.project, SIZE)) for name, each in TEMPLATES.items()
    }
    assert len({picture.tobytes() for picture in pictures.values()}) == len(TEMPLATES)
    for name, picture in pictures.items():
        left, right = picture[8:-8, 8:100], picture[8:-8, 125:-8]
        assert len(np.unique(left)) > 20, name  # the data
        assert len(np.unique(right)) > 20, name  # the network


def test_pictures_are_kept_and_follow_look_size_and_screen(
    thumbnails: Thumbnails, theme: Theme
) -> None:
    project = TEMPLATES["spirals-6"].project
    light = thumbnails.pixmap(project, SIZE)
    assert thumbnails.pixmap(project, SIZE).cacheKey() == light.cacheKey()
    sharp = thumbnails.pixmap(project, SIZE, 2.0)
    assert (sharp.width(), sharp.height()) == (400, 200)
    assert len(np.unique(pixels(thumbnails.pixmap(project, QSize(34, 34))))) > 20
    theme.set_mode("dark")
    dark = thumbnails.pixmap(project, SIZE)
    assert pixels(dark)[50, 3] != pixels(light)[50, 3]
    theme.set_mode("light")
    assert thumbnails.pixmap(project, SIZE).cacheKey() == light.cacheKey()


def test_slow_data_comes_later(thumbnails: Thumbnails, qtbot: QtBot) -> None:
    project = with_source(Moons())
    with qtbot.waitSignal(thumbnails.improved, timeout=20_000):
        before = pixels(thumbnails.pixmap(project, SIZE))
    after = pixels(thumbnails.pixmap(project, SIZE))
    assert len(np.unique(before[8:-8, 8:100])) == 1
    assert len(np.unique(after[8:-8, 8:100])) > 20
    np.testing.assert_array_equal(before[:, 125:], after[:, 125:])  # the network stays in place


@pytest.mark.parametrize("name", list(GALLERY))
def test_functions_in_miniature(name: str) -> None:
    function = GALLERY[name].function
    shown = miniature(function)
    if (len(function.inputs), len(function.formulas)) == (2, 1):
        assert isinstance(shown, Surface)
        assert np.nanmin(shown.heights) >= -1
        assert np.nanmax(shown.heights) <= 1
        assert np.nanmax(shown.heights) - np.nanmin(shown.heights) > 1
    else:
        assert isinstance(shown, Lines)
        assert all(np.isfinite(line).all() for line in shown.lines)


@pytest.mark.parametrize("source", [Circles(), Xor(), Checkerboard(samples=200_000)])
def test_the_plane_in_miniature(source: object) -> None:
    shown = miniature(source)  # type: ignore[arg-type]
    assert isinstance(shown, Points)
    assert 100 < len(shown.places) <= 520
    assert np.abs(shown.places).max() <= 1 + 1e-6
    assert set(shown.classes.tolist()) == {0, 1}


def test_what_has_nothing_to_show_is_no_trouble(thumbnails: Thumbnails) -> None:
    x = FunctionInput(name="x", low=-2, high=-1)
    nowhere = Function(formulas=("log(x)",), inputs=(x,))
    flat = Function(formulas=("1 + 0 * x * y",))
    pole = Function(formulas=("1 / (x * y)",))
    many = Function(formulas=("a + b + c",), inputs=tuple(
        FunctionInput(name=name) for name in "abc"
    ))  # fmt: skip
    assert miniature(nowhere) is None
    assert miniature(Painted()) is None
    assert miniature(many) == Sheet(3)
    assert miniature(Arrays(path="x.npz", shape=(4, 2))) == Sheet(8)
    for source in (nowhere, flat, pole, many, Painted(), Arrays(path="x.npz", shape=(2,))):
        assert len(np.unique(pixels(thumbnails.pixmap(with_source(source), SIZE)))) > 20


def test_networks_in_a_line() -> None:
    words = {name: network_words(each.project.network) for name, each in TEMPLATES.items()}
    assert words["mnist-first"] == "28 × 28 → 8 ReLU → 10 softmax"
    assert words["mnist-linear-200"] == "28 × 28 → 200 → 10 softmax"
    assert words["spirals-6"].endswith("128 ReLU → … → 6 softmax")
    widths, marks = columns(TEMPLATES["mnist-200-500-200"].project.network)
    assert widths == [784, 200, 500, 200, 10]
    assert marks == ["", "relu", "tanh", "relu", ""]
