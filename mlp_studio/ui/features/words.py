"""What the Features panel says about a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from mlp_studio.analysis.projection import Projection
from mlp_studio.analysis.units import in_words
from mlp_studio.studio.language import render
from mlp_studio.ui.features.frame import NEIGHBOURS, Frame
from mlp_studio.ui.features.timeline import epoch_words
from mlp_studio.ui.features.tints import losses

LOADINGS = 6  # units named for an axis


class Words(QObject):
    """Sentences about frames; each in full and in short."""

    def projection(self, projection: Projection, width: int) -> tuple[str, str]:
        """Return how inputs became points."""
        if width == 1:
            return self.tr("1 unit · height only spreads the points"), self.tr("1 unit")
        if width == 2:
            return self.tr("2 values as they are"), self.tr("2 values")
        first, second = _percent(projection)
        full = self.tr("PCA · {first} % + {second} % of the variance")
        short = self.tr("PCA · {first} % + {second} %")
        return full.format(first=first, second=second), short.format(first=first, second=second)

    def features(self, frame: Frame) -> tuple[str, str]:
        """Return how features became points."""
        view, width = frame.question.view, frame.width
        if frame.others:
            return self.caption(frame), ""
        if frame.heat is not None:
            return "", ""  # the corner of the map has more room
        if view.name == "units" and width > 1:
            across, up = min(view.across, width - 1), min(view.up, width - 1)
            full = self.tr("unit {across} across, unit {up} up").format(across=across, up=up)
            return full, self.tr("units {across}, {up}").format(across=across, up=up)
        if view.name in NEIGHBOURS:
            name = "t-SNE" if view.name == "tsne" else "UMAP"
            return self.tr("{name} · only neighbours mean something").format(name=name), name
        if view.name == "lda" and width > 1:
            first, second = _percent(frame.projection)
            full = self.tr("LDA · {first} % + {second} % of what separates the classes")
            short = self.tr("LDA · {first} % + {second} %")
            return full.format(first=first, second=second), short.format(first=first, second=second)
        return self.projection(frame.projection, 3 if view.name == "pca" and width == 2 else width)

    def tip(self, frame: Frame) -> str:
        """Return which units make the axes, largest first; empty where they are the units."""
        axes = frame.projection.basis.axes
        view = frame.question.view.name
        turned = view in {"pca", "lda"} or (view == "auto" and frame.width > 2)
        if not turned or not axes.any():
            return ""
        lines = []
        for words, axis in ((self.tr("Across"), axes[:, 0]), (self.tr("Up"), axes[:, 1])):
            if axis.any():
                lines.append(self.tr("{axis}: {units}").format(axis=words, units=_loadings(axis)))
        return "\n".join(lines)

    def caption(self, frame: Frame) -> str:
        """Return the words in the corner: the moment, or what is wrong."""
        if frame.projection.note is not None:
            return render(frame.projection.note)
        if frame.epoch is None:
            moment = self.tr("Not trained yet: features of new random weights")
        else:
            moment = self.tr("after epoch {epoch}").format(epoch=epoch_words(frame.epoch))
        if frame.heat is None:
            return moment
        return f"{moment}\n{render(in_words(frame.heat.census))}"

    def count(self, shown: int, total: int) -> str:
        """Return how many examples are shown."""
        if shown == total:
            return self.tr("all {total}").format(total=f"{total:,}")
        return self.tr("{count} of {total}").format(count=f"{shown:,}", total=f"{total:,}")

    def selection(self, frame: Frame, selected: NDArray[np.bool_]) -> tuple[str, str]:
        """Return how many examples are selected and how wrong the network is on them."""
        count = f"{int(selected.sum()):,}"
        mean = float(losses(frame)[selected].mean()) if selected.any() else 0.0
        full = self.tr("{count} selected · mean loss {loss}").format(
            count=count, loss=f"{mean:.3g}"
        )
        return full, self.tr("{count} selected").format(count=count)


def _percent(projection: Projection) -> tuple[str, str]:
    first, second = (f"{100 * share:.0f}" for share in projection.explained)
    return first, second


def _loadings(axis: NDArray[np.float32]) -> str:
    largest = np.argsort(-np.abs(axis), kind="stable")[:LOADINGS]
    shown = [f"{unit} {axis[unit]:+.2f}".replace("-", "−") for unit in largest if axis[unit]]
    rest = ", …" if np.count_nonzero(axis) > LOADINGS else ""
    return ", ".join(shown) + rest
