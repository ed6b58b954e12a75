"""What Chinese and Arabic numerals are worth."""

from __future__ import annotations

import re
import unicodedata

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    **dict.fromkeys("〇○Ｏ", 0),
    **{sign: value for value, sign in enumerate("壹贰叁肆伍陆柒捌玖", 1)},
    **{"两": 2, "兩": 2, "俩": 2},
}
_STEPS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30}
_FOLDS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_ARABIC = re.compile(r"([+-]?\d+(?:,\d{3})*(?:\.\d+)?)((?:[十百千]?[万萬亿億]*)?)")


def number(text: str) -> float | None:
    """Return the value of a numeral (4.66亿, 1,024, 三千二百, 二〇二一, 一点五), or None when it is none."""
    text = unicodedata.normalize("NFKC", text).strip()
    match = _ARABIC.fullmatch(text)
    if match:
        return _scaled(match[1].replace(",", ""), match[2])
    whole, point, rest = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    digits = [DIGITS.get(sign) for sign in rest]
    if not digits or None in digits:
        return None
    return float(f"{value:.0f}." + "".join(map(str, digits)))


def ordinal(text: str) -> int | None:
    """Return the number of a heading's or article's numeral (三, 十二, 廿一, 12), or None."""
    value = number(text)
    return int(value) if value is not None and value == int(value) and 0 <= value < 100_000 else None


def _scaled(digits: str, folds: str) -> float:
    # 4.66 × 10^8 must be 466000000, not 466000000.00000006: shift the point, do not multiply.
    power = sum({"十": 1, "百": 2, "千": 3}.get(sign, len(str(_FOLDS.get(sign, 1))) - 1) for sign in folds)
    return float(f"{digits}e{power}")


def _whole(text: str) -> float | None:
    if not text:
        return None
    if all(sign in DIGITS for sign in text):
        return float("".join(str(DIGITS[sign]) for sign in text)) if len(text) != 2 or "〇" in text else _pair(text)
    total, part, digit, last = 0.0, 0.0, -1, 0
    for sign in text:
        if sign in DIGITS:
            if digit > 0:
                return None
            digit = DIGITS[sign]
        elif sign in _TENS:
            part, digit, last = part + _TENS[sign], -1, 10
        elif sign in _STEPS:
            part, digit, last = part + (digit if digit > 0 else 1) * _STEPS[sign], -1, _STEPS[sign]
        elif sign in _FOLDS:
            total = (total + part + max(digit, 0)) * _FOLDS[sign] if _is_larger(sign, total) else (
                total + (part + max(digit, 0)) * _FOLDS[sign]
            )
            part, digit, last = 0.0, -1, _FOLDS[sign]
        else:
            return None
    # 三万五 is 35,000 and 二百五 is 250, but 二百零五 is 205.
    loose = last >= 100 and digit > 0 and text[-2] not in "零〇"
    return total + part + (digit * last / 10 if loose else max(digit, 0))
