"""What figures and a report are about: a network, its data, its training, its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mlp_studio.analysis.evaluation import Curves, Judged, PartName, curves, judge, listen
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.events import EpochDone, Snapshot
from mlp_studio.core.project import ProjectSpec

ORDER: tuple[PartName, ...] = ("test", "validation", "train")


@dataclass(frozen=True, eq=False)
class Content:
    """What is drawn and told.

    Parameters
    ----------
    name : str
        The project's name.
    project : ProjectSpec
        Data, network and training as specs.
    dataset : Dataset
        The examples.
    snapshot : Snapshot
        The weights.
    epochs : tuple of EpochDone
        The training so far, oldest first.
    colours : tuple of str
        Of the classes, as ``#rrggbb``, one each.
    """

    name: str
    project: ProjectSpec
    dataset: Dataset
    snapshot: Snapshot
    epochs: tuple[EpochDone, ...]
    colours: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Evaluated:
    """A content with its evaluation.

    Parameters
    ----------
    content : Content
        What was evaluated.
    parts : mapping of str to Judged
        By the names of the parts of the data.
    part : {"test", "validation", "train"}
        The part that is drawn: the one furthest from the training.
    curves : Curves or None
        Of that part; None for values.
    """

    content: Content
    parts: Mapping[PartName, Judged]
    part: PartName
    curves: Curves | None

    @property
    def judged(self) -> Judged:
        """The part that is drawn."""
        return self.parts[self.part]

    @property
    def calibrated(self) -> bool:
        """Whether the answers are probabilities."""
        return self.content.snapshot.network.output_activation in {"softmax", "sigmoid"}


def evaluated(content: Content) -> Evaluated:
    """Return the evaluation of a content; slow."""
    snapshot, dataset = content.snapshot, content.dataset
    classes = bool(dataset.class_names)
    said = listen(snapshot.network, snapshot.weights, dataset)
    parts = {name: judge(some, classes=classes) for name, some in said.items()}
    part = next(name for name in ORDER if name in parts)
    return Evaluated(content, parts, part, curves(parts[part].said) if classes else None)
