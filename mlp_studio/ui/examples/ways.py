"""What examples are called, and which ways of looking at them there are."""

from __future__ import annotations

from mlp_studio.analysis.examples import Examples
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.datasets import AnySource, BuiltinDigits, Mnist
from mlp_studio.core.file_sources import MnistRelative
from mlp_studio.core.function_source import Function
from mlp_studio.core.input_columns import input_columns, output_names


def examples_of(dataset: Dataset, source: AnySource) -> Examples:
    """Return a data set's examples, their columns called as the source calls them."""
    shape = dataset.facts.input_shape
    features = 1
    for side in shape:
        features *= side
    columns = input_columns(source, features) if len(shape) not in {2, 3} else ()
    outputs = () if dataset.class_names else output_names(source, dataset.facts.outputs)
    strokes = isinstance(source, BuiltinDigits | Mnist | MnistRelative)
    return Examples(dataset, columns, outputs, strokes=strokes)


def ways_of(examples: Examples, source: AnySource) -> tuple[str, ...]:
    """Return the ways of looking at some examples, the most telling first."""
    classes = bool(examples.dataset.class_names)
    if examples.pictures:
        return ("gallery", "means") if classes else ("gallery",)
    columns = len(examples.columns)
    if columns == 1 or (columns == 2 and classes):
        return ("plane", "histograms")
    if isinstance(source, Function) or columns == 2:
        return ("space", "plane", "histograms", "pairs")
    space = ("space",) if columns >= 3 or not classes else ()
    return ("histograms", "pairs", "plane", *space)
