from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import archive, draft, published
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.records import Draft, Figure, Summary
from xinhui_viewer.search.parse import parse
from xinhui_viewer.summary.compose import compose

PARAGRAPHS = (
    "云汀区昨日召开防汛工作会议，部署今年的任务。",
    "会议指出",
    "去年全区防汛工作平稳有序。全年排查隐患1200处。",
    "会议要求",
    "各镇街要继续做好水库巡查。",
)
FIGURES = (Figure("1200处", 38, "全年排查隐患", 1200, "处", "count"),)


def _full() -> Draft:
    return draft(
        "防汛工作会议召开",
        *PARAGRAPHS,
        headings=("会议指出", "会议要求"),
        figures=FIGURES,
        published=published("2023-06-01"),
        source="云汀日报",
        columns=("首页", "应急管理"),
        document_number="云府办〔2023〕8号",
        url="https://www.yunting.example/1.html",
    )


def _composed(tmp_path: Path, ids: tuple[int, ...], *drafts: Draft, title: str = "") -> Summary:
    with reading(archive(tmp_path / "a.xhdb", *drafts)) as db:
        return compose(db, ids, title)


def test_an_entry_says_where_the_bulletin_comes_from(tmp_path: Path) -> None:
    (entry,) = _composed(tmp_path, (1,), _full()).entries
    assert (entry.bulletin_id, entry.facts.title, entry.facts.source) == (1, "防汛工作会议召开", "云汀日报")
    assert (entry.facts.published, entry.facts.columns) == (published("2023-06-01"), ("首页", "应急管理"))
    assert (entry.facts.document_number, entry.facts.url) == ("云府办〔2023〕8号", "https://www.yunting.example/1.html")
    assert len(entry.provenance.sha256) == 64


def test_every_section_is_there_with_sentences_verbatim_from_the_text(tmp_path: Path) -> None:
    (entry,) = _composed(tmp_path, (1,), _full()).entries
    assert [(section.level, section.heading) for section in entry.sections] == [(1, "会议指出"), (1, "会议要求")]
    assert entry.lead == (PARAGRAPHS[0],)
    assert entry.sections[0].gist == ("去年全区防汛工作平稳有序。", "全年排查隐患1200处。")
    assert entry.figures == FIGURES


def test_entries_keep_the_order_that_was_asked_for(tmp_path: Path) -> None:
    drafts = [draft(title, "正文在此，没有别的。") for title in "甲乙丙"]
    made = _composed(tmp_path, (3, 1), *drafts, title="两篇")
    assert made.title == "两篇"
    assert [entry.facts.title for entry in made.entries] == ["丙", "甲"]


def test_an_empty_bulletin_has_an_entry_without_sentences(tmp_path: Path) -> None:
    (entry,) = _composed(tmp_path, (1,), draft("只有标题")).entries
    assert (entry.lead, entry.sections, entry.figures) == ((), (), ())


def test_the_time_it_was_made_is_the_time_in_utc(tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    made = datetime.fromisoformat(_composed(tmp_path, (1,), _full()).made)
    assert before <= made <= datetime.now(UTC)


def test_a_missing_bulletin_is_reported_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="2"):
        _composed(tmp_path, (1, 2), _full())


def test_extracts_for_a_query_have_their_section_and_the_query_is_shown(tmp_path: Path) -> None:
    with reading(archive(tmp_path / "a.xhdb", _full())) as db:
        summary = compose(db, (1,), query=parse("隐患"))
    (found,) = summary.entries[0].extracts
    assert [found.text[start:end] for start, end in found.spans] == ["隐患"]
    assert (found.section, summary.query, summary.understood) == ("会议指出", "隐患", "“隐患”")


def test_a_bulletin_shows_three_places_at_most_in_the_order_of_its_text(tmp_path: Path) -> None:
    long = draft("通报", *(f"第{n}处发现隐患。" + "继续巡查。" * 40 for n in range(1, 9)))
    with reading(archive(tmp_path / "a.xhdb", long)) as db:
        found = compose(db, (1,), query=parse("隐患")).entries[0].extracts
    assert len(found) == 3
    assert [one.text[:2] for one in found] == sorted({one.text[:2] for one in found})
