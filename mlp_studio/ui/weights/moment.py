"""Whose weights are looked at: the newest ones, those of a frame, or what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mlp_studio.analysis.film import FilmFrame
from mlp_studio.analysis.kernel_path import KernelPath, PathKeeper, weights_of
from mlp_studio.analysis.kernels import strength
from mlp_studio.core.arrays import AnyArray, FloatArray
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import current_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.weights.picture import Mode, WeightPicture, WeightQuestion
from mlp_studio.ui.weights.picture import answer as picture_of

Change = Literal["none", "start", "before"]


@dataclass(frozen=True, eq=False)
class Moment:
    """A moment of the training.

    Parameters
    ----------
    network : NetworkSpec
        The network.
    snapshot : Snapshot, optional
        The newest weights; without them, those of an untrained network with this `seed`.
    frames : tuple of FilmFrame
        The film of the network, with weights; may be empty.
    shown : FilmFrame, optional
        The frame that is shown; None for the newest weights.
    change : {"none", "start", "before"}
        The weights themselves, or their difference from the first frame or the one before.
    """

    network: NetworkSpec
    snapshot: Snapshot | None
    seed: int
    frames: tuple[FilmFrame, ...]
    shown: FilmFrame | None
    change: Change

    @property
    def epoch(self) -> float | None:
        """Of the weights; None for new ones."""
        if self.shown is not None:
            return self.shown.epoch
        return None if self.snapshot is None else float(self.snapshot.epoch)

    @property
    def reference(self) -> FilmFrame | None:
        """The frame that is taken off; None for the weights themselves."""
        if self.change == "none" or not self.frames:
            return None
        if self.change == "start":
            return self.frames[0]
        epoch = self.epoch
        earlier = [f for f in self.frames if epoch is None or f.epoch < epoch]
        return earlier[-1] if earlier else self.frames[0]

    def array(self, layer: str, number: int) -> FloatArray:
        """Return the weights, or their change."""
        own = None if self.shown is None else weights_of(self.shown, layer, number)
        if own is None:
            own = current_weights(self.network, self.snapshot, self.seed)[layer][number]
        taken = None if self.reference is None else weights_of(self.reference, layer, number)
        return own if taken is None else own - taken

    def most(self, layer: str, number: int) -> float | None:
        """Return the size with the full colour: that of the last frame, so that growth shows.

        None where each picture has its own: outside the film, and for small changes.
        """
        if self.shown is None or self.change == "before" or not self.frames:
            return None
        last = weights_of(self.frames[-1], layer, number)
        if last is None:
            return None
        if self.change == "start":
            first = weights_of(self.frames[0], layer, number)
            last = last if first is None else last - first
        return strength(last)


@dataclass(frozen=True, eq=False)
class Seen:
    """A picture, and the way there; None without a film."""

    picture: WeightPicture
    path: KernelPath | None


def answer(
    moment: Moment,
    layer: str,
    number: int,
    mode: Mode,
    colours: tuple[AnyArray, AnyArray, AnyArray],
    keeper: PathKeeper,
) -> Seen:
    """Compute both. Slow for large arrays and long films."""
    reference = moment.reference
    question = WeightQuestion(
        moment.network,
        layer,
        number,
        moment.array(layer, number),
        mode,
        moment.epoch,
        colours,
        None if reference is None else reference.epoch,
        moment.most(layer, number),
    )
    path = keeper.path(moment.frames, layer, number) if moment.frames else None
    return Seen(picture_of(question), path)
