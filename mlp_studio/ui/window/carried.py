"""What an edit did to the weights of a trained network, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mlp_studio.core.surgery import CarriedOver

SHOWN_MS = 8000


def carried_words(carried: CarriedOver) -> str:
    """Return how much of what was learnt is kept."""
    translate = QCoreApplication.translate
    if carried.back:
        return translate("MainWindow", "The weights are back as they were.")
    if carried.fresh == 0:
        kept = translate("MainWindow", "All weights kept.")
    else:
        kept = translate("MainWindow", "{kept} weights kept, {fresh} new.").format(
            kept=f"{carried.kept:,}", fresh=f"{carried.fresh:,}"
        )
    if carried.same_function:
        stays = translate("MainWindow", "The network computes what it did.")
    else:
        stays = translate("MainWindow", "Train again to fit the network to the change.")
    return f"{kept} {stays}"
