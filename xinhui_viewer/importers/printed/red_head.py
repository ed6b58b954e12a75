"""The letterhead of a printed document: an office before 文件, in red over a number, or alone over the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.heads.letterhead import issuer, office, squeezed
from xinhui_viewer.importers.printed.paragraphs import Paragraph

_WITHIN = 4  # paragraphs where there is no number
_ENDING, _SHORTEST = "文件", 4  # of an issuer
_LARGER, _SAME_SIZE = 1.1, 0.4  # times the text's size: the type of a title; points
_HAN = re.compile("[\u4e00-\u9fff]")


def red_head(first: Sequence[Paragraph], number: int, size: float) -> tuple[list[int], str]:
    """Return the indexes of the paragraphs of the letterhead, and the issuer.

    ``number`` is the index of the paragraph with the document number, -1 without one; ``size`` that of the text.
    """
    above = first[: number if number >= 0 else _WITHIN]
    names = {at: squeezed(one.text) for at, one in enumerate(above) if _HAN.search(one.text)}
    head = [at for at, name in names.items() if _is_office_with_ending(name)]
    if number >= 0 or head:
        head = [at for at, name in names.items() if at in head or _is_red(first[at], name)]
    return (head, _issuer(names, head)) if head else _alone(first, names, size)


def _issuer(names: dict[int, str], head: Sequence[int]) -> str:
    return " ".join(filter(None, (names[at].removesuffix(_ENDING) for at in head)))


def _is_red(one: Paragraph, name: str) -> bool:
    return one.red and len(name) >= _SHORTEST


def _is_office_with_ending(name: str) -> bool:
    return name.endswith(_ENDING) and bool(office(name.removesuffix(_ENDING)))


def _alone(first: Sequence[Paragraph], names: dict[int, str], size: float) -> tuple[list[int], str]:
    """Return the letterhead that is an office alone over a title, unless it is the first line of that title."""
    for at in names:
        by = issuer(first[at].text, [one.text for one in first[at + 1 : at + 3]])
        if by and not _opens_title(first[at], first[at + 1], size):
            return [at], by
    return [], ""


def _opens_title(one: Paragraph, other: Paragraph, size: float) -> bool:
    """Return whether two paragraphs are in the same type, as the lines of one title are: a large one before 关于…."""
    same = abs(one.size - other.size) < _SAME_SIZE and one.red == other.red
    return same and (one.size > _LARGER * size or not other.text.startswith("关于"))
