"""Pictures to look through: random examples, and the mean of each class."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mlp_studio.analysis.examples import Examples, Indices, Values, class_means, shuffled
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.ui.common.colours import Colouring
from mlp_studio.ui.common.hover_card import HoverCard
from mlp_studio.ui.examples.pager import Pager
from mlp_studio.ui.examples.pictures import image_of, pixel_words, shades
from mlp_studio.ui.examples.tiles import Tile, Tiles
from mlp_studio.ui.examples.view import ExampleView, count, number, surface
from mlp_studio.ui.theme import Theme

TAG = re.compile("<[^<>]*>")
LARGE = 168  # pixels of a picture in the card: 6 for each of 28
ON_ONE_PAGE = 40  # means of so many classes are shown at once


class PictureView(ExampleView):
    """Tiles with a card about the one that is pointed at."""

    def __init__(
        self, theme: Theme, name: str, *, every: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._examples: Examples | None = None
        self._colouring: Colouring | None = None
        self._shades = (0.0, 1.0)
        self._on_page: list[Values] = []
        self.tiles = Tiles(theme, name, every=every)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tiles)
        self.setFocusProxy(self.tiles)
        self.card = HoverCard(theme, self)
        self.tiles.pointed.connect(self._on_pointed)
        theme.changed.connect(self._on_theme)

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        self._examples, self._colouring = examples, colouring
        self._shades = shades(examples)
        height, width = examples.dataset.facts.input_shape[:2]
        self.tiles.set_aspect(width / height)

    def lines(self, tile: int) -> list[str]:
        """Return what the card says about a tile, but for the pixel."""
        raise NotImplementedError

    def retell(self) -> None:
        """Make the tiles anew."""
        raise NotImplementedError

    def _image(self, raw: Values) -> QImage:
        strokes = self._examples is not None and self._examples.strokes
        ink = self._theme.tokens.colour("text") if strokes else None
        return image_of(raw, *self._shades, ink)

    def _answer(self, index: int) -> Tile:
        """Return a tile without a picture that names an example's class or values."""
        examples, colouring = self._examples, self._colouring
        assert examples is not None
        assert colouring is not None
        y = examples.y[index]
        if examples.dataset.class_names:
            return Tile(QImage(), examples.dataset.class_names[int(y)], colouring.colours[int(y)])
        return Tile(QImage(), ", ".join(number(value) for value in y[:3]))

    @Slot(int, int, int)
    def _on_pointed(self, tile: int, row: int, column: int) -> None:
        if tile < 0 or tile >= len(self._on_page):
            self.card.hide()
            return
        raw = self._on_page[tile]
        lines = self.lines(tile)
        if row >= 0:
            words = self.tr("row {row}, column {column}: {value}").format(
                row=row, column=column, value=f"<b>{pixel_words(raw[row, column])}</b>"
            )
            lines = [*lines, words]
        self.card.picture.setPixmap(self._enlarged(self.tiles.tiles[tile].image, row, column))
        self.card.picture.show()
        self.card.say(lines)
        self.tiles.setAccessibleDescription(TAG.sub("", ", ".join(lines)))
        centre = self.tiles.frame_of(tile).center().toPoint()
        self.card.stand_in_corner(QRect(QPoint(0, 0), self.size()), centre)

    def _enlarged(self, image: QImage, row: int, column: int) -> QPixmap:
        """Return a picture with its pixels as squares, that at a row and column marked."""
        side = min(LARGE, max(84, 0.6 * self.height()))
        step = side / max(image.width(), image.height())
        width, height = round(image.width() * step), round(image.height() * step)
        ratio = self.devicePixelRatioF()
        shown = QPixmap(round(width * ratio), round(height * ratio))
        shown.setDevicePixelRatio(ratio)
        tokens = self._theme.tokens
        shown.fill(tokens.colour("background"))
        painter = QPainter(shown)
        painter.drawImage(QRect(0, 0, width, height), image)
        if row >= 0:
            left, top = round(column * step), round(row * step)
            right, bottom = round((column + 1) * step), round((row + 1) * step)
            for grow, token in ((1, "background"), (0, "accent")):
                painter.setPen(QPen(tokens.colour(token), 1))
                painter.drawRect(
                    QRect(left, top, right - left, bottom - top).adjusted(-grow, -grow, grow, grow)
                )
        painter.end()
        return shown

    def _on_theme(self, _tokens: object) -> None:
        if self._examples is not None:
            self.retell()


