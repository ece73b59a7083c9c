"""``mlp-studio sweep`` and what it leaves behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mlp_studio.cli import main
from mlp_studio.storage.project_file import load_project

Capture = pytest.CaptureFixture[str]


def test_a_sweep_reports_writes_the_best_and_is_found_again(
    capsys: Capture, spirals_project: Path, tmp_path: Path
) -> None:
    best = tmp_path / "best"
    command = [
        "sweep", str(spirals_project), "--trials", "3", "--epochs", "2", "--workers", "1",
        "--sampler", "random", "--pruner", "none", "--json", "--out", str(best),
    ]  # fmt: skip
    capsys.readouterr()
    assert main(command) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert found["reason"] == "trials"
    assert found["objective"] == "val_accuracy"
    assert [trial["state"] for trial in found["trials"]] == ["complete"] * 3
    assert found["trials"][0]["values"]["hidden/units"] == 16
    assert found["best"]["best"] == max(trial["best"] for trial in found["trials"])
    assert Path(spirals_project.with_suffix(".sweeps"), "studies.db").is_file()
    saved = load_project(best.with_suffix(".mlpstudio"))
    assert saved.snapshot is not None
    assert saved.snapshot.network == saved.project.network
    assert saved.snapshot.epoch == found["best"]["best_epoch"]
    assert "3/3 trials" in said.err
    # The same again has nothing left to do and starts no worker.
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)["trials"] == found["trials"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--storage", "postgresql://ann:S3cret@127.0.0.1:1/none"), "can't be used"),
        (("--storage", "nowhere"), "is no storage"),
        (("--epochs", "2000000"), "can't be set up so"),
    ],
)
def test_what_can_not_be_done_is_one_sentence(
    capsys: Capture, spirals_project: Path, arguments: tuple[str, ...], words: str
) -> None:
    capsys.readouterr()
    status = main(["sweep", str(spirals_project), *arguments])
    said = capsys.readouterr()
    assert status == 1
    assert words in said.err
    assert "S3cret" not in said.err + said.out
    assert len(said.err.strip().splitlines()) == 1


def test_wrong_usage_is_told(capsys: Capture) -> None:
    for wrong in (["--trials", "0"], ["--timeout", "-1"], ["--sampler", "luck"]):
        with pytest.raises(SystemExit) as exit_:
            main(["sweep", "digits", *wrong])
        assert exit_.value.code == 2
    assert "must be at least 1" in capsys.readouterr().err
