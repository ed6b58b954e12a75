"""Which lines of an official text head what follows, judged line by line: the rules of GB/T 9704-2012 and of practice.

Read off laws, notices, reports and news pages. Ordinals that number no section (十四五, 第二次会议, 第一书记) never
stand where a marker stands: at the beginning of a short line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xinhui_viewer.records import Block
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.markers import ARTICLE, CHAPTERS, Kind, Marker, clause, marker

_FINAL = "。；，;,、"
_STANDARD = 3  # numbers such as 5.1 at the beginning of lines that make a text a standard
_LEADS = re.compile(r"(?:会议|大会|全会|会上)(?:指出|要求|强调|认为|决定|传达|部署|听取|审议)[：:]?")
# What heads the parts of a service guide and of a constitution, always a line of its own.
_NAMED = re.compile(
    r"(?:办理|网上办理|受理|申请|申报|服务|办事|收费|咨询|投诉|监督|法律|政策|设定|所需|申请)"
    r"(?:对象|条件|流程|程序|材料|时限|时限说明|期限|窗口|标准|依据|方式|渠道|地点|时间|范围|部门|机构|结果)|常见问题(?:解答)?|序\s*言|前\s*言|引\s*言|结\s*语|结束语"
)
_QUESTION = re.compile(r"(?:问|记者|记者问|提问)\s*[：:].{2,90}[？?]")
_ASKS = re.compile(r"(?:如何|怎么|怎样|怎么办|哪些|什么|多少|是否).*[？?]$")
_SIGNATURE = re.compile(r"(?:委员会|办公室|办公厅|人民政府|局|厅|部|院|中心|公司|协会|党委|党组|支队|总队|集团)$")
_BESIDE = re.compile(
    r"附件|附[:：]|附表|目\s*录$|特此|此件|抄送|本报|新华社|资料图|图[为片：:\d一二三四五六七八九]|表[\d一二三四五六七八九]|"
    r"(?:记者|通讯员|撰文|作者|编辑|供稿|来源|审核|责任编辑|联系人|联系电话|电话|传真|地址|邮编)[\s：:]|"
    r"各位|同志们|文[：/]|下载|打印|https?:|www\.|[（(\[【].*[）)\]】]$|.*[摄：:]$|.*〔\d{4}〕.*号$|关于.*的(?:通知|意见|函|办法|决定|通告|公告)$|"
    r"[^\u4e00-\u9fff]*$|第\d+[条款项]"
)


_LINK = re.compile(r"[\[(（<]*(?:https?://|www\.)")


class Line(NamedTuple):
    """A line of the text without the blanks around it; ``level`` and ``bold`` are the file's own marks."""

    text: str
    start: int
    level: int = 0
    bold: bool = False

    @property
    def marked(self) -> bool:
        """Whether the file itself sets the line off as a heading."""
        return self.level > 0 or self.bold


@dataclass(frozen=True, slots=True)
class Heading:
    """A line, or its beginning, that heads what follows; ``at`` counts the lines before it."""

    line: Line
    at: int
    length: int
    kind: Kind
    number: int = 0
    marker: str = ""
    depth: int = 0
    above: str = ""


def lines(body: str, evidence: Sequence[Block]) -> Iterator[Line]:
    """Yield the lines of a body that hold text, tables and images left out, each with its marks in the file."""
    marks = {block.start: block for block in evidence if block.kind in ("heading", "paragraph")}
    hidden = [(block.start, block.end) for block in evidence if block.kind in ("table", "image")]
    start = skipped = 0
    for raw in body.split("\n"):
        while skipped < len(hidden) and hidden[skipped][1] <= start:
            skipped += 1
        text = raw.strip()
        if text and not (skipped < len(hidden) and hidden[skipped][0] <= start):
            block = marks.get(start)
            at = start if text == raw else start + raw.index(text[0])
            yield Line(text, at, block.level if block else 0, bool(block and block.bold))
        start += len(raw) + 1


def headings(text: Sequence[Line]) -> Iterator[Heading]:
    """Yield what the single lines say; which of them keep their place is for the outline to tell."""
    law = sum(ARTICLE.match(line.text) is not None for line in text) >= 3
    inferred = not any(line.level or line.bold for line in text)
    last = next((at for at in range(len(text) - 1, -1, -1) if _is_prose(text[at].text)), -1)
    found_all = [marker(line.text) for line in text]
    standard = sum(found is not None and found.kind == "decimal" for found in found_all) >= _STANDARD
    for at, (line, found) in enumerate(zip(text, found_all, strict=True)):
        numbered = clause(line.text) if found is None and standard else None
        if numbered is not None and _is_clause(line.text):
            found, length = numbered, len(line.text)
        elif found is None:
            length = _unnumbered(text, at, inferred and not law and at < last)
        elif found.kind in CHAPTERS:
            length = len(line.text) if len(line.text) <= 45 and line.text[-1] not in "。；，" else 0
        else:
            length = _numbered(text, at, found, law)
        if length:
            kind, number = (found.kind, found.number) if found else ("alone", 0)
            mark = line.text[: found.length].strip() if found else ""
            yield Heading(
                line, at, length, kind, number, mark, found.depth if found else 0, found.above if found else ""
            )


