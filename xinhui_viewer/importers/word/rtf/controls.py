"""The control words of RTF that change how text looks, where it goes, or what has been read (specification 1.9.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from xinhui_viewer.importers.word.look import LOWEST, heading_level
from xinhui_viewer.importers.word.rtf import words
from xinhui_viewer.importers.word.rtf.encodings import SYMBOLS, page_of
from xinhui_viewer.importers.word.rtf.reader import Font, Reader, Style
from xinhui_viewer.importers.word.rtf.state import ASIAN, DEFAULT, Setting, Target

Control = Callable[[Reader, int | None], None]
_NO_LEVEL = 9
_MOST_FALLBACK = 10
_LARGEST = 10_000  # half points


def _begin(target: Target, reader: Reader, _number: int | None) -> None:
    """Begin a destination."""
    if target == reader.state.target == "text":
        return
    reader.state.target = target
    reader.gathered = []
    if target == "picture":
        reader.begin_picture()
    elif target == "number":
        reader.at_end(lambda: reader.story.number("".join(reader.gathered)))
    elif target == "title":
        reader.at_end(lambda: setattr(reader, "title", "".join(reader.gathered).strip()))


def _begin_note(reader: Reader, _number: int | None) -> None:
    if reader.state.target == "text":
        reader.begin_note()


def _begin_box(reader: Reader, _number: int | None) -> None:
    if reader.state.target == "text":
        reader.begin_box()


def _say(sign: str, reader: Reader, _number: int | None) -> None:
    reader.say(sign)


def _unicode(reader: Reader, number: int | None) -> None:
    """Say a character by its code, which is negative from 32768 on, and skip what stands for it."""
    code = (number or 0) & 0xFFFF
    if code:
        reader.say(chr(code))
    reader.skipped = reader.state.fallback


def _fallback(reader: Reader, number: int | None) -> None:
    reader.state.fallback = min(max(number or 0, 0), _MOST_FALLBACK)


def _page(reader: Reader, number: int | None) -> None:
    reader.page = number or 0


def _default_font(reader: Reader, number: int | None) -> None:
    reader.font = reader.state.font = number or 0


def _font(reader: Reader, number: int | None) -> None:
    reader.state.font = number or 0
    if reader.state.target == "fonts":
        reader.fonts[reader.state.font] = Font()


def _charset(reader: Reader, number: int | None) -> None:
    if reader.state.target == "fonts":
        reader.fonts[reader.state.font] = Font(page_of(number or 0), number == SYMBOLS)


def _font_page(reader: Reader, number: int | None) -> None:
    if reader.state.target == "fonts" and number:
        reader.fonts[reader.state.font] = Font(number)


def _style(reader: Reader, number: int | None) -> None:
    """Take the style of a paragraph, or in the style sheet the number of the style that is described."""
    state = reader.state
    state.setting = replace(state.setting, style=number or 0, level=None)
    if state.target == "styles":
        reader.gathered = []
        state.look = replace(state.look, size=0)
        reader.at_end(partial(_end_style, reader))
    elif state.look == DEFAULT:  # LibreOffice does not repeat the size that a style has from the one it is based on
        state.look = replace(DEFAULT, size=reader.styles.get(number or 0, Style()).size or DEFAULT.size)


def _base(reader: Reader, number: int | None) -> None:
    """Take the size of the style that the described one is based on, unless it tells its own."""
    state = reader.state
    if state.target == "styles" and not state.look.size:
        state.look = replace(state.look, size=reader.styles.get(number or 0, Style()).size)


def _end_style(reader: Reader) -> None:
    setting = reader.state.setting
    name = "".join(reader.gathered).partition(";")[0].strip().lower()
    reader.styles[setting.style] = Style(name, heading_level(name) or setting.level or 0, reader.state.look.size)
    reader.gathered = []


def _level(reader: Reader, number: int | None) -> None:
    level = number or 0
    level = min(level + 1, LOWEST) if 0 <= level < _NO_LEVEL else 0
    reader.state.setting = replace(reader.state.setting, level=level)


def _centre(centred: bool, reader: Reader, _number: int | None) -> None:
    reader.state.setting = replace(reader.state.setting, centred=centred)


def _in_table(reader: Reader, _number: int | None) -> None:
    reader.state.setting = replace(reader.state.setting, tables=max(reader.state.setting.tables, 1))


def _depth(reader: Reader, number: int | None) -> None:
    reader.state.setting = replace(reader.state.setting, tables=max(number or 0, 0))


def _plain_paragraph(reader: Reader, _number: int | None) -> None:
    reader.state.setting = Setting()


def _plain(reader: Reader, _number: int | None) -> None:
    state = reader.state
    state.look, state.deleted, state.font = DEFAULT, False, reader.font
    state.script, state.asian_bold, state.asian_size = "", None, 0


def _bold(reader: Reader, number: int | None) -> None:
    reader.state.look = replace(reader.state.look, bold=number != 0)


def _hidden(reader: Reader, number: int | None) -> None:
    reader.state.look = replace(reader.state.look, hidden=number != 0)


def _size(reader: Reader, number: int | None) -> None:
    reader.state.look = replace(reader.state.look, size=min(max(number or 0, 0), _LARGEST))


def _script(script: str, reader: Reader, _number: int | None) -> None:
    reader.state.script = script


def _asian_bold(reader: Reader, number: int | None) -> None:
    """Take what is told of a second script: of Han, where they were named before."""
    if reader.state.script == ASIAN:
        reader.state.asian_bold = number != 0


def _asian_size(reader: Reader, number: int | None) -> None:
    if reader.state.script == ASIAN:
        reader.state.asian_size = min(max(number or 0, 0), _LARGEST)


def _deleted(reader: Reader, number: int | None) -> None:
    reader.state.deleted = number != 0


def _nested(reader: Reader, _number: int | None) -> None:
    reader.state.nested = True


def _in_text(control: Control) -> Control:
    """Return a control that is followed in text only."""

    def followed(reader: Reader, number: int | None) -> None:
        if reader.state.target == "text":
            control(reader, number)

    return followed


def _paragraph(reader: Reader, _number: int | None) -> None:
    reader.story.end_paragraph(reader.look(), reader.state.setting.tables)


def _cell(reader: Reader, _number: int | None) -> None:
    reader.story.end_cell(reader.look(), 1)


def _nested_cell(reader: Reader, _number: int | None) -> None:
    reader.story.end_cell(reader.look(), reader.state.setting.tables)


def _row(reader: Reader, _number: int | None) -> None:
    reader.story.end_row(1)


def _nested_row(reader: Reader, _number: int | None) -> None:
    reader.story.end_row(reader.state.setting.tables)


def _rows(reader: Reader) -> int:
    """Return the depth of the table whose row is described."""
    return reader.state.setting.tables if reader.state.nested else 1


def _begin_row(reader: Reader, _number: int | None) -> None:
    reader.story.begin_row(_rows(reader))


def _left(reader: Reader, number: int | None) -> None:
    reader.story.change_row(_rows(reader), left=number or 0)


def _head(reader: Reader, _number: int | None) -> None:
    reader.story.change_row(_rows(reader), head=True)


def _joined(reader: Reader, _number: int | None) -> None:
    reader.story.flags = (True, reader.story.flags[1])


def _continued(reader: Reader, _number: int | None) -> None:
    reader.story.flags = (reader.story.flags[0], True)


def _cell_edge(reader: Reader, number: int | None) -> None:
    reader.story.add_cell(number or 0, _rows(reader))


_IN_TEXT: dict[str, Control] = {
    "par": _paragraph,
    "sect": _paragraph,
    "cell": _cell,
    "nestcell": _nested_cell,
    "row": _row,
    "nestrow": _nested_row,
    "trowd": _begin_row,
    "trleft": _left,
    "trhdr": _head,
    "clmrg": _joined,
    "clvmrg": _continued,
    "cellx": _cell_edge,
}
CONTROLS: dict[str, Control] = {
    **{word: partial(_begin, target) for word, target in words.DESTINATIONS.items()},
    **{word: partial(_say, sign) for word, sign in words.SIGNS.items()},
    **{word: _in_text(control) for word, control in _IN_TEXT.items()},
    **dict.fromkeys(("ql", "qr", "qj"), partial(_centre, False)),
    **{word: partial(_script, word) for word in ("loch", "hich", ASIAN, "rtlch", "ltrch")},
    "ab": _asian_bold,
    "afs": _asian_size,
    "qc": partial(_centre, True),
    "footnote": _begin_note,
    "shptxt": _begin_box,
    "dptxbxtext": _begin_box,
    "nesttableprops": _nested,
    "u": _unicode,
    "uc": _fallback,
    "ansicpg": _page,
    "deff": _default_font,
    "f": _font,
    "fcharset": _charset,
    "cpg": _font_page,
    "s": _style,
    "sbasedon": _base,
    "outlinelevel": _level,
    "intbl": _in_table,
    "itap": _depth,
    "pard": _plain_paragraph,
    "plain": _plain,
    "b": _bold,
    "v": _hidden,
    "fs": _size,
    "deleted": _deleted,
}
