"""The sources to choose from: their groups, their titles and what each begins with."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.core.datasets import DataSpec
from mlp_studio.core.plane_sources import (
    AnyPlane,
    Blobs,
    Checkerboard,
    Circles,
    GaussianQuantiles,
    Moons,
    Painted,
    Xor,
)
from mlp_studio.core.templates import TEMPLATES

_PLANE: dict[str, type[AnyPlane]] = {
    "moons": Moons,
    "circles": Circles,
    "blobs": Blobs,
    "xor": Xor,
    "checkerboard": Checkerboard,
    "gaussian-quantiles": GaussianQuantiles,
    "painted": Painted,
}
_TEMPLATES = {
    "spirals": "spirals-6",
    "function": "egg-crate",
    "digits": "digits",
    "mnist": "mnist-first",
    "mnist-and-digits": "mnist-draw",
}


def source_groups() -> list[tuple[str, dict[str, str]]]:
    """Return the groups in their order: a title, and each source's kind with its title."""
    translate = QCoreApplication.translate
    return [
        (
            translate("SourceFields", "Plane"),
            {
                "spirals": translate("SourceFields", "Spirals"),
                "moons": translate("SourceFields", "Moons"),
                "circles": translate("SourceFields", "Circles"),
                "blobs": translate("SourceFields", "Blobs"),
                "xor": translate("SourceFields", "XOR"),
                "checkerboard": translate("SourceFields", "Checkerboard"),
                "gaussian-quantiles": translate("SourceFields", "Gaussian quantiles"),
                "painted": translate("SourceFields", "Paint your own"),
            },
        ),
        (
            translate("SourceFields", "Functions"),
            {"function": translate("SourceFields", "Function")},
        ),
        (
            translate("SourceFields", "Images"),
            {
                "digits": translate("SourceFields", "Built-in digits"),
                "mnist": translate("SourceFields", "MNIST"),
                "mnist-and-digits": translate("SourceFields", "MNIST and built-in digits"),
            },
        ),
    ]


def source_title(kind: str) -> str:
    """Return the title of a source's kind."""
    return next(titles[kind] for _group, titles in source_groups() if kind in titles)


def starting_data(kind: str) -> DataSpec:
    """Return the data a source begins with: that of its own template, where it has one."""
    if kind in _TEMPLATES:
        return TEMPLATES[_TEMPLATES[kind]].project.data
    return DataSpec(source=_PLANE[kind]())
