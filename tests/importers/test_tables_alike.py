"""The same table in files of several formats gives the same key figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.word.documents import pdf
from tests.importers.word.files import p, word
from xinhui_viewer.importers import read

TITLE = "2023年云汀区国民经济和社会发展统计公报"
ROWS = (
    ("指标", "单位", "绝对数", "比上年增长（%）"),
    ("地区生产总值", "亿元", "848.9", "5.2"),
    ("其中：第一产业", "亿元", "42.1", "3.8"),
    ("第二产业", "亿元", "401.5", "6.1"),
    ("第三产业", "亿元", "405.3", "4.6"),
    ("年末常住人口", "万人", "86.6", "-0.4"),
)
PROSE = "初步核算，全年经济运行平稳，各项事业全面发展，人民生活继续改善。"
FIGURES = [
    ("地区生产总值", 84_890_000_000, "元", "2023年"),
    ("地区生产总值比上年增长", 5.2, "%", "2023年"),
    ("地区生产总值第一产业", 4_210_000_000, "元", "2023年"),
    ("地区生产总值第一产业比上年增长", 3.8, "%", "2023年"),
    ("地区生产总值第二产业", 40_150_000_000, "元", "2023年"),
    ("地区生产总值第二产业比上年增长", 6.1, "%", "2023年"),
    ("地区生产总值第三产业", 40_530_000_000, "元", "2023年"),
    ("地区生产总值第三产业比上年增长", 4.6, "%", "2023年"),
    ("年末常住人口", 866_000, "人", "2023年"),
    ("年末常住人口比上年增长", -0.4, "%", "2023年"),
]


def _page(rows: str) -> str:
    head = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>发布日期：2024-03-20</p>"
    return f"{head}<div class='content'><p>{PROSE * 4}</p><p>表1 主要指标</p>{rows}<p>{PROSE}</p></div></body></html>"


def _html() -> str:
    return _page(f"<table>{''.join('<tr><td>' + '</td><td>'.join(row) + '</td></tr>' for row in ROWS)}</table>")


def _html_lines() -> str:
    return _page("".join(f"<p>{'&nbsp;&nbsp;&nbsp;'.join(row)}</p>" for row in ROWS))


def _tabs() -> str:
    return "\n".join((TITLE, "", PROSE, "", "表1 主要指标", *map("\t".join, ROWS), "", PROSE))


def _blanks() -> str:
    rows = ("".join(cell.ljust(12) for cell in row).rstrip() for row in ROWS)
    return "\n".join((TITLE, "", PROSE, "", "表1  主要指标", *rows, "", PROSE))


def _sheet() -> str:
    return "\n".join((f"{TITLE},,,", *map(",".join, ROWS)))


def _markdown() -> str:
    head, *rows = (f"| {' | '.join(row)} |" for row in ROWS)
    return "\n".join((f"# {TITLE}", "", PROSE * 4, "", "表1 主要指标", "", head, "|---|---|---|---|", *rows))


def _pdf() -> bytes:
    cells = ", ".join(f"[{cell}]" for row in ROWS for cell in row)
    lines = f"{PROSE * 2}\n\n表1 主要指标\n\n#table(columns: 4, {cells})\n\n{PROSE}"
    return pdf(f"#align(center, text(20pt)[*{TITLE}*])\n\n{lines}")


def _docx() -> bytes:
    rows = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in ROWS)
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    title = p(TITLE, '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>')
    return word(title + p(PROSE * 2) + p("表1 主要指标") + table + p(PROSE))


FILES = {
    "table.html": _html(),
    "lines.html": _html_lines(),
    "tabs.txt": _tabs(),
    "blanks.txt": _blanks(),
    "sheet.csv": _sheet(),
    "text.md": _markdown(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_read_alike_in_every_format(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FILES[name].encode())
    _check(tmp_path / name)


@pytest.mark.parametrize(("name", "content"), [("a.pdf", _pdf()), ("a.docx", _docx())], ids=["pdf", "docx"])
def test_so_is_one_of_a_document(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    _check(tmp_path / name)


def _check(path: Path) -> None:
    (draft,) = read(path)[1]
    assert [(f.label, f.value, f.unit, f.period) for f in draft.figures] == FIGURES
