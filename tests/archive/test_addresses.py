from __future__ import annotations

from pathlib import Path

from tests.archive.test_golden import GOLDEN
from tests.builders import archive, draft
from xinhui_viewer.archive import addresses
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing

MIRROR = "https://mirror.example/a"


def test_a_bulletin_is_found_by_each_of_its_further_addresses(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲", "一"), draft("乙", "二"))
    with writing(path) as db, db.transaction():
        for url in (MIRROR, "https://another.example/a", MIRROR):
            addresses.note(db, 2, url)
    with reading(path) as db:
        assert addresses.further(db, 2) == ("https://another.example/a", MIRROR)
        assert addresses.further_at(db, MIRROR) == 2
        assert addresses.further(db, 1) == ()
        assert addresses.further_at(db, "https://mirror.example/b") is None


def test_an_archive_made_before_there_were_further_addresses_has_none() -> None:
    with reading(GOLDEN[0], frozen=True) as db:
        assert addresses.further(db, 1) == ()
