"""A run as one HTML file that can be handed in: it needs nothing beside itself."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from mlp_studio.analysis.classification import ClassificationReport, most_confused
from mlp_studio.analysis.evaluation import PartName
from mlp_studio.analysis.explanation import why_they_differ
from mlp_studio.analysis.reading import read_curves
from mlp_studio.core.arrays import Progress
from mlp_studio.core.costs import costs
from mlp_studio.core.summary import count_text, layer_rows, size_text
from mlp_studio.core.text import Text, text
from mlp_studio.figures.catalogue import drawings
from mlp_studio.figures.content import Evaluated
from mlp_studio.figures.drawing import Drawing, Say
from mlp_studio.figures.settings import settings

DPI = 160
WIDTH_MM = 165.0
SMALL_MM = 120.0  # of figures that are about square
SQUARE = 0.65  # height by width from which a figure is
AS_PICTURE = ("kernel", "examples", "mistakes", "network")  # vectors of these are larger
NONE = "–"
STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.55 Inter, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
  color: #10182b; background: #f5f7fb; margin: 0; }
main { max-width: 860px; margin: 0 auto; background: #fff; padding: 32px 48px 56px; }
h1 { font-size: 26px; margin: 0 0 2px; }
h2 { font-size: 18px; margin: 36px 0 10px; border-bottom: 1px solid #d9dee8;
  padding-bottom: 4px; }
p.lead { color: #465066; margin: 0 0 18px; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; margin: 8px 0 14px; }
th { text-align: left; font-weight: 600; color: #465066; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid #e8ecf3; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 14px 0 22px; text-align: center; }
figure svg, figure img { max-width: 100%; height: auto; }
figcaption { color: #69748a; font-size: 13px; margin-top: 4px; }
small { color: #69748a; }
@media print { body { background: #fff; } main { padding: 0; max-width: none; }
  figure, table { break-inside: avoid; } }
"""


@dataclass(frozen=True)
class Circumstances:
    """Where and when a report is made.

    Parameters
    ----------
    language : str
        Of the sentences, as in ``lang="en"``.
    date : str
        As people of that language write it.
    facts : mapping of str to str
        Versions and machine, data fingerprint, device: what the numbers may depend on.
    """

    language: str
    date: str
    facts: Mapping[str, str]


def report(seen: Evaluated, where: Circumstances, say: Say, progress: Progress) -> str:
    """Return the report as an HTML document; slow.

    Parameters
    ----------
    seen : Evaluated
        The network and how good it is.
    where : Circumstances
        Goes into its last section.
    say : callable
        Puts sentences into a language.
    progress : callable
        Told the share that is done and what is done; may raise `Cancelled`.
    """
    progress(0.0, text("Drawing the figures"))
    figures = {}
    found = drawings(seen, say)
    for done, drawing in enumerate(found):
        figures[drawing.name] = _figure(drawing)
        progress((done + 1) / (len(found) + 1), text("Drawing the figures"))
    parts = [
        _head(seen, where, say),
        _section(say(text("Result")), _results(seen, say)),
        _section(say(text("Network")), figures.pop("network"), _network(seen, say)),
        _section(say(text("Training")), _training(seen, say, figures.pop("curves", ""))),
    ]
    gone = ("plane", "function", "features", "kernel")
    inside = [figures.pop(name) for name in list(figures) if name.startswith(gone)]
    shown = [figures.pop(name) for name in ("examples", "mistakes") if name in figures]
    parts.append(_section(say(text("Evaluation")), _evaluation(seen, say), *figures.values()))
    parts.append(_section(say(text("Inside the network")), *inside))
    parts.append(_section(say(text("Examples")), *shown))
    parts.append(_section(say(text("Settings")), _pairs(settings(seen.content.project))))
    parts.append(_section(say(text("Environment")), _pairs(list(where.facts.items()))))
    title = escape(seen.content.name)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(where.language)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


# --- sections --------------------------------------------------------------------------


