"""Join a column's path into one text, 首页 > 公告, and split it again; a backslash escapes a sign inside a step."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIGNS = ">›＞"
_DIVIDED = re.compile(rf"((?:\\[\\{_SIGNS}]|[^{_SIGNS}])*)(?:[{_SIGNS}]|\Z)", re.DOTALL)
_ESCAPED = re.compile(rf"\\([\\{_SIGNS}])")


def one_text(path: Iterable[str]) -> str:
    """Return a path as the text that ``steps`` reads."""
    return " > ".join(re.sub(rf"([\\{_SIGNS}])", r"\\\1", step) for step in path)


def steps(text: str) -> tuple[str, ...]:
    """Return the steps of a path, without the blanks around them and without empty ones."""
    found = (_ESCAPED.sub(r"\1", match[1]).strip() for match in _DIVIDED.finditer(text))
    return tuple(step for step in found if step)


def divides(text: str) -> bool:
    """Return whether a text has a sign that divides steps."""
    return any(match.end() > match.end(1) for match in _DIVIDED.finditer(text))
