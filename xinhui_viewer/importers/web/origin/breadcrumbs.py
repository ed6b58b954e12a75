"""The column paths that a page prints: in one line, or with each step in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress
from typing import Any

from xinhui_viewer.importers.furniture import LAST_STEP, PLACE, is_place
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.origin.parts import names, parts

_LONGEST_LINE, _MOST_LINES, _MOST_BARS = 260, 24, 4  # characters, lines, steps between bars: more are a menu
_LEVELS = 3  # elements around a line that may be for the path
_NEAR = 8  # lines above the title in which a path is known by its element alone
_HOME = re.compile(
    r"(?:.{0,12}(?:网站|[\u4e00-\u9fff]网|学校|本站))?[首主]\s*页|.{2,16}门户(?:网站)?|home|index", re.IGNORECASE
)
_SEPARATORS = r"-+>|\]?[>›»＞→⟩❯▶►]+\]?"
_SEPARATOR = re.compile(rf"\s*(?:{_SEPARATORS}|[/／\\|｜丨·•∣:：]+|(?<!\w)[-–—]+|[-–—]+(?!\w))\s*")  # beside links
_PLAIN_SEPARATOR = re.compile(rf"\s*(?:{_SEPARATORS}|(?<=\s)[-–—/／|](?=\s)|[/／](?=\s))\s*")
_ARROW = re.compile(r"[>›»＞→⟩❯▶►]|(?:^|\s)[-–—/／](?:\s|$)|[\u4e00-\u9fff][/／]\s")
_LETTER = re.compile(r"\w")
_EDGES = " \t\r\n\xa0\u2002\u2003\u3000\u200b\ufeff:：>»›＞→[]【】|｜/-–—·•"
_BEGINS, _ENDS, _ENDS_OPEN = tuple(">›»＞→/-"), tuple(">›»＞→"), tuple(">›»＞→:：")
_MARKED = re.compile(
    r"bread|crumb|mian_?bao|(?<![a-z])mbx|wei_?zhi|dang_?qian|dqwz|(?<![a-z])wz(?![a-z])|cur_?(?:rent)?_?(?:pos|loc|place)|"
    r"(?<![a-z])(?:position|location|place|path|loc|pos|lujing|nowplace|now|local|addr)(?![a-z-])|"
    r"(?:nav|channel|news|page)[-_]?(?:path|position|pos|addr|loc)|lnav|website",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Breadcrumbs:
    """Steps as printed in ``lines``, and the ways in which they are a path (names of evidence)."""

    steps: Sequence[str]
    ways: frozenset[str]
    lines: Sequence[Line]


def breadcrumbs(lines: Sequence[Line], title: int) -> Iterator[Breadcrumbs]:
    """Yield what may be a path among the lines above a text; ``title`` is the order of the title's line."""
    at = 0
    while at < len(lines):
        found = _at(lines, at, near=0 <= title - at <= _NEAR)
        if found is not None:
            yield found
        at += len(found.lines) if found is not None else 1


def is_home(step: str) -> bool:
    """Return whether a step is the home page."""
    return _HOME.fullmatch(step) is not None


def _at(lines: Sequence[Line], at: int, *, near: bool) -> Breadcrumbs | None:
    """Return the path that begins in a line; None in any other line."""
    line = lines[at]
    if not _may_begin(line, near=near):
        return None
    label, element = is_place(line.text), _element(line)
    known = label or element is not None
    arrow = _has_arrow(line.text) or any(map(_is_separated, lines[at + 1 : at + 2]))
    steps = _steps(line) if known or arrow or _bars(line) else []
    bars = 0 < _bars(line) == len(steps) - 1 < _MOST_BARS
    if not (known or arrow or bars):
        return None
    path = (line, *_following(lines, at, steps, element, known=known))
    steps = list(chain.from_iterable(map(_steps, path)))
    signs = {"behind a label": label, "in an element for it": element is not None, "with bars": bars}
    return Breadcrumbs(steps, frozenset((*compress(signs, signs.values()), *_ways(path))), path)


def _ways(path: Sequence[Line]) -> Iterator[str]:
    """Yield the ways in which lines are a path by themselves."""
    if any(_has_arrow(line.text) for line in path):
        yield "with separators"
    if any(line.linked for line in path):
        yield "with links"


