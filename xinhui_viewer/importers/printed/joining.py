"""Rules for joining a line with the next, read off notices, reports and tables; the first that fits decides.

A line that fills the width runs on unless the next one is set off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xinhui_viewer.importers.printed.join import (
    MARKER,
    Join,
    goes_on_with_gaps,
    hangs_below_an_item,
    is_in_block,
    is_justified_beside_a_picture,
    is_open,
)
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.setting import Setting

_SECTION = re.compile("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_HAN = re.compile("[\u4e00-\u9fff]")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}\s*[\u4e00-\u9fff]")
_ANNEX = re.compile(r"附\s*[件录表]\s*[一二三四五六七八九十\d]{1,3}\s*[:：]?")
_LABEL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff（）()、\s]{1,15}[:：]")
_TO_FILL_IN = re.compile(_LABEL.pattern + r"\s*____")
_LEADER = re.compile(r"[.．·…\s]{4,}\d{1,4}$")
_LEADER_REACH = 40  # characters at the end of a line
_NOT_FIRST = "，。、；：”’）》〉】〕！？…—,.;:!?)]%％"
_WITHIN = "，。、；：”’）》〉】〕！？"
_OPENERS, _CLOSING, _MOST_IN_BRACKETS = "（(【〔", "）)】〕", 16  # lines
_CLOSERS, _FINAL = "”’）》」』)", ("。", "！", "？", "；", "：")
_WORD = re.compile("[!-~\u00a1-\u024f]+")
_SAME_SIZE, _SAME_SHARE, _NEAR_SHARE = 0.6, 0.055, 0.12  # points; shares of the size
_FURTHER = 1.35  # of the distance of lines, of the text's and of the paragraph's own
# Of the height of a character, as all that follows.
_FURTHER_AT_LEAST = 1.2
_USUAL_PITCH = 1.6
_AT_THE_RIGHT = 5
_SET_IN = 0.8
_SET_IN_TOO_FAR = 8
_DOWN = 2
_LEVEL = 0.3
_BEHIND_MARKER = 0.6
_CELL_PITCH, _BEHIND_FIRST_CELL = 1.7, 2
_SLACK_OF_SENTENCE, _SLACK = 0.4, 0.35
_FURTHEST_OPEN = 1.9  # of the distance of lines: how far below a line that does not end the next one may go on
_LETTER = 0.6  # its width
_MOST_OF_A_LINE = 0.6  # of the width between the margins


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for two lines: whether it fits them, and whether the second then runs on."""

    name: str
    fits: Callable[[Join], bool]
    runs_on: bool


def runs_on(group: Sequence[Line], other: Line, setting: Setting) -> bool:
    """Return whether a line belongs to the paragraph of the lines before it."""
    return rule(Join(group, other, setting)).runs_on


def rule(join: Join) -> Rule:
    """Return the rule that decides about a line."""
    return next(row for row in RULES if row.fits(join))


def _is_of_another_size(join: Join) -> bool:
    """Return whether two lines are of different sizes; words of letters may go on in theirs behind larger Han signs."""
    one, other = join.one, join.other
    if _is_same_size(one.font.size, other.font.size):
        return False
    letters = _HAN.search(other.text) is None and one.text[-1].isascii() and one.text[-1].isalpha()
    near = other.text[0].islower() and abs(one.last - other.font.size) < _NEAR_SHARE * one.last
    return not (letters and (near or _is_same_size(one.last, other.font.size)))


def _is_same_size(one: float, other: float) -> bool:
    return abs(one - other) <= max(_SAME_SIZE, _SAME_SHARE * one)


def _is_row(join: Join) -> bool:
    return "\t" in join.other.text and not goes_on_with_gaps(join)


def _is_below_an_entry(join: Join) -> bool:
    return _LEADER.search(join.one.text[-_LEADER_REACH:]) is not None


def _goes_on_in_a_cell(join: Join) -> bool:
    first, one, other, em = join.group[0], join.one, join.other, join.em
    if "\t" not in first.text or first.place != other.place or not 0 < one.y - other.y < _CELL_PITCH * em:
        return False
    item = one.text[-1] in _FINAL and MARKER.match(other.text) is not None
    below = abs(other.left - first.cell) < _LEVEL * em and first.cell > first.left + _BEHIND_FIRST_CELL * em
    return below and not item


