"""The frames of a film as pictures to keep: a GIF, single PNG files, an MP4."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from mlp_studio.analysis.space import Eye
from mlp_studio.core.arrays import AnyArray, FloatArray, Progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.ui.examples.space_plot import cast, paint_space
from mlp_studio.ui.features.inside import Inside
from mlp_studio.ui.features.scatter import as_image
from mlp_studio.ui.features.scene import Range, Scene, paint, paint_caption, wanted_range, within
from mlp_studio.ui.features.space_scatter import space_of
from mlp_studio.ui.theme import Tokens

Kind = Literal["gif", "png", "mp4"]

SIZE = 720  # pixels, across and up; even, as MP4 needs
GAP = 12
ENLARGED = 1.5  # points, as films are seen in small
SHRINK = 0.3  # share of the way a range that is too wide goes in one frame
LAST_MS = 1500  # the last picture stays a while
COLOURS = 160  # of a GIF
SOLID = 64  # of them at most for the classes


@dataclass(frozen=True, eq=False)
class Still:
    """One picture to draw."""

    points: FloatArray
    colour_of: NDArray[np.int64]
    caption: str
    inside: Inside | None = None


@dataclass(frozen=True, eq=False)
class Reelable:
    """What all pictures share: looks, colours, which points are shown."""

    colours: tuple[QColor, ...]
    hidden: frozenset[int]
    selected: NDArray[np.bool_] | None
    figures: bool
    tokens: Tokens
    rate: float  # pictures a second
    eye: Eye = field(default_factory=Eye)  # from where points in space are seen
    axes: tuple[str, str, str] = ("1", "2", "3")  # what their axes are called


def export(
    stills: list[Still], shared: Reelable, kind: Kind, path: Path, progress: Progress
) -> Path:
    """Write a film.

    Parameters
    ----------
    stills : list of Still
        Its pictures in their order.
    shared : Reelable
        Looks and colours.
    kind : {"gif", "png", "mp4"}
        A moving picture, a folder of single ones, or a video by ffmpeg.
    path : Path
        The file; for ``"png"`` the folder.
    progress : Progress
        Told after every picture; what it raises ends the export, and an unfinished file is
        taken away.

    Raises
    ------
    StudioError
        It can't be written, or ffmpeg is missing or refuses.
    """
    writers: dict[Kind, Callable[[Iterator[QImage], int, float, Path], None]] = {
        "gif": partial(_gif, solid=_solid(shared)),
        "png": _png,
        "mp4": _mp4,
    }
    try:
        writers[kind](_drawn(stills, shared, progress), len(stills), shared.rate, path)
    except OSError as error:
        raise StudioError(
            text("The film can't be written to {path}: {reason}.", path=path, reason=error),
            text("Choose another folder, or make room on the disk."),
        ) from error
    return path


def _drawn(stills: list[Still], shared: Reelable, progress: Progress) -> Iterator[QImage]:
    """Yield the pictures; the range of the axes follows calmly, as on the screen."""
    corners: Range | None = None
    scene = Scene(
        colours=shared.colours,
        hidden=shared.hidden,
        selected=shared.selected,
        figures=shared.figures,
        enlarged=ENLARGED,
    )
    for number, still in enumerate(stills):
        wanted = wanted_range(still.points)
        corners = _followed(corners, wanted)
        if still.inside is not None and corners is not None and wanted is not None:
            corners = within(corners, wanted, still.inside.corners)
        if still.points.shape[1] == 3:
            yield draw_space(still, shared, corners)
        else:
            yield draw(replace(scene, range=corners), still, shared.tokens)
        progress((number + 1) / len(stills), text("The film is being drawn…"))


def draw(scene: Scene, still: Still, tokens: Tokens) -> QImage:
    """Return one picture. Any thread may draw."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB888)
    image.fill(tokens.colour("background"))
    painter = QPainter(image)
    scene = replace(scene, points=still.points, colour_of=still.colour_of, caption=still.caption)
    if still.inside is not None:
        scene.ground, scene.corners = as_image(still.inside), still.inside.corners
    paint(painter, QRectF(GAP, GAP, SIZE - 2 * GAP, SIZE - 2 * GAP), scene, tokens)
    painter.end()
    return image