def _may_begin(line: Line, *, near: bool) -> bool:
    """Return whether a line has any sign of a path; looked up first, for most lines have none."""
    return not _is_no_step(line) and (near or _has_sign(line.text))


@lru_cache(4096)
def _has_sign(text: str) -> bool:
    home = ("页" in text or "门户" in text or text.isascii()) and is_home(text.strip(_EDGES))
    return home or "|" in text or "｜" in text or _has_arrow(text) or is_place(text)


@lru_cache(4096)
def _has_arrow(text: str) -> bool:
    return _ARROW.search(text) is not None


def _bars(line: Line) -> int:
    return line.text.count("|") + line.text.count("｜")


def _element(line: Line) -> Any:
    """Return the element around a line whose class or id says that it is for a path; None without one.

    Where steps are in such elements of their own, it is the one around them.
    """
    node, found = line.block, None
    for _ in range(_LEVELS):
        if node is None or node.tag in ("body", "html"):
            break
        if _is_marked(names(node)):
            found = node
        elif found is not None:
            break
        node = node.parent
    return found


@lru_cache(4096)
def _is_marked(name: str) -> bool:
    return _MARKED.search(name) is not None


def _is_in(line: Line, element: Any) -> bool:
    node = line.block
    for _ in range(_LEVELS + 2):
        if node is None:
            return False
        if node.mem_id == element.mem_id:
            return True
        node = node.parent
    return False


def _following(lines: Sequence[Line], at: int, steps: Sequence[str], element: Any, *, known: bool) -> Iterator[Line]:
    """Yield the lines below that hold further steps of the path that begins in line ``at``.

    They have separators; where that line is not the whole path, they are in the path's ``element``, or links.
    """
    if _has_arrow(lines[at].text) and len(steps) > 1:
        element, known = None, False
    open_ = known or lines[at].text.rstrip()[-1:] in _ENDS_OPEN
    for line in lines[at + 1 : at + 1 + _MOST_LINES]:
        last = LAST_STEP.match(line.text.strip(_EDGES)) is not None
        further = _is_further(line, element, open_=open_ and (last or line.linked > 0))
        if line.text and (_is_no_step(line) or not further):
            return
        if line.text:
            yield line
        if last:
            return


def _is_further(line: Line, element: Any, *, open_: bool) -> bool:
    if element is not None:
        return _is_in(line, element)
    return open_ or _is_separated(line) or line.text.rstrip()[-1:] in _ENDS


def _is_separated(line: Line) -> bool:
    """Return whether a line begins with a separator."""
    return line.text.lstrip()[:1] in _BEGINS


def _is_no_step(line: Line) -> bool:
    return bool(line.rows or line.image) or len(line.text) > _LONGEST_LINE


def _steps(line: Line) -> list[str]:
    """Return the steps in a line: each link is one, other text is divided at its separators."""
    found = parts(line)
    linked = any(part.linked for part in found)
    steps: list[str] = []
    label, separated = True, False  # until the label is passed; since the latest step
    for part in found:
        text = part.text
        if label and (match := PLACE.match(text)):
            text = text[match.end() :]
        label = label and not text.strip(_EDGES)
        for piece in _pieces(text, part.linked, linked, alone=len(found) == 1):
            step = " ".join(piece.strip(_EDGES).split())
            if _LETTER.search(step) and (separated or steps[-1:] != [step]):
                steps.append(step)
                separated = False
            separated = separated or not step or step != piece.strip()
    return steps


def _pieces(text: str, is_link: bool, linked: bool, *, alone: bool) -> list[str]:
    """Return a text of a path divided at its separators; ``linked`` tells that other steps are links."""
    if is_link and not _ARROW.search(text.strip(_EDGES)):
        return [text]
    if linked:
        return _SEPARATOR.split(text)
    if _ARROW.search(text) or not alone:
        return _PLAIN_SEPARATOR.split(text)
    for sign in ("/", "|", "｜", "·", "-", "—", None):
        pieces = [piece for piece in text.split(sign) if piece.strip()]
        if len(pieces) > 1 and all(1 < len(piece.strip()) <= 16 for piece in pieces):
            return pieces
    return [text]
