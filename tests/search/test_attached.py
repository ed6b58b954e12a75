from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.archive.test_golden import GOLDEN
from tests.builders import archive, document, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.records import HitAttachment, Order
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import count, find

NOTICE = draft(
    "关于领取设备的通知",
    "请各镇按时领取，详见附件。",
    published=date(2023, 5, 1),
    attachments=(
        document(
            "a/P01.docx", "一、设备清单", "水泵3台，發電機2台。", headings=("一、设备清单",), label="附件1：设备清单"
        ),
        document("a/P02.xls", "领取时间表"),
    ),
)
PUMPS = draft("水泵维护办法", "水泵每季度检查一次。", published=date(2022, 5, 1))
OTHER = draft("关于会议的通知", "请各镇按时参加。", published=date(2021, 5, 1))


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with reading(archive(tmp_path_factory.mktemp("attached") / "a.xhdb", NOTICE, PUMPS, OTHER)) as opened:
        yield opened


def found(db: Archive, text: str, order: Order = "oldest") -> list[int]:
    query = asked(db, text)
    hits = [hit.id for hit in find(query, order).hits if not hit.partial]
    assert count(query) == facets(query).total == len(hits)
    return hits


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("水泵", [2, 1]),
        ("通知 水泵", [1]),
        ("设备清单", [1]),
        ("水泵 -发电机", [2]),
        ("通知 -水泵", [3]),
        ("-水泵", [3]),
        ("水泵 或 会议", [3, 2, 1]),
        ("领取时间", [1]),
        ("泵", [2, 1]),
        ("泵 通", [1]),
        ("通 -泵", [3]),
        ("发电机", [1]),
        ("原字:發電機", [1]),
        ("原字:发电机", []),
        ("近:5(水泵 发电机)", [1]),
        ("水泵 日期:2023", [1]),
        ("正文:水泵", [2]),
        ("标题:水泵", [2]),
        ("章节:设备清单", []),
        ("附件:水泵", [1]),
        ("附件:泵", [1]),
        ("附件:领取", [1]),
        ("附件:各镇", []),
        ("附件:水泵 会议", []),
        ("附件:水泵 或 会议", [3, 1]),
        ("通知 -附件:水泵", [3]),
        ("近:5(附件:水泵 附件:发电机)", [1]),
        ('"详见附件 一、设备清单"', []),
        ('"2台 领取时间表"', []),
    ],
)
def test_plain_words_are_found_in_attachments_too_and_a_field_only_there(
    db: Archive, text: str, ids: list[int]
) -> None:
    assert found(db, text) == ids


def test_a_match_on_the_page_comes_before_one_in_an_attachment(tmp_path: Path) -> None:
    page = draft("防汛工作情况", "各镇检查水泵。", published=date(2020, 1, 1))
    full = draft(
        "防汛通知", "见附件。", attachments=(document("a.pdf", *["水泵水泵水泵"] * 9),), published=date(2024, 1, 1)
    )
    with reading(archive(tmp_path / "a.xhdb", full, page)) as db:
        assert found(db, "水泵", "relevance") == [2, 1]


def test_nothing_is_found_in_attachments_where_there_are_none(tmp_path: Path) -> None:
    with reading(archive(tmp_path / "a.xhdb", PUMPS, replace(OTHER, body="水泵"))) as db:
        assert found(db, "附件:水泵") == []
        assert found(db, "水泵 -附件:水泵") == [2, 1]


@pytest.mark.parametrize("golden", GOLDEN[:2], ids=lambda path: path.stem)
def test_an_archive_of_an_older_version_is_searched_without_attachments(golden: Path) -> None:
    with reading(golden, frozen=True) as db:
        assert found(db, "附件:通知") == []
        assert found(db, "办结率 -附件:通知") == found(db, "办结率")


def test_a_hit_says_in_which_attachment_its_words_stand_and_shows_them(db: Archive) -> None:
    (page, _pumps) = find(asked(db, "水泵"), "newest").hits
    assert page.attachment == HitAttachment(1, "a/P01.docx", "设备清单.docx")
    assert page.excerpt == "水泵3台，發電機2台。"
    assert [page.excerpt[start:end] for start, end in page.spans] == ["水泵"]
    assert (page.section, page.count) == ("一、设备清单", 1)
    (hit,) = find(asked(db, "领取时间 通知")).hits
    assert hit.attachment == HitAttachment(2, "a/P02.xls", "P02.xls")
    (hit,) = find(asked(db, "通知 领取 日期:2023")).hits
    assert hit.attachment is None


def test_a_partial_match_may_stand_in_an_attachment(db: Archive) -> None:
    hits = find(asked(db, "发电机 抽水站")).hits
    assert [(hit.id, hit.missing) for hit in hits] == [(1, ("抽水站",))]
    assert hits[0].attachment is not None
    assert hits[0].excerpt == "水泵3台，發電機2台。"
