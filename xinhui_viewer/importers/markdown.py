"""Markdown: notes, laws and pages that a program has turned into text with marks.

The marks become elements (CommonMark 0.31, and tables), and the page that they make is read like any other. Facts that
stand before the text, between lines of --- or as labels, become the tags that pages have for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.encoding import decoded
from xinhui_viewer.importers.legible import BOMS, may_be_text
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.plain_text import require_text
from xinhui_viewer.importers.web import html
from xinhui_viewer.records import Draft

_HEADING = re.compile(rb"(?m)^#{1,6} +\S")
_MARK = re.compile(rb"\*\*[^*\n]+\*\*|!?\[[^\]\n]*\]\([^)\n]+\)|<!--|^```|^\|.*\|$|^>\s", re.MULTILINE)
_HEADINGS = re.compile(r"(?m)^(#{1,6})[ \t]+(\S.*?)[ \t#]*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKS = re.compile(r"\*\*|__|`")
_NAMES = (".md", ".markdown", ".txt", ".text")
_PICTURE = re.compile(r"!\[Image \d+(?:: )?")  # as programs number what has no words
_STRONG = re.compile(r"\*\*((?:[^*<>\n]|</?a\b[^<>]*>)+)\*\*")  # beside Han and a sign, where CommonMark sees no mark
_NOTE = re.compile(r"(?m)^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(\S.*(?:\n(?:[ ]{4}|\t)\S.*)*)")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_LONGEST_FRONT = 20_000  # characters
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][A-Za-z ]{1,20}|[\u4e00-\u9fff]{2,6})\s*[:：]\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
# What programs that turn a page into Markdown put before it; the text follows the last of these labels.
_LABELS = re.compile(
    r"Title: (?P<title>.*)\n+(?:URL Source: (?P<url>.*)\n+)?(?:Published Time: (?P<date>.*)\n+)?(?:Warning: .*\n+)*"
    r"(?:Number of Pages: .*\n+)?Markdown Content:\n"
)
# The fields of a front matter, and the facts that they give.
_FACTS = {
    "title": "title",
    "标题": "title",
    "date": "date",
    "published": "date",
    "发布日期": "date",
    "日期": "date",
    "author": "author",
    "authors": "author",
    "作者": "author",
    "source": "source",
    "来源": "source",
    "url": "url",
    "link": "url",
    "original": "url",
    "网址": "url",
    "链接": "url",
}
_TAGS = {"date": "PubDate", "author": "Author", "source": "ContentSource", "url": "Url"}


def recognises(head: bytes, name: str) -> bool:
    """Return whether a text has headings in Markdown, and other marks beside a single one."""
    lower = name.lower()
    if not (lower.endswith(_NAMES) or "." not in lower) or not may_be_text(head) or head.startswith(BOMS[1:]):
        return False
    headings = len(_HEADING.findall(head))
    return lower.endswith(_NAMES[:2]) or headings > 1 or (headings == 1 and _MARK.search(head) is not None)


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a text in Markdown; UnreadableSource when the file holds no text."""
    text = decoded(content)
    require_text(text, content, name)
    facts, marked = _divided(text.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))
    if title := _only_heading(marked):
        facts.setdefault("title", title)
    page = f"<!DOCTYPE html><html><head>{''.join(_tags(facts))}</head><body>{_elements(marked)}</body></html>"
    (draft,) = html.read(page.encode("utf-8", "replace"), name, replace(around, url=around.url or facts.get("url", "")))
    told = (tr("{n} unreadable bytes are shown as \ufffd.").format(n=text.bad),) if text.bad else ()
    return (replace(draft, importer="markdown", warnings=(*told, *draft.warnings)),)


def _only_heading(marked: str) -> str:
    """Return the heading that a text begins with, if no other is of its level or above; empty without one."""
    found = [(len(marks), text) for marks, text in _HEADINGS.findall(marked)]
    if not found or any(level <= found[0][0] for level, _text in found[1:]):
        return ""
    before = _COMMENT.sub("", marked[: marked.index(found[0][1])]).strip(" #\n")
    return "" if before else _MARKS.sub("", found[0][1]).strip()


def _divided(text: str) -> tuple[dict[str, str], str]:
    """Return the facts before a text, by name, and the text."""
    front = _FRONT.match(text, 0, _LONGEST_FRONT)
    if front is not None:
        return dict(_fields(front[1])), text[front.end() :]
    labels = _LABELS.match(text.lstrip())
    if labels is None:
        return {}, text
    return {name: value.strip() for name, value in labels.groupdict("").items() if value}, text.lstrip()[labels.end() :]


def _fields(front: str) -> Iterator[tuple[str, str]]:
    """Yield the facts of a front matter: simple fields of YAML, a list's items joined."""
    fact = ""
    items: list[str] = []
    for line in front.split("\n"):
        field = _FIELD.fullmatch(line.strip()) if not line.startswith((" ", "\t", "-")) else None
        item = _ITEM.fullmatch(line)
        if field is not None:
            fact, items = _FACTS.get(field[1].strip().lower(), ""), []
            if fact and field[2].strip():
                yield fact, _plain(field[2])
        elif item is not None and fact:
            items.append(_plain(item[1]))
            yield fact, "、".join(items)


def _plain(value: str) -> str:
    value = value.strip().strip("[]")
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _tags(facts: dict[str, str]) -> Iterator[str]:
    if "title" in facts:
        yield f"<title>{escape(facts['title'])}</title>"
    for fact, tag in _TAGS.items():
        if fact in facts:
            yield f'<meta name="{tag}" content="{escape(facts[fact])}">'


def _with_notes(text: str) -> str:
    """Return a text with its notes at the end, behind their marks in brackets; CommonMark knows none and drops them."""
    notes = dict(_NOTE.findall(text))
    if not notes:
        return text
    marked = _NOTE_MARK.sub(lambda found: f"\\[{found[1]}\\]" if found[1] in notes else found[0], _NOTE.sub("", text))
    return "\n\n".join((marked, *(f"\\[{mark}\\] {note.strip()}" for mark, note in notes.items())))


def _without_open_comments(text: str) -> str:
    """Return a text without the marks of comments that do not end: in HTML they take all that follows."""
    end = text.rfind("-->") + 1
    return text[:end] + text[end:].replace("<!--", "")


def _elements(text: str) -> str:
    from markdown_it import MarkdownIt

    class Marks(MarkdownIt):
        def validateLink(self, url: str) -> bool:
            return True  # else a link to a script would stand in the text as it is written

    text = _with_notes(_PICTURE.sub("![", _without_open_comments(text)))
    marked = Marks("commonmark").enable(["table", "strikethrough"]).render(text)
    return _STRONG.sub(r"<strong>\1</strong>", marked)
