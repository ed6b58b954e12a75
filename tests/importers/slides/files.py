"""Slide shows made of shapes of the tests' own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = f'xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    'PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'presentationml.presentation.main+xml"/></Types>'
)
POINT = 12_700


def place(x: float, y: float, width: float = 200, height: float = 40, *, tag: str = "a") -> str:
    """The place of a shape, in points."""
    left, top, wide, high = (int(one * POINT) for one in (x, y, width, height))
    return f'<{tag}:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></{tag}:xfrm>'


def paragraph(text: str, size: int = 0, properties: str = "") -> str:
    """A paragraph of one run, its letters of a size in points; "|" is a break."""
    look = f'<a:rPr sz="{size * 100}"/>' if size else "<a:rPr/>"
    runs = "<a:br/>".join(f"<a:r>{look}<a:t>{part}</a:t></a:r>" for part in text.split("|"))
    return f"<a:p>{properties}{runs}</a:p>"


def text(
    *paragraphs: str, at: tuple[float, float] | tuple[float, float, float, float] | None = None, role: str = ""
) -> str:
    """A shape with text at a place, or in a placeholder."""
    holder = f'<p:ph type="{role}"/>' if role else ""
    where = place(*at) if at else ""
    shown = "".join(one if one.startswith("<a:p>") else paragraph(one) for one in paragraphs)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name=""/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>'
        f"<p:txBody><a:bodyPr/>{shown}</p:txBody></p:sp>"
    )


def framed(content: str, x: float = 0, y: float = 300) -> str:
    """A frame with a table, a chart or a diagram."""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr/>{place(x, y, tag='p')}<a:graphic><a:graphicData>{content}"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def table(*rows: Sequence[str]) -> str:
    """A table with a head row; cells are texts, or elements."""
    shown = ""
    for row in rows:
        cells = (
            one if one.startswith("<a:tc") else f"<a:tc><a:txBody>{paragraph(one)}</a:txBody></a:tc>" for one in row
        )
        shown += f"<a:tr>{''.join(cells)}</a:tr>"
    return framed(f'<a:tbl><a:tblPr firstRow="1"/>{shown}</a:tbl>')


def slide(*shapes: str, attributes: str = "") -> str:
    """A slide of shapes."""
    return f"<p:sld {_SPACES} {attributes}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def relation(key: str, kind: str, target: str) -> str:
    """A reference to another part."""
    return f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'


def relations(*shown: str) -> str:
    """The references of a part."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(shown)}</Relationships>"
    )


def pptx(
    *slides: str, beside: Mapping[int, Sequence[str]] | None = None, parts: Mapping[str, bytes] | None = None
) -> bytes:
    """A show; ``beside`` are the references of slides, by their number from 1, and ``parts`` what these lead to."""
    made = BytesIO()
    listed = "".join(f'<p:sldId id="{256 + n}" r:id="r{n}"/>' for n in range(1, len(slides) + 1))
    own = (relation(f"r{n}", "slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1))
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", relations(relation("r1", "officeDocument", "ppt/presentation.xml")))
        archive.writestr(
            "ppt/presentation.xml", f"<p:presentation {_SPACES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>"
        )
        archive.writestr("ppt/_rels/presentation.xml.rels", relations(*own))
        for number, content in enumerate(slides, 1):
            archive.writestr(f"ppt/slides/slide{number}.xml", content)
            if beside and number in beside:
                archive.writestr(f"ppt/slides/_rels/slide{number}.xml.rels", relations(*beside[number]))
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return made.getvalue()