class GalleryView(PictureView):
    """Random examples in pages."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.tiles.setAccessibleName(self.tr("Random examples"))
        self._seed = 0
        self._chosen: Indices = np.zeros(0, np.int64)
        self._order: Indices = np.zeros(0, np.int64)
        self._selected: Indices = np.zeros(0, np.int64)
        self.tiles.setToolTip(self.tr("Click to select, everywhere."))
        self.pager = Pager(theme)
        self.reshuffle = QPushButton(self.tr("Reshuffle"))
        self.reshuffle.setToolTip(self.tr("Put the examples into another random order."))
        self.add_control(self.pager)
        self.add_control(self.reshuffle)
        self.pager.changed.connect(self.retell)
        self.tiles.turned.connect(self.pager.turn)
        self.tiles.resized.connect(self._refit)
        self.reshuffle.clicked.connect(self._shuffle)
        self.tiles.clicked.connect(self._on_clicked)

    @property
    def shown(self) -> Indices:
        """The examples on the page."""
        return self._order[self.pager.first : self.pager.last]

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        self._order = np.zeros(0, np.int64)  # the former order means nothing now
        super().show_examples(examples, colouring)

    def show_chosen(self, indices: Indices) -> None:
        self._chosen = indices
        self._order = shuffled(indices, self._seed)
        self._refit(anew=True)

    def show_selected(self, indices: Indices) -> None:
        self._selected = indices
        self._mark_selected()

    def _mark_selected(self) -> None:
        among = np.isin(self.shown, self._selected)
        self.tiles.select(frozenset(np.flatnonzero(among).tolist()))

    @Slot(int)
    def _on_clicked(self, tile: int) -> None:
        if tile < len(self.shown):
            self.picked.emit(int(self.shown[tile]))

    def retell(self) -> None:
        if self._examples is None:
            return
        shown = self.shown
        self._on_page = list(self._examples.raw(shown))
        tiles = []
        for index, raw in zip(shown.tolist(), self._on_page, strict=True):
            answer = self._answer(index)
            tiles.append(Tile(self._image(raw), answer.words, answer.colour))
        self.tiles.show_tiles(tiles)
        self._mark_selected()
        total = count(self.pager.total)
        self.said.emit(
            self.tr("{first}–{last} of {total}").format(
                first=count(self.pager.first + 1), last=count(self.pager.last), total=total
            )
            if tiles
            else self.tr("No examples: every class is switched off.")
            if not len(self._selected)
            else self.tr("No examples: the selected ones are of other classes or parts.")
        )

    def lines(self, tile: int) -> list[str]:
        examples = self._examples
        assert examples is not None
        index = int(self.shown[tile])
        part, place = examples.place(index)
        where = {
            "train": self.tr("training example {number}"),
            "validation": self.tr("validation example {number}"),
            "test": self.tr("test example {number}"),
        }[part]
        words = self._answer(index).words
        return [f"<b>{words}</b>", where.format(number=count(place))]

    @Slot()
    def _refit(self, *, anew: bool = False) -> None:
        if self._examples is not None:
            self.pager.set_total(len(self._order), self.tiles.places.count, anew=anew)
            self.retell()

    @Slot()
    def _shuffle(self) -> None:
        self._seed += 1
        self.show_chosen(self._chosen)


class MeansView(PictureView):
    """The mean of each class's pictures."""

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", every=True, parent=parent)
        self.tiles.setAccessibleName(self.tr("Mean of each class"))
        self._jobs = jobs
        self._job: Job | None = None
        self._classes: list[int] = []
        self._means: Values | None = None
        self._counts: Indices = np.zeros(0, np.int64)
        self.pager = Pager(theme)
        self.add_control(self.pager)
        self.pager.changed.connect(self.retell)
        self.tiles.turned.connect(self.pager.turn)

    def show_examples(self, examples: Examples, colouring: Colouring) -> None:
        self._means, self._classes = None, []  # those of the former examples
        self._on_page = []
        self.tiles.show_tiles([])
        super().show_examples(examples, colouring)

    def show_chosen(self, indices: Indices) -> None:
        examples = self._examples
        assert examples is not None
        if self._job is not None:
            self._job.cancel()
        self.said.emit(self.tr("Averaging…"))
        self._job = self._jobs.start(
            lambda _progress: class_means(examples, indices), self._on_means, surface
        )

    def retell(self) -> None:
        examples, colouring, means = self._examples, self._colouring, self._means
        if examples is None or colouring is None or means is None:
            return
        names = examples.dataset.class_names
        page = self._classes[self.pager.first : self.pager.last]
        self._on_page = [means[k] for k in page]
        self.tiles.show_tiles(
            [Tile(self._image(means[k]), names[k], colouring.colours[k]) for k in page]
        )
        self.said.emit(
            self.tr("means of {total} examples").format(total=count(int(self._counts.sum())))
            if page
            else self.tr("No examples: every class is switched off.")
        )

    def lines(self, tile: int) -> list[str]:
        examples = self._examples
        assert examples is not None
        number = self._classes[self.pager.first + tile]
        many = self.tr("mean of {total} examples").format(total=count(int(self._counts[number])))
        return [f"<b>{examples.dataset.class_names[number]}</b>", many]

    @Slot(object)
    def _on_means(self, found: tuple[Values, Indices]) -> None:
        self._job = None
        self._means, self._counts = found
        self._classes = np.flatnonzero(self._counts).tolist()
        self.pager.set_total(len(self._classes), ON_ONE_PAGE)
        self.retell()
