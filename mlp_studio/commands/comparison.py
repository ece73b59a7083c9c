"""Each epoch of a run trained again, beside the one that was recorded."""

from __future__ import annotations

from collections.abc import Mapping

from mlp_studio.commands.console import ProgressLine
from mlp_studio.commands.train import history_row
from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, RunFinished, RunStarted, TrainEvent
from mlp_studio.core.fingerprint import weights_digest
from mlp_studio.core.text import Text, text
from mlp_studio.storage.run_record import Row, RunRecord

LOG_FORMATS = ("{:.4f}", "{:.9g}", "{!r}")  # as short as shows that two numbers differ


class Comparison:
    """Compares each epoch with the one then, and ends the run at the first that differs.

    Parameters
    ----------
    record : RunRecord
        How the run went.
    epochs : int
        How many of its epochs to compare.
    control : Control
        Of the run that is trained now; told to stop where there is nothing more to see.
    progress : ProgressLine
        Told how it goes.

    Attributes
    ----------
    compared : int
        Epochs looked at, the differing one included.
    first : int or None
        The first that differs; 0 are the weights before the first epoch.
    how : Text or None
        In what it differs.
    logs : dict
        The logs which differ, as ``{"then": …, "now": …}`` by name.
    device : str
        What the replay trains on.
    """

    def __init__(
        self, record: RunRecord, epochs: int, control: Control, progress: ProgressLine
    ) -> None:
        self._record = record
        self._epochs = epochs
        self._control = control
        self._progress = progress
        self.compared = 0
        self.first: int | None = None
        self.how: Text | None = None
        self.logs: dict[str, dict[str, float]] = {}
        self.device = ""

    def __call__(self, event: TrainEvent) -> None:
        """Take an event of the run that is trained now."""
        if isinstance(event, RunStarted):
            self.device = event.device
        elif isinstance(event, EpochDone):
            self._epoch(event)

    def differs(self, epoch: int, how: Text) -> None:
        """Note the first difference, and have the run end."""
        self.first, self.how = epoch, how
        self._control.stop()

    def ended(self, finished: RunFinished) -> None:
        """Note a difference in how the run came to its end."""
        if self.first is not None:
            return
        if finished.reason == "diverged":
            self.differs(self.compared + 1, text("the loss is no longer a finite number now"))
        elif self.compared < self._epochs:
            self.differs(self.compared + 1, text("the run went on to it then, and not now"))

    def _epoch(self, event: EpochDone) -> None:
        number = event.epoch
        if number > len(self._record.weights):
            self.differs(number, text("the run had ended before it then, and goes on now"))
            return
        self.compared = number
        then, now = self._record.history[number - 1], history_row(event)
        same_weights = weights_digest(event.snapshot) == self._record.weights[number - 1]
        self.logs = _differing(then, now)
        if self.logs or not same_weights:
            self.differs(number, _how(self.logs, same_weights=same_weights))
        elif number == self._epochs < len(self._record.weights):
            self._control.stop()
        word = "the same" if self.first is None else "differs"
        self._progress(number / self._epochs, f"epoch {number}/{self._epochs} · {word}")


def _differing(then: Row, now: Row) -> dict[str, dict[str, float]]:
    return {
        name: {"then": then[name], "now": now[name]}
        for name in now
        if name in then and then[name] != now[name]
    }


def _how(logs: Mapping[str, Mapping[str, float]], *, same_weights: bool) -> Text:
    """Return in what an epoch differs, by the first log that does."""
    if not logs:
        return text("its weights are others, though every log is the same")
    name, values = next(iter(logs.items()))
    for form in LOG_FORMATS:
        then, now = form.format(values["then"]), form.format(values["now"])
        if then != now:
            break
    if same_weights:
        return text(
            "{log} {then} then, {now} now, though its weights are the same",
            log=name,
            then=then,
            now=now,
        )
    return text("{log} {then} then, {now} now", log=name, then=then, now=now)
