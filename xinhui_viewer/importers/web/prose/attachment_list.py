"""Find the end of the list of attachments under a text, so that its links are not taken for the site's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from xinhui_viewer.importers.line import Line

_SIGN = "附"  # in the head of each list: few lines have it
_HEAD = re.compile(r"\s*附[件表录]?(?:下载|列表)?[:：]?\s*$")
_FIRST = re.compile(r"\s*附[件表录]?[:：]?\s*[1１一][.．、]")  # a head with the first attachment in its line
_NUMBERED = re.compile(r"\s*[\d一二三四五六七八九十]{1,2}[.．、]")


def attachments_end(lines: Sequence[Line], among: tuple[int, ...]) -> int:
    """Return the number of the line behind the list of attachments, whose links stand among the paragraphs; else 0.

    ``among`` is the path of the element around the paragraphs. A list that begins in the line of its head goes on as
    long as its lines are numbered.
    """
    named = ((at, line.text) for at, line in enumerate(lines) if _SIGN in line.text)
    head = max((at for at, text in named if _HEAD.match(text) or _FIRST.match(text)), default=None)
    if head is None:
        return 0
    begun = _FIRST.match(lines[head].text) is not None
    below = takewhile(lambda line: line.path[:-1] == among, lines[head + 1 :])
    return head + 1 + sum(1 for _ in takewhile(lambda line: not begun or _NUMBERED.match(line.text), below))
