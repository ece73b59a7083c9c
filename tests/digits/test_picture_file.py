"""Picture files that are big, cut off, animated or no pictures at all."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from mlp_studio.core.errors import StudioError
from mlp_studio.digits.photo import photo_to_image
from mlp_studio.digits.photo_table import PhotoTable
from mlp_studio.digits.picture_file import MAX_SIDE, read_picture
from mlp_studio.digits.sheet import read_sheet

READERS = (photo_to_image, PhotoTable, read_sheet)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def big_png(path: Path, width: int, height: int) -> Path:
    """Write a white colour PNG without ever holding its pixels."""
    packer, row = zlib.compressobj(1), b"\x00" + b"\xff" * (3 * width)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path


@pytest.mark.parametrize("side", [10_000, 20_000])
def test_a_picture_of_a_hundred_megapixels_is_refused_in_little_memory(
    tmp_path: Path, side: int
) -> None:
    path = big_png(tmp_path / "big.png", side, side)
    code = (
        "import re, sys; from pathlib import Path\n"
        "from mlp_studio.core.errors import StudioError\n"
        "from mlp_studio.digits.photo import photo_to_image\n"
        "try: photo_to_image(Path(sys.argv[1]))\n"
        "except StudioError as error: print(error)\n"
        # Not getrusage: its figure is also that of the process which started this one.
        "print(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1])\n"
    )
    if sys.platform != "linux":
        with pytest.raises(StudioError, match="too many pixels"):
            photo_to_image(path)
        return
    answer = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    sentence, kilobytes = answer.stdout.splitlines()
    assert "too many pixels" in sentence
    assert str(path) in sentence
    assert int(kilobytes) < 250_000  # the pixels alone would be 300 MB


def test_a_phones_hundred_megapixels_are_read_in_small(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    picture = Image.new("L", (11_000, 9_500), 230)
    ImageDraw.Draw(picture).line([(3000, 2000), (7500, 2000), (4500, 8000)], 30, 700)
    picture.save(path)
    picture.close()
    assert max(read_picture(path).grey.shape) == MAX_SIDE
    assert read_picture(path).scale == pytest.approx(11_000 / MAX_SIDE)
    assert photo_to_image(path).max() > 0.9


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ["png", "jpg", "gif"])
def test_a_file_cut_off(tmp_path: Path, reader: object, kind: str) -> None:
    rng = np.random.default_rng(0)
    path = tmp_path / f"cut.{kind}"
    Image.fromarray(rng.integers(0, 255, (300, 300), np.uint8)).save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StudioError, match="can't be read") as caught:
        reader(path)  # type: ignore[operator]
    assert str(path) in str(caught.value)
    assert caught.value.remedy


def test_an_animation_is_read_by_its_first_frame(tmp_path: Path) -> None:
    frames = []
    for points in ([(60, 50), (60, 210)], [(40, 50), (200, 50), (90, 220)]):
        frame = Image.new("P", (256, 256), 0)
        frame.putpalette([255, 255, 255, 20, 20, 120])
        ImageDraw.Draw(frame).line(points, 1, 20)
        frames.append(frame)
    frames[0].save(tmp_path / "two.gif", save_all=True, append_images=frames[1:], duration=50)
    frames[0].convert("RGB").save(tmp_path / "one.png")
    expected = photo_to_image(tmp_path / "one.png")
    np.testing.assert_allclose(photo_to_image(tmp_path / "two.gif"), expected, atol=0.02)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj << >> endobj", "PDF document"),
        ("paper.png", b"%PDF-1.4\n", "PDF document"),
        ("text.png", b"hello", "picture format"),
        ("empty.jpg", b"", "picture format"),
        ("drawing.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "picture format"),
        ("bytes.png", bytes(range(256)) * 40, "picture format"),
    ],
)
def test_files_that_are_no_pictures(
    tmp_path: Path, reader: object, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(StudioError, match=words) as caught:
        reader(path)  # type: ignore[operator]
    assert str(path) in str(caught.value)
    assert caught.value.remedy
