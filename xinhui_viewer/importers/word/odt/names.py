"""The namespaces of OpenDocument 1.3 as prefixes of tags and attributes."""

from __future__ import annotations

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_BASE}text:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
OFFICE = f"{{{_BASE}office:1.0}}"
FO = f"{{{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{{{_BASE}svg-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def count(text: str | None, otherwise: int = 1, most: int = 1_000_000) -> int:
    """Return the number in an attribute, at most ``most``; ``otherwise`` when it is missing or none."""
    return min(int(text), most) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
