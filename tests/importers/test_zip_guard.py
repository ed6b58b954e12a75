from __future__ import annotations

import struct
import warnings
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.zip_guard import member, opened

NAME = "files.zip"


def archive(*files: tuple[str, bytes], kind: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", kind) as written, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in files:
            written.writestr(name, content)
    return out.getvalue()


def archive_of_many(count: int) -> bytes:
    """An archive of ``a`` and a directory that names ``count`` empty ones after it."""
    out = BytesIO()
    with ZipFile(out, "w") as written:
        written.writestr("a", b"text")
        for n in range(count):
            empty = ZipInfo(f"x/{n}")
            empty.CRC = empty.header_offset = 0
            written.filelist.append(empty)
    return out.getvalue()


def content_of(content: bytes, name: str = "a", limit: int = zip_guard.LARGEST) -> bytes:
    guarded = opened(content, NAME)
    return member(guarded, guarded.getinfo(name), limit)


def test_a_member_comes_out_as_it_went_in() -> None:
    data = bytes(range(256)) * 5000
    assert content_of(archive(("a", data))) == data
    assert content_of(b"JUNK" * 100 + archive(("a", data), kind=ZIP_STORED)) == data


def test_a_member_that_was_packed_too_well_is_refused_unless_it_is_small() -> None:
    assert len(content_of(archive(("a", bytes(15 * 2**20))))) == 15 * 2**20
    with pytest.raises(UnreadableSource, match="too large once unpacked"):
        content_of(archive(("a", bytes(20 * 2**20))))


def test_a_size_that_lies_does_not_help() -> None:
    content = archive(("a", bytes(20 * 2**20)))
    lying = content.replace(struct.pack("<I", 20 * 2**20), struct.pack("<I", 1000))
    assert lying != content
    with pytest.raises(UnreadableSource, match=r"files\.zip is damaged"):
        content_of(lying)


def test_a_wrong_checksum_is_found() -> None:
    content = archive(("a", b"0123456789" * 10), kind=ZIP_STORED)
    with pytest.raises(UnreadableSource, match=r"files\.zip is damaged"):
        content_of(content.replace(b"0123456789" * 10, b"0123456788" * 10))


def test_the_last_of_two_members_of_one_name_is_read_with_a_warning() -> None:
    content = archive(("a", b"first"), ("b", b""), ("a", b"second"))
    assert opened(content, NAME).repeated == ("a",)
    assert content_of(content) == b"second"


def test_a_protected_member_asks_for_its_password() -> None:
    content = bytearray(archive(("a", b"text")))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableSource, match="password-protected"):
        content_of(bytes(content))


def test_a_packing_that_cannot_be_bounded_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="compressed in a way"):
        content_of(archive(("a", b"text"), kind=ZIP_BZIP2))


def test_a_directory_of_just_as_many_is_whole() -> None:
    guarded = opened(archive_of_many(zip_guard.MOST - 1), NAME)
    assert not guarded.cut
    assert len(guarded.infolist()) == zip_guard.MOST


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04" + bytes(100),
        b"PK\x05\x06" + b"\xff" * 18,
        b"PK\x05\x06" + b"\xff" * 16 + bytes(2),
        archive(("a", b"text"))[:-5],
        b"not an archive",
    ],
)
def test_a_file_that_is_no_archive_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(UnreadableSource) as refused:
        opened(content, NAME)
    assert refused.value.problem.startswith(NAME)
    assert refused.value.remedy


def test_names_that_point_elsewhere_are_only_names() -> None:
    content = archive(("../../a", b"one"), ("/etc/a", b"two"), ("C:\\a", b"three"))
    assert [content_of(content, name) for name in ("../../a", "/etc/a")] == [b"one", b"two"]
