"""Small projects on the disk, trained once for all tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlp_studio.cli import main
from mlp_studio.core.datasets import BuiltinDigits, DataSpec, Spirals, Split
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import Adam, TrainingSpec
from mlp_studio.storage.project_file import SavedProject, save_project


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("commands")


@pytest.fixture(scope="session")
def spirals_project(workplace: Path) -> Path:
    project = ProjectSpec(
        name="small spirals",
        data=DataSpec(source=Spirals(n_classes=3, num_arms=3, points_per_arm=40)),
        network=NetworkSpec(
            input_shape=(2,),
            layers=(
                Dense(name="dense", units=16, activation="tanh"),
                Dense(name="output", units=3, activation="softmax"),
            ),
        ),
        training=TrainingSpec(optimizer=Adam(learning_rate=0.01), batch_size=16, epochs=40),
    )
    path = workplace / "spirals.mlpstudio"
    save_project(path, SavedProject(project))
    return path


@pytest.fixture(scope="session")
def spirals_run(spirals_project: Path, workplace: Path) -> Path:
    folder = workplace / "spirals run"
    assert main(["train", str(spirals_project), "--epochs", "2", "--out", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def digits_data() -> DataSpec:
    return DataSpec(
        source=BuiltinDigits(count=1000), split=Split(validation=0.15), scaling="divide_255"
    )


@pytest.fixture(scope="session")
def digits_run(digits_data: DataSpec, workplace: Path) -> Path:
    """A run folder of a network that reads digits, though it has seen few of them."""
    project = ProjectSpec(
        name="few digits",
        data=digits_data,
        network=NetworkSpec(
            input_shape=(28, 28),
            layers=(
                Flatten(name="flatten"),
                Dense(name="dense", units=32, activation="relu"),
                Dense(name="output", units=10, activation="softmax"),
            ),
        ),
        training=TrainingSpec(optimizer=Adam(), batch_size=32, epochs=8),
    )
    path = workplace / "digits.mlpstudio"
    save_project(path, SavedProject(project))
    folder = workplace / "digits run"
    assert main(["train", str(path), "--out", str(folder)]) == 0
    return folder
