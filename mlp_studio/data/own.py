"""The sources that somebody brings, each read by its own module once it is needed."""

from __future__ import annotations

from mlp_studio.core.arrays import Progress
from mlp_studio.core.file_sources import Arrays, Images, MnistRelative
from mlp_studio.core.table_sources import OwnData, ScikitTable, Table
from mlp_studio.data.assemble import Raw


def read_own(source: OwnData, progress: Progress) -> Raw:
    """Return the raw examples of a source that somebody brought.

    Raises
    ------
    StudioError
        When they can't be read, or are no longer what the spec says.
    """
    if isinstance(source, Table):
        from mlp_studio.data.tables.encode import read_table

        return read_table(source, progress)
    if isinstance(source, ScikitTable):
        from mlp_studio.data.tables.scikit import read_scikit

        return read_scikit(source)
    if isinstance(source, Images):
        from mlp_studio.data.image_folders import read_images

        return read_images(source, progress)
    if isinstance(source, Arrays):
        from mlp_studio.data.array_files import read_arrays

        return read_arrays(source, progress)
    if isinstance(source, MnistRelative):
        from mlp_studio.data.mnist_relatives import read_relative

        return read_relative(source, progress)
    raise TypeError(f"unknown source. Received: {source!r}")
