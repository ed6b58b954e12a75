"""What the first page of a printed document says of its bulletin: red head, document number, title, source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from xinhui_viewer.importers import fields as page_fields
from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.printed.paragraphs import Paragraph, joined
from xinhui_viewer.importers.web.lines import Line
from xinhui_viewer.text.dates import first_date

_HEAD = 20  # paragraphs of the first page in which its head is looked for
_BELOW = 5  # paragraphs under the title in which source and date are looked for
_HAN = re.compile("[\u4e00-\u9fff]")
_CELL = re.compile(r"\t+|\s{2,}|(?=签发人)")
_BARE_DATE = re.compile(r"[（(]?[\d〇○零一二三四五六七八九十]{4}年.{2,8}日[）)]?")
_FILE_NAME = re.compile(
    r"^(?:microsoft\s|powerpoint|untitled|无标题|未命名|文档\s?\d|document\s?\d|幻灯片)|"
    r"\.(?:docx?|wps|et|xlsx?|pptx?|pdf|indd|html?|txt|rtf|ofd|tmp)\W*$",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s).*$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; ``taken`` are the numbers of the paragraphs that are said with it and not in the body."""

    title: str = ""
    issuer: str = ""
    number: str = ""
    columns: tuple[str, ...] = ()
    source: str = ""
    published: date | None = None
    written: date | None = None
    taken: frozenset[int] = frozenset()
    left_over: tuple[str, ...] = ()


def head(found: Sequence[Paragraph], body_size: float, body_bold: bool, named: str) -> Head:
    """Return what the paragraphs on top say; ``named`` is the title in the file's own description, '' for none."""
    first = [one for one in found[:_HEAD] if one.page == found[0].page]
    at, number, left_over = _number(first)
    top, issuer = _red_head(first, at)
    group = _title(first, top[-1] + 1 if top else 0, body_size, body_bold, named)
    title = joined(first[one].text for one in group)
    number_above = at >= 0 and (not group or at < group[0])
    taken = {*top, *group} | ({at} if number_above else set())
    if not number_above:
        left_over = ()
    lines = [Line(one.text, order=order) for order, one in enumerate(first)]
    above = lines[: group[0]] if group else []
    block = page_fields.information_block(above)
    columns = page_fields.column_path(above, title, len(above))
    taken |= {line.order for line in above if _is_said(line)}
    source, published = "", None
    for line in lines[group[-1] + 1 : group[-1] + 1 + _BELOW] if group else []:
        meta = meta_line(line.text) if len(line.text) < 200 and not _BARE_DATE.fullmatch(line.text) else None
        if meta is None and not is_furniture(line.text):
            break
        taken.add(line.order)
        source, published = (source or meta.source, published or meta.published) if meta else (source, published)
    return Head(
        title or described_title(named),
        issuer or block.get("issuer", ""),
        number or page_fields.document_number(block, []),
        columns,
        source,
        published or first_date(block.get("published", "")),
        first_date(block.get("written", "")),
        frozenset(taken),
        left_over,
    )


def described_title(named: str) -> str:
    """Return the title in a file's description, '' where it is the name of a file or of nothing."""
    title = _SITE_SUFFIX.sub("", " ".join(named.split()))
    sensible = len(_HAN.findall(title)) >= 4 and not _FILE_NAME.search(named) and "\ufffd" not in title
    return title if sensible and len(title) <= 120 else ""


def _is_said(line: Line) -> bool:
    """Tell a line above the title that is a path, a button or a label with its value."""
    labels = page_fields.information_block([line])
    return bool(labels or breadcrumb(line.text) or is_furniture(line.text) or line.text.startswith("索引号"))


def _number(first: Sequence[Paragraph]) -> tuple[int, str, tuple[str, ...]]:
    """Return which paragraph is the document number, the number, and what else stands on its line."""
    for at, one in enumerate(first[:12]):
        cells = [cell for cell in _CELL.split(one.text) if cell.strip()] if len(one.text) < 120 else []
        for cell in cells:
            number = page_fields.document_number({}, [Line("".join(cell.split()))])
            if number:
                return at, number, tuple(other for other in cells if other != cell)
    return -1, "", ()


def _red_head(first: Sequence[Paragraph], number: int) -> tuple[list[int], str]:
    """Return the paragraphs that are the issuer's red head, and the issuer: over a number, or ending in 文件."""
    above = list(enumerate(first[: number if number >= 0 else 4]))
    names = [(at, "".join(one.text.split())) for at, one in above if _HAN.search(one.text)]
    ends = any(name.endswith("文件") for _, name in names)
    head = [
        (at, name)
        for at, name in names
        if name.endswith("文件") or (first[at].red and (number >= 0 or ends) and len(name) > 3)
    ]
    issuer = " ".join(bare for _, name in head if (bare := name.removesuffix("文件")))
    return [at for at, _ in head], issuer


def _title(first: Sequence[Paragraph], start: int, size: float, body_bold: bool, named: str) -> list[int]:
    """Return the paragraphs that are the title: the largest, over source and date, or as the file is named."""
    best: list[int] = []
    best_score = 0.99
    wanted = _squeezed(named)
    for at in range(start, len(first)):
        group = _group(first, at, size)
        if not group or (at > start and _group(first, at - 1, size)[1:2] == [at]):
            continue
        text = _squeezed(joined(first[one].text for one in group))
        score = min(5 * (first[at].size / max(size, 1) - 1), 4) + (1 if first[at].middle else 0)
        score += 0.5 if first[at].bold and not body_bold else 0
        score += 1.5 if _over_meta(first, group[-1] + 1) else 0
        score += 2.5 if len(text) >= 5 and (text in wanted or (len(wanted) >= 6 and wanted in text)) else 0
        if first[at].size < size * 1.08 and score < 2 and at > start:
            continue
        score -= 0.1 * at
        if score > best_score:
            best, best_score = group, score
    return best


def _group(first: Sequence[Paragraph], at: int, size: float) -> list[int]:
    """Return the lines of a title that begins at a paragraph, [] when it can be none."""
    group: list[int] = []
    for number in range(at, len(first)):
        one, text = first[number], first[number].text
        alike = not group or (abs(one.size - first[at].size) < 0.4 and one.bold == first[at].bold)
        if not alike or not _may_be_title(one):
            break
        if group and one.middle != first[at].middle and one.size < 1.1 * size:
            break
        group.append(number)
        if len(group) > 4 or text[-1] in "：:":
            return []
    text = "".join(first[one].text for one in group)
    return group if 4 <= len(text) <= 120 and len(_HAN.findall(text)) >= 2 else []


def _may_be_title(one: Paragraph) -> bool:
    text = one.text
    if len(text) > 100 or text[-1] in "。；，;," or "\t" in text or is_furniture(text) or breadcrumb(text):
        return False
    return meta_line(text) is None and not _BARE_DATE.fullmatch(text)


def _over_meta(first: Sequence[Paragraph], at: int) -> bool:
    below = [
        meta_line(one.text) for one in first[at : at + 2] if len(one.text) < 200 and not _BARE_DATE.fullmatch(one.text)
    ]
    return any(meta is not None for meta in below)


def _squeezed(text: str) -> str:
    return "".join(text.split())
