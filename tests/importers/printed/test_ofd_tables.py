"""Tables that the paths of an OFD rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from tests.importers.printed.test_ofd import CONTENT, DOCUMENT, code, document, draft, page, text_object
from tests.importers.word.documents import ofd
from xinhui_viewer.records import Draft

Line = tuple[float, float, float, float]  # x and y of its ends, in millimetres

TITLE = text_object(code("堤段隐患清单"), 30, 'Size="8"', 80)
LEFT, RIGHT, TOP = 30.0, 150.0, 60.0
# Two rows of heads, of which the first cell spans both and the second two fields; cells of two lines and an empty one.
CELLS = (
    ("堤段", 32, 66), ("长度", 82, 62), ("修复前", 72, 72), ("修复后", 112, 72),
    ("云汀大堤东", 32, 82), ("段二号", 32, 88), ("三百米", 72, 82), ("四百米", 112, 82),
    ("柳泾", 32, 98), ("五百米", 72, 98),
)  # fmt: skip
LINES: tuple[Line, ...] = (
    *((LEFT, y, RIGHT, y) for y in (TOP, 80, 96, 106)),
    (70, 70, RIGHT, 70),
    *((x, TOP, x, 106) for x in (LEFT, 70, RIGHT)),
    (110, 70, 110, 106),
)
ROWS = [
    ["堤段", "长度"],
    ["修复前", "修复后"],
    ["云汀大堤东段二号", "三百米", "四百米"],
    ["柳泾", "五百米", ""],
]


def _cells() -> str:
    return "".join(text_object(code(text), y, 'Size="6"', x) for text, x, y in CELLS)


def _path(box: Iterable[float], data: str, attributes: str = "") -> str:
    boundary = " ".join(map(str, box))
    return f'<PathObject Boundary="{boundary}" {attributes}><AbbreviatedData>{data}</AbbreviatedData></PathObject>'


def _stroked(lines: Iterable[Line]) -> str:
    """A path for each line, in a box of its own."""
    return "".join(_path((x, y, u - x, v - y), f"M 0 0 L {u - x} {v - y}", 'LineWidth="0.3"') for x, y, u, v in lines)


def _filled(lines: Iterable[Line]) -> str:
    """A thin filled box for each line, drawn in points."""
    return "".join(
        _path(
            (x, y, u - x + 0.3, v - y + 0.3),
            "M 0 0 L {0} 0 L {0} {1} L 0 {1} C".format((u - x + 0.3) * 4, (v - y + 0.3) * 4),
            'CTM="0.25 0 0 0.25 0 0" Stroke="false" Fill="true"',
        )
        for x, y, u, v in lines
    )


def _at_once(lines: Iterable[Line]) -> str:
    """One path that draws all."""
    return _path((0, 0, 210, 297), "".join(f"S {x} {y}L {u} {v}" for x, y, u, v in lines))


def _boxed(_lines: Iterable[Line]) -> str:
    """A stroked box for each cell."""
    boxes = [(LEFT, TOP, 70, 80), (70, TOP, RIGHT, 70), (70, 70, 110, 80), (110, 70, RIGHT, 80)]
    boxes += [(x, y, u, v) for y, v in ((80, 96), (96, 106)) for x, u in ((LEFT, 70), (70, 110), (110, RIGHT))]
    return "".join(
        _path((x, y, u - x, v - y), f"M 0 0 L {u - x} 0 L {u - x} {v - y} L 0 {v - y} C") for x, y, u, v in boxes
    )


def _tables(found: Draft) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in block.rows] for block in found.blocks if block.rows]


@pytest.mark.parametrize("drawn", [_stroked, _filled, _at_once, _boxed])
def test_a_table_is_read_by_the_lines_between_its_cells(drawn: Callable[[Iterable[Line]], str]) -> None:
    found = draft(ofd(parts={CONTENT: page(TITLE, drawn(LINES), _cells())}))
    assert found.facts.title == "堤段隐患清单"
    assert _tables(found) == [ROWS]
    (table,) = (block for block in found.blocks if block.rows)
    assert [(cell.rows, cell.fields) for cell in table.rows[0]] == [(2, 1), (1, 2)]


@pytest.mark.parametrize(
    "drawn",
    [
        _stroked(LINES).replace("<PathObject", '<PathObject Visible="false"'),
        _stroked(LINES).replace("<PathObject", '<PathObject Stroke="false"'),
        _at_once(LINES).replace("S ", "Q 1 1 ").replace("L ", "B 1 1 2 2 "),
        _path((0, 0, 210, 297), "M x y L 1 L L C C S S 1e999 0 L 1 1"),
        _path((0, 0, 210, 297), "".join(f"M {n} 0 L {n} 200 M 0 {n} L 200 {n}" for n in range(1, 4000))),
        "<PathObject/>",
    ],
)
def test_paths_that_draw_no_lines_or_too_many_rule_no_table(drawn: str) -> None:
    found = draft(ofd(parts={CONTENT: page(TITLE, drawn, _cells())}))
    assert ROWS not in _tables(found)
    assert "云汀大堤东" in found.body


def test_the_lines_of_a_composite_object_and_of_a_page_shown_turned_rule_tables() -> None:
    unit = f'<CompositeGraphicUnit ID="30"><Content>{_stroked(LINES)}{_cells()}</Content></CompositeGraphicUnit>'
    resources = f"<Res><CompositeGraphicUnits>{unit}</CompositeGraphicUnits></Res>"
    turned = '<CompositeObject Boundary="0 0 0 0" ResourceID="30" CTM="0 1 -1 0 200 0"/>'
    parts = {
        CONTENT: page(turned, beside="<PageRes>U.xml</PageRes>"),
        "Doc_0/Pages/Page_0/U.xml": resources,
    }
    assert _tables(draft(ofd(parts=parts))) == [ROWS]


def test_a_form_is_read_by_the_lines_of_the_template_that_its_page_alone_is_printed_on() -> None:
    parts = {
        CONTENT: page(_cells(), beside='<Template TemplateID="70"/>'),
        DOCUMENT: document("Pages/Page_0/Content.xml", common='<TemplatePage ID="70" BaseLoc="T.xml"/>'),
        "Doc_0/T.xml": page(TITLE, _stroked(LINES)),
    }
    found = draft(ofd(parts=parts))
    assert (found.facts.title, _tables(found)) == ("堤段隐患清单", [ROWS])


def test_a_table_goes_on_on_the_next_page() -> None:
    second = CONTENT.replace("Page_0", "Page_1")
    parts = {
        CONTENT: page(TITLE, _stroked(LINES), _cells()),
        second: page(_stroked(LINES), _cells().replace("云汀", "东河").replace("柳泾", "芦桥")),
        DOCUMENT: document("Pages/Page_0/Content.xml", "Pages/Page_1/Content.xml"),
    }
    again = [["东河大堤东段二号", "三百米", "四百米"], ["芦桥", "五百米", ""]]
    assert _tables(draft(ofd(parts=parts))) == [[*ROWS, *again]]


def test_a_table_wider_than_the_text_leaves_its_paragraphs_whole() -> None:
    text = "各镇要逐村排查风险隐患登记入册备足抢险物资落实值班制度" * 2
    lines = [text[:18], text[18:38], text[38:]]
    objects = [text_object(code(line), 120 + 10 * at, 'Size="6"', 45 if at else 57) for at, line in enumerate(lines)]
    found = draft(ofd(parts={CONTENT: page(TITLE, _stroked(LINES), _cells(), *objects)}))
    assert found.body.splitlines()[-1] == text
