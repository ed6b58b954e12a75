"""The fields of the query language, a row each; archive/fields.py has the places of their words in the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from xinhui_viewer.i18n import N_
from xinhui_viewer.records import All, Dates, Either, Field, Leaf, Near, Node, Not, Word, leaves
from xinhui_viewer.search.period import period
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import phrase

Text = Literal["title", "body", "attachment"]
TEXTS: tuple[Text, ...] = ("title", "body", "attachment")
_UNDATED = ("无", "none")


def _word(word: Word, today: date) -> Node:
    return word


def _dates(word: Word, today: date) -> Node | None:
    return Not(Dates(None, None)) if word.text in _UNDATED else period(word.text, today)


@dataclass(frozen=True, slots=True)
class QueryField:
    """A field of the query language: its ``names`` before a colon, the first of which is written.

    ``said`` describes a word in it, ``nothing`` empty quotes where they ask for bulletins without the field.
    ``reads`` returns the node for a value, None for an invalid one, which is searched as text.
    ``indexed``: its words are words of a text, in one of the parts of the index; ``marked`` are the texts of a bulletin
    in which they stand. ``loose``: a bulletin with only a piece of such a word, or the official word for it, is a
    partial match. ``narrows``: it is shown as a filter, and a new one takes its place.
    ``example`` and its ``meaning`` are for the help on the search language.
    """

    names: tuple[str, ...]
    said: str
    nothing: str = ""
    reads: Callable[[Word, date], Node | None] = _word
    indexed: bool = False
    marked: tuple[Text, ...] = ()
    loose: bool = False
    narrows: bool = False
    example: str = ""
    meaning: str = ""

    @property
    def sign(self) -> str:
        """The sign written in front of a value."""
        return f"{self.names[0]}:" if self.names else ""


FIELDS: dict[Field, QueryField] = {
    "any": QueryField((), N_("“{text}”"), indexed=True, marked=("title", "body", "attachment"), loose=True),
    "title": QueryField(
        ("标题", "標題", "title"),
        N_("“{text}” in the title"),
        indexed=True,
        marked=("title",),
        loose=True,
        example="标题:工作报告",
        meaning=N_("in the title"),
    ),
    "body": QueryField(
        ("正文", "body"),
        N_("“{text}” in the text"),
        indexed=True,
        marked=("body",),
        loose=True,
        example="正文:办结率",
        meaning=N_("in the text below the title"),
    ),
    "heading": QueryField(
        ("章节", "章節", "section", "heading"),
        N_("“{text}” in a section's heading"),
        indexed=True,
        marked=("body",),
        example="章节:下一步",
        meaning=N_("in the heading of a section"),
    ),
    "number": QueryField(
        ("文号", "文號", "number"),
        N_("“{text}” in the document number"),
        indexed=True,
        example="文号:8号",
        meaning=N_("in the document number"),
    ),
    "attachment": QueryField(
        ("附件", "attachment"),
        N_("“{text}” in an attachment"),
        indexed=True,
        marked=("attachment",),
        example="附件:设备清单",
        meaning=N_("in the text of an attachment"),
    ),
    "source": QueryField(
        ("来源", "來源", "source"),
        N_("source “{text}”"),
        nothing=N_("without a source"),
        narrows=True,
        example="来源:日报",
        meaning=N_("published by this source"),
    ),
    "author": QueryField(
        ("作者", "author"),
        N_("author “{text}”"),
        nothing=N_("without an author"),
        example="作者:张",
        meaning=N_("by an author of this name"),
    ),
    "validity": QueryField(
        ("有效", "有效性", "validity"),
        N_("validity “{text}”"),
        nothing=N_("without a stated validity"),
        narrows=True,
        example="有效:现行",
        meaning=N_("of this state: 现行有效, 已修改, 已废止, 失效"),
    ),
    "column": QueryField(
        ("栏目", "欄目", "column"),
        N_("column “{text}”"),
        narrows=True,
        example="栏目:政务公开",
        meaning=N_("in this column and those below it"),
    ),
    "figure": QueryField(
        ("数据", "數據", "figure"),
        N_("key figure “{text}”"),
        example="数据:办结率",
        meaning=N_("with this key figure; a limit may follow: 数据:案件>1000"),
    ),
    "date": QueryField(
        ("日期", "date"),
        "",
        reads=_dates,
        narrows=True,
        example="日期:2020..2022",
        meaning=N_("dated within a period: also 2021, 2021-03, 近30天"),
    ),
}


def named(name: str) -> Field | None:
    """Return the field of a name in any language; None when there is none."""
    return next((field for field, row in FIELDS.items() if name.lower() in row.names), None)


def field_of(node: Node) -> QueryField | None:
    """Return the field of a part of a query that is a single value of a field; else None."""
    match node:
        case Word():
            return FIELDS[node.field]
        case Dates() | Not(Dates(None, None)):
            return FIELDS["date"]
    return None


def narrows(node: Node) -> bool:
    """Return whether a part of a query is a filter beside its words."""
    field = field_of(node)
    return field is not None and field.narrows


def loose(node: Node) -> bool:
    """Return whether a part is a word for which a piece of it, or the official word, is a partial match."""
    return isinstance(node, Word) and FIELDS[node.field].loose and not (node.quoted or node.exact)


def says_something(word: Word) -> bool:
    """Return whether a word has anything that can be searched."""
    field = FIELDS[word.field]
    if field.indexed:
        return bool(phrase(word.text).tokens)
    return bool(fold(word.text).strip()) or (word.quoted and not word.text and bool(field.nothing))


def wanted_words(node: Node, text: Text | None = None) -> tuple[Word, ...]:
    """Return the wanted words of a query that stand in texts, each once; with ``text``, those to be marked in that."""
    found = leaves(node, unwanted=False) if text is None else _to_mark(node)
    words = (leaf for leaf in found if isinstance(leaf, Word))
    return tuple(dict.fromkeys(word for word in words if _stands(FIELDS[word.field], text)))


def _to_mark(node: Node) -> Iterator[Leaf]:
    """Yield the wanted leaves of a query, words that must stand close together with all of these."""
    match node:
        case Near(words):
            yield from (replace(word, near=node) for word in words)
        case All(parts) | Either(parts):
            for part in parts:
                yield from _to_mark(part)
        case _:
            yield from leaves(node, unwanted=False)


def words_in(words: Iterable[Word], text: Text) -> tuple[Word, ...]:
    """Return the words that may stand in a text of a bulletin: 附件:水泵 in its attachments alone."""
    return tuple(word for word in words if _stands(FIELDS[word.field], text))


def _stands(field: QueryField, text: Text | None) -> bool:
    return field.indexed if text is None else text in field.marked
