"""A good PyTorch loop: tensors in memory, fused Adam, no look at a number within an epoch.

Unlike MLP Studio and `model.fit` it does not reckon the training accuracy.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from mlp_studio.core.events import TrainRequest
from tests.benchmarks.networks import Job, Layer, request, rows, stack
from tests.benchmarks.worker import Tick

VALIDATION_BATCH = 1024


def load() -> str:
    """Import PyTorch."""
    import torch

    return f"PyTorch {torch.__version__}"


def train(job: Job, tick: Tick) -> None:
    """Train until told to end."""
    import torch

    if job.threads is not None:
        torch.set_num_threads(job.threads)
    asked = request(job)
    layers = stack(asked)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = _model(layers).to(device)
    x, x_validation = (
        torch.tensor(rows(part), device=device) for part in (asked.x_train, asked.x_validation)
    )
    loss_of, y = _loss(asked, asked.y_train, device)
    _, y_validation = _loss(asked, asked.y_validation, device)
    # Adam's own weight decay is the gradient of the L2 penalty.
    groups: list[dict[str, Any]] = [
        {"params": [linear.weight], "weight_decay": 2 * layer.l2}
        for linear, layer in zip(_linear(model), layers, strict=True)
    ]
    groups.append({"params": [linear.bias for linear in _linear(model)]})
    rate = asked.training.optimizer.learning_rate
    optimizer = torch.optim.Adam(groups, lr=rate, eps=1e-7, fused=True)
    batch, going = asked.training.batch_size, True
    while going:
        model.train()
        order = torch.randperm(len(x), device=device)
        total = torch.zeros((), device=device)
        for index in order.split(batch):
            loss = loss_of(model(x[index]), y[index])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.detach() * len(index)
        logs = {"loss": float(total) / len(x)}
        going = tick(logs | _validate(asked, model, x_validation, y_validation, loss_of))


def _model(layers: list[Layer]) -> Any:
    """Return the network; the last layer's activation is left to the loss."""
    import torch
    from torch import nn

    activations = {"relu": nn.ReLU, "tanh": nn.Tanh}
    parts: list[Any] = []
    for position, layer in enumerate(layers):
        linear = nn.Linear(*layer.kernel.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(layer.kernel.T.copy()))
            linear.bias.copy_(torch.tensor(layer.bias))
        parts.append(linear)
        if position < len(layers) - 1 and layer.activation != "linear":
            parts.append(activations[layer.activation]())
        if layer.dropout:
            parts.append(nn.Dropout(layer.dropout))
    return nn.Sequential(*parts)


def _linear(model: Any) -> list[Any]:
    from torch import nn

    return [part for part in model if isinstance(part, nn.Linear)]


def _loss(asked: TrainRequest, y: Any, device: str) -> tuple[Any, Any]:
    """Return the loss by outputs before the last activation, and the targets it takes."""
    import torch
    from torch.nn import functional

    if asked.training.loss == "categorical_crossentropy":
        return functional.cross_entropy, torch.tensor(np.argmax(y, -1), device=device)
    targets = torch.tensor(np.array(y), device=device)
    if asked.training.loss == "binary_crossentropy":
        return functional.binary_cross_entropy_with_logits, targets
    return functional.mse_loss, targets


def _validate(asked: TrainRequest, model: Any, x: Any, y: Any, loss_of: Any) -> dict[str, float]:
    import torch

    model.eval()
    loss = metric = 0.0
    with torch.no_grad():
        for xb, yb in zip(x.split(VALIDATION_BATCH), y.split(VALIDATION_BATCH), strict=True):
            z = model(xb)
            loss += float(loss_of(z, yb)) * len(xb)
            if asked.training.loss == "categorical_crossentropy":
                metric += float((z.argmax(-1) == yb).sum())
            elif asked.training.loss == "binary_crossentropy":
                metric += float(((z > 0) == (yb > 0.5)).sum())
            else:
                metric += float((z - yb).abs().sum())
    return {"val_loss": loss / len(x), "val_metric": metric / len(x)}
