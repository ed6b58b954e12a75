from __future__ import annotations

import pytest

from tests.importers.test_zip_guard import NAME, archive, archive_of_many, content_of
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.zip_guard import member, opened


def test_inflated_bytes_are_counted_over_all_members_of_an_archive() -> None:
    guarded = opened(archive(("a", bytes(15 * 2**20))), NAME)
    for _ in range(zip_guard.ALL // (15 * 2**20)):
        member(guarded, guarded.getinfo("a"))
    with pytest.raises(UnreadableSource, match="too large once unpacked"):
        member(guarded, guarded.getinfo("a"))


def test_a_member_over_the_limit_is_refused() -> None:
    content = archive(("a", bytes(1001)))
    assert len(content_of(content, limit=1001)) == 1001
    with pytest.raises(UnreadableSource, match="too large once unpacked"):
        content_of(content, limit=1000)
    with pytest.raises(UnreadableSource, match="too large once unpacked"):
        content_of(archive(("a", bytes(zip_guard.LARGEST + 1))), limit=2 * zip_guard.LARGEST)


@pytest.mark.parametrize("count", [30_000, 70_000], ids=["directory of 32 bits", "directory of 64 bits"])
def test_of_a_directory_that_is_too_long_the_first_members_are_read(count: int) -> None:
    content = b"JUNK" + archive_of_many(count)
    guarded = opened(content, NAME)
    assert guarded.cut
    assert len(guarded.infolist()) == zip_guard.MOST
    assert member(guarded, guarded.getinfo("a")) == b"text"
