"""The elements of a page that their style hides, strikes out or makes bold."""

from __future__ import annotations

import re
from typing import Any

LEFT_OUT, BOLD = 1, 2
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE)
# Few styles say any of it. Parts of words, without letters that have a third case (s and the long s, i and dotless i).
_STYLED = '[style]:is([style*="play" i], [style*="dden" i], [style*="nt-we" i], [style*="-throu" i]), del, s, strike'
_DELETIONS = frozenset(("del", "s", "strike"))
_UNSEEN = "script, style, noscript, template, textarea, select"


def styles(root: Any, *, scripted: bool) -> dict[int, int]:
    """Return LEFT_OUT or BOLD for the elements below one that are so, by their place in memory.

    Hidden ones are left out (not where ``scripted`` is false: a script may show them), and deletions beside other text.
    """
    found: dict[int, int] = {}
    struck = []
    for node in root.css(_STYLED):
        style = node.attrs.get("style") or ""
        if scripted and _HIDDEN.search(style):
            found[node.mem_id] = LEFT_OUT
        elif node.tag in _DELETIONS or _STRUCK.search(style):
            struck.append(node)
        elif _BOLD_STYLE.search(style):
            found[node.mem_id] = BOLD
    if struck and 2 * _length(struck) <= len(root.text()) - _length(root.css(_UNSEEN)):
        found.update((node.mem_id, LEFT_OUT) for node in struck)
    return found


def _length(nodes: list[Any]) -> int:
    return sum(len(node.text()) for node in nodes)
