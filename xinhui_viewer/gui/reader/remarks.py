"""Remarks above the text of a bulletin: on parts that were missing when it was read, and on unsure facts."""

from __future__ import annotations

from xinhui_viewer.facts import unsure
from xinhui_viewer.i18n import sentences
from xinhui_viewer.records import Bulletin


def remarks(bulletin: Bulletin) -> str:
    """Return the warnings on a bulletin and the names of its unsure facts, in sentences; empty when there are none."""
    names = {ground.fact for ground in bulletin.grounds if not ground.sure}
    return sentences((*bulletin.warnings, unsure(names)))
