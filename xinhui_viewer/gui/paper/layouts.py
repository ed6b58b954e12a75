"""The layout of pages, kept between two starts."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.records import LARGEST_TEXT, SMALLEST_TEXT, Layout

_SETTING = "layout"


def remember(settings: Settings, layout: Layout) -> None:
    """Keep a layout."""
    values = {**asdict(layout), "without": sorted(layout.without)}
    settings.set(_SETTING, json.dumps(values, ensure_ascii=False))


def remembered(settings: Settings) -> Layout:
    """Return the layout that was used before; an invalid part of it is the default."""
    default = Layout()
    try:
        kept: dict[str, Any] = json.loads(settings.get(_SETTING) or "{}")
        known = {field.name: kept[field.name] for field in fields(Layout) if field.name in kept}
        known = {name: value for name, value in known.items() if name == "without" or _alike(value, default, name)}
        return Layout(**{**known, "without": frozenset(map(str, known.get("without", ())))})
    except (ValueError, TypeError, AttributeError):
        return default


def _alike(value: Any, default: Layout, name: str) -> bool:
    from xinhui_viewer.exporters import table

    named = {"template": [row.name for row in table.TEMPLATES], "size": table.SIZES, "font": table.FONTS}
    if name in named:
        return value in named[name]
    if name == "points":
        return isinstance(value, float | int) and SMALLEST_TEXT <= value <= LARGEST_TEXT
    return isinstance(value, type(getattr(default, name)))
