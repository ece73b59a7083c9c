"""Why ROC-AUC and accuracy differ, told with a model's own numbers."""

from __future__ import annotations

import numpy as np

from mlp_studio.analysis.classification import ClassificationReport, Curve, roc_curve
from mlp_studio.analysis.evaluation import Judged
from mlp_studio.core.text import Text, text


def why_they_differ(
    judged: Judged, names: tuple[str, ...], threshold: float | None = None
) -> tuple[Text, ...]:
    """Return some sentences about a classifier's accuracy and its area under the ROC curve.

    Parameters
    ----------
    judged : Judged
        Its answers to some examples.
    names : tuple of str
        Of the classes.
    threshold : float, optional
        From where class 1 of two is answered; None where there are no thresholds.

    Returns
    -------
    tuple of Text
        Empty where one of both is undefined.
    """
    report = judged.report
    assert isinstance(report, ClassificationReport), "only classes have thresholds"
    accuracy, area = report.scores["accuracy"], report.scores["roc_auc"]
    if accuracy is None or area is None:
        return ()
    right = int(np.trace(report.matrix))
    sentences = [
        text(
            "Accuracy {accuracy}: {right} of {examples} answers are right. What counts is only "
            "which class is answered.",
            accuracy=f"{accuracy:.4f}",
            right=f"{right:,}",
            examples=f"{report.examples:,}",
        ),
        text(
            "ROC-AUC {area}: take an example of a class and one of another; in {pairs} of 1,000 "
            "such pairs the first gets the higher probability for that class. What counts is "
            "only the order, wherever the border between yes and no may lie.",
            area=f"{area:.4f}",
            pairs=f"{1000 * area:,.0f}",
        ),
    ]
    if len(names) == 2 and threshold is not None:
        sentences += _of_a_threshold(judged, threshold)
    else:
        sentences += _of_many(judged, report, names)
    support = report.matrix.sum(axis=1)
    commonest = int(support.argmax())
    share = float(support[commonest] / report.examples)
    sentences.append(
        text(
            "Always answering the same class would have an accuracy of {share} but an area of "
            "only 0.5.",
            share=f"{share:.4f}",
        )
        if support.min() == support.max()
        else text(
            "Always answering “{name}”, the commonest class, would have an accuracy of "
            "{share} but an area of only 0.5.",
            name=names[commonest],
            share=f"{share:.4f}",
        )
    )
    return tuple(sentences)


def best_threshold(curve: Curve, positives: int, negatives: int) -> tuple[float, float]:
    """Return the threshold with the highest accuracy, and that accuracy.

    Parameters
    ----------
    curve : Curve
        An ROC curve.
    positives, negatives : int
        How many examples the class has, and how many the others have.

    Returns
    -------
    (float, float)
        The middle between the two scores which it separates, in [0, 1].
    """
    right = curve.y * positives + (1 - curve.x) * negatives
    best = int(right.argmax())
    above = min(1.0, float(curve.thresholds[best]))
    below = float(curve.thresholds[best + 1]) if best + 1 < len(curve.thresholds) else 0.0
    return (above + below) / 2, float(right[best] / (positives + negatives))


def _of_a_threshold(judged: Judged, threshold: float) -> list[Text]:
    said = judged.said
    curve = roc_curve(said.y == 1, said.outputs[:, 1])
    if curve is None:
        return []
    positives = int((said.y == 1).sum())
    best, accuracy = best_threshold(curve, positives, len(said) - positives)
    return [
        text(
            "Accuracy belongs to the threshold {threshold}. At {best} it would be {accuracy}, the "
            "best that these examples allow; the area stays the same at every threshold.",
            threshold=f"{threshold:.2f}",
            best=f"{best:.2f}",
            accuracy=f"{accuracy:.4f}",
        )
    ]


def _of_many(judged: Judged, report: ClassificationReport, names: tuple[str, ...]) -> list[Text]:
    """Return what the class that is missed most often tells, and the second guesses."""
    said, sentences = judged.said, []
    known = [k for k, scores in enumerate(report.classes) if scores.support]
    worst = min(known, key=lambda k: report.classes[k].recall)
    scores = report.classes[worst]
    missed = (said.y == worst) & (judged.answered != worst)
    among = missed | (said.y != worst)
    curve = roc_curve(said.y[among] == worst, said.outputs[among, worst])
    if curve is not None and scores.roc_auc is not None:
        sentences.append(
            text(
                "Class “{name}”: {missed} of its {support} examples are answered wrongly. On "
                "average each of these still gets a higher probability for “{name}” than {pairs} "
                "of 1,000 examples of other classes; so its area is {area} although only {recall} "
                "of it is found.",
                name=names[worst],
                missed=f"{int(missed.sum()):,}",
                support=f"{scores.support:,}",
                pairs=f"{1000 * curve.area:,.0f}",
                area=f"{scores.roc_auc:.4f}",
                recall=f"{scores.recall:.4f}",
            )
        )
    second, accuracy = report.scores["top_2"], report.scores["accuracy"]
    if second is not None and accuracy is not None and second > accuracy:
        sentences.append(
            text(
                "For {share} % of all examples the true class came second: wrong for the "
                "accuracy, almost right for the area.",
                share=f"{100 * (second - accuracy):.1f}",
            )
        )
    return sentences
