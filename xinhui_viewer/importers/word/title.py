"""The title of a Word document: by its style, by its look, or by its place, and the lines that belong to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.heads.beneath import is_dated
from xinhui_viewer.importers.heads.generic import (
    COUNTRY,
    is_first_section,
    is_generic,
    is_kind,
    is_never_title,
    is_remark,
    names_kind,
    says_little,
    without_label,
)
from xinhui_viewer.importers.heads.letterhead import is_document, issuer, number, squeezed
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.text.blanks import closed_up
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.markers import ARTICLE, marker

HEAD = 15  # lines in which the head of a document is searched
LONGEST_TITLE = 80
_LONGEST_REMARK = 20
_SHORTEST_TEXT = 40  # characters of a line that is text, for its size
_PART = 0.15  # of a document's text
_LARGER = 0.8  # points: a smaller difference is the same type
_LABEL = re.compile(r"附件\s*\d*\s*[:：]?$|签发人|(?:特|加)急$|平急$|(?:绝密|机密|秘密)|\d{6}$|抄送|主送|索引号|[(（]")
_EDITION = re.compile(r"\s*[（(]?[vV]\s?[\d.]{1,8}[）)]?$")
_DASHES = "—－–"  # a line that begins with one goes on with a title
_THING = re.compile("(?:项目|工程|平台|系统|软件|课题)(?:[（(][^（）()]{1,12}[）)])?$")
_LATIN = re.compile(r"(?=.{6,80}$)[A-Z][\w'’&-]*(?:[ ,:]+[\w'’&()-]+){1,12}")
HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a document, and the indexes of its lines."""

    text: str = ""
    lines: tuple[int, ...] = ()


def title_of(lines: Sequence[Paragraph]) -> Title:
    """Return the title: by its style, its look or its place; the kind of document alone where no line says more."""
    named = _styled(lines, generic=False) or _shown(lines, generic=False)
    shown = named or _shown(lines, generic=True) or _latin(lines)
    found = shown or _first(lines, generic=False) or _first(lines, generic=True)
    return _with_country(lines, found) if found else Title()


def _with_country(lines: Sequence[Paragraph], title: Title) -> Title:
    """Return a title with the country's name on the line above it."""
    above = title.lines[0] - 1
    if above < 0 or squeezed(lines[above].text) != COUNTRY:
        return title
    return Title(COUNTRY + title.text, (above, *title.lines))


def letterhead(lines: Sequence[Paragraph], at: int) -> str:
    """Return the issuer in the letterhead that a line is; empty for any other line.

    An office alone in the large type of the line below it is the first line of a title: 某局 关于…的通知.
    """
    name = issuer(lines[at].text, texts(lines[at + 1 : at + 3]))
    if not name or issuer(lines[at].text):
        return name
    usual = usual_size(lines)
    below = lines[at + 1]
    large = _stands_out(lines[at], usual) or not below.text.startswith("关于")
    opens = large and _goes_on(lines[at], below, usual)
    return "" if opens and not number(below.text) else name


