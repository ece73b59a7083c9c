"""Why TensorFlow uses no GPU and what to do: from the facts to one sentence or two."""

from __future__ import annotations

from mlp_studio.core.text import Text, text
from mlp_studio.engine.hardware import NAMES, Facts, main_version

OLDEST_DRIVER = {12: 525, 13: 580}  # by CUDA's main version; NVIDIA's compatibility guide
HIDING = {"", "-1", "NoDevFiles"}  # first entries of CUDA_VISIBLE_DEVICES that leave no card


def explain(facts: Facts) -> Text:
    """Return why TensorFlow uses no GPU and what to do, when it sees none."""
    nvidia = [card.title for card in facts.cards if card.vendor == "nvidia"]
    if facts.system == "windows":
        return _on_windows(nvidia)
    if facts.system == "macos":
        return text(
            "TensorFlow uses no GPU on macOS. The CPU suits networks of this kind; nothing "
            "needs to be done."
        )
    if nvidia or facts.driver:
        card = nvidia[0] if nvidia else NAMES["nvidia"]
        return _driver_at_fault(facts, card) or _installation_at_fault(facts, card)
    if facts.system == "wsl":
        return text(
            "No NVIDIA card answers inside WSL 2. If this computer has one, install its driver "
            "in Windows, not in WSL, and run “wsl --update”."
        )
    if facts.cards:
        return text(
            "{card} is not used: this TensorFlow computes on NVIDIA cards only. The CPU suits "
            "networks of this kind; nothing needs to be done.",
            card=facts.cards[0].title,
        )
    return text("No graphics card was found. Training runs on the CPU, which suits most networks.")


def _on_windows(nvidia: list[str]) -> Text:
    if nvidia:
        return text(
            "TensorFlow uses no GPU on Windows itself, so {card} is not used. Install WSL 2 "
            "(“wsl --install”), and in it: pip install “mlp-studio[gpu]”.",
            card=nvidia[0],
        )
    return text(
        "TensorFlow uses no GPU on Windows itself; an NVIDIA card can be used inside WSL 2."
    )


def _driver_at_fault(facts: Facts, card: str) -> Text | None:
    """Return what stands between the card and every program, if anything does."""
    if facts.visible is not None and facts.visible.split(",")[0].strip() in HIDING:
        return text(
            "{card} is hidden: CUDA_VISIBLE_DEVICES is “{value}”. Unset it, or set it to 0, and "
            "start MLP Studio again.",
            card=card,
            value=facts.visible,
        )
    if not facts.driver and not facts.answers:
        return text(
            "{card} has no driver. Install NVIDIA's (on Ubuntu: sudo ubuntu-drivers install) "
            "and restart the computer.",
            card=card,
        )
    if not facts.answers:
        return text(
            "NVIDIA's driver {driver} is loaded, but {card} does not answer (nvidia-smi). In a "
            "container, start it with access to the card (docker run --gpus all); elsewhere "
            "restart the computer or install the driver again.",
            driver=facts.driver,
            card=card,
        )
    return None


def _installation_at_fault(facts: Facts, card: str) -> Text:
    """Return why TensorFlow does not use a card that answers."""
    if not facts.build.cuda:
        return text(
            "{card} is ready, but this TensorFlow was built without CUDA. Replace it: "
            "pip uninstall tensorflow-cpu, then pip install --force-reinstall “mlp-studio[gpu]”.",
            card=card,
        )
    oldest = OLDEST_DRIVER.get(main_version(facts.build.cuda), 0)
    if 0 < main_version(facts.driver) < oldest:
        return text(
            "The driver {driver} of {card} is too old for this TensorFlow, which needs {oldest} "
            "or newer. Install a newer one and restart the computer.",
            driver=facts.driver,
            card=card,
            oldest=oldest,
        )
    if facts.missing:
        return text(
            "{card} and its driver are ready, but CUDA's libraries are missing ({libraries}). "
            "Install them: pip install “mlp-studio[gpu]”.",
            card=card,
            libraries=", ".join(facts.missing),
        )
    return text(
        "{card}, its driver {driver} and CUDA's libraries are there, yet TensorFlow refuses the "
        "card: it may be older than this TensorFlow supports. Start “mlp-studio doctor” with "
        "TF_CPP_MIN_LOG_LEVEL=0 to read its own words.",
        card=card,
        driver=facts.driver,
    )
