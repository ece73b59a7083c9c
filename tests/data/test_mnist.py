"""MNIST: found, checked, fetched over a real connection, resumed and refused."""

import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.core.errors import Cancelled, StudioError
from mlp_studio.core.text import Text
from mlp_studio.data import mnist
from mlp_studio.data.mnist import candidates, download_mnist, load_mnist, read_mnist


def stand_in(*, packed: bool = False, **changes: np.ndarray | None) -> bytes:
    """Return a file with MNIST's shapes, labels and pixel mean."""
    rng = np.random.default_rng(0)
    arrays = {
        "x_train": (rng.random((60_000, 28, 28), np.float32) < 0.1307).view(np.uint8) * 255,
        "y_train": np.arange(60_000).astype(np.uint8) % 10,
        "x_test": np.zeros((10_000, 28, 28), np.uint8),
        "y_test": np.arange(10_000).astype(np.uint8) % 10,
        **changes,
    }
    file = io.BytesIO()
    save = np.savez_compressed if packed else np.savez
    save(file, **{k: v for k, v in arrays.items() if v is not None})
    return file.getvalue()


@pytest.fixture(scope="module")
def whole() -> bytes:
    return stand_in(packed=True)


class Handler(http.server.BaseHTTPRequestHandler):
    content = b""
    cut = 0  # bytes after which the connection breaks off, where above 0
    ranges = True
    asked: list[str | None]

    def do_GET(self) -> None:
        cls = type(self)
        cls.asked.append(self.headers.get("Range"))
        wanted = self.headers.get("Range")
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and cls.ranges else 0
        if start and start >= len(cls.content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            total = len(cls.content)
            self.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
        self.send_header("Content-Length", str(len(cls.content) - start))
        self.end_headers()
        body = cls.content[start:]
        self.wfile.write(body[: cls.cut] if cls.cut else body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[tuple[str, type[Handler]]]:
    handler = type("Fresh", (Handler,), {"asked": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}/mnist.npz", handler
        httpd.shutdown()
        thread.join()


def test_places_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLP_STUDIO_DATA", str(tmp_path / "named"))
    monkeypatch.setenv("MLP_STUDIO_HOME", str(tmp_path / "home"))
    first, second, third = candidates()
    assert first == tmp_path / "named" / "mnist.npz"
    assert second == tmp_path / "home" / "data" / "mnist.npz"
    assert third == Path.home() / ".keras" / "datasets" / "mnist.npz"


def test_a_whole_file_is_read(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "mnist.npz"
    path.write_bytes(whole)
    arrays = read_mnist(path)
    assert arrays.x_train.shape == (60_000, 28, 28)
    assert arrays.y_test.dtype == np.uint8


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"y_test": None}, "no array “y_test”"),
        ({"x_test": np.zeros((10, 28, 28), np.uint8)}, r"\(10, 28, 28\)"),
        ({"x_test": np.zeros((10_000, 28, 28), np.float16)}, "float16"),
        ({"y_train": np.full(60_000, 12, np.uint8)}, "12"),
        ({"x_train": np.zeros((60_000, 28, 28), np.uint8)}, "mean of its pixels"),
        ({"x_test": np.array([{"an": "object"}] * 10)}, "object"),
    ],
)
def test_wrong_arrays_are_named(tmp_path: Path, changes: dict[str, np.ndarray], words: str) -> None:
    path = tmp_path / "mnist.npz"
    path.write_bytes(stand_in(**changes))
    with pytest.raises(StudioError, match=words) as caught:
        read_mnist(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("damage", ["truncated", "empty", "text", "flipped", "folder"])
def test_broken_files_are_named(tmp_path: Path, whole: bytes, damage: str) -> None:
    path = tmp_path / "mnist.npz"
    if damage == "folder":
        path.mkdir()
    else:
        middle = len(whole) // 3
        path.write_bytes(
            {
                "truncated": whole[:middle],
                "empty": b"",
                "text": b"this is not MNIST",
                "flipped": whole[:middle] + bytes(64) + whole[middle + 64 :],
            }[damage]
        )
    with pytest.raises(StudioError) as caught:
        read_mnist(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy is not None


def test_a_broken_file_is_reported_and_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLP_STUDIO_DATA", str(tmp_path))
    (tmp_path / "mnist.npz").write_bytes(b"broken")
    with pytest.raises(StudioError, match="is broken"):
        load_mnist()


def test_download_is_checked_and_kept(
    tmp_path: Path, server: tuple[str, type[Handler]], whole: bytes
) -> None:
    url, handler = server
    handler.content = whole
    told: list[tuple[float, Text]] = []
    arrays = download_mnist(tmp_path / "new", lambda share, what: told.append((share, what)), url)
    assert arrays.x_test.shape == (10_000, 28, 28)
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["mnist.npz"]
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] > 0.9


def test_an_interrupted_download_is_resumed(
    tmp_path: Path, server: tuple[str, type[Handler]], whole: bytes
) -> None:
    url, handler = server
    handler.content, handler.cut = whole, len(whole) // 2
    with pytest.raises(StudioError, match="broke off") as caught:
        download_mnist(tmp_path, url=url)
    assert "goes on where it stopped" in str(caught.value)
    assert not (tmp_path / "mnist.npz").exists()
    handler.cut = 0
    download_mnist(tmp_path, url=url)
    assert handler.asked == [None, f"bytes={len(whole) // 2}-"]
    assert (tmp_path / "mnist.npz").read_bytes() == whole


def test_a_server_without_ranges_starts_over(
    tmp_path: Path, server: tuple[str, type[Handler]], whole: bytes
) -> None:
    url, handler = server
    handler.content, handler.ranges = whole, False
    (tmp_path / "mnist.npz.part").write_bytes(b"old rubbish")
    download_mnist(tmp_path, url=url)
    assert (tmp_path / "mnist.npz").read_bytes() == whole


def test_a_part_that_is_whole_already_is_taken(
    tmp_path: Path, server: tuple[str, type[Handler]], whole: bytes
) -> None:
    url, handler = server
    handler.content = whole
    (tmp_path / "mnist.npz.part").write_bytes(whole)
    download_mnist(tmp_path, url=url)
    assert (tmp_path / "mnist.npz").read_bytes() == whole


def test_cancelling_keeps_what_came(
    tmp_path: Path, server: tuple[str, type[Handler]], whole: bytes
) -> None:
    url, handler = server
    handler.content = whole

    def progress(share: float, what: Text) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        download_mnist(tmp_path, progress, url)
    part = tmp_path / "mnist.npz.part"
    assert 0 < part.stat().st_size < len(whole)
    download_mnist(tmp_path, url=url)
    assert handler.asked[1] is not None
    assert not part.exists()


def test_wrong_content_is_not_kept(tmp_path: Path, server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    handler.content = b"<html>please log in to the hotel network</html>" * 100
    with pytest.raises(StudioError, match="is not MNIST") as caught:
        download_mnist(tmp_path, url=url)
    assert "built-in digits" in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_too_much_is_refused(
    tmp_path: Path, server: tuple[str, type[Handler]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, handler = server
    handler.content = bytes(100_000)
    monkeypatch.setattr(mnist, "MAX_BYTES", 50_000)
    with pytest.raises(StudioError, match="can't be right"):
        download_mnist(tmp_path, url=url)


def test_no_network_offers_the_builtin_digits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MLP_STUDIO_DATA", raising=False)
    monkeypatch.setenv("MLP_STUDIO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(StudioError, match="could not be fetched") as caught:
        load_mnist(url="http://127.0.0.1:9/mnist.npz")
    assert "built-in digits" in str(caught.value)


def test_a_server_error_is_told(tmp_path: Path, server: tuple[str, type[Handler]]) -> None:
    url, handler = server
    handler.content = b"x"
    (tmp_path / "mnist.npz.part").write_bytes(b"longer than that")
    with pytest.raises(StudioError, match="is not MNIST"):
        download_mnist(tmp_path, url=url)


def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StudioError, match="written into"):
        download_mnist(tmp_path / "file" / "below", url="http://127.0.0.1:9/mnist.npz")