def _is_below_a_row(join: Join) -> bool:
    return "\t" in join.group[0].text


def _is_of_a_form(join: Join) -> bool:
    """Return whether the next line is a label with a blank to fill in, 联系人：____, or one below such a line."""
    above = _TO_FILL_IN.match(join.group[0].text) is not None
    return (_LABEL if above else _TO_FILL_IN).match(join.other.text) is not None


def _is_turned(join: Join) -> bool:
    return join.one.font.turned or join.other.font.turned


def _is_further_down(join: Join) -> bool:
    gap = join.one.y - join.other.y
    if join.one.place != join.other.place:
        return False
    if 0 < join.setting.apart <= gap and gap > _pitch(join.group):
        return True
    far = gap > max(_FURTHER * join.setting.pitch, _FURTHER_AT_LEAST * join.em) and gap > _FURTHER * _pitch(join.group)
    return far and not (gap < _FURTHEST_OPEN * join.setting.pitch and is_open(join) and join.indent < _LEVEL * join.em)


def _is_written_downwards(join: Join) -> bool:
    """Return whether signs stand one below the other, each alone on its line."""
    one, other, em = join.one, join.other, join.em
    alone = all(len(line.text) == 1 for line in (*join.group, other)) and one.place == other.place
    near = abs(one.left - other.left) < _LEVEL * em and 0 < one.y - other.y < _DOWN * em
    return alone and near and _HAN.match(one.text) is not None and _HAN.match(other.text) is not None


def _is_in_the_field_below(join: Join) -> bool:
    """Return whether two lines are cells of one field, one below the other."""
    one, other = join.one, join.other
    if other.page != one.page or other.place == one.place:
        return False
    return abs(join.setting.of(one)[0] - join.setting.of(other)[0]) < join.em


def _is_below_a_line_at_the_right(join: Join) -> bool:
    """Return whether a line follows one at the right, such as a date."""
    one, em = join.one, join.em
    alone_at_the_right = len(join.group) == 1 and one.left - join.setting.of(one)[0] > _AT_THE_RIGHT * em
    return alone_at_the_right and join.other.left < one.left - em


def _is_set_in(join: Join) -> bool:
    return join.indent > _SET_IN * join.em and not (is_in_block(join) and is_open(join)) and not _is_hanging(join)


def _is_marked_behind_a_sentence(join: Join) -> bool:
    return join.one.text[-1] in _FINAL and MARKER.match(join.other.text) is not None


def _is_a_section_below_an_open_line(join: Join) -> bool:
    """Return whether the number of a section begins a line below one that has room for it."""
    room = join.setting.of(join.one)[1] - join.one.right
    return _SECTION.match(join.other.text) is not None and room > _SLACK_OF_SENTENCE * join.em


def _goes_on_in_small_letters(join: Join) -> bool:
    """Return whether a line of letters goes on in small ones, with which no paragraph begins."""
    one, other = join.one, join.other
    left, right = join.setting.of(one)
    begun = one.text[-1] in ",-" or (one.text[-1].islower() and one.text[-1].isascii())
    small = other.text[0].islower() and other.text[0].isascii()
    return begun and small and one.right - left > _MOST_OF_A_LINE * (right - left) and join.indent < _SET_IN * join.em


def _begins_within(join: Join) -> bool:
    return join.other.text[0] in _WITHIN and join.one.text[-1] not in _WITHIN


def _is_head_of_an_annex(join: Join) -> bool:
    return _ANNEX.fullmatch(join.other.text.strip()) is not None


def _is_numbered_in_bold(join: Join) -> bool:
    """Return whether a numbered line in bold stands below plain text: 4.2 考勤."""
    text = join.other.text
    number = (MARKER.match(text) and text[0] != "附") or _DECIMAL.match(text)
    return bool(number) and join.other.bold and not join.one.bold


