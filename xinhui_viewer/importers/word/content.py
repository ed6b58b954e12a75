"""The text of a paragraph as it is gathered run by run, and the lines that it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from xinhui_viewer.importers.word.look import Look
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.text.blanks import joined


@dataclass(slots=True)
class Content:
    """The visible text of a paragraph, with the looks of its characters counted."""

    text: list[str] = field(default_factory=list)
    bold: bool = True
    sizes: dict[int, int] = field(default_factory=dict)
    begun: bool = False

    @property
    def size(self) -> int:
        """The size of most characters, in half points; 0 without any."""
        return max(self.sizes, key=lambda size: self.sizes[size], default=0)

    def say(self, text: str, look: Look) -> None:
        """Add text, unless it is hidden."""
        if look.hidden or not text:
            return
        self.text.append(text)
        if not text.isspace():
            self.begun = True
            self.bold = self.bold and look.bold
            self.sizes[look.size] = self.sizes.get(look.size, 0) + len(text)


@dataclass(slots=True)
class FieldCodes:
    """Follows the fields of a paragraph: the text between the begin of one and its separator is code."""

    _open: list[bool] = field(default_factory=list)
    _coded: int = 0

    @property
    def hide(self) -> bool:
        """Return whether the text here is the code of a field."""
        return self._coded > 0

    def mark(self, kind: str) -> None:
        """Take the mark of a field: "begin", "separate" or "end"."""
        if kind == "begin":
            self._open.append(True)
            self._coded += 1
        elif kind in ("separate", "end") and self._open:
            self._coded -= self._open.pop()
            if kind == "separate":
                self._open.append(False)


def paragraphs(content: Content, look: Look, number: str = "") -> Iterator[Paragraph]:
    """Yield the text of a paragraph behind its number; hard breaks divide it into lines, but not a heading."""
    text = "".join(content.text)
    if not text.strip():
        return
    whole_line = look.level or look.is_title or "\n" not in text.strip()
    parts = [joined(map(str.strip, text.split("\n")))] if whole_line else text.split("\n")
    plain = look.is_subtitle and not look.level
    for part in parts:
        if part.strip():
            yield Paragraph(
                number + part.lstrip(" \t\u3000") if number else part,
                0.0 if plain else content.size / 2,  # Word counts in half points
                content.bold and not plain,
                look.place == "center",
                look.level,
                look.is_title,
            )
            number = ""


def note(number: int, lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the lines of a note behind its number in brackets."""
    for at, line in enumerate(lines):
        text = line.text.strip()
        yield Paragraph(f"[{number}] {text}" if at == 0 else text, image=line.image)
