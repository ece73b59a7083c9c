"""Pictures and arrays from files as sources: what a network must fit is in the spec."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from mlp_studio.core.table_sources import OwnData

MAX_CLASSES = 1000
ClassName = Annotated[str, Field(min_length=1, max_length=200)]


class Images(OwnData):
    """Pictures: a folder with one sub-folder a class, or an ``.npz`` with ``X`` and ``y``.

    Parameters
    ----------
    path : str
        The folder or file.
    width, height : int
        What every picture is brought to, in pixels.
    channels : {1, 3}
        Grey, or red, green and blue.
    fit : {"crop", "pad", "stretch"}
        How a picture of another shape gets there: its middle, the whole of it with a
        border, or out of proportion.
    classes : tuple of str
        The sub-folders' names, or the labels, in their order.
    """

    kind: Literal["images"] = "images"
    path: str = Field(min_length=1)
    width: int = Field(default=28, ge=1, le=1024)
    height: int = Field(default=28, ge=1, le=1024)
    channels: Literal[1, 3] = 1
    fit: Literal["crop", "pad", "stretch"] = "crop"
    classes: tuple[ClassName, ...] = Field(min_length=2, max_length=MAX_CLASSES)

    @property
    def input_shape(self) -> tuple[int, ...]:
        """Rows and columns, and three channels for colour."""
        sides = (self.height, self.width)
        return sides if self.channels == 1 else (*sides, self.channels)

    @property
    def class_names(self) -> tuple[str, ...]:
        """As the sub-folders are called."""
        return self.classes


class Arrays(OwnData):
    """Arrays of NumPy: an ``.npz`` with inputs and answers, or a pair of ``.npy`` files.

    Parameters
    ----------
    path : str
        The ``.npz``, or the ``.npy`` with the inputs.
    labels_path : str
        The ``.npy`` with the answers; empty for an ``.npz``.
    x, y, x_test, y_test : str
        The arrays' names in an ``.npz``; the last two empty where it has no test set.
    shape : tuple of int
        Of one example.
    classes : tuple of str
        The labels in their order; empty for regression.
    values : int
        Values to predict, for regression.
    one_hot : bool
        Whether the answers are rows with a 1 at the class.
    white : float
        For pictures: the value of white.
    """

    kind: Literal["arrays"] = "arrays"
    path: str = Field(min_length=1)
    labels_path: str = ""
    x: str = "x"
    y: str = "y"
    x_test: str = ""
    y_test: str = ""
    shape: tuple[Annotated[int, Field(ge=1)], ...] = Field(min_length=1, max_length=4)
    classes: tuple[ClassName, ...] = Field(default=(), max_length=MAX_CLASSES)
    values: int = Field(default=1, ge=1, le=10_000)
    one_hot: bool = False
    white: float = Field(default=255.0, gt=0)

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if len(self.classes) == 1:
            raise ValueError(f"there must be two classes or more. Received: {self.classes}")
        if bool(self.x_test) != bool(self.y_test):
            raise ValueError("a test set needs both inputs and answers")
        return self

    @property
    def input_shape(self) -> tuple[int, ...]:
        """As the array has it."""
        return self.shape

    @property
    def class_names(self) -> tuple[str, ...]:
        """The labels as words."""
        return self.classes

    @property
    def outputs(self) -> int:
        """Number of classes, or of values."""
        return len(self.classes) or self.values


RelativeName = Literal["fashion", "kmnist", "emnist_digits"]
RELATIVE_CLASSES: dict[str, tuple[str, ...]] = {
    "fashion": (
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
        "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ),
    "kmnist": ("お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"),
    "emnist_digits": tuple("0123456789"),
}  # fmt: skip


class MnistRelative(OwnData):
    """A data set in MNIST's form from files which the person has; nothing is downloaded.

    Fashion-MNIST (Xiao, Rasul, Vollgraf 2017), KMNIST (Clanuwat and others 2018) and the
    digits of EMNIST (Cohen and others 2017).

    Parameters
    ----------
    name : {"fashion", "kmnist", "emnist_digits"}
        Which one.
    path : str
        Its folder, its ``.npz`` or one of its IDX files; empty to look in the data folders.
    """

    kind: Literal["mnist_relative"] = "mnist_relative"
    name: RelativeName = "fashion"
    path: str = ""

    @property
    def input_shape(self) -> tuple[int, ...]:
        """MNIST's."""
        return (28, 28)

    @property
    def class_names(self) -> tuple[str, ...]:
        """What is on the pictures."""
        return RELATIVE_CLASSES[self.name]
