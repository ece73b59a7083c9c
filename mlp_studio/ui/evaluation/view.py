"""What the evaluation panel shows, computed off the window's thread; no widget."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_studio.analysis.classification import ClassificationReport
from mlp_studio.analysis.evaluation import Curves, Judged, PartName, curves, judge, listen
from mlp_studio.analysis.explanation import why_they_differ
from mlp_studio.core.dataset import Dataset, Part
from mlp_studio.core.events import Snapshot
from mlp_studio.core.text import Text


@dataclass(frozen=True, eq=False)
class Question:
    """What to evaluate.

    Parameters
    ----------
    dataset : Dataset
        The examples.
    snapshot : Snapshot
        The network and its weights.
    part : {"train", "validation", "test", "other"}
        The part that is looked at closely; another one where the data lacks it.
    threshold : float
        From which probability on the second of two classes is answered.
    known : View or None
        An earlier answer: what the same weights say of the same data is not computed again.
    thorough : bool
        Whether the intervals that take longest are computed: not while a network trains.
    other : Part or None
        Examples of another source, scaled as the data set's are.
    """

    dataset: Dataset
    snapshot: Snapshot
    part: PartName
    threshold: float
    known: View | None
    thorough: bool = True
    other: Part | None = None


@dataclass(frozen=True, eq=False)
class View:
    """An evaluation.

    Parameters
    ----------
    dataset : Dataset
        The examples.
    snapshot : Snapshot
        The network and its weights.
    threshold : float
        From which probability on the second of two classes was answered.
    parts : dict of str to Judged
        By the names of the parts that the data has, in their order.
    part : {"train", "validation", "test", "other"}
        The one that is looked at closely.
    curves : Curves or None
        Of that part; None for regression and where there are no numbers.
    why : tuple of Text
        Why its accuracy and its ROC-AUC differ.
    finite : bool
        Whether all answers are numbers.
    calibrated : bool
        Whether the answers are probabilities: the last layer ends in softmax or sigmoid.
    thorough : bool
        Whether all intervals were computed.
    other : Part or None
        The examples of another source that are among the parts.
    """

    dataset: Dataset
    snapshot: Snapshot
    threshold: float
    parts: dict[PartName, Judged]
    part: PartName
    curves: Curves | None
    why: tuple[Text, ...]
    finite: bool
    calibrated: bool
    thorough: bool = True
    other: Part | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The classes' names; empty for regression."""
        return self.dataset.class_names

    @property
    def judged(self) -> Judged:
        """The part that is looked at closely."""
        return self.parts[self.part]

    @property
    def report(self) -> ClassificationReport:
        """Its scores, where there are classes."""
        report = self.judged.report
        assert isinstance(report, ClassificationReport), "asked for classes only"
        return report

    @property
    def has_threshold(self) -> bool:
        """Whether a threshold decides: two classes with probabilities."""
        return self.calibrated and len(self.names) == 2


def chosen_part(dataset: Dataset, wanted: PartName, other: Part | None = None) -> PartName:
    """Return the part that is looked at: the wanted one, else the test or validation part."""
    here: dict[PartName, Part | None] = {
        "train": dataset.train,
        "validation": dataset.validation,
        "test": dataset.test,
        "other": other,
    }
    order: tuple[PartName, ...] = (wanted, "test", "validation", "train")
    found = (name for name in order if (part := here[name]) is not None and len(part))
    return next(found, "train")


def answer(question: Question) -> View:
    """Return the evaluation. Slow."""
    dataset, snapshot, known = question.dataset, question.snapshot, question.known
    classes = bool(dataset.class_names)
    threshold = question.threshold
    asked = dataset, snapshot, question.other
    if known is not None and not all(
        a is b for a, b in zip((known.dataset, known.snapshot, known.other), asked, strict=True)
    ):
        known = None
    thorough = question.thorough or (known is not None and known.thorough)
    if known is not None and (known.threshold, known.thorough) == (threshold, thorough):
        parts = known.parts
    else:
        if known is None:
            said = listen(snapshot.network, snapshot.weights, dataset, question.other)
        else:
            said = {name: judged.said for name, judged in known.parts.items()}
        before = known.parts if known is not None else {}
        parts = {
            name: judge(
                some,
                classes=classes,
                threshold=threshold,
                known=before.get(name),
                thorough=thorough,
            )
            for name, some in said.items()
        }
    finite = all(bool(np.isfinite(judged.said.outputs).all()) for judged in parts.values())
    part = chosen_part(dataset, question.part, question.other)
    calibrated = snapshot.network.output_activation in {"softmax", "sigmoid"}
    drawn: Curves | None = None
    why: tuple[Text, ...] = ()
    if classes and finite:
        same = known is not None and known.part == part
        drawn = known.curves if known is not None and same else curves(parts[part].said)
        why = why_they_differ(parts[part], dataset.class_names, threshold if calibrated else None)
    flags = finite, calibrated, thorough
    return View(dataset, snapshot, threshold, parts, part, drawn, why, *flags, other=question.other)
