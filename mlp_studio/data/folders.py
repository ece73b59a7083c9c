"""The program's own folders: one place decides where data, cache and settings are."""

from __future__ import annotations

import os
from pathlib import Path

APP = "mlp-studio"
HOME_VARIABLE = "MLP_STUDIO_HOME"
DATA_VARIABLE = "MLP_STUDIO_DATA"


def _own_home() -> Path | None:
    """Return the folder that holds everything, where the variable asks for one."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser() if named else None


def data_folder() -> Path:
    """Return where downloaded data is kept; it may not exist yet."""
    import platformdirs

    home = _own_home()
    return home / "data" if home else Path(platformdirs.user_data_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Return where things are kept that can be made again; it may not exist yet."""
    import platformdirs

    home = _own_home()
    return home / "cache" if home else Path(platformdirs.user_cache_dir(APP, appauthor=False))


def config_folder() -> Path:
    """Return where settings are kept; it may not exist yet."""
    import platformdirs

    home = _own_home()
    return home / "config" if home else Path(platformdirs.user_config_dir(APP, appauthor=False))


def named_data_folder() -> Path | None:
    """Return the folder that ``MLP_STUDIO_DATA`` names, where it is set."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named).expanduser() if named else None
