"""Other ways to write the same: 2021年 and 二〇二一年, a telephone number without its hyphen, the plural of a word.

Only what the index does not know as the same anyway, as it does upper case, both scripts and COVID-19 beside COVID19.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from xinhui_viewer.records import Word
from xinhui_viewer.text.fold import fold

_DIGITS = "〇一二三四五六七八九"
_VALUES = {**{sign: str(value) for value, sign in enumerate(_DIGITS)}, **dict.fromkeys("○零0o", "0")}
_ZEROS = "〇○零"
_DAY = r"(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"
_YEAR = re.compile(rf"(?<!\d)(?P<year>1[89]\d\d|20\d\d)年{_DAY}")
_ZERO = re.compile("(?<=[一二三四五六七八九〇○])[〇○]|[〇○](?=[一二三四五六七八九〇○])")
_NUMBER = "[一二三四五六七八九十]{1,3}"
_HAN_YEAR = re.compile(
    rf"(?P<year>[一二][{''.join(_VALUES)}]{{3}})年(?:(?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})日)?)?"
)
_PARTS = (("month", "月"), ("day", "日"))
_APART = re.compile(r"[-‐‑–—()\s]+")
_AREA = r"0(?:10|2\d|[3-9]\d{2})"
_LINE = re.compile(rf"(?:(?:\+|00)86)?(?P<area>{_AREA})(?P<number>[2-9]\d{{6,7}})")
_MOBILE = re.compile(r"(?:(?:\+|00)?86)?(?P<number>1[3-9]\d{9})")
_SERVICE = re.compile(r"(?P<number>[48]00\d{7})")
_TELEPHONE = re.compile(r"\+?[\d\s()‐‑–—-]{10,20}")
_HYPHENATED = re.compile("[a-z]+(?:[-‐‑][a-z]+)+")
_ENGLISH = re.compile("[A-Za-z]{4,}")
_PREFIXES = ("co", "e", "pre", "re", "non", "anti", "multi", "inter", "sub", "post", "micro", "bio", "eco")
_LEAST = 4  # letters behind a prefix
_LONGEST = 40  # characters: a longer word is a quotation


def forms(word: Word) -> tuple[str, ...]:
    """Return the texts that a word of a query finds: its own and, unless it is in quotes, its other spellings."""
    return (word.text, *(() if word.quoted or word.exact else spellings(word.text)))


@lru_cache(maxsize=4096)
def spellings(word: str) -> tuple[str, ...]:
    """Return the other ways to write a word, folded, each once; none for most."""
    plain = fold(word).strip()
    if plain.endswith("*") or len(plain) > _LONGEST:
        return ()
    found = (*_years(plain), *_telephones(plain), *_hyphens(plain), *(() if word.isupper() else _numbers(word)))
    return tuple(dict.fromkeys(form for form in found if form != plain))


def _years(plain: str) -> Iterator[str]:
    """Yield a word with its dates in digits instead of Han, or in Han with each of the signs for zero."""
    if _YEAR.search(plain):
        yield from (_YEAR.sub(partial(_in_han, zero), plain) for zero in _ZEROS)
    if _HAN_YEAR.search(plain):
        yield _HAN_YEAR.sub(_in_digits, plain)
        yield from (_HAN_YEAR.sub(partial(_with_zero, zero), plain) for zero in _ZEROS)
    if _ZERO.search(plain):
        yield from (_ZERO.sub(zero, plain) for zero in "〇○")


def _in_han(zero: str, date: re.Match[str]) -> str:
    year = "".join(_DIGITS[int(digit)] for digit in date["year"]).replace("〇", zero)
    month, day = (f"{_count(int(date[part]))}{unit}" if date[part] else "" for part, unit in _PARTS)
    return f"{year}年{month}{day}"


def _in_digits(date: re.Match[str]) -> str:
    year = "".join(_VALUES[sign] for sign in date["year"])
    month, day = (f"{_value(date[part])}{unit}" if date[part] else "" for part, unit in _PARTS)
    return f"{year}年{month}{day}"


def _with_zero(zero: str, date: re.Match[str]) -> str:
    return re.sub("[〇○零0o]", zero, date["year"]) + date[0][4:]


def _count(number: int) -> str:
    """Return a number up to 99 as it is read: 十二, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")


def _value(said: str) -> int:
    tens, ten, ones = said.rpartition("十")
    return (int(_VALUES[tens]) if tens else 1) * 10 * bool(ten) + (int(_VALUES[ones[-1]]) if ones else 0)


def _telephones(plain: str) -> Iterator[str]:
    """Yield a telephone number in the usual groups, without signs, and without its area code."""
    if not _TELEPHONE.fullmatch(plain):
        return
    digits = _APART.sub("", plain)
    if line := _LINE.fullmatch(digits):
        area, number = line["area"], line["number"]
        yield from (f"{area}-{number}", area + number, number)
    elif mobile := _MOBILE.fullmatch(digits):
        number = mobile["number"]
        yield from (number, f"{number[:3]}-{number[3:7]}-{number[7:]}", f"{number[:4]}-{number[4:7]}-{number[7:]}")
    elif service := _SERVICE.fullmatch(digits):
        number = service["number"]
        yield from (number, f"{number[:3]}-{number[3:]}", f"{number[:3]}-{number[3:6]}-{number[6:]}")


def _hyphens(plain: str) -> Iterator[str]:
    """Yield a word without its hyphens, or with one behind a prefix: co-operation, cooperation."""
    if _HYPHENATED.fullmatch(plain):
        yield re.sub("[-‐‑]", "", plain)
    elif plain.isascii() and plain.isalpha():
        for prefix in _PREFIXES:
            if plain.startswith(prefix) and len(plain) >= len(prefix) + _LEAST:
                yield f"{prefix}-{plain[len(prefix) :]}"


def _numbers(word: str) -> Iterator[str]:
    """Yield the plural of an English word, and its singular where it may be a plural."""
    if not _ENGLISH.fullmatch(word):
        return
    plain = word.lower()
    if plain.endswith("ies"):
        yield f"{plain[:-3]}y"
    elif plain.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield from (plain[:-2], plain[:-1])
    elif plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        yield plain[:-1]
    elif plain.endswith("y") and plain[-2] not in "aeiou":
        yield f"{plain[:-1]}ies"
    else:
        yield plain + ("es" if plain.endswith(("s", "x", "z", "ch", "sh")) else "s")
