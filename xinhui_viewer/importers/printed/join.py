"""A paragraph of printed lines and the line that may go on in it; evidence that it does though it begins elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.setting import Setting

MARKER = re.compile(
    r"[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百零〇\d]{1,6}[编章节条編節條]|"
    r"\d{1,3}(?:[.．、)）](?!\d))|[A-Za-zＡ-Ｚａ-ｚ][、.．)）](?=\s?[A-Z\u4e00-\u9fff])|[①-⑳●•◦○⚫■▪◆◇★▲►➢➤✓❖\uf020-\uf0ff]|附件|附表|附\s*[:：]"
)
_ENDS = re.compile(r"[。！？；：…;:.!?][”’）》」』)]*$")
_GOES_ON = re.compile(r"[^：:]{1,12}[，。；]")  # the end of a sentence, not a label
_OPENERS = "（(【〔《“"  # set solid they begin half a sign further left
# Of the height of a character: the most that lines on one level differ, the indents of a first line and of what hangs.
_LEVEL, _LEVEL_OF_OPENER, _SET_IN, _SET_IN_FIRST, _SET_IN_TOO_FAR, _BEHIND_MARKER = 0.3, 0.6, 0.8, 5, 8, 0.6
_LEAST_OF_SENTENCE, _WITHIN = 8, re.compile("[，；。]")  # characters before the first gap in it; signs within it
_SAME_END = 0.1  # two lines that end so near in one place are justified
_MOST_OF_A_LINE = 0.6  # of the width between the margins


class Join(NamedTuple):
    """The lines of a paragraph and the one that may run on in it: the evidence that rules judge by."""

    group: Sequence[Line]
    other: Line
    setting: Setting

    @property
    def one(self) -> Line:
        """The last line of the paragraph."""
        return self.group[-1]

    @property
    def em(self) -> float:
        """The height of a character of the last line, in points."""
        return max(self.one.font.size, 1)

    @property
    def indent(self) -> float:
        """The indent of the next line, in points."""
        return self.other.left - self.setting.of(self.other)[0]


def is_open(join: Join) -> bool:
    """Return whether a justified line is flush with the edge and ends no sentence, and the next one has no marker."""
    one, other = join.one, join.other
    flush = join.setting.of(one)[1] - one.right <= _LEVEL * join.em
    plain = one.bold == other.bold and MARKER.match(other.text) is None
    return join.setting.justified and flush and plain and _ENDS.search(one.text) is None


def goes_on_with_gaps(join: Join) -> bool:
    """Return whether a line of a sentence, with gaps between its words, goes on in that of a full line."""
    other = join.other
    sentence = len(other.text.split("\t")[0]) >= _LEAST_OF_SENTENCE and _WITHIN.search(other.text) is not None
    return sentence and "\t" not in "".join(line.text for line in join.group) and is_open(join)


def is_in_block(join: Join) -> bool:
    """Return whether a line begins where the last one does, or left of it, in a block that is set in."""
    one = join.one
    near = _LEVEL_OF_OPENER if one.text[0] in _OPENERS else _LEVEL
    return join.other.left < one.left + near * join.em and join.indent < _SET_IN_FIRST * join.em


def is_justified_beside_a_picture(join: Join) -> bool:
    """Return whether lines end in one place before the edge though one is set in, as beside a picture."""
    one = join.one
    if _ENDS.search(one.text):
        return False
    if len(join.group) > 1:
        return abs(join.group[-2].right - one.right) < _SAME_END * join.em
    other = join.other
    set_in = _SET_IN * join.em < one.left - other.left < _SET_IN_FIRST * join.em and join.indent < _LEVEL * join.em
    level = abs(one.left - other.left) < _SAME_END * join.em and _GOES_ON.match(other.text) is not None
    plain = MARKER.match(other.text) is None and (set_in or level)
    return plain and abs(one.right - other.right) < _SAME_END * join.em


def hangs_below_an_item(join: Join) -> bool:
    """Return whether a line begins below the text of an item, not below its number, and the item has not ended."""
    first, one, other = join.group[0], join.one, join.other
    left, right = join.setting.of(one)
    long = one.right - one.left > _MOST_OF_A_LINE * (right - left)
    hangs = _BEHIND_MARKER * join.em < other.left - first.left < _SET_IN_TOO_FAR * join.em
    item = MARKER.match(first.text) is not None and MARKER.match(other.text) is None
    return long and hangs and item and _ENDS.search(one.text) is None and not (other.bold and not one.bold)
