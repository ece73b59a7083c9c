"""While a network trains, NumPy multiplies in one thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mlp_studio.studio.training import TrainingController

if TYPE_CHECKING:
    from threadpoolctl import _ThreadpoolLimiter

TRAINING = frozenset({"preparing", "running"})


class BlasThreads(QObject):
    """Keeps the views' products from taking the processors away from the training.

    OpenBLAS divides a product among as many threads as there are cores. Beside a training
    that uses all of them, these wait for each other by turning in circles: on two cores,
    with everything live, half a core was spent on that alone.

    Parameters
    ----------
    training : TrainingController
        Tells when a network trains.
    """

    def __init__(self, training: TrainingController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit: _ThreadpoolLimiter | None = None
        training.state_changed.connect(self.follow)

    @Slot(str)
    def follow(self, state: str) -> None:
        """Use one thread in this state of the training, or all of them again."""
        if state in TRAINING and self._limit is None:
            from threadpoolctl import ThreadpoolController

            self._limit = ThreadpoolController().limit(limits=1, user_api="blas")
        elif state not in TRAINING and self._limit is not None:
            self._limit.restore_original_limits()
            self._limit = None
