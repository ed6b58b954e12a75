"""Expressions for the places of words in usual texts, which are not folded (text/marking.py says what is usual).

``forms`` gives the expression for the forms of a folded character: for 会, that of 会 and 會. Every class is small: one
of all Han takes 3 ms to compile, and a word of many runs would have dozens. Any other text is searched by its tokens
(text/finding.py).
"""

from __future__ import annotations

from xinhui_viewer.text.terms import begins, ways
from xinhui_viewer.text.tokens import GROUPED_END, Forms, cut, joint

_DOT, _COMMA = "[.．]", "[,，]"
_SEPARATORS = "[.,．，]"
_NO_DECIMAL = rf"(?<!\d{_DOT})"
_NO_COMMA_GROUP = rf"(?!{_COMMA}\d{{3}}(?!\d))"
_SIGN = r"(?:[^\w%％]|[_＿])"  # all usual Han is \w
_ANY_SIGNS = f"{_SIGN}*"  # between a number or a word and any other
_LETTER = "[A-Za-zＡ-Ｚａ-ｚ〆]"  # in usual texts


def pattern(word: str, forms: Forms) -> str:
    """Return an expression for the places of a word in a usual text: signs between its runs may differ."""
    return "|".join(_pattern(plain, forms) for plain in ways(word))


def _pattern(plain: str, forms: Forms) -> str:
    found = cut(plain)
    patterns = [_run_pattern(one, forms) for one in found]
    if patterns and begins(plain) and not found[-1][0]:
        patterns[-1] = _beginning(found[-1], forms)
    for at in range(1, len(found)):
        patterns[at] = (_gap(forms) if found[at - 1][0] and found[at][0] else _ANY_SIGNS) + patterns[at]
    return "".join(patterns)


def _run_pattern(found: tuple[str, str, str], forms: Forms) -> str:
    han, number, word = found
    if number:
        return _whole_number(number.replace(",", ""), forms)
    if word:
        first, *others = map(forms, word)
        # A pattern that begins with a plain character: ``re`` then skips to it, three times as fast.
        return rf"{first}(?<!{_LETTER}{first}){''.join(others)}(?!{_LETTER})"
    return f"{joint(forms)}?".join(map(forms, han or "%"))


def _beginning(found: tuple[str, str, str], forms: Forms) -> str:
    """Return an expression for the longer numbers and words that begin with these."""
    _, number, word = found
    if number:
        return _beginning_number(number.replace(",", ""), forms)
    return rf"(?<!{_LETTER}){''.join(map(forms, word))}{_LETTER}*" if word else forms("%")


def _gap(forms: Forms) -> str:
    """Return the expression for what divides two runs of Han: signs, but nothing that joins them."""
    return rf"(?!{joint(forms)}\w){_SIGN}+"


def _whole_number(number: str, forms: Forms) -> str:
    """Return the expression for a whole number: 4 is not in 4.66, 024 not in 1,024; 1024 is also 1,024 and 1 024人."""
    whole, dot, decimals = number.partition(".")
    first, rest = forms(whole[0]), "".join(map(forms, whole[1:]))
    fraction = "".join(map(forms, dot + decimals))
    before, after = rf"(?<!\d{first})(?<!\d{_DOT}{first})", rf"(?!\d)(?!{_DOT}\d)"
    if len(whole) > 3:
        return f"{first}{before}(?:{rest}{fraction}|{_in_groups(whole, fraction, forms)}){after}"
    if not dot:
        blank_groups = rf"(?:{forms(' ')}\d{{3}})+{GROUPED_END}"
        before += rf"(?:(?<={_SEPARATORS}{first})|(?!{rest}{blank_groups}))"
        after += _NO_COMMA_GROUP
    if len(whole) == 3:
        in_group = rf"{rest}{fraction}" if dot else rf"{rest}(?:{forms(' ')}\d{{3}})*{GROUPED_END}"
        before += _behind_no_group(first, _COMMA, _NO_DECIMAL)
        before += rf"(?:(?!{in_group})|{_behind_no_group(first, forms(' '))})"
    return first + before + rest + fraction + after


def _beginning_number(number: str, forms: Forms) -> str:
    """Return the expression for the whole numbers that begin with a number: 12 begins 12.5, 1,204 and 1 234人."""
    whole, dot, decimals = number.partition(".")
    (first, *digits), fraction = [*map(forms, whole)], "".join(map(forms, dot + decimals))
    blank, rest = forms(" "), "".join(digits)
    before = rf"(?<!\d{first})(?<!\d{_DOT}{first})"
    before += rf"(?:(?!\d{{2}}(?!\d))|{_behind_no_group(first, _COMMA, _NO_DECIMAL)})"
    before += rf"(?:(?!\d{{2}}(?:{blank}\d{{3}})*{GROUPED_END})|{_behind_no_group(first, blank)})"
    blanks = rf"(?<!{_SEPARATORS}{first})\d{{0,2}}(?:{blank}\d{{3}})+(?={GROUPED_END})(?:{_DOT}\d+)?"
    commas = rf"\d{{0,2}}(?:{_COMMA}\d{{3}})+(?!\d)(?:{_DOT}\d+)?"
    in_blanks, in_commas = ("".join(f"{between}?{digit}" for digit in digits) + fraction for between in (blank, _COMMA))
    plain = rf"{rest}{fraction}\d*(?:{_DOT}\d+)*"
    return rf"{first}{before}(?:(?={in_blanks}){blanks}|(?={in_commas}){commas}|{plain})"


def _behind_no_group(first: str, between: str, begun: str = rf"(?<!{_SEPARATORS})") -> str:
    """Return the assertion that no digits which begin a number, and a sign between groups, stand before ``first``."""
    return "".join(rf"(?<!(?<!\d){begun}\d{{{count}}}{between}{first})" for count in (1, 2, 3))


def _in_groups(whole: str, fraction: str, forms: Forms) -> str:
    """Return the expression for the digits behind the first one in groups, divided by commas or by blanks."""
    first, size = forms(whole[0]), len(whole) % 3 or 3
    groups = [whole[1:size], *(whole[at : at + 3] for at in range(size, len(whole), 3))]
    written = ["".join(map(forms, group)) for group in groups]
    of_commas = of_blanks = ""
    if size == 3:
        of_commas, of_blanks = _behind_no_group(first, _COMMA, _NO_DECIMAL), _behind_no_group(first, forms(" "))
    commas = f"{of_commas}{_COMMA.join(written)}{fraction or _NO_COMMA_GROUP}"
    blanks = f"(?<!{_SEPARATORS}{first}){of_blanks}{forms(' ').join(written)}(?={GROUPED_END}){fraction}"
    return f"{commas}|{blanks}"
