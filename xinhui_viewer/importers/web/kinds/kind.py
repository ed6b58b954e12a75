"""Evidence for the kind of a page: a bulletin, or a list, a portal, a form … that holds none.

Short picture notices and notices that only name an attachment have hardly a text: a title over a day tells them. A list
has a title too, but its days belong to links. Of 434 articles and 298 other pages of seven sites and two collections,
396 articles have a day right under their title, and one other page has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, chosen
from xinhui_viewer.importers.web.kinds.measures import Measures, measured, without_cells
from xinhui_viewer.importers.web.kinds.page_signs import is_shelf, names_error, names_form
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.weights import KIND

_SUFFIX = re.compile("[-_|—–]")  # what stands behind the title in <title>
_CONTACT = re.compile(r"(?:网\s*址|电\s*话|传\s*真|邮\s*[箱编]|地\s*址)\s*[:：]")  # of the site, not a title
_LONGEST_NAME, _LONGEST_SURE = 60, 120  # characters of a title
_SHORTEST_TITLE, _SENTENCES = 8, 4  # characters, of a text between two links
BULLETIN, LIST, PORTAL, FORM = "bulletin", "list", "portal", "form"
ERROR, PRODUCT, FORUM, FRAME = "error", "product", "forum", "frame"
NONE = (LIST, PORTAL, FORM, ERROR, PRODUCT, FORUM, FRAME)  # of equals the first


def kind(page: Page, title: Chosen[str] | None, columns: tuple[str, ...] = (), *, has_day: bool) -> str:
    """Return the kind of a page that is no bulletin, empty for a bulletin.

    It is told by the page's title and columns, and by whether it has a day. Where only its sentences make a page a
    bulletin, the short cells of its tables are no sentences: they are a catalogue's, or those of an empty list.
    """
    named = _named(title.value if title is not None else "") or _named(_SUFFIX.split(page.title, 1)[0].rstrip())
    titled = len(title.value) if title is not None and title.strong and not _CONTACT.match(title.value) else 0
    place = _place(page, title)

    def weighed_on(lines: Sequence[Line]) -> tuple[str, Measures]:
        seen = measured(page.tree, lines, place, has_day=has_day)
        seen = replace(seen, titled=titled, named=named, shelved=is_shelf(columns))
        return weighed(seen).value, seen

    found, seen = weighed_on(page.lines)
    if found == BULLETIN and _is_told(seen):
        found, _ = weighed_on(without_cells(page.lines))
    return "" if found == BULLETIN else found


def _place(page: Page, title: Chosen[str] | None) -> int:
    """Return the line of a title; -1 when no line prints it, and below all lines when it is the site's address."""
    if title is None or title.candidate.line is None or not _is_name(title):
        return -1
    return len(page.lines) if _CONTACT.match(title.value) else title.candidate.line.order


def _named(title: str) -> str:
    """Return the kind of page that a title names, if any."""
    return ERROR if names_error(title) else FORM if names_form(title) else ""


def _is_name(title: Chosen[str]) -> bool:
    """Return whether a title reads like one; on a list, the beginning of a text may be taken for it."""
    length = len(title.value)
    return length <= _LONGEST_SURE if title.strong else length <= _LONGEST_NAME and "。" not in title.value


def weighed(page: Measures) -> Chosen[str]:
    """Return the kind of a page of these measures, and whether it is sure.

    ``APART`` tells only pages that are no bulletins from each other.
    """
    found = chosen(_KINDS, page, _found(page, EVIDENCE), KIND)
    if found is not None and found.value != BULLETIN:
        found = chosen(_KINDS[:-1], page, _found(page, (*EVIDENCE, *APART)), KIND)
    assert found is not None  # there is no bar
    return found


@dataclass(frozen=True, slots=True)
class _OfKinds(Evidence):
    """A piece of evidence for some kinds: ``fits`` returns whether a page has it."""

    fits: Callable[[Measures], bool]


def _for(kinds: str | tuple[str, ...], name: str, fits: Callable[[Measures], bool]) -> _OfKinds:
    """Return a row of evidence for one kind or several."""
    all_ = (kinds,) if isinstance(kinds, str) else kinds
    return _OfKinds(name, lambda candidate, page: float(candidate.value in all_ and fits(page)), fits)


def _found(page: Measures, rows: Sequence[_OfKinds]) -> list[Evidence]:
    """Return the evidence that a page has, for whichever kinds: of most it has none."""
    return [row for row in rows if row.fits(page)]


