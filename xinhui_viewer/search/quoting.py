"""Read and write phrases in quotes, which can hold any text."""

from __future__ import annotations

import re

# The closing sign of a phrase, by its opening one.
CLOSING = {**dict.fromkeys('"“”＂', '"“”＂'), "「": "」", "『": "』"}
_PAIRS = (('"', '"'), ("「", "」"), ("『", "』"))
_SIGNS = '"“”＂「」『』'
_PHRASES = {
    opening: re.compile(rf"((?:\\[\\{_SIGNS}]|[^{closing}])*)[{closing}]?") for opening, closing in CLOSING.items()
}
_MOST_WITHIN = 200  # signs between quotes within a text: the longest titles have 150
_MOST_TOGETHER = 4  # quotations without anything between them
_WITHIN_TEXT = "(?:{})".format(
    "|".join(
        rf"{opening}(?:\\[\\{_SIGNS}]|(?!\\[\\{_SIGNS}])[^\s{closing}]){{1,{_MOST_WITHIN}}}[{closing}]"
        for opening, closing in CLOSING.items()
    )
)
_QUOTATION = re.compile(_WITHIN_TEXT)
# OR or AND without a blank before the next phrase is an operator nevertheless.
_TEXT = re.compile(rf"{_WITHIN_TEXT}{{1,{_MOST_TOGETHER}}}(?!(?:OR|AND|NOT|&&|[或非])(?:[\s{_SIGNS}]|\Z))\w")
_ESCAPED = re.compile(rf"\\([\\{_SIGNS}])")
_READ_AS_ESCAPE = re.compile(rf"\\(?=[\\{_SIGNS}]|\Z)")


def phrase_at(text: str, at: int) -> tuple[str, int]:
    """Return the phrase whose opening quote stands at ``at``, and its end; without a closing quote, that of the text.

    Behind a backslash a quote, or a backslash, is itself.
    """
    found = _PHRASES[text[at]].match(text, at + 1)
    assert found is not None  # it matches the empty text
    return _ESCAPED.sub(r"\1", found[1]), found.end()


def begins_text(text: str, at: int) -> bool:
    """Return whether a text runs on behind the quotes that open at ``at``, without a blank: “十四五”规划."""
    return _TEXT.match(text, at) is not None


def quotation_end(text: str, at: int) -> int:
    """Return the end of the quotes that open at ``at`` and close before a blank; of any other sign there, its own."""
    found = _QUOTATION.match(text, at)
    return found.end() if found else at + 1


def within_quotes(text: str) -> str:
    """Return the text of a quoted word without a star at its end, which would make it a prefix."""
    return text.rstrip("*＊ ")


def quoted(text: str) -> str:
    """Return a text in quotes that it does not contain, if possible, else with a backslash before those in it."""
    escaped = _READ_AS_ESCAPE.sub(r"\\\\", text)
    for opening, closing in _PAIRS:
        if not set(CLOSING[opening]) & set(text):
            return f"{opening}{escaped}{closing}"
    return '"' + re.sub('(["“”＂])', r"\\\1", escaped) + '"'
