"""What the first lines of a plain text say: a red head, a number, a path, a title, the line of source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.importers.fields import NUMBER
from xinhui_viewer.importers.finish import Fields
from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.word.head import RED_HEAD

_LINES = 12  # in which a head is looked for
_LONGEST_TITLE = 80
_LABELLED = re.compile(r"(标题|题目|栏目|网址|原文链接|链接|文号|发文字号|发文机关|发布机构)\s*[:：]\s*(\S.*)")


def text_head(lines: Sequence[str]) -> tuple[Fields, int]:
    """Return what the head says, and how many of the lines, which are not empty, are of it."""
    fields = Fields()
    for at, line in enumerate(lines[:_LINES]):
        taken = _labelled(fields, line) or _around(fields, line)
        if taken is None and not fields.title:
            if len(line) > _LONGEST_TITLE or line[-1] in "。；，":
                return fields, at
            taken = replace(fields, title=line)
        if taken is None:
            return fields, at
        fields = taken
    return fields, min(_LINES, len(lines))


def _labelled(fields: Fields, line: str) -> Fields | None:
    """Take a line that is a label and its value, as people note them over a text that they copied."""
    found = _LABELLED.fullmatch(line)
    if found is None:
        return None
    label, value = found[1], found[2].strip()
    if label in ("标题", "题目"):
        return None if fields.title else replace(fields, title=value)
    if label == "栏目":
        return replace(fields, columns=breadcrumb(value) or (value,))
    if label in ("网址", "链接", "原文链接"):
        return replace(fields, url=value) if value.startswith(("http://", "https://")) else None
    if label in ("文号", "发文字号"):
        return replace(fields, document_number=value) if NUMBER.fullmatch(value) else None
    return replace(fields, issuer=value)


def _around(fields: Fields, line: str) -> Fields | None:
    """Take what stands over a title, or right under it."""
    solid = "".join(line.split())
    meta = meta_line(line) if fields.title else None
    if meta and ((meta.published and not fields.published) or (meta.source and not fields.source)):
        return replace(fields, published=fields.published or meta.published, source=fields.source or meta.source)
    if NUMBER.fullmatch(solid.strip("（）()")) and not fields.document_number:
        return replace(fields, document_number=solid.strip("（）()"))
    if fields.title:
        return None
    red, path = RED_HEAD.fullmatch(solid), breadcrumb(line)
    if red:
        return replace(fields, issuer=red[1])
    if path:
        return replace(fields, columns=path)
    return fields if is_furniture(line) else None
