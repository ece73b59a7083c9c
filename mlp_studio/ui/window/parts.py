"""What the window is given."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_studio.studio.advice import Advice
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.files import Files
from mlp_studio.studio.film import FilmRecorder
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Messages
from mlp_studio.studio.own_templates import OwnTemplates
from mlp_studio.studio.queue import TrainingQueue
from mlp_studio.studio.runs import Runs
from mlp_studio.studio.runs_recorder import RunRecorder
from mlp_studio.studio.selection import Selection
from mlp_studio.studio.settings import Settings
from mlp_studio.studio.sweeps.controller import SweepController
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.theme import Theme


@dataclass(frozen=True)
class Parts:
    """Everything the window is given; built once by the composition root."""

    document: Document
    advice: Advice
    store: DataStore
    training: TrainingController
    sweeps: SweepController
    film: FilmRecorder
    selection: Selection
    jobs: Jobs
    messages: Messages
    files: Files
    templates: OwnTemplates
    settings: Settings
    theme: Theme
    runs: Runs
    recorder: RunRecorder
    queue: TrainingQueue
