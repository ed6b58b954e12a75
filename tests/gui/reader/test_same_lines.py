"""One bulletin in the window, on paper, as HTML and as Markdown: the same headings, paragraphs, tables and images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable
from selectolax.lexbor import LexborHTMLParser

from tests.gui.readings import PROVENANCE, ROWS, SENTENCE, bulletin, report, table
from xinhui_viewer.archive import connect, read
from xinhui_viewer.exporters.html_page import article
from xinhui_viewer.exporters.markdown import markdown
from xinhui_viewer.exporters.pieces import pieces
from xinhui_viewer.facts import Facts
from xinhui_viewer.gui.reader.look import Look
from xinhui_viewer.gui.reader.page import page
from xinhui_viewer.records import Block, Bulletin, Cell, Section
from xinhui_viewer.resources import resource
from xinhui_viewer.summary.compose import entry

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Shown:
    """A body as a medium shows it: headings with their levels below the title, paragraphs, and the others."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    run_in: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)

    def add(self, text: str, level: int = 0, bold: str = "") -> None:
        """Add a line of text; ``bold`` is the highlighted beginning."""
        if level:
            self.headings.append((level, _plain(text)))
        else:
            self.paragraphs.append(_plain(text))
            if bold:
                self.run_in.append(re.sub(r"\W+$", "", _plain(bold)))


def _plain(text: str) -> str:
    return "".join(text.split())


def in_markdown(one: Bulletin) -> Shown:
    shown = Shown()
    below = markdown(one).partition(f"{one.provenance.sha256}\n")[2]
    for part in below.strip("\n").split("\n\n"):
        text = re.sub(r"\\(.)", r"\1", part)
        head = re.match(r"(#+) ", part)
        bold = re.match(r"\*\*(.+?)\*\*", part)
        if part.startswith("!"):
            shown.captions.append(_plain(text[2 : text.index("](")]))
        elif part.startswith("| "):
            rows = [row for row in text.strip().split("\n") if "---" not in row]
            shown.tables.append([[_plain(cell) for cell in row.split("|") if cell.strip()] for row in rows])
        elif head:
            shown.add(text[head.end() :], len(head[1]) - 1)
        else:
            shown.add(text.replace("**", ""), bold=re.sub(r"\\(.)", r"\1", bold[1]) if bold else "")
    return shown


def in_html(one: Bulletin) -> Shown:
    shown = Shown()
    for node in LexborHTMLParser(article(one, lambda _one, _name: None)).css(
        "h2, h3, h4, h5, h6, p, table, figcaption"
    ):
        bold = node.css_first("b")
        if node.tag == "table":
            rows = [[_plain(cell.text()) for cell in row.css("th, td")] for row in node.css("tr")]
            shown.tables.append([[cell for cell in row if cell] for row in rows])
        elif node.tag == "figcaption":
            shown.captions.append(_plain(node.text()))
        else:
            shown.add(node.text(), 0 if node.tag == "p" else int(str(node.tag)[1]) - 1, bold.text() if bold else "")
    return shown


def on_paper(one: Bulletin) -> Shown:
    shown = Shown()
    whole = replace(entry(one), body=one.body, blocks=one.blocks, spans=one.sections)
    for piece in pieces(whole, {}):
        if piece["kind"] == "table":
            shown.tables.append(_printed_rows(piece["cells"]))
        elif piece["kind"] == "note":
            shown.captions.append(_plain(piece["caption"]))
        else:
            first = piece["runs"][0]
            text = "".join(run["text"] for run in piece["runs"])
            level = first["level"] - 1 if piece["form"] == "heading" else 0
            shown.add(text, level, first["text"] if first["level"] else "")
    return shown


def _printed_rows(cells: list[dict[str, Any]]) -> list[list[str]]:
    rows: list[list[str]] = [[] for _row in range(max(cell["y"] + cell["rows"] for cell in cells))]
    for cell in cells:
        rows[cell["y"]].append(_plain("".join(cell["lines"])))
    return [[text for text in row if text] for row in rows]


