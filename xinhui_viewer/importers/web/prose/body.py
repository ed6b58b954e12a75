"""Find the text of a page: the lines of the element with the prose, between the head and the foot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.prose.edges import is_dated, without_edges
from xinhui_viewer.importers.web.prose.element import Element, Region, element_of_text
from xinhui_viewer.importers.web.prose.foot_labels import foot_labels
from xinhui_viewer.importers.web.prose.leads import leads
from xinhui_viewer.importers.web.prose.names import Name, Names
from xinhui_viewer.importers.web.prose.prose import is_attachment, is_linked, is_text, names_attachment, prose
from xinhui_viewer.importers.web.site.siblings import Own, own_lines

_ENOUGH, _LEAST = 0.3, 80  # of the prose below a title: the share, or the characters, that may be the text
_HARDLY, _PICTURE = 150, 60  # characters of prose below a title that are few; those that a picture counts for
_TOGETHER = 3  # paragraphs in one element
_PARAGRAPH, _TWICE = 30, 0.35  # characters of a paragraph; the share of paragraphs that stand there twice
_DOWNLOADS = re.compile(r"\s*[\[【（(]?\s*(?:已|被)?下载(?:次数|量)?\s*[:：]?\s*\d+\s*次?\s*[\]】）)]?\s*$")
_FILE = re.compile(r"[A-Za-z]{1,8}[_-]?\d{6,}(?:[_-]\d+)*(?:\.[A-Za-z]{3,4})?")  # IMG_20190304_101502.jpg
_MISPLACED = 3  # times the prose below a title that stands above it where it is none


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a page, and what stands around it: ``head`` are the lines between the title and the text.

    ``foot`` are the lines below the text; labels of source and date among its last lines, no part of it, come first.
    ``first`` is the order of the text's first line; the number of all lines where there is no text. ``doubtful`` says
    that all prose of the page was taken, since what was found first was little of it.
    """

    lines: Sequence[Line]
    head: Sequence[Line]
    foot: Sequence[Line]
    first: int
    doubtful: bool = False


def body(page: Page, title_line: Line | None, title: str) -> Text:
    """Return the text below the title, without the site's furniture and without labels at its edges.

    What the page's siblings teach never leaves it without a text. Names and numbers that stand on its siblings, too,
    are none: a page may have nothing but a picture or a film.
    """
    own = own_lines(page)
    text = _text(page, own, title_line, title)
    if not text.lines and own.lines is not page.lines:
        text = _text(page, Own(page.lines), title_line, title)
    furniture = page.site.furniture
    if not furniture or any(map(prose, text.lines)):
        return text
    left = [line for line in text.lines if line.image or page.marks[line.order] not in furniture]
    start = title_line.order + 1 if title_line else 0
    return replace(text, lines=left) if left else Text((), page.lines[start:], (), len(page.lines))


def _text(page: Page, own: Own, title_line: Line | None, title: str) -> Text:
    """Return the text in those lines that are the page's own."""
    names = Names()
    start, lines, weights = _below(own.lines, title_line, names)
    once = _printed_once(lines, weights)
    below = Region(lines[:once], weights[:once], title, names)
    found = _found(_without_beside(below), located=own.located)
    everything = _everything(below, found)
    found, doubtful = everything or found, bool(everything)
    if not found:
        return Text((), page.lines[start:], (), len(page.lines))
    first = found[0].order
    head = page.lines[start:first]
    labels = foot_labels(found, head)
    foot = (*labels, *page.lines[found[-1].order + 1 :])
    cut = {line.order for line in (*labels, *_files(found))}
    return Text([_uncounted(line) for line in found if line.order not in cut], head, foot, first, doubtful)


