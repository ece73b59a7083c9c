"""Runs as people read them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from mlp_studio.core.text import Text, text
from mlp_studio.storage.runs import KeptRun

NONE = "–"


def run_name(run: KeptRun) -> str:
    """Return what a run is called."""
    if run.name:
        return run.name
    return QCoreApplication.translate("Runs", "Run {number}").format(number=run.number)


def when(run: KeptRun) -> datetime | None:
    """Return when a run began, in the time of this computer; None where that is broken."""
    try:
        return datetime.fromisoformat(run.began).astimezone()
    except ValueError:
        return None


def when_words(run: KeptRun) -> str:
    """Return when a run began: the time today, else the date too."""
    began = when(run)
    if began is None:
        return NONE
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    clock = locale.toString(QTime(began.hour, began.minute, began.second), short)
    if began.date() == datetime.now().date():
        return clock
    return f"{locale.toString(QDate(began.year, began.month, began.day), short)} {clock}"


def duration_words(seconds: float) -> str:
    """Return how long something took."""
    if seconds < 9.95:
        return QCoreApplication.translate("Runs", "{n} s").format(n=f"{seconds:.1f}")
    if seconds < 60:
        return QCoreApplication.translate("Runs", "{n} s").format(n=f"{seconds:.0f}")
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        words = QCoreApplication.translate("Runs", "{minutes} min {seconds} s")
        return words.format(minutes=minutes, seconds=rest)
    hours, minutes = divmod(minutes, 60)
    words = QCoreApplication.translate("Runs", "{hours} h {minutes} min")
    return words.format(hours=hours, minutes=minutes)


def size_words(size: int) -> str:
    """Return how much room something takes."""
    value = float(size)
    for unit in ("B", "kB", "MB"):
        if value < 999.5:
            return f"{value:.0f} {unit}" if unit == "B" or value >= 99.5 else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.2f} GB"


def epochs_words(run: KeptRun) -> str:
    """Return how many epochs a run made, and from where it went on."""
    if run.first_epoch > 1:
        return f"{run.epochs_run} ({run.first_epoch}–{run.last_epoch})"
    return str(run.epochs_run)


def part_words(run: KeptRun) -> Text:
    """Return on which examples a run was evaluated."""
    return text("test") if run.part == "test" else text("validation")


def reason_words(run: KeptRun) -> str:
    """Return why a run ended."""
    words = {
        "completed": QCoreApplication.translate("Runs", "all epochs made"),
        "stopped_early": QCoreApplication.translate("Runs", "stopped early"),
        "stopped": QCoreApplication.translate("Runs", "stopped by hand"),
        "diverged": QCoreApplication.translate("Runs", "diverged"),
        "failed": QCoreApplication.translate("Runs", "failed"),
    }
    return words[run.reason]


def score_name(name: str) -> str:
    """Return what a score is called."""
    words = {
        "accuracy": QCoreApplication.translate("Runs", "Accuracy"),
        "balanced_accuracy": QCoreApplication.translate("Runs", "Balanced accuracy"),
        "precision_macro": QCoreApplication.translate("Runs", "Precision"),
        "recall_macro": QCoreApplication.translate("Runs", "Recall"),
        "f1_macro": QCoreApplication.translate("Runs", "F1"),
        "roc_auc": QCoreApplication.translate("Runs", "ROC-AUC"),
        "log_loss": QCoreApplication.translate("Runs", "Log loss"),
        "kappa": QCoreApplication.translate("Runs", "Kappa"),
        "calibration_error": QCoreApplication.translate("Runs", "Calibration error"),
        "mae": QCoreApplication.translate("Runs", "MAE"),
        "mse": QCoreApplication.translate("Runs", "MSE"),
        "rmse": QCoreApplication.translate("Runs", "RMSE"),
        "r2": QCoreApplication.translate("Runs", "R²"),
        "max_error": QCoreApplication.translate("Runs", "Largest error"),
    }
    return words[name]


SHOWN_SCORES = (
    "accuracy",
    "precision_macro",
    "recall_macro",
    "f1_macro",
    "roc_auc",
    "log_loss",
    "balanced_accuracy",
    "kappa",
    "calibration_error",
    "mae",
    "rmse",
    "mse",
    "r2",
    "max_error",
)
SMALLER_IS_BETTER = frozenset({"log_loss", "calibration_error", "mae", "rmse", "mse", "max_error"})