def draw_space(still: Still, shared: Reelable, corners: Range | None) -> QImage:
    """Return one picture of points in space. Any thread may draw."""
    tokens, side = shared.tokens, round(SIZE / ENLARGED)
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB888)
    image.fill(tokens.colour("background"))
    image.setDevicePixelRatio(ENLARGED)
    if corners is not None:
        space = space_of(still.points, still.colour_of, shared.colours, corners, shared.axes)
        size = QSize(side, side)
        seen = cast(
            space,
            shared.eye,
            size,
            tokens.colour("background"),
            ratio=ENLARGED,
            hidden=shared.hidden,
            selected=shared.selected,
        )
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_space(painter, size, shared.eye, space, seen, tokens, ENLARGED)
        paint_caption(painter, QRectF(0, 0, side, side), still.caption, tokens)
        painter.end()
    image.setDevicePixelRatio(1)
    return image


def _followed(before: Range | None, wanted: Range | None) -> Range | None:
    if before is None or wanted is None:
        return wanted
    grown = np.array([np.minimum(before[0], wanted[0]), np.maximum(before[1], wanted[1])])
    return np.asarray(grown + (wanted - grown) * SHRINK)


def _solid(shared: Reelable) -> list[int]:
    """Return the colours that every picture of a GIF must have, whatever else is on it.

    Points are few pixels beside the ground of their regions: chosen by how common colours
    are, theirs would be missing.
    """
    tokens = shared.tokens
    solid = [*shared.colours[:SOLID], *(tokens.colour(n) for n in ("background", "text", "muted"))]
    return [channel for c in solid for channel in (c.red(), c.green(), c.blue())]


def _gif(
    images: Iterator[QImage], count: int, rate: float, path: Path, *, solid: list[int]
) -> None:
    from PIL import Image

    pictures = []
    for image in images:
        picture = Image.fromarray(_pixels(image))
        common = picture.quantize(COLOURS - len(solid) // 3, dither=Image.Dither.NONE)
        chosen = Image.new("P", (1, 1))
        chosen.putpalette([*solid, *(common.getpalette() or [])])
        pictures.append(picture.quantize(palette=chosen, dither=Image.Dither.NONE))
    lengths = [round(1000 / rate)] * (count - 1) + [LAST_MS]
    draft = path.with_name(f".{path.name}.part")
    try:
        pictures[0].save(
            draft, "GIF", save_all=True, append_images=pictures[1:], duration=lengths, loop=0
        )
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _png(images: Iterator[QImage], count: int, _rate: float, folder: Path) -> None:
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    digits = max(4, len(str(count)))
    written: list[Path] = []
    try:
        for number, image in enumerate(images):
            file = folder / f"frame-{number:0{digits}}.png"
            Image.fromarray(_pixels(image)).save(file)
            written.append(file)
    except BaseException:
        for file in written:
            file.unlink(missing_ok=True)
        raise


def _mp4(images: Iterator[QImage], _count: int, rate: float, path: Path) -> None:
    program = shutil.which("ffmpeg")
    if program is None:
        raise StudioError(
            text("MP4 needs ffmpeg, which is not installed here."),
            text("Install ffmpeg, or export a GIF."),
        )
    draft = path.with_name(f".{path.stem}.part.mp4")
    command = [
        program, "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24",
        "-s", f"{SIZE}x{SIZE}", "-r", f"{rate:g}", "-i", "-", "-an",
        "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(draft),
    ]  # fmt: skip
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        _feed(process, images)
        draft.replace(path)
    finally:
        process.kill()
        process.wait()
        draft.unlink(missing_ok=True)


def _feed(process: subprocess.Popen[bytes], images: Iterator[QImage]) -> None:
    if process.stdin is None:
        raise RuntimeError("ffmpeg was started without a pipe")
    try:
        for image in images:
            process.stdin.write(_pixels(image).tobytes())
    except BrokenPipeError:
        pass  # it has ended and says why below
    _, said = process.communicate()
    if process.returncode != 0:
        raise StudioError(
            text("ffmpeg could not make the film: {reason}", reason=said.decode().strip()),
            text("Export a GIF instead."),
        )


def _pixels(image: QImage) -> AnyArray:
    """Return the picture as an array of shape (height, width, 3)."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return np.ascontiguousarray(rows[:, : 3 * image.width()].reshape(image.height(), -1, 3))
