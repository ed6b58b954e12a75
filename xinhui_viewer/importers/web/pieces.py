"""The lines of a page as the pieces of a draft."""

from __future__ import annotations

import re

from xinhui_viewer.importers.finish import Piece
from xinhui_viewer.importers.line import Line

_LONGEST_HEADING = 80  # characters
_CAPTION = re.compile("[\u4e00-\u9fff]{2}")
_PATH = re.compile(  # in a caption
    r"^(?:QQ|微信)(?:图片|截图)[\s_\d-]*$|[A-Za-z]:[\\/]|\\\w|/\w+/|\.(?:jpe?g|png|gif|bmp|webp|tiff?)\b", re.IGNORECASE
)


def piece(line: Line, title: str) -> Piece:
    """Return the piece that a line of a page is; an image has no caption that repeats the page's title."""
    if line.image:
        return Piece("image", _caption(line.text, title), image=line.image)
    if line.rows:
        return Piece("table", line.text, rows=line.rows)
    if line.level and len(line.text) <= _LONGEST_HEADING:
        return Piece("heading", line.text, level=line.level, bold=True)
    return Piece("paragraph", line.text, 0, line.wholly_bold)


def _caption(text: str, title: str) -> str:
    """Return the alternative text of a picture; empty where it is the title, or a name of a file that nobody wrote."""
    own = text not in (title, "图片") and not _PATH.search(text)
    return text if own and _CAPTION.search(text) else ""
