"""What is different between two trained networks, and whether one is better, in words."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from mlp_studio.analysis.classification import mc_nemar
from mlp_studio.analysis.settings import Value, in_order, setting_name, settings_of
from mlp_studio.core.arrays import AnyArray
from mlp_studio.core.layers import AnyLayer, Dense, Dropout, GaussianNoise, Spec
from mlp_studio.core.network import NetworkSpec
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.text import Text, text

SIGNIFICANT = 0.05
_LAYER_SETTINGS: dict[str, Text] = {
    "units": text("units"),
    "activation": text("activation"),
    "rate": text("dropout"),
    "stddev": text("noise"),
    "use_bias": text("bias"),
    "kernel_initializer": text("initializer"),
    "trainable": text("trainable"),
    "negative_slope": text("slope"),
    "momentum": text("momentum"),
    "epsilon": text("epsilon"),
    "kernel_regularizer.l1": text("L1"),
    "kernel_regularizer.l2": text("L2"),
    "kernel_constraint": text("constraint"),
    "max_norm": text("largest norm"),
}


def design_differences(one: ProjectSpec, other: ProjectSpec) -> list[Text]:
    """Return what leads from one design to the other, the network first.

    Parameters
    ----------
    one, other : ProjectSpec
        Before and after.
    """
    found = network_differences(one.network, other.network)
    before, after = settings_of(one), settings_of(other)
    names = in_order([*before, *after])
    for name in names:
        if name.startswith("network."):
            continue
        was, now = before.get(name), after.get(name)
        if was != now and not _follows(name, names, before, after):
            found.append(_change(setting_name(name), was, now))
    return found


def _follows(
    name: str, names: Collection[str], before: Mapping[str, Value], after: Mapping[str, Value]
) -> bool:
    """Return whether a setting is another only because what it belongs to is."""
    parent = name.rpartition(".")[0]
    if name in before and name in after:
        return False
    kind = f"{parent}.kind"
    return parent in names or before.get(kind) != after.get(kind)


def network_differences(one: NetworkSpec, other: NetworkSpec) -> list[Text]:
    """Return what leads from one network to the other."""
    found: list[Text] = []
    if one.input_shape != other.input_shape:
        shapes = (" × ".join(map(str, network.input_shape)) for network in (one, other))
        found.append(_change(text("input"), *shapes))
    pairs, gone, new = _aligned(one, other)
    count = len(new) - len(gone)
    if count:
        which = ", ".join(_layer_words(layer) for layer in (new if count > 0 else gone))
        words = {
            1: text("+1 layer ({which})", which=which),
            -1: text("−1 layer ({which})", which=which),
        }
        many = text("+{count} layers ({which})", count=count, which=which)
        fewer = text("−{count} layers ({which})", count=-count, which=which)
        found.append(words.get(count, many if count > 0 else fewer))
    elif new:
        was = ", ".join(map(_layer_words, gone))
        found.append(_change(text("layers"), was, ", ".join(map(_layer_words, new))))
    changes: dict[tuple[str, Value, Value], int] = {}
    for before, after in pairs:
        for change in _layer_changes(before, after):
            changes[change] = changes.get(change, 0) + 1
    for (key, earlier, later), times in changes.items():
        name = _LAYER_SETTINGS.get(key) or text("{name}", name=key.replace("_", " "))
        words_of = _change(name, earlier, later)
        if times > 1:
            words_of = text("{change} in {times} layers", change=words_of, times=times)
        found.append(words_of)
    return found


def _aligned(
    one: NetworkSpec, other: NetworkSpec
) -> tuple[list[tuple[AnyLayer, AnyLayer]], list[AnyLayer], list[AnyLayer]]:
    """Return the layers that correspond to one another, those that are gone, and new ones.

    Layers correspond by what they are, those of equal settings before others.
    """
    first, second = list(one.layers), list(other.layers)
    same = difflib.SequenceMatcher(
        None, [_look(x) for x in first], [_look(x) for x in second], autojunk=False
    )
    pairs: list[tuple[AnyLayer, AnyLayer]] = []
    gone: list[AnyLayer] = []
    new: list[AnyLayer] = []
    for _tag, a, b, c, d in same.get_opcodes():
        if _tag == "equal":
            continue
        kinds = difflib.SequenceMatcher(
            None, [x.kind for x in first[a:b]], [x.kind for x in second[c:d]], autojunk=False
        )
        for tag, e, f, g, h in kinds.get_opcodes():
            left, right = first[a + e : a + f], second[c + g : c + h]
            if tag == "equal":
                pairs += zip(left, right, strict=True)
            else:
                gone += left
                new += right
    return pairs, gone, new


def _look(layer: AnyLayer) -> str:
    return layer.model_copy(update={"name": "x"}).model_dump_json()


def _layer_changes(one: AnyLayer, other: AnyLayer) -> list[tuple[str, Value, Value]]:
    before, after = _layer_values(one), _layer_values(other)
    return [
        (key, before.get(key), after.get(key))
        for key in dict.fromkeys([*before, *after])
        if before.get(key) != after.get(key)
    ]


def _layer_values(layer: AnyLayer) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name in type(layer).model_fields:
        value = getattr(layer, name)
        if isinstance(value, Spec):
            values |= {f"{name}.{key}": getattr(value, key) for key in type(value).model_fields}
        elif name not in {"name", "kind"}:
            values[name] = value
    return values


def _layer_words(layer: AnyLayer) -> str:
    if isinstance(layer, Dense):
        return f"{layer.units} {layer.activation}"
    if isinstance(layer, Dropout):
        return f"Dropout {layer.rate:g}"
    if isinstance(layer, GaussianNoise):
        return f"GaussianNoise {layer.stddev:g}"
    return type(layer).__name__


def _change(name: Text, was: Value, now: Value) -> Text:
    if isinstance(was, bool) and isinstance(now, bool):
        return text("{name} on", name=name) if now else text("{name} off", name=name)
    if was is None or was == "":
        return text("{name}: {now}", name=name, now=value_words(now))
    if now is None or now == "":
        return text("without {name}", name=name)
    return text("{name} {was} → {now}", name=name, was=value_words(was), now=value_words(now))


def value_words(value: Value) -> Text | str:
    """Return a setting's value as people read it."""
    if value is True:
        return text("yes")
    if value is False:
        return text("no")
    if value is None or value == "":
        return "–"
    if isinstance(value, float):
        return f"{value:g}".replace("-", "−")
    return str(value)


