"""Settings, kept between two starts in one INI file; each is a row of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

from xinhui_viewer.i18n import N_, tr

Kind = Literal["switch", "number", "numbers", "choice", "font", "text", "texts", "path", "paths", "state"]

GENERAL, READING, SEARCH, ARCHIVES = N_("General"), N_("Reading"), N_("Search"), N_("Archives")
GROUPS = (GENERAL, READING, SEARCH, ARCHIVES)


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting and its default.

    ``label`` is its name for users, empty for the program's own. A choice is one of ``choices``, each
    with its label; a number lies within ``limits``, and ``unit`` is what it counts. Paths are kept absolute. A font is
    the name of a family, empty for the program's own. A state is bytes that only Qt reads. ``group`` is its page of
    the preferences; without one it is changed where it is used.
    """

    name: str
    kind: Kind
    default: Any
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    limits: tuple[int, int] = (0, 1_000_000)
    group: str = ""
    unit: str = ""

    def read(self, kept: Any) -> Any:
        """Return a stored value in this kind; a ValueError when it is of another."""
        value = _READ[self.kind](kept)
        if self.choices and value not in dict(self.choices):
            raise ValueError(value)
        if self.kind == "number" and not self.limits[0] <= value <= self.limits[1]:
            raise ValueError(value)
        return value


SETTINGS = (
    Setting(
        "language",
        "choice",
        "",
        N_("Language"),
        (("", N_("Same as the system")), ("zh_CN", "中文"), ("en", "English")),
        group=GENERAL,
    ),
    Setting(
        "theme",
        "choice",
        "system",
        N_("Appearance"),
        (
            ("system", N_("Same as the system")),
            ("light", N_("Light")),
            ("dark", N_("Dark")),
            ("soft", N_("Soft green")),
        ),
        group=GENERAL,
    ),
    Setting("toolbar_text", "switch", False, N_("Text under icons"), group=GENERAL),
    Setting(
        "density",
        "choice",
        "comfortable",
        N_("Rows of lists"),
        (("comfortable", N_("Comfortable")), ("compact", N_("Compact"))),
        group=GENERAL,
    ),
    Setting("zoom", "number", 100, N_("Text size"), limits=(50, 300), group=READING, unit=N_(" %")),
    Setting("font", "font", "", N_("Font"), group=READING),
    Setting("serif", "switch", True, N_("Serif text"), group=READING),
    Setting("measure", "number", 38, N_("Line width"), limits=(20, 80), group=READING, unit=N_(" characters")),
    Setting("leading", "number", 175, N_("Line spacing"), limits=(120, 300), group=READING, unit=N_(" %")),
    Setting("indents", "switch", True, N_("Indent the first line of paragraphs"), group=READING),
    Setting("live", "switch", True, N_("Search while typing"), group=SEARCH),
    Setting("suggesting", "switch", True, N_("Suggest while typing"), group=SEARCH),
    Setting("remembering", "switch", True, N_("Remember what was searched"), group=SEARCH),
    Setting("left_shown", "switch", True, N_("Left pane")),
    Setting("right_shown", "switch", True, N_("Right pane")),
    Setting("narrowing", "switch", False, N_("Narrow the results")),
    Setting("watched", "paths", [], N_("Watched folders"), group=ARCHIVES),
    Setting("archive", "path", ""),
    Setting("recent", "paths", []),
    Setting("folder", "path", ""),
    Setting("geometry", "state", QByteArray()),
    Setting("columns", "numbers", []),
    Setting("history", "texts", []),
    Setting("keys", "text", ""),
    Setting("layout", "text", ""),
    Setting("format", "text", "markdown"),
)


_OWN = (Path("新会公报", "我的公报.xhdb"), Path("Xinhui bulletins", "My bulletins.xhdb"))


def default_path() -> Path:
    """Return the settings file of this user (XDG on Linux)."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "xinhui_viewer" / "settings.ini"


def default_archive() -> Path:
    """Return the path of the user's own archive when no other is chosen.

    It is named in the user's language, unless it is already there under its other name.
    """
    names = (Path(tr("Xinhui bulletins"), tr("My bulletins.xhdb")), *_OWN)
    paths = [documents() / name for name in names]
    return next((path for path in paths if path.exists()), paths[0])


def documents() -> Path:
    """Return the user's folder for documents; where there is none, the home folder."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
    return folder if folder.is_dir() else Path.home()


class Settings(QObject):
    """Reads and writes the settings file; a value of a wrong type in it counts as the default.

    ``changed`` carries the name of a setting that has another value now, for every window to follow at once.
    """

    changed = Signal(str)

    def __init__(self, path: Path, table: tuple[Setting, ...] = SETTINGS) -> None:
        super().__init__()
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        self._rows = {row.name: row for row in table}

    @property
    def folder(self) -> Path:
        """The folder of the file."""
        return Path(self._file.fileName()).parent

    def row(self, name: str) -> Setting:
        """Return the row of a setting."""
        return self._rows[name]

    def get(self, name: str) -> Any:
        """Return a setting's value, of its kind; a relative path in the file is ambiguous and is ignored."""
        row, kept = self._rows[name], self._file.value(name)
        try:
            return row.default if kept is None else row.read(kept)
        except (ValueError, TypeError):
            return row.default

    def set(self, name: str, value: Any) -> None:
        """Keep a value; a relative path is taken from the current folder."""
        kind, before = self._rows[name].kind, self.get(name)
        if kind == "path" and value:
            value = str(Path(value).absolute())
        elif kind == "paths":
            value = [str(Path(path).absolute()) for path in value]
        self._file.setValue(name, value)
        if value != before:
            self.changed.emit(name)

    def reset(self, name: str) -> None:
        """Give a setting its default again."""
        self.set(name, self._rows[name].default)

    def group(self, name: str) -> tuple[Setting, ...]:
        """Return the settings of a page of the preferences."""
        return tuple(row for row in self._rows.values() if row.group == name)

    def save(self) -> None:
        """Write the file now."""
        self._file.sync()


def _switch(kept: Any) -> bool:
    if str(kept).lower() not in ("true", "false"):
        raise ValueError(kept)
    return str(kept).lower() == "true"


def _text(kept: Any) -> str:
    if not isinstance(kept, str):
        raise ValueError(kept)
    return kept


def _texts(kept: Any) -> list[str]:
    """Return a list; the file stores a list of one text as that text, and an empty one as an empty text."""
    return [_text(one) for one in kept] if isinstance(kept, list) else [_text(kept)] if kept else []


def _path(kept: Any) -> str:
    if kept and not Path(_text(kept)).is_absolute():
        raise ValueError(kept)
    return _text(kept)


def _state(kept: Any) -> QByteArray:
    if not isinstance(kept, QByteArray):
        raise ValueError(kept)
    return kept


_READ: dict[Kind, Callable[[Any], Any]] = {
    "switch": _switch,
    "number": int,
    "numbers": lambda kept: [int(one) for one in (kept if isinstance(kept, list) else [kept])],
    "choice": _text,
    "font": _text,
    "text": _text,
    "texts": _texts,
    "path": _path,
    "paths": lambda kept: [path for path in _texts(kept) if Path(path).is_absolute()],
    "state": _state,
}
