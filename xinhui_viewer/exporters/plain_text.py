"""Bulletins as plain text: title, where it is from, the text as it stands."""

from __future__ import annotations

from xinhui_viewer.exporters.facts import exported
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin


def plain_text(one: Bulletin) -> str:
    """Return one bulletin as text; several are put apart by a form feed."""
    head = [one.facts.title or tr("(untitled)"), *(f"{name}: {value}" for name, value in exported(one))]
    return "\n".join((*head, "", one.body, ""))
