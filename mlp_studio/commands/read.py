"""``evaluate``, ``predict``, ``strokes`` and ``export``: a trained model put to use."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Literal

import numpy as np

from mlp_studio.analysis.metrics import class_probabilities, classification, regression
from mlp_studio.commands.console import ProgressLine, print_json, say
from mlp_studio.commands.models import digit_model, load_model, load_part
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.digits.drawing import drawing_to_image
from mlp_studio.digits.photo import photo_to_image
from mlp_studio.digits.sheet import read_sheet
from mlp_studio.digits.stroke_files import read_strokes
from mlp_studio.storage.keras_contract import write_contract
from mlp_studio.storage.npy import export_npy, prefix_for


def evaluate_command(model_path: Path, data: str, *, as_json: bool) -> int:
    """Print how well a model does on some data."""
    model = load_model(model_path)
    progress = ProgressLine()
    try:
        part, facts = load_part(model, data, progress)
    finally:
        progress.close()
    outputs = model.outputs(part.x)
    if facts.task == "regression":
        if outputs.shape != part.y.shape:
            raise _misfit(outputs.shape[1], part.y.shape[1])
        metrics: dict[str, Any] = regression(part.y, outputs)
    else:
        if outputs.shape[1] not in {facts.outputs, facts.outputs - 1 if facts.outputs == 2 else 0}:
            raise _misfit(outputs.shape[1], facts.outputs)
        metrics = classification(part.y, class_probabilities(outputs))
    if as_json:
        print_json({"model": str(model_path), "data": data, "n": len(part), "metrics": metrics})
    else:
        for name, value in metrics.items():
            say(f"{name}: {value:.4f}" if isinstance(value, float) else f"{name}: {value}")
    return 0


def _misfit(given: int, wanted: int) -> StudioError:
    return StudioError(
        text("The model has {given} outputs; the data has {wanted}.", given=given, wanted=wanted),
        text("Evaluate a model on data of its own kind."),
    )


def predict_command(model_path: Path, images: list[Path], *, as_json: bool) -> int:
    """Print the digit on each image."""
    model = digit_model(model_path)
    answers: list[dict[str, Any]] = []
    for path in images:
        began = time.perf_counter()
        image = model.scaler.of_picture(photo_to_image(path, model.preparation)[np.newaxis])
        probabilities = model.outputs(image)[0]
        answers.append(
            {
                "file": str(path),
                "digit": int(np.argmax(probabilities)),
                "probabilities": [float(p) for p in probabilities],
                "seconds": time.perf_counter() - began,
            }
        )
    if as_json:
        print_json({"images": answers})
    else:
        for answer in answers:
            share = max(answer["probabilities"])
            say(f"{answer['file']}: {answer['digit']} ({share:.3f})")
    return 0


def sheet_command(model_path: Path, images: list[Path], *, as_json: bool) -> int:
    """Print all digits on each image, in reading order."""
    model = digit_model(model_path)
    answers: list[dict[str, Any]] = []
    for path in images:
        began = time.perf_counter()
        found = read_sheet(path)
        inputs = model.scaler.of_picture(np.stack([digit.image for digit in found]))
        digits = [
            {
                "box": [round(edge, 1) for edge in digit.box],
                "digit": int(np.argmax(probabilities)),
                "probabilities": [float(p) for p in probabilities],
            }
            for digit, probabilities in zip(found, model.outputs(inputs), strict=True)
        ]
        seconds = time.perf_counter() - began
        answers.append({"file": str(path), "digits": digits, "seconds": seconds})
    if as_json:
        print_json({"images": answers})
    else:
        for answer in answers:
            say(f"{answer['file']}: {' '.join(str(digit['digit']) for digit in answer['digits'])}")
    return 0


def strokes_command(model_path: Path, file: Path, *, as_json: bool) -> int:
    """Print the digits written as pen strokes in a file, and the accuracy where it has labels."""
    model = digit_model(model_path)
    examples = read_strokes(file)
    images = np.zeros((len(examples), 28, 28), np.float32)
    for k, example in enumerate(examples):
        image = drawing_to_image(example.drawing, model.preparation)
        if image is not None:
            images[k] = image
    digits = model.outputs(model.scaler.of_picture(images)).argmax(axis=1)
    labels = [example.label for example in examples]
    report: dict[str, Any] = {"n": len(examples), "predictions": digits.tolist()}
    known = [k for k, label in enumerate(labels) if label is not None]
    if known:
        right = sum(int(digits[k]) == labels[k] for k in known)
        report["accuracy"] = right / len(known)
    if as_json:
        print_json(report)
    else:
        say(" ".join(str(digit) for digit in digits))
        if known:
            say(f"accuracy: {report['accuracy']:.4f} of {len(known)} labelled digits")
    return 0


def export_command(model_path: Path, kind: Literal["npy", "keras", "h5"], out: Path) -> int:
    """Write a model in another form into the folder `out`."""
    model = load_model(model_path)
    if kind == "npy":
        prefix = prefix_for(model.project.data) if model.project else model_path.stem
        data = model.project.data if model.project else None
        scaler = model.scaler if model.told else None
        paths = export_npy(out, model.network, model.weights, prefix, data, scaler)
    else:
        from mlp_studio.engine.keras_files import save_keras

        out.mkdir(parents=True, exist_ok=True)
        paths = [out / f"model.{kind}"]
        training = model.project.training if model.project else None
        save_keras(paths[0], model.network, model.weights, training)
        if model.told:
            write_contract(paths[0], model.scaler)
    for path in paths:
        say(str(path))
    return 0
