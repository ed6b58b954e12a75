"""Rules for the length of a heading in a line, read off laws, notices, reports and news; the first that fits decides.

Ordinals that number no section (十四五, 第二次会议, 第一书记) never stand where a marker stands: at the beginning of a
short line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from xinhui_viewer.text import heading_neighbours as neighbours
from xinhui_viewer.text import heading_words as words
from xinhui_viewer.text.heading_place import Place
from xinhui_viewer.text.heading_words import CLAUSE, FINAL
from xinhui_viewer.text.markers import CHAPTERS, Kind, clause, marker

_LONGEST = 60  # characters of a heading with a number, or with a mark of the file
_ITEMS: tuple[Kind, ...] = ("second", "third", "fourth")
_TITLE_LINES = 3
_ROW_NUMBER = "序号"
_LIST = re.compile("[：；]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for lines of some kinds: whether it fits a line, and the length of the heading in it."""

    name: str
    kinds: tuple[Kind, ...]
    fits: Callable[[Place], bool]
    length: Callable[[Place], int]


def rule(place: Place) -> Rule | None:
    """Return the rule that decides about a line; without one it is no heading."""
    for row in _BY_KIND[place.number.kind]:
        if row.fits(place):
            return row
    return None


def _always(_place: Place) -> bool:
    return True


def _nothing(_place: Place) -> int:
    return 0


def _says(question: Callable[[str], bool]) -> Callable[[Place], bool]:
    return lambda place: question(place.text)


def _whole(place: Place) -> int:
    return len(place.text)


def _sentence(longest: int, place: Place) -> int:
    """Return the length of the first sentence, 0 when it is longer than a heading or ends within quotation marks."""
    end = place.text.find("。", 0, longest + 1)
    quoted = place.text.count("“", 0, end + 1) > place.text.count("”", 0, end + 1)
    return end + 1 if end > 0 and not quoted else 0


def _is_open(place: Place) -> bool:
    return place.text[-1] not in FINAL


def _is_open_line(place: Place) -> bool:
    return len(place.text) <= _LONGEST and _is_open(place)


def _is_chapter(place: Place) -> bool:
    return len(place.text) <= CLAUSE and place.text[-1] not in "。；，"


def _is_clause(place: Place) -> bool:
    return words.is_clause(place.text)


def _has_clause_number(place: Place) -> bool:
    return clause(place.text) is not None


def _is_marked(place: Place) -> bool:
    return place.line.marked


def _is_item(place: Place) -> bool:
    return place.style.law or place.is_last


def _heads_prose(place: Place) -> bool:
    """Return whether a line stands over a paragraph, or over the introduction of a list, without a list in itself."""
    below = place.beside(1)
    leads = words.is_prose(below) or below[-1] in "：:"
    return leads and marker(below) is None and _LIST.search(place.text, 0, len(place.text) - 1) is None


def _is_title_over_prose(place: Place) -> bool:
    return _is_open(place) and len(place.text) <= CLAUSE and _heads_prose(place)


def _is_title_over_list(place: Place) -> bool:
    """Return whether a line is a title right over （1）, 1. or 一是."""
    if not _is_open(place) or len(place.text) > CLAUSE or _LIST.search(place.text, 0, len(place.text) - 1):
        return False
    below = marker(place.beside(1))
    return below is not None and below.number == 1


def _is_sentence_over_prose(place: Place) -> bool:
    """Return whether a line is short and alone; one that goes on long behind its first sentence is a paragraph."""
    return not _is_open(place) and len(place.text) <= _LONGEST and _heads_prose(place)


def _is_clause_over_paragraph(place: Place) -> bool:
    below = place.beside(1)
    return words.is_clause(place.text) and words.is_prose(below) and marker(below) is None


def _is_unmarked_paragraph(place: Place) -> bool:
    return place.line.text[-1] in FINAL and not place.line.marked


def _has_level(place: Place) -> bool:
    return place.line.level > 0


def _has_level_and_is_long(place: Place) -> bool:
    return place.line.level > 0 and len(place.text) > _LONGEST


def _is_customary(place: Place) -> bool:
    return not place.is_last and (words.reports(place.text) or words.is_named(place.text))


def _is_bold_title(place: Place) -> bool:
    bold = place.line.bold and not place.style.emphatic and (place.line.over_table or not place.is_last)
    beside = words.is_beside(place.text) or _signs(place) or _opens(place) or _is_value(place)
    return bold and words.is_clause(place.text) and not beside


def _is_bold_label(place: Place) -> bool:
    return place.line.bold and not (place.at == 0 or place.is_last) and words.is_label(place.text)


def _is_value(place: Place) -> bool:
    """Return whether a line stands under a bold label."""
    return words.is_label(place.beside(-1)) and place.lines[place.at - 1].bold


def _opens(place: Place) -> bool:
    """Return whether a bold line is the title over the text, alone or set in several lines."""
    if place.at == 0:
        return place.style.law or not words.is_prose(place.beside(1))
    return place.at < _TITLE_LINES and all(line.bold for line in place.lines[: place.at])


def _is_not_inferred(place: Place) -> bool:
    return not place.style.unmarked or place.style.law or place.at >= place.style.last_prose


