"""The title in the description of a file, which may be stale: it counts where the text of the file speaks of it."""

from __future__ import annotations

import re
from itertools import pairwise

from xinhui_viewer.importers.heads.letterhead import squeezed

_SHARE = 0.5  # of its pairs of Han characters that the text has
_HAN = re.compile("[\u4e00-\u9fff]")


def is_spoken_of(named: str, text: str) -> bool:
    """Return whether a text has most pairs of characters of a title; True where there is no text to judge by."""
    han = _HAN.findall(named)
    pairs = {first + other for first, other in pairwise(han)}
    solid = squeezed(text)
    if not _HAN.search(solid) or not pairs:
        return True
    return sum(pair in solid for pair in pairs) >= _SHARE * len(pairs)
