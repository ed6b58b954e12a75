"""The trace of a page: what it tells its siblings, small enough to be sent to another process."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.site.beside_date import Piece, dated_line, pieces
from xinhui_viewer.importers.web.site.list_entries import Entry, entries
from xinhui_viewer.importers.web.site.marks import place
from xinhui_viewer.importers.web.site.own_text import Path, elements, prose, prose_places

_LABELLED = re.compile("来源|來源|稿源|出处|发布机构|发布单位|信息提供")
_FIRST, _LAST = 300, 100  # lines of a page that tell
_SHARE = 0.25  # of the prose, which an element holds that may be the text
_LONGEST_PATH, _LONGEST_NAME = 120, 400  # characters


@dataclass(frozen=True, slots=True)
class Trace:
    """The lines of a page (the mark, the prose and the path of each), and the facts that it gives with their places.

    ``elements`` are those that hold much prose, by number and the mark of their place. ``name`` is the text of <title>;
    ``source`` is empty where no label 来源 stands before it. ``places`` are pairs of a fact and the mark of its place,
    ``beside`` is what stands beside the date without a label, ``links`` are the pages that it links to with a date.
    """

    marks: tuple[int, ...] = ()
    prose: tuple[int, ...] = ()
    paths: tuple[Path, ...] = ()
    prose_places: tuple[int, ...] = ()
    elements: tuple[tuple[int, int], ...] = ()
    host: str = ""
    name: str = ""
    published: date | None = None
    site_name: str = ""
    source: str = ""
    columns: tuple[str, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    beside: tuple[Piece, ...] = ()
    links: tuple[Entry, ...] = ()

    @property
    def outside(self) -> frozenset[int]:
        """The marks of the lines that are no prose."""
        return frozenset(mark for mark, weight in zip(self.marks, self.prose, strict=True) if not weight)


def trace(page: Page, facts: Facts, path: Callable[[], tuple[str, ...]]) -> Trace:
    """Return the trace of a page with the facts that were read from it.

    ``path`` returns the columns of a list's entries; it is asked only of a page with entries, for telling lists costs.
    """
    told = [*page.lines[:_FIRST], *page.lines[_FIRST:][-_LAST:]]
    seen = [*page.marks[:_FIRST], *page.marks[_FIRST:][-_LAST:]]
    title = _title_line(page.lines, facts.title)
    dated = dated_line(page.lines, title, facts.published)
    trail = next((line for line in page.lines if _is_path(line, facts.columns)), None)
    standing = (("title", title), ("published", dated), ("columns", trail))
    return Trace(
        tuple(seen),
        tuple(map(prose, told)),
        tuple(line.path for line in told),
        tuple(prose_places(told)),
        tuple(elements(told, _SHARE)),
        _host(page.url or page.around.url),
        page.title[:_LONGEST_NAME],
        facts.published,
        page.metas.get("sitename", ""),
        facts.source if any(_is_labelled(line.text, facts.source) for line in page.lines) else "",
        facts.columns,
        tuple((fact, place(line.block)) for fact, line in standing if line is not None),
        tuple(pieces(page.lines, dated)) if dated is not None else (),
        _with_path(tuple(entries(page)), path),
    )


def _with_path(found: tuple[Entry, ...], path: Callable[[], tuple[str, ...]]) -> tuple[Entry, ...]:
    columns = path() if found else ()
    return tuple((addresses, replace(entry, columns=columns)) for addresses, entry in found) if columns else found


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _title_line(lines: Sequence[Line], title: str) -> Line | None:
    bare = "".join(title.split())
    same = (line for line in lines if bare and line.linked < len(line.text) and "".join(line.text.split()) == bare)
    return next(same, None)


def _is_path(line: Line, columns: tuple[str, ...]) -> bool:
    return len(columns) > 1 and len(line.text) < _LONGEST_PATH and all(step in line.text for step in columns)


def _is_labelled(text: str, source: str) -> bool:
    return bool(source) and source in text and len(text) <= 3 * _LONGEST_PATH and _LABELLED.search(text) is not None