# --- which is better -------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Side:
    """What is known of how good one of two networks is.

    Parameters
    ----------
    scores : dict of str to float or None
        As in `mlp_studio.analysis.evaluation.Judged`.
    ranges : dict of str to (float, float)
        Their 95 % intervals.
    examples : str
        The fingerprint of the examples they are about.
    right : ndarray of bool, shape (n,), optional
        Which of them it answered rightly.
    """

    scores: Mapping[str, float | None]
    ranges: Mapping[str, tuple[float, float]]
    examples: str = ""
    right: AnyArray | None = None


@dataclass(frozen=True)
class Verdict:
    """Whether the second of two networks is better or worse than the first.

    Parameters
    ----------
    words : Text
        The difference and how much it means.
    significant : bool or None
        None where it can't be told.
    p : float or None
        Of McNemar's test, where both saw the same examples.
    """

    words: Text
    significant: bool | None
    p: float | None = None


def verdict(one: Side, other: Side, part: Text) -> Verdict | None:
    """Return how the second differs from the first; None where they can't be compared.

    Parameters
    ----------
    one, other : Side
        Before and after.
    part : Text
        What the examples are called.
    """
    name = "accuracy" if "accuracy" in other.scores else "mae"
    was, now = one.scores.get(name), other.scores.get(name)
    if was is None or now is None:
        return None
    difference = _difference(name, was, now, part)
    if one.examples != other.examples:
        return Verdict(text("{difference}, on other examples", difference=difference), None)
    if one.right is not None and other.right is not None and one.right.shape == other.right.shape:
        p = mc_nemar(other.right, one.right)
        told = "< 0.001" if p < 0.001 else f"= {p:.3f}" if p < 0.1 else f"= {p:.2f}"
        sure = p < SIGNIFICANT
        words = (
            text("{difference}; McNemar’s test: p {p}, significant", difference=difference, p=told)
            if sure
            else text(
                "{difference}; McNemar’s test: p {p}, not significant",
                difference=difference,
                p=told,
            )
        )
        return Verdict(words, sure, p)
    first, second = one.ranges.get(name), other.ranges.get(name)
    if first is None or second is None:
        return Verdict(difference, None)
    if first[0] <= second[1] and second[0] <= first[1]:
        words = text("{difference}, overlap of intervals: not significant", difference=difference)
        return Verdict(words, significant=False)
    return Verdict(
        text("{difference}, the intervals don’t overlap: significant", difference=difference),
        significant=True,
    )


def _difference(name: str, was: float, now: float, part: Text) -> Text:
    if name == "accuracy":
        points = f"{100 * (now - was):+.2f}".replace("-", "−")
        return text("{part} accuracy {points} points", part=part, points=points)
    change = f"{now - was:+.3g}".replace("-", "−")
    return text("{part} mean absolute error {change}", part=part, change=change)
