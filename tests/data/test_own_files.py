"""Pictures, arrays and MNIST's relatives from files: read, and refused by name."""

import gzip
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.datasets import DataSpec, Split
from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.file_sources import MnistRelative
from mlp_studio.core.text import Text
from mlp_studio.data.array_files import inspect_arrays
from mlp_studio.data.image_folders import inspect_images, samples
from mlp_studio.data.load import load

RNG = np.random.default_rng(0)
SUFFIXES = ("png", "jpg", "bmp", "gif", "webp")


def pictures(folder: Path, classes: tuple[str, ...] = ("ant", "bee"), n: int = 5) -> Path:
    for shade, name in enumerate(classes):
        (folder / name).mkdir(parents=True)
        for k in range(n):
            noise = RNG.integers(0, 40, (30, 40, 3), dtype=np.uint8) + np.uint8(150 * (shade % 2))
            Image.fromarray(noise).save(folder / name / f"{k}.{SUFFIXES[k % 5]}")
    return folder


# --- pictures ------------------------------------------------------------------------------


def test_a_folder_of_pictures(tmp_path: Path) -> None:
    folder = pictures(tmp_path / "pics", ("c2", "c10"))
    (folder / "c2" / "notes.txt").write_text("no picture")
    (folder / ".hidden").mkdir()
    info = inspect_images(folder, width=8, height=6, channels=3)
    assert info.counts == {"c2": 5, "c10": 5}
    assert info.ignored == 1
    data = load(DataSpec(source=info.source, scaling="divide_255"))
    assert data.facts.input_shape == (6, 8, 3)
    assert data.class_names == ("c2", "c10")
    for part in (data.train, data.validation):
        assert ((part.x.mean(axis=(1, 2, 3)) > 0.4) == (part.y == 1)).all()
    shown = samples(info.source, 4, seed=1)
    assert len({sample.name + sample.label for sample in shown}) == 4
    assert shown[0].original.shape == (30, 40, 3)
    assert shown[0].prepared.shape == (6, 8, 3)


def test_how_a_picture_gets_its_size(tmp_path: Path) -> None:
    folder = pictures(tmp_path / "pics")
    stripes = np.zeros((20, 60), np.uint8)
    stripes[:, 20:40] = 255
    Image.fromarray(stripes).save(folder / "ant" / "0.png")
    source = inspect_images(folder, width=30, height=30).source
    by_fit = {}
    for fit in ("crop", "pad", "stretch"):
        shown = samples(source.model_copy(update={"fit": fit}), 10)
        by_fit[fit] = next(s.prepared for s in shown if (s.label, s.name) == ("ant", "0.png"))
    assert by_fit["crop"].mean() > 250  # the white middle
    assert by_fit["pad"][0].max() == 0  # a border of the picture's own colour
    assert by_fit["stretch"][15, 2] < 5
    assert by_fit["stretch"][15, 15] > 250


def test_pictures_stand_as_the_camera_was_held(tmp_path: Path) -> None:
    folder = pictures(tmp_path / "pics")
    half = np.zeros((40, 40), np.uint8)
    half[:20] = 255
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter to the right
    Image.fromarray(half).save(folder / "ant" / "0.png", exif=exif)
    shown = samples(inspect_images(folder).source, 10)
    upright = next(s.prepared for s in shown if (s.label, s.name) == ("ant", "0.png"))
    assert upright[14, -2] > 200
    assert upright[14, 1] < 50


def test_an_npz_of_pictures(tmp_path: Path) -> None:
    path = tmp_path / "p.npz"
    x = np.zeros((20, 9, 9, 3), np.float32)
    x[1::2] = 1.0
    np.savez(path, X=x, y=np.array(["dark", "light"] * 10))
    info = inspect_images(path, width=6, height=5)
    assert info.counts == {"dark": 10, "light": 10}
    data = load(DataSpec(source=info.source, scaling="divide_255"))
    assert data.train.x.shape[1:] == (5, 6)
    assert ((data.train.x.max(axis=(1, 2)) == 1) == (data.train.y == 1)).all()


def broken_picture(folder: Path, content: bytes) -> None:
    (folder / "ant" / "0.png").write_bytes(content)


