"""What a request asks the engine to put on the device is made once."""

from __future__ import annotations

from mlp_studio.core.request import training_request
from mlp_studio.core.templates import template
from mlp_studio.data.load import load


def test_requests_for_the_same_data_share_targets_and_weights() -> None:
    project = template("spirals-2").project
    balanced = project.training.model_copy(update={"class_weight": "balanced"})
    weighted = project.model_copy(update={"training": balanced})
    dataset = load(project.data)
    first, again = (training_request(weighted, dataset) for _ in range(2))
    assert first.w_train is not None
    assert first.w_train is again.w_train
    assert first.y_train is again.y_train
    assert first.y_validation is again.y_validation
    plain = training_request(project, dataset)
    assert plain.w_train is None
    assert plain.y_train is first.y_train
    other = training_request(weighted, load(project.data))
    assert other.w_train is not first.w_train
