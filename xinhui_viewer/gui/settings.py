"""Settings, kept between two starts in one INI file; each is a row of the table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting and its default; a path, or a list of paths, is kept absolute."""

    name: str
    default: Any
    path: bool = False


SETTINGS = (
    Setting("language", ""),
    Setting("theme", "system"),
    Setting("zoom", 100),
    Setting("serif", True),
    Setting("toolbar_text", False),
    Setting("archive", "", path=True),
    Setting("recent", [], path=True),
    Setting("geometry", QByteArray()),
    Setting("columns", []),
    Setting("left_shown", True),
    Setting("right_shown", True),
    Setting("folder", "", path=True),
    Setting("narrowing", False),
    Setting("history", []),
    Setting("layout", ""),
    Setting("format", "markdown"),
    Setting("watched", [], path=True),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


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

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, name: str) -> Any:
        """Return a setting's value, of its default's type; a relative path in the file is ambiguous and is ignored."""
        default = _BY_NAME[name].default
        value = _typed(default, self._file.value(name))
        if not _BY_NAME[name].path:
            return value
        if isinstance(value, list):
            return [path for path in value if Path(path).is_absolute()]
        return value if Path(value).is_absolute() else default

    def set(self, name: str, value: Any) -> None:
        """Keep a value; a relative path is taken from the current folder."""
        self._file.setValue(name, _absolute(value) if _BY_NAME[name].path else value)

    def save(self) -> None:
        """Write the file now."""
        self._file.sync()


def _typed(default: Any, value: Any) -> Any:
    if value is None:
        return default
    if isinstance(default, bool):
        return str(value).lower() == "true"
    if isinstance(default, list):
        return value if isinstance(value, list) else [value] if value else []
    if isinstance(default, int):
        return int(value) if str(value).isdigit() else default
    return value if isinstance(value, type(default)) else default


def _absolute(value: str | list[str]) -> str | list[str]:
    if isinstance(value, list):
        return [str(Path(path).absolute()) for path in value]
    return str(Path(value).absolute()) if value else ""
