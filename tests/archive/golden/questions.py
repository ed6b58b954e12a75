"""The questions that every golden archive must answer, and the answers of an archive as plain JSON values."""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from datetime import date
from typing import Any

from xinhui_viewer import facts
from xinhui_viewer.archive import figures, files, read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.exporters.facts import grounds
from xinhui_viewer.records import Attached, FigureFilter
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find
from xinhui_viewer.text.series import series

TODAY = date(2025, 6, 1)
SEARCHES = (
    "",
    "老旧小区",
    "办结率",
    "办结率 -网格",
    "水库 或 耕地",
    '"行政复议"',
    "會議",
    "原字:會議",
    "𠮷",
    "䢺尾鄉",
    "近:8(永久 农田)",
    "标题:公报",
    "章节:招生计划",
    "来源:青澜日报",
    "作者:陈",
    "栏目:政务公开",
    "文号:青教通〔2023〕17号",
    "日期:2021..2022",
    "日期:无",
    "日期:2025-05",
    "数据:常住人口>59万",
    "水泵车",
    "领取 水泵车",
    "领取 -水泵车",
    "附件:石溪",
    "-附件:石溪",
    "6240人",
    "6420人",
)
DERIVED = ("sections", "figures")  # facts that every update of an archive derives again
# Facts that re-reading a bulletin never changes.
LASTING = ("revises", "revisions", "original", "attachments", "name", "media_type", "address", "retrieved", "imported")


def answers(db: Archive) -> dict[str, Any]:
    """Return the answers of an archive: facts by bulletin, ids by question, and the user's decisions on series."""
    numbers = sorted({number for latest in read.ids(db) for number in read.revisions(db, latest)})
    return {
        "bulletins": {str(number): _facts(db, number) for number in numbers},
        "ids": {"newest first": list(read.ids(db)), **_found(db), **_series(db)},
        "decisions": sorted([*label, name] for label, name in figures.choices(db).items()),
    }


def _facts(db: Archive, number: int) -> dict[str, Any]:
    one = read.bulletin(db, number)
    return {
        **facts.json(one.facts),
        "grounds": grounds(one),
        "body": _sha256(one.body.encode()),
        "sections": [[each.level, each.heading, each.start, each.end] for each in one.sections],
        "figures": [[each.label, each.text, each.value, each.unit, each.period] for each in one.figures],
        "tables": [[[[*astuple(cell)] for cell in row] for row in block.rows] for block in one.blocks if block.rows],
        "images": [block.image for block in one.blocks if block.image],
        "revises": one.revises,
        "revisions": list(read.revisions(db, number)),
        "original": _sha256(files.original(db, number).content),
        "attachments": [_attached(db, number, name) for name in one.attachments],
        "attached": [_text(each) for each in one.attached],
        "importer": one.provenance.importer,
        "name": one.provenance.name,
        "media_type": one.provenance.media_type,
        "address": one.provenance.url,
        "retrieved": one.provenance.retrieved,
        "imported": one.provenance.imported,
    }


def _found(db: Archive) -> dict[str, list[int]]:
    return {f"search {text}": [hit.id for hit in find(asked(db, text, TODAY), "oldest").hits] for text in SEARCHES}


def _series(db: Archive) -> dict[str, list[int]]:
    found = series(figures.listed(Plans(db), FigureFilter()), figures.choices(db))
    return {
        f"series {one.label} {one.unit} {one.source} {one.span}": [point.key.bulletin_id for point in one.points]
        for one in found
    }


def _attached(db: Archive, number: int, name: str) -> list[str]:
    file = files.attachment(db, number, name)
    assert file is not None
    return [name, file.media_type, _sha256(file.content)]


def _text(one: Attached) -> list[Any]:
    said: list[Any] = [one.number, one.name, one.label]
    if one.text is None:
        return said
    sections = [[each.level, each.heading, each.start, each.end] for each in one.text.sections]
    figures = [[each.label, each.text, each.value, each.unit] for each in one.text.figures]
    return [*said, _sha256(one.text.body.encode()), sections, figures]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