_KINDS = tuple(Candidate(name, "site") for name in (*NONE, BULLETIN))
EVIDENCE = (
    _for(BULLETIN, "some text", lambda page: page.prose >= 60),
    _for(BULLETIN, "sentences", lambda page: page.prose >= 150 and page.stops >= 2),
    _for(BULLETIN, "paragraphs", lambda page: page.prose >= 250 and page.stops >= 2),
    _for(BULLETIN, "a long text", lambda page: page.prose >= 400),
    _for(BULLETIN, "a title over the text", lambda page: page.headed and page.prose >= 20),
    _for(BULLETIN, "a day under the title", lambda page: page.dated),
    _for(BULLETIN, "sentences and hardly a link", lambda page: _is_alone(page)),
    _for(BULLETIN, "a text on a page without a link", lambda page: _is_unlinked(page)),
    _for(BULLETIN, "sentences among few links", lambda page: _is_among_few(page)),
    _for(BULLETIN, "a sure title over what there is", lambda page: _is_titled(page)),
    _for(BULLETIN, "sentences in a newspaper", lambda page: page.edition and page.stops > 0),
    _for(BULLETIN, "a letter and its answer", lambda page: page.letter),
    _for(BULLETIN, "a very long text", lambda page: page.prose >= 800),
    _for(BULLETIN, "a picture or an attachment", lambda page: page.dated and page.shows),
    _for(BULLETIN, "a day", lambda page: page.has_day),
    _for(NONE, "no day", lambda page: not page.has_day and not page.dated),
    _for(NONE, "neither title nor day over a short text", lambda page: _is_short(page)),
    _for(NONE, "no text", lambda page: page.prose < 60),
    _for((LIST, PORTAL), "mostly links", lambda page: page.linked >= 0.6 and page.prose < 150),
    _for((LIST, PORTAL), "many links with days", lambda page: page.entries >= 8),
    _for(LIST, "only the day of a link", lambda page: page.entries > 0 and not page.dated and page.prose < 60),
    _for(LIST, "days before the text", lambda page: page.before >= 5),
    _for(LIST, "more pages", lambda page: page.turns and page.prose < 250 and not _is_dated_text(page)),
    _for(NONE, "an excerpt under each link", lambda page: page.excerpts >= 3),
    _for(LIST, "counted entries", lambda page: page.counted and page.prose < 250),
    _for(PORTAL, "a page of links", lambda page: page.links >= 60 and page.headlines >= 20 and _is_bare(page)),
    _for(FORM, "a password to be entered", lambda page: page.passwords > 0 and _is_asking(page)),
    _for(FORM, "fields to be filled in", lambda page: page.fields >= 4 and _is_asking(page)),
    _for(FORM, "labels of fields under the title", lambda page: _is_form(page)),
    _for(ERROR, "an error message", lambda page: page.errors >= 2 and page.prose < 200),
    _for(ERROR, "an error in its name", lambda page: page.named == ERROR and page.prose < 200 and not page.dated),
    _for(ERROR, "nothing but an error message", lambda page: page.errors >= 1 and page.own < 60 and page.links < 60),
    _for(PRODUCT, "a price or an offer", lambda page: page.prices >= 2 and not page.dated),
    _for(PRODUCT, "buttons of a shop", lambda page: page.offers >= 2),
    _for(PRODUCT, "several buttons of a shop", lambda page: page.offers >= 3),
    _for(PRODUCT, "filed under products", lambda page: page.shelved and page.prices > 0 and not page.dated),
    _for(FORUM, "answers", lambda page: page.answers >= 4),
    _for(FRAME, "a frameset", lambda page: page.frames > 0),
    _for(FRAME, "hardly a text", lambda page: page.own < 30 and page.text < 200),
)
APART = (
    _for(PORTAL, "links to more of several lists", lambda page: page.mores >= 2 and not page.counted),
    _for(FORM, "a form by its name", lambda page: page.named == FORM and (page.passwords > 0 or page.fields >= 2)),
)


def _is_short(page: Measures) -> bool:
    return _is_bare(page) and page.prose < 400 and not _is_titled(page)


def _is_dated_text(page: Measures) -> bool:
    """Return whether a page with a day has a sure title and several sentences, as a bulletin among many links has."""
    return page.has_day and page.titled >= _SHORTEST_TITLE and page.stops >= _SENTENCES and not _is_other(page)


def _is_alone(page: Measures) -> bool:
    return page.stops > 0 and page.links <= 1 and page.linked < 0.1 and not _is_other(page)


def _is_unlinked(page: Measures) -> bool:
    """Return whether a page has a text and leads nowhere: then it is no list, and no frame without a text."""
    asks = page.fields + page.passwords + page.asked + page.errors + page.prices + page.frames
    return page.links == 0 and page.own >= 30 and not asks and not page.named and not _is_other(page)


def _is_among_few(page: Measures) -> bool:
    few = page.linked < 0.3 and page.headlines <= 6
    return few and page.own >= 60 and page.stops > 0 and not _is_other(page)


def _is_titled(page: Measures) -> bool:
    """Return whether a sure title, no column's, stands over a text, a picture or an attachment.

    The text is most of what is outside links: lists have excerpts between theirs.
    """
    text = page.prose - page.titled if page.headed else 0
    is_column = page.titled < 8 and page.stops == 0 and (text < 60 or page.linked >= 0.5)
    if not page.titled or is_column or _is_other(page):
        return False
    return (text >= 8 or (page.shows and page.linked < 0.8)) and page.own <= 2 * page.prose + 40


def _is_other(page: Measures) -> bool:
    """Return whether a page counts its entries, sells, asks or discusses: a short text on it is no bulletin."""
    is_selling = page.offers >= 2 or (page.shelved and page.prices > 0)
    return page.counted or page.excerpts > 0 or is_selling or _is_form(page) or page.answers >= 4


def _is_form(page: Measures) -> bool:
    is_asking = page.asked >= 2 and (page.passwords > 0 or page.fields >= 3)
    return is_asking and page.prose < 200 and not page.dated


def _is_asking(page: Measures) -> bool:
    return _is_bare(page) and not page.has_day and page.prose < 600


def _is_told(page: Measures) -> bool:
    """Return whether only its sentences can make a page a bulletin."""
    return _is_bare(page) and not page.has_day and not page.letter


def _is_bare(page: Measures) -> bool:
    return not (page.headed or page.dated)
