"""Newspapers, known by their names."""

from __future__ import annotations

import re

# 简报 and 通报 are issued by offices, 公报 by governments; of these only 大公报 is a newspaper.
_NEWSPAPER = re.compile("(?<![公简通情周月季年战喜捷海])报(?:社|客户端)?$|大公报$|周报$")


def is_newspaper(name: str) -> bool:
    """Return whether a name is that of a newspaper, or of its publisher."""
    return _NEWSPAPER.search(name) is not None
