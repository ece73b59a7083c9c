"""Zip files that grow: what is new is put behind what is there, and a crash loses nothing.

A zip file ends with its directory. What is added goes behind that directory, and a new one
behind what was added; the old directory stays where it is until the new one is whole and
on the disk. Where the end of a file is torn, the last whole directory still holds. What is
no longer named takes room until there is so much of it that the file is written anew.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from mlp_studio.storage.files import replacing, unwritable

DATE = (2020, 1, 1, 0, 0, 0)  # the same contents give the same file
LEAST_WASTE = 8 << 20  # bytes of what is no longer named before a file is written anew
_END = struct.Struct("<4s4H2LH")  # the end record of a zip file, without comment
_MARK = b"PK\x05\x06"
_FAR = 0xFFFFFFFF  # a place that only the records of large files can tell
_FAR_END = struct.Struct("<4sQ2H2L4Q")
_FAR_MARK = b"PK\x06\x06"
_LOCATOR = 20  # bytes between a large file's record and the end record
_BLOCK = 1 << 20
_OVERHEAD = 30 + 46  # bytes of a member's two headers, without its names

Member = bytes | Path
"""What a member holds: the bytes themselves, or the file that has them."""


class _Head(io.RawIOBase):
    """The first bytes of a file, as if it ended there."""

    def __init__(self, file: IO[bytes], length: int) -> None:
        super().__init__()
        self._file, self._length, self._at = file, length, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        place = (0, self._at, self._length)[whence] + offset
        if place < 0:
            raise OSError(f"a place before the beginning. Received: {place}")
        self._at = place
        return place

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        self._file.seek(self._at)
        found = self._file.read(min(len(view), max(0, self._length - self._at)))
        view[: len(found)] = found
        self._at += len(found)
        return len(found)


def whole_length(file: IO[bytes]) -> int:
    """Return how much of an open zip file was completely written.

    All of it, unless the last change to it was torn. That of a file without any directory
    is all of it too: whoever opens it says what is wrong.
    """
    size = file.seek(0, os.SEEK_END)
    for end in _ends(file, size):
        try:
            with zipfile.ZipFile(_head(file, end)):
                return end
        except zipfile.BadZipFile:
            continue
    return size


def _head(file: IO[bytes], length: int) -> IO[bytes]:
    return io.BufferedReader(_Head(file, length), _BLOCK // 16)


def _ends(file: IO[bytes], size: int) -> Iterator[int]:
    """Yield where a directory may end, the last first."""
    high = size
    while high > 0:
        low = max(0, high - _BLOCK)
        file.seek(low)
        block = file.read(min(size, high + _END.size - 1) - low)
        place = block.rfind(_MARK)
        while place >= 0:
            if low + place < high and _is_end(file, low + place, size):
                yield low + place + _END.size
            place = block.rfind(_MARK, 0, place)
        high = low


def _is_end(file: IO[bytes], place: int, size: int) -> bool:
    """Return whether an end record lies here, and the directory right before it."""
    if place + _END.size > size:
        return False
    file.seek(place)
    *_, length, start, comment = _END.unpack(file.read(_END.size))
    if comment:
        return False
    if _FAR not in {start, length}:
        return bool(start + length == place)
    far = place - _LOCATOR - _FAR_END.size
    if far < 0:
        return False
    file.seek(far)
    mark, *_, length, start = _FAR_END.unpack(file.read(_FAR_END.size))
    return bool(mark == _FAR_MARK and start + length == far)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open the last whole state of a zip file."""
    with path.open("rb") as file:
        end, size = whole_length(file), file.seek(0, os.SEEK_END)
        file.seek(0)
        with zipfile.ZipFile(file if end == size else _head(file, end)) as archive:
            yield archive


def write_new(
    path: Path,
    members: Mapping[str, tuple[Member, int]],
    base: Path | None = None,
    keep: Collection[str] = (),
) -> None:
    """Write a file anew, in place of what was there once it is whole.

    Parameters
    ----------
    path : Path
        The file.
    members : dict of str to (bytes or Path, int)
        What it gets by name, and the method of compression.
    base : Path, optional
        A file from which members are taken over; may be `path` itself.
    keep : collection of str
        Which; those that `members` has too are not taken.

    Raises
    ------
    StudioError
        When it can't be written.
    """
    with replacing(path) as file, zipfile.ZipFile(file, "w") as archive:
        for name, (member, method) in members.items():
            _add(archive, name, member, method)
        if base is not None and keep:
            with reading(base) as source:
                for name in keep:
                    if name not in members:
                        _take_over(archive, source, name)


def write_on(
    path: Path,
    members: Mapping[str, tuple[Member, int]],
    keep: Collection[str],
) -> None:
    """Bring a file up to date by writing only what is new.

    Parameters
    ----------
    path : Path
        A zip file.
    members : dict of str to (bytes or Path, int)
        What is new or other than before, by name, and the method of compression.
    keep : collection of str
        What stays as it is; all else is no longer named.

    Raises
    ------
    StudioError
        When it can't be written; what was there before is still whole.
    """
    try:
        with path.open("r+b") as file:
            end = whole_length(file)
            file.truncate(end)
            try:
                _write_behind(file, end, members, set(keep) - members.keys())
            except BaseException:
                file.truncate(end)
                raise
    except OSError as error:
        raise unwritable(path, error) from error


def _write_behind(
    file: IO[bytes], end: int, members: Mapping[str, tuple[Member, int]], keep: Collection[str]
) -> None:
    with zipfile.ZipFile(file, "a") as archive:
        # Otherwise the first member would be written over the directory that still holds.
        archive.start_dir = end
        present = dict(archive.NameToInfo)
        kept = [info for info in archive.filelist if info.filename in keep]
        archive.filelist[:] = kept
        archive.NameToInfo.clear()
        archive.NameToInfo.update({info.filename: info for info in kept})
        for name, (member, method) in members.items():
            if not _is_there(present.get(name), member):
                _add(archive, name, member, method)
            else:
                archive.filelist.append(present[name])
                archive.NameToInfo[name] = present[name]
        archive.comment = b""  # marks it as changed, for where nothing is new but something went
        file.flush()
        os.fsync(file.fileno())  # no directory may name what is not on the disk yet
    file.flush()
    os.fsync(file.fileno())


def wasted(path: Path, live: Collection[str]) -> int:
    """Return how many bytes of a file belong to nothing in `live`."""
    with reading(path) as archive:
        used = sum(
            info.compress_size + _OVERHEAD + 2 * len(info.filename.encode())
            for info in archive.filelist
            if info.filename in live
        )
    return max(0, path.stat().st_size - used)


def _is_there(info: zipfile.ZipInfo | None, member: Member) -> bool:
    """Return whether a member has these bytes already."""
    if info is None or isinstance(member, Path) or len(member) != info.file_size:
        return False
    return zlib.crc32(member) == info.CRC


def _add(archive: zipfile.ZipFile, name: str, member: Member, method: int) -> None:
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type = method
    info.external_attr = 0o644 << 16
    if isinstance(member, bytes):
        archive.writestr(info, member)
        return
    info.file_size = member.stat().st_size
    with member.open("rb") as source, archive.open(info, "w") as target:
        shutil.copyfileobj(source, target, _BLOCK)


def _take_over(target: zipfile.ZipFile, source: zipfile.ZipFile, name: str) -> None:
    found = source.getinfo(name)
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type, info.external_attr = found.compress_type, found.external_attr
    info.file_size = found.file_size
    with source.open(found) as stream, target.open(info, "w") as out:
        shutil.copyfileobj(stream, out, _BLOCK)
