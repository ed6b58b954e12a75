"""Full-width punctuation beside Han, as Chinese print has it; for display only."""

from __future__ import annotations

import re
from typing import Any

_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NEAR = rf"{_HAN}\u3001\u3002\u300a-\u3011\u2018-\u201d\uff00-\uffef"
# A sign after Han, or before Han when no letter or blank parts them; a pair of parentheses by what it holds.
_SIGN = re.compile(rf"(?<=[{_NEAR}])[,:;?!](?!//)|(?<=[\w%])[,:;?!](?=[{_HAN}])")
_PAIR = re.compile(rf"\((?=[^()\n]*[{_HAN}])([^()\n]*)\)|(?<=[{_HAN}])\(([^()\n]*)\)(?=[{_HAN}])")
_AS_IT_IS = ("url", "sha256", "pictures")


def widened(value: Any) -> Any:
    """Return data with the punctuation of its texts in full width; addresses and checksums stay as they are."""
    if isinstance(value, str):
        return full_width(value)
    if isinstance(value, dict):
        return {key: inner if key in _AS_IT_IS else widened(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [widened(inner) for inner in value]
    return value


def full_width(text: str) -> str:
    """Return a text with , : ; ? ! ( ) between Han in full width; its length does not change."""
    text = _PAIR.sub(lambda pair: f"（{pair[0][1:-1]}）", text)
    return _SIGN.sub(lambda sign: sign[0].translate(_WIDE), text)
