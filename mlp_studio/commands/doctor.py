"""``mlp-studio doctor``: what there is, what is missing and what to do about it."""

from __future__ import annotations

import os
import platform
import re
import socket
import subprocess
import sys
from importlib import metadata
from typing import Any

from mlp_studio import __version__
from mlp_studio.commands.console import print_json, say
from mlp_studio.data.folders import cache_folder, config_folder, data_folder, named_data_folder
from mlp_studio.data.mnist import candidates

PROBE_SECONDS = 20
PACKAGES = ("PySide6-Essentials", "tensorflow", "keras", "numpy", "pyqtgraph", "scikit-learn")


def doctor_command(*, as_json: bool) -> int:
    """Print versions, devices, folders and what keeps a GPU from being used."""
    report = examine()
    if as_json:
        print_json(report)
        return 0
    for section, content in report.items():
        say(f"{section}:")
        if isinstance(content, dict):
            for name, value in content.items():
                say(f"  {name}: {value}")
        else:
            for item in content:
                say(f"  {item}")
    return 0


def examine() -> dict[str, Any]:
    """Return the whole report."""
    return {
        "versions": {"mlp-studio": __version__, "python": platform.python_version(), **_versions()},
        "system": {"platform": platform.platform(), "cores": os.cpu_count() or 1},
        "devices": _devices(),
        "gpu": _gpu_advice(),
        "data": _data(),
        "display": {"window": display_problem() or "can be opened", "OpenGL": _opengl()},
    }


def display_problem() -> str:
    """Return why no window can be opened, with what to do; empty when one can."""
    if not sys.platform.startswith("linux"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    display = os.environ.get("DISPLAY", "")
    if not display:
        what = "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    elif not _answers(display):
        what = f"No display answers at DISPLAY={display}"
    else:
        return ""
    return (
        f"{what}: start MLP Studio in a desktop session, or under “xvfb-run”, or use its "
        "commands, such as “mlp-studio train”."
    )


def _answers(display: str) -> bool:
    """Return whether a display on this machine can be connected to; others are believed."""
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is None:
        return True
    place = f"/tmp/.X11-unix/X{local[1]}"  # where X servers listen, always
    for address in (place, f"\0{place}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            if probe.connect_ex(address) == 0:
                return True
    return False


def _opengl() -> str:
    """Return OpenGL's version, asked for in a process that a broken driver may crash."""
    if display_problem():
        return "not looked for without a display"
    probe = [sys.executable, "-m", "mlp_studio.ui.opengl_probe"]
    try:
        answer = subprocess.run(
            probe, capture_output=True, text=True, timeout=PROBE_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {PROBE_SECONDS} s; 3-D views will be drawn without it"
    if answer.returncode or not answer.stdout.strip():
        return "not available; 3-D views will be drawn without it"
    return answer.stdout.strip()


def _versions() -> dict[str, str]:
    found = {}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found


def _devices() -> list[dict[str, str]]:
    from mlp_studio.engine.devices import describe_devices

    return [
        {"name": device.name, "kind": device.kind, "description": device.description}
        for device in describe_devices()
    ]


def _gpu_advice() -> dict[str, Any]:
    """Return which graphics cards there are, whether one is used, and if not, why."""
    from mlp_studio.engine.devices import gpu_facts, why_no_gpu

    facts = gpu_facts()
    found: dict[str, Any] = {
        "cards": [card.title for card in facts.cards],
        "NVIDIA driver": facts.driver or "not found",
        "CUDA of TensorFlow": facts.build.cuda or "none",
    }
    why = why_no_gpu()
    return {**found, "used": "yes"} if why is None else {**found, "used": "no", "why": str(why)}


def _data() -> dict[str, str]:
    found = [path for path in candidates() if path.is_file()]
    return {
        "MLP_STUDIO_DATA": str(named_data_folder() or "not set"),
        "data folder": str(data_folder()),
        "cache": str(cache_folder()),
        "settings": str(config_folder()),
        "MNIST": str(found[0]) if found else "not found; it is downloaded when it is needed",
    }