def _files(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are nothing but the name of a file, which some editors print under a picture."""
    pairs = ((above, line) for above, line in pairwise(lines) if above.image and not line.image)
    return [line for _above, line in pairs if _FILE.fullmatch(line.text)]


def _uncounted(line: Line) -> Line:
    """Return a line without the count of its downloads, which stands behind the link to an attachment."""
    counted = _DOWNLOADS.search(line.text) if line.linked else None
    return replace(line, text=line.text[: counted.start()]) if counted else line


def _found(region: Region, *, located: bool) -> list[Line]:
    """Return the text in a region, which is the element where the page's siblings have ``located`` it, or holds it."""
    part = Element(0, len(region.lines)) if located else element_of_text(region)
    first, end = part.first, part.end
    dated = is_dated(region.lines[:first])
    return without_edges(region.lines[first:end], region.prose[first:end], region.title, region.names, dated=dated)


def _everything(region: Region, found: Sequence[Line]) -> list[Line]:
    """Return all paragraphs of a page where more of them stand outside a text than in it; else none.

    Paragraphs stand together in one element, without links: comments and teasers do not.
    """
    taken = {line.order for line in found}
    held = sum(weight for line, weight in region.weighed if line.order in taken)
    enough = max(held, _LEAST)
    if region.total - held <= enough:
        return []
    missed = _paragraphs(region, taken)
    if sum(map(sum, missed.values())) <= enough:
        return []
    return [line for line in region.lines if line.order in taken or line.path[:-1] in missed]


def _paragraphs(region: Region, taken: set[int]) -> dict[tuple[int, ...], list[int]]:
    """Return the prose of the lines that are not taken, by the element around them; only where several stand."""
    missed: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for line, weight in region.weighed:
        if weight and line.order not in taken and region.names.around(line) is not Name.FRAME:
            missed[line.path[:-1]].append(weight)
    several = {path: found for path, found in missed.items() if len(found) >= _TOGETHER}
    links = {line.path[:-1] for line in region.lines if is_linked(line)} if several else set()
    return {path: found for path, found in several.items() if path not in links}


def _below(lines: Sequence[Line], title: Line | None, names: Names) -> tuple[int, Sequence[Line], Sequence[int]]:
    """Return the order of the line below the title, the lines from there on, and the prose in each.

    All lines are, where the prose of the page stands above its title: it is none then.
    """
    start = title.order + 1 if title else 0
    below = [line for line in lines if line.order >= start]
    weights = list(map(prose, below))
    least = max(_LEAST, _MISPLACED * sum(weights))
    above = [line for line in lines[: len(lines) - len(below)] if line.plain > line.linked and line is not title]
    if sum(line.plain for line in above) <= least:  # it cannot be as much
        return start, below, weights
    if sum(prose(line) for line in above if names.around(line) > Name.BESIDE) > least:
        return 0, lines, list(map(prose, lines))
    return start, below, weights


def _printed_once(lines: Sequence[Line], weights: Sequence[int]) -> int:
    """Return the number of lines before a page is printed again, as some are for readers with large type."""
    first: dict[str, int] = {}
    again = []
    for at in (at for at, weight in enumerate(weights) if weight >= _PARAGRAPH):
        if first.setdefault(lines[at].text, at) != at:
            again.append(at)
    texts = {lines[at].text for at in again}
    if len(again) > 2 * len(texts) or sum(weights[at] for at in again) < _TWICE * sum(weights):
        return len(lines)  # a refrain, or nothing again
    return again[0] if again and again[0] > max(first[text] for text in texts) else len(lines)


def _without_beside(region: Region) -> Region:
    """Return a region without the elements that are named as neighbours, as long as enough prose is left.

    Where there is hardly any prose, other text counts, too: names, numbers, attachments, pictures.
    """
    around, own = list(map(region.names.around, region.lines)), {*leads(region.lines)}
    weights = region.prose
    if region.total < _HARDLY:
        weights = [max(one[1], _other(one[0], name)) for one, name in zip(region.weighed, around, strict=True)]
    for least in (Name.BESIDE, Name.FRAME):
        left = [
            around[at] > least or line.order in own or names_attachment(line.text)
            for at, line in enumerate(region.lines)
        ]
        if sum(compress(weights, left)) >= max(min(_ENOUGH * region.total, _LEAST), 1):
            break
    else:
        if any(weight and "。" in line.text for line, weight in zip(region.lines, weights, strict=True)):
            return region  # the names mislead
    kept, prose_kept = list(compress(region.lines, left)), list(compress(weights, left))
    return Region(kept, prose_kept, region.title, region.names)


def _other(line: Line, around: Name) -> int:
    """Return the characters of a text that is no prose, as much as a short line for a picture where text belongs."""
    if line.image:
        return _PICTURE if around is Name.TEXT else 0
    return len(line.text) if around > Name.BESIDE and (is_text(line) or is_attachment(line)) else 0
