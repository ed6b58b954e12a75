"""The 政府信息公开 block that a copied page has over its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.block import block_lines, information_block, is_labelled, with_official
from xinhui_viewer.importers.line import Line

_WITHIN = 30  # lines: a label and its value may stand in lines of their own
_TITLE = re.compile(r"^(?:标\s*题|名\s*称|信息名称|文件名称)\s*[:：]\s*(\S.*)", re.MULTILINE)
_CELLS = re.compile(r"\t+")


def text_block(lines: Sequence[str]) -> tuple[Facts, list[str]]:
    """Return the facts of a block near the top, and the lines without it; its title stays unless it follows again."""
    read = [Line(line, order=at) for at, line in enumerate(_parted(lines[:_WITHIN]))]
    block = block_lines(read)
    if not block:
        return with_official(Facts(), read), [*lines]
    rest = [*(line.text for line in read if line.order not in block), *lines[_WITHIN:]]
    told = [read[at] for at in sorted(block)]
    title = _TITLE.search("\n".join(line.text for line in told))
    if title and title[1] not in rest[:_WITHIN]:
        rest.insert(0, f"标题：{title[1]}")
    return information_block(told), rest


def with_block(facts: Facts, block: Facts) -> Facts:
    """Return the facts of a head with those of its block where it has none."""
    given = {name: getattr(block, name) for name in Facts.__slots__ if getattr(block, name)}
    return replace(facts, **{name: value for name, value in given.items() if not getattr(facts, name)})


def _parted(lines: Sequence[str]) -> list[str]:
    """Return lines with the cells of a copied table of labels in lines of their own."""
    cells = (_CELLS.split(line) if is_labelled(line) else [line] for line in lines)
    return [cell.strip() for line in cells for cell in line if cell.strip()]
