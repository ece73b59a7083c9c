"""The program's own folders, for the floors above."""

from mlp_studio.data.folders import (
    APP,
    DATA_VARIABLE,
    HOME_VARIABLE,
    cache_folder,
    config_folder,
    data_folder,
    named_data_folder,
)

__all__ = [
    "APP",
    "DATA_VARIABLE",
    "HOME_VARIABLE",
    "cache_folder",
    "config_folder",
    "data_folder",
    "named_data_folder",
]
