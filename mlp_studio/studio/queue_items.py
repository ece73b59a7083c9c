"""What a queue is made of: networks to be trained from new weights."""

from __future__ import annotations

from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES
from mlp_studio.core.text import text
from mlp_studio.storage.runs import QueueItem
from mlp_studio.studio.language import render

EXERCISE = ("mnist-linear-200", "mnist-tanh-200", "mnist-100-200-100", "mnist-200-500-200")


def with_seeds(name: str, project: ProjectSpec, seeds: int) -> list[QueueItem]:
    """Return a project with so many seeds, counted from its own.

    Parameters
    ----------
    name : str
        What it is called.
    project : ProjectSpec
        The project.
    seeds : int
        How many.
    """
    found = []
    for number in range(max(1, seeds)):
        seed = (project.training.seed + number) % 2**31
        training = project.training.model_copy(update={"seed": seed})
        which = render(text("seed {seed}", seed=seed))
        words = name if seeds == 1 else f"{name} · {which}"
        found.append(
            QueueItem(name=words, project=project.model_copy(update={"training": training}))
        )
    return found


def exercise(seeds: int = 1) -> list[QueueItem]:
    """Return the course's exercise: four networks on MNIST, compared on its test set."""
    return [
        item
        for name in EXERCISE
        for item in with_seeds(render(TEMPLATES[name].title), TEMPLATES[name].project, seeds)
    ]
