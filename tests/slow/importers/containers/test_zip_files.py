from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.importers.containers.test_zip_files import PAGE, read_all


def test_a_file_that_grows_beyond_all_bounds_is_left_out(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "bomb.zip", "w", ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("page.html", PAGE)
        archive.writestr("bomb.txt", bytes(80 * 2**20))
    found = {one.member: one for one in read_all(tmp_path / "bomb.zip")}
    assert found["page.html"].original is not None
    assert "bomb.txt is too large once unpacked." in str(found["bomb.txt"].error)
