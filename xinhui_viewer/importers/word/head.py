"""The head of a document as facts: the red head, the title, the lines under it, and the signature's date.

Official documents follow GB/T 9704-2012: a red head names the issuer (…人民政府文件), the document number stands under
it, the title is centred in the largest type, the day it was written stands at the end. Printed web pages have a path,
a title, and a line of source and date. A fact in neither stays empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers import block as page_block
from xinhui_viewer.importers.furniture import RED_HEAD, MetaLine, breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.markers import ARTICLE, marker

_HEAD = 15  # lines in which the head of a document is searched
_UNDER = 4  # lines under the title in which source and date are
_NUMBER_WITHIN = 6  # lines of the body
_LONGEST_LABELS, _LONGEST_LABEL = 300, 40  # characters of a line with source and date, of another line among them
_LONGEST_SIGNATURE, _LONGEST_SIGNER = 70, 40
_LONGEST_TITLE = 80
_LARGER = 0.8  # points: a smaller difference is the same type
_LABEL = re.compile(r"附件\s*\d*\s*[:：]?$|签发人|(?:特|加)急$|平急$|(?:绝密|机密|秘密)|\d{6}$|抄送|主送|索引号|[(（]")
_BEHIND = re.compile(
    "附件|附：|抄送|主送|抄报|主题词|[（(]?(?:此件|联系|信息公开|公开方式|公开属性)|.{2,40}印发$|\\[\\d+\\]"
)
_ORGAN = re.compile("[\u4e00-\u9fff（）()、· ]{2,40}")
_NAMELESS = re.compile(
    r"文档\s*\d*|新建|无标题|标题|Microsoft|Document|untitled|Word|幻灯片|.*\.(?:docx?|wps|docm|rtf|html?)$",
    re.IGNORECASE,
)
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Title:
    text: str = ""
    lines: tuple[int, ...] = ()


def fields(lines: Sequence[Paragraph], stored_title: str) -> tuple[Facts, list[Paragraph]]:
    """Return the fields of a document's lines, and the lines that are its body."""
    title = _styled(lines) or _shown(lines) or _first(lines)
    said, above = _above(lines, title)
    source, published, below = _under(lines, title)
    gone = {*title.lines, *above, *below}
    body = [line for at, line in enumerate(lines) if at not in gone]
    block = page_block.information_block(_as_page(lines[:_HEAD]))
    said = replace(
        block,
        title=title.text or _sensible(stored_title),
        published=published or block.published,
        written=_signed([line for line in body if not line.image]) or block.written,
        source=source,
        issuer=said.issuer or block.issuer,
        columns=said.columns,
        document_number=said.document_number or page_block.document_number(block, _as_page(body[:_NUMBER_WITHIN])),
    )
    return said, body


def _above(lines: Sequence[Paragraph], title: _Title) -> tuple[Facts, set[int]]:
    """Return the fields in the lines above a title, and the lines that hold them or belong to a site."""
    said, gone = Facts(title=title.text), set()
    for at in range(title.lines[0] if title.lines else 0):
        taken = next(filter(None, (take(said, lines, at) for take in _TAKE_ABOVE)), None)
        if taken is not None:
            said = taken
            gone.add(at)
    return said, gone


