"""Bulletins as plain text: title, origin, and the unchanged body."""

from __future__ import annotations

from xinhui_viewer.exporters.facts import exported
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin


def plain_text(one: Bulletin) -> str:
    """Return one bulletin as text; a form feed separates several."""
    title = one.facts.title or tr("(untitled)")
    facts = (tr("{name}: {value}").format(name=name, value=value) for name, value in exported(one))
    return "\n".join((title, *facts, "", one.body, ""))
