"""The tokens of folded texts: runs of Han, numbers, other words, and the per cent sign.

A single blank between two Han characters divides nothing (扫 黑除恶 is 扫黑除恶), nor does the end of a line of eight
characters or more: a printer or a mail program broke it there. Digits in groups of three with blanks are one number
where decimals, % or a letter that is not Latin follow (12 345.6, 12 345人); elsewhere they may be the cells of a row.

Expressions with ``forms`` fit texts that are not folded, too: it gives the expression for the forms of a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable

HAN = (
    "\u3005\u3007\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
DOT, COMMA = "[.．]", "[,，]"
BLANKS = "[ \xa0\u2000-\u200a\u202f\u205f\u3000]"  # those that are folded to a blank
_SEPARATORS = "[.,．，]"
_NO_DECIMAL = rf"(?<!\d{DOT})"
_NO_COMMA_GROUP = rf"(?!{COMMA}\d{{3}}(?!\d))"
LONG_LINE = 8  # characters
_GROUPED_END = rf"(?:{DOT}\d|[%％]|[^\W\d_\x00-\u02ff\uff21-\uff5a])"
_NUMBER = (
    rf"(?<![\d.,])\d{{1,3}}(?: \d{{3}})+(?={_GROUPED_END})(?:\.\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*"
)
_SIGN = rf"(?:(?![%％])[^\w{HAN}]|[_＿])"

Forms = Callable[[str], str]


def joint(forms: Forms = re.escape) -> str:
    """Return the expression for what may stand between two characters of a run: a blank, or the end of a line."""
    return rf"(?:{forms(' ')}|(?<=.{{{LONG_LINE}}})\n)"


def gap(forms: Forms = re.escape) -> str:
    """Return the expression for what divides two runs of Han: signs, but nothing that joins them."""
    return rf"(?!{joint(forms)}\w){_SIGN}+"


# Digits in groups, as they are typed.
GROUPED_DIGITS = re.compile(rf"(?<![\d.,．，])\d{{1,3}}(?:{BLANKS}\d{{3}})+(?={_GROUPED_END})")
ANY_SIGNS = f"{_SIGN}*"  # between a number or a word and any other
TOKEN = re.compile(rf"(?P<han>[{HAN}]+(?:{joint()}[{HAN}]+)*)|(?P<number>{_NUMBER})|(?P<word>[^\W\d_{HAN}]+)|%")
JOINT = re.compile(rf"(?<=[{HAN}]){joint()}(?=[{HAN}])")


def whole_number(number: str, forms: Forms = re.escape) -> str:
    """Return the expression for a whole number: 4 is not in 4.66, 024 not in 1,024; 1024 is also 1,024 and 1 024人."""
    whole, dot, decimals = number.partition(".")
    first, rest = forms(whole[0]), "".join(map(forms, whole[1:]))
    fraction = "".join(map(forms, dot + decimals))
    before, after = rf"(?<!\d{first})(?<!\d{DOT}{first})", rf"(?!\d)(?!{DOT}\d)"
    if len(whole) > 3:
        return f"{first}{before}(?:{rest}{fraction}|{_in_groups(whole, fraction, forms)}){after}"
    if not dot:
        blank_groups = rf"(?:{forms(' ')}\d{{3}})+{_GROUPED_END}"
        before += rf"(?:(?<={_SEPARATORS}{first})|(?!{rest}{blank_groups}))"
        after += _NO_COMMA_GROUP
    if len(whole) == 3:
        in_group = rf"{rest}{fraction}" if dot else rf"{rest}(?:{forms(' ')}\d{{3}})*{_GROUPED_END}"
        before += behind_no_group(first, COMMA, _NO_DECIMAL)
        before += rf"(?:(?!{in_group})|{behind_no_group(first, forms(' '))})"
    return first + before + rest + fraction + after


def beginning_number(number: str, forms: Forms = re.escape) -> str:
    """Return the expression for the whole numbers that begin with a number: 12 begins 12.5, 1,204 and 1 234人."""
    whole, dot, decimals = number.partition(".")
    digits, fraction = [*map(forms, whole)], "".join(map(forms, dot + decimals))
    before = rf"(?<!\d)(?<!\d{DOT})"
    before += rf"(?:(?!\d{{3}}(?!\d))|{behind_no_group('', COMMA, _NO_DECIMAL)})"
    before += rf"(?:(?!\d{{3}}(?:{forms(' ')}\d{{3}})*{_GROUPED_END})|{behind_no_group('', forms(' '))})"
    blanks = rf"(?<!{_SEPARATORS})\d{{1,3}}(?:{forms(' ')}\d{{3}})+(?={_GROUPED_END})(?:{DOT}\d+)?"
    commas = rf"\d{{1,3}}(?:{COMMA}\d{{3}})+(?!\d)(?:{DOT}\d+)?"
    in_blanks, in_commas = (f"{between}?".join(digits) + fraction for between in (forms(" "), COMMA))
    plain = rf"{''.join(digits)}{fraction}\d*(?:{DOT}\d+)*"
    return rf"{before}(?:(?={in_blanks}){blanks}|(?={in_commas}){commas}|{plain})"


def behind_no_group(first: str, between: str, begun: str = rf"(?<!{_SEPARATORS})") -> str:
    """Return the assertion that no digits which begin a number, and a sign between groups, stand before ``first``."""
    return "".join(rf"(?<!(?<!\d){begun}\d{{{count}}}{between}{first})" for count in (1, 2, 3))


def _in_groups(whole: str, fraction: str, forms: Forms) -> str:
    """Return the expression for the digits behind the first one in groups, divided by commas or by blanks."""
    first, size = forms(whole[0]), len(whole) % 3 or 3
    groups = [whole[1:size], *(whole[at : at + 3] for at in range(size, len(whole), 3))]
    written = ["".join(map(forms, group)) for group in groups]
    of_commas = of_blanks = ""
    if size == 3:
        of_commas, of_blanks = behind_no_group(first, COMMA, _NO_DECIMAL), behind_no_group(first, forms(" "))
    commas = f"{of_commas}{COMMA.join(written)}{fraction or _NO_COMMA_GROUP}"
    blanks = f"(?<!{_SEPARATORS}{first}){of_blanks}{forms(' ').join(written)}(?={_GROUPED_END}){fraction}"
    return f"{commas}|{blanks}"
