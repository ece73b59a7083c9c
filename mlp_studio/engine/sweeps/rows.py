"""Trials as people see them."""

from __future__ import annotations

from typing import Any

from optuna.trial import TrialState as State

from mlp_studio.core.sweep import SweepSpec
from mlp_studio.core.sweep_events import TrialRow, TrialState

BEST = "best"  # the value and the epoch, which need not be among those reported
STATES: dict[Any, TrialState] = {
    State.WAITING: "waiting",
    State.RUNNING: "running",
    State.COMPLETE: "complete",
    State.PRUNED: "pruned",
    State.FAIL: "failed",
}


def row_of(trial: Any, sweep: SweepSpec) -> TrialRow:
    """Return one of Optuna's frozen trials as a row."""
    attrs = trial.user_attrs
    curve = tuple(sorted((int(e), float(v)) for e, v in trial.intermediate_values.items()))
    best = min(curve, key=lambda at: (-at[1] if sweep.maximizes else at[1], at[0]), default=None)
    if BEST in attrs:
        best = int(attrs[BEST][1]), float(attrs[BEST][0])
    state, reason = STATES[trial.state], str(attrs.get("reason", ""))
    if state == "failed" and reason in {"", "lost"}:
        state, reason = "lost", ""
    elif state == "failed" and reason == "stopped":
        state, reason = "stopped", ""
    return TrialRow(
        number=trial.number,
        state=state,
        values=dict(trial.params),
        best=best[1] if best else None,
        best_epoch=best[0] if best else 0,
        curve=curve,
        seconds=_seconds(trial),
        where=str(attrs.get("where", "")),
        note=reason,
        weights=str(attrs.get("weights", "")),
        retry_of=attrs.get("retry_of"),
    )


def _seconds(trial: Any) -> float:
    if trial.datetime_start is None or trial.datetime_complete is None:
        return 0.0
    took: float = (trial.datetime_complete - trial.datetime_start).total_seconds()
    return max(0.0, took)
