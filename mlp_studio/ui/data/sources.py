"""The sources to choose from: their groups, their titles and what each begins with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from mlp_studio.core.datasets import (
    AnySource,
    BuiltinDigits,
    DataSpec,
    Mnist,
    MnistAndDigits,
    OwnSource,
)
from mlp_studio.core.file_sources import Arrays, Images, MnistRelative
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
from mlp_studio.core.table_sources import ScikitName, ScikitTable
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.data.mnist_relatives import TITLES
from mlp_studio.data.own_kinds import OWN_KINDS
from mlp_studio.data.tables.scikit import is_there
from mlp_studio.studio.fine_tune import with_mine

_PLANE: dict[str, type[AnyPlane]] = {
    "moons": Moons,
    "circles": Circles,
    "blobs": Blobs,
    "xor": Xor,
    "checkerboard": Checkerboard,
    "gaussian-quantiles": GaussianQuantiles,
    "painted": Painted,
}
_SCIKIT = "scikit:"
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
                "my-digits": translate("SourceFields", "My digits"),
            },
        ),
        (translate("SourceFields", "Tables"), _scikit_titles()),
        (
            translate("SourceFields", "Your own data"),
            {
                "table": translate("SourceFields", "Table…"),
                "images": translate("SourceFields", "Images…"),
                "arrays": translate("SourceFields", "Arrays…"),
                "mnist_relative": translate("SourceFields", "MNIST's relatives…"),
            },
        ),
    ]


def _scikit_titles() -> dict[str, str]:
    translate = QCoreApplication.translate
    titles: dict[ScikitName, str] = {
        "iris": translate("SourceFields", "Iris"),
        "wine": translate("SourceFields", "Wine"),
        "breast_cancer": translate("SourceFields", "Breast cancer"),
        "diabetes": translate("SourceFields", "Diabetes"),
        "california_housing": translate("SourceFields", "California housing"),
    }
    return {f"{_SCIKIT}{name}": words for name, words in titles.items() if is_there(name)}


def source_key(source: AnySource) -> str:
    """Return under which name a source is among the groups."""
    return f"{_SCIKIT}{source.name}" if isinstance(source, ScikitTable) else source.kind


def source_name(source: OwnSource) -> str:
    """Return how a source that somebody brought is called: after its file, if it has one."""
    if isinstance(source, ScikitTable):
        return source_title(source_key(source))
    if isinstance(source, MnistRelative):
        return TITLES[source.name]
    return Path(source.path).name


def source_title(kind: str) -> str:
    """Return the title of a source's kind."""
    found = (titles[kind] for _group, titles in source_groups() if kind in titles)
    return next(found, kind.removeprefix(_SCIKIT))  # a table that is no longer on this computer


def starting_data(kind: str, former: DataSpec | None = None) -> DataSpec:
    """Return the data a source begins with: that of its own template, where it has one.

    A person's own digits join those that were learnt from before.
    """
    if kind == "my-digits":
        data = former or TEMPLATES["digits"].project.data
        if not isinstance(data.source, Mnist | BuiltinDigits | MnistAndDigits):
            data = TEMPLATES["digits"].project.data
        return data.model_copy(update={"source": with_mine(data.source)})
    if kind in _TEMPLATES:
        return TEMPLATES[_TEMPLATES[kind]].project.data
    if kind.startswith(_SCIKIT):
        return own_data(ScikitTable.model_validate({"name": kind.removeprefix(_SCIKIT)}))
    return DataSpec(source=_PLANE[kind]())


def own_data(source: OwnSource) -> DataSpec:
    """Return what data somebody brought begins with: pictures ÷ 255, numbers standardised."""
    pictures = isinstance(source, Images | MnistRelative) or (
        isinstance(source, Arrays) and len(source.shape) > 1
    )
    return DataSpec(source=source, scaling="divide_255" if pictures else "standard")


def has_dialog(kind: str) -> bool:
    """Return whether a source is chosen in a dialog of its own."""
    return kind in OWN_KINDS
