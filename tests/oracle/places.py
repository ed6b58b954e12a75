"""Compare with the oracle what list, reader, its pane, command line and paper show of what a query found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from click.testing import CliRunner
from PySide6.QtWidgets import QListView, QTextBrowser, QWidget

from tests.builders import archive, draft
from tests.oracle.oracle import Read, Span
from tests.oracle.queries import Part, Some, Wanted, typed
from tests.oracle.texts import Written
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.cli.searching import search
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.state import Place
from xinhui_viewer.gui.parts.theme import LIGHT
from xinhui_viewer.gui.reader.loading import loaded
from xinhui_viewer.gui.reader.matches import MatchesPane
from xinhui_viewer.gui.reader.matches_model import MATCH_ROLE, SPAN_ROLE
from xinhui_viewer.gui.reader.pane import ReaderPane
from xinhui_viewer.job import Job
from xinhui_viewer.records import Found, Hit, Word
from xinhui_viewer.search.asked import Asked, asked
from xinhui_viewer.search.find import find
from xinhui_viewer.search.sought import Sought
from xinhui_viewer.summary.compose import compose

_FLAT = str.maketrans("\n\t\r", "   ")
_SHOWN = 2  # hits of a query that are opened and printed


class Compared(ExitStack):
    """An archive of bulletins made by chance, and what is wrong with a query's marks in it, line by line."""

    def __init__(self, folder: Path, written: Sequence[Written]) -> None:
        super().__init__()
        self._path = archive(folder / "oracle.xhdb", *(draft(one.title, *one.body.split("\n")) for one in written))
        self._db = self.enter_context(reading(self._path))
        self._written = {n: one for n, one in enumerate(written, 1)}
        self._read = {n: Read(one) for n, one in self._written.items()}
        self._reader, self._pane = ReaderPane(), MatchesPane()
        self._reader.resize(600, 4000)  # it paints marks that are on show
        self._reader.show()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets in which marks are looked at."""
        return self._reader, self._pane

    def differences(self, query: Part) -> list[str]:
        """Return a line for everything that a place shows otherwise than the oracle."""
        text = typed(query)
        question = asked(self._db, text)
        found = find(question, "relevance", 300)
        wrong = [*self._rows(query, question), *self._listed(query, found), *self._printed(text, found)]
        for hit in _some(found):
            marks = self._marks(query, found, hit, "body")
            wrong += self._opened(question, found, hit, marks)
            if not hit.partial:
                wrong += self._on_paper(question, hit, marks)
        return [f"{text}: {line}" for line in wrong]

    def _rows(self, query: Part, question: Asked) -> Iterator[str]:
        there = {hit.id for hit in find(question, "newest", 300, excerpts=False).hits}
        wanted = {n for n, one in self._read.items() if one.holds(query)}
        if there != wanted:
            yield f"finds {sorted(there - wanted)} too many, {sorted(wanted - there)} too few"

    def _marks(self, query: Part, found: Found, hit: Hit, place: str) -> tuple[Span, ...]:
        pieces = Some(tuple(Wanted(form.rstrip("*"), begins=form.endswith("*")) for form in found.sought))
        return self._read[hit.id].marks(pieces if hit.partial else query, place)  # type: ignore[arg-type]

    def _listed(self, query: Part, found: Found) -> Iterator[str]:
        for hit in found.hits:
            if hit.suggested:
                continue
            marks, body = self._marks(query, found, hit, "body"), self._written[hit.id].body
            if hit.count != len(marks):
                yield f"#{hit.id} counts {hit.count}, not {len(marks)}"
            if hit.title_spans != (titled := self._marks(query, found, hit, "title")):
                yield f"#{hit.id} marks {hit.title_spans} in its title, not {titled}"
            if hit.spans and not _is_at(hit.excerpt, hit.spans, body, marks, hit.offset - hit.spans[0][0]):
                yield f"#{hit.id} marks {_pieces(hit.excerpt, hit.spans)} in {hit.excerpt!r}"

    def _printed(self, text: str, found: Found) -> Iterator[str]:
        ran = CliRunner().invoke(search, [str(self._path), text, "--limit", "300", "--json"])
        hits = json.loads(ran.output)["hits"] if ran.exit_code == 0 else []
        said = [(one["id"], one["count"], one["excerpt"], one["spans"], one["title_spans"]) for one in hits]
        listed = [(one.id, one.count, one.excerpt, _lists(one.spans), _lists(one.title_spans)) for one in found.hits]
        if said != listed:
            yield "is printed otherwise than listed"

    def _opened(self, question: Asked, found: Found, hit: Hit, marks: Sequence[Span]) -> Iterator[str]:
        body = self._written[hit.id].body
        sought = Sought(question.root, question.body_words, tuple(map(Word, found.sought)))
        opened = loaded(Opened(self._path), Place(hit.id), sought, Job())
        if opened.spans != tuple(marks):
            yield f"#{hit.id} is opened with {_pieces(body, opened.spans)}, not {_pieces(body, marks)}"
        self._reader.show_bulletin(opened.whole.bulletin, LIGHT, opened.whole)
        self._reader.show_matches(opened.spans)
        view = self._reader.findChild(QTextBrowser)
        assert isinstance(view, QTextBrowser)
        painted = [one.cursor.selectedText().replace("\u2029", "\n") for one in view.extraSelections()]
        if painted != [_as_painted(piece) for piece in _pieces(body, marks)]:
            yield f"#{hit.id} is painted with {painted}, not {_pieces(body, marks)}"
        self._pane.show_spans(opened.whole.bulletin, opened.spans)
        if (rows := self._pane_rows()) != [piece.translate(_FLAT) for piece in _pieces(body, marks)]:
            yield f"#{hit.id} has {rows} beside it"

    def _pane_rows(self) -> list[str]:
        view = self._pane.findChild(QListView)
        assert isinstance(view, QListView)
        entries = [view.model().index(n, 0) for n in range(view.model().rowCount())]
        matches = [entry for entry in entries if entry.data(MATCH_ROLE) >= 0]
        return [entry.data()[slice(*entry.data(SPAN_ROLE))] for entry in matches]

    def _on_paper(self, question: Asked, hit: Hit, marks: Sequence[Span]) -> Iterator[str]:
        body = self._written[hit.id].body
        (entry,) = compose(self._db, (hit.id,), query=question.query).entries
        if bool(entry.extracts) != bool(marks):
            yield f"#{hit.id} has {len(entry.extracts)} extracts"
        for one in entry.extracts:
            if not any(_is_at(one.text, one.spans, body, marks, at) for at in _places(one.text, body)):
                yield f"#{hit.id} is printed with {_pieces(one.text, one.spans)} in {one.text!r}"


def _some(found: Found) -> list[Hit]:
    """Return some full and some partial hits."""
    full = [hit for hit in found.hits if not hit.partial]
    partial = [hit for hit in found.hits if hit.partial and not hit.suggested]
    return [*full[:_SHOWN], *partial[:1]]


def _is_at(text: str, spans: Sequence[Span], body: str, marks: Sequence[Span], by: int) -> bool:
    """Return whether an excerpt stands in a body, moved so far, with the marks that lie in it."""
    first, last = text.startswith("…"), len(text) - text.endswith("…")
    start, end = first + by, last + by
    if start < 0 or body[start:end].translate(_FLAT) != text[first:last]:
        return False
    return [(one + by, other + by) for one, other in spans] == [
        mark for mark in marks if mark[0] >= start and mark[1] <= end
    ]


def _as_painted(piece: str) -> str:
    """Return a piece as the reader shows it: invisible signs visible (gui/reader/signs.py), no blanks at line ends."""
    return re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", piece.replace("\u200b", "◇"))


def _places(text: str, body: str) -> Iterator[int]:
    core, flat = text.strip("…"), body.translate(_FLAT)
    at = flat.find(core)
    while at >= 0:
        yield at - text.startswith("…")
        at = flat.find(core, at + 1)


def _pieces(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _lists(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]
