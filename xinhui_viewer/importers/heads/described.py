"""The title in the description of a file, which may be stale: it counts where the text of the file speaks of it."""

from __future__ import annotations

import re
from itertools import pairwise

from xinhui_viewer.importers.heads.letterhead import squeezed

_SHARE = 0.4  # of its pairs of Han characters that the text has
# Words that titles have whatever they are about.
_FRAME = re.compile(
    "关于|进一步|做好|开展|印发|加强|全面|推进|召开|发布|有关|若干|工作|情况|事项|年度?|的|"
    "通知|公告|通告|公示|通报|意见|方案|办法|规定|报告|决定|请示|批复|函"
)
_HAN = re.compile("[\u4e00-\u9fff]")


def is_spoken_of(named: str, text: str) -> bool:
    """Return whether a text has most pairs of characters of a title; True where there is no text to judge by."""
    han = _HAN.findall(_FRAME.sub("", named))
    pairs = {first + other for first, other in pairwise(han)}
    solid = squeezed(text)
    if not _HAN.search(solid):
        return True
    if not pairs:  # 2009年年会的通知 has only words of frames: the text must have its numbers
        return all(number in solid for number in re.findall(r"\d+", named))
    return sum(pair in solid for pair in pairs) >= _SHARE * len(pairs)
