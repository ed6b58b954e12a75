"""What the program remembers between two starts: one row a setting, kept in one INI file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


@dataclass(frozen=True, slots=True)
class Setting:
    """A thing to remember and what it is before the user changes it."""

    name: str
    default: Any


SETTINGS = (
    Setting("language", ""),
    Setting("theme", "system"),
    Setting("zoom", 100),
    Setting("serif", True),
    Setting("toolbar_text", False),
    Setting("archive", ""),
    Setting("recent", []),
    Setting("bulletin", 0),
    Setting("geometry", QByteArray()),
    Setting("columns", []),
    Setting("left_shown", True),
    Setting("right_shown", True),
    Setting("folder", ""),
    Setting("narrowing", False),
    Setting("history", []),
    Setting("watched", []),
)
_DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def default_path() -> Path:
    """Return the settings file of this user (XDG on Linux)."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "xinhui_viewer" / "settings.ini"


def default_archive() -> Path:
    """Return where a user's own archive is put when nothing else is asked for."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) / "新会公报" / "我的公报.xhdb"


class Settings:
    """Reads and writes the settings file; a value of a wrong kind in it is taken as its default."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, name: str) -> Any:
        """Return a setting's value, of its default's type."""
        default = _DEFAULTS[name]
        value = self._file.value(name)
        if value is None:
            return default
        if isinstance(default, bool):
            return str(value).lower() == "true"
        if isinstance(default, list):
            return value if isinstance(value, list) else [value] if value else []
        if isinstance(default, int):
            return int(value) if str(value).isdigit() else default
        return value if isinstance(value, type(default)) else default

    def set(self, name: str, value: Any) -> None:
        """Remember a value."""
        assert name in _DEFAULTS, name
        self._file.setValue(name, value)

    def save(self) -> None:
        """Write the file now."""
        self._file.sync()
