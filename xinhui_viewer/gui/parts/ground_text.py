"""The grounds of a bulletin's facts, in words."""

from __future__ import annotations

from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.records import Ground, Where

_WORDS: dict[Where, str] = {
    "printed": N_("on the page"),
    "tag": N_("from a page tag"),
    "script": N_("from a page script"),
    "address": N_("from the address"),
    "name": N_("from the file name"),
    "place": N_("as on sibling pages"),
    "list": N_("from a list page"),
    "signature": N_("from the signature"),
    "site": N_("from the site's name"),
    "user": N_("entered by the user"),
}


def ground_text(ground: Ground | None) -> str:
    """Return where a value comes from, and that it is unsure if it is; empty when that is not known."""
    if ground is None or ground.where not in _WORDS:  # an archive of a newer version may have other places
        return ""
    where = tr(_WORDS[ground.where])
    return where if ground.sure else tr("{where}, unsure").format(where=where)
