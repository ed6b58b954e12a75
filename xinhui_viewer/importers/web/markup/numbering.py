"""The numbers that a browser prints before the items of an ordered list (HTML standard, 4.4.5 and 4.4.8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from xinhui_viewer.importers.numerals import han, roman

_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:([^;]*)", re.IGNORECASE)
_UNNUMBERED = ("none", "disc", "circle", "square")
_LETTERS = 26
_WHOLE = re.compile(r"\s*([+-]?\d{1,9})")
_OWN = re.compile(  # numbers that the text prints itself
    r"\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,4}|[a-zA-Z]|[ivxIVX]{2,5})\s*(?:[）)、．:：]|\.(?!\d))|"
    r"[一二三四五六七八九十]{1,2}是|[\u2460-\u249b\u3220-\u3229]|第\s*[\d一二三四五六七八九十百]{1,4}\s*[条章节步项])"
)
_NAVIGATION = re.compile(r"crumb|nav|menu|indicator|pagi|pager|slide|carousel|tab", re.IGNORECASE)
_MOST_ITEMS = 2_000  # that are looked at


@dataclass(slots=True)
class Numbers:
    """The numbers of one list: their form, the next one, and the step to the one behind it."""

    form: str
    following: int
    step: int

    def mark(self, item: Any) -> str:
        """Return the number of the next item as it is printed, with the blank behind it."""
        number = _whole(item.attributes.get("value"), self.following)
        self.following = number + self.step
        form = _form(item) or self.form
        if form.startswith(_UNNUMBERED):
            return ""
        if form.startswith(("cjk", "simp-chinese", "trad-chinese")):
            return f"{han(number)}、"
        return f"{_numeral(number, form)}. "


def numbers(ordered: Any) -> Numbers | None:
    """Return the numbers of a list; None when it prints its own, hides them, or consists of links."""
    attributes = ordered.attributes
    form = _form(ordered) or "decimal"
    items = _items(ordered)
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if not items or form.startswith(_UNNUMBERED) or _NAVIGATION.search(names):
        return None
    if 2 * sum(_is_numbered(item) or _is_link(item) for item in items) >= len(items):
        return None
    falling = "reversed" in attributes
    first = _whole(attributes.get("start"), len(items) if falling else 1)
    return Numbers(form, first, -1 if falling else 1)


def _items(ordered: Any) -> list[Any]:
    items: list[Any] = []
    child = ordered.child
    while child is not None and len(items) < _MOST_ITEMS:
        if child.tag == "li":
            items.append(child)
        child = child.next
    return items


def _form(element: Any) -> str:
    """Return the form of numbers that a list or an item asks for, in the words of CSS; empty for none."""
    attributes = element.attributes
    style = _STYLE.search(attributes.get("style") or "")
    return style[1].strip().lower() if style else _TYPES.get((attributes.get("type") or "").strip(), "")


def _whole(text: str | None, default: int) -> int:
    found = _WHOLE.match(text or "")
    return int(found[1]) if found else default


def _is_numbered(item: Any) -> bool:
    return _OWN.match(item.text()) is not None


def _is_link(item: Any) -> bool:
    linked = sum(len(link.text(strip=True)) for link in item.css("a"))
    return linked > 0 and 2 * linked >= len(item.text(strip=True))


def _numeral(number: int, form: str) -> str:
    """Return a number in a form of CSS; in digits where the form has none for it."""
    if form.endswith("-roman"):
        text = roman(number)
    elif form.endswith(("-alpha", "-latin")):
        text = _letters(number) or str(number)
    elif form == "decimal-leading-zero":
        text = f"{number:02}"
    else:
        text = str(number)
    return text.upper() if form.startswith("upper") else text


def _letters(number: int) -> str:
    """Return a, b, … z, aa, ab …; empty below 1."""
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        text = chr(ord("a") + letter) + text
    return text
