"""Advice on the size of the network and on how it is trained."""

from __future__ import annotations

from collections.abc import Iterator

from mlp_studio.core.hint import Hint, Situation
from mlp_studio.core.layers import BatchNormalization, Dense, Dropout, GaussianNoise
from mlp_studio.core.problem import Repair
from mlp_studio.core.text import text
from mlp_studio.core.training import OPTIMIZER_TYPES, EarlyStopping, TrainingSpec

MANY = 10  # parameters for each example, where nothing holds the network back
FAR_TOO_MANY = 100  # whatever does
SMALL_BATCH = 8  # for BatchNormalization
RATES = {
    "adam": (1e-5, 0.03),
    "adamw": (1e-5, 0.03),
    "nadam": (1e-5, 0.03),
    "adamax": (1e-5, 0.05),
    "rmsprop": (1e-5, 0.03),
    "sgd": (1e-4, 1.0),
    "adagrad": (1e-4, 1.0),
    "adadelta": (0.05, 10.0),
    "lion": (1e-6, 0.003),
}
"""Learning rates between which an optimizer is usually at home."""
USUAL_RATES = {"adadelta": 1.0, "lion": 0.0001}  # where the spec's default is Keras's, not usual


def training_hints(now: Situation) -> Iterator[Hint]:
    """Yield the advice on size and training."""
    yield from _many_parameters(now)
    yield from _large_batch(now)
    yield from _small_batch(now)
    yield from _unusual_rate(now)
    yield from _idle_stopping(now)


def _changed(training: TrainingSpec, **changes: object) -> TrainingSpec:
    return training.model_copy(update=changes)


def _held_back(now: Situation) -> bool:
    """Tell whether anything keeps the network from learning its examples by heart."""
    return (
        now.training.early_stopping is not None
        or now.training.optimizer.weight_decay > 0
        or any(isinstance(layer, Dropout | GaussianNoise) for layer in now.network)
        or any(isinstance(layer, Dense) and layer.kernel_regularizer for layer in now.network)
    )


def _many_parameters(now: Situation) -> Iterator[Hint]:
    if now.observed is None or now.observed.train == 0:
        return
    learnt = sum(
        spec.size
        for specs in now.network.weight_specs().values()
        for spec in specs
        if spec.trainable
    )
    share = learnt / now.observed.train
    held_back = _held_back(now)
    if share <= (FAR_TOO_MANY if held_back else MANY):
        return
    repair = None
    if now.training.early_stopping is None:
        stopping = _changed(now.training, early_stopping=EarlyStopping())
        repair = Repair(text("Stop early"), now.network, stopping)
    yield Hint(
        "many_parameters",
        None,
        text(
            "{parameters} parameters learn from {examples} examples: {share} for each.",
            parameters=f"{learnt:,}",
            examples=f"{now.observed.train:,}",
            share=f"{share:,.0f}",
        ),
        text(
            "The network can learn them by heart. Fewer units, Dropout, an L2 penalty, early "
            "stopping or more examples help; the validation curve tells."
        ),
        repair,
    )


def _large_batch(now: Situation) -> Iterator[Hint]:
    if now.observed is None or now.training.batch_size <= now.observed.train:
        return
    smaller = 32
    while smaller > 1 and smaller * 8 > now.observed.train:
        smaller //= 2
    yield Hint(
        "large_batch",
        None,
        text(
            "A batch of {batch} is more than the {examples} training examples.",
            batch=f"{now.training.batch_size:,}",
            examples=f"{now.observed.train:,}",
        ),
        text("Each epoch is a single step, so that many epochs are needed."),
        Repair(
            text("Use a batch of {batch}", batch=smaller),
            now.network,
            _changed(now.training, batch_size=smaller),
        ),
    )


def _small_batch(now: Situation) -> Iterator[Hint]:
    normal = [layer for layer in now.network if isinstance(layer, BatchNormalization)]
    if normal and now.training.batch_size < SMALL_BATCH:
        yield Hint(
            "small_batch",
            normal[0].name,
            text(
                "“{layer}” takes mean and variance of only {batch} examples at a time.",
                layer=normal[0].name,
                batch=now.training.batch_size,
            ),
            text("Of so few they are mostly chance, and every step is noisy."),
            Repair(
                text("Use a batch of {batch}", batch=32),
                now.network,
                _changed(now.training, batch_size=32),
            ),
        )


def _unusual_rate(now: Situation) -> Iterator[Hint]:
    optimizer = now.training.optimizer
    low, high = RATES[optimizer.kind]
    if low <= optimizer.learning_rate <= high:
        return
    kind = OPTIMIZER_TYPES[optimizer.kind]
    usual = USUAL_RATES.get(optimizer.kind, kind().learning_rate)
    if optimizer.learning_rate > high:
        why = text("Steps this large jump across what they look for: the loss may rise or stall.")
    else:
        why = text("Steps this small take very many epochs to get anywhere.")
    usually = optimizer.model_copy(update={"learning_rate": usual})
    yield Hint(
        "rate",
        None,
        text(
            "A learning rate of {rate} is unusual for {optimizer}; {low} to {high} is common.",
            rate=_plain(optimizer.learning_rate),
            optimizer=kind.__name__,
            low=_plain(low),
            high=_plain(high),
        ),
        why,
        Repair(
            text("Use {rate}", rate=_plain(usual)),
            now.network,
            _changed(now.training, optimizer=usually),
        ),
    )


def _idle_stopping(now: Situation) -> Iterator[Hint]:
    stopping, epochs = now.training.early_stopping, now.training.epochs
    if stopping is None or stopping.patience < epochs or epochs < 4:
        return
    patience = max(1, epochs // 4)
    sooner = stopping.model_copy(update={"patience": patience})
    yield Hint(
        "idle_stopping",
        None,
        text(
            "Early stopping waits for {patience} epochs; the run has {epochs}.",
            patience=stopping.patience,
            epochs=epochs,
        ),
        text("It can never end such a run."),
        Repair(
            text("Wait for {patience} epochs", patience=patience),
            now.network,
            _changed(now.training, early_stopping=sooner),
        ),
    )


def _plain(rate: float) -> str:
    """Return a rate as people write it: 0.00001 rather than 1e-05."""
    return f"{rate:.8f}".rstrip("0").rstrip(".")
