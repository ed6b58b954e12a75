"""Leave out the lists of contents of printed documents, before their lines are joined into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.importers.heads.contents import contents
from xinhui_viewer.importers.printed.lines import Line

Pages = tuple[tuple[Line, ...], ...]


def without_contents(pages: Sequence[tuple[Line, ...]]) -> Pages:
    """Return pages without lists of contents; all of a document that is nothing else."""
    lines = [line for page in pages for line in page]
    listed = contents(["" if line.rows else line.text for line in lines])
    hidden = {id(lines[at]) for at in listed}
    return tuple(tuple(line for line in page if id(line) not in hidden) for page in pages)
