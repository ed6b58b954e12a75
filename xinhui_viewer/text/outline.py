"""The sections of an official text, found by its numbering, its stand-alone lines and the marks of its file.

The rules were read off a few hundred laws, notices and reports; each function below is one of them. Ordinals that
number no section (十四五, 第二次会议, 第一书记) never stand where a marker stands: at the beginning of a short line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xinhui_viewer.records import Block, Section
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.markers import ARTICLE, RANKS, Kind, Marker, marker

_CHAPTERS = ("part", "subpart", "chapter", "division")
_LONGEST = {"part": 45, "subpart": 45, "chapter": 45, "division": 45, "first": 60, "second": 60}
_FINAL = "。；;，,、：:！!？?…"
_LEADS = re.compile(r"(?:会议|大会|全会|会上)?(?:指出|要求|强调|认为|决定|传达|部署|听取|审议)[：:]?$")
_SIGNATURE = re.compile(
    r"(?:委员会|办公室|办公厅|人民政府|局|厅|部|院|会|中心|公司|协会|党委|党组|支队|小组|总队|集团)$|^(?:记者|通讯员|撰文|作者|编辑|供稿|来源|责任编辑|审核)"
)
_BESIDE = re.compile(
    r"^(?:附件|附[:：]|附表|图[\d一二三四五六七八九]|表[\d一二三四五六七八九]|[（(].*[）)]$|联系人|联系电话|电话|传真|地址|邮编|"
    r"本报|新华社|抄送|此件|特此|目\s*录$|各.{0,30}[：:]$|下载|打印|https?:|www\.|[▲△●○■□*※◆]+$|\[.*\]$)"
)
_ALONE = (3, 32)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text without the blanks around it; ``level`` and ``bold`` are the file's own marks."""

    text: str
    start: int
    level: int = 0
    bold: bool = False

    @property
    def marked(self) -> bool:
        return self.level > 0 or self.bold


@dataclass(frozen=True, slots=True)
class _Heading:
    line: _Line
    length: int
    kind: Kind
    number: int = 0
    marker: str = ""


def outline(body: str, evidence: Sequence[Block] = ()) -> tuple[Section, ...]:
    """Return the sections of a body text in order; ``evidence`` are its blocks with their heading and bold marks."""
    lines = tuple(_lines(body, evidence))
    law = _is_law(lines)
    found = list(_headings(lines, law))
    found = _without_contents(found, lines)
    return _sections(_in_sequence(found), len(body))


def _lines(body: str, evidence: Sequence[Block]) -> Iterator[_Line]:
    marks = {block.start: block for block in evidence if block.kind in ("heading", "paragraph")}
    hidden = [(block.start, block.end) for block in evidence if block.kind in ("table", "image")]
    start, skip = 0, 0
    for raw in body.split("\n"):
        while skip < len(hidden) and hidden[skip][1] <= start:
            skip += 1
        inside = skip < len(hidden) and hidden[skip][0] <= start
        text = raw.strip()
        if text and not inside:
            block = marks.get(start)
            level = block.level if block is not None else 0
            at = start + len(raw) - len(raw.lstrip())
            yield _Line(text, at, level, block is not None and block.bold)
        start += len(raw) + 1


def _is_law(lines: Sequence[_Line]) -> bool:
    return sum(ARTICLE.match(line.text) is not None for line in lines) >= 3


def _headings(lines: Sequence[_Line], law: bool) -> Iterator[_Heading]:
    for at, line in enumerate(lines):
        found = marker(line.text)
        heading = _numbered(lines, at, found, law) if found else _unnumbered(lines, at, law)
        if heading is not None:
            yield heading


def _numbered(lines: Sequence[_Line], at: int, found: Marker, law: bool) -> _Heading | None:
    line = lines[at]
    if found.kind in _CHAPTERS:
        whole = len(line.text) <= _LONGEST[found.kind] and line.text[-1] not in "。；，"
        return _heading(line, len(line.text), found) if whole else None
    if found.kind == "first":
        return _first(line, found) if not law or line.marked or not ARTICLE.search(line.text) else None
    if found.kind == "second":
        return _second(lines, at, found, law)
    if found.kind == "point":
        return _point(lines, at, found)
    return _third(lines, at, found, law)


def _first(line: _Line, found: Marker) -> _Heading | None:
    """一、 heads a section when the line is short; else it runs in and the heading ends at the first full stop."""
    if len(line.text) <= _LONGEST["first"] and line.text[-1] not in "。；，;,":
        return _heading(line, len(line.text), found)
    return _run_in(line, found, 60)


def _second(lines: Sequence[_Line], at: int, found: Marker, law: bool) -> _Heading | None:
    """（一） is an item in a law; elsewhere it heads when it is marked, short, or runs in before a paragraph."""
    line = lines[at]
    if law and not line.marked:
        return None
    if len(line.text) <= 45 and line.text[-1] not in "。；，;,":
        following = lines[at + 1] if at + 1 < len(lines) else None
        long = following is not None and (len(following.text) > 45 or marker(following.text) is not None)
        return _heading(line, len(line.text), found) if line.marked or long else None
    return _run_in(line, found, 40)


def _third(lines: Sequence[_Line], at: int, found: Marker, law: bool) -> _Heading | None:
    """1. is an item unless it is bold, or short and followed by a paragraph."""
    line = lines[at]
    if law or len(line.text) > 45 or line.text[-1] in "。；，;,":
        return _run_in(line, found, 40) if line.marked else None
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    followed = len(following) > 60 and marker(following) is None
    return _heading(line, len(line.text), found) if line.marked or followed else None


