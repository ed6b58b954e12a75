"""The elements of a page that their style hides, strikes out or makes bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from xinhui_viewer.importers.web.prose.names import Name, name_of

LEFT_OUT, BOLD = 1, 2
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ABSENT = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WAITING = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE)
# Few styles say any of it. Parts of words, without letters that have a third case (s and the long s, i and dotless i).
_STYLED = '[style]:is([style*="play" i], [style*="dden" i], [style*="nt-we" i], [style*="-throu" i]), del, s, strike'
_DELETIONS = frozenset(("del", "s", "strike"))
_PARAGRAPHS = "p, div, table, ul, ol"
_UNSEEN = "script, style, noscript, template, textarea, select"


def styles(root: Any, *, scripted: bool) -> dict[int, int]:
    """Return LEFT_OUT or BOLD for the elements below one that are so, by their place in memory.

    Hidden ones are left out, and deletions beside other text. What keeps its place while it is hidden and is named as
    text is shown once it is loaded: WeChat's articles are. Where ``scripted`` is false, a script may show what is
    hidden: only what has no place on the page is left out then, and only beside more text that waits in its place.
    """
    found: dict[int, int] = {}
    struck, absent, waiting = [], [], []
    for node in root.css(_STYLED):
        style = node.attrs.get("style") or ""
        if _ABSENT.search(style):
            absent.append(node)
        elif _WAITING.search(style):
            if name_of(node) is not Name.TEXT:
                waiting.append(node)
        elif node.tag in _DELETIONS or _STRUCK.search(style):
            struck.append(node)
        elif _BOLD_STYLE.search(style):
            found[node.mem_id] = BOLD
    left_out = _hidden(absent, waiting, scripted=scripted) + _deletions(struck, root)
    return found | {node.mem_id: LEFT_OUT for node in left_out}


def _hidden(absent: list[Any], waiting: list[Any], *, scripted: bool) -> list[Any]:
    if scripted:
        return absent + waiting
    return list(absent) if _length(absent) < _length(waiting) else []


def _deletions(struck: list[Any], root: Any) -> list[Any]:
    """Return the struck elements that correct a text: without paragraphs, as a text out of force has, and no more."""
    found = [node for node in struck if node.css_first(_PARAGRAPHS) is None]
    return found if found and _is_less_than_half(found, root) else []


def _length(nodes: list[Any]) -> int:
    """Return the length of the text in elements; in those inside others it counts once."""
    return sum(len(node.text()) for node in _outermost(nodes))


def _outermost(nodes: list[Any]) -> Iterator[Any]:
    """Yield the elements that are in no other of some; each element around them is visited once."""
    inside: set[int] = {node.mem_id for node in nodes}
    outside: set[int] = set()
    for node in nodes:
        passed: list[int] = []
        around = node.parent
        while around is not None and around.mem_id not in inside and around.mem_id not in outside:
            passed.append(around.mem_id)
            around = around.parent
        if around is not None and around.mem_id in inside:
            inside.update(passed)
        else:
            outside.update(passed)
            yield node


def _is_less_than_half(struck: list[Any], root: Any) -> bool:
    """Return whether elements hold at most half of the text below another; nested ones count again."""
    left = len(root.text()) - _length(root.css(_UNSEEN))
    for node in struck:
        left -= 2 * len(node.text())
        if left < 0:
            return False
    return True