def _numbered(text: Sequence[Line], at: int, found: Marker, law: bool) -> int:
    """Return how many characters of a numbered line are heading, 0 when it is an item."""
    line = text[at]
    if found.kind == "point":
        return _sentence(line.text, 60)
    if found.kind == "first":
        whole = len(line.text) <= 60 and line.text[-1] not in _FINAL
        return len(line.text) if whole else _sentence(line.text, 60)
    if found.kind == "decimal":
        return len(line.text) if _is_clause(line.text) else 0
    if line.marked:
        whole = len(line.text) <= 60 and line.text[-1] not in _FINAL
        return len(line.text) if whole else _sentence(line.text, 45)
    if law or found.kind == "fourth" or at + 1 == len(text):
        return 0
    following = text[at + 1].text
    if found.kind == "second":
        # A short line of its own over prose; a line that goes on behind its first sentence is a paragraph.
        open_end = line.text[-1] not in _FINAL
        prose = _is_prose(following) or following[-1] in "：:"
        heads = len(line.text) <= (45 if open_end else 60) and (
            (prose and marker(following) is None) or (open_end and _opens(following))
        )
        heads = heads and not re.search("[：；]", line.text[:-1])
        return (len(line.text) if open_end else _sentence(line.text, 60)) if heads else 0
    short = len(line.text) <= 45 and line.text[-1] not in _FINAL + "：:"
    return len(line.text) if short and len(following) > 60 and marker(following) is None else 0


def _unnumbered(text: Sequence[Line], at: int, inferred: bool) -> int:
    line = text[at]
    size = len(line.text)
    if line.level:
        return size if size <= 60 else 0
    if at + 1 < len(text) and (_LEADS.fullmatch(line.text) or _NAMED.fullmatch(line.text)):
        return size
    if line.bold:
        return size if size <= 45 and at + 1 < len(text) and not _is_beside(line.text) and not _signs(text, at) else 0
    if inferred and _QUESTION.fullmatch(line.text) and at + 1 < len(text):
        return size
    return size if inferred and _stands_alone(text, at) else 0


def _stands_alone(text: Sequence[Line], at: int) -> bool:
    """Tell a short line without a final sign that stands between prose, or right over another such line."""
    if not _is_title(text[at].text) or _signs(text, at):
        return False
    following = text[at + 1].text
    if _is_prose(following):
        return _LINK.match(following) is None
    if at == 0:
        return False
    above = text[at - 1].text
    over = at + 2 < len(text) and _is_prose(text[at + 2].text)
    named = _LEADS.fullmatch(following) is not None or _opens_clauses(following)
    return _ASKS.search(text[at].text) is not None or (_is_prose(above) and (named or (over and _is_title(following))))


def _is_title(text: str) -> bool:
    return (
        2 <= len(text) <= 32 and text[-1] not in "。；，;,、：:…" and not _is_beside(text) and not ARTICLE.match(text)
    )


def _is_prose(text: str) -> bool:
    return len(text) > 45 or (len(text) > 12 and text[-1] in "。！？”；")


def _opens(text: str) -> bool:
    """Tell an item that opens a list: （1）, 1. or 一是."""
    found = marker(text)
    return found is not None and found.number == 1


def _is_clause(text: str) -> bool:
    return len(text) <= 45 and text[-1] not in _FINAL + "：:"


def _opens_clauses(text: str) -> bool:
    """Tell the first clause of a standard's chapter, 5.1."""
    found = marker(text)
    return found is not None and found.kind == "decimal" and found.depth == 2 and found.number == 1


def _is_beside(text: str) -> bool:
    """Tell a date, signature, caption, salutation or note, which heads nothing."""
    return bool(_BESIDE.match(text) or (len(text) < 20 and first_date(text)))


def _signs(text: Sequence[Line], at: int) -> bool:
    """Tell an authority's name over a date or at the end: the signature of a document."""
    following = text[at + 1].text if at + 1 < len(text) else ""
    signed = not following or (len(following) < 20 and first_date(following) is not None)
    return signed and _SIGNATURE.search(text[at].text) is not None


def _sentence(text: str, longest: int) -> int:
    """Return the length of the first sentence, 0 when it is longer than a heading."""
    end = text.find("。", 0, longest + 1)
    return end + 1 if end > 0 else 0
