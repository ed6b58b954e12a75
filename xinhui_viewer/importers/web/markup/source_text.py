"""The text of elements as the source of a page has it: its line ends, and tags that were escaped by mistake."""

from __future__ import annotations

import re
from html import unescape

from xinhui_viewer.text.blanks import one_line
from xinhui_viewer.text.fold import BLANKS

_SOURCE_BLANKS = " \t\n\r\f\v"
_AROUND = BLANKS + "\n\r\f\v"
_ESCAPED = r"</?(?:b|i|u|s|p|a|em|br|div|font|span|strong|center|sup|sub|h[1-6])(?:\s[^<>]*)?/?>"
_FORMAT = re.compile(_ESCAPED, re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ESCAPED_FIRST = re.compile(rf"(?:\s*+{_ESCAPED})++", re.IGNORECASE)
_ESCAPED_LAST = re.compile(rf"(?:\s*+{_ESCAPED})++\s*$", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[lr][sd]quo|middot|hellip|[mn]dash|ldquo|bull|times|copy|quot|#\d{2,5});")  # escaped twice
_OFFICE = re.compile(r"<\?xml:namespace\b[^<>]*>\s*")  # what Word and old editors wrote before a paragraph
_LONGEST_ESCAPED = 200  # characters of tags at the end of a text


def with_line_ends(text: str) -> str:
    """Return a text with one blank for the line ends around it, which divide elements; those within it stay."""
    core = text.strip(_SOURCE_BLANKS)
    if not core:
        return " "
    return (" " if text[0] in _SOURCE_BLANKS else "") + core + (" " if text[-1] in _SOURCE_BLANKS else "")


def shown(text: str) -> str:
    """Return the text of a line as a browser shows it, without the tags around it that were escaped by mistake."""
    text = text.strip(_AROUND)
    if text and (text[0] == "<" or text[-1] == ">" or "&nbsp;" in text):
        text = _unescaped(_OFFICE.sub("", text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(found[0]), text)
    return one_line(text) if "\n" in text or "  " in text or "\t" in text else text


def without_tags(text: str) -> str:
    """Return a text without the tags that were escaped by mistake; unchanged where it speaks of other tags, too."""
    if "&lt;" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">")
    return _FORMAT.sub("", text) if "<" in text and _is_formatted(text) else text


def _is_formatted(text: str) -> bool:
    """Return whether all tags in a text only format it; any other (an image, a script) is what the text is about."""
    return all(_FORMAT.fullmatch(tag[0]) for tag in _ANY_TAG.finditer(text))


def _unescaped(text: str) -> str:
    if not _is_formatted(text):
        return text
    text = text.replace("&nbsp;", " ").strip(_AROUND)
    first = _ESCAPED_FIRST.match(text)
    text = text[first.end() :] if first else text
    last = _ESCAPED_LAST.search(text, max(len(text) - _LONGEST_ESCAPED, 0))
    return (text[: last.start()] if last else text).strip(_AROUND)
