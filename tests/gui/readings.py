"""Invented bulletins to read in tests: paragraphs, headings, points, a table, an image, characters outside the BMP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tests.builders import saying
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Block, Bulletin, Cell, Provenance, Section

SENTENCE = "全区各镇街坚持群众路线，把矛盾纠纷化解在基层，网格事件办结率稳步提高。"
ROWS = (
    (Cell("指标", head=True), Cell("上年", head=True), Cell("本年", head=True)),
    (Cell("化解率", rows=2), Cell("95.3%"), Cell("97.4%")),
    (Cell("口径😀有调整", fields=2),),
)
PROVENANCE = Provenance(
    "9f" * 32,
    "report.html",
    "text/html",
    "https://www.example.gov.cn/a.html",
    "2021-03-02T08:00:00Z",
    "html",
    "2026-01-05",
)


def bulletin(lines: Sequence[str | Block], headings: Sequence[tuple[int, str, str]] = ()) -> Bulletin:
    """Return a bulletin of paragraphs and blocks (a table or image gives its own text by its rows or its caption).

    ``headings`` are (level, marker, heading) in order; each is searched at the beginning of a line.
    """
    blocks, parts, at = [], [], 0
    for line in lines:
        text = line if isinstance(line, str) else _text(line)
        block = Block("paragraph", at, at + len(text))
        blocks.append(block if isinstance(line, str) else replace(line, start=at, end=at + len(text)))
        parts.append(text)
        at += len(text) + 1
    body = "\n".join(parts)
    return Bulletin(1, Facts("云汀区年度工作报告"), body, tuple(blocks), _sections(body, headings), (), PROVENANCE)


def table(rows: tuple[tuple[Cell, ...], ...] = ROWS) -> Block:
    """Return a table; its place in the body is filled in by ``bulletin``."""
    return Block("table", 0, 0, rows=rows)


def report() -> Bulletin:
    """Return a report with nested sections, points, a table and an image, several windows long."""
    made = bulletin(
        [
            "云汀区政法工作会议召开。" + SENTENCE * 3,
            "一、过去一年的工作",
            SENTENCE * 8,
            "（一）防范风险",
            "一是排查矛盾纠纷。" + SENTENCE * 6,
            "二是巩固专项斗争成果😀。" + SENTENCE * 6,
            "（二）主要指标",
            table(),
            Block("image", 0, 0, image="map.png", rows=((Cell("图1 网格分布"),),)),
            SENTENCE * 5,
            "二、下一步安排",
            SENTENCE * 9,
            "三、要求",
            SENTENCE,
        ],
        [
            (1, "一、", "一、过去一年的工作"),
            (2, "（一）", "（一）防范风险"),
            (3, "一是", "一是排查矛盾纠纷"),
            (3, "二是", "二是巩固专项斗争成果😀"),
            (2, "（二）", "（二）主要指标"),
            (1, "二、", "二、下一步安排"),
            (1, "三、", "三、要求"),
        ],
    )
    return saying(
        made,
        published=date(2021, 3, 2),
        source="云汀日报",
        issuer="云汀区委政法委",
        columns=("首页", "政务公开", "平安云汀"),
        document_number="云政法〔2021〕8号",
        url="https://www.example.gov.cn/a.html",
    )


def _text(block: Block) -> str:
    return "\n".join("\t".join(cell.text for cell in row) for row in block.rows)


def _sections(body: str, headings: Sequence[tuple[int, str, str]]) -> tuple[Section, ...]:
    starts, at = [], 0
    for _, _, heading in headings:
        at = 0 if not at and body.startswith(heading) else body.index("\n" + heading, at) + 1
        starts.append(at)
    made = []
    for number, (level, marker, heading) in enumerate(headings):
        later = zip(starts[number + 1 :], headings[number + 1 :], strict=True)
        end = next((start for start, other in later if other[0] <= level), len(body))
        made.append(Section(level, heading, starts[number], starts[number] + len(heading), end, marker))
    return tuple(made)
