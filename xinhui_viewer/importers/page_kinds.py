"""The kinds of pages that are no bulletins, and the words for them: an import of many pages passes them over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from xinhui_viewer.i18n import N_, Nn_, listed, tr, trn
from xinhui_viewer.records import Imported

# Pages that are passed over when they are no bulletins: those inside other files, all, or none.
Judged = Literal["members", "all", "none"]
_LONGEST_TITLE = 40  # characters
_INNER = str.maketrans("《》", "〈〉")  # marks of titles within those of a title
DOUBLE = "double"  # a bulletin that stands at another address, too
ATTACHED = "attached"  # a document that a bulletin has as an attachment


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: the sentence on a page of it, and the words for one and for several of them."""

    sentence: str
    counted: tuple[str, str]


KINDS = {
    "list": PageKind(N_("This page is a list of links, not a bulletin."), Nn_("{n} list", "{n} lists")),
    "portal": PageKind(N_("This page leads to other pages; it is not a bulletin."), Nn_("{n} portal", "{n} portals")),
    "form": PageKind(N_("This page is a form to be filled in, not a bulletin."), Nn_("{n} form", "{n} forms")),
    "error": PageKind(N_("This page is an error message, not a bulletin."), Nn_("{n} error page", "{n} error pages")),
    "product": PageKind(N_("This page offers products; it is not a bulletin."), Nn_("{n} product", "{n} products")),
    "forum": PageKind(
        N_("This page is a discussion in a forum, not a bulletin."), Nn_("{n} discussion", "{n} discussions")
    ),
    "frame": PageKind(N_("This page is a frame without a text of its own."), Nn_("{n} empty page", "{n} empty pages")),
    ATTACHED: PageKind(N_("This document is the attachment of a bulletin."), Nn_("{n} attachment", "{n} attachments")),
    DOUBLE: PageKind(N_("The same bulletin stands at another address, too."), Nn_("{n} double", "{n} doubles")),
}


def passes(judged: Judged, member: str) -> bool:
    """Return whether a page, or that ``member`` of a file, is passed over when it is no bulletin."""
    return judged == "all" or (judged == "members" and bool(member))


def note(kind: str, title: str) -> str:
    """Return the sentence on a page of a kind that was passed over, with the beginning of its <title> if it has one."""
    said = sentence(kind)
    if not title:
        return said
    short = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
    return tr("“{title}”: {sentence}").format(title=short.translate(_INNER), sentence=said)


def sentence(kind: str) -> str:
    """Return the sentence on a page of a kind."""
    return tr(KINDS[kind].sentence)


def passed_over(report: Iterable[Imported]) -> str:
    """Return the number of pages that an import passed over, and of each kind, in words; empty when there are none."""
    kinds = Counter(line.passed_over for line in report if line.passed_over)
    n = kinds.total()
    told = listed(counted(kind, number) for kind, number in kinds.most_common())
    return trn("{n} passed over: {kinds}", "{n} passed over: {kinds}", n).format(n=n, kinds=told) if n else ""


def counted(kind: str, number: int) -> str:
    """Return the number of pages of a kind, in words."""
    return trn(*KINDS[kind].counted, number).format(n=number)
