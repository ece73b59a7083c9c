"""One training run from its first step to its last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.control import Control
from mlp_studio.core.events import (
    EpochDone,
    OptimizerState,
    Reason,
    RunFinished,
    RunStarted,
    Snapshot,
    StepsDone,
    TrainEvent,
    TrainRequest,
)
from mlp_studio.core.schedules import Constant, factors
from mlp_studio.core.text import Text, text
from mlp_studio.engine.backend import tf
from mlp_studio.engine.callbacks import Checkpoint, RateReducer, Stopper
from mlp_studio.engine.loop import MAX_STEPS, VALIDATION_BATCH
from mlp_studio.engine.noise import epoch_key
from mlp_studio.engine.prepare import Prepared, prepare
from mlp_studio.engine.state import finite, fits, optimizer_state, snapshot, to_device
from mlp_studio.engine.work import Work
from mlp_studio.engine.worker import Stopped, run_or_stop

PERMUTATION = 1  # sets the order's random stream apart from the masks'


class Diverged(Exception):  # noqa: N818 - an outcome, not an error
    """The loss or a weight is no longer a finite number."""


class Run:
    """The state of one run.

    The rate in force is the optimizer's, times the schedule's factor for the step. A rate
    chosen by hand and `ReduceLROnPlateau` change the optimizer's, at once and at the next
    epoch; the schedule goes on from there, keeping its shape.

    Parameters
    ----------
    request : TrainRequest
        What to do.
    emit : callable
        Told every event but the last.
    control : Control
        Looked at between chunks.
    """

    def __init__(
        self, request: TrainRequest, emit: Callable[[TrainEvent], None], control: Control
    ) -> None:
        training = request.training
        self._request = request
        self._emit = emit
        self._control = control
        self._stopper = Stopper(training.early_stopping) if training.early_stopping else None
        self._reducer = RateReducer(training.reduce_lr) if training.reduce_lr else None
        self._last_good = request.start
        self._checkpoint = Checkpoint(training)
        self._best: Snapshot | None = None
        self._work: Work | None = None  # from the first step on
        self._steps_told = 0
        self._seen = 0  # steps at the last look at the weights within the first epoch
        carried = request.optimizer_state
        if carried is not None and not fits(request.network, training.optimizer, carried):
            carried = None
        self._carried = carried
        self._iterations = carried.iterations if carried else 0
        self._rate = carried.learning_rate if carried else training.optimizer.learning_rate
        self._factor = 1.0  # of the schedule at the last step of the epoch
        self._flat: tuple[float, Any] | None = None  # a rate and the tensor full of it

    def go(self) -> RunFinished:
        """Prepare, train, and return how it ended."""
        request = self._request
        if self._control.stopped:
            return self._stopped_before_the_start()
        try:
            prepared = run_or_stop(lambda: prepare(request), self._control)
        except Stopped:
            return self._stopped_before_the_start()
        with tf.device(prepared.device.name):
            state = to_device(
                request.network, request.start.weights, request.training.optimizer, self._carried
            )
            return self._train(prepared, Work(prepared, state, self._control))

    @property
    def last_epoch(self) -> int:
        """The epoch whose weights are kept should the run fail now."""
        return self._last_good.epoch

    def failed(self, message: Text) -> RunFinished:
        """Return the end of a run that could not go on."""
        return self._finished("failed", message, self._last_good, None)

    def _train(self, prepared: Prepared, work: Work) -> RunFinished:
        request = self._request
        first = request.start.epoch + 1
        last = request.start.epoch + request.training.epochs
        self._emit(
            RunStarted(
                request.run_id,
                prepared.device.description,
                prepared.structure.steps,
                first,
                last,
                prepared.choice,
            )
        )
        self._work = work
        reason: Reason = "completed"
        try:
            for epoch in range(first, last + 1):
                if self._epoch(prepared, work, epoch, is_last=epoch == last):
                    reason = "stopped_early"
                    break
        except Stopped:
            return self._stopped(work)
        except Diverged:
            return self._diverged()
        return self._done(reason, work)

    def _epoch(self, prepared: Prepared, work: Work, epoch: int, *, is_last: bool) -> bool:
        """Make an epoch; return whether early stopping ends the run."""
        before = work.seconds
        records = self._steps(prepared, work, epoch)
        logs = _epoch_logs(records, prepared, self._request.training.metric)
        logs |= self._validate(prepared, work)
        current = self._snapshot(work, epoch)
        if not (np.isfinite(list(logs.values())).all() and finite(current.weights)):
            raise Diverged
        self._last_good = current
        if self._checkpoint.update(epoch, logs):
            self._best = current
        stop = self._stopper is not None and self._stopper.update(epoch, logs)
        chosen = self._rate
        if self._reducer is not None:
            self._rate = self._reducer.update(epoch, logs, chosen)
        if not (stop or is_last):
            self._control.epoch_ended()
        self._emit(
            EpochDone(
                self._request.run_id,
                epoch,
                logs,
                chosen * self._factor,
                current,
                work.seconds - before,
                self._rate < chosen,
            )
        )
        return stop

    def _steps(self, prepared: Prepared, work: Work, epoch: int) -> AnyArray:
        """Make the steps of an epoch; return each one's loss and metric, shape (steps, 2)."""
        request, steps = self._request, prepared.structure.steps
        noise = tf.constant(epoch_key(request.training.seed, epoch))
        records = np.empty((steps, 2), np.float32)
        schedule = request.training.schedule
        plan = None
        if not isinstance(schedule, Constant):
            plan = factors(schedule, epoch, steps, request.training.epochs)
            self._factor = float(plan[-1])
        for window in prepared.training.steps(self._order(prepared, epoch)):
            done = 0
            while done < window.count:
                self._look_at_control()
                count = min(work.chunk.steps, window.count - done)
                first = window.base + done
                rates = self._rates(None if plan is None else plan[first : first + count])
                at = (window.base, done, count, self._iterations)
                table = work.steps(window, at, rates, noise)
                records[first : first + count] = table[:count]
                self._iterations += count
                losses = records[first : first + count, 0].copy()
                told, self._steps_told = self._steps_told, self._steps_told + count
                done += count
                ended = first + count == steps  # where `EpochDone` has the weights
                seen = None if ended or epoch > 1 else self._early_look(work)
                self._emit(StepsDone(request.run_id, told, losses, seen))
                if not np.isfinite(losses).all():
                    raise Diverged
        return records

    def _early_look(self, work: Work) -> Snapshot | None:
        """Return the weights where the steps have doubled since the last look.

        Most happens in the first steps: a film of the first epoch has a frame for each
        doubling or so.
        """
        if self._steps_told < max(1, 2 * self._seen):
            return None
        self._seen = self._steps_told
        return self._snapshot(work, 0)

    def _rates(self, plan: AnyArray | None) -> Any:
        """Return the rates of the steps to come, shape (MAX_STEPS,); what follows is unused."""
        if plan is None:
            if self._flat is None or self._flat[0] != self._rate:
                self._flat = self._rate, tf.fill((MAX_STEPS,), tf.constant(self._rate, tf.float32))
            return self._flat[1]
        rates = np.zeros(MAX_STEPS, np.float32)
        rates[: len(plan)] = self._rate * plan
        return tf.constant(rates)

    def _look_at_control(self) -> None:
        self._control.wait_while_paused()
        if self._control.stopped:
            raise Stopped
        rate = self._control.take_learning_rate()
        if rate is not None:
            self._rate = rate

    def _order(self, prepared: Prepared, epoch: int) -> AnyArray:
        """Return the rows' numbers in the epoch's order, shape (steps, batch), zero-padded."""
        structure, training = prepared.structure, self._request.training
        order = np.zeros(structure.steps * structure.batch, np.int32)
        if training.shuffle:
            stream = np.random.default_rng((training.seed, epoch, PERMUTATION))
            order[: structure.examples] = stream.permutation(structure.examples)
        else:
            order[: structure.examples] = np.arange(structure.examples)
        return order.reshape(structure.steps, structure.batch)

    def _validate(self, prepared: Prepared, work: Work) -> dict[str, float]:
        if prepared.validation is None:
            return {}
        totals, extra = np.zeros(2), 0.0
        for window in prepared.validation.rows_in_turn():
            parts, done = -(-window.count // VALIDATION_BATCH), 0
            while done < parts:
                self._look_at_control()
                count = min(work.validation_chunk.steps, parts - done)
                sums, extra = work.look(window, done, count)
                totals += sums
                done += count
        loss, metric = totals / len(prepared.validation)
        return {
            "val_loss": float(loss) + extra,
            f"val_{self._request.training.metric}": float(metric),
        }

    def _snapshot(self, work: Work, epoch: int) -> Snapshot:
        start = self._request.start
        return snapshot(self._request.network, work.state, epoch, start.scaler)

    def _stopped(self, work: Work) -> RunFinished:
        now = self._snapshot(work, self._last_good.epoch)
        if not finite(now.weights):
            return self._diverged()
        return self._finished(
            "stopped",
            text("Stopped after {epochs} epochs; the weights stay as they are.", epochs=now.epoch),
            now,
            self._optimizer_state(work),
        )

    def _stopped_before_the_start(self) -> RunFinished:
        return self._finished(
            "stopped",
            text("Stopped before the first step; the weights stay as they are."),
            self._request.start,
            self._request.optimizer_state,
        )

    def _diverged(self) -> RunFinished:
        message = text(
            "The loss is no longer a finite number; the weights of epoch {epoch}, the last good "
            "ones, are kept. Try a lower learning rate than {rate}, and check the scaling of the "
            "data.",
            epoch=self._last_good.epoch,
            rate=f"{self._rate:g}",
        )
        return self._finished("diverged", message, self._last_good, None)

    def _done(self, reason: Reason, work: Work) -> RunFinished:
        spec, last = self._request.training.early_stopping, self._last_good
        final = last
        if spec is not None and spec.restore_best_weights and self._stopper is not None:
            # Where its monitor is not measured, it has nothing to go by and restores nothing.
            final = (self._best if self._stopper.best_epoch is not None else None) or last
        put_back = final is not last
        if reason == "stopped_early" and spec is not None:
            ended = text(
                "Stopped early: {monitor} has not improved for {patience} epochs.",
                monitor=spec.monitor,
                patience=spec.patience,
            )
        else:
            ended = text("Trained to epoch {epoch}.", epoch=last.epoch)
        message = ended
        if put_back:
            message = text(
                "{ended} The weights of epoch {epoch}, the best one, are back.",
                ended=ended,
                epoch=final.epoch,
            )
        carried = None if put_back else self._optimizer_state(work)
        return self._finished(reason, message, final, carried)

    def _optimizer_state(self, work: Work) -> OptimizerState:
        request = self._request
        return optimizer_state(
            request.network,
            work.state,
            request.training.optimizer.kind,
            self._iterations,
            self._rate,
        )

    def _finished(
        self, reason: Reason, message: Text, final: Snapshot, carried: OptimizerState | None
    ) -> RunFinished:
        best_epoch = self._checkpoint.best_epoch
        return RunFinished(
            self._request.run_id,
            reason,
            message,
            final,
            carried,
            best_epoch,
            self._work.seconds if self._work is not None else 0.0,
            self._best,
        )


def _epoch_logs(records: AnyArray, prepared: Prepared, metric: str) -> dict[str, float]:
    """Return the means over the epoch's batches, weighted by their sizes."""
    structure = prepared.structure
    last = structure.examples - structure.batch * (structure.steps - 1)
    whole = records[:-1].sum(axis=0, dtype=np.float64) * structure.batch
    loss, score = (whole + records[-1] * float(last)) / structure.examples
    return {"loss": float(loss), metric: float(score)}
