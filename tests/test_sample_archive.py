from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from xinhui_viewer.archive import connect
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.read import bulletin, ids
from xinhui_viewer.importers import read
from xinhui_viewer.job import Job
from xinhui_viewer.resources import resource
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find


@pytest.fixture
def sample() -> Iterator[Archive]:
    with connect.reading(resource("sample", "sample.xhdb"), frozen=True) as db:
        yield db


def test_the_sample_archive_is_what_its_pages_say_today(sample: Archive) -> None:
    kept = {one.facts.title + one.body: one for one in (bulletin(sample, number) for number in ids(sample))}
    drafts = [read(page)[1][0] for page in sorted(resource("sample", "pages").iterdir())]
    assert len(kept) == len(drafts) >= 12
    for draft in drafts:
        one = kept[draft.facts.title + draft.body]
        assert replace(one.facts, url="") == replace(draft.facts, url="")
        assert (one.blocks, one.sections, one.figures) == (draft.blocks, draft.sections, draft.figures)


def test_the_sample_archive_is_whole_and_its_index_fits_the_program(sample: Archive) -> None:
    assert problems(sample, Job()) == ()


def test_the_queries_the_empty_field_suggests_find_something(sample: Archive) -> None:
    for query in ("网格事件", "电信网络诈骗 日期:2021..2024", "矛盾纠纷 化解率"):
        assert find(asked(sample, query)).count > 2


def test_a_name_in_traditional_characters_is_found_by_simplified_ones(sample: Archive) -> None:
    hits = find(asked(sample, "叶树声")).hits
    assert {"葉樹聲", "叶树声"} <= {hit.excerpt[start:end] for hit in hits for start, end in hit.spans}


def test_the_sample_can_be_read_where_nothing_may_be_written_and_leaves_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "readonly" / "sample.xhdb"
    copy.parent.mkdir()
    shutil.copyfile(resource("sample", "sample.xhdb"), copy)
    copy.chmod(0o400)
    copy.parent.chmod(0o500)
    try:
        with connect.reading(copy, frozen=True) as db:
            assert find(asked(db, "网格")).count > 0
        assert [path.name for path in copy.parent.iterdir()] == ["sample.xhdb"]
    finally:
        copy.parent.chmod(0o700)
