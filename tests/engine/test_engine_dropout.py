"""Training with Dropout: our masks are not Keras's, but the losses they lead to are alike."""

from __future__ import annotations

import numpy as np
from scipy import stats

from mlp_studio.core.control import Control
from mlp_studio.core.events import EpochDone, Snapshot, TrainEvent, TrainRequest
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.layers import Dense, Dropout
from mlp_studio.core.training import SGD, TrainingSpec
from mlp_studio.engine.keras_files import build, compile_model
from mlp_studio.engine.train import train
from tests.engine.parity import BATCH, classes, network

SEEDS, EPOCHS = 20, 10
NET = network(Dense(units=16), Dropout(rate=0.4), Dense(units=8), Dropout(rate=0.2))
TRAINING = TrainingSpec(
    optimizer=SGD(learning_rate=0.1), batch_size=BATCH, epochs=EPOCHS, shuffle=False
)


def test_the_losses_of_20_seeds_are_distributed_like_those_of_keras() -> None:
    """200 steps from the same weights in the same order: only the masks differ."""
    x, y = classes(BATCH * 20)
    start = Snapshot(NET, initial_weights(NET, 5))
    ours = []
    for seed in range(SEEDS):
        events: list[TrainEvent] = []
        training = TRAINING.model_copy(update={"seed": seed})
        asked = TrainRequest(1, NET, training, x, y, x[:50], y[:50], start, device="cpu")
        train(asked, events.append, Control())
        last = [event for event in events if isinstance(event, EpochDone)][-1].logs
        ours.append([last["loss"], last["val_loss"]])
    model = build(NET, start.weights)
    compile_model(model, TRAINING)
    weights = model.get_weights()
    theirs = []
    for _ in range(SEEDS):
        model.set_weights(weights)
        history = model.fit(
            x,
            y,
            batch_size=BATCH,
            epochs=EPOCHS,
            shuffle=False,
            verbose=0,
            validation_data=(x[:50], y[:50]),
        ).history
        theirs.append([history["loss"][-1], history["val_loss"][-1]])
    for mine, other in zip(np.transpose(ours), np.transpose(theirs), strict=True):
        assert mine.std() > 0
        # Chance fails a true test once in thousands of runs; our seeds are fixed.
        assert stats.ks_2samp(mine, other).pvalue > 1e-3
        assert abs(mine.mean() - other.mean()) < 4 * np.hypot(mine.std(), other.std()) / SEEDS**0.5
        assert 1 / 3 < mine.std() / other.std() < 3
