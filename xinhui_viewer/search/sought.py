"""The words to be marked in one bulletin: those of the query where all of it holds there, else pieces of them.

A bulletin is marked alike whether it was opened from the results, by a link or from the history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xinhui_viewer.records import All, Bulletin, Either, Near, Node, Word
from xinhui_viewer.search.fields import TEXTS, Text, wanted_words
from xinhui_viewer.text.matches import matches

_Texts = Mapping[Text, Sequence[str]]
_EVERYTHING = All(())


@dataclass(frozen=True, slots=True)
class Sought:
    """A query, its words to be marked where all of it holds, and the ``pieces`` that found partial matches."""

    root: Node = _EVERYTHING
    words: tuple[Word, ...] = ()
    pieces: tuple[Word, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.pieces)

    def within(self, read: Bulletin) -> tuple[Word, ...]:
        """Return the words to be marked in a bulletin."""
        return self.words if not self.pieces or _holds(self.root, _texts(read)) else self.pieces

    def is_of_title(self, read: Bulletin) -> bool:
        """Return whether the title alone has all that is sought: what stands in the text is there by chance."""
        texts = _texts(read)
        in_title = _holds(self.root, {"title": texts["title"]})
        return in_title and not _holds(self.root, {text: texts[text] for text in ("body", "attachment")})


def _texts(read: Bulletin) -> dict[Text, Sequence[str]]:
    attached = [one.text.body for one in read.attached if one.text is not None]
    return {"title": (read.facts.title,), "body": (read.body,), "attachment": attached}


def _holds(node: Node, texts: _Texts) -> bool:
    """Return whether the wanted words of a query stand in some of the texts; what is asked of no text holds."""
    match node:
        case All(parts):
            return all(_holds(part, texts) for part in parts)
        case Either(parts):
            return any(_holds(part, texts) for part in parts)
        case Word() | Near():
            asked = {text: wanted_words(node, text) for text in TEXTS}
            found = (matches(one, asked[text]) for text, there in texts.items() for one in there)
            return not any(asked.values()) or any(found)
    return True
