"""What the program remembers of a person's choices, in one typed file."""

from __future__ import annotations

import contextlib
import json
import shutil
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from PySide6.QtCore import QObject, Signal

from mlp_studio.core.devices import Device
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text

MAX_RECENT = 10


class Values(BaseModel):
    """The settings; every one has a default."""

    model_config = ConfigDict(validate_assignment=True, extra="ignore")

    version: int = 1
    look: Literal["system", "light", "dark"] = "system"
    language: Literal["system", "en", "es"] = "system"
    device: Device = "auto"
    keep_function: bool = True  # growing a trained network leaves what it computes
    recent: list[str] = Field(default_factory=list)
    folded: list[str] = Field(default_factory=list)  # panels folded away in a large window
    small_side: Literal["data", "try_it", ""] = "try_it"  # the one side panel of a narrow one
    small_middle: Literal["network", "results"] = "network"  # what a low one shows
    geometry: str = ""  # base64, as QWidget.saveGeometry gives it


class Settings(QObject):
    """Reads and writes the settings file.

    A broken file costs only what is broken in it: a copy is kept beside it, every
    readable key is taken over, the rest begins with its default.

    Signals
    -------
    changed(str)
        The named setting has another value.
    failed(StudioError)
        The file can't be written: what is set holds until the program ends. Told once.
    """

    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.repaired = False
        self._told = False
        self.values = self._read()

    def set(self, name: str, value: Any) -> None:
        """Change one setting and write the file."""
        if getattr(self.values, name) != value:
            setattr(self.values, name, value)
            try:
                self.write()
            except OSError as error:
                self._tell(error)
            self.changed.emit(name)

    def add_recent(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        name = str(path.resolve())
        others = [other for other in self.values.recent if other != name]
        self.set("recent", [name, *others][:MAX_RECENT])

    def write(self) -> None:
        """Write the file whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".part")
        draft.write_text(self.values.model_dump_json(indent=2), encoding="utf-8")
        draft.replace(self._path)

    def _tell(self, error: OSError) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(
                StudioError(
                    text(
                        "The settings can't be kept in {path}: {reason}.",
                        path=self._path,
                        reason=error.strerror or error,
                    ),
                    text("They hold until MLP Studio is closed. Make the folder writable."),
                )
            )

    def _read(self) -> Values:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Values()
        except (OSError, ValueError):
            self._keep_copy()
            return Values()
        if not isinstance(found, dict):
            self._keep_copy()
            return Values()
        try:
            return Values.model_validate(found)
        except ValidationError as error:
            self._keep_copy()
            broken = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}
            return Values.model_validate({k: v for k, v in found.items() if k not in broken})

    def _keep_copy(self) -> None:
        self.repaired = True
        # Where nothing can be written there is no copy; `repaired` is told all the same.
        with contextlib.suppress(OSError):
            shutil.copyfile(self._path, self._path.with_suffix(".broken.json"))