def _is_below_a_full_line(join: Join) -> bool:
    """Return whether the first word did not fit above; a justified line that ends a sentence must end at the edge."""
    one = join.one
    ends = join.setting.justified and one.text.rstrip(_CLOSERS)[-1:] in _FINAL
    slack = _SLACK_OF_SENTENCE if ends else _SLACK + _first_width(join.other)
    return join.setting.of(one)[1] - one.right <= slack * join.em or is_justified_beside_a_picture(join)


def _is_within_brackets(join: Join) -> bool:
    """Return whether the bracket that opens a paragraph is still open: where laws were adopted, in centred lines."""
    if join.group[0].text[0] not in _OPENERS or len(join.group) > _MOST_IN_BRACKETS:
        return False
    return _depth("".join(line.text for line in join.group)) > 0


def _depth(text: str) -> int:
    """Return how many brackets a text leaves open; at most 0 once the first one is closed."""
    depth = 0
    for sign in text:
        depth += (sign in _OPENERS) - (sign in _CLOSING)
        if depth <= 0:
            return 0
    return depth


RULES = (
    Rule("another size", _is_of_another_size, False),
    Rule("a row of cells", _is_row, False),
    Rule("below an entry of a table of contents", _is_below_an_entry, False),
    Rule("goes on in a row's last cell", _goes_on_in_a_cell, True),
    Rule("below a row of cells", _is_below_a_row, False),
    Rule("a label with a blank", _is_of_a_form, False),
    Rule("turned", _is_turned, False),
    Rule("written downwards", _is_written_downwards, True),
    Rule("further down", _is_further_down, False),
    Rule("within brackets", _is_within_brackets, True),
    Rule("the field of a row below", _is_in_the_field_below, False),
    Rule("below a line at the right", _is_below_a_line_at_the_right, False),
    Rule("set in", _is_set_in, False),
    Rule("a marker behind a sentence", _is_marked_behind_a_sentence, False),
    Rule("a section below a line with room", _is_a_section_below_an_open_line, False),
    Rule("a number in bold below plain text", _is_numbered_in_bold, False),
    Rule("goes on in small letters", _goes_on_in_small_letters, True),
    Rule("the head of an annex", _is_head_of_an_annex, False),
    Rule("begins with a sign that no paragraph begins with", _begins_within, True),
    Rule("hangs below an item", hangs_below_an_item, True),
    Rule("below a full line", _is_below_a_full_line, True),
    Rule("below a short line", lambda _join: True, False),
)


def _is_hanging(join: Join) -> bool:
    """Return whether an indented line goes on: below a marker's text or a full line, or in a part set in."""
    first, one, other, em = join.group[0], join.one, join.other, join.em
    if MARKER.match(other.text) or join.indent > _SET_IN_TOO_FAR * em:
        return False
    level = abs(one.left - other.left) < _LEVEL * em
    if MARKER.match(first.text) and other.left > first.left + _BEHIND_MARKER * em:
        return len(join.group) == 1 or level
    begins = round(2 * join.indent / em) in join.setting.indents
    return not begins and one.text[-1] not in _FINAL and (level or _is_under_a_full_line(join))


def _is_under_a_full_line(join: Join) -> bool:
    """Return whether a line is set in under a full first line, which hangs out; one in another script is apart."""
    first, one, em = join.group[0], join.one, join.em
    apart = (one.bold and not join.other.bold) or bool(_HAN.search(one.text)) != bool(_HAN.search(join.other.text))
    hangs = join.other.left > first.left + _BEHIND_MARKER * em and join.indent < _SET_IN_TOO_FAR * em
    return hangs and not apart and _is_below_a_full_line(join)


def _pitch(group: Sequence[Line]) -> float:
    """Return the distance of a paragraph's last two lines, or a plain text's."""
    if len(group) > 1 and group[-1].page == group[-2].page and group[-2].y > group[-1].y:
        return group[-2].y - group[-1].y
    return _USUAL_PITCH * group[-1].font.size


def _first_width(line: Line) -> float:
    """Return the width of the beginning of a line that cannot be divided, in characters of its size."""
    word = _WORD.match(line.text)
    if word:
        width = len(line.text) and (line.right - line.left) / max(line.font.size, 1)
        return min(_LETTER * len(word[0]), width)
    count = 1
    while count < min(len(line.text), 4) and line.text[count] in _NOT_FIRST:
        count += 1
    return float(count)
