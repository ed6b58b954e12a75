"""The formats that bulletins can be exported in beside PDF: a new one is a file and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from xinhui_viewer.exporters import html_page
from xinhui_viewer.exporters.bibtex import bibtex
from xinhui_viewer.exporters.csl_json import csl_json
from xinhui_viewer.exporters.csv_rows import csv_head, csv_row
from xinhui_viewer.exporters.html_page import Pictures
from xinhui_viewer.exporters.json_list import json_object
from xinhui_viewer.exporters.markdown import markdown
from xinhui_viewer.exporters.plain_text import plain_text
from xinhui_viewer.exporters.ris import ris
from xinhui_viewer.i18n import N_
from xinhui_viewer.records import Bulletin


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write bulletins: ``name`` on the command line, the ``ending`` of files, its ``label`` for users.

    ``one`` gives a bulletin's text; ``before``, ``between`` and ``after`` what stands around them in a file of several.
    """

    name: str
    ending: str
    label: str
    one: Callable[[Bulletin, Pictures], str]
    before: Callable[[str], str] = lambda title: ""
    between: str = "\n"
    after: str = ""


_LIST: tuple[Callable[[str], str], str, str] = (lambda _: "[\n", ",\n", "\n]\n")  # of JSON
FORMATS = (
    Format("markdown", "md", N_("Markdown"), lambda one, _: markdown(one), between="\n---\n\n"),
    Format(
        "json", "json", N_("JSON, all that is known"), lambda one, _: json_object(one), lambda _: "[\n", ",\n", "\n]\n"
    ),
    Format("csv", "csv", N_("CSV table"), lambda one, _: csv_row(one), lambda _: csv_head(), ""),
    Format("text", "txt", N_("Plain text"), lambda one, _: plain_text(one), between="\f\n"),
    Format("html", "html", N_("Web page"), html_page.article, html_page.head, "", html_page.FOOT),
    Format("ris", "ris", N_("RIS references"), lambda one, _: ris(one)),
    Format("bibtex", "bib", N_("BibTeX references"), lambda one, _: bibtex(one)),
    Format("csl", "csl.json", N_("CSL-JSON references"), lambda one, _: csl_json(one), *_LIST),
)


def named(name: str) -> Format:
    """Return the format of a name."""
    return next(one for one in FORMATS if one.name == name)


def written(kind: Format, bulletins: Iterable[Bulletin], pictures: Pictures, title: str) -> Iterator[bytes]:
    """Yield a file of bulletins in UTF-8, one bulletin in memory at a time."""
    yield kind.before(title).encode("utf-8", "replace")
    for n, one in enumerate(bulletins):
        text = kind.one(one, pictures)
        yield (f"{kind.between}{text}" if n else text).encode("utf-8", "replace")
    yield kind.after.encode()
