"""Trim the lines of an element to its text: what stands above, below and among its paragraphs is not part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from xinhui_viewer.importers.furniture import (
    breadcrumb,
    is_end,
    is_event,
    is_furniture,
    meta_line,
)
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.days.event_lines import above_event
from xinhui_viewer.importers.web.prose.attachment_list import attachments_end
from xinhui_viewer.importers.web.prose.lookalikes import has_labels, is_address, text_after_all
from xinhui_viewer.importers.web.prose.names import Name, Names
from xinhui_viewer.importers.web.prose.neighbours import is_disclaimer, is_neighbour
from xinhui_viewer.importers.web.prose.prose import (
    ends_page,
    ends_prose,
    is_attachment,
    is_contact,
    is_linked,
    is_sites,
    is_text,
    names_attachment,
)
from xinhui_viewer.importers.web.titles.title_again import title_again
from xinhui_viewer.text.dates import dates, first_date
from xinhui_viewer.text.names import is_organisation

_HEAD_LINES = 12  # lines in which labels above the text are searched
_LONGEST_LABELS, _LONGEST_LABEL = 300, 60  # characters of a line with source and date, of another among them
_LONGEST_BUTTON, _LEAST_PLAIN = 24, 6  # characters of a linked line, and those beside the link
_SHORTEST_ENTRY = 12  # characters of a link that may be the title of another page
_ABSTRACT_WITHIN, _AGAIN = 5, 12  # lines; characters with which the text begins as its abstract does
LONGEST_DATED = 40  # characters of a line that begins with a day and has no label
_LONGEST_HEAD = 20  # characters of the head of a list of links
_FOOT_OF_SITE = 80  # characters of prose in the foot of a site
_SENTENCE = 30  # characters of a line that may be one
_NAMED = re.compile("[^，。；！？:：]{2,10}[:：][^，。；！？:：]{1,40}")
_ITEMS = frozenset(("li", "dd", "td"))
_CALL = re.compile(r"[【\[（(>]\s*(?:点击|我要|立即|马上)[^】\])）。]{1,8}[】\]）)]")
_SIGN = re.compile("[。；！，：:]")
# A day and its minute, which may be an element each.
STAMP = re.compile(r"\s*(?:19|20)\d\d[-./年]\d\d?[-./月](?:\d\d日?|\d[日\s])\s*\d\d[:：]\d\d")
_MONTH_AND_DAY = re.compile(r"\d\s?[-/.月]\s?\d")
# A sentence, a number or the place of an event: the text has begun, and no label below is of the head.
BEGUN = re.compile(
    r"[。；！：:][”’）)\s]*$|^\s*(?:[\u4e00-\u9fff]{2})?地[点址]\s*[:：]|"
    r"^\s*[一二三四五六七八九十]{1,3}、|^\s*[（(][一二三四五六七八九十]{1,3}[）)]"
)


def without_edges(
    lines: Sequence[Line], weights: Sequence[int], title: str, names: Names, *, dated: bool = False
) -> list[Line]:
    """Return the text in the lines of an element, without what stands above, below and among its paragraphs.

    ``weights`` are the characters of prose in each line; ``dated`` says that the lines above the element give a day.
    """
    if not lines:
        return []
    among = _heaviest(lines, weights, names).path[:-1]  # the element around the paragraphs
    first = _head(lines, title, among, names, dated=dated)
    first += _repeated(lines[first : first + _ABSTRACT_WITHIN])
    own = set(text_after_all(lines, among))
    end = first + _end(lines[first:], weights[first:], own)
    kept = lines[first:end]
    beside = {one.order for one, line in pairwise((*kept, *lines[end : end + 1])) if _is_code(one, line, among)}
    text = [line for line in kept if line.order in own or not (line.order in beside or _is_furniture(line))]
    return _without_foot(text, title, among, lines[end : end + 1])


def _heaviest(lines: Sequence[Line], weights: Sequence[int], names: Names) -> Line:
    """Return the line with most prose; of a short text that is not the line of source and date above it."""
    at = weights.index(max(weights))
    if weights[at] < _SENTENCE and is_passed(lines[at], names):
        others = (weight if not is_passed(line, names) else 0 for line, weight in zip(lines, weights, strict=True))
        left = list(others)
        at = left.index(max(left))
    return lines[at]


def _head(lines: Sequence[Line], title: str, among: tuple[int, ...], names: Names, *, dated: bool) -> int:
    """Return how many lines stand above the text: the title again, the labels under it, and buttons among them.

    Short lines above a label are of the head, too, unless they stand with it among the paragraphs of an element
    that is named as text; so does a day alone where the day was given before. Where more than half of the text would
    go, only the labels at its very beginning do.
    """
    cut, first, text = 0, 0, False
    opening = above_event([*takewhile(_is_no_entry, lines[:_HEAD_LINES])])
    again = title_again(opening, title)
    for at, line in enumerate(opening):
        label = lines[cut - 1] if cut else None
        above = at in again or is_above(line, title, names) or _is_call_or_label(line, label, among)
        if above and not _is_text_itself(line, among, names, behind_text=text, dated=dated):
            cut, dated = at + 1, dated or is_dated([line])
            first = first if text else cut
        elif above or _begins_text(line):
            break
        else:
            text = text or not line.image
    return _leaving_text(lines, (cut, first), title)


def _leaving_text(lines: Sequence[Line], cuts: Iterable[int], title: str) -> int:
    """Return the first of some numbers of lines without which at least half of the text is left; 0 without any."""
    for cut in cuts:
        if _length(_text_lines(lines[:cut], title)) <= _length(filter(_is_left, lines[cut:])):
            return cut
    return 0


def _is_no_entry(line: Line) -> bool:
    """Return whether a line is not the title of another page with its day, as lists beside a text have them."""
    return line.linked < _SHORTEST_ENTRY or not is_linked(line) or not _MONTH_AND_DAY.search(line.text)


def _is_left(line: Line) -> bool:
    """Return whether a line below the head is left as text: some text, a link to an attachment, or a link amid text."""
    if is_contact(line.text):
        return False
    return is_text(line) or is_attachment(line) or (bool(line.linked) and not is_linked(line))


def _is_call_or_label(line: Line, label: Line | None, among: tuple[int, ...]) -> bool:
    return _is_call(line, among) or (label is not None and _is_label(line, label))


def _is_label(line: Line, above: Line) -> bool:
    """Return whether a line under labels is one, too: a name and its value, as the last of them, in one list."""
    listed = line.path[:-1] == above.path[:-1] and line.block is not None and line.block.tag in _ITEMS
    return listed and _NAMED.fullmatch(line.text) is not None and _NAMED.fullmatch(above.text) is not None


def _is_call(line: Line, among: tuple[int, ...]) -> bool:
    """Return whether a line asks to click on a link in it, outside the element with the paragraphs."""
    return line.linked > 0 and line.path[:-1] != among and _CALL.search(line.text) is not None


def _is_text_itself(line: Line, among: tuple[int, ...], names: Names, *, behind_text: bool, dated: bool) -> bool:
    if line.path[:-1] != among or names.around(line) is not Name.TEXT:
        return False
    return behind_text or (dated and _is_day(line))


def _text_lines(lines: Sequence[Line], title: str) -> Iterator[Line]:
    return (line for line in lines if is_text(line) and not _same(line.text, title))


def _is_day(line: Line) -> bool:
    return ":" not in line.text and "：" not in line.text and is_dated([line])


def is_dated(lines: Sequence[Line]) -> bool:
    """Return whether one of some lines gives the day of a page."""
    return any((meta := meta_line(line.text)) is not None and meta.published is not None for line in lines)


def _length(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _repeated(lines: Sequence[Line]) -> int:
    """Return 1 where the first line is an abstract in an element of its own, with which the text begins again."""
    if len(lines) < 2 or len(lines[0].text) < _AGAIN:
        return 0
    begins, around = lines[0].text[:_AGAIN], lines[0].path[:-1]
    return int(any(line.text.startswith(begins) and line.path[:-1] != around for line in lines[1:]))


def is_above(line: Line, title: str, names: Names) -> bool:
    """Return whether a line above the text is no part of it: the title again, labels, buttons, a path."""
    return _same(line.text, title) or is_passed(line, names)


def is_passed(line: Line, names: Names) -> bool:
    """Return whether a line above the text is no part of it: labels, buttons, a path."""
    text = line.text
    if line.image:
        return False
    if is_furniture(text) or is_neighbour(text) or breadcrumb(text) or _is_button(line):
        return True
    if len(text) < _LONGEST_LABELS and (has_labels(text) or _begins_with_a_day(line)):
        return True
    return len(text) < _LONGEST_LABEL and names.around(line) is Name.LABELS


def _is_button(line: Line) -> bool:
    short = line.linked > 0 and line.plain < _LEAST_PLAIN and len(line.text) < _LONGEST_BUTTON
    return short and not names_attachment(line.text)


def _begins_with_a_day(line: Line) -> bool:
    """Return whether a short line begins with a day, followed by source and counts without a label."""
    text = line.text
    if len(text) > LONGEST_DATED or text[-1:] in "。；，：":
        return False
    if STAMP.search(text):
        return True
    (start, end), found = next(dates(text), ((0, 0), None))
    return found is not None and start == 0 and text[end : end + 1] not in "，,。至到—-~的在召" and not is_event(text)


def _begins_text(line: Line) -> bool:
    """Return whether a line under the title is a sentence, a table, an attachment, or too long for a label."""
    text = line.text
    if line.image:
        return False
    if line.rows or len(text) > _LONGEST_LABEL or (line.linked and names_attachment(text)):
        return True
    return (line.plain > _SENTENCE and text[-1] in "。：？！") or BEGUN.search(text) is not None


def _end(lines: Sequence[Line], weights: Sequence[int], own: set[int]) -> int:
    """Return the number of lines above the first that only stands behind a text, and is not the text's ``own``.

    No such line ends a text if much prose stands below it: half of all, or a fifth below the rights in the site. Of a
    short text names and numbers count as prose, too, but not below a link to the next page.
    """
    total, above = sum(weights), 0
    for at, (line, weight) in enumerate(zip(lines, weights, strict=True)):
        if above and not (line.rows or line.image or line.order in own):
            below = total - above
            if (is_end(line.text) and (below <= above or ends_prose(lines, at))) or (
                below <= max(above // 4, _FOOT_OF_SITE) and ends_page(line.text)
            ):
                return at
        above += weight
    return len(lines)


def _is_furniture(line: Line) -> bool:
    """Return whether a line is no text, wherever it stands: a button, a counter, an advertisement."""
    return not line.rows and (is_furniture(line.text) or is_neighbour(line.text))


def _is_code(line: Line, below: Line, among: tuple[int, ...]) -> bool:
    """Return whether a line is the picture of a neighbour that stands right below it, as a code to be scanned is."""
    if not line.image or line.path[:-1] == among:
        return False
    around = line.path if below.path[: len(line.path)] == line.path else line.path[:-1]
    return below.path[: len(around)] == around and (_is_furniture(below) or is_end(below.text))


def _without_foot(lines: list[Line], title: str, among: tuple[int, ...], below: Sequence[Line]) -> list[Line]:
    """Cut the site's own lines and links at the end, and the pictures below them; a list of attachments stays.

    The head of links that were cut, or of what stands ``below`` the lines, is cut, too.
    """
    listed, end = attachments_end(lines, among), len(lines)
    while end > listed:
        last = next((at for at in range(end - 1, -1, -1) if not lines[at].image), -1)
        if last < listed:
            break
        if not (_is_trailing(lines[last], among) or (last and _is_beside(lines, last, title, among, below))):
            break
        end, below = last, lines[last : last + 1]
    return lines[:end]


def _is_beside(lines: Sequence[Line], last: int, title: str, among: tuple[int, ...], below: Sequence[Line]) -> bool:
    """Return whether the last line of some is the title again, or the head of the links ``below`` them."""
    return _same(lines[last].text, title) or any(
        _heads(lines[last], one, (lines[last - 1].path, among)) for one in below
    )


def _heads(line: Line, below: Line, others: Iterable[tuple[int, ...]]) -> bool:
    """Return whether a short line heads a list: it stands nearer to the link below than to the other lines."""
    text = line.text
    if line.rows or len(text) > _LONGEST_HEAD or _SIGN.search(text) or not (is_linked(below) or is_end(below.text)):
        return False
    if names_attachment(text) or is_organisation(text) or first_date(text):
        return False
    return _shared(line.path, below.path) > max(_shared(line.path, path) for path in others)


def _shared(path: Sequence[int], other: Sequence[int]) -> int:
    """Return the number of elements that are around both of two lines."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(path, other, strict=False)))


def _is_trailing(line: Line, among: tuple[int, ...]) -> bool:
    own = is_attachment(line) or (line.path[:-1] == among and is_address(line))
    linked = is_linked(line) and not own
    if line.rows:
        return linked
    text = line.text
    return linked or is_sites(text) or is_end(text) or is_disclaimer(text) or len(text) < 2


def _same(text: str, title: str) -> bool:
    return bool(title) and "".join(text.split()) == "".join(title.split())
