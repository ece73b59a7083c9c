"""Sets the project up and runs or tests it: ``python3 packaging/dev.py run | test``.

``run`` opens the program and hands it all further arguments. ``test`` runs every
check; arguments after ``--`` go to pytest. Both make ``.venv`` first, with the
pinned packages and the system libraries that Qt needs. Standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import system_libraries
from system_libraries import say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "mlp-studio-stamp.json"  # written last: what the environment was made from
UNFINISHED = VENV / "mlp-studio-unfinished"  # there while pip puts files in place
LOG = VENV / "mlp-studio-install.log"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
PACKAGE_LINE = re.compile(
    r"(?:Collecting |Requirement already satisfied: |Processing \S*/)([\w.]+(?:-[A-Za-z][\w.]*)*)"
)
OLDEST, NEWEST = (3, 11), (3, 13)
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


class SetupError(Exception):
    """The environment can't be made; the message says what to do."""


def main(arguments: list[str]) -> int:
    """Run the command given on the command line and return the exit status."""
    if not arguments or arguments[0] not in {"run", "test"}:
        say("Usage: python3 packaging/dev.py run [arguments of the program]")
        say("       python3 packaging/dev.py test [-- arguments of pytest]")
        return 2
    command, rest = arguments[0], arguments[1:]
    if command == "test" and rest[:1] == ["--"]:
        rest = rest[1:]
    try:
        make_environment(DEVELOPMENT if command == "test" else RUNTIME)
        system_libraries.ensure(qt_folder(), display_server=command == "test")
        return run(rest) if command == "run" else test(rest)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Interrupted.")
        return 130


def make_environment(requirements: str) -> None:
    """Make ``.venv`` hold the packages pinned in `requirements`; instant when it does."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise SetupError(wrong_python())
    stamps = read_stamps()
    works = environment_works()
    if works and stamps.get(requirements) == digest(requirements):
        return
    STAMP.unlink(missing_ok=True)
    if not works:
        create_environment()
        stamps = {}
    install(requirements)
    true = {name for name in (RUNTIME, DEVELOPMENT) if stamps.get(name) == digest(name)}
    true |= {RUNTIME, requirements}  # each includes the former
    scratch = STAMP.with_suffix(".tmp")
    scratch.write_text(json.dumps({name: digest(name) for name in sorted(true)}))
    scratch.replace(STAMP)


def wrong_python() -> str:
    """Return what to say when this Python is too old or too new."""
    found = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = [name for name in found if shutil.which(name) and _starts(name)]
    remedy = (
        f"Use the one you have: {found[0]} packaging/dev.py {' '.join(sys.argv[1:])}"
        if found
        else "Install one of them, from your system's packages or https://www.python.org/downloads/"
    )
    return f"MLP Studio needs Python 3.11, 3.12 or 3.13; this is {VERSION}. {remedy}"


def _starts(python: str) -> bool:
    # A version manager may put names on the path which only complain.
    answer = subprocess.run([python, "-c", ""], capture_output=True, check=False)
    return answer.returncode == 0


def read_stamps() -> dict[str, str]:
    """Return the digest of each requirements file that the environment was made from."""
    try:
        stamps = json.loads(STAMP.read_text())
    except (OSError, ValueError):  # none, or cut short: then nothing is known to be installed
        return {}
    return stamps if isinstance(stamps, dict) else {}


def digest(requirements: str) -> str:
    """Return a digest of a requirements file, of those it includes and of Python's version."""
    names = dict.fromkeys([RUNTIME, requirements])
    pins = b"".join((ROOT / "packaging" / name).read_bytes() for name in names)
    return hashlib.sha256(VERSION.encode() + pins).hexdigest()


def environment_works() -> bool:
    """Return whether ``.venv`` has a Python of this version and pip, and no torn package."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    probe = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.strip() == VERSION


def create_environment() -> None:
    """Make ``.venv`` anew."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        # Debian and Ubuntu keep the module in a package of its own.
        package = f"python{VERSION}-venv"
        if shutil.which("apt-get") is None:
            raise SetupError("This Python has no venv module. Install it and try again.")
        if not system_libraries.apt_install([package]):
            raise SetupError("Python's venv module is missing: install it and try again.")
    if VENV.exists():
        say(f"Removing the unfinished or outdated {VENV}")
        shutil.rmtree(VENV)
    say(f"Making {VENV} with Python {VERSION}")
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([base, "-m", "venv", str(VENV)], check=False)
    if made.returncode != 0:
        raise SetupError(f"Python could not make {VENV}. Its message is above.")


def install(requirements: str) -> None:
    """Install the pinned packages, a line for each."""
    file = ROOT / "packaging" / requirements
    names = dict.fromkeys([RUNTIME, requirements])
    pins = "\n".join((ROOT / "packaging" / name).read_text(encoding="utf-8") for name in names)
    total = len(re.findall(r"^[\w.\-]+==", pins, re.MULTILINE))
    say(f"Installing {total} pinned packages (2 GB with TensorFlow; minutes on the first day)")
    started = time.monotonic()
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--progress-bar=off"]
    command += ["--disable-pip-version-check", "--only-binary=:all:", "-r", str(file)]
    seen = 0
    lines: list[str] = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line.rstrip())
            match = PACKAGE_LINE.match(line)
            if match and seen < total:
                seen += 1
                say(f"  {seen:2d}/{total}  {match[1]}")
            elif line.startswith("Installing collected packages"):
                UNFINISHED.touch()  # pip takes a package cut short for a whole one
                say("  putting them in place (a minute or two)")
    LOG.write_text("\n".join(lines), encoding="utf-8")
    if pip.returncode != 0:
        tail = "\n".join(lines[-15:])
        raise SetupError(
            f"{tail}\nThe packages could not be installed; the whole record is in {LOG}. "
            "Check the network and the free disk space, then run the same command again."
        )
    UNFINISHED.unlink(missing_ok=True)
    say(f"Installed in {time.monotonic() - started:.0f} s")


def qt_folder() -> Path:
    """Return where the environment keeps Qt's libraries and plugins."""
    if os.name == "nt":
        return VENV / "Lib" / "site-packages" / "PySide6"
    return VENV / "lib" / f"python{VERSION}" / "site-packages" / "PySide6" / "Qt"


def run(arguments: list[str]) -> int:
    """Start the program from the working directory it was asked for in."""
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    # -P: a file random.py in the working directory must not stand in for Python's own.
    command = [str(PYTHON), "-P", "-m", "mlp_studio", *arguments]
    if os.name == "posix":
        os.execve(command[0], command, environment)  # signals reach the program itself
    return subprocess.run(command, env=environment, check=False).returncode


def test(arguments: list[str]) -> int:
    """Run every check, the later ones too when one fails; pytest's last line comes last."""
    environment = dict(os.environ)
    if sys.platform.startswith("linux") and not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    python = str(PYTHON)
    checks = {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [str(BIN / "lint-imports")],
        "pytest": [python, "-m", "pytest", *arguments],
    }
    failed: list[str] = []
    results: list[str] = []
    for name, command in checks.items():
        if name == "pytest":
            say("\n" + "\n".join(results))
        say(f"\n== {name}")
        started = time.monotonic()
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        word = "ok" if status == 0 else "FAILED"
        results.append(f"{name:14s}{word:8s}{time.monotonic() - started:6.1f} s")
        if status != 0:
            failed.append(name)
    if failed:
        say(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


def has_display() -> bool:
    """Return whether windows can be shown."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
