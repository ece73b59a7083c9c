"""A PostgreSQL server for a test, started where one is installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "Secret-of-the-test"


def tool(name: str) -> str | None:
    """Return the path of one of the server's programs."""
    found = shutil.which(name)
    if found:
        return found
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(places[-1]) if places else None


def missing() -> str:
    """Return why no server can be started; empty where one can."""
    if tool("initdb") is None or tool("postgres") is None:
        return "PostgreSQL's server is not installed"
    if os.geteuid() == 0 and (shutil.which("setpriv") is None or not _user()):
        return "PostgreSQL refuses root, and there is no user postgres to run it as"
    return ""


@contextmanager
def server() -> Iterator[str]:
    """Start a server on a free port; yield the address of its database."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as name:
        folder = Path(name)
        word = folder / "word"
        word.write_text(PASSWORD)
        if os.geteuid() == 0:
            for path in (folder, word):
                shutil.chown(path, "postgres", "postgres")
        data = str(folder / "data")
        _run("initdb", "-D", data, "-U", "ann", "-A", "scram-sha-256", f"--pwfile={word}",
             "--no-sync")  # fmt: skip
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        _run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://ann:{PASSWORD}@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _user() -> bool:
    import pwd

    return any(entry.pw_name == "postgres" for entry in pwd.getpwall())


def _run(name: str, *arguments: str) -> None:
    program = tool(name)
    assert program is not None
    as_user = []
    if os.geteuid() == 0:
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    subprocess.run(
        [*as_user, program, *arguments],
        check=True, cwd="/tmp", stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