def _take_path(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    path = () if said.columns else breadcrumb(lines[at].text, said.title)
    return replace(said, columns=path) if path else None


def _take_red_head(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    issuer = "" if said.issuer else _issuer(lines, at)
    return replace(said, issuer=issuer) if issuer else None


def _take_number(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    number = "" if said.document_number else _number(lines[at])
    alone = _solid(lines[at].text).strip("()（）") == _solid(number)
    return replace(said, document_number=number) if number and alone else None


def _take_furniture(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    return said if is_furniture(lines[at].text) and not lines[at].image else None


# Readers of a line above the title; the first that takes the line decides.
_TAKE_ABOVE = (_take_path, _take_red_head, _take_number, _take_furniture)


def _styled(lines: Sequence[Paragraph]) -> _Title | None:
    """Return the paragraph in the style Title, with those of the same style that follow at once."""
    for at, line in enumerate(lines[: 2 * _HEAD]):
        if line.title and _is_candidate(line):
            return _run(lines, at, usual_size(lines))
    return None


def _shown(lines: Sequence[Paragraph]) -> _Title | None:
    """Return the lines near the top that are larger than the text, or centred and bold: the largest of them."""
    head = _before_text(lines)
    usual = usual_size(lines)
    levels = Counter(line.level for line in lines)
    found = [
        at
        for at, line in enumerate(head)
        if _is_candidate(line)
        and not _issuer(lines, at)
        and _stands_out(line, usual)
        and (not line.level or levels[line.level] == 1)  # of several headings none is the title
    ]
    if not found:
        return None
    largest = max(head[at].size for at in found)
    return _run(head, next(at for at in found if head[at].size > largest - _LARGER), usual)


def _stands_out(line: Paragraph, usual: float) -> bool:
    return line.size > usual + _LARGER or (line.centred and line.bold) or line.level == 1


def _first(lines: Sequence[Paragraph]) -> _Title:
    """Return the first line that could be a title, as in a text without any marks."""
    for at, line in enumerate(lines[:_HEAD]):
        if _is_candidate(line) and not _issuer(lines, at):
            return _Title(_one_line([line]), (at,))
        if line.text and len(line.text) > _LONGEST_TITLE:
            break
        if _is_candidate(replace(line, text=line.text.rstrip("。；，：,;:"))) and not _is_head_line(line):
            break
    return _Title()


def _run(lines: Sequence[Paragraph], at: int, usual: float) -> _Title:
    """Return a title with the lines that continue it: at most four of its look, none that labels something."""
    last = at + 1
    one = lines[at]
    while last < len(lines) and last - at < 4 and _goes_on(one, lines[last], usual) and _is_candidate(lines[last]):
        last += 1
    return _Title(_one_line(lines[at:last]), tuple(range(at, last)))


def _goes_on(first: Paragraph, line: Paragraph, usual: float) -> bool:
    """Return whether a line looks like a title's first one, where that look is one of titles."""
    alike = (line.title, line.bold, line.level) == (first.title, first.bold, first.level)
    if not alike or abs(line.size - first.size) > _LARGER:
        return False
    large = usual > 0 and first.size > usual + _LARGER  # a full line of large type does not look centred
    return first.title or large or (first.centred and line.centred)


def _is_candidate(line: Paragraph) -> bool:
    text = line.text.strip()
    if line.rows or line.image or not 2 <= len(text) <= _LONGEST_TITLE or text[-1] in "。；，：,;:":
        return False
    return not (_is_head_line(line) or marker(text) or ARTICLE.match(text)) and _HAN.search(text) is not None


def _is_head_line(line: Paragraph) -> bool:
    """Return whether a line stands around a title: a red head, a number, a date, a label, a line of the site."""
    text = line.text.strip()
    red = RED_HEAD.fullmatch(_solid(text))
    beside = (red and red[2]) or _number(line) or _LABEL.match(text)
    return bool(beside or is_furniture(text) or breadcrumb(text) or meta_line(text))


def _issuer(lines: Sequence[Paragraph], at: int) -> str:
    """Return the issuer in a red head: a name before 文件, or alone right above a document number (信函格式)."""
    red = RED_HEAD.fullmatch(_solid(lines[at].text)) if len(lines[at].text) < 100 else None
    return red[1] if red and (red[2] or (at + 1 < len(lines) and _number(lines[at + 1]))) else ""


def _before_text(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the lines above the first paragraph of text."""
    for at, line in enumerate(lines[:_HEAD]):
        if len(line.text) > _LONGEST_TITLE or line.text.strip()[-1:] in ("。", "；") or line.rows:
            return lines[:at]
    return lines[:_HEAD]


def usual_size(lines: Sequence[Paragraph]) -> float:
    """Return the size in which most characters are set; 0 when none is known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _under(lines: Sequence[Paragraph], title: _Title) -> tuple[str, date | None, set[int]]:
    """Return the source and date in the lines of labels under a title, and the numbers of these lines."""
    source, published, gone = "", None, set()
    start = title.lines[-1] + 1 if title.lines else len(lines)
    for at, line in enumerate(lines[start : start + _UNDER], start):
        meta = _labels(line, published)
        if meta is not None:
            source, published = source or meta.source, published or meta.published
        elif not is_furniture(line.text) or line.image:
            if len(line.text) > _LONGEST_LABEL or line.text.strip()[-1:] in "。：；":
                break
            continue
        gone.add(at)
    return source, published, gone


def _labels(line: Paragraph, published: date | None) -> MetaLine | None:
    """Return the source and date in a line of labels; None in any other, and for a date alone behind ``published``."""
    meta = meta_line(line.text) if len(line.text) < _LONGEST_LABELS and not line.rows else None
    again = meta is not None and published and meta.published and not meta.source
    return None if again else meta


def _signed(body: Sequence[Paragraph]) -> date | None:
    """Return the day under the signature: a line with nothing else, below which only notes may follow."""
    for at, line in enumerate(body[1:], 1):
        organ, day = _signature(line)
        if day is None:
            continue
        before, behind = body[at - 1].text.strip(), body[at + 1].text.strip() if at + 1 < len(body) else ""
        signs = bool(organ) or (len(before) <= _LONGEST_SIGNER and before[-1:] not in "，；：")
        if signs and (at + 1 == len(body) or _BEHIND.match(behind)):
            return day
    return None


def _signature(line: Paragraph) -> tuple[str, date | None]:
    """Return the signer and the day in a line; ('', None) when the line holds anything else."""
    if line.rows or len(line.text) > _LONGEST_SIGNATURE:
        return "", None
    (start, end), day = next(dates(line.text), ((0, 0), None))
    organ = line.text[:start].strip()
    if line.text[end:].strip() or (organ and not _ORGAN.fullmatch(organ)):
        return "", None
    return organ, day


def _number(line: Paragraph) -> str:
    return page_block.lone_number(_as_page([replace(line, text=line.text.strip(" \u3000()（）"))]))


def _as_page(lines: Sequence[Paragraph]) -> list[Line]:
    return [Line(line.text, rows=line.rows, order=at) for at, line in enumerate(lines)]


def _sensible(title: str) -> str:
    """Return the title in a file's properties; empty when a program filled it in or it cannot be one."""
    if not 4 <= len(title) <= _LONGEST_TITLE or len(_HAN.findall(title)) < 2 or _NAMELESS.match(title):
        return ""
    return " ".join(title.split())


def _one_line(lines: Sequence[Paragraph]) -> str:
    text = ""
    for line in lines:
        part = " ".join(line.text.split())
        text += (" " if text and text[-1].isascii() and part[:1].isascii() else "") + part
    return text


def _solid(text: str) -> str:
    return "".join(text.split())
