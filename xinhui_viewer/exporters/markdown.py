"""Bulletins as Markdown (CommonMark with GitHub's tables): nothing of the text is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xinhui_viewer.exporters.blocks import whole
from xinhui_viewer.exporters.facts import facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Block, Bulletin, Cell

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&!])")
# What begins a list, a quotation, a rule or a heading of Markdown where a line begins with it.
_BEGINNING = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))")
_DEEPEST = 6


def markdown(one: Bulletin) -> str:
    """Return one bulletin as Markdown, its sections as headings below its title."""
    lines = [f"# {_inline(one.title) or tr('(untitled)')}", ""]
    lines += [f"- {_inline(name)}: {_inline(value)}" for name, value in facts(one)]
    starts = {section.start: section.level for section in one.sections}
    for block in whole(one.body, one.blocks):
        lines += ["", *_block(one, block, starts)]
    return "\n".join((*lines, ""))


def _block(one: Bulletin, block: Block, starts: dict[int, int]) -> Iterator[str]:
    text = one.body[block.start : block.end]
    if block.kind == "table" and block.rows:
        yield from _table(block.rows)
    elif block.kind == "image":
        yield f"![{_inline(text)}](<{block.image.replace('<', '%3C').replace('>', '%3E')}>)"
    else:
        at = block.start
        for line in text.split("\n"):
            level = starts.get(at)
            if line.strip():
                yield f"{'#' * min(level + 1, _DEEPEST)} {_inline(line)}" if level else _line(line)
                yield ""
            at += len(line) + 1


def _table(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    fields = max((sum(cell.fields for cell in row) for row in rows), default=0)
    for n, row in enumerate(rows):
        cells = [text for cell in row for text in (_inline(cell.text), *[""] * (cell.fields - 1))]
        yield f"| {' | '.join((*cells, *[''] * (fields - len(cells))))} |"
        if n == 0:
            yield f"|{' --- |' * fields}"


def _inline(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _line(text: str) -> str:
    return _BEGINNING.sub(lambda found: f"\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}", _inline(text))