def usual_size(lines: Sequence[Paragraph]) -> float:
    """Return the size in which most characters are set; 0 when none is known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def text_size(lines: Sequence[Paragraph]) -> float:
    """Return the largest size in which a good part of the text is set, which headings are larger than.

    Answers in smaller type than their questions, or code, may have most characters of a document.
    """
    sizes: Counter[float] = Counter()
    for line in lines:
        if len(line.text) > _SHORTEST_TEXT and not line.rows and not line.image:
            sizes[line.size] += len(line.text)
    least = _PART * sizes.total()
    return max((size for size, count in sizes.items() if count >= least), default=0.0) or usual_size(lines)


def texts(lines: Sequence[Paragraph]) -> list[str]:
    """Return the texts of lines; empty for tables and pictures."""
    return ["" if line.rows or line.image else line.text for line in lines]


def as_page(lines: Sequence[Paragraph]) -> list[Line]:
    """Return lines in the form that the readers of blocks take."""
    return [Line(line.text, rows=line.rows, order=at) for at, line in enumerate(lines)]


def _styled(lines: Sequence[Paragraph], *, generic: bool) -> Title | None:
    """Return the paragraph in the style Title, with those of the same style that follow at once."""
    for at, line in enumerate(lines[: 2 * HEAD]):
        if line.title and _is_candidate(line, generic=generic) and not _is_of_headings(lines, at):
            return _run(lines, at, usual_size(lines))
    return None


def _is_of_headings(lines: Sequence[Paragraph], at: int) -> bool:
    """Return whether the style Title is one of headings: at several places, below a larger line that may be a title."""
    larger = any(one.size > lines[at].size + _LARGER and _is_candidate(one) for one in lines[:at])
    begun = (one for before, one in pairwise((Paragraph(), *lines)) if one.title and not before.title)
    return larger and sum(map(_is_candidate, begun)) > 1


def _shown(lines: Sequence[Paragraph], *, generic: bool) -> Title | None:
    """Return the lines near the top that are larger than the text, or centred and bold: the largest of them."""
    head = _before_text(lines)
    usual = usual_size(lines)
    shown = [at for at in _standing_out(lines, head, usual) if not letterhead(lines, at)]
    found = [at for at in shown if _may_begin(lines, at, usual, generic=generic)]
    if not found:
        return None
    largest = max(head[at].size for at in found)
    titles = [_run(head, at, usual) for at in found if head[at].size > largest - _LARGER]
    return next((title for title in titles if is_kind(_EDITION.sub("", title.text))), titles[0])


def _latin(lines: Sequence[Paragraph]) -> Title | None:
    """Return the first line if it is a title in Latin letters: centred in large type over a text in Chinese."""
    first = lines[0] if lines else Paragraph()
    shown = first.centred and _stands_out(first, usual_size(lines))
    return Title(first.text.strip(), (0,)) if shown and _LATIN.fullmatch(first.text.strip()) else None


def _may_begin(lines: Sequence[Paragraph], at: int, usual: float, *, generic: bool) -> bool:
    """Return whether a line may begin the title, which says more than a kind of document or an office."""
    if not _is_candidate(lines[at], generic=generic) and not _opens(lines, at, usual):
        return False
    return generic or not says_little(_run(lines, at, usual).text)


def _standing_out(lines: Sequence[Paragraph], head: Sequence[Paragraph], usual: float) -> list[int]:
    """Return the indexes of a head's lines that stand out of the text; of several headings none is the title."""
    levels = Counter(line.level for line in lines)
    return [at for at, line in enumerate(head) if _stands_out(line, usual) and _is_alone(lines, at, levels)]


def _is_alone(lines: Sequence[Paragraph], at: int, levels: Counter[int]) -> bool:
    """Return whether a line is none of several headings: the only one of its level, the largest, or set in two lines.

    A section's heading has its text below it, not another heading of its look.
    """
    line = lines[at]
    if not line.level or levels[line.level] == 1:
        return True
    sizes = sorted(other.size for other in lines if other.level == line.level)
    below = lines[at + 1] if at + 1 < len(lines) else Paragraph()
    alike = below.size == line.size or names_kind(below.text)
    in_two = line.centred and below.centred and below.level == line.level and alike
    return in_two or (line.size == sizes[-1] > sizes[-2] + _LARGER)


def _stands_out(line: Paragraph, usual: float) -> bool:
    return line.size > usual + _LARGER or (line.centred and line.bold) or line.level == 1


def _first(lines: Sequence[Paragraph], *, generic: bool) -> Title | None:
    """Return the first line that could be a title, as in a text without any marks; none below its first section."""
    for at, line in enumerate(lines[:HEAD]):
        if is_first_section(line.text):
            break
        if letterhead(lines, at):
            continue
        if _is_candidate(line, generic=generic):
            return Title(_one_line([line]), (at,))
        if line.text and len(line.text) > LONGEST_TITLE:
            break
        if _is_candidate(replace(line, text=line.text.rstrip("。；，：,;:"))):
            break
    return None


