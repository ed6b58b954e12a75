"""The query language: words (and), "phrases", -not, OR, parentheses, field:… and periods, as a tree.

Every string is a query. Signs may be full-width, quotes “ ” or 「 」. OR (或, |) joins its two neighbours and binds
closer than the blank, as in the web's search engines: ``扫黑 或 除恶 2021`` is (扫黑 or 除恶) and 2021. A sign without
an operand, as while the user is still typing, is ignored; an operator that does not exist is searched as text.
， and 、 are blanks. Words of a question (怎么, 可以…吗) are left out where others are left.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xinhui_viewer.records import All, Either, Field, Near, Node, Not, Query, Word, conjuncts, joined
from xinhui_viewer.search.fields import FIELDS, says_something
from xinhui_viewer.search.lexer import MOST_WORDS, Token, tokens
from xinhui_viewer.search.questions import without_question
from xinhui_viewer.search.quoting import within_quotes
from xinhui_viewer.search.written import written
from xinhui_viewer.text.fold import clean


def parse(text: str, today: date | None = None, exact_script: bool = False) -> Query:
    """Return the query in a text; 近30天 counts back from ``today``.

    ``exact_script``, like 原字: before a word, finds 會議 only in that script, not 会议.
    """
    reader = _Reader(tokens(clean(text)), today or date.today(), exact_script)
    root, dropped = without_question(reader.sequence("any"))
    if root == All(()) and text.strip():
        root = Either(())  # a query of signs alone finds nothing
    return Query(text, root, tuple(dict.fromkeys(reader.unknown)), dropped)


def asking(node: Node) -> Query:
    """Return the query for a tree, with the text that the user would type for it."""
    return Query(written(node), node)


class _Reader:
    """Reads tokens from first to last into a tree."""

    def __init__(self, tokens: list[Token], today: date, exact_script: bool) -> None:
        self._tokens = tokens
        self._at = 0
        self._today = today
        self._exact = exact_script
        self._words = 0
        self.unknown: list[str] = []

    def sequence(self, field: Field) -> Node:
        """Return all parts up to the end of the group."""
        parts: list[Node] = []
        alternative = False
        while (token := self._next()) is not None and token.kind != "close":
            if token.kind == "or":
                alternative = bool(parts)
            elif (part := self._part(token, field)) is not None:
                parts.append(_either(parts.pop(), part) if alternative else part)
                alternative = False
        return joined(*dict.fromkeys(parts))

    def _next(self) -> Token | None:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else None

    def _part(self, token: Token | None, field: Field) -> Node | None:
        """Return the part that begins with this token; None when it asks nothing."""
        unwanted, typed, exact = False, "", self._exact
        while token is not None and token.kind in ("not", "field", "script"):
            if token.kind == "not":
                unwanted = not unwanted
            elif token.kind == "script":
                self._exact = True
            else:
                field, typed = token.field, token.text
            token = self._next()
        part = self._what(token, field, typed)
        self._exact = exact
        return _without(part) if unwanted and part is not None else part

    def _what(self, token: Token | None, field: Field, typed: str) -> Node | None:
        """Return the node for a token and those that belong to it; None for the end of a group or a missing operand."""
        if token is None:
            return None
        if token.kind in ("close", "or"):
            self._at -= 1
            return None
        if token.kind == "near":
            return self._near(field, int(token.text))
        return self._group(field) if token.kind == "open" else self._leaf(token, field, typed)

    def _group(self, field: Field) -> Node | None:
        inner = self.sequence(field)
        return None if inner == All(()) else inner

    def _near(self, field: Field, distance: int) -> Node | None:
        """Return words that stand close together; a group of anything else is read as if 近 were not there."""
        group = self._group(field)
        if not isinstance(group, All):
            return group
        words = tuple(part for part in conjuncts(group) if isinstance(part, Word) and FIELDS[part.field].indexed)
        together = len(words) == len(group.parts) and len({word.field for word in words}) == 1
        return Near(words, distance) if together else group

    def _leaf(self, token: Token, field: Field, typed: str) -> Node | None:
        self._words += 1
        if self._words > MOST_WORDS:
            return None
        quoted = token.kind == "phrase"
        word = Word(token.text, field, quoted, self._exact)
        if quoted and FIELDS[field].indexed:
            word = replace(word, text=within_quotes(token.text))
        asked = FIELDS[field].reads(word, self._today)
        if asked is None:
            # As a phrase: 2021-13 is no date, and the bulletins with 2021 are not what was meant.
            return self._leaf(Token("phrase", typed + token.text.rstrip(), unknown=True), "any", "")
        if token.unknown:
            self.unknown.append(token.text)
        return None if isinstance(asked, Word) and not says_something(asked) else asked


def _without(part: Node) -> Node:
    return part.part if isinstance(part, Not) else Not(part)


def _either(first: Node, second: Node) -> Either:
    parts = first.parts if isinstance(first, Either) else (first,)
    return Either(tuple(dict.fromkeys((*parts, second))))
