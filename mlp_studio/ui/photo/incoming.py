"""Pictures that are dropped or pasted, in whatever form they come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.studio.architectures import SUFFIXES
from mlp_studio.ui.photo.opened import Source

STROKES = (".json", ".gz")  # files of strokes
# As they are, before Qt would decode them: a picture far too big is refused unread.
RAW = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff")


def may_hold_pictures(mime: QMimeData) -> bool:
    """Return whether something that is dragged here could be a picture.

    Projects and networks are the whole window's to open, strokes the canvas's.
    """
    local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if local:
        others = {*SUFFIXES, *STROKES}
        return any(path.suffix.lower() not in others for path in local)
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(kind) for kind in RAW)


def sources_in(mime: QMimeData) -> list[Source]:
    """Return the pictures that are dropped or pasted: files, else the picture itself.

    Raises
    ------
    StudioError
        When there is none, or only the address of one.
    """
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        return [Source(path.name, path) for path in paths]
    data = _picture_bytes(mime)
    if data:
        name = QCoreApplication.translate("incoming", "Pasted picture")
        return [Source(name, Path(name), data)]
    if mime.hasUrls():
        raise StudioError(
            text("A picture on the web is not fetched: {address}.", address=_short(mime.urls()[0])),
            text("Save it as a file first, or copy the picture itself and paste it."),
        )
    raise StudioError(
        text("There is no picture to paste."),
        text("Copy a picture, or a picture file, and paste it then."),
    )


def _picture_bytes(mime: QMimeData) -> bytes:
    for url in mime.urls():
        if url.scheme() == "data" and url.path().startswith("image/"):
            words, _, packed = url.path().partition(",")
            if words.endswith(";base64"):
                from PySide6.QtCore import QByteArray

                return bytes(QByteArray.fromBase64(packed.encode()).data())
    for kind in RAW:
        if mime.hasFormat(kind):
            data = bytes(mime.data(kind).data())
            if data:
                return data
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes
    return bytes(buffer.data().data())


def _short(url: QUrl) -> str:
    words = url.toString()
    return words if len(words) <= 60 else f"{words[:57]}…"
