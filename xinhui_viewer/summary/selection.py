"""The bulletins of a selection, for paper and for files: which, in which order, and at most how many."""

from __future__ import annotations

from dataclasses import dataclass

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.errors import UserError
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import All, Selection
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.find import count, ids

_ALL = 1 << 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids of a selection in order, the description of its query, and a sentence where a limit cut it off."""

    ids: tuple[int, ...]
    understood: str = ""
    cut: str = ""


def choose(db: Archive, selection: Selection, most: int = _ALL) -> Chosen:
    """Return the bulletins of a selection, each once: the first ``most`` in the order of the list that shows them.

    A UserError where a query finds nothing.
    """
    if selection.query is None:
        wanted = tuple(dict.fromkeys(selection.ids))
        return Chosen(wanted[:most], cut=_cut(len(wanted), most))
    query, without = selection.query, set(selection.without)
    asked = Asked(db, query)
    found = ids(asked, selection.order, most + len(without) + 1)
    if not found and query.root != All(()):
        raise UserError(tr("No bulletin matches: {query}.").format(query=describe(query)), tr("Use fewer conditions."))
    wanted = tuple(number for number in found if number not in without)
    total = count(asked) - len(without) if len(wanted) > most else len(wanted)
    return Chosen(wanted[:most], describe(query), _cut(total, most))


def _cut(n: int, most: int) -> str:
    return tr("Only the first {most:,} of {n:,} bulletins are printed.").format(most=most, n=n) if n > most else ""
