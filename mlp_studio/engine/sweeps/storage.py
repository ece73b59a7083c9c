"""Where studies are kept: SQLite, a database server, or a journal file."""

from __future__ import annotations

import importlib.util
import re
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import optuna
import sqlalchemy
from sqlalchemy.engine import make_url

from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import Text, text

JOURNAL = "journal:"
JOURNAL_SUFFIXES = (".log", ".journal")
SQLITE_SUFFIXES = (".db", ".sqlite", ".sqlite3")
BUSY_SECONDS = 60.0  # SQLite waits so long for another process that writes
CONNECT_SECONDS = 10
RACES = (
    sqlalchemy.exc.IntegrityError,
    sqlalchemy.exc.ProgrammingError,
    sqlalchemy.exc.OperationalError,
)
# The drivers to take where the address names none, and what installs them.
DRIVERS = {
    "postgresql": ("psycopg", "psycopg", "psycopg[binary]"),
    "mysql": ("pymysql", "pymysql", "pymysql"),
    "mariadb": ("pymysql", "pymysql", "pymysql"),
}

optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.filterwarnings("ignore", category=optuna.exceptions.ExperimentalWarning)


def open_storage(address: str) -> Any:
    """Return Optuna's storage at `address`.

    Parameters
    ----------
    address : str
        A database's URL such as ``postgresql://user:password@host/name``; ``journal:FILE``
        or a file ending with ``.log`` for a journal; a file ending with ``.db`` for SQLite.

    Raises
    ------
    StudioError
        When it can't be reached, without telling its password.
    """
    with explained(address, ImportError, RuntimeError, ValueError):
        journal = _journal_file(address)
        if journal is not None:
            return _open_journal(journal)
        url = _url(address)
        arguments: dict[str, Any] = {"pool_pre_ping": True}
        backend = url.get_backend_name()
        if backend == "sqlite":
            if url.database:
                Path(url.database).parent.mkdir(parents=True, exist_ok=True)
            arguments["connect_args"] = {"timeout": BUSY_SECONDS}
        else:
            arguments["connect_args"] = {"connect_timeout": CONNECT_SECONDS}
        return _open_database(url.render_as_string(hide_password=False), arguments)


def _open_database(url: str, arguments: dict[str, Any]) -> Any:
    """Return the storage in a database. Who opens it first makes its tables.

    Two computers that do so at the same time get in each other's way: the slower one
    finds the tables there when it tries again.
    """
    for patience in (0.3, 1.0, 3.0, 0.0):
        try:
            storage = optuna.storages.RDBStorage(url, engine_kwargs=arguments)
            if storage.engine.dialect.name == "sqlite":
                _lock_while_reading(storage.engine)
            return storage
        except RACES as error:
            made = any(words in str(error).lower() for words in ("already exists", "duplicate"))
            if not (made and patience):
                raise
        time.sleep(patience)
    raise AssertionError("the last try raises or returns")


def _lock_while_reading(engine: Any) -> None:
    """Let each transaction in SQLite hold the file from its first reading on.

    A process takes a waiting trial by reading that it waits and writing that it runs. SQLite
    knows no locks of rows, so that without this two processes would take the same trial.
    """
    engine.dispose()  # the connections that are there begin their transactions too late

    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # no transaction but the one below

    def begun(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    sqlalchemy.event.listen(engine, "connect", connected)
    sqlalchemy.event.listen(engine, "begin", begun)


def close_storage(storage: Any) -> None:
    """Close the connections of a storage."""
    if isinstance(storage, optuna.storages.RDBStorage):
        storage.remove_session()
        storage.engine.dispose()


def shown(address: str) -> str:
    """Return an address as people may read it: without its password."""
    try:
        return str(_url(address).render_as_string(hide_password=True))
    except (sqlalchemy.exc.ArgumentError, StudioError):
        return re.sub(r"(://[^:/@]*:)[^@]*@", r"\1***@", address)


TROUBLES = (sqlalchemy.exc.SQLAlchemyError, optuna.exceptions.StorageInternalError, OSError)


@contextmanager
def explained(address: str, *more: type[Exception]) -> Iterator[None]:
    """Turn what a storage may raise, and errors of these types, into a sentence.

    It never tells the password.
    """
    try:
        yield
    except BrokenPipeError:  # of a pipe to another process, no storage
        raise
    except (*TROUBLES, *more) as error:
        # From None: a traceback of the cause would show the password.
        raise _unreachable(address, error) from None


def _unreachable(address: str, error: BaseException) -> StudioError:
    cause = error.__cause__ if isinstance(error, optuna.exceptions.StorageInternalError) else None
    words = str(getattr(cause or error, "orig", None) or cause or error)
    reason = " ".join(words.split("\n", 1)[0].split()).rstrip(".") or type(error).__name__
    return StudioError(
        text(
            "The storage {address} can't be used: {reason}.",
            address=shown(address),
            reason=_without_password(reason, address),
        ),
        text("Check the address, that its server runs, and that you may write there."),
    )


def _without_password(words: str, address: str) -> str:
    words = words.replace(address, shown(address))
    try:
        password = make_url(address).password
    except sqlalchemy.exc.ArgumentError:
        found = re.search(r"://[^:/@]*:([^@]*)@", address)
        password = found[1] if found else None
    return words.replace(str(password), "***") if password else words


def _url(address: str) -> Any:
    """Return the parsed URL, with a driver that is installed."""
    if "://" not in address:
        if address.endswith(SQLITE_SUFFIXES):
            return sqlalchemy.engine.URL.create("sqlite", database=str(Path(address).absolute()))
        raise _no_address(address)
    try:
        url = make_url(address)
    except (sqlalchemy.exc.ArgumentError, ValueError):
        raise _no_address(address) from None
    name = "postgresql" if url.drivername == "postgres" else url.drivername
    if name in DRIVERS:
        driver, module, package = DRIVERS[name]
        if importlib.util.find_spec(module) is None:
            raise StudioError(
                text("{database} needs a driver that is not installed.", database=name),
                text("Install it with pip install {package}.", package=package),
            )
        url = url.set(drivername=f"{name}+{driver}")
    return url


def _no_address(address: str) -> StudioError:
    hidden: Text | str = re.sub(r"(://[^:/@]*:)[^@]*@", r"\1***@", address)
    return StudioError(
        text("“{address}” is no storage.", address=hidden),
        text(
            "Give postgresql://USER@HOST/NAME, mysql://USER@HOST/NAME, a file ending with .db "
            "for SQLite, or journal:FILE."
        ),
    )


def _journal_file(address: str) -> Path | None:
    if address.startswith(JOURNAL):
        return Path(address.removeprefix(JOURNAL))
    if "://" not in address and address.endswith(JOURNAL_SUFFIXES):
        return Path(address)
    return None


def _open_journal(file: Path) -> Any:
    from optuna.storages.journal import JournalFileBackend, JournalFileOpenLock, JournalStorage

    file.parent.mkdir(parents=True, exist_ok=True)
    # A lock by creating a file works on network drives and on every system.
    lock = JournalFileOpenLock(str(file))
    return JournalStorage(JournalFileBackend(str(file), lock_obj=lock))