def _is_entry(place: Place) -> bool:
    """Return whether a line is a name over its address, or the title of a list over the head of its first field."""
    below = place.beside(1)
    entry = below == _ROW_NUMBER or (place.style.directory and words.is_contact(below))
    entry = entry or (place.style.posts and neighbours.is_over_post(place))
    return entry and place.style.unmarked and words.is_title(place.text)


def _is_row(place: Place) -> bool:
    return "\t" in place.text or place.text[0] == "|"


def _is_day(place: Place) -> bool:
    """Return whether a line is a day over running text, in a text with several between paragraphs."""
    dated = place.style.chronicle and words.is_day(place.text) and neighbours.is_over_prose(place)
    return dated and not words.is_authority(place.beside(-1))


def _is_no_title(place: Place) -> bool:
    return not words.is_title(place.text) or _signs(place)


def _signs(place: Place) -> bool:
    """Return whether a line is an authority's name over a date or at the end: the signature of a document."""
    return (place.is_last or words.is_dated(place.beside(1))) and words.is_authority(place.text)


first_sentence = partial(_sentence, _LONGEST)
_short_sentence = partial(_sentence, CLAUSE)

RULES: tuple[Rule, ...] = (
    Rule("第一章 alone on its line", CHAPTERS, _is_chapter, _whole),
    Rule("一是 to its full stop", ("point",), _always, first_sentence),
    Rule("一、 alone on its line", ("first",), _is_open_line, _whole),
    Rule("一、 to its full stop", ("first",), _always, first_sentence),
    Rule("5.1 alone on its line", ("decimal",), _is_clause, _whole),
    Rule("5 of a standard", ("third",), _has_clause_number, _whole),
    Rule("a number on a line that the file marks", _ITEMS, lambda p: _is_marked(p) and _is_open_line(p), _whole),
    Rule("a number in a paragraph that the file marks", _ITEMS, _is_marked, _short_sentence),
    Rule("an item of a law, or the last line", _ITEMS, _is_item, _nothing),
    Rule("（一） over prose", ("second",), _is_title_over_prose, _whole),
    Rule("（一） over a list", ("second",), _is_title_over_list, _whole),
    Rule("（一） as a sentence over prose", ("second",), _is_sentence_over_prose, first_sentence),
    Rule("1. over a paragraph", ("third",), _is_clause_over_paragraph, _whole),
    Rule("related links", ("alone",), _says(words.is_related), _nothing),
    Rule("a second line of a title", ("alone",), _says(words.is_subtitle), _nothing),
    Rule("a paragraph", ("alone",), _is_unmarked_paragraph, _nothing),
    Rule("a paragraph that the file marks as a heading", ("alone",), _has_level_and_is_long, _nothing),
    Rule("a heading by the file's mark", ("alone",), _has_level, _whole),
    Rule("a row of cells", ("alone",), _is_row, _nothing),
    Rule("a heading by custom", ("alone",), _is_customary, _whole),
    Rule("the last of several labels with their values", ("alone",), neighbours.is_label_and_value, _nothing),
    Rule("a bold label over its text", ("alone",), _is_bold_label, _whole),
    Rule("a bold title", ("alone",), _is_bold_title, _whole),
    Rule("an entry of a directory, the title of a list", ("alone",), _is_entry, _whole),
    Rule("a line where nothing is inferred", ("alone",), _is_not_inferred, _nothing),
    Rule("a question of an interview", ("alone",), _says(words.is_interview), _whole),
    Rule("a day of a chronicle", ("alone",), _is_day, _whole),
    Rule("a headline between paragraphs", ("alone",), neighbours.is_long_title, _whole),
    Rule("a caption, a signature", ("alone",), _is_no_title, _nothing),
    Rule("a title over a link", ("alone",), neighbours.is_over_link, _nothing),
    Rule("an answer to a heading by custom", ("alone",), neighbours.is_answer, _nothing),
    Rule("a line over an item that follows another", ("alone",), neighbours.is_over_item, _nothing),
    Rule("a line under a speaker", ("alone",), neighbours.is_led_to, _nothing),
    Rule("a title over prose", ("alone",), neighbours.is_over_prose, _whole),
    Rule("a title over a sentence over 一是", ("alone",), neighbours.is_over_lead, _whole),
    Rule("a first line over other lines", ("alone",), neighbours.is_first, _nothing),
    Rule("a question over other lines", ("alone",), _says(words.asks), _whole),
    Rule("a title over （一）", ("alone",), neighbours.is_over_bracket, _whole),
    Rule("one of a few short titles over prose", ("alone",), neighbours.is_in_chain, _whole),
    Rule("one of several short lines", ("alone",), neighbours.is_not_under_prose, _nothing),
    Rule("a title over 会议强调", ("alone",), neighbours.is_over_report, _whole),
    Rule("a title over 5.1", ("alone",), neighbours.is_over_first_clause, _whole),
    Rule("a title over a title over prose", ("alone",), neighbours.is_over_title_over_prose, _whole),
)
_BY_KIND = {kind: tuple(row for row in RULES if kind in row.kinds) for row in RULES for kind in row.kinds}
