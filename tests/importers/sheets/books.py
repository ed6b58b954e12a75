"""Workbooks written for the tests part by part: what calamine and a reader of marks need, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.importers.office_files import packed
from xinhui_viewer.importers.sheets import sheets
from xinhui_viewer.records import Draft

_SPACE = "http://schemas.openxmlformats.org"
_MAIN = f"{_SPACE}/spreadsheetml/2006/main"
_RELATED = f"{_SPACE}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
# Styles by their number: 1 a share, 2 a day, 3 a month, 4 a share of one decimal, 5 hours.
_FORMATS = (
    '<numFmts count="3"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
    '<numFmt numFmtId="171" formatCode="0.0%"/><numFmt numFmtId="172" formatCode="[h]:mm"/></numFmts>'
)
_STYLES = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 10, 14, 170, 171, 172))
SHARE, DAY, MONTH, SHARE_1, HOURS = range(1, 6)


@dataclass(frozen=True)
class Styled:
    """A number as a sheet stores it, with the number of its style."""

    value: float
    style: int


@dataclass(frozen=True)
class Raw:
    """A cell as XML behind its place: attributes and content."""

    attributes: str
    content: str


Written = str | float | Styled | Raw | None


@dataclass(frozen=True)
class Page:
    """A sheet: its rows, the areas that show as one cell (A1:B2), and whether it is hidden."""

    name: str
    rows: Sequence[Sequence[Written]]
    merged: Sequence[str] = ()
    hidden: bool = False


def book(*pages: Page, beside: Mapping[str, str | bytes] | None = None, strewn: str = "") -> bytes:
    """An XLSX file of some sheets; ``strewn`` are further rows of the first, as XML."""
    numbers = range(1, len(pages) + 1)
    listed = "".join(
        f'<sheet name="{page.name}" sheetId="{n}" r:id="r{n}" state="{"hidden" if page.hidden else "visible"}"/>'
        for n, page in zip(numbers, pages, strict=True)
    )
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATED}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    styles = f'<Relationship Id="styles" Type="{_RELATED}/styles" Target="styles.xml"/>'
    package = f'<Relationship Id="r1" Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/>'
    space = f"{_SPACE}/package/2006/relationships"
    return packed(
        {
            "_rels/.rels": f'<Relationships xmlns="{space}">{package}</Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{space}">{related}{styles}</Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{_FORMATS}<cellXfs>{_STYLES}</cellXfs></styleSheet>',
            **{
                f"xl/worksheets/sheet{n}.xml": _sheet(page, strewn if n == 1 else "")
                for n, page in zip(numbers, pages, strict=True)
            },
            "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}"/></Types>',
            **(beside or {}),
        }
    )


def drafts(*pages: Page, name: str = "统计表.xlsx") -> tuple[Draft, ...]:
    """The bulletins of a workbook."""
    return sheets.read(book(*pages), name)


def only(
    *rows: Sequence[Written], merged: Sequence[str] = (), name: str = "统计表.xlsx", sheet: str = "Sheet1"
) -> Draft:
    """The bulletin of a workbook of one sheet."""
    (draft,) = drafts(Page(sheet, rows, merged), name=name)
    return draft


def tables(draft: Draft) -> list[list[list[str]]]:
    """The texts of a bulletin's tables."""
    return [[[cell.text for cell in row] for row in block.rows] for block in draft.blocks if block.kind == "table"]


def lines(draft: Draft) -> list[str]:
    """The lines of a bulletin outside its tables."""
    return [draft.body[block.start : block.end] for block in draft.blocks if block.kind != "table"]


def _sheet(page: Page, strewn: str) -> str:
    rows = "".join(
        f'<row r="{n}">{"".join(_cell(value, f"{_letters(at)}{n}") for at, value in enumerate(row))}</row>'
        for n, row in enumerate(page.rows, 1)
    )
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in page.merged)
    merged = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}{strewn}</sheetData>{merged}</worksheet>'


def _cell(value: Written, place: str) -> str:
    match value:
        case None:
            return f'<c r="{place}"/>'
        case str():
            return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
        case Styled():
            return f'<c r="{place}" s="{value.style}"><v>{value.value!r}</v></c>'
        case Raw():
            return f'<c r="{place}" {value.attributes}>{value.content}</c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'


def _letters(field: int) -> str:
    return chr(65 + field) if field < 26 else chr(64 + field // 26) + chr(65 + field % 26)
