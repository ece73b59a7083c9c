"""The command line: ``mlp-studio [PROJECT]`` opens the window, the commands do without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mlp_studio import __version__
from mlp_studio.core.errors import StudioError

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0 done, 1 failed, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given and given[0] in _RUNNERS:
            return _command(_parser().parse_args(given))
        return _window(_window_parser().parse_args(given))
    except StudioError as error:
        sys.stderr.write(f"mlp-studio: {' '.join(str(error).split())}\n")
        return FAILED
    except OSError as error:
        named = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(f"mlp-studio: {named}{error.strerror or error}\n")
        return FAILED
    except KeyboardInterrupt:
        sys.stderr.write("mlp-studio: interrupted\n")
        return FAILED


def main_window() -> int:
    """Open the window: the entry point without a console."""
    return main()


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mlp-studio",
        description="Design, train and understand multilayer perceptrons.",
        epilog=f"Commands without a window: {', '.join(_RUNNERS)}. "
        "“mlp-studio COMMAND --help” explains each.",
    )
    parser.add_argument("--version", action="version", version=f"MLP Studio {__version__}")
    parser.add_argument("project", nargs="?", type=Path, help="a project to open")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mlp-studio")
    commands = parser.add_subparsers(dest="command", required=True)

    def add(name: str, words: str, *, json: bool = True) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        if json:
            command.add_argument("--json", action="store_true", help="print one JSON document")
        return command

    add("templates", "List the ready-made projects.")
    train = add("train", "Train a template or a project, or a run folder again.")
    what = train.add_mutually_exclusive_group(required=True)
    what.add_argument("what", nargs="?", metavar="TEMPLATE_OR_PROJECT")
    what.add_argument(
        "--replay",
        type=Path,
        metavar="RUN",
        help="train the run in a run folder again and report whether it is the same",
    )
    train.add_argument("--epochs", type=_positive, metavar="N")
    train.add_argument("--batch", type=_positive, metavar="N")
    train.add_argument("--seed", type=_natural, metavar="N")
    train.add_argument("--device", choices=("auto", "cpu", "gpu"))
    train.add_argument("--out", type=Path, metavar="DIR", help="write a run folder")
    train.set_defaults(wrong_usage=train.error)
    _add_sweep(add("sweep", "Search for a better design by many short trainings."))
    evaluate = add("evaluate", "Evaluate a trained model.")
    evaluate.add_argument("model", type=Path, metavar="MODEL")
    evaluate.add_argument("--data", required=True, metavar="NAME_OR_FILE")
    predict = add("predict", "Read digits from photos, scans or drawings.")
    predict.add_argument("model", type=Path, metavar="MODEL")
    predict.add_argument("images", type=Path, nargs="+", metavar="IMAGE")
    predict.add_argument(
        "--sheet", action="store_true", help="read all digits of each image, row by row"
    )
    strokes = add("strokes", "Read digits from pen strokes.")
    strokes.add_argument("model", type=Path, metavar="MODEL")
    strokes.add_argument("file", type=Path, metavar="FILE")
    export = add("export", "Write a trained model in another form.", json=False)
    export.add_argument("model", type=Path, metavar="MODEL")
    export.add_argument("--format", required=True, choices=("npy", "keras", "h5"))
    export.add_argument("--out", required=True, type=Path, metavar="DIR")
    add("doctor", "Explain this installation: versions, devices, data, display.")
    tour = add("tour", "Drive the real window through its main job.", json=False)
    tour.add_argument("--out", required=True, type=Path, metavar="DIR")
    return parser


def _add_sweep(sweep: argparse.ArgumentParser) -> None:
    sweep.add_argument("what", metavar="TEMPLATE_OR_PROJECT")
    sweep.add_argument(
        "--storage",
        metavar="URL",
        help="where the study is kept, to share it: postgresql://USER@HOST/NAME, "
        "mysql://USER@HOST/NAME, a .db file or journal:FILE (default: a file beside the project)",
    )
    sweep.add_argument("--study", metavar="NAME", help="its name there")
    sweep.add_argument(
        "--trials", type=_positive, metavar="N", help="how many in all, on all computers together"
    )
    sweep.add_argument("--timeout", type=_seconds, metavar="SECONDS")
    sweep.add_argument("--sampler", choices=("tpe", "random", "grid"))
    sweep.add_argument("--pruner", choices=("none", "median", "halving"))
    sweep.add_argument("--epochs", type=_positive, metavar="N", help="of a trial")
    sweep.add_argument("--workers", type=_positive, metavar="N", help="processes on this computer")
    sweep.add_argument("--seed", type=_natural, metavar="N")
    sweep.add_argument("--device", choices=("auto", "cpu", "gpu"))
    sweep.add_argument("--out", type=Path, metavar="FILE", help="write the best as a project")


def _seconds(word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a number. Received: {word}") from None
    if not 0 < number < 1e8:
        raise argparse.ArgumentTypeError(f"must be above 0. Received: {word}")
    return number


def _natural(word: str) -> int:
    try:
        number = int(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a whole number. Received: {word}") from None
    if number < 0:
        raise argparse.ArgumentTypeError(f"must not be negative. Received: {word}")
    return number


def _positive(word: str) -> int:
    number = _natural(word)
    if number == 0:
        raise argparse.ArgumentTypeError("must be at least 1. Received: 0")
    return number


def _command(given: argparse.Namespace) -> int:
    """Run one command. What it needs is imported only then: some of it loads slowly."""
    return _RUNNERS[given.command](given)


def _templates(given: argparse.Namespace) -> int:
    from mlp_studio.commands.templates import templates_command

    return templates_command(as_json=given.json)


def _train(given: argparse.Namespace) -> int:
    if given.replay is not None:
        return _replay(given)
    from mlp_studio.commands.train import TrainOptions, train_command

    options = TrainOptions(
        what=given.what,
        epochs=given.epochs,
        batch=given.batch,
        seed=given.seed,
        device=given.device or "auto",
        out=given.out,
        as_json=given.json,
    )
    return train_command(options)


def _replay(given: argparse.Namespace) -> int:
    for name in ("batch", "seed", "out"):
        if getattr(given, name) is not None:
            given.wrong_usage(f"argument --{name}: not allowed with argument --replay")
    from mlp_studio.commands.replay import ReplayOptions, replay_command

    return replay_command(ReplayOptions(given.replay, given.device, given.epochs, given.json))


def _sweep(given: argparse.Namespace) -> int:
    from mlp_studio.commands.sweep import SweepOptions, sweep_command

    return sweep_command(
        SweepOptions(
            what=given.what,
            storage=given.storage,
            study=given.study,
            trials=given.trials,
            timeout=given.timeout,
            sampler=given.sampler,
            pruner=given.pruner,
            epochs=given.epochs,
            workers=given.workers,
            seed=given.seed,
            device=given.device or "auto",
            out=given.out,
            as_json=given.json,
        )
    )


def _evaluate(given: argparse.Namespace) -> int:
    from mlp_studio.commands.read import evaluate_command

    return evaluate_command(given.model, given.data, as_json=given.json)


def _predict(given: argparse.Namespace) -> int:
    from mlp_studio.commands.read import predict_command, sheet_command

    if given.sheet:
        return sheet_command(given.model, given.images, as_json=given.json)
    return predict_command(given.model, given.images, as_json=given.json)


def _strokes(given: argparse.Namespace) -> int:
    from mlp_studio.commands.read import strokes_command

    return strokes_command(given.model, given.file, as_json=given.json)


def _export(given: argparse.Namespace) -> int:
    from mlp_studio.commands.read import export_command

    return export_command(given.model, given.format, given.out)


def _doctor(given: argparse.Namespace) -> int:
    from mlp_studio.commands.doctor import doctor_command

    return doctor_command(as_json=given.json)


def _tour(given: argparse.Namespace) -> int:
    _require_display()
    from mlp_studio.commands.tour import tour_command

    return tour_command(given.out)


_RUNNERS: dict[str, Callable[[argparse.Namespace], int]] = {
    "templates": _templates,
    "train": _train,
    "sweep": _sweep,
    "evaluate": _evaluate,
    "predict": _predict,
    "strokes": _strokes,
    "export": _export,
    "doctor": _doctor,
    "tour": _tour,
}


def _require_display() -> None:
    from mlp_studio.commands.doctor import display_problem
    from mlp_studio.core.text import text

    problem = display_problem()
    if problem:
        raise StudioError(text("{problem}", problem=problem))


def _window(given: argparse.Namespace) -> int:
    _require_display()
    from mlp_studio.app import run

    return run(given.project)
