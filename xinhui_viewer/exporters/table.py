"""The templates for paper and the formats of data: a new one is a file beside this one and a row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xinhui_viewer.exporters import citations, digest, html_page, official, sheet
from xinhui_viewer.exporters.bibtex import bibtex
from xinhui_viewer.exporters.csl_json import csl_json
from xinhui_viewer.exporters.csv_rows import csv_head, csv_row
from xinhui_viewer.exporters.html_page import Pictures
from xinhui_viewer.exporters.json_list import json_object
from xinhui_viewer.exporters.markdown import markdown
from xinhui_viewer.exporters.plain_text import plain_text
from xinhui_viewer.exporters.ris import ris
from xinhui_viewer.i18n import N_
from xinhui_viewer.records import Bulletin, Layout, Summary


@dataclass(frozen=True, slots=True)
class Template:
    """A way to put bulletins on paper: ``name`` on the command line, its ``label`` for users, the ``data`` it prints.

    ``parts`` of PARTS can be left out of it. It takes the ``most`` bulletins that can be typeset in one go. ``whole``
    asks for their whole text, ``sized`` says that it follows the size of text that the layout asks for, and ``joined``
    that a long one is typeset in pieces, as exporters/parts.py does. Its page in resources/typst has its name, or that
    of ``page``.
    """

    name: str
    label: str
    data: Callable[[Summary, Layout], dict[str, Any]]
    parts: tuple[str, ...]
    most: int
    whole: bool = False
    sized: bool = True
    joined: bool = False
    page: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write bulletins: ``name`` on the command line, the ``ending`` of files, its ``label`` for users.

    ``one`` formats a bulletin; ``before``, ``between`` and ``after`` are written around them in a file of several.
    """

    name: str
    ending: str
    label: str
    one: Callable[[Bulletin, Pictures], str]
    before: Callable[[str], str] = lambda title: ""
    between: str = "\n"
    after: str = ""


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A size of paper: its ``label`` for users, its sides in millimetres."""

    label: str
    width: int
    height: int


SIZES = {
    "a4": SheetSize("A4", 210, 297),
    "a3": SheetSize("A3", 297, 420),
    "16k": SheetSize(N_("16K (184 × 260 mm)"), 184, 260),
}
FONTS = {"serif": N_("Song (serif)"), "sans": N_("Hei (sans)"), "kai": N_("Kai")}  # of resources/typst/base.typ
# The parts that can be left out of a template that prints them.
PARTS = {
    "facts": N_("Source, date, address, checksum"),
    "lead": N_("Beginning of the text"),
    "outline": N_("Sections and key points"),
    "figures": N_("Key figures"),
    "extracts": N_("Passages found"),
    "sources": N_("Index of sources"),
}
_OF_A_SHEET = ("facts", "lead", "outline", "figures", "extracts")
# All pages of a document are in memory while it is typeset: 200 sheets take 350 MB, 5,000 references 480 MB.
TEMPLATES = (
    Template("sheet", N_("Summary sheets"), sheet.data, _OF_A_SHEET, 250),
    Template(
        "digest",
        N_("Digest with extracts"),
        digest.data,
        (*_OF_A_SHEET, "sources"),
        5000,
        joined=True,
    ),
    Template("official", N_("Full text, official style"), official.data, ("facts",), 250, whole=True, sized=False),
    Template("citations", N_("List of references"), citations.data, ("facts",), 5000),
)

_LIST: tuple[Callable[[str], str], str, str] = (lambda _: "[\n", ",\n", "\n]\n")  # of JSON
FORMATS = (
    Format("markdown", "md", N_("Markdown"), lambda one, _: markdown(one), between="\n---\n\n"),
    Format("json", "json", N_("JSON, all information"), lambda one, _: json_object(one), *_LIST),
    Format("csv", "csv", N_("CSV table"), lambda one, _: csv_row(one), lambda _: csv_head(), ""),
    Format("text", "txt", N_("Plain text"), lambda one, _: plain_text(one), between="\f\n"),
    Format("html", "html", N_("Web page"), html_page.article, html_page.head, "", html_page.FOOT),
    Format("ris", "ris", N_("RIS references"), lambda one, _: ris(one)),
    Format("bibtex", "bib", N_("BibTeX references"), lambda one, _: bibtex(one)),
    Format("csl", "csl.json", N_("CSL-JSON references"), lambda one, _: csl_json(one), *_LIST),
)


def template(name: str) -> Template:
    """Return the template of a name."""
    return next(row for row in TEMPLATES if row.name == name)


def data_format(name: str) -> Format:
    """Return the data format of a name."""
    return next(row for row in FORMATS if row.name == name)
