"""Puts a frame on the page: places, colours, words; and layouts of neighbours."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from mlp_studio.core.arrays import FloatArray
from mlp_studio.core.dataset import Dataset
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.studio.language import render
from mlp_studio.ui.common.colours import Colouring, colouring
from mlp_studio.ui.features.arranger import Arranger
from mlp_studio.ui.features.choices import Choices
from mlp_studio.ui.features.film_pictures import Reelable, Still
from mlp_studio.ui.features.frame import NEIGHBOURS, SPACE, Frame, Probe
from mlp_studio.ui.features.page import FeaturesPage
from mlp_studio.ui.features.reading import Points, Reading
from mlp_studio.ui.features.timeline import epoch_words
from mlp_studio.ui.features.tints import tint, tinted
from mlp_studio.ui.features.words import Words


class Stage(QObject):
    """Shows frames.

    Signals
    -------
    failed(Exception)
        A layout of neighbours broke off: a defect of the program.
    """

    failed = Signal(object)

    def __init__(
        self,
        page: FeaturesPage,
        choices: Choices,
        reading: Reading,
        arranger: Arranger,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._choices, self._reading = page, choices, reading
        self._arranger = arranger
        self._words = Words(self)
        self._dataset: Dataset | None = None
        self._answers: Colouring | None = None  # of the classes or values
        self._colours: Colouring | None = None  # of what the colours tell now
        self._colour_of: NDArray[np.int64] = np.zeros(0, np.int64)
        self._probe: Probe | None = None
        self.frame: Frame | None = None
        page.legend.hidden_changed.connect(self._on_hidden)
        page.lasso.toggled.connect(self._on_lasso)
        page.clear.clicked.connect(reading.clear)
        page.arrange.clicked.connect(self._on_arrange)
        reading.selection_changed.connect(self._describe)
        arranger.progressed.connect(self._describe)
        arranger.done.connect(self._on_arranged)
        arranger.failed.connect(self._on_trouble)
        choices.tint_changed.connect(self._on_tint)
        choices.options.neighbourhood_changed.connect(self._on_neighbourhood)

    # --- what it shows -----------------------------------------------------------------

    @property
    def points(self) -> FloatArray:
        """Where the points of the frame belong, shape (n, 2) or (n, 3)."""
        frame = self.frame
        if frame is None:
            return np.zeros((0, 2), np.float32)
        if frame.question.view.name in NEIGHBOURS:
            kept = self._arranger.find(frame, self._choices.neighbourhood)
            if kept is not None:
                return kept.arrangement.points
        return frame.points

    def show_data(self, dataset: Dataset | None) -> None:
        """Take the colours of a data set; forget what was shown of another."""
        self._dataset = dataset
        self._answers = colouring(dataset) if dataset is not None else None
        self._probe = None
        self.show_nothing()
        self._take_colours()

    def show_nothing(self) -> None:
        """There is no frame."""
        self.frame = None
        self._reading.show_frame(None, ())

    def show(self, frame: Frame, *, anew: bool = False) -> None:
        """Show a frame.

        Parameters
        ----------
        frame : Frame
            What to show.
        anew : bool
            Whether it has nothing to do with the one before, so that the range fits at once.
        """
        if self._colours is None or self._answers is None:
            return
        self.frame = frame
        page, colours = self._page, self._colours
        self._colour_of = tinted(self._choices.tint, frame, colours)
        other_probe, self._probe = frame.probe is not self._probe, frame.probe
        page.input.show_points(
            frame.probe.input.points, self._colour_of, colours.colours, anew=other_probe
        )
        if frame.heat is not None:
            heat = frame.heat
            page.heat.show_values(heat.values, heat.order, self._colour_of, colours.colours)
            page.picture.setCurrentWidget(page.heat)
        elif frame.others:
            page.several.show_frames(frame, self._colour_of, colours.colours, anew=anew)
            page.picture.setCurrentWidget(page.several)
        else:
            page.features.show_figures(frame.question.view.name not in NEIGHBOURS)
            page.space.names = self._words.axes(frame)
            page.features.show_ground(frame.inside)
            plot = self._plot(frame)
            points, anew = self.points, anew or other_probe
            plot.show_points(points, self._colour_of, colours.colours, anew=anew)
            page.picture.setCurrentWidget(plot)
        self._reading.show_frame(frame, self._answers.names)
        self._describe()

    def show_between(self, following: Frame, share: float) -> None:
        """Show the points on their way to the next frame."""
        frame = self.frame
        if frame is None or frame.heat is not None or frame.others or self._colours is None:
            return
        if frame.question.view.name in NEIGHBOURS or following.probe is not frame.probe:
            return
        step = np.float32(share)
        points = frame.points + step * (following.points - frame.points)
        self._plot(frame).show_points(points, self._colour_of, self._colours.colours)

    def _plot(self, frame: Frame) -> Points:
        """Return where the points of a frame belong."""
        return self._page.space if frame.question.view.name in SPACE else self._page.features

    def stills(self, rate: float) -> tuple[Callable[[Frame], Still], Reelable]:
        """Return what of each frame goes into an exported film, and what all of them share.

        Raises
        ------
        StudioError
            What is shown is no picture of points.
        """
        frame, colours, page = self.frame, self._colours, self._page
        if frame is None or colours is None or frame.heat is not None or frame.others:
            raise StudioError(
                text("A film can be exported of the points of one layer only."),
                text("Choose another view and export again."),
            )
        name, how = self._choices.tint, self._choices.neighbourhood
        words = self._words

        def still(one: Frame) -> Still:
            points = one.points
            if one.question.view.name in NEIGHBOURS:
                kept = self._arranger.find(one, how)
                points = kept.arrangement.points if kept is not None else points
            return Still(points, tinted(name, one, colours), words.caption(one), one.inside)

        shared = Reelable(
            colours.colours,
            page.legend.hidden,
            self._reading.selected,
            frame.question.view.name not in NEIGHBOURS,
            page.legend.tokens,
            rate,
            page.space.eye,
            words.axes(frame),
        )
        return still, shared

    # --- words -------------------------------------------------------------------------

    @Slot()
    def _describe(self, _share: float = 0.0) -> None:
        frame, page, words = self.frame, self._page, self._words
        if frame is None:
            return
        probe, selected = frame.probe, self._reading.selected
        page.count.setText(words.count(len(probe.x), probe.total))
        width = probe.x[0].size if len(probe.x) else 0
        elsewhere = selected is None and len(self._reading.selection) > 0
        if selected is not None:
            page.input_words.say(*words.selection(frame, selected))
        elif elsewhere:
            page.input_words.say(*words.elsewhere(len(self._reading.selection)))
        else:
            page.input_words.say(*words.projection(probe.input, width))
        page.clear.setVisible(len(self._reading.selection) > 0)
        page.theirs.setVisible(elsewhere)
        full, short = words.features(frame)
        page.feature_words.say(full, short, "")
        tip = words.tip(frame)
        if tip:
            page.feature_words.setToolTip(f"{full}\n{tip}")
        self._plot(frame).setAccessibleDescription(page.feature_words.toolTip())
        caption = words.caption(frame)
        if frame.question.view.name in NEIGHBOURS and frame.projection.note is None:
            caption = self._neighbour_words(frame)
        page.features.caption = page.heat.caption = page.space.caption = caption
        page.arrange.setText(
            self.tr("Cancel · {percent} %").format(percent=f"{100 * self._arranger.share:.0f}")
            if self._arranger.busy
            else self.tr("Lay out")
        )

    def _neighbour_words(self, frame: Frame) -> str:
        """Return what the corner says about a layout of neighbours."""
        trouble = self._arranger.trouble
        if isinstance(trouble, StudioError):
            return " ".join(render(said) for said in (trouble.what, trouble.remedy) if said)
        kept = self._arranger.find(frame, self._choices.neighbourhood)
        if kept is None:
            if self._arranger.busy:
                return self.tr("Being laid out; until then by PCA")
            return self.tr("Not laid out; shown by PCA")
        words = self.tr("laid out after epoch {epoch}").format(epoch=epoch_words(kept.epoch))
        if kept.arrangement.note is not None:
            words = f"{render(kept.arrangement.note)} · {words}"
        return words

    # --- colours -----------------------------------------------------------------------

    def _take_colours(self) -> None:
        dataset, answers = self._dataset, self._answers
        self._colours = None
        if dataset is not None and answers is not None:
            self._colours = tint(self._choices.tint, dataset, answers)
        self._page.legend.show_colouring(self._colours)
        self._on_hidden(frozenset())

    @Slot()
    def _on_tint(self) -> None:
        self._take_colours()
        if self.frame is not None:
            self.show(self.frame)

    @Slot(object)
    def _on_hidden(self, hidden: frozenset[int]) -> None:
        page = self._page
        for view in page.scatters:
            view.hide_colours(hidden)
        page.heat.hide_colours(hidden)

    @Slot(bool)
    def _on_lasso(self, on: bool) -> None:
        for view in self._page.scatters:
            view.lasso_on = on

    # --- layouts of neighbours ---------------------------------------------------------

    def lay_out_if_new(self) -> None:
        """Begin a layout where a view of neighbours has none yet."""
        frame, arranger = self.frame, self._arranger
        if frame is None or frame.question.view.name not in NEIGHBOURS:
            return
        if arranger.busy or arranger.trouble is not None or frame.projection.note is not None:
            return
        if arranger.find(frame, self._choices.neighbourhood) is None:
            self.lay_out()

    def lay_out(self) -> None:
        """Lay out the moment that is shown."""
        frame = self.frame
        if frame is not None:
            moment = (frame.question, frame.epoch or 0.0)
            self._arranger.begin([moment], frame.probe, self._choices.neighbourhood)
            self._describe()

    @Slot()
    def _on_arrange(self) -> None:
        if self._arranger.busy:
            self._arranger.cancel()
            self._describe()
        else:
            self.lay_out()

    @Slot()
    def _on_arranged(self) -> None:
        if self.frame is not None:
            self.show(self.frame, anew=True)

    @Slot(object)
    def _on_trouble(self, error: Exception) -> None:
        self._describe()
        if not isinstance(error, StudioError):
            self.failed.emit(error)

    @Slot()
    def _on_neighbourhood(self) -> None:
        self._arranger.cancel()
        self._arranger.trouble = None
        self._describe()
        self.lay_out_if_new()