def in_window(one: Bulletin) -> Shown:
    shown = Shown()
    made = page(replace(one, facts=Facts(one.facts.title)), Look(), 600)
    captions = Look().caption()[0].alignment()
    blocks = _blocks(made.document.begin().next())
    tables: list[QTextTable] = []
    for block in blocks:
        held = QTextCursor(block).currentTable()
        level = block.blockFormat().headingLevel()
        if held is not None:
            if held not in tables:
                tables.append(held)
        elif block.blockFormat().alignment() == captions:
            shown.captions.append(_plain(block.text().replace("[A picture that is not in the archive]", "")))
        elif block.text():
            shown.add(block.text(), max(level - 1, 0), _bold(block))
    shown.tables = [_window_rows(one) for one in tables]
    return shown


def _blocks(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _bold(block: QTextBlock) -> str:
    first = block.begin().fragment()
    return first.text() if first.charFormat().fontWeight() > 500 else ""


def _window_rows(held: QTextTable) -> list[list[str]]:
    rows: list[list[str]] = [[] for _row in range(held.rows())]
    for row in range(held.rows()):
        for column in range(held.columns()):
            cell = held.cellAt(row, column)
            if (cell.row(), cell.column()) == (row, column):
                cursor = cell.firstCursorPosition()
                cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
                rows[row].append(_plain(cursor.selectedText()))
    return [[text for text in row if text] for row in rows]


RUN_IN = "一是守安全。围绕安全保卫，对车站、商圈、学校等重点场所开展拉网式排查，隐患逐一挂账销号。"
QUESTION = "问：" + "群众反映的问题怎么办，" * 7 + "由谁来办？"


def _points() -> Bulletin:
    lines = ["抓落实", RUN_IN, "二是促化解。", "一、下一步：", SENTENCE, "1.守安全。" + SENTENCE, QUESTION, SENTENCE]
    heads = [(1, "", "抓落实"), (2, "一是", "一是守安全。"), (2, "二是", "二是促化解。"), (1, "一、", "一、下一步")]
    return bulletin(lines, [*heads, (9, "1.", "1.守安全。"), (1, "", QUESTION)])


def _tables() -> Bulletin:
    hostile = (
        (Cell("总表", rows=0, fields=1000, head=True),),
        (Cell("甲", rows=65534), Cell("乙", fields=2), Cell("丙")),
        (Cell("丁", rows=3), Cell("戊"), Cell("己", fields=9)),
        (),
        (Cell("合计", fields=10**9),),
    )
    return bulletin(
        ["前文", table(), "中", table(hostile), Block("image", 0, 0, image="a.png", rows=((Cell("图1"),),)), "后文"]
    )


def _damaged() -> Bulletin:
    body = "第一部分\n正文甲乙丙丁\n表\t格\n尾"
    blocks = (
        Block("paragraph", 5, 9),
        Block("heading", 0, 4),
        Block("paragraph", 7, 11),
        Block("table", 12, 15, rows=ROWS),
        Block("image", 16, 99),
    )
    sections = (Section(4, "第一部分", 0, 4, len(body)), Section(0, "尾", 16, 17, len(body)))
    return Bulletin(1, Facts("损坏"), body, blocks, sections, (), PROVENANCE)


def _sample() -> list[Bulletin]:
    with connect.reading(resource("sample", "sample.xhdb"), frozen=True) as db:
        return [read.bulletin(db, number) for number in read.ids(db)]


@pytest.mark.parametrize(
    "one", [report(), _points(), _tables(), _damaged(), *_sample()], ids=lambda one: one.facts.title
)
def test_every_medium_takes_the_same_lines_for_headings_and_shows_the_same_paragraphs_tables_and_images(
    one: Bulletin,
) -> None:
    window = in_window(one)
    assert window.paragraphs
    assert in_markdown(one) == window
    assert in_html(one) == window
    assert on_paper(one) == window


def test_a_heading_that_runs_on_into_its_paragraph_is_only_as_long_as_it_is() -> None:
    shown = in_window(_points())
    assert shown.headings == [(1, "抓落实"), (1, "一、下一步："), (1, QUESTION)]
    assert shown.run_in == ["一是守安全", "二是促化解", "1.守安全"]
