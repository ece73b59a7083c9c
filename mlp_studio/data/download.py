"""Fetching one file: with progress, resumable, cancellable, never half a file under its name."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from mlp_studio.core.arrays import Progress
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text

TIMEOUT = 10.0  # seconds without an answer
_CHUNK = 64 << 10
_MB = 1e6


def fetch(url: str, path: Path, progress: Progress, *, max_bytes: int, otherwise: Text) -> Path:
    """Fetch `url` and return the file it lies in, ``path`` plus ``.part``.

    Where that file exists already, only what it lacks is asked for. When `progress`
    raises `Cancelled` or the connection breaks, it stays for the next try. The caller
    checks what came and gives it its name.

    Parameters
    ----------
    url : str
        What to fetch.
    path : Path
        Where it is to be in the end.
    progress : Progress
        Told the share fetched.
    max_bytes : int
        More than this is refused.
    otherwise : Text
        What a person can do when it does not work.

    Raises
    ------
    StudioError
        When the network does not answer, breaks off or sends too much.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        file = part.open("ab")
    except OSError as error:
        raise _unwritable(part.parent, error, otherwise) from error
    progress(0.0, text("Asking for {file}", file=path.name))
    with file:
        have = file.tell()
        try:
            response = _open(url, have)
        except urllib.error.HTTPError as error:
            with error:
                if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and have:
                    return part  # whole already, or of another file: the caller's check decides
                detail = f"{error.code} {error.reason}"
            raise _no_answer(url, detail, otherwise) from error
        except urllib.error.URLError as error:
            raise _no_answer(url, str(error.reason), otherwise) from error
        except (OSError, http.client.HTTPException) as error:
            raise _no_answer(url, str(error), otherwise) from error
        with response:
            if response.status != http.HTTPStatus.PARTIAL_CONTENT:
                have = 0
                file.truncate(0)
            total = _total(response, have)
            if max(total or 0, have) > max_bytes:
                raise _too_much(url, max_bytes, otherwise)
            for piece in _pieces(response, url, otherwise):
                have += len(piece)
                if have > max_bytes:
                    raise _too_much(url, max_bytes, otherwise)
                try:
                    file.write(piece)
                except OSError as error:
                    raise _unwritable(part.parent, error, otherwise) from error
                progress(
                    min(1.0, have / (total or max_bytes)),
                    text("Fetching {file}: {have} MB", file=path.name, have=round(have / _MB, 1)),
                )
    if total is not None and have < total:
        raise StudioError(
            text(
                "The connection to {url} broke off after {have} of {total} MB.",
                url=url,
                have=round(have / _MB, 1),
                total=round(total / _MB, 1),
            ),
            text("Try again: the download goes on where it stopped."),
        )
    return part


def _open(url: str, have: int) -> http.client.HTTPResponse:
    request = urllib.request.Request(url)
    if have:
        request.add_header("Range", f"bytes={have}-")
    response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=TIMEOUT)
    return response


def _pieces(response: http.client.HTTPResponse, url: str, otherwise: Text) -> Iterator[bytes]:
    while True:
        try:
            piece = response.read1(_CHUNK)  # what has come, without waiting for a full chunk
        except (OSError, http.client.HTTPException) as error:
            raise _no_answer(url, str(error), otherwise) from error
        if not piece:
            return
        yield piece


def _total(response: http.client.HTTPResponse, have: int) -> int | None:
    """Return the size of the whole file, where the server tells it."""
    whole = re.fullmatch(r"bytes \d+-\d+/(\d+)", response.headers.get("Content-Range", ""))
    if whole:
        return int(whole.group(1))
    length = response.headers.get("Content-Length")
    return have + int(length) if length and length.isdigit() else None


def _no_answer(url: str, detail: str, otherwise: Text) -> StudioError:
    return StudioError(
        text("{url} could not be fetched: {detail}.", url=url, detail=detail), otherwise
    )


def _too_much(url: str, max_bytes: int, otherwise: Text) -> StudioError:
    return StudioError(
        text(
            "{url} offers more than {limit} MB, which can't be right.",
            url=url,
            limit=round(max_bytes / _MB),
        ),
        otherwise,
    )


def _unwritable(folder: Path, error: OSError, otherwise: Text) -> StudioError:
    return StudioError(
        text(
            "Nothing can be written into the folder {folder}: {detail}.",
            folder=str(folder),
            detail=error.strerror or str(error),
        ),
        otherwise,
    )
