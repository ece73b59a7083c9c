"""``mlp-studio train --replay RUN``: train a recorded run again and compare every epoch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlp_studio.commands.comparison import Comparison
from mlp_studio.commands.console import ProgressLine, print_json, say, warn
from mlp_studio.core.control import Control
from mlp_studio.core.devices import Device
from mlp_studio.core.errors import StudioError
from mlp_studio.core.events import RunFinished
from mlp_studio.core.fingerprint import data_fingerprint, weights_digest
from mlp_studio.core.request import training_request
from mlp_studio.core.text import text
from mlp_studio.data.load import load
from mlp_studio.storage.circumstances import machine, versions
from mlp_studio.storage.run_folder import RunFolder, read_run
from mlp_studio.storage.run_record import RunRecord, read_record


@dataclass(frozen=True)
class ReplayOptions:
    """What ``train --replay`` is asked for; None leaves the run's own value."""

    run: Path
    device: Device | None = None
    epochs: int | None = None
    as_json: bool = False


def replay_command(options: ReplayOptions) -> int:
    """Train the run again and say whether it is the same; return the exit status.

    Raises
    ------
    StudioError
        When the folder can't be replayed, and where the replay differs.
    """
    run = read_run(options.run)
    record = read_record(run)
    recorded = len(record.weights)
    epochs = min(options.epochs or recorded, recorded)
    progress = ProgressLine()
    try:
        dataset = load(run.project.data, progress)
        data_identical = data_fingerprint(dataset) == record.data
        if not data_identical:
            progress.close()
            warn("the data is not the same as then")
        request = training_request(
            run.project, dataset, device=options.device or record.device_kind
        )
        control = Control()
        comparison = Comparison(record, epochs, control, progress)
        if weights_digest(request.start) != record.start:
            comparison.differs(0, text("the new weights of the seed are others now"))
        from mlp_studio.engine.train import train

        finished = train(request, comparison, control)
    finally:
        progress.close()
    if finished.reason == "failed":
        raise StudioError(finished.message)
    comparison.ended(finished)
    # Stopped sooner than the run, there are no last weights to compare.
    same_end = epochs < recorded or _same_weights(run, finished)
    differences = _differences(record, comparison.device)
    identical = comparison.first is None and same_end
    problem = None
    if not identical:
        problem = _problem(run, record, comparison, differences, data_identical=data_identical)
    if options.as_json:
        print_json(
            {
                "replay": str(options.run),
                "identical": identical,
                "epochs_recorded": recorded,
                "epochs_compared": comparison.compared,
                "first_difference": comparison.first,
                "logs": comparison.logs,
                "data_identical": data_identical,
                "differences": differences,
                "device": comparison.device,
                "seed": run.project.training.seed,
            }
        )
    if problem is not None:
        raise problem
    if not options.as_json:
        of_all = f"{epochs} of {recorded}" if epochs < recorded else f"{recorded}"
        word = "epoch" if recorded == 1 else "epochs"
        say(f"identical: {of_all} {word}, weights bit for bit")
    return 0


def _same_weights(run: RunFolder, finished: RunFinished) -> bool:
    """Return whether the run ends with the weights that lie in the folder."""
    return weights_digest(finished.snapshot) == weights_digest(run.snapshot)


def _differences(record: RunRecord, device: str) -> dict[str, dict[str, str | None]]:
    """Return versions and parts of the machine that are others now."""
    then = {**record.circumstances, "device": record.device}
    now = {**versions(), **machine(), "device": device}
    return {
        name: {"then": then.get(name), "now": now.get(name)}
        for name in dict.fromkeys([*then, *now])
        if then.get(name) != now.get(name)
    }


def _problem(
    run: RunFolder,
    record: RunRecord,
    comparison: Comparison,
    differences: Mapping[str, Mapping[str, Any]],
    *,
    data_identical: bool,
) -> StudioError:
    """Return what differs and what may explain it."""
    if comparison.first is None:
        what = text(
            "Every epoch is the same, but the weights in {folder} are not those the run ends with.",
            folder=str(run.folder),
        )
        return StudioError(what, text("They may have been edited: restore the folder from a copy."))
    if comparison.first == 0:
        what = text("The run starts otherwise: {how}.", how=comparison.how)
    else:
        what = text(
            "Epoch {epoch} is the first that differs: {how}.",
            epoch=comparison.first,
            how=comparison.how,
        )
    reasons = [
        f"{name} {values['then'] or 'unknown'} then, {values['now'] or 'unknown'} now"
        for name, values in differences.items()
    ]
    if not data_identical:
        reasons.insert(0, str(text("the data is not the same")))
    if reasons:
        return StudioError(
            what, text("This may explain it: {reasons}.", reasons="; ".join(reasons))
        )
    if record.device_kind == "gpu":
        return StudioError(
            what,
            text("Versions, device and data are the same; a GPU may add up in another order."),
        )
    return StudioError(
        what,
        text(
            "Versions, device and data are the same: the run folder or the program must have "
            "been changed."
        ),
    )
