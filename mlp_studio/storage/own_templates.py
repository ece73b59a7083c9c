"""Templates that a person made: project files without weights in the program's data folder."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from mlp_studio.core.errors import StudioError
from mlp_studio.core.project import ProjectSpec
from mlp_studio.core.templates import TEMPLATES, Template, template
from mlp_studio.core.text import text
from mlp_studio.storage.files import make_folder, unwritable
from mlp_studio.storage.folders import data_folder
from mlp_studio.storage.project_file import SUFFIX, SavedProject, load_project, save_project

MAX_TITLE = 60
MAX_DESCRIPTION = 200
# Names that Windows keeps for devices: a file called so could not be moved there.
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}


@dataclass(frozen=True)
class Shelf:
    """The templates there are.

    Parameters
    ----------
    templates : tuple of Template
        By title.
    broken : tuple of StudioError
        What is wrong with the files that can't be read; they stay where they are.
    """

    templates: tuple[Template, ...] = ()
    broken: tuple[StudioError, ...] = ()

    @property
    def by_name(self) -> dict[str, Template]:
        """The templates by name."""
        return {each.name: each for each in self.templates}


def templates_folder() -> Path:
    """Return where own templates are kept; it may not exist yet."""
    return data_folder() / "templates"


def own_templates(folder: Path | None = None) -> Shelf:
    """Return the templates kept in `folder`, the program's own by default."""
    found, broken = [], []
    place = folder or templates_folder()
    try:
        paths = sorted(place.glob(f"*{SUFFIX}"))
    except OSError as error:
        return Shelf(broken=(_unreadable(place, error),))
    for path in paths:
        try:
            found.append(_read(path))
        except StudioError as error:
            broken.append(error)
    return Shelf(tuple(sorted(found, key=lambda t: str(t.title).casefold())), tuple(broken))


def find_template(name: str, folder: Path | None = None) -> Template:
    """Return the template called `name`, built in or own.

    Raises
    ------
    StudioError
        When there is none, naming those there are, or its file is broken.
    """
    if name in TEMPLATES:
        return TEMPLATES[name]
    path = (folder or templates_folder()) / f"{name}{SUFFIX}"
    if _plain(name) and path.is_file():
        return _read(path)
    return template(name, own_templates(folder).by_name)


def is_template(name: str, folder: Path | None = None) -> bool:
    """Return whether there is a template called `name`, built in or own."""
    place = folder or templates_folder()
    return name in TEMPLATES or (_plain(name) and (place / f"{name}{SUFFIX}").is_file())


def template_names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of all templates that can be read, the built-in ones first."""
    return (*TEMPLATES, *own_templates(folder).by_name)


def template_name(title: str) -> str:
    """Return the name for the command line, and the file's, of a template with this title.

    Letters and digits of any script are kept, in lower case, all else becomes a hyphen.

    Raises
    ------
    StudioError
        When the title is empty, too long, without a letter or digit, or of a built-in
        template.
    """
    title = title.strip()
    words = "".join(
        c if c.isalnum() else " " for c in unicodedata.normalize("NFKC", title).casefold()
    ).split()
    name = "-".join(words)
    if not name:
        raise StudioError(
            text("A template needs a name. Received: “{title}”.", title=title),
            text("Type a name with at least one letter or digit."),
        )
    if len(title) > MAX_TITLE or len(name.encode()) > 4 * MAX_TITLE:
        raise StudioError(
            text("The name is too long: {count} characters.", count=len(title)),
            text("Choose one of at most {most} characters.", most=MAX_TITLE),
        )
    if name in _DEVICES:
        name += "-template"
    if name in TEMPLATES:
        raise StudioError(
            text("“{title}” is the name of a built-in template.", title=title),
            text("Choose another name."),
        )
    return name


def save_template(
    project: ProjectSpec,
    title: str,
    description: str = "",
    *,
    replace: bool = False,
    folder: Path | None = None,
) -> Template:
    """Keep a project as a template, without weights.

    Parameters
    ----------
    project : ProjectSpec
        Data, network and training.
    title, description : str
        As shown to people.
    replace : bool
        Whether it may take the place of one of the same name.
    folder : Path, optional
        Where it is kept; the program's own folder by default.

    Raises
    ------
    StudioError
        When the title can't be one or is taken, or the file can't be written.
    """
    path = _path(title, folder)
    if path.exists() and not replace:
        raise _taken(title)
    make_folder(path.parent)
    named = project.model_copy(update={"name": title.strip()})
    save_project(path, SavedProject(named, description=_one_line(description)))
    return _read(path)


def change_template(
    name: str, title: str, description: str, folder: Path | None = None
) -> Template:
    """Give an own template another title and description.

    Raises
    ------
    StudioError
        When it is gone, the title can't be one or is taken, or nothing can be written.
    """
    former = _place(name, folder)
    project = load_project(former).project
    path = _path(title, folder)
    changed = save_template(
        project, title, description, replace=path == former, folder=former.parent
    )
    if path != former:
        _unlink(former)
    return changed


def remove_template(name: str, folder: Path | None = None) -> bytes:
    """Remove an own template; return what `restore_template` needs to bring it back."""
    path = _place(name, folder)
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        return b""  # somebody else was faster
    except OSError as error:
        raise _unreadable(path, error) from error
    _unlink(path)
    return kept


def restore_template(name: str, kept: bytes, folder: Path | None = None) -> None:
    """Bring back a template that was removed.

    Raises
    ------
    StudioError
        When there is another one of that name by now, or it can't be written.
    """
    path = _place(name, folder)
    make_folder(path.parent)
    try:
        with path.open("xb") as file:
            file.write(kept)
    except FileExistsError:
        raise _taken(name) from None
    except OSError as error:
        raise unwritable(path, error) from error


def _read(path: Path) -> Template:
    saved = load_project(path)
    title, description = saved.project.name, saved.description
    return Template(
        path.name.removesuffix(SUFFIX),
        text("{words}", words=title),  # typed by a person: may hold braces
        text("{words}", words=description),
        saved.project,
        own=True,
    )


def _plain(name: str) -> bool:
    """Return whether a name is one of a file, not a path to elsewhere."""
    return bool(name) and Path(name).name == name and "\\" not in name


def _place(name: str, folder: Path | None) -> Path:
    return (folder or templates_folder()) / f"{name}{SUFFIX}"


def _path(title: str, folder: Path | None) -> Path:
    return _place(template_name(title), folder)


def _one_line(words: str) -> str:
    return " ".join(words.split())[:MAX_DESCRIPTION]


def _taken(title: str) -> StudioError:
    return StudioError(
        text("There is already a template called “{title}”.", title=title.strip()),
        text("Choose another name, or replace it."),
    )


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error


def _unreadable(path: Path, error: OSError) -> StudioError:
    return StudioError(
        text("{path} can't be read: {reason}.", path=path, reason=error.strerror or error),
        text("Give yourself permission to read it."),
    )
