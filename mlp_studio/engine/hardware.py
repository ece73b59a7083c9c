"""Which graphics cards, drivers and libraries there are, found without TensorFlow.

What TensorFlow says of itself comes in as `Build`; `gpu_advice.explain` makes a sentence
of the facts.
"""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

System = Literal["linux", "wsl", "windows", "macos"]
Vendor = Literal["nvidia", "amd", "intel"]

VENDORS: dict[str, Vendor] = {"0x10de": "nvidia", "0x1002": "amd", "0x8086": "intel"}
NAMES: dict[Vendor, str] = {"nvidia": "NVIDIA", "amd": "AMD", "intel": "Intel"}
DISPLAY_CLASS = "0x03"  # of a PCI device: display controllers, compute cards among them
LIBRARIES = ("cudart", "cublas", "cublasLt", "cufft", "cusolver", "cusparse", "cudnn")
SMI_SECONDS = 15
PCI = Path("/sys/bus/pci/devices")
PROCESSOR = Path("/proc/cpuinfo")
DRIVER = Path("/proc/driver/nvidia/version")
WSL_TOOLS = "/usr/lib/wsl/lib"
LIBRARY_FOLDERS = ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")


@dataclass(frozen=True)
class Build:
    """What TensorFlow says of its own build.

    Parameters
    ----------
    cuda : str
        The CUDA version it was built for, such as ``"12.5.1"``; empty without CUDA.
    cudnn : str
        The same of cuDNN, such as ``"9"``.
    """

    cuda: str = ""
    cudnn: str = ""


@dataclass(frozen=True)
class Card:
    """A graphics card: its maker and, where known, its name."""

    vendor: Vendor
    name: str = ""

    @property
    def title(self) -> str:
        """Its name for people, such as ``"NVIDIA GeForce RTX 3060"``."""
        return self.name or NAMES[self.vendor]


@dataclass(frozen=True)
class Facts:
    """What is known of the graphics cards of a computer.

    Parameters
    ----------
    system : {"linux", "wsl", "windows", "macos"}
        The operating system; ``"wsl"`` is Linux inside Windows.
    cards : tuple of Card
        What was found.
    driver : str
        Version of NVIDIA's driver; empty where there is none or it does not tell.
    answers : bool
        Whether ``nvidia-smi`` lists a card.
    visible : str, optional
        ``CUDA_VISIBLE_DEVICES`` where it is set.
    build : Build
        TensorFlow's.
    missing : tuple of str
        CUDA's libraries that could not be found, such as ``"cudnn"``.
    """

    system: System
    cards: tuple[Card, ...] = ()
    driver: str = ""
    answers: bool = False
    visible: str | None = None
    build: Build = Build()
    missing: tuple[str, ...] = ()


def main_version(version: str) -> int:
    """Return the main number of a version; 0 where there is none."""
    found = re.match(r"\d+", version)
    return int(found[0]) if found else 0


def probe(build: Build) -> Facts:
    """Return the facts about this computer; asks ``nvidia-smi``, which may take a second."""
    system = _system()
    names = _smi_names(system)
    cards = [Card("nvidia", name) for name in names]
    if system == "linux":
        cards += [Card(v) for v in _pci_vendors(PCI) if v != "nvidia" or not names]
    linux = system in {"linux", "wsl"}
    return Facts(
        system=system,
        cards=tuple(cards),
        driver=_driver_version(DRIVER) or (_smi_driver(system) if names else ""),
        answers=bool(names),
        visible=os.environ.get("CUDA_VISIBLE_DEVICES"),
        build=build,
        missing=_missing_libraries(build) if linux and build.cuda else (),
    )


def processor_flags() -> frozenset[str]:
    """Return what the processor can do, by Linux's names; empty where it is not told."""
    try:
        words = PROCESSOR.read_text()
    except OSError:
        return frozenset()
    found = re.search(r"^flags\s*:(.*)$", words, re.MULTILINE)
    return frozenset(found[1].split()) if found else frozenset()


def _system() -> System:
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "macos"
    return "wsl" if "microsoft" in platform.release().lower() else "linux"


def _pci_vendors(folder: Path) -> list[Vendor]:
    """Return the maker of each display controller that the kernel lists."""
    found = []
    for device in sorted(folder.glob("*")):
        try:
            kind, vendor = (device / "class").read_text(), (device / "vendor").read_text().strip()
        except OSError:  # unplugged while we read, or not for us to see
            continue
        if kind.startswith(DISPLAY_CLASS) and vendor in VENDORS:
            found.append(VENDORS[vendor])
    return found


def _driver_version(file: Path) -> str:
    """Return the version of NVIDIA's kernel driver; empty where it is not loaded."""
    try:
        words = file.read_text()
    except OSError:
        return ""
    found = re.search(r"Kernel Module.*?\s(\d+\.\d[\d.]*)", words)
    return found[1] if found else ""


def _smi(system: System, *arguments: str) -> str:
    """Return what ``nvidia-smi`` prints; empty where it is missing or fails."""
    tool = shutil.which("nvidia-smi")
    if tool is None and system == "wsl":
        tool = shutil.which("nvidia-smi", path=WSL_TOOLS)
    if tool is None:
        return ""
    try:
        answer = subprocess.run(
            [tool, *arguments], capture_output=True, text=True, timeout=SMI_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout if answer.returncode == 0 else ""


def _smi_names(system: System) -> list[str]:
    return re.findall(r"^GPU \d+: (.+?)(?: \(UUID: .*\))?$", _smi(system, "-L"), re.MULTILINE)


def _smi_driver(system: System) -> str:
    asked = _smi(system, "--query-gpu=driver_version", "--format=csv,noheader").split()
    return asked[0] if asked else ""


def _missing_libraries(build: Build) -> tuple[str, ...]:
    """Return which of CUDA's libraries TensorFlow would not find."""
    folders = [folder for folder in _library_folders() if folder.is_dir()]
    files = {file.name for folder in folders for file in folder.glob("lib*.so*")}
    versions = {"cudart": build.cuda, "cublas": build.cuda, "cudnn": build.cudnn}

    def there(library: str) -> bool:
        wanted = re.compile(
            rf"lib{library}\.so\.{main_version(versions.get(library, '')) or '[0-9]+'}\b"
        )
        known = ctypes.util.find_library(library) or ""
        return any(wanted.match(name) for name in (*files, known))

    return tuple(library for library in LIBRARIES if not there(library))


def _library_folders() -> Iterator[Path]:
    spec = importlib.util.find_spec("nvidia")  # the wheels that tensorflow[and-cuda] brings
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield from Path(place).glob("*/lib")
    for name in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep):
        if name:
            yield Path(name)
    yield from Path("/usr/local").glob("cuda*/lib64")
    yield from map(Path, LIBRARY_FOLDERS)
