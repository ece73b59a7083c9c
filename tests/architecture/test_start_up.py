"""What loads slowly waits until somebody needs it: the window is there before."""

import subprocess
import sys

SLOW = {
    "tensorflow",
    "keras",
    "scipy",
    "sklearn",
    "PIL",
    "pandas",
    "pyqtgraph",
    "umap",
    "h5py",
    "plotly",
    "matplotlib",
}


def test_the_window_loads_nothing_slow() -> None:
    code = f"import sys, mlp_studio.ui.window.main_window; print({SLOW!r} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
