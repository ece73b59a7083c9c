"""Curves from pixel counts: where Qt would stroke them, and as strong as the weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.studio.document import Document
from mlp_studio.ui.builder.link_item import curve
from mlp_studio.ui.builder.raster import CurveRaster
from mlp_studio.ui.builder.scene import NetworkScene
from mlp_studio.ui.builder.weights import bias_values, link_values
from mlp_studio.ui.theme import Theme

BLUE, ORANGE = (47, 128, 208), (224, 119, 47)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_curve_lies_where_qt_strokes_it(qapp, scale):
    raster = CurveRaster(100, 80, [10.0], [70.0], scale)
    alpha = raster.render(np.ones((1, 1), np.float32), BLUE, ORANGE)[..., 3] / 255
    image = QImage(raster.width, raster.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.drawPath(curve(0, 10, 100, 70))
    painter.end()
    stroked = np.frombuffer(image.constBits(), np.uint8)
    stroked = stroked.reshape(raster.height, -1, 4)[:, : raster.width, 3] / 255
    rows = np.arange(raster.height)[:, None]
    ours = (alpha * rows).sum(0) / alpha.sum(0)
    qts = (stroked * rows).sum(0) / stroked.sum(0)
    assert np.abs(ours - qts).max() < 0.5


def test_sign_gives_the_colour_and_size_the_strength():
    raster = CurveRaster(60, 60, [10.0, 30.0, 50.0], [10.0, 30.0, 50.0], 1.0)
    values = np.diag(np.array([1.0, -1.0, 0.1], np.float32))
    picture = raster.render(values, BLUE, ORANGE).astype(int)
    blue, _green, red, alpha = (picture[..., k] for k in range(4))
    middle = picture.shape[1] // 2 + 20  # where the curves run apart
    assert blue[9:12, middle].sum() > red[9:12, middle].sum()
    assert red[29:32, middle].sum() > blue[29:32, middle].sum()
    assert alpha[9:12, middle].sum() > 2 * alpha[49:52, middle].sum()
    assert (picture[..., :3].max(-1) <= alpha + 1).all()  # premultiplied


def test_only_the_shown_units_are_looked_at(qapp):
    document = Document(template("spirals-6").project)
    network = document.network
    snapshot = Snapshot(network, initial_weights(network, 3), 1)
    scene = NetworkScene(document, Theme("light"))
    source, target = (scene.layout.columns[k] for k in scene.layout.links[1])
    values = link_values(snapshot, source, target)
    kernel = snapshot.weights["dense_1"][0]
    wanted = kernel[np.ix_(source.shown, target.shown)]
    assert values is not None
    np.testing.assert_allclose(values, wanted / np.abs(wanted).max(), rtol=1e-6)
    biases = bias_values(snapshot, target)
    assert biases is not None
    assert not biases.any()
    assert link_values(None, source, target) is None
