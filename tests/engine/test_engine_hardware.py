"""Why a GPU is not used: from the facts to the sentence, and the facts of this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mlp_studio.engine import hardware
from mlp_studio.engine.gpu_advice import explain
from mlp_studio.engine.hardware import Build, Card, Facts, probe

GPU_BUILD = Build("12.5.1", "9")
RTX = Card("nvidia", "NVIDIA GeForce RTX 3060")
READY = Facts("linux", (RTX,), "550.54.14", answers=True, build=GPU_BUILD)
INSTALL = "pip install “mlp-studio[gpu]”"

CASES = {
    "libraries missing": (
        replace(READY, missing=("cudnn", "cublas")),
        ["GeForce RTX 3060", "libraries are missing (cudnn, cublas)", INSTALL],
    ),
    "libraries missing inside WSL": (
        replace(READY, system="wsl", missing=("cudnn",)), ["are missing (cudnn)", INSTALL],
    ),
    "wheel without CUDA": (
        replace(READY, build=Build()),
        ["without CUDA", "uninstall tensorflow-cpu", "mlp-studio[gpu]"],
    ),
    "no driver": (
        Facts("linux", (Card("nvidia"),), build=GPU_BUILD), ["NVIDIA has no driver", "Install"],
    ),
    "driver loaded, card silent": (
        replace(READY, answers=False), ["driver 550.54.14 is loaded", "--gpus all", "restart"],
    ),
    "driver of a container without its card": (
        Facts("linux", (), "550.54.14", build=GPU_BUILD), ["NVIDIA does not answer", "--gpus all"],
    ),
    "driver too old": (
        replace(READY, driver="470.182"), ["driver 470.182", "too old", "525 or newer"],
    ),
    "hidden": (replace(READY, visible=""), ["RTX 3060 is hidden", "“”", "Unset"]),
    "hidden by -1": (replace(READY, visible="-1"), ["is hidden", "“-1”"]),
    "nothing is wrong, yet refused": (READY, ["550.54.14", "older", "TF_CPP_MIN_LOG_LEVEL=0"]),
    "another card is visible": (replace(READY, visible="1"), ["refuses"]),
    "AMD": (Facts("linux", (Card("amd"),), build=GPU_BUILD), ["AMD is not used", "CPU suits"]),
    "Intel": (Facts("linux", (Card("intel"),), build=GPU_BUILD), ["Intel is not used"]),
    "NVIDIA beside Intel": (
        replace(READY, cards=(Card("intel"), RTX), missing=("cudnn",)), ["RTX 3060", INSTALL],
    ),
    "no card": (Facts("linux", build=GPU_BUILD), ["No graphics card", "CPU"]),
    "WSL without a card": (Facts("wsl", build=GPU_BUILD), ["in Windows, not in WSL"]),
    "Windows with NVIDIA": (
        replace(READY, system="windows", build=Build()),
        ["Windows itself", "RTX 3060", "wsl --install"],
    ),
    "Windows": (Facts("windows"), ["Windows itself", "WSL 2"]),
    "macOS": (Facts("macos"), ["macOS", "nothing needs to be done"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_cause_is_told_with_what_to_do(case: str) -> None:
    facts, wanted = CASES[case]
    words = str(explain(facts))
    for part in wanted:
        assert part in words
    assert "{" not in words


def test_each_cause_has_a_sentence_of_its_own() -> None:
    same_cause = {
        "libraries missing inside WSL", "hidden by -1", "driver of a container without its card",
        "another card is visible", "Intel", "NVIDIA beside Intel",
    }  # fmt: skip
    sources = [
        explain(facts).source for case, (facts, _) in CASES.items() if case not in same_cause
    ]
    assert len(set(sources)) == len(sources)


def test_cards_are_read_from_the_list_of_pci_devices(tmp_path: Path) -> None:
    devices = {
        "0000:00:02.0": ("0x030000", "0x8086"),
        "0000:01:00.0": ("0x030200", "0x10de"),  # a compute card without a display
        "0000:01:00.1": ("0x040300", "0x10de"),  # its sound
        "0000:02:00.0": ("0x030000", "0x1234"),  # a virtual screen
    }
    for name, (kind, vendor) in devices.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "class").write_text(kind + "\n")
        (tmp_path / name / "vendor").write_text(vendor + "\n")
    (tmp_path / "0000:03:00.0").mkdir()  # half gone
    assert hardware._pci_vendors(tmp_path) == ["intel", "nvidia"]
    assert hardware._pci_vendors(tmp_path / "none") == []


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.129.03  Thu Oct 19 18:56:32 UTC 2023",
         "535.129.03"),
        ("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.15  Release Build",
         "570.86.15"),
        ("something else", ""),
    ],
)  # fmt: skip
def test_the_drivers_version_is_read(tmp_path: Path, words: str, version: str) -> None:
    file = tmp_path / "version"
    file.write_text(words + "\nGCC version: gcc 12.2.0\n")
    assert hardware._driver_version(file) == version


@pytest.mark.skipif(sys.platform == "win32", reason="a tool written as a shell script")
def test_what_nvidia_smi_says_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "nvidia-smi"
    tool.write_text(
        '#!/bin/sh\nif [ "$1" = -L ]; then\n'
        'echo "GPU 0: NVIDIA GeForce RTX 3060 (UUID: GPU-7c0a)"\n'
        'echo "GPU 1: Tesla T4 (UUID: GPU-11aa)"\nelse\nprintf "550.54.14\\n550.54.14\\n"\nfi\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    facts = probe(GPU_BUILD)
    assert [card.title for card in facts.cards[:2]] == ["NVIDIA GeForce RTX 3060", "Tesla T4"]
    assert facts.answers
    assert facts.driver == "550.54.14" or hardware.DRIVER.exists()
    assert "is hidden" in str(explain(facts)) or facts.system in {"windows", "macos"}
    tool.write_text("#!/bin/sh\necho Failed to initialize NVML\nexit 9\n")
    assert not probe(GPU_BUILD).answers


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries as Linux names them")
def test_libraries_are_looked_for_by_their_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    before = set(hardware._missing_libraries(GPU_BUILD))
    (tmp_path / "libcudnn.so.8").touch()
    assert set(hardware._missing_libraries(GPU_BUILD)) == before  # of another version
    (tmp_path / "libcudnn.so.9").touch()
    (tmp_path / "libcufft.so.11").touch()
    assert set(hardware._missing_libraries(GPU_BUILD)) == before - {"cudnn", "cufft"}


def test_this_computer_is_examined_without_tensorflow() -> None:
    program = (
        "import sys; from mlp_studio.engine.gpu_advice import explain;"
        "from mlp_studio.engine.hardware import Build, probe; facts = probe(Build('12.5.1', '9'));"
        "assert 'tensorflow' not in sys.modules; print(facts.system); print(explain(facts))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    system, sentence = answer.stdout.splitlines()
    assert (system in {"linux", "wsl"}) == sys.platform.startswith("linux")
    assert sentence.endswith((".", "words."))
    facts = probe(Build())
    assert facts.missing == ()  # a build without CUDA needs none of its libraries
    assert facts.driver or not hardware.DRIVER.exists()
