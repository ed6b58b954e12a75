"""Damaged documents: each gives its bulletin or one sentence, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.word.files import packed
from tests.importers.word.twin import TWINS
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.word import doc, libreoffice, odt_file, rtf_file
from xinhui_viewer.records import Draft

Read = Callable[[bytes, str, Around], tuple[Draft, ...]]
SECONDS = 5.0
PATCHES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from([b"\0", b"\xff", b"\x01", b"\x80", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", bytes(8)])
        | st.binary(min_size=1, max_size=40),
    ),
    min_size=1,
    max_size=12,
)
run = settings(
    max_examples=250, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def patched(content: bytes, patches: list[tuple[float, bytes]]) -> bytes:
    """Content with bytes replaced at places that are shares of its length."""
    changed = bytearray(content)
    for place, patch in patches:
        at = int(place * len(changed))
        changed[at : at + len(patch)] = patch
    return bytes(changed)


def check(read: Read, content: bytes, name: str, seconds: float = SECONDS) -> None:
    """Require a bulletin, or a sentence that names the file, within some seconds of processor time."""
    started = time.process_time()
    refused = _refused(read, content, name)
    assert time.process_time() - started < seconds
    assert refused is None or (name in refused.problem and refused.remedy)


def _refused(read: Read, content: bytes, name: str) -> UnreadableSource | None:
    try:
        read(content, name, ALONE)
    except UnreadableSource as error:
        return error
    return None


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "PLACES", ())


@pytest.mark.parametrize(("read", "ending"), [(doc.read, "doc"), (rtf_file.read, "rtf")], ids=["doc", "rtf"])
def test_a_damaged_document_is_read_or_refused_in_a_sentence(read: Read, ending: str) -> None:
    original = (TWINS / f"notice.{ending}").read_bytes()

    @run
    @given(PATCHES)
    def damaged(patches: list[tuple[float, bytes]]) -> None:
        check(read, patched(original, patches), f"notice.{ending}")

    damaged()


@pytest.mark.parametrize(("read", "ending"), [(doc.read, "doc"), (rtf_file.read, "rtf")], ids=["doc", "rtf"])
def test_a_document_that_is_cut_anywhere_is_read_or_refused_in_a_sentence(read: Read, ending: str) -> None:
    original = (TWINS / f"notice.{ending}").read_bytes()
    for length in range(1, len(original), len(original) // 150):
        check(read, original[:length], f"notice.{ending}")


def test_a_damaged_part_of_an_opendocument_text_is_read_or_refused_in_a_sentence() -> None:
    with ZipFile(BytesIO((TWINS / "notice.odt").read_bytes())) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in ("mimetype", "content.xml", "styles.xml")}
    values = st.lists(
        st.tuples(st.integers(0, 2**31), st.sampled_from(["", "0", "-1", "1e9", "999999999", "P1", "一", "&#9;"])),
        min_size=1,
        max_size=30,
    )

    @run
    @given(st.sampled_from(["content.xml", "styles.xml"]), values, PATCHES | st.just([]))
    def damaged(part: str, changes: list[tuple[int, str]], patches: list[tuple[float, bytes]]) -> None:
        content = parts[part]
        assert isinstance(content, bytes)
        pieces = content.decode().split('"')
        for number, value in changes:
            pieces[number % (len(pieces) // 2) * 2 + 1] = value
        check(odt_file.read, packed(parts | {part: patched('"'.join(pieces).encode(), patches)}), "notice.odt")

    damaged()


@pytest.mark.parametrize(
    "body",
    [
        b"\\par" * 400_000,
        b"\\trowd" + b"\\cellx1" * 400_000,
        b"{\\footnote x}" * 100_000,
        b"{" * 1_000_000,
        b"{\\f1" * 4000 + b"\\u20013?" * 300_000,
        b"\\'b7" * 1_000_000,
        b"{\\pict\\pngblip " + b"00" * 10_000_000 + b"}",
        b"\\bin99999999999 x" * 1000,
    ],
    ids=["paragraphs", "cells", "notes", "groups", "characters", "bytes", "picture", "binary"],
)
def test_rtf_of_too_many_things_is_read_or_refused_in_bounded_time(body: bytes) -> None:
    check(rtf_file.read, b"{\\rtf1\\ansi text\\par " + body + b"}", "通知.rtf", 20)
