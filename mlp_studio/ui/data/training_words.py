"""A sentence of help on each optimizer and each loss."""

from __future__ import annotations

from mlp_studio.core.text import Text, text

OPTIMIZERS: dict[str, Text] = {
    "adam": text("A step for each weight by its own average gradient and spread: the default."),
    "adamw": text("Adam with a weight decay that does not pass through its averages."),
    "sgd": text("Plain steps against the gradient; steady with momentum, wants a good rate."),
    "rmsprop": text("Steps divided by the recent size of the gradient; good with noisy data."),
    "nadam": text("Adam that looks ahead where its momentum leads."),
    "adamax": text("Adam by the largest recent gradient; calm where gradients jump."),
    "adagrad": text("Steps that shrink with all gradients so far; good with rare inputs."),
    "adadelta": text("Finds the size of its steps itself; wants a rate of about 1."),
    "lion": text("Steps of equal size, by sign alone; wants a tenth of Adam's rate."),
}
LOSSES: dict[str, Text] = {
    "categorical_crossentropy": text("For several classes, behind softmax."),
    "binary_crossentropy": text("For two classes, behind one sigmoid."),
    "mean_squared_error": text("For values: large errors count much more than small ones."),
    "mean_absolute_error": text("For values: errors count by their size; single large ones less."),
    "huber": text("For values: squared near 0, by size beyond delta."),
}
