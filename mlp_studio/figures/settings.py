"""Every setting of a project as rows of a table, by the names that Keras and the files use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mlp_studio.core.project import ProjectSpec

LONGEST = 400  # letters of a value: files may be listed by the thousand


def settings(project: ProjectSpec) -> list[tuple[str, str]]:
    """Return name and value of each setting of the data and of the training.

    Names of settings inside others are joined by points: ``optimizer.learning_rate``.
    """
    data = project.data.model_dump(mode="json")
    training = project.training.model_dump(mode="json")
    return [*_rows(data, ""), *_rows(training, "")]


def _rows(found: Mapping[str, object], before: str) -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        if isinstance(value, Mapping):
            kind = value.get("kind")
            if kind is not None:
                yield before + name, str(kind)
            rest = {key: inner for key, inner in value.items() if key != "kind"}
            yield from _rows(rest, f"{before}{name}.")
        elif value is not None:
            words = _words(value)
            cut = len(words) > LONGEST
            yield before + name, f"{words[:LONGEST]}…" if cut else words


def _words(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(_words(one) for one in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_words(one)}" for name, one in value.items())
    return f"{value:g}" if isinstance(value, float) else str(value)
