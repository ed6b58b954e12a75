"""Reads RTF token by token into stories; groups that a program need not know are passed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from xinhui_viewer.importers.word.look import Look
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.rtf import words
from xinhui_viewer.importers.word.rtf.encodings import decoded
from xinhui_viewer.importers.word.rtf.state import DEFAULT, Setting, State
from xinhui_viewer.importers.word.rtf.story import Story, TooMuchText
from xinhui_viewer.importers.word.rtf.tokens import Token, tokens
from xinhui_viewer.importers.word.symbols import symbol

_DEEPEST = 5000  # groups
_MOST_CHARACTERS = 20_000_000
_MOST_STORIES = 20_000  # notes and boxes


@dataclass(slots=True)
class Font:
    """A font: its code page, 0 for that of the document, and whether it is one of symbols."""

    page: int = 0
    symbols: bool = False


@dataclass(slots=True)
class Style:
    """A style of paragraphs: its name in lower case, the level of its headings, its size (0: not told)."""

    name: str = ""
    level: int = 0
    size: int = 0


@dataclass(slots=True)
class Reader:
    """Reads one file: its text, notes and pictures, and the title it stores.

    It is ``cut`` when groups stay open, end too early or hide paragraphs of the text; ``states`` are those of the
    groups around what is read.
    """

    stories: list[Story] = field(default_factory=lambda: [Story()])
    notes: list[list[Paragraph]] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    title: str = ""
    cut: bool = False
    page: int = 0
    font: int = -1
    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    state: State = field(default_factory=State)
    states: list[State] = field(default_factory=list)
    skipped: int = 0
    gathered: list[str] = field(default_factory=list)
    _ends: dict[int, Callable[[], None]] = field(default_factory=dict)
    _bytes: bytearray = field(default_factory=bytearray)
    _hex: bytearray = field(default_factory=bytearray)
    _binary: bytes = b""
    _starred: bool = False
    _beyond: int = 0
    _size: int = 0
    _noted: int = 0
    _begun: int = 0

    @property
    def story(self) -> Story:
        """The story that is read: the text, a note or a box."""
        return self.stories[-1]

    def read(self, content: bytes, controls: dict[str, Callable[[Reader, int | None], None]]) -> list[Paragraph]:
        """Return the lines of a file, the notes behind the text; TooMuchText when it is longer than a document is.

        What follows the end of its group is read only where it is RTF: then the group ended by mistake.
        """
        ended = False
        for token in tokens(content):
            if ended and token.kind in ("text", "close"):
                continue
            self.cut, ended = self.cut or ended, False
            if token.kind == "word":
                self._word(token, controls)
            else:
                self._other(token)
            ended = token.kind == "close" and not self.states
        self.cut = self.cut or bool(self.states)
        self._flush()
        while self.states:
            self._close()
        return list(self.stories[0].lines(Look()))

    def _other(self, token: Token) -> None:
        if token.kind == "text" or token.kind == "byte":
            self._text(token.content)
        elif token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.kind == "binary":
            self._binary = token.content
        else:
            self._symbol(token.name)

    def look(self) -> Look:
        """Return the look of the paragraph that is read."""
        setting = self.state.setting
        style = self.styles.get(setting.style, Style())
        level = style.level if setting.level is None else setting.level
        return Look(style.name, level, place="center" if setting.centred else "")

    def say(self, text: str) -> None:
        """Add text where that of the group belongs."""
        self._flush()
        self._size += len(text)
        if self._size > _MOST_CHARACTERS:
            raise TooMuchText
        if self.state.target == "text":
            if not self.state.deleted:
                self.story.say(text, self.state.shown_look)
        elif self.state.target not in ("nothing", "apart", "quiet", "fonts"):
            self.gathered.append(text)

    def at_end(self, action: Callable[[], None]) -> None:
        """Do something when the group that is read ends."""
        self._ends[len(self.states)] = action

    def begin_note(self) -> None:
        """Begin a note: its mark is said, and its text follows that of the document."""
        self._noted += 1
        self.say(f"[{self._noted}]")
        place = len(self.notes)
        self.notes.append([])
        self._begin_story(lambda story: self.notes.__setitem__(place, list(story.lines(self.look()))))

    def begin_box(self) -> None:
        """Begin a box, whose lines follow the paragraph."""
        around = self.story
        self._begin_story(lambda story: around.box(story.lines(self.look())))

    def begin_picture(self) -> None:
        """Begin a picture, which is shown where its group ends."""
        self._hex, self._binary = bytearray(), b""
        self.at_end(self._end_picture)

    def _begin_story(self, end: Callable[[Story], None]) -> None:
        self._begun += 1
        if self._begun > _MOST_STORIES:
            raise TooMuchText
        self.stories.append(Story())
        self.state.look, self.state.setting = DEFAULT, Setting()

        def ended() -> None:
            end(self.stories.pop())

        self.at_end(ended)

    def _end_picture(self) -> None:
        digits = bytes(self._hex)
        try:
            content = self._binary or bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        except ValueError:
            content = b""
        key = f"picture {len(self.pictures)}"
        self.pictures[key] = content
        if not (self.state.deleted or self.state.look.hidden):
            self.story.show(key)

    def _open(self) -> None:
        self._flush()
        self.skipped = 0
        if len(self.states) >= _DEEPEST:
            self._beyond += 1
            return
        self.states.append(self.state)
        self.state = self.state.inner()
        self._starred = False

    def _close(self) -> None:
        self._flush()
        self.skipped = 0
        if self._beyond:
            self._beyond -= 1
        elif self.states:
            end = self._ends.pop(len(self.states), None)
            if end is not None:
                end()
            self.state = self.states.pop()

    def _word(self, token: Token, controls: dict[str, Callable[[Reader, int | None], None]]) -> None:
        self._flush()
        self.skipped = 0
        starred, self._starred = self._starred, False
        if token.name in words.PARAGRAPHS and self.state.target not in ("text", "apart"):
            self.cut = True
        if self.state.target in ("nothing", "apart") and token.name not in words.REVEALED:
            return
        control = controls.get(token.name)
        if control is not None:
            control(self, token.number)
        elif starred and token.name not in words.SHOWN:
            self.state.target = "nothing"

    def _symbol(self, name: str) -> None:
        if name == "*":
            self._starred = True
        elif name in words.SYMBOLS and not self._is_skipped():
            self.say(words.SYMBOLS[name])
        elif name in words.BREAKS:
            self._break()

    def _break(self) -> None:
        """End the paragraph at a line end that is written as one."""
        if self.state.target == "text":
            self._flush()
            self.story.end_paragraph(self.look(), self.state.setting.tables)
        elif self.state.target != "apart":
            self.cut = True

    def _is_skipped(self) -> bool:
        """Return whether a character only stands for another; it is counted."""
        skipped = self.skipped > 0
        self.skipped -= skipped
        return skipped

    def _text(self, content: bytes) -> None:
        if self.skipped:
            left = content[self.skipped :]
            self.skipped -= len(content) - len(left)
            content = left
        if self.state.target == "picture":
            self._hex += content.translate(None, b" \t")
        elif self.state.target not in ("nothing", "apart", "quiet"):
            self._bytes += content

    def _flush(self) -> None:
        """Say the bytes that were gathered, in the encoding of their font."""
        if not self._bytes:
            return
        content, self._bytes = bytes(self._bytes), bytearray()
        font = self.fonts.get(self.state.font, Font())
        if font.symbols:
            self.say("".join(chr(byte) if byte < 0x80 else symbol(0xF000 + byte) for byte in content))
        else:
            self.say(decoded(content, font.page, self.page))
