"""The state that a group of RTF inherits and may change: what text means and how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from xinhui_viewer.importers.word.look import Look

DEFAULT = Look(size=24)  # half points (specification 1.9.1, "Font (character) formatting properties")
ASIAN = "dbch"  # the word before Han and what is told of them
Target = Literal["text", "nothing", "apart", "fonts", "styles", "title", "number", "picture", "quiet"]


@dataclass(frozen=True, slots=True)
class Setting:
    """The formatting of a paragraph: style, heading level (None: the style's), place, and the number of tables around
    it.
    """

    style: int = 0
    level: int | None = None
    centred: bool = False
    tables: int = 0


@dataclass(slots=True)
class State:
    """The state of a group: where its text goes, in which font, and how it looks.

    ``script`` is that of the text, "dbch" for Han, to which ``asian_bold`` and ``asian_size`` apply where they are told
    (not None, not 0). ``fallback`` counts the characters behind a code that stand for it in programs without Unicode;
    ``nested`` says that the rows that are described are those of an inner table.
    """

    target: Target = "text"
    look: Look = DEFAULT
    setting: Setting = field(default_factory=Setting)
    font: int = -1
    fallback: int = 1
    deleted: bool = False
    nested: bool = False
    script: str = ""
    asian_bold: bool | None = None
    asian_size: int = 0

    @property
    def shown_look(self) -> Look:
        """The look of the characters that follow."""
        if self.script != ASIAN or (self.asian_bold is None and not self.asian_size):
            return self.look
        return _asian(self.look, self.asian_bold, self.asian_size)

    def inner(self) -> State:
        """Return the state with which a group inside this one begins."""
        return State(
            self.target,
            self.look,
            self.setting,
            self.font,
            self.fallback,
            self.deleted,
            self.nested,
            self.script,
            self.asian_bold,
            self.asian_size,
        )


@lru_cache(maxsize=1000)
def _asian(look: Look, bold: bool | None, size: int) -> Look:
    """Return the look of Han where others look as ``look``."""
    return replace(look, bold=look.bold if bold is None else bold, size=size or look.size)
