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
        shares = _percent(projection)
        full = self.tr("PCA · {shares} of the variance").format(shares=shares)
        return full, self.tr("PCA · {shares}").format(shares=shares)

    def features(self, frame: Frame) -> tuple[str, str]:
        """Return how features became points."""
        view, width = frame.question.view, frame.width
        if frame.others or frame.heat is not None:  # the corner of the map has more room
            return (self.caption(frame), "") if frame.others else ("", "")
        if view.name == "units" and width > 1:
            across, up = min(view.across, width - 1), min(view.up, width - 1)
            full = self.tr("unit {across} across, unit {up} up").format(across=across, up=up)
            return full, self.tr("units {across}, {up}").format(across=across, up=up)
        if view.name == "units3":
            numbers = [min(unit, width - 1) for unit in (view.across, view.up, view.deep)]
            shown = ", ".join(str(number) for number in numbers)
            return self.tr("units {numbers} in space").format(numbers=shown), shown
        if view.name in NEIGHBOURS:
            name = "t-SNE" if view.name == "tsne" else "UMAP"
            return self.tr("{name} · only neighbours mean something").format(name=name), name
        if view.name == "lda" and width > 1:
            shares = _percent(frame.projection)
            full = self.tr("LDA · {shares} of what separates the classes").format(shares=shares)
            return full, self.tr("LDA · {shares}").format(shares=shares)
        plain = view.name not in {"pca", "pca3"}
        return self.projection(frame.projection, width if plain or width < 2 else 3)

    def axes(self, frame: Frame) -> tuple[str, str, str]:
        """Return what the three axes of a space are called."""
        view, last = frame.question.view, frame.width - 1
        if view.name == "units3":
            first, second, third = (min(u, last) for u in (view.across, view.up, view.deep))
        else:
            first, second, third = 1, 2, 3
        unit = view.name == "units3" or frame.width < 2
        words = self.tr("unit {number}") if unit else self.tr("axis {number}")
        return (
            words.format(number=first),
            words.format(number=second),
            words.format(number=third),
        )

    def tip(self, frame: Frame) -> str:
        """Return which units make the axes, largest first; empty where they are the units."""
        axes = frame.projection.basis.axes
        view = frame.question.view.name
        turned = view in {"pca", "pca3", "lda"} or (view == "auto" and frame.width > 2)
        if not turned or not axes.any():
            return ""
        lines = []
        names = self.axes(frame) if view == "pca3" else (self.tr("Across"), self.tr("Up"), "")
        for words, axis in zip(names, axes.T, strict=False):
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

    def elsewhere(self, count: int) -> tuple[str, str]:
        """Return that so many examples are selected, none of which is shown."""
        number = f"{count:,}"
        full = self.tr("{count} selected, none of them shown here").format(count=number)
        return full, self.tr("{count} elsewhere").format(count=number)


def _percent(projection: Projection) -> str:
    return " + ".join(f"{100 * share:.0f} %" for share in projection.explained)


def _loadings(axis: NDArray[np.float32]) -> str:
    largest = np.argsort(-np.abs(axis), kind="stable")[:LOADINGS]
    shown = [f"{unit} {axis[unit]:+.2f}".replace("-", "−") for unit in largest if axis[unit]]
    rest = ", …" if np.count_nonzero(axis) > LOADINGS else ""
    return ", ".join(shown) + rest
