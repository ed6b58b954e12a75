from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.builders import archive, draft
from xinhui_viewer.archive import read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.records import BODY, Bulletin, Draft, Ground, Original, Query, Word
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.find import find

READ = draft("读作甲", "一、读出的章节", "正文有数据12件。", source="甲报", published=date(2021, 3, 5))


def _user(*facts: str) -> tuple[Ground, ...]:
    return tuple(Ground(fact, "user", sure=True) for fact in facts)


def _again(path: Path, one: Draft) -> tuple[bool, Bulletin]:
    """Store another reading of the archive's only bulletin; return whether it changed, and the bulletin."""
    (bulletin,) = prepared(Original("0" * 64, "a", "text/html", b"", ""), [one]).bulletins
    with writing(path) as db:
        (changed,) = replace_all(db, [(1, bulletin)])
        return changed, read.bulletin(db, 1)


def _hits(db: Archive, word: str) -> int:
    return find(Asked(db, Query(word, Word(word), ()))).count


def test_another_reading_never_undoes_what_the_user_has_put_right(tmp_path: Path) -> None:
    mine = draft("我的标题", "我的正文有数据13件。", published=date(2022, 4, 6))
    path = archive(tmp_path / "a.xhdb", replace(mine, grounds=_user("title", "published", "source", BODY)))
    _, bulletin = _again(path, replace(READ, grounds=(Ground("title", "printed", True),)))
    assert (bulletin.facts.title, bulletin.facts.published, bulletin.body) == (
        "我的标题",
        date(2022, 4, 6),
        "我的正文有数据13件。",
    )
    assert bulletin.facts.source == ""  # removed by the user
    assert set(bulletin.grounds) == set(_user("title", "published", "source", BODY))
    assert [figure.text for figure in bulletin.figures] == ["13件"]
    changed, _same = _again(path, READ)
    assert not changed


def test_the_users_title_and_text_are_found_after_another_reading_and_what_was_read_is_not(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", replace(draft("我的标题", "我的正文。"), grounds=_user("title", BODY)))
    _again(path, READ)
    with reading(path) as db:
        assert [_hits(db, word) for word in ("我的标题", "我的正文", "读作甲", "读出的章节")] == [1, 1, 0, 0]


def test_facts_that_the_user_left_follow_the_reading(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", replace(draft("我的标题", "旧。", source="旧报"), grounds=_user("title")))
    changed, bulletin = _again(path, READ)
    assert changed
    assert (bulletin.facts.title, bulletin.facts.source, bulletin.body) == ("我的标题", "甲报", READ.body)


def test_a_later_correction_replaces_an_earlier_one(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", replace(draft("先改的", "先改的正文。"), grounds=_user("title", BODY)))
    _, bulletin = _again(path, replace(draft("后改的", "后改的正文。"), grounds=_user("title", BODY)))
    assert (bulletin.facts.title, bulletin.body) == ("后改的", "后改的正文。")


def test_a_damaged_text_of_the_user_is_replaced_by_the_originals(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", replace(draft("我的标题", "我的正文。"), grounds=_user("title", BODY)))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE bulletins SET body = '别的正文。'")
    _, bulletin = _again(path, READ)
    assert bulletin.body == READ.body
    assert _user(BODY)[0] not in bulletin.grounds
