"""Loading and compiling ahead, so that *Train* acts at once.

Importing this module costs nothing: TensorFlow is loaded when a function is called.
"""

from __future__ import annotations

from mlp_studio.core.devices import DeviceInfo
from mlp_studio.core.events import TrainRequest


def warm_up() -> tuple[DeviceInfo, ...]:
    """Load TensorFlow and return the devices; nothing is printed and nothing compiled."""
    from mlp_studio.engine import train  # noqa: F401 - imported for its effect
    from mlp_studio.engine.devices import describe_devices

    return describe_devices()


def compile_ahead(request: TrainRequest) -> None:
    """Compile all that `train` will need for `request`, without a step.

    A later request with the same shapes and settings starts at once, whatever its
    weights, layer names, seed and learning rate.
    """
    from mlp_studio.engine.prepare import prepare

    prepare(request)
