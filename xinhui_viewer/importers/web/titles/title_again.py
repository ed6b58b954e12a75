"""The title of a page, printed again at the beginning of its text, over one line or several."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.importers.line import Line

_MOST = 4  # lines over which a title is broken


def title_again(lines: Sequence[Line], title: str) -> range:
    """Return the lines, by their places in ``lines``, that are together the title again; empty without any."""
    wanted = "".join(title.split())
    for first, line in enumerate(lines):
        solid = "".join(line.text.split())
        end = first + 1
        while solid and solid != wanted and wanted.startswith(solid) and end < min(len(lines), first + _MOST):
            solid += "".join(lines[end].text.split())
            end += 1
        if solid == wanted and wanted:
            return range(first, end)
    return range(0)
