"""Points in the plane with a class each, as frozen specs; see `mlp_studio.data.plane`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from mlp_studio.core.layers import Spec

MAX_PLANE_SAMPLES = 200_000
MAX_PAINTED = 5_000  # a project file holds them all, and every step of undo

Samples = Annotated[int, Field(ge=10, le=MAX_PLANE_SAMPLES)]
Noise = Annotated[float, Field(ge=0.0, le=3.0)]
Seed = Annotated[int, Field(ge=0, lt=2**31)]
Coordinate = Annotated[float, Field(ge=-1e6, le=1e6)]
PaintedPoint = tuple[Coordinate, Coordinate, Annotated[int, Field(ge=0, le=11)]]


class PlaneSpec(Spec):
    """Base of the sources whose examples are points of the plane."""

    @property
    def classes(self) -> int:
        """Number of classes."""
        return int(getattr(self, "n_classes", 2))


class Moons(PlaneSpec):
    """Two half moons that reach into each other."""

    kind: Literal["moons"] = "moons"
    samples: Samples = 1000
    noise: Noise = 0.1
    seed: Seed = 42


class Circles(PlaneSpec):
    """Rings around the origin, the outermost of radius 1, the innermost of radius `factor`."""

    kind: Literal["circles"] = "circles"
    n_classes: int = Field(default=2, ge=2, le=8)
    samples: Samples = 1000
    noise: Noise = 0.05
    factor: float = Field(default=0.5, ge=0.0, le=0.95)
    seed: Seed = 42


class Blobs(PlaneSpec):
    """Round heaps at random places, `noise` their standard deviation."""

    kind: Literal["blobs"] = "blobs"
    n_classes: int = Field(default=3, ge=2, le=12)
    samples: Samples = 1000
    noise: Noise = 1.0
    seed: Seed = 42


class Xor(PlaneSpec):
    """The four quadrants, those across from each other of one class."""

    kind: Literal["xor"] = "xor"
    samples: Samples = 1000
    noise: Noise = 0.0
    gap: float = Field(default=0.1, ge=0.0, le=0.9)
    seed: Seed = 42


class Checkerboard(PlaneSpec):
    """Squares whose classes take turns."""

    kind: Literal["checkerboard"] = "checkerboard"
    n_classes: int = Field(default=2, ge=2, le=6)
    squares: int = Field(default=4, ge=2, le=12)
    samples: Samples = 2000
    noise: Noise = 0.0
    seed: Seed = 42


class GaussianQuantiles(PlaneSpec):
    """One normal cloud, cut into rings of as many points each."""

    kind: Literal["gaussian-quantiles"] = "gaussian-quantiles"
    n_classes: int = Field(default=3, ge=2, le=10)
    samples: Samples = 1000
    noise: Noise = 0.0
    seed: Seed = 42


class Painted(PlaneSpec):
    """Points that somebody put there: ``(x, y, class)`` each, in the order of painting."""

    kind: Literal["painted"] = "painted"
    n_classes: int = Field(default=2, ge=2, le=8)
    points: tuple[PaintedPoint, ...] = Field(default=(), max_length=MAX_PAINTED)

    @model_validator(mode="after")
    def _known_classes(self) -> Painted:
        highest = max((number for _x, _y, number in self.points), default=0)
        if highest >= self.n_classes:
            raise ValueError(
                f"a point's class must be below n_classes ({self.n_classes}). Received: {highest}"
            )
        return self


AnyPlane = Moons | Circles | Blobs | Xor | Checkerboard | GaussianQuantiles | Painted