def _point(lines: Sequence[_Line], at: int, found: Marker) -> _Heading | None:
    """一是… is a point when 二是… follows it at the beginning of a line; its heading ends at the first full stop."""
    end = lines[at].text.find("。")
    if end < 0 or end > 60 or (end == len(lines[at].text) - 1 and len(lines[at].text) > 45):
        return None
    return _heading(lines[at], end + 1, found)


def _unnumbered(lines: Sequence[_Line], at: int, law: bool) -> _Heading | None:
    line = lines[at]
    if law and not line.marked:
        return None
    if line.level:
        return _heading(line, len(line.text), Marker("alone", 0, 0)) if len(line.text) <= 60 else None
    if _LEADS.fullmatch(line.text) and at + 1 < len(lines):
        return _heading(line, len(line.text), Marker("alone", 0, 0))
    if line.bold or (not any(other.marked for other in lines[:40]) and _stands_alone(lines, at)):
        alone = len(line.text) <= 45 and at + 1 < len(lines) and not _beside(line.text)
        return _heading(line, len(line.text), Marker("alone", 0, 0)) if alone else None
    return None


def _stands_alone(lines: Sequence[_Line], at: int) -> bool:
    text = lines[at].text
    if not _ALONE[0] <= len(text) <= _ALONE[1] or text[-1] in _FINAL or at + 1 >= len(lines) or at == 0:
        return False
    if _beside(text) or ARTICLE.match(text) or not re.search("[\u4e00-\u9fff]{2}", text):
        return False
    return len(lines[at + 1].text) > 40 or (at + 2 < len(lines) and _LEADS.fullmatch(lines[at + 1].text) is not None)


def _beside(text: str) -> bool:
    """Tell a date line, signature, caption, salutation or attachment note, which no line heads a section with."""
    return bool(_BESIDE.search(text) or _SIGNATURE.search(text) or (first_date(text) and len(text) < 20))


def _run_in(line: _Line, found: Marker, longest: int) -> _Heading | None:
    end = line.text.find("。")
    if found.length < end <= longest and end < len(line.text) - 1:
        return _heading(line, end + 1, found)
    return None


def _heading(line: _Line, length: int, found: Marker) -> _Heading:
    return _Heading(line, length, found.kind, found.number, line.text[: found.length].strip())


def _without_contents(found: list[_Heading], lines: Sequence[_Line]) -> list[_Heading]:
    """Drop a table of contents: three or more chapter headings with no text between them."""
    order = {line.start: n for n, line in enumerate(lines)}
    kept: list[_Heading] = []
    run: list[_Heading] = []
    for heading in found:
        chapter = heading.kind in _CHAPTERS
        follows = run and order[heading.line.start] == order[run[-1].line.start] + 1
        if not (chapter and (not run or follows)):
            kept += run if len(run) < 3 else run[-1:] if not _repeats(run, found) else []
            run = []
        if chapter:
            run.append(heading)
        else:
            kept.append(heading)
    return kept + run


def _repeats(run: Sequence[_Heading], found: Sequence[_Heading]) -> bool:
    last = run[-1]
    return sum(other.kind == last.kind and other.number == last.number for other in found) > 1


def _in_sequence(found: list[_Heading]) -> list[_Heading]:
    """Drop points that no neighbour continues: 一是 counts only with 二是 behind it, and so on."""
    kept: list[_Heading] = []
    for at, heading in enumerate(found):
        if heading.kind == "point":
            following = found[at + 1] if at + 1 < len(found) else None
            begins = heading.number == 1 and following is not None and following.kind == "point"
            continues = bool(kept) and kept[-1].kind == "point" and heading.number == kept[-1].number + 1
            if not (begins and following is not None and following.number == 2) and not continues:
                continue
        kept.append(heading)
    return kept


def _sections(found: Sequence[_Heading], end: int) -> tuple[Section, ...]:
    ranks = _ranks(found)
    used = sorted(set(ranks))
    levels = _levels([used.index(rank) for rank in ranks])
    sections = [
        Section(
            level=level,
            heading=heading.line.text[: heading.length].rstrip("。"),
            start=heading.line.start,
            heading_end=heading.line.start + heading.length,
            end=end,
            marker=heading.marker,
            inferred=not heading.line.marked,
        )
        for heading, level in zip(found, levels, strict=True)
    ]
    return tuple(_ended(sections))


def _ranks(found: Sequence[_Heading]) -> list[int]:
    """Return how high each heading stands; unnumbered ones stand over 一、 when that restarts under them."""
    firsts = [heading.number for heading in found if heading.kind == "first"]
    restarts = firsts.count(1) > 1 or (bool(firsts) and bool(found) and found[0].kind == "alone")
    alone = RANKS["alone"] if restarts or not firsts else RANKS["first"] + 0
    marked = sorted({heading.line.level for heading in found if heading.kind == "alone" and heading.line.level})
    ranks = []
    for heading in found:
        rank = (alone if heading.kind == "alone" else RANKS[heading.kind]) * 10
        if heading.kind == "alone" and len(marked) > 1 and heading.line.level:
            rank += marked.index(heading.line.level)
        ranks.append(rank)
    return ranks


def _levels(ranks: Sequence[int]) -> list[int]:
    """Return levels without gaps: each heading is one below the nearest higher one before it."""
    levels: list[int] = []
    above: list[int] = []
    for rank in ranks:
        while above and above[-1] >= rank:
            above.pop()
        above.append(rank)
        levels.append(len(above))
    return levels


def _ended(sections: list[Section]) -> Iterator[Section]:
    open_: list[int] = []
    ends = [section.end for section in sections]
    for at, section in enumerate(sections):
        while open_ and sections[open_[-1]].level >= section.level:
            ends[open_.pop()] = section.start
        open_.append(at)
    return (replace(section, end=end) for section, end in zip(sections, ends, strict=True))
