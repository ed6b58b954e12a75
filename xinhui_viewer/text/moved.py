"""Pieces of a text moved to where they stand in a longer one, of which that text is a part."""

from __future__ import annotations

from dataclasses import replace

from xinhui_viewer.records import Block, Figure, Section


def moved_block(one: Block, by: int) -> Block:
    """Return a block that stands ``by`` characters further."""
    return replace(one, start=one.start + by, end=one.end + by)


def moved_section(one: Section, by: int, deeper: int = 0) -> Section:
    """Return a section that stands ``by`` characters further, and some levels deeper."""
    start, heading_end, end = one.start + by, one.heading_end + by, one.end + by
    return replace(one, level=one.level + deeper, start=start, heading_end=heading_end, end=end)


def moved_figure(one: Figure, by: int) -> Figure:
    """Return a figure that stands ``by`` characters further."""
    first, last = one.sentence
    return replace(one, start=one.start + by, sentence=(first + by, last + by))
