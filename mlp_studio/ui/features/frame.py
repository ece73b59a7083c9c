"""What is asked about the feature space and what comes back; no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mlp_studio.analysis.film import Film, FilmFrame
from mlp_studio.analysis.projection import Basis, Projection
from mlp_studio.analysis.units import Census
from mlp_studio.core.arrays import AnyArray, FloatArray, Weights
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import current_weights
from mlp_studio.core.network import NetworkSpec
from mlp_studio.ui.features.inside import Inside, Shading

PartName = Literal["validation", "train", "test"]
ViewName = Literal[
    "auto", "units", "pca", "lda", "units3", "pca3", "tsne", "umap", "heat", "several"
]  # fmt: skip

MOST_POINTS = 1000
MOST_UNTRAINED = 50_000_000  # parameters: more are not drawn only to show them untrained
NEIGHBOURS: frozenset[ViewName] = frozenset({"tsne", "umap"})
TURNING: frozenset[ViewName] = frozenset({"auto", "pca", "lda", "pca3"})  # axes that may turn
SPACE: frozenset[ViewName] = frozenset({"units3", "pca3"})
PLACING: frozenset[ViewName] = frozenset(
    {"auto", "units", "pca", "lda", "units3", "pca3", "several"}
)  # views with a place for what is new


@dataclass(frozen=True)
class View:
    """How features become a picture.

    Parameters
    ----------
    name : str
        ``"auto"``, ``"units"``, ``"pca"``, ``"lda"``, ``"tsne"``, ``"umap"``, ``"heat"`` or
        ``"several"``; in space ``"units3"`` and ``"pca3"``.
    across, up, deep : int
        The units that ``"units"`` and ``"units3"`` show, counted from 0.
    before_activation : bool
        Whether weighted sums are shown instead of activations.
    """

    name: ViewName = "auto"
    across: int = 0
    up: int = 1
    deep: int = 2
    before_activation: bool = False


@dataclass(frozen=True, eq=False)
class Probe:
    """The examples that stand for all of them, always the same for a data set.

    Parameters
    ----------
    part : {"validation", "train", "test"}
        Where they come from.
    indices : ndarray of shape (n,)
        Which of the part's examples they are.
    x, y : ndarray
        The examples, as in `mlp_studio.core.dataset.Part`.
    total : int
        How many examples the part has.
    input : Projection
        The inputs as points in the plane.
    """

    part: PartName
    indices: NDArray[np.int64]
    x: FloatArray
    y: AnyArray
    total: int
    input: Projection


@dataclass(frozen=True, eq=False)
class Shot:
    """A frame of a film, and which validation examples the film is about."""

    film: Film
    frame: FilmFrame
    examples: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Place:
    """Where a picture has put its points, for the next to keep to.

    Parameters
    ----------
    layer, view, probe
        What was shown; another layer, view or choice of examples has no place in common.
    projection : Projection
        How it was made.
    order : ndarray of shape (n,) or None
        The rows of a map of activations.
    step : int or None
        Of the film's frame.
    others : tuple of Place
        Those of other layers beside it.
    """

    layer: str
    view: View
    probe: Probe
    projection: Projection
    order: NDArray[np.int64] | None
    step: int | None
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, eq=False)
class Question:
    """What to compute; see `answer`.

    Parameters
    ----------
    snapshot : Snapshot or None
        The weights; those an untrained network would begin with where there are none.
    shot : Shot or None
        A moment of the film instead.
    before : Place or None
        The place of the picture before, to be kept.
    fixed : Basis or None
        Axes that stand fast.
    wanted : ndarray of int or None
        Examples of the part that are to be among those chosen.
    shading : Shading or None
        Colours of the rest of the network in a plane of two units; None paints none.
    """

    dataset: Dataset
    part: PartName
    network: NetworkSpec
    snapshot: Snapshot | None
    seed: int
    layer: str
    view: View = View()
    count: int = MOST_POINTS
    probe: Probe | None = None
    before: Place | None = None
    fixed: Basis | None = None
    shot: Shot | None = None
    wanted: NDArray[np.int64] | None = None
    shading: Shading | None = None


@dataclass(frozen=True, eq=False)
class Heat:
    """The activations themselves.

    Parameters
    ----------
    values : FloatArray of shape (n, units)
        One row an example, in the order of the probe.
    order : ndarray of shape (n,)
        The examples from top to bottom.
    census : Census
        Units that do nothing.
    """

    values: FloatArray
    order: NDArray[np.int64]
    census: Census


@dataclass(frozen=True, eq=False)
class Frame:
    """The features of a layer as points, and what the network says of each example.

    Parameters
    ----------
    question : Question
        What was asked.
    probe : Probe
        The examples.
    projection : Projection
        Of the layer's activations.
    points : FloatArray of shape (n, 2) or (n, 3)
        Where they are drawn.
    width : int
        How many units the layer has.
    outputs : ndarray of shape (n, outputs)
        Probabilities of the classes, or the predicted values.
    calibrated : bool
        Whether `outputs` are probabilities: the last layer ends in softmax or sigmoid.
    heat : Heat or None
        For the map of activations.
    others : tuple of Frame
        The same moment of other layers, where several are shown.
    inside : Inside or None
        What the rest of the network says in the plane of a layer of two units.
    """

    question: Question
    probe: Probe
    projection: Projection
    points: FloatArray
    width: int
    outputs: AnyArray
    calibrated: bool
    heat: Heat | None = None
    others: tuple[Frame, ...] = ()
    inside: Inside | None = None

    @property
    def weights(self) -> Weights | None:
        """The weights it is of, in single precision; None for a film that keeps none."""
        asked = self.question
        if asked.shot is not None:
            return asked.shot.frame.whole_weights()
        return current_weights(asked.network, asked.snapshot, asked.seed)

    @property
    def place(self) -> Place:
        """What the next picture keeps to."""
        asked = self.question
        order = self.heat.order if self.heat is not None else None
        step = asked.shot.frame.step if asked.shot is not None else None
        others = tuple(other.place for other in self.others)
        return Place(asked.layer, asked.view, self.probe, self.projection, order, step, others)

    @property
    def epoch(self) -> float | None:
        """The moment in epochs; None for new weights that were never trained."""
        asked = self.question
        if asked.shot is not None:
            return asked.shot.frame.epoch
        return None if asked.snapshot is None else float(asked.snapshot.epoch)
