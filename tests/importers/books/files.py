"""EPUBs made of chapters of the tests' own."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
TITLE = "云汀年鉴（2019）"
METADATA = (
    f"<dc:title>{TITLE}</dc:title><dc:creator>云汀区地方志办公室</dc:creator>"
    "<dc:publisher>云汀出版社</dc:publisher><dc:date>2020-05-06</dc:date>"
)


def chapter(body: str) -> str:
    """An XHTML file with a body."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
    )


def ncx(*points: tuple[str, str]) -> str:
    """A table of contents of EPUB 2: labels and addresses on one level."""
    shown = "".join(
        f'<navPoint><navLabel><text>{label}</text></navLabel><content src="{address}"/></navPoint>'
        for label, address in points
    )
    return (
        '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{shown}</navMap></ncx>'
    )


def epub(
    chapters: Mapping[str, str | bytes], contents: str, metadata: str = METADATA, more: dict[str, bytes] | None = None
) -> bytes:
    """A book of chapters by file name, with an NCX or, where it holds one, a navigation document."""
    navigates = "<nav" in contents
    name, kind = ("nav.xhtml", 'properties="nav"') if navigates else ("toc.ncx", "")
    items = f'<item id="toc" href="{name}" {kind} media-type="application/{"xhtml" if navigates else "x-dtbncx"}+xml"/>'
    references = ""
    for number, place in enumerate(chapters):
        items += f'<item id="c{number}" href="{place}" media-type="application/xhtml+xml"/>'
        references += f'<itemref idref="c{number}"/>'
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<metadata>{metadata}</metadata><manifest>{items}</manifest><spine toc="toc">{references}</spine></package>'
    )
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", package)
        archive.writestr(f"OPS/{name}", contents)
        for place, text in chapters.items():
            archive.writestr(f"OPS/{place}", text)
        for place, content in (more or {}).items():
            archive.writestr(place, content)
    return made.getvalue()
