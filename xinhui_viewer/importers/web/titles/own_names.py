"""The doubt that a page's own names cast on a title: they are another, or go on where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.web.evidence import Candidate
from xinhui_viewer.importers.web.titles.page_names import PageNames, squeezed
from xinhui_viewer.importers.web.titles.title_evidence import agrees
from xinhui_viewer.importers.web.titles.title_text import SURE

_LEAST_REST = 4  # letters with which a name goes on behind a title that was cut
_SENTENCES = re.compile("。(?!$)|[^。]{80}")  # a line that reads like a text
_IN_BRACKETS = re.compile(r"[（(\[【〔《].*?[）)\]】〕》]")
_SITE = re.compile(
    "门户|首页|主页|(?:网站?|平台|频道|政府|银行|[局厅办处校馆社部]|学院|大学|[中小]学|医院|法院|检察院|研究院|中心|公司|集团|"
    "委员会|[协学商]会|联合会|研究会|基金会)$"
)


def is_contradicted(candidate: Candidate[str], parts: Sequence[str], called: PageNames) -> bool:
    """Return whether the page calls itself otherwise than the title that it prints, or a text was taken for it.

    ``parts`` are those of its <title> that are neither its site's nor its menu's. A name may be longer before the
    title, and cut short; one that goes on behind it says that the printed one was cut.
    """
    if candidate.line is None or called.subject is not None:
        return False
    text, agreed = candidate.text, agrees(candidate, called)
    if _SENTENCES.search(candidate.value) and not agreed:
        return True
    named = _names(parts, called)
    if not named or text in named:
        return False
    if any(_goes_on(name, text, called) for name in named):
        return True
    return not (agreed or any(name in text for name in named))


def _names(parts: Sequence[str], called: PageNames) -> list[str]:
    """Return the page's own names: that of the standard's tag, that in a list, and long parts of its <title>."""
    own = (part for part in map(squeezed, parts) if len(part) >= SURE and not _is_of_site(part, called))
    return [name for name in (called.wanted, called.listed.rstrip("…."), *own) if name]


def _goes_on(name: str, title: str, called: PageNames) -> bool:
    """Return whether a name that holds a title goes on behind it, with more than a bracket or the site's name."""
    _before, held, rest = name.partition(title)
    letters = "".join(filter(str.isalnum, _IN_BRACKETS.sub("", rest)))
    return bool(held) and len(letters) >= _LEAST_REST and not _is_of_site(letters, called)


def _is_of_site(name: str, called: PageNames) -> bool:
    return called.is_sites(name) or name in called.menu or _SITE.search(name) is not None
