"""A search for key figures by words of the label and a bound on the value: 案件>100, 投资>=10亿, 办结率."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from xinhui_viewer.text.fold import fold

Operator = Literal["", ">", ">=", "<", "<=", "="]
_FORM = re.compile(r"(?P<label>[^<>=≥≤]*)(?P<operator>>=|<=|≥|≤|>|<|=)\s*(?P<number>-?[\d.,]+)\s*(?P<scale>[千万亿]*)")
_SCALES = {"千": 1e3, "万": 1e4, "亿": 1e8}
_OPERATORS: dict[str, Operator] = {">": ">", "<": "<", "=": "=", ">=": ">=", "<=": "<=", "≥": ">=", "≤": "<="}


class Comparison(NamedTuple):
    """Words of a label, folded, and a bound on its value; without an operator any value will do."""

    label: str
    operator: Operator = ""
    value: float = 0.0


def comparison(text: str) -> Comparison:
    """Return the comparison in a text; a bound that is no number counts as a word."""
    plain = re.sub(r"\s+", "", fold(text))
    found = _FORM.match(plain)
    if found is None:
        return Comparison(plain)
    try:
        value = float(found["number"].replace(",", ""))
    except ValueError:
        return Comparison(plain)
    for sign in found["scale"]:
        value *= _SCALES[sign]
    return Comparison(found["label"], _OPERATORS[found["operator"]], value)
