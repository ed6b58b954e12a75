from __future__ import annotations

import pytest

from tests.importers.test_zip_guard import NAME, archive
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.zip_guard import member, opened


def test_inflated_bytes_are_counted_over_all_members_of_an_archive() -> None:
    guarded = opened(archive(("a", bytes(15 * 2**20))), NAME)
    for _ in range(zip_guard.ALL // (15 * 2**20)):
        member(guarded, guarded.getinfo("a"))
    with pytest.raises(UnreadableSource, match="too large once unpacked"):
        member(guarded, guarded.getinfo("a"))
