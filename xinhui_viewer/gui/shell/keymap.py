"""The keys of actions: those of the table, and the user's own in their place."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtGui import QKeySequence

from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.action import Action
from xinhui_viewer.gui.shell.actions import rows

SETTING = "keys"
Keymap = dict[str, tuple[str, ...]]
_PORTABLE = QKeySequence.SequenceFormat.PortableText
# Chinese input methods take these by default: fcitx and ibus Space and Shift, Microsoft Pinyin Ctrl+Shift+F and signs.
INPUT_METHODS = frozenset({"Ctrl+Space", "Shift+Space", "Ctrl+Shift+F", "Ctrl+.", "Ctrl+;", "Ctrl+Alt+P"})


def keymap(settings: Settings) -> Keymap:
    """Return the keys of every action, by its name; what the settings hold of no known action is ignored."""
    own = _own(settings)
    return {row.name: own.get(row.name, row.keys) for row in rows()}


def assign(settings: Settings, name: str, keys: tuple[str, ...]) -> None:
    """Give an action these keys alone, and take them from all others."""
    now = keymap(settings)
    changed = {other: tuple(key for key in held if key not in keys) for other, held in now.items()}
    _keep(settings, {**changed, name: keys})


def restore(settings: Settings, name: str = "") -> None:
    """Give one action, or all, the keys of the table again, and take them from the others."""
    if not name:
        settings.reset(SETTING)
        return
    assign(settings, name, _row(name).keys)


def holders(settings: Settings, keys: str, but: str) -> tuple[Action, ...]:
    """Return the actions other than ``but`` that have these keys."""
    now = keymap(settings)
    return tuple(row for row in rows() if row.name != but and keys in now[row.name])


def portable(keys: QKeySequence) -> str:
    """Return keys as they are kept, the same on every system and in every language."""
    return keys.toString(_PORTABLE)


def native(keys: str) -> str:
    """Return keys as the system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _keep(settings: Settings, keys: Keymap) -> None:
    differing = {row.name: list(keys[row.name]) for row in rows() if keys[row.name] != row.keys}
    settings.set(SETTING, json.dumps(differing, sort_keys=True) if differing else "")


def _own(settings: Settings) -> Keymap:
    try:
        held: Any = json.loads(settings.get(SETTING) or "{}")
        return {str(name): tuple(filter(None, map(_valid, keys))) for name, keys in held.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _valid(keys: Any) -> str:
    """Return keys as Qt writes them; nothing for what are none."""
    if not isinstance(keys, str):
        raise TypeError(keys)
    return portable(QKeySequence(keys))


def _row(name: str) -> Action:
    return next(row for row in rows() if row.name == name)