def _head(seen: Evaluated, where: Circumstances, say: Say) -> str:
    network = seen.content.snapshot.network
    words = text(
        "{date} · {layers} layers, {parameters} parameters · {epochs} epochs",
        date=where.date,
        layers=len(network.layers),
        parameters=f"{network.parameters:,}",
        epochs=f"{seen.content.snapshot.epoch:,}",
    )
    return f'<h1>{escape(seen.content.name)}</h1>\n<p class="lead">{escape(say(words))}</p>'


def _results(seen: Evaluated, say: Say) -> str:
    """Return the table of scores, every part of the data side by side."""
    classes = bool(seen.content.dataset.class_names)
    names = class_scores() if classes else value_scores()
    if classes and not seen.calibrated:
        del names["log_loss"], names["calibration_error"]
    head = ["", *(say(part_name(part)) for part in seen.parts)]
    rows = [[say(text("Examples")), *(f"{len(one.said):,}" for one in seen.parts.values())]]
    for name, label in names.items():
        cells = []
        for judged in seen.parts.values():
            value, ends = judged.report.scores.get(name), judged.ranges.get(name)
            cells.append(NONE if value is None else _with_range(value, ends, classes=classes))
        if any(cell != NONE for cell in cells):
            rows.append([say(label), *cells])
    note = text(
        "In brackets: where the scores of other examples of the same kind would lie in 95 % "
        "of the cases (bootstrap)."
    )
    return _table(head, rows) + f"<p><small>{escape(say(note))}</small></p>"


def _network(seen: Evaluated, say: Say) -> str:
    project = seen.content.project
    found = costs(seen.content.snapshot.network, project.training.optimizer)
    head = [
        say(one)
        for one in (
            text("Layer (type)"),
            text("Output shape"),
            text("Parameters"),
            text("Multiply-adds"),
        )
    ]
    words = text(
        "{parameters} parameters, of which {trainable} are trained; {weights} of weights; "
        "{work} multiply-adds for an example.",
        parameters=f"{found.parameters:,}",
        trainable=f"{found.trainable:,}",
        weights=size_text(4 * found.parameters),
        work=count_text(sum(layer.forward for layer in found.layers)),
    )
    return _table(head, layer_rows(found), numbers_from=2) + f"<p>{escape(say(words))}</p>"


def _training(seen: Evaluated, say: Say, picture: str) -> str:
    content = seen.content
    if not content.epochs:
        return ""
    logs = [event.logs for event in content.epochs]
    reading = read_curves(logs, content.project.training.monitor(logs[-1]))
    seconds = sum(event.seconds for event in content.epochs)
    took = text("{epochs} epochs in {seconds} s.", epochs=len(logs), seconds=f"{seconds:.1f}")
    return f"{picture}\n<p>{escape(say(reading))} {escape(say(took))}</p>"


def _evaluation(seen: Evaluated, say: Say) -> str:
    report_, names = seen.judged.report, seen.content.dataset.class_names
    if not isinstance(report_, ClassificationReport):
        return ""
    head = [
        say(one)
        for one in (
            text("Class"), text("Precision"), text("Recall"), text("F1"), text("Examples"),
            text("ROC-AUC"),
        )
    ]  # fmt: skip
    rows = [
        [
            name,
            *(f"{value:.4f}" for value in (one.precision, one.recall, one.f1)),
            f"{one.support:,}",
            NONE if one.roc_auc is None else f"{one.roc_auc:.4f}",
        ]
        for name, one in zip(names, report_.classes, strict=True)
    ]
    lines = [
        say(text("{true} answered as {answer}: {count} times", true=names[true],
                 answer=names[answer], count=f"{count:,}"))
        for true, answer, count in most_confused(report_.matrix)
    ]  # fmt: skip
    words = ""
    if lines:
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        head_words = escape(say(text("Most confused:")))
        words = f"<p>{head_words}</p><ul>{items}</ul>"
    why = why_they_differ(seen.judged, names, 0.5 if seen.calibrated else None)
    told = "".join(f"<p>{escape(say(sentence))}</p>" for sentence in why)
    part = say(text("On “{part}”:", part=part_name(seen.part)))
    return f"<p>{escape(part)}</p>" + _table(head, rows) + words + told


