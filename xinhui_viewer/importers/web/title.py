"""Evidence for the title of a page: the name it gives itself, in the largest heading, right above source and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, chosen
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.weights import TITLE

_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜—–»]|--+|\s-\s|\s·\s)\s*")
_PROSE = 40  # characters of a paragraph: a line behind one is hardly the title
_SHORTEST, _LONGEST = 4, 120  # characters
_SHORTEST_NAMED = 2  # for exactly the name that the page gives itself
_SURE = 8  # characters found in a longer text that are no coincidence
_LONG = 40  # characters of an agreement that count in full
_BELOW = 4  # lines in which source and date are searched


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a page gives itself, without blanks (empty for none), its lines, and where its prose begins."""

    wanted: str = ""
    page_title: str = ""
    lines: Sequence[Line] = ()
    prose: int = 0

    def below(self, line: Line, count: int) -> Sequence[Line]:
        """Return the lines that follow."""
        return self.lines[line.order + 1 : line.order + 1 + count]

    def is_named(self, text: str) -> bool:
        """Return whether the page gives itself exactly this name (公告), alone or before its site's name."""
        rest = self.page_title[len(text) :] if self.page_title.startswith(text) else "…"
        return text == self.wanted or not rest or rest[0] in "_|｜—–»-(（"


def title(page: Page) -> Chosen[str] | None:
    """Return the title that a line of the page prints, else that of the standard's tag or <title>; None without any."""
    names = _names(page)
    printed = chosen(_printed(names), names, EVIDENCE, TITLE)
    if printed is not None:
        return printed
    unprinted = page.metas.get("articletitle", "") or _SITE_SUFFIX.split(page.title)[0].strip()
    return Chosen(Candidate(unprinted, "tag"), 0, sure=False) if unprinted else None


def _names(page: Page) -> Names:
    prose = next((line.order for line in page.lines if line.plain > _PROSE and "。" in line.text), len(page.lines))
    return Names(_squeezed(page.metas.get("articletitle", "")), _squeezed(page.title), page.lines, prose)


def _printed(names: Names) -> Iterator[Candidate[str]]:
    """Yield the lines that may be the title: those with its name or in a heading, or right above the date."""
    for line in filter(_is_plain, names.lines):
        text = _squeezed(line.text)
        if not _has_length(text, names):
            continue
        candidate = Candidate(" ".join(line.text.split()), "printed", line, text)
        named = line.level or _as_the_tag(candidate, names) or _in_the_name(candidate, names)
        if not (named or _holds_the_name(candidate, names) or _right_over_the_date(candidate, names)):
            continue
        if not (is_furniture(line.text) or breadcrumb(line.text) or meta_line(line.text)):
            yield candidate


def _has_length(text: str, names: Names) -> bool:
    length = len(text)
    return _SHORTEST <= length <= _LONGEST or (_SHORTEST_NAMED <= length < _SHORTEST and names.is_named(text))


def _is_plain(line: Line) -> bool:
    """Return whether a line is text and not mostly a link."""
    return len(line.text) >= _SHORTEST_NAMED and line.linked <= line.plain and not line.rows and not line.image


def _as_the_tag(candidate: Candidate[str], names: Names) -> float:
    text, wanted = candidate.text, names.wanted
    return bool(wanted and (text == wanted or (len(text) > _SURE and text in wanted)))


def _in_the_name(candidate: Candidate[str], names: Names) -> float:
    return bool(names.page_title) and candidate.text in names.page_title


def _length_in_the_name(candidate: Candidate[str], names: Names) -> float:
    return min(len(candidate.text), _LONG) / _LONG if _in_the_name(candidate, names) else 0


def _named(candidate: Candidate[str], names: Names) -> float:
    return _in_the_name(candidate, names) and names.is_named(candidate.text)


def _holds_the_name(candidate: Candidate[str], names: Names) -> float:
    name = names.page_title
    return len(name) >= _SURE and not _in_the_name(candidate, names) and name.rstrip("….") in candidate.text


def _heading(candidate: Candidate[str], _names: Names) -> float:
    return {0: 0.0, 1: 1.0, 2: 0.4}.get(candidate.line.level if candidate.line else 0, 0.2)


def _over_labels(candidate: Candidate[str], names: Names) -> float:
    below = names.below(candidate.line, _BELOW) if candidate.line else ()
    return any(meta_line(line.text) for line in below)


def _right_over_the_date(candidate: Candidate[str], names: Names) -> float:
    """Return whether a line stands right above source and date: it is the title, whatever the page calls itself."""
    may_be = len(candidate.text) >= _SURE and candidate.text[-1] not in "。；"
    below = names.below(candidate.line, 1) if may_be and candidate.line else ()
    meta = meta_line(below[0].text) if below else None
    return meta is not None and meta.published is not None


def _behind_prose(candidate: Candidate[str], names: Names) -> float:
    return candidate.line is not None and candidate.line.order > names.prose


EVIDENCE = (
    Evidence("the title in the standard's tag", _as_the_tag),
    Evidence("part of the page's own title", _in_the_name),
    Evidence("length of that part", _length_in_the_name),
    Evidence("exactly the page's own title", _named),
    Evidence("holds the page's own title", _holds_the_name),
    Evidence("a heading", _heading),
    Evidence("over source or date", _over_labels),
    Evidence("right over the date", _right_over_the_date),
    Evidence("behind prose", _behind_prose),
)


def _squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")
