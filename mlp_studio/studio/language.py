"""The language of the program: English as written, Spanish by translation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mlp_studio.core.errors import StudioError
from mlp_studio.core.resources import resource
from mlp_studio.core.text import Text

LANGUAGES = {"en": "English", "es": "Español"}


def system_language() -> str:
    """Return the code of the system's language where the program speaks it, else ``"en"``."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"


def install(app: QCoreApplication, code: str) -> QTranslator | None:
    """Make `app` speak the language `code`; return the translator, to be kept alive.

    Deleting it brings English back, in Qt's own dialogs too.
    """
    if code not in LANGUAGES or code == "en":
        return None
    translator = QTranslator(app)
    path = resource("translations", f"mlp_studio_{code}.qm")
    if not translator.load(str(path)):
        raise FileNotFoundError(f"the translation is missing or broken. Received: {path}")
    # Save, Discard, Cancel, the file dialog and the names of keys are Qt's own sentences.
    qt = QTranslator(translator)
    if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    app.installTranslator(translator)
    return translator


def render(sentence: Text) -> str:
    """Return a sentence of the lower floors in the current language."""
    params = {
        name: render(value) if isinstance(value, Text) else value for name, value in sentence.params
    }
    return QCoreApplication.translate("", sentence.source).format(**params)


def explained(error: StudioError, between: str = " ") -> str:
    """Return what is wrong and what to do about it, in the current language."""
    return between.join(render(words) for words in (error.what, error.remedy) if words)