# --- words -----------------------------------------------------------------------------


def part_name(part: PartName) -> Text:
    """Return how a part of the data is called."""
    names = {
        "train": text("Training"), "validation": text("Validation"), "test": text("Test"),
        "other": text("Other data"),
    }  # fmt: skip
    return names[part]


def class_scores() -> dict[str, Text]:
    """Return how the scores of classes are called, in their order."""
    return {
        "accuracy": text("Accuracy"),
        "balanced_accuracy": text("Balanced accuracy"),
        "precision_macro": text("Precision, macro"),
        "recall_macro": text("Recall, macro"),
        "f1_macro": text("F1, macro"),
        "precision_weighted": text("Precision, weighted"),
        "recall_weighted": text("Recall, weighted"),
        "f1_weighted": text("F1, weighted"),
        "roc_auc": text("ROC-AUC"),
        "log_loss": text("Log loss"),
        "top_2": text("Among the first 2"),
        "top_3": text("Among the first 3"),
        "kappa": text("Cohen's kappa"),
        "calibration_error": text("Calibration error"),
    }


def value_scores() -> dict[str, Text]:
    """Return how the scores of values are called, in their order."""
    return {
        "mae": text("Mean absolute error"),
        "mse": text("Mean squared error"),
        "rmse": text("Root of it (RMSE)"),
        "r2": text("R²"),
        "max_error": text("Largest error"),
    }


def _with_range(value: float, ends: tuple[float, float] | None, *, classes: bool) -> str:
    one = f"{value:.4f}" if classes else f"{value:.4g}"
    if ends is not None:
        low, high = (f"{end:.3f}" if classes else f"{end:.3g}" for end in ends)
        one = f"{one} ({low}–{high})"
    return one.replace("-", "−")


# --- HTML ------------------------------------------------------------------------------


def _section(title: str, *bodies: str) -> str:
    whole = "\n".join(body for body in bodies if body)
    return f"<section>\n<h2>{escape(title)}</h2>\n{whole}\n</section>" if whole else ""


def _figure(drawing: Drawing) -> str:
    width = SMALL_MM if drawing.aspect >= SQUARE else WIDTH_MM
    if drawing.name in AS_PICTURE:
        content = base64.b64encode(drawing.as_bytes("png", width_mm=width, dpi=DPI)).decode()
        alternative = escape(drawing.title, quote=True)
        picture = f'<img alt="{alternative}" src="data:image/png;base64,{content}">'
    else:
        drawn = drawing.as_bytes("svg", width_mm=width, dpi=DPI).decode()
        # Identifiers are the same in every figure; in one document each needs its own.
        drawn = drawn[drawn.index("<svg") :]
        for mark in ('id="', "url(#", 'href="#'):
            drawn = drawn.replace(mark, f"{mark}{drawing.name}-")
        picture = drawn
    return f"<figure>\n{picture}\n<figcaption>{escape(drawing.title)}</figcaption>\n</figure>"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers_from: int = 1) -> str:
    def cells(row: Sequence[str], tag: str) -> str:
        return "".join(
            f'<{tag} class="number">{escape(cell)}</{tag}>' if k >= numbers_from
            else f"<{tag}>{escape(cell)}</{tag}>"
            for k, cell in enumerate(row)
        )  # fmt: skip

    body = "".join(f"<tr>{cells(row, 'td')}</tr>\n" for row in rows)
    return f"<table>\n<tr>{cells(head, 'th')}</tr>\n{body}</table>\n"


def _pairs(rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(f"<tr><th>{escape(a)}</th><td>{escape(b)}</td></tr>\n" for a, b in rows)
    return f"<table>\n{lines}</table>\n"
