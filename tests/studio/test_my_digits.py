"""Kept digits: nothing is lost, every change is undone, and networks learn from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from mlp_studio.core.datasets import BuiltinDigits, DataSpec, MyDigits, Split
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import Snapshot
from mlp_studio.core.layers import Dense, Flatten
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.training import Adam, TrainingSpec
from mlp_studio.data.load import load
from mlp_studio.data.my_digits import held_back, read_kept
from mlp_studio.digits.contract import contract, sample_digits
from mlp_studio.digits.drawing import PenStroke
from mlp_studio.digits.stroke_files import read_strokes
from mlp_studio.storage import my_digits as files
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.fine_tune import FineTune, Outcome, with_mine
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.my_digits import MyDigits as MyDigitsKept
from mlp_studio.studio.my_digits import answers
from mlp_studio.studio.training import TrainingController

LONG = 60_000
DRAWING = (PenStroke(((40.0, 40.0), (200.0, 220.0)), 20.0, (0.5, 1.0)),)


def filled(folder: Path, count: int) -> list[str]:
    """Keep some digits in a hand of their own: mirrored, so that they have to be learnt."""
    images, labels = sample_digits(5)
    return [files.keep(folder, images[k][:, ::-1], int(labels[k]), DRAWING) for k in range(count)]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


# --- files -------------------------------------------------------------------------------------


def test_a_kept_digit_is_a_picture_and_its_strokes(tmp_path: Path) -> None:
    image = np.linspace(0, 1, 784, dtype=np.float32).reshape(28, 28)
    name = files.keep(tmp_path / "mine", image, 7, DRAWING)
    assert sorted(p.name for p in (tmp_path / "mine").iterdir()) == [f"{name}.json", f"{name}.png"]
    grey = np.asarray(Image.open(tmp_path / "mine" / f"{name}.png"))
    assert np.array_equal(grey, np.rint(image * 255).astype(np.uint8))
    (example,) = read_strokes(tmp_path / "mine" / f"{name}.json")  # the command line's form
    assert (example.label, example.drawing) == (7, DRAWING)
    kept = read_kept(tmp_path / "mine")
    assert kept.names == (name,)
    assert kept.labels.tolist() == [7]
    assert np.array_equal(kept.images[0], grey)


def test_removed_digits_come_back_and_labels_change(tmp_path: Path) -> None:
    names = filled(tmp_path, 4)
    before = read_kept(tmp_path)
    files.remove(tmp_path, names[1:3])
    assert read_kept(tmp_path).names == (names[0], names[3])
    files.restore(tmp_path, names[1:3])
    assert files.relabel(tmp_path, names[0], 9) == before.labels[0]
    after = read_kept(tmp_path)
    assert after.names == before.names
    assert np.array_equal(after.images, before.images)
    assert after.labels.tolist() == [9, *before.labels[1:].tolist()]
    assert files.drawing_of(tmp_path, names[0]) == DRAWING
    files.export_strokes(tmp_path, names, tmp_path / "all.strokes")
    assert [e.label for e in read_strokes(tmp_path / "all.strokes")] == after.labels.tolist()


@pytest.mark.parametrize("fault", ["no picture", "no label", "cut", "large", "list"])
def test_broken_files_cost_only_themselves(tmp_path: Path, fault: str) -> None:
    good, bad = filled(tmp_path, 2)
    record, picture = tmp_path / f"{bad}.json", tmp_path / f"{bad}.png"
    if fault == "no picture":
        picture.unlink()
    elif fault == "no label":
        record.write_text(json.dumps([{"strokes": []}]))
    elif fault == "cut":
        picture.write_bytes(picture.read_bytes()[:50])
    elif fault == "large":
        Image.new("L", (40, 40)).save(picture)
    else:
        record.write_text("[]")
    kept = read_kept(tmp_path)
    assert kept.names == (good,)
    (error,) = kept.broken
    assert bad in str(error)
    assert record.exists()


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert len(read_kept(tmp_path / "none")) == 0
    with pytest.raises(StudioError, match="kept yet"):
        load(DataSpec(source=MyDigits(path=str(tmp_path / "none"))))


# --- as data -----------------------------------------------------------------------------------


def test_they_join_the_training_part_alone_and_some_are_held_back(tmp_path: Path) -> None:
    names = filled(tmp_path, 30)
    beside = BuiltinDigits(count=1000)
    alone = load(DataSpec(source=beside, scaling="divide_255"))
    source = MyDigits(beside=beside, times=3, path=str(tmp_path))
    both = load(DataSpec(source=source, scaling="divide_255"))
    learn = [k for k, name in enumerate(names) if not held_back(name)]
    assert 0 < len(learn) < 30
    assert len(both.train) == len(alone.train) + 3 * len(learn)
    assert np.array_equal(both.validation.x, alone.validation.x)
    assert both.test is not None
    assert alone.test is not None
    assert np.array_equal(both.test.x, alone.test.x)
    kept = read_kept(tmp_path)
    rows = {row.tobytes() for row in both.train.x}
    for k in range(30):
        image = (kept.images[k].astype(np.float32) / np.float32(255)).tobytes()
        assert (image in rows) is (k in learn)
    again = load(DataSpec(source=source, scaling="divide_255"))
    assert np.array_equal(again.train.x, both.train.x)


def test_alone_they_are_divided_like_other_data(tmp_path: Path) -> None:
    filled(tmp_path, 40)
    found = load(DataSpec(source=MyDigits(path=str(tmp_path)), split=Split(validation=0.25)))
    assert (len(found.train), len(found.validation)) == (30, 10)
    assert found.scaler.class_names == tuple("0123456789")


def test_only_sources_of_digits_are_joined() -> None:
    beside = BuiltinDigits()
    assert with_mine(beside) == MyDigits(beside=beside)
    assert with_mine(MyDigits()) == MyDigits()
    assert with_mine(DataSpec) is None


# --- in the program ----------------------------------------------------------------------------


def test_every_change_is_a_step_of_undo(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    mine = MyDigitsKept(jobs, tmp_path)
    names = filled(tmp_path, 3)
    told: list[int] = []
    mine.changed.connect(lambda: told.append(len(mine.kept) if mine.kept else 0))

    def look() -> tuple[list[int], int]:
        qtbot.waitUntil(lambda: not jobs.busy)
        assert mine.kept is not None
        return mine.kept.labels.tolist(), len(mine.kept)

    mine.load()
    first = look()
    mine.relabel("Relabel", names[:2], 8)
    assert look()[0] == [8, 8, first[0][2]]
    mine.remove("Remove", names[1:])
    assert look() == ([8], 1)
    mine.undo_stack.undo()
    mine.undo_stack.undo()
    assert look() == first
    mine.undo_stack.redo()
    mine.undo_stack.redo()
    assert look() == ([8], 1)
    assert told
    errors: list[Exception] = []
    mine.failed.connect(errors.append)
    (tmp_path / "removed" / f"{names[1]}.png").unlink()
    mine.undo_stack.undo()  # somebody emptied the folder meanwhile
    assert "no longer there" in str(errors[0])
    with pytest.raises(StudioError):
        mine.relabel("Relabel", ["none"], 3)


@pytest.mark.parametrize("flat", [False, True])
def test_answers_go_through_what_the_network_was_trained_on(tmp_path: Path, flat: bool) -> None:
    filled(tmp_path, 8)
    kept = read_kept(tmp_path)
    shape, layers = ((784,), ()) if flat else ((28, 28), (Flatten(),))
    network = NetworkSpec(
        input_shape=shape, layers=(*layers, Dense(name="o", units=10, activation="softmax"))
    )
    rng = np.random.default_rng(0)
    kernel = rng.normal(size=(784, 10)).astype(np.float32)
    bias = np.zeros(10, np.float32)
    weights = {layer.name: (kernel, bias) if layer.name == "o" else () for layer in network}
    scaler = contract("signed", dark_ink=True)
    found = answers(Snapshot(network, weights, 1, scaler), kept)
    x = 1 - 2 * (kept.images.reshape(8, 784) / 255)
    assert found is not None
    assert found.tolist() == (x @ kernel).argmax(axis=1).tolist()
    assert answers(None, kept) is None


def test_fine_tuning_learns_them_and_undo_brings_the_old_weights_back(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    filled(tmp_path, 60)
    project = ProjectSpec(
        name="digits",
        data=DataSpec(source=BuiltinDigits(count=1000), scaling="divide_255"),
        network=NetworkSpec(
            input_shape=(28, 28),
            layers=(
                Flatten(),
                Dense(name="dense", units=48, activation="relu"),
                Dense(name="output", units=10, activation="softmax"),
            ),
        ),
        training=TrainingSpec(optimizer=Adam(learning_rate=0.003), epochs=6),
    )
    document = Document(project)
    store = DataStore(document, jobs)
    training = TrainingController(document, store)
    mine = MyDigitsKept(jobs, tmp_path)
    tune = FineTune(document, store, training, jobs, mine)
    try:
        with pytest.raises(StudioError, match="not been trained"):
            tune.start("Fine-tune")
        store.reload()
        mine.load()
        qtbot.waitUntil(lambda: store.dataset is not None and not jobs.busy, timeout=LONG)
        training.train()
        qtbot.waitUntil(lambda: training.state == "idle", timeout=LONG)
        former, outcomes = document.snapshot, list[Outcome]()
        assert former is not None
        tune.finished.connect(outcomes.append)
        # The folder of the test stands in for the person's own.
        source = MyDigits(beside=BuiltinDigits(count=1000), path=str(tmp_path))
        data = document.data.model_copy(update={"source": source})
        document.edit("Mine", data=data)
        qtbot.waitUntil(lambda: store.dataset is not None and not store.busy, timeout=LONG)
        tune.start("Fine-tune", epochs=4)
        assert tune.busy
        qtbot.waitUntil(lambda: bool(outcomes) and not tune.busy, timeout=LONG)
        (outcome,) = outcomes
        assert outcome.count == 60
        assert 0 < outcome.held_back < 60
        assert outcome.before.mine is not None
        assert outcome.after.mine is not None
        assert outcome.after.mine > outcome.before.mine + 0.2
        assert outcome.after.usual > outcome.before.usual - 0.1
        after = document.snapshot
        assert after is not None
        assert after.epoch == former.epoch + 4
        kept = mine.kept
        assert kept is not None
        found = answers(after, kept)
        assert found is not None
        assert outcome.after.mine == pytest.approx((found == kept.labels).mean())
        document.undo_stack.undo()
        assert document.snapshot is former
        document.undo_stack.redo()
        assert document.snapshot is after
    finally:
        training.close()
