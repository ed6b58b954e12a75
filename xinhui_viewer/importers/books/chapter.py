"""A chapter of a book as lines, those that the table of contents names marked as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from xinhui_viewer.importers.books.package import Label
from xinhui_viewer.importers.books.xhtml import text_of
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.guard import is_parsable, without_bombs
from xinhui_viewer.importers.web.markup.lines import lines

# In XHTML every element may close itself; the parser of HTML would take what follows for its content.
_SELF_CLOSED = re.compile(rb"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)(\w+)([^<>]*)/>")
_PICTURE = re.compile(rb"<(?:svg:)?image\b([^<>]*?)(?:xlink:)?href=", re.IGNORECASE)
# What stands in a book but is none of its text, by the vocabulary of EPUB or by the name that its maker gives it.
_BESIDE = '[epub\\:type~="toc"], [epub\\:type~="landmarks"], [epub\\:type~="page-list"], [class*="boilerplate"]'
_WHOLE = ("html", "body")  # programs mark the whole chapter as the place of its label
# Labels of leaves that bear no such heading.
_LEAF = re.compile("封面|书名页|扉页|版权页|版权信息|封底|cover|title ?page|copyright", re.IGNORECASE)
_MARK = "\ue0fe"  # stands before the number of a label, and behind
_MARKED = re.compile(f"{_MARK}(\\d+){_MARK}")


def chapter(content: bytes, labels: Sequence[Label]) -> list[Line]:
    """Return the lines of a chapter; ``labels`` are the entries of the contents that lead into it."""
    content = without_bombs(_PICTURE.sub(rb"<img\1 src=", _SELF_CLOSED.sub(rb"<\1\2></\1>", content)))
    if not is_parsable(content):
        return []
    root = _root(content)
    if root is None:
        return []
    for node in root.css(_BESIDE):
        node.decompose()
    at_top: list[Label] = []
    for number, label in enumerate(labels):
        target = root.css_first(f'[id="{_quoted(label.fragment)}"]') if label.fragment else None
        if target is None or target.tag in _WHOLE:
            at_top += [label] * (_LEAF.fullmatch(label.text) is None)
        else:
            target.insert_before(f"{_MARK}{number}{_MARK}")
    return list(_headed(lines(root), labels, at_top))


def _root(content: bytes) -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(text_of(content).text.encode("utf-8", "replace").replace(b"\0", b"")).body


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _headed(found: Sequence[Line], labels: Sequence[Label], waiting: list[Label]) -> Iterator[Line]:
    """Yield the lines; before the first one behind a label's place stands the label, unless that line says the same."""
    for line in found:
        waiting += [labels[int(number)] for number in _MARKED.findall(line.text)]
        line.text = _MARKED.sub("", line.text).strip()
        if waiting and line.text and not line.image:
            yield from _under(waiting, line)
            waiting = []
        elif line.text or line.image:
            yield line
    yield from map(_heading, waiting if found else ())


def _under(labels: Sequence[Label], line: Line) -> Iterator[Line]:
    """Yield the headings over a line, the last of which it may be itself."""
    yield from map(_heading, labels[:-1])
    if _says_the_same(line.text, labels[-1].text):
        line.level = labels[-1].level
    else:
        yield _heading(labels[-1])
        line.level = 0
    yield line


def _heading(label: Label) -> Line:
    return Line(label.text, level=label.level)


def _says_the_same(text: str, label: str) -> bool:
    """Return whether a line is the heading that a label names, perhaps with the number or a note that it leaves out."""
    text, label = "".join(text.split()), "".join(label.split())
    return text == label or (len(text) < 2 * len(label) + 8 and (text.startswith(label) or text.endswith(label)))
