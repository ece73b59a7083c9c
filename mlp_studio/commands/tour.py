"""``mlp-studio tour``: the acceptance test a person can watch."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from mlp_studio.app import make_application, make_parts, make_window
from mlp_studio.commands.console import say
from mlp_studio.commands.startup import seconds_since_start
from mlp_studio.core.errors import StudioError
from mlp_studio.core.text import text
from mlp_studio.studio.settings import Settings
from mlp_studio.ui.tour.tour import Report, Tour

SIZE = (1600, 900)


def tour_command(out: Path) -> int:
    """Drive the window, write pictures and ``tour.json`` into `out`; 1 when a step failed."""
    out.mkdir(parents=True, exist_ok=True)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json", app)  # not the person's own
        settings.set("look", "light")
        parts = make_parts(app, settings)
        window = make_window(parts)
        window.project.ask_before_leaving = False
        window.resize(*SIZE)
        reports: list[Report] = []
        tour = Tour(window, parts, out, seconds_since_start, say)
        window.show()

        def go() -> None:
            try:
                reports.append(tour.run())
            finally:
                window.close()
                app.quit()

        QTimer.singleShot(0, window, go)
        app.exec()
    if not reports:
        raise StudioError(text("The tour was broken off."), text("See the messages above."))
    report = reports[0]
    (out / "tour.json").write_text(
        json.dumps({"ok": report.ok, **dataclasses.asdict(report)}, indent=2), encoding="utf-8"
    )
    say(f"{'every step ok' if report.ok else 'some steps failed'}: {out / 'tour.json'}")
    return 0 if report.ok else 1
