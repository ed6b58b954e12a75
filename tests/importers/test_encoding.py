from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.importers.encoding import decoded, stated

SIMPLIFIED = "云汀区2023年防汛工作会议召开，转移群众1200人。"
TRADITIONAL = "關於做好全區防汛工作的通知，請各單位認真貫徹執行。"
_COMMON = st.sampled_from(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下"
    "过子说产种面而方后多定行学法所民得经"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, "防汛通知", SIMPLIFIED * 40], ids=["line", "four characters", "page"])
def test_a_simplified_text_is_read_in_every_encoding(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["big5", "utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_traditional_text_is_read_in_every_encoding(encoding: str) -> None:
    assert decoded(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_a_declared_encoding_does_not_outweigh_the_bytes() -> None:
    page = f'<meta charset="gb2312"><title>{SIMPLIFIED}</title>'
    assert decoded(page.encode()).text == page


@pytest.mark.parametrize("at", [1, 30, 90])
def test_one_bad_byte_costs_one_character(at: int) -> None:
    content = bytearray((SIMPLIFIED * 3).encode())
    content[at] = 0xFF
    read = decoded(bytes(content))
    assert read.encoding == "utf-8"
    assert read.bad >= 1
    assert len(set(SIMPLIFIED * 3) - set(read.text)) <= 1


def test_one_character_again_and_again_is_not_taken_for_another_encoding() -> None:
    assert decoded("的的的的的的的".encode("gb18030")).text == "的的的的的的的"


def test_a_cut_end_costs_the_last_character() -> None:
    read = decoded(SIMPLIFIED.encode()[:-1])
    assert read.text[:-1] == SIMPLIFIED[:-1]
    assert read.bad == 1


@given(
    st.lists(_COMMON, min_size=12, max_size=200, unique=True).map("".join),
    st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-8-sig"]),
)
def test_common_characters_come_back_from_any_encoding(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_of_some_kind(content: bytes) -> None:
    assert isinstance(decoded(content).text, str)


def test_many_bad_bytes_in_a_text_do_not_make_another_encoding() -> None:
    content = SIMPLIFIED.encode() + "及时转移群众".encode()[1:] * 40
    assert SIMPLIFIED in decoded(content).text


@pytest.mark.parametrize("encoding", ["utf-8", "GB2312", "big5"])
def test_a_stated_encoding_outweighs_some_bad_bytes(encoding: str) -> None:
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    read = stated(text.encode(encoding) + b"\xff\xff", encoding)
    assert (read.text.startswith(text), read.bad > 0) == (True, True)


@pytest.mark.parametrize("encoding", ["us-ascii", "utf-8", "martian"])
def test_a_stated_encoding_in_which_a_text_is_not_is_not_believed(encoding: str) -> None:
    assert stated(SIMPLIFIED.encode("gb18030"), encoding).text == SIMPLIFIED