def bomb(folder: Path) -> None:
    """A small file that says to have 900 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    (folder / "ant" / "0.png").write_bytes(b"\x89PNG\r\n\x1a\n" + head + body)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda f: broken_picture(f, b"these are words"), "is no picture"),
        (lambda f: broken_picture(f, (f / "bee" / "0.png").read_bytes()[:200]), "0.png"),
        (lambda f: broken_picture(f, b""), "0.png"),
        (bomb, "too many pixels"),
    ],
)
def test_broken_pictures_are_named(tmp_path: Path, damage: Any, words: str) -> None:
    folder = pictures(tmp_path / "pics")
    source = inspect_images(folder).source
    damage(folder)
    with pytest.raises(StudioError, match=words) as caught:
        load(DataSpec(source=source))
    assert str(folder / "ant" / "0.png") in str(caught.value)


def test_folders_that_teach_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="There is no folder"):
        inspect_images(tmp_path / "nowhere")
    (tmp_path / "none").mkdir()
    with pytest.raises(StudioError, match="no sub-folders"):
        inspect_images(tmp_path / "none")
    with pytest.raises(StudioError, match="one class only, “ant”"):
        inspect_images(pictures(tmp_path / "one", ("ant",)))
    folder = pictures(tmp_path / "two")
    source = inspect_images(folder).source
    (folder / "cat").mkdir()
    with pytest.raises(StudioError, match=r"cat can't be used: there are no pictures"):
        inspect_images(folder)
    Image.new("L", (9, 9)).save(folder / "cat" / "0.png")
    with pytest.raises(StudioError, match="class “cat” was not there before"):
        load(DataSpec(source=source))


# --- arrays --------------------------------------------------------------------------------


def test_arrays_with_a_test_set(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    x, y = RNG.normal(size=(60, 4)), np.arange(60) % 3 + 1
    np.savez(path, x_train=x, y_train=y, x_test=x[:9] + 1, y_test=y[:9])
    info = inspect_arrays(path)
    assert (info.examples, info.test_examples) == (60, 9)
    data = load(DataSpec(source=info.source, scaling="standard", split=Split(test=0.3)))
    assert data.class_names == ("1", "2", "3")
    assert data.test is not None
    assert np.allclose(data.scaler.inverse(data.test.x), x[:9] + 1, atol=1e-5)
    assert data.test.y.tolist() == [0, 1, 2] * 3
    assert np.allclose(data.train.x.mean(axis=0), 0, atol=1e-5)


@pytest.mark.parametrize(
    ("y", "classes", "outputs"),
    [
        (np.array(["cat", "dog"] * 10), ("cat", "dog"), 2),
        (np.array([b"cat", b"dog"] * 10), ("cat", "dog"), 2),
        (np.eye(4)[np.arange(20) % 4], ("0", "1", "2", "3"), 4),
        (np.arange(20)[:, np.newaxis] % 2, ("0", "1"), 2),
        (np.array([True, False] * 10), ("0", "1"), 2),
        (np.linspace(0, 1, 20), (), 1),
        (RNG.normal(size=(20, 3)), (), 3),
    ],
)
def test_pairs_of_npy(tmp_path: Path, y: AnyArray, classes: tuple[str, ...], outputs: int) -> None:
    np.save(tmp_path / "x.npy", np.asfortranarray(RNG.normal(size=(20, 3, 2))))
    np.save(tmp_path / "y.npy", y)
    source = inspect_arrays(tmp_path / "x.npy", tmp_path / "y.npy").source
    data = load(DataSpec(source=source))
    assert data.class_names == classes
    assert data.facts.outputs == outputs
    assert data.facts.input_shape == (3, 2)
    x = np.load(tmp_path / "x.npy").astype(np.float32)
    assert {row.tobytes() for row in data.train.x} <= {row.tobytes() for row in x}


class Sneaky:
    def __reduce__(self) -> Any:
        return (exec, ("raise SystemExit",))


def test_bad_arrays_are_refused_by_name(tmp_path: Path) -> None:
    x, y, path = np.zeros((6, 2)), np.arange(6) % 2, tmp_path / "a.npz"
    np.save(tmp_path / "lonely.npy", x)
    with pytest.raises(StudioError, match=r"lonely.npy.*one array"):
        inspect_arrays(tmp_path / "lonely.npy")
    for arrays, words in (
        ({"a": x, "b": y}, "no array “x”, “y”; its arrays are a, b"),
        ({"x": x, "y": y[:3]}, "there are 6 inputs"),
        ({"x": np.array(["w"] * 6), "y": y}, "should be rows of numbers"),
        ({"x": x, "y": np.zeros(6, int)}, "all of its labels are “0”"),
        ({"x": np.full((6, 2), np.nan), "y": y}, "row 0 of “x” is not finite"),
        ({"x": np.full((6, 2), 1e200), "y": y}, "row 0 of “x” is not finite, or beyond"),
        ({"x": x, "y": np.linspace(0, 1e300, 6)}, "answers “y” are not all finite"),
    ):
        np.savez(path, **arrays)
        with pytest.raises(StudioError, match=words) as caught:
            load(DataSpec(source=inspect_arrays(path).source))
        assert str(path) in str(caught.value)
    np.savez(path, x=np.array([Sneaky()] * 6, object), y=y)
    with pytest.raises(StudioError, match="Python objects, which are not read"):
        inspect_arrays(path)


def test_sizes_are_checked_before_memory_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "x.npy"
    np.save(path, np.zeros((4, 2)))
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"(4, 2)", b"(4, 9)", 1))
    with pytest.raises(StudioError, match="288 bytes of numbers, and has 64"):
        inspect_arrays(path, path)
    path.write_bytes(whole.replace(b"(4, 2), }            ", b"(4000000000, 20), }  ", 1))
    with pytest.raises(StudioError, match="GB, more than"):
        inspect_arrays(path, path)


def test_changed_arrays_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, x=RNG.normal(size=(20, 2)), y=np.arange(20) % 2)
    source = inspect_arrays(path).source
    for arrays, words in (
        ({"x": np.zeros((20, 3)), "y": np.arange(20) % 2}, "examples of shape"),
        ({"x": np.zeros((20, 2)), "y": np.arange(20) % 3}, "label “2”"),
        ({"x": np.zeros((20, 2))}, "no array “y”"),
    ):
        np.savez(path, **arrays)
        with pytest.raises(StudioError, match=words):
            load(DataSpec(source=source))


# --- MNIST's relatives -----------------------------------------------------------------------


def idx(array: AnyArray) -> bytes:
    sides = struct.pack(f">{array.ndim}I", *array.shape)
    return bytes((0, 0, 8, array.ndim)) + sides + array.astype(np.uint8).tobytes()


X = RNG.integers(0, 256, (60, 28, 28), dtype=np.uint8)
Y = (np.arange(60) % 10).astype(np.uint8)


def idx_folder(folder: Path, prefix: str = "", test: str = "t10k") -> Path:
    folder.mkdir(parents=True)
    for part, n in (("train", 60), (test, 20)):
        packed = gzip.compress(idx(X[:n]))
        (folder / f"{prefix}{part}-images-idx3-ubyte.gz").write_bytes(packed)
        (folder / f"{prefix}{part}-labels-idx1-ubyte").write_bytes(idx(Y[:n]))
    return folder


def test_fashion_is_found_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLP_STUDIO_DATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with pytest.raises(StudioError, match="Fashion-MNIST is not on this computer"):
        load(DataSpec(source=MnistRelative()))
    idx_folder(tmp_path / "fashion-mnist")
    data = load(DataSpec(source=MnistRelative(), scaling="divide_255"))
    assert data.class_names[0] == "T-shirt/top"
    assert data.test is not None
    assert np.array_equal(data.test.x, X[:20].astype(np.float32) / 255)
    assert (len(data.train), len(data.validation)) == (48, 12)


def test_emnist_is_put_upright(tmp_path: Path) -> None:
    folder = idx_folder(tmp_path / "e", "emnist-digits-", "test")
    for path in (folder, folder / "emnist-digits-test-images-idx3-ubyte.gz"):
        data = load(DataSpec(source=MnistRelative(name="emnist_digits", path=str(path))))
        assert data.test is not None
        assert np.array_equal(data.test.x, X[:20].transpose(0, 2, 1))


def test_archives_of_relatives(tmp_path: Path) -> None:
    path = tmp_path / "kmnist.npz"
    np.savez(path, x_train=X, y_train=Y, x_test=X[:9], y_test=Y[:9])
    data = load(DataSpec(source=MnistRelative(name="kmnist", path=str(path))))
    assert data.class_names[0] == "お"
    for part, n in (("train", 60), ("test", 20)):
        np.savez(tmp_path / f"kmnist-{part}-imgs.npz", X[:n])
        np.savez(tmp_path / f"kmnist-{part}-labels.npz", Y[:n])
    one = str(tmp_path / "kmnist-train-imgs.npz")
    data = load(DataSpec(source=MnistRelative(name="kmnist", path=one)))
    assert data.test is not None
    assert len(data.test) == 20


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("train-images-idx3-ubyte.gz", gzip.compress(idx(X))[:20_000], "no whole IDX|ends"),
        ("train-images-idx3-ubyte.gz", gzip.compress(idx(X)[:20_000]), "ends after"),
        ("train-images-idx3-ubyte.gz", gzip.compress(idx(X) + b"more"), "goes on after"),
        ("train-images-idx3-ubyte.gz", gzip.compress(idx(Y)), "1 axes, and should have 3"),
        ("train-images-idx3-ubyte.gz", b"words", "no IDX file"),
        ("train-images-idx3-ubyte.gz", gzip.compress(idx(X[:, :27])), r"28 × 28"),
        ("train-labels-idx1-ubyte", idx(Y[:50]), "60 pictures"),
        ("train-labels-idx1-ubyte", idx(Y + 1), "go from 1 to 10"),
        ("train-labels-idx1-ubyte", idx(Y * 0), "lack some"),
        ("train-labels-idx1-ubyte", b"", "is empty"),
    ],
)
def test_broken_relatives_are_refused(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    folder = idx_folder(tmp_path / "f")
    (folder / name).write_bytes(content)
    with pytest.raises(StudioError, match=words) as caught:
        load(DataSpec(source=MnistRelative(path=str(folder))))
    assert str(folder) in str(caught.value)


def test_reading_pictures_and_idx_can_be_cancelled(tmp_path: Path) -> None:
    def cancel(share: float, what: Text) -> None:
        if share > 0.2:
            raise Cancelled

    folder = idx_folder(tmp_path / "f")
    with pytest.raises(Cancelled):
        load(DataSpec(source=MnistRelative(path=str(folder))), cancel)
    with pytest.raises(Cancelled):
        load(DataSpec(source=inspect_images(pictures(tmp_path / "p")).source), cancel)
