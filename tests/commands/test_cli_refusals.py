"""What can't be done is refused in one line that says what to do; never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mlp_studio.cli import main
from mlp_studio.core.templates import TEMPLATES

Capture = pytest.CaptureFixture[str]


def refused(capsys: Capture, *arguments: object) -> str:
    """Run a command that fails; return its one line."""
    capsys.readouterr()
    assert main([str(argument) for argument in arguments]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("mlp-studio: ")
    return line


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A folder that can't be made, even by the superuser: its parent is a file."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "folder"


def test_an_unknown_template_is_answered_with_those_there_are(capsys: Capture) -> None:
    line = refused(capsys, "train", "spirals")
    assert "“spirals”" in line
    assert all(name in line for name in TEMPLATES)


@pytest.mark.parametrize("json_too", [False, True])
def test_a_broken_project_is_named(capsys: Capture, tmp_path: Path, json_too: bool) -> None:
    path = tmp_path / "odd.mlpstudio"
    for content in (None, b"", b"PK\x03\x04", b"{}"):
        if content is not None:
            path.write_bytes(content)
        line = refused(capsys, "train", path, *(["--json"] if json_too else []))
        assert "odd.mlpstudio" in line
        assert "odd.mlpstudio" in refused(capsys, "evaluate", path, "--data", "mnist")


@pytest.mark.parametrize("option", [("--seed", 2**31), ("--epochs", 10**7), ("--batch", 10**7)])
def test_numbers_beyond_what_a_project_takes(
    capsys: Capture, spirals_project: Path, option: tuple[str, int]
) -> None:
    line = refused(capsys, "train", spirals_project, *option)
    assert str(option[1]) in line


def test_an_unwritable_folder_is_refused_before_the_training(
    capsys: Capture, spirals_project: Path, spirals_run: Path, blocked: Path
) -> None:
    assert str(blocked) in refused(capsys, "train", spirals_project, "--out", blocked)
    for kind in ("npy", "keras", "h5"):
        line = refused(capsys, "export", spirals_run, "--format", kind, "--out", blocked)
        assert str(blocked.parent) in line


@pytest.mark.parametrize("name", ["none", "none.keras", "none.h5", "none.mlpstudio", "odd.txt"])
def test_a_model_that_is_not_there_or_none(capsys: Capture, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "odd.txt":
        path.touch()
    for command in (
        ("evaluate", path, "--data", "mnist"),
        ("predict", path, "a.png"),
        ("strokes", path, "a.json"),
        ("export", path, "--format", "npy", "--out", tmp_path / "out"),
    ):
        assert name in refused(capsys, *command)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["odd.keras", "odd.h5"])
def test_a_model_file_that_is_broken(capsys: Capture, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"nothing of the kind")
    assert name in refused(capsys, "evaluate", path, "--data", "mnist")


def test_a_folder_that_is_no_run(capsys: Capture, tmp_path: Path) -> None:
    assert str(tmp_path) in refused(capsys, "evaluate", tmp_path, "--data", "mnist")


def test_an_untrained_project_is_no_model(capsys: Capture, spirals_project: Path) -> None:
    line = refused(capsys, "evaluate", spirals_project, "--data", "spirals-6")
    assert "not been trained" in line


def test_a_picture_that_is_none(capsys: Capture, digits_run: Path, tmp_path: Path) -> None:
    path = tmp_path / "note.png"
    path.write_text("not a picture", encoding="utf-8")
    assert "note.png" in refused(capsys, "predict", digits_run, path)
    assert "gone.png" in refused(capsys, "predict", digits_run, tmp_path / "gone.png", "--json")


def test_a_model_that_reads_no_digits(capsys: Capture, spirals_run: Path) -> None:
    for command in (("predict", spirals_run, "a.png"), ("strokes", spirals_run, "a.json")):
        assert "28 × 28" in refused(capsys, *command)


def test_strokes_that_are_none(capsys: Capture, digits_run: Path, tmp_path: Path) -> None:
    path = tmp_path / "pen.json"
    path.write_text(json.dumps({"strokes": []}), encoding="utf-8")
    assert "pen.json" in refused(capsys, "strokes", digits_run, path)


def test_data_that_is_unknown_or_does_not_fit(
    capsys: Capture, spirals_run: Path, tmp_path: Path
) -> None:
    assert "“minst”" in refused(capsys, "evaluate", spirals_run, "--data", "minst")
    path = tmp_path / "data.npz"
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(9, 2)), rng.integers(0, 3, 9)
    for arrays in (
        {"a": x},
        {"x": x, "y": y[:5]},
        {"x": x[:, :1], "y": y},
        {"x": x, "y": y + 7},
        {"x": x, "y": x},
        {"x": x[:0], "y": y[:0]},
        {"x": np.array(["a"] * 9), "y": y},
        {"x": x, "y": np.array(["a"] * 9)},
        {"x": x, "y": np.array(1)},
        {"x": y, "y": y},
    ):
        np.savez(path, **arrays)
        refused(capsys, "evaluate", spirals_run, "--data", path)
    path.write_bytes(b"no archive")
    assert "data.npz" in refused(capsys, "evaluate", spirals_run, "--data", path)


@pytest.mark.parametrize(
    "arguments",
    [
        ["train"],
        ["train", "digits", "--epochs", "0"],
        ["train", "digits", "--epochs", "many"],
        ["train", "digits", "--seed", "-1"],
        ["train", "digits", "--device", "tpu"],
        ["evaluate", "model"],
        ["export", "model", "--format", "gif", "--out", "x"],
        ["predict", "model"],
        ["a.mlpstudio", "b.mlpstudio"],
        ["--colour"],
    ],
)
def test_wrong_usage(capsys: Capture, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: mlp-studio")
    assert "_positive" not in captured.err
    assert "_natural" not in captured.err


# --- as a process of its own ---------------------------------------------------------------


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a display."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "mlp_studio", *arguments],
        capture_output=True, text=True, check=False, env={**kept, **environment}, timeout=120,
        encoding="utf-8",
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is always a display")
@pytest.mark.parametrize("arguments", [[], ["some.mlpstudio"], ["tour", "--out", "pictures"]])
def test_without_a_display_one_line_says_what_to_do(arguments: list[str]) -> None:
    done = process(*arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("mlp-studio: There is no display")
    assert "mlp-studio train" in line
    assert not Path("pictures").exists()


def test_exit_statuses_of_the_process(tmp_path: Path) -> None:
    done = process("templates", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)
    failed = process("train", "nonsense")
    assert (failed.returncode, failed.stdout) == (1, "")
    assert len(failed.stderr.splitlines()) == 1
    wrong = process("train")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert process("--version").stdout.startswith("MLP Studio ")


def test_standard_output_of_a_training_process_is_one_document(spirals_project: Path) -> None:
    done = process("train", str(spirals_project), "--epochs", "1", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["epochs_run"] == 1
    assert "epoch 1/1" in done.stderr
