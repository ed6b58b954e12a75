"""Bulletins as Markdown (CommonMark with GitHub's tables): no part of the text is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xinhui_viewer.exporters.facts import exported
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin
from xinhui_viewer.text.grid import Grid
from xinhui_viewer.text.lines import Image, Line, walk

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&!])")
# Signs that begin a list, a quotation, a rule or a heading of Markdown at the start of a line.
_BEGINNING = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))")
# Bold ends before punctuation: between punctuation and a letter, Markdown does not take ** for its end.
_SIGNS_BEHIND = re.compile(r"[\W_]*$")


def markdown(one: Bulletin) -> str:
    """Return one bulletin as Markdown, its sections as headings below its title."""
    title = _inline(one.facts.title) or tr("(untitled)")
    facts = (tr("{name}: {value}").format(name=_inline(name), value=_inline(value)) for name, value in exported(one))
    lines = [f"# {title}", "", *(f"- {fact}" for fact in facts)]
    for piece in walk(one.body, one.blocks, one.sections):
        lines.append("")
        if isinstance(piece, Line):
            lines.append(_line(one.body, piece))
        elif isinstance(piece, Image):
            lines.append(_image(piece.name, one.body[piece.start : piece.end]))
        else:
            lines += _table(piece)
    return "\n".join((*lines, ""))


def _line(body: str, line: Line) -> str:
    if line.heading:
        return f"{'#' * (line.level + 1)} {_inline(body[line.start : line.end])}"
    bold = _SIGNS_BEHIND.sub("", body[line.start : line.lead])
    if not bold:
        return _plain(body[line.start : line.end])
    behind = body[line.start + len(bold) : line.end]
    return f"**{_inline(bold)}**{' ' if behind[:1].isspace() else ''}{_inline(behind)}"


def _image(name: str, caption: str) -> str:
    return f"![{_inline(caption)}](<{name.replace('<', '%3C').replace('>', '%3E')}>)"


def _table(table: Grid) -> Iterator[str]:
    for n, row in enumerate(table.by_row()):
        texts = [""] * table.fields
        for cell in row:
            texts[cell.field] = _inline(cell.text)
        yield f"| {' | '.join(texts)} |"
        if n == 0:
            yield f"|{' --- |' * table.fields}"


def _inline(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _plain(text: str) -> str:
    return _BEGINNING.sub(lambda found: f"\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}", _inline(text))
