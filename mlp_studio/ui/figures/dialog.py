"""The dialog that exports figures: which ones, as what, how large."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mlp_studio.core.arrays import Progress
from mlp_studio.core.text import Text, text
from mlp_studio.figures.content import Content, Evaluated
from mlp_studio.figures.drawing import DPI, FORMATS, WIDTH_MM, Drawing, Format
from mlp_studio.storage.files import replacing, write_text
from mlp_studio.studio.jobs import Job, Jobs
from mlp_studio.studio.language import render
from mlp_studio.studio.messages import Messages
from mlp_studio.ui.common.latest import Latest
from mlp_studio.ui.figures.gather import drawn, report_of, today
from mlp_studio.ui.theme import RHYTHM, Theme
from mlp_studio.ui.window.progress_strip import ProgressStrip

PREVIEW_MM, PREVIEW_DPI = 120.0, 130


class FiguresDialog(QDialog):
    """Offers every figure that a trained network gives, each with a preview.

    Parameters
    ----------
    jobs : Jobs
        Where figures are drawn.
    messages : Messages
        Told of what was written, and of what went wrong.
    theme : Theme
        The look in force.
    """

    def __init__(
        self, jobs: Jobs, messages: Messages, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._messages = jobs, messages
        self._content: Content | None = None
        self._seen: Evaluated | None = None
        self._device, self._tab = "", ""
        self._drawings: list[Drawing] = []
        self._job: Job | None = None
        self._preview = Latest(interval_ms=0, parent=self)
        self._picture: QPixmap | None = None
        self._build(theme)
        self._connect()

    @property
    def chosen(self) -> list[Drawing]:
        """The figures that are ticked."""
        ticked = Qt.CheckState.Checked
        rows = zip(range(self.list.count()), self._drawings, strict=True)
        return [drawing for row, drawing in rows if self.list.item(row).checkState() == ticked]

    @property
    def formats(self) -> list[Format]:
        """What they are written as."""
        return [form for form in FORMATS if self.boxes[form].isChecked()]

    @property
    def busy(self) -> bool:
        """Whether something is being drawn or written."""
        return self._job is not None

    def begin(self, content: Content, device: str, tab: str = "") -> None:
        """Open, and offer the figures of a content.

        Parameters
        ----------
        content : Content
            What the figures are of.
        device : str
            On what it was trained, for the report.
        tab : str
            The figures of this part of the window are ticked; all where it has none.
        """
        self._cancel()
        self._content, self._device, self._tab = content, device, tab
        self._seen, self._drawings = None, []
        self.list.clear()
        self._show_picture(None)
        self.show()
        self.raise_()
        self.activateWindow()
        self._run(lambda progress: drawn(content, progress), self._offer)

    # --- building ----------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.setObjectName("figures")
        self.setWindowTitle(self.tr("Figures and report"))
        self.list = QListWidget()
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(self.tr("Figures"))
        self.list.setToolTip(self.tr("Ticked figures are exported; the space bar ticks"))
        self.all = QCheckBox(self.tr("All figures"))
        self.all.setTristate(False)
        self.preview = QLabel()
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.preview.setMinimumSize(260, 200)
        policy = QSizePolicy.Policy.Ignored
        self.preview.setSizePolicy(policy, policy)
        self.preview.setStyleSheet("background: white; border-radius: 6px;")
        tips = {
            "png": self.tr("A picture of pixels, for slides and web pages"),
            "svg": self.tr("Vectors, sharp at every size, for web pages and drawing programs"),
            "pdf": self.tr("Vectors, sharp at every size, for LaTeX and print"),
            "csv": self.tr("The numbers, for spreadsheets and other programs"),
        }
        self.boxes = {form: QCheckBox(form.upper()) for form in FORMATS}
        for form, box in self.boxes.items():
            box.setToolTip(tips[form])
            box.setChecked(form in {"png", "csv"})
        self.width_mm = self._spin(40, 400, round(WIDTH_MM), " mm")
        self.width_mm.setToolTip(self.tr("Width on paper; letters keep their size"))
        self.dpi = self._spin(72, 1200, DPI, " dpi")
        self.dpi.setToolTip(self.tr("Pixels an inch of pictures"))
        self._lay_out(theme)
        self.resize(860, 500)
        self._follow()

    def _lay_out(self, theme: Theme) -> None:
        self.progress = ProgressStrip(theme)
        self.progress.setFixedHeight(26)
        self.cancel_button = self._button(self.tr("Cancel"), self._cancel)
        self.report_button = self._button(self.tr("Report (HTML)…"), self._ask_report)
        self.report_button.setToolTip(
            self.tr("One page with results, curves, figures, settings and environment to hand in")
        )
        self.export_button = self._button(self.tr("Export figures…"), self._ask_export)
        self.export_button.setProperty("role", "primary")
        self.close_button = self._button(self.tr("Close"), self.close)
        form_row = QHBoxLayout()
        form_row.setSpacing(RHYTHM * 2)
        for box in self.boxes.values():
            form_row.addWidget(box)
        form_row.addStretch()
        form_row.addWidget(self.width_mm)
        form_row.addWidget(self.dpi)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.all)
        middle = QHBoxLayout()
        middle.setSpacing(RHYTHM)
        middle.addLayout(left, 2)
        middle.addWidget(self.preview, 3)
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM)
        buttons.addWidget(self.progress, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch()
        buttons.addWidget(self.report_button)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(RHYTHM)
        layout.addLayout(middle, 1)
        layout.addLayout(form_row)
        layout.addLayout(buttons)

    def _spin(self, low: int, high: int, value: int, unit: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(low, high)
        spin.setValue(value)
        spin.setSuffix(unit)
        return spin

    def _button(self, words: str, call: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on=False: call())
        return button

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._preview_row)
        self.list.itemChanged.connect(self._follow)
        self.all.clicked.connect(self._tick_all)
        for box in self.boxes.values():
            box.toggled.connect(self._follow)
        self._preview.done.connect(self._on_preview)
        self._preview.failed.connect(self._messages.report)
        self.finished.connect(lambda _code: self._cancel())

    # --- offering ----------------------------------------------------------------------

    def _offer(self, found: tuple[Evaluated, list[Drawing]]) -> None:
        self._seen, self._drawings = found
        own = [drawing for drawing in self._drawings if drawing.tab == self._tab]
        for drawing in self._drawings:
            item = QListWidgetItem(drawing.title)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = not own or drawing in own
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(self._drawings.index(own[0]) if own else 0)
        self.list.setFocus()

    @Slot(int)
    def _preview_row(self, row: int) -> None:
        if 0 <= row < len(self._drawings):
            drawing = self._drawings[row]
            self._preview.ask(lambda: drawing.as_bytes("png", width_mm=PREVIEW_MM, dpi=PREVIEW_DPI))

    @Slot(object)
    def _on_preview(self, content: bytes) -> None:
        if self._drawings:
            self._show_picture(QPixmap.fromImage(QImage.fromData(content)))

    def _show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        if picture is None:
            self.preview.clear()
            return
        ratio = self.devicePixelRatioF()
        room = self.preview.size() * ratio
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        shown.setDevicePixelRatio(ratio)
        self.preview.setPixmap(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_picture(self._picture)

    @Slot(bool)
    def _tick_all(self, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    @Slot()
    def _follow(self, _what: object = None) -> None:
        """Enable what can be done."""
        idle, ready = not self.busy, self._seen is not None
        chosen = self.chosen if len(self._drawings) == self.list.count() else []
        self.export_button.setEnabled(idle and bool(chosen) and bool(self.formats))
        self.report_button.setEnabled(idle and ready)
        self.progress.setVisible(self.busy)
        self.cancel_button.setVisible(self.busy)
        self.all.setEnabled(ready)
        self.all.setChecked(bool(chosen) and len(chosen) == len(self._drawings))

    # --- writing -----------------------------------------------------------------------

    def _ask_export(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export the figures into a folder"))
        if folder:
            self.export_into(Path(folder))

    def export_into(self, folder: Path) -> None:
        """Write the ticked figures into a folder."""
        chosen, formats = self.chosen, self.formats
        width, dpi = float(self.width_mm.value()), self.dpi.value()

        def work(progress: Progress) -> int:
            done = 0
            for drawing in chosen:
                for form in formats:
                    share = done / (len(chosen) * len(formats))
                    name = f"{drawing.name}.{form}"
                    progress(share, text("Writing {name}", name=name))
                    content = drawing.as_bytes(form, width_mm=width, dpi=dpi)
                    with replacing(folder / name) as file:
                        file.write(content)
                    done += 1
            return done

        def told(count: int) -> None:
            words = self.tr("{count} files are in {folder}")
            self._messages.info(words.format(count=count, folder=folder))

        self._run(work, told)

    def _ask_report(self) -> None:
        name = self._content.name if self._content is not None else ""
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Write the report"),
            self.tr("{name} report.html").format(name=name),
            self.tr("Web pages (*.html)"),
        )
        if path:
            self.write_report(Path(path))

    def write_report(self, path: Path) -> None:
        """Write the report into a file."""
        seen, device = self._seen, self._device
        if seen is None:
            return
        date, language = today()

        def work(progress: Progress) -> Path:
            page = report_of(seen, device, date, language, progress)
            write_text(path, page)
            return path

        def told(written: Path) -> None:
            self._messages.info(self.tr("The report is in {path}").format(path=written))

        self._run(work, told)

    def _run(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        def finished(result: object) -> None:
            self._job = None
            done(result)
            self._follow()

        def failed(error: Exception) -> None:
            self._job = None
            self._follow()
            self._messages.report(error)

        def progressed(share: float, what: Text) -> None:
            self.progress.show_progress(share, render(what))

        self.progress.show_progress(0.0, "")
        self._job = self._jobs.start(work, finished, failed, progressed)
        self._follow()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._follow()
