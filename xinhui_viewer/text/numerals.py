"""The values of Chinese and Arabic numerals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    **{sign: value for value, sign in enumerate("壹贰叁肆伍陆柒捌玖", 1)},
    **dict.fromkeys("〇○O", 0),
    **dict.fromkeys("两兩俩", 2),
}
_POWERS = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_TENS = {"廿": 20, "卅": 30}
_MYRIAD = 4  # the power from which a sign scales all digits before it: 三百二十万
_SIGN = f"[{''.join((*_POWERS, *_TENS))}]"
_ZERO, _ONE_TO_NINE = (f"[{''.join(sign for sign in DIGITS if bool(DIGITS[sign]) is some)}]" for some in (False, True))
_IN_A_ROW = re.compile(f"[{''.join(DIGITS)}]+")
_GROUP = re.compile(f"({_ONE_TO_NINE})?({_SIGN})")
_GROUPED = re.compile(f"(?:{_ZERO}*{_ONE_TO_NINE}?{_SIGN})+{_ZERO}*{_ONE_TO_NINE}?")
_ARABIC = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SCALED = re.compile(rf"({_ARABIC.pattern})([十百千]?[万萬亿億]{{0,2}})")


@lru_cache(1024)
def number(text: str) -> float | None:
    """Return the value of a numeral (4.66亿, 1,024, 3亿5000万, 三千二百, 二〇二一, 一点五), or None for other text."""
    text = unicodedata.normalize("NFKC", text).strip()
    sign = -1 if text[:1] in "-−" and text else 1
    value = _arabic(text.lstrip("+-−"))
    if value is None:
        value = _han(text)
    return value if value is None else sign * value


def ordinal(text: str) -> int | None:
    """Return the ordinal of a heading or an article (三, 十二, 廿一, 12), or None."""
    value = number(text)
    return int(value) if value is not None and 0 <= value < 100_000 and value.is_integer() else None


def _arabic(text: str) -> float | None:
    value, end, smallest = 0.0, 0, 99
    while match := _SCALED.match(text, end):
        power = sum(map(_POWERS.__getitem__, match[2]))
        if power >= smallest:
            return None
        # 4.66亿 is 466000000 and not 466000000.00000006: the point moves, nothing is multiplied.
        value += float(f"{match[1].replace(',', '')}e{power}")
        end, smallest = match.end(), power
    return value if text and end == len(text) else None


def _han(text: str) -> float | None:
    whole, point, rest = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    folds = rest.lstrip("".join(DIGITS))
    digits = rest[: len(rest) - len(folds)]
    if not digits or any(sign not in "万亿" for sign in folds):
        return None
    decimals = "".join(str(DIGITS[sign]) for sign in digits)
    return float(f"{value:.0f}.{decimals}e{sum(map(_POWERS.__getitem__, folds))}")


def _whole(text: str) -> float | None:
    if _IN_A_ROW.fullmatch(text):
        return _digits(text)
    if not _GROUPED.fullmatch(text):
        return None
    total = part = 0
    for digit, sign in _GROUP.findall(text):
        value = DIGITS.get(digit, 0)
        if sign in _TENS:
            part += _TENS[sign]
        elif _POWERS[sign] < _MYRIAD:
            part += (value or 1) * 10 ** _POWERS[sign]
        else:
            total, part = _scaled(total, part + value, 10 ** _POWERS[sign]), 0
    return float(total + part + _ending(text))


def _scaled(total: int, part: int, step: int) -> int:
    """Return the value of the digits before a 万 or 亿, scaled by it: 亿 behind 万 scales both."""
    part = part or int(total == 0)
    return total + part * step if total >= step else (total + part) * step


def _ending(text: str) -> int:
    """Return the value of a last digit: 三万五 is 35,000 and 二百五 is 250, but 二百零五 is 205."""
    power = _POWERS.get(text[-2:-1], 0)
    return DIGITS.get(text[-1], 0) * int(10 ** max(power - 1, 0))


def _digits(text: str) -> float | None:
    """Return the value of digits in a row; 七八 alone is "seven or eight" and no number."""
    values = [DIGITS[sign] for sign in text]
    return float("".join(map(str, values))) if len(text) != 2 or 0 in values else None
