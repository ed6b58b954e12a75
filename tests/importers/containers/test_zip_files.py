from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.importers.containers.files import PNG, zipped
from tests.importers.pages import standard
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.importers.run.reading import Reading, Watch, readings

PAGE = standard().encode()
TEXT = "关于防汛工作的通知\n\n各镇要逐村排查，备足物资。\n".encode("gbk")


def read_all(path: Path) -> list[Reading]:
    return list(readings(path, Watch()))


def written(tmp_path: Path, content: bytes, name: str = "saved.zip") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_every_file_of_a_zip_is_read_and_what_lies_beside_pages_is_passed_over(tmp_path: Path) -> None:
    files = {
        "2023/页面.html": PAGE,
        "2023/a.css": b"p {}",
        "通知.txt": TEXT,
        "__MACOSX/x.html": PAGE,
        ".git/y.html": PAGE,
    }
    found = read_all(written(tmp_path, zipped(files)))
    assert {one.member: one.drafts[0].facts.title for one in found} == {
        "2023/页面.html": "云汀区召开防汛工作会议",
        "通知.txt": "关于防汛工作的通知",
    }


def test_names_that_chinese_windows_wrote_are_read_as_they_were_meant(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("XXXX.txt", TEXT)
    content = (tmp_path / "a.zip").read_bytes().replace(b"XXXX", "通知".encode("gbk"))
    assert [one.member for one in read_all(written(tmp_path, content))] == ["通知.txt"]


def test_images_in_a_zip_go_with_their_page(tmp_path: Path) -> None:
    page = standard(body='<p><img src="page_files/1.png"></p>').encode()
    (found,) = read_all(written(tmp_path, zipped({"a/page.html": page, "a/page_files/1.png": PNG})))
    assert [one.content for one in found.drafts[0].attachments] == [PNG]


def test_zips_in_zips_are_read_to_a_depth_and_no_further(tmp_path: Path) -> None:
    content = zipped({"page.html": PAGE})
    for depth in range(1, 5):
        found = read_all(written(tmp_path, content))
        if depth <= 3:
            assert [one.drafts[0].facts.title for one in found] == ["云汀区召开防汛工作会议"]
        else:
            assert "nested too deeply" in str(found[0].error)
        content = zipped({f"{depth}.zip": content})


def test_a_bad_file_in_a_zip_costs_no_other(tmp_path: Path) -> None:
    content = zipped({"a.html": PAGE, "b.txt": b"", "c.exe": b"MZ\0", "d.txt": TEXT, "e.txt": b"\x89PNG" + bytes(900)})
    content = content.replace(zlib.crc32(TEXT).to_bytes(4, "little"), b"\1\2\3\4")
    found = {one.member: one for one in read_all(written(tmp_path, content))}
    assert found["a.html"].original is not None
    assert {name for name, one in found.items() if one.error} == {"b.txt", "c.exe", "d.txt", "e.txt"}
    assert "d.txt is damaged" in str(found["d.txt"].error)


@pytest.mark.parametrize("cut", [30, -30])
def test_a_cut_zip_is_refused_with_its_name(tmp_path: Path, cut: int) -> None:
    with pytest.raises(UnreadableSource, match=r"saved\.zip is damaged or incomplete"):
        read(written(tmp_path, zipped({"page.html": PAGE})[:cut]))


def test_a_zip_without_bulletins_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"saved\.zip contains no file that can be imported"):
        read(written(tmp_path, zipped({"a.css": b"x"})))


@pytest.mark.parametrize("name", ["./a.html", "../a.html", "/a.html", "x/../a.html", "b\\..\\a.html"])
def test_a_path_with_dots_is_read(tmp_path: Path, name: str) -> None:
    (found,) = read_all(written(tmp_path, zipped({name: PAGE})))
    assert (found.member, len(found.drafts)) == ("a.html", 1)


def test_two_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.html", PAGE)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.html", standard("另一则通知").encode())
    assert [(one.member, one.drafts[0].facts.title) for one in read_all(path)] == [
        ("a (2).html", "另一则通知"),
        ("a.html", "云汀区召开防汛工作会议"),
    ]
