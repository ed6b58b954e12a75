"""Settings, kept between two starts in one INI file; each is a row of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from xinhui_viewer.i18n import N_

Kind = Literal["switch", "number", "numbers", "choice", "text", "texts", "path", "paths", "state"]


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting and its default.

    ``label`` is its name for users, empty for the program's own. A choice is one of ``choices``, each
    with its label; a number lies within ``limits``. Paths are kept absolute. A state is bytes that only Qt reads.
    """

    name: str
    kind: Kind
    default: Any
    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    limits: tuple[int, int] = (0, 1_000_000)

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
        "language", "choice", "", N_("Language"), (("", N_("Same as the system")), ("zh_CN", "中文"), ("en", "English"))
    ),
    Setting(
        "theme",
        "choice",
        "system",
        N_("Appearance"),
        (("system", N_("Same as the system")), ("light", N_("Light")), ("dark", N_("Dark"))),
    ),
    Setting("zoom", "number", 100, N_("Text size in percent"), limits=(50, 300)),
    Setting("serif", "switch", True, N_("Serif text")),
    Setting("toolbar_text", "switch", False, N_("Text under icons")),
    Setting("left_shown", "switch", True, N_("Left pane")),
    Setting("right_shown", "switch", True, N_("Right pane")),
    Setting("narrowing", "switch", False, N_("Narrow the results")),
    Setting("watched", "paths", [], N_("Watched folders")),
    Setting("archive", "path", ""),
    Setting("recent", "paths", []),
    Setting("folder", "path", ""),
    Setting("geometry", "state", QByteArray()),
    Setting("columns", "numbers", []),
    Setting("history", "texts", []),
    Setting("layout", "text", ""),
    Setting("format", "text", "markdown"),
)


def default_path() -> Path:
    """Return the settings file of this user (XDG on Linux)."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "xinhui_viewer" / "settings.ini"


def default_archive() -> Path:
    """Return the path of the user's own archive when no other is chosen."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) / "新会公报" / "我的公报.xhdb"


class Settings:
    """Reads and writes the settings file; a value of a wrong type in it counts as the default."""

    def __init__(self, path: Path, table: tuple[Setting, ...] = SETTINGS) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        self._rows = {row.name: row for row in table}

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
        kind = self._rows[name].kind
        if kind == "path" and value:
            value = str(Path(value).absolute())
        elif kind == "paths":
            value = [str(Path(path).absolute()) for path in value]
        self._file.setValue(name, value)

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
    "text": _text,
    "texts": _texts,
    "path": _path,
    "paths": lambda kept: [path for path in _texts(kept) if Path(path).is_absolute()],
    "state": _state,
}
