from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find, ids
from xinhui_viewer.search.sounding import corrected
from xinhui_viewer.text.pinyin import alike


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    drafts = [
        draft("渔港灯会通知", "渔港灯会在码头举行，请走绿色通道。"),
        draft("码头公告", "渔港灯会期间码头停航。"),
        draft("养蚝补贴", "养蚝户领取补贴。"),
        draft("绿道简报", "旅社通到码头。"),
    ]
    with reading(archive(tmp_path_factory.mktemp("sounding") / "a.xhdb", *drafts)) as db:
        yield db


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("渔岗灯会", "渔港灯会"),
        ("鱼港灯会", "渔港灯会"),
        ("渔港灯汇", "渔港灯会"),
        ("渔港灯汇 码头", "渔港灯会 码头"),
        ("标题:渔港灯汇", "标题:渔港灯会"),
        ("举办渔港灯汇", "举办渔港灯会"),
        ("渔港灯会", ""),
        ("“渔港灯汇”", ""),
        ("原字:渔港灯汇", ""),
        ("养毫", ""),
        ("抽烟渔港灯汇", "抽烟渔港灯会"),
        ("码头灯会", ""),
        ("来源:渔港灯汇", ""),
        ("gang deng", ""),
    ],
)
def test_one_character_of_the_same_sound_is_corrected_where_four_then_stand_somewhere(
    db: Archive, text: str, meant: str
) -> None:
    found = corrected(asked(db, text))
    assert (found.text if found else "") == meant


def test_hits_for_a_corrected_query_follow_the_full_matches_marked_and_are_not_counted(db: Archive) -> None:
    query = asked(db, "渔港灯汇")
    found = find(query)
    assert (found.count, found.partial) == (0, 0)
    assert found.suggested is not None
    assert found.suggested.text == "渔港灯会"
    assert [(hit.title, hit.suggested, hit.partial, hit.missing) for hit in found.hits] == [
        ("渔港灯会通知", "渔港灯会", True, ()),
        ("码头公告", "渔港灯会", True, ()),
    ]
    assert [hit.excerpt[slice(*hit.spans[0])] for hit in found.hits] == ["渔港灯会", "渔港灯会"]
    assert ids(query) == ()
    assert len(find(query, limit=1).hits) == 1


@pytest.mark.parametrize("changed", [{"order": "newest"}, {"offset": 1}, {"partial": False}])
def test_nothing_is_suggested_in_date_order_on_further_pages_or_where_only_full_matches_are_asked_for(
    db: Archive, changed: dict[str, object]
) -> None:
    found = find(asked(db, "渔港灯汇"), **changed)  # type: ignore[arg-type]
    assert found.suggested is None


def test_where_three_match_nothing_is_suggested(tmp_path: Path) -> None:
    drafts = [draft(f"渔港灯汇{n}", "正文") for n in "甲乙丙"] + [draft("渔港灯会", "正文")]
    with reading(archive(tmp_path / "a.xhdb", *drafts)) as db:
        assert find(asked(db, "渔港灯汇")).suggested is None


def test_characters_of_one_sound_are_usual_ones_and_never_the_same() -> None:
    assert "港" in alike("岗")
    assert "岗" not in alike("岗")
    assert alike("A") == ""
