"""Finds what Qt needs from a Linux system, by asking the loader, and installs it where it may."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

# The loader names a library by its file; Debian and Ubuntu ship that file in a package.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
QT_FILES = (
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqoffscreen.so",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6OpenGLWidgets.so.6",
    "lib/libQt6Svg.so.6",
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def ensure(qt: Path, *, display_server: bool) -> None:
    """See to the libraries, fonts and (for tests) the X server which the system lacks.

    Installs them with apt-get where the user is root on Debian or Ubuntu, else
    prints the command that does; never raises, as parts of the program work without.

    Parameters
    ----------
    qt : Path
        PySide6's ``Qt`` folder.
    display_server : bool
        Whether Xvfb is wanted too.
    """
    if not sys.platform.startswith("linux"):
        return
    libraries = missing_libraries(qt)
    packages = {DEBIAN_PACKAGES[name] for name in libraries if name in DEBIAN_PACKAGES}
    unknown = [name for name in libraries if name not in DEBIAN_PACKAGES]
    if display_server and shutil.which("Xvfb") is None:
        packages.add("xvfb")
    fonts = set() if has_font("Inter") else {"fonts-inter"}
    if unknown:
        say(f"Qt needs libraries which this system lacks: {', '.join(unknown)}")
    if shutil.which("apt-get") is None:
        if libraries:
            say_other_systems(libraries)
        return
    if has_font(""):
        # Only Inter is missing: worth installing where it costs nobody a thing, not worth a word.
        wanted = packages | fonts if os.geteuid() == 0 else packages
    else:
        wanted = packages | fonts
    if wanted:
        apt_install(sorted(wanted))


def missing_libraries(qt: Path) -> list[str]:
    """Return the files which the loader doesn't find for Qt's window and offscreen platforms."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return []
    missing = set()
    for file in (qt / name for name in QT_FILES):
        if not file.exists():
            continue
        answer = subprocess.run([ldd, str(file)], capture_output=True, text=True, check=False)
        for line in answer.stdout.splitlines():
            name, arrow, where = line.strip().partition(" => ")
            if arrow and where.startswith("not found"):
                missing.add(name)
    return sorted(missing)


def has_font(family: str) -> bool:
    """Return whether a font file whose name begins with `family` is installed."""
    for folder in FONT_FOLDERS:
        for pattern in (f"{family}*.[ot]tf", f"{family}*.ttc"):
            if next(Path(folder).expanduser().rglob(pattern), None) is not None:
                return True
    return False


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages as root, or print the command; return whether they are there."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        say("The system lacks packages which the program needs. Install them with:")
        say(f"    sudo apt-get update && sudo {shlex.join(install)}")
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], install):
        answer = subprocess.run(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if answer.returncode != 0:
            say("\n".join(answer.stdout.splitlines()[-8:]))
            say(f"This command failed: {shlex.join(command)}")
    # An update may fail for one source of several: only the last command decides.
    return answer.returncode == 0


def say_other_systems(libraries: list[str]) -> None:
    """Print how to get libraries where there is no apt-get."""
    if shutil.which("dnf") is not None:
        capabilities = [f"{name}()(64bit)" for name in libraries]
        say("The system lacks libraries which Qt needs. Install them with:")
        say(f"    sudo {shlex.join(['dnf', 'install', *capabilities])}")
    else:
        say("Install the packages of your system which provide these libraries for Qt:")
        say(f"    {' '.join(libraries)}")


def say(line: str) -> None:
    """Print a line for people; standard output belongs to the program."""
    print(line, file=sys.stderr, flush=True)