def _run(lines: Sequence[Paragraph], at: int, usual: float) -> Title:
    """Return a title with the lines that continue it: at most four of its look, none that labels something."""
    last = at + 1
    one = lines[at]
    while last < len(lines) and last - at < 4 and _goes_on(one, lines[last], usual) and _may_go_on(lines[last]):
        last += 1
    if last < len(lines) and lines[last - 1].text.endswith("的") and is_generic(lines[last].text):
        last += 1  # 关于做好年审工作的, 通知
    elif last < len(lines) and _is_kind_of(lines[last - 1], lines[last], usual):
        last += 1
    return Title(_one_line(lines[at:last]), tuple(range(at, last)))


def _is_kind_of(one: Paragraph, other: Paragraph, usual: float) -> bool:
    """Return whether a line is the kind of document on what the line above names, in type of another size.

    A thing may have any (某某服务平台, 源代码管理方案); else it is a kind and nothing more (某某工程项目, 任务书), not
    that of papers of a tender, which are known by what is bought.
    """
    text = other.text.strip()
    if not (other.centred and one.centred and _stands_out(other, usual) and _is_candidate(other, generic=True)):
        return False
    of_thing = _THING.search(one.text.strip()) is not None and is_document(text) and not text.startswith("关于")
    return of_thing or (names_kind(text) and not is_kind(one.text))


def _opens(lines: Sequence[Paragraph], at: int, usual: float) -> bool:
    """Return whether a line that ends in a colon is the first of a title's lines."""
    one, other = lines[at], lines[at + 1] if at + 1 < len(lines) else Paragraph()
    if one.text.strip()[-1:] not in ("：", ":") or not _goes_on(one, other, usual):
        return False
    return _is_candidate(replace(one, text=one.text.strip()[:-1])) and _is_candidate(other)


def _may_go_on(line: Paragraph) -> bool:
    """Return whether a line may be the end of a title; that may stand in brackets: （征求意见稿）."""
    kind = names_kind(line.text)
    return _is_candidate(line, generic=kind) or (is_remark(line.text) and not _is_told(line.text))


def _is_told(text: str) -> bool:
    """Return whether a remark in brackets says more of a document than its version: when and by whom it was passed."""
    return first_date(text) is not None or len(text) > _LONGEST_REMARK


def _goes_on(first: Paragraph, line: Paragraph, usual: float) -> bool:
    """Return whether a line looks like a title's first one, where that look is one of titles."""
    alike = (line.title, line.bold, line.level) == (first.title, first.bold, first.level)
    if not alike or abs(line.size - first.size) > _LARGER:
        return False
    large = usual > 0 and first.size > usual + _LARGER  # a full line of large type does not look centred
    return first.title or large or (first.centred and line.centred)


def _is_candidate(line: Paragraph, *, generic: bool = False) -> bool:
    text = line.text.strip()
    if line.rows or line.image or not 2 <= len(text) <= LONGEST_TITLE or text[-1] in "。；，：,;:":
        return False
    if (
        text[0] in _DASHES
        or is_never_title(text)
        or (is_generic(text) and not generic)
        or marker(text)
        or ARTICLE.match(text)
    ):
        return False
    return not _is_head_line(line) and HAN.search(text) is not None


def _is_head_line(line: Paragraph) -> bool:
    """Return whether a line stands around a title: a red head, a number, a date, a label, a line of the site."""
    text = line.text.strip()
    beside = issuer(text) or number(line.text) or _LABEL.match(text)
    return bool(beside or is_furniture(text) or breadcrumb(text) or meta_line(text) or is_dated(text))


def _before_text(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the lines above the first paragraph of text; a table at the very top stands over the title."""
    for at, line in enumerate(lines[:HEAD]):
        ends = at > 0 if line.rows else len(line.text) > LONGEST_TITLE or line.text.strip()[-1:] in ("。", "；")
        if ends:
            return lines[:at]
    return lines[:HEAD]


def _one_line(lines: Sequence[Paragraph]) -> str:
    text = ""
    for line in lines:
        part = closed_up(" ".join(line.text.split()))
        text += (" " if text and text[-1].isascii() and part[:1].isascii() else "") + part
    return without_label(text)
