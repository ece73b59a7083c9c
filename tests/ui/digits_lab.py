"""The digits panel with everything it is given, and a network that answers at random."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mlp_studio.core.events import Snapshot
from mlp_studio.core.initializers import initial_weights
from mlp_studio.core.templates import template
from mlp_studio.studio.data_store import DataStore
from mlp_studio.studio.document import Document
from mlp_studio.studio.jobs import Jobs
from mlp_studio.studio.messages import Message, Messages
from mlp_studio.studio.training import TrainingController
from mlp_studio.ui.digits.acquaintance import Acquaintance
from mlp_studio.ui.digits.panel import DigitsPanel
from mlp_studio.ui.theme import Theme


class DigitsLab:
    """The panel on the screen."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document(template("digits").project)
        self.jobs = Jobs()
        self.messages = Messages()
        self.told: list[Message] = []
        self.messages.posted.connect(self.told.append)
        self.store = DataStore(self.document, self.jobs)
        self.training = TrainingController(self.document, self.store)
        known = Acquaintance(self.document, self.store, self.training)
        self.panel = DigitsPanel(self.document, self.jobs, self.messages, Theme("light"), known)
        qtbot.addWidget(self.panel)
        self.panel.resize(332, 860)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.canvas = self.panel.canvas

    def learn(self, seed: int = 3) -> Snapshot:
        network = self.document.network
        snapshot = Snapshot(network, initial_weights(network, seed), 1)
        self.document.set_snapshot(snapshot)
        return snapshot
