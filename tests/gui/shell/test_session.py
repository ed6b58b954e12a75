from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from xinhui_viewer.gui.parts.state import Layout, Listing, Place, Tab, WindowState
from xinhui_viewer.gui.shell.session import Session, read, written
from xinhui_viewer.gui.shell.session_file import SessionFile

PLACE = Place(7, 120, frozenset({2}), "ab" * 32, 1, "http://云汀.example/7", "防汛通报", "二是加强值守")
LISTING = Listing("防汛 来源:日报", "newest", True, ("column", "要闻", "防汛"), (7, 9), 7, 3)
WINDOW = WindowState(
    "/归档/甲.xhdb",
    (Tab((PLACE, Place(9)), 0, "值守"), Tab()),
    1,
    LISTING,
    Layout(b"\x01\xd9", (300, 700, 280), left=False, reading=True, beside="matches"),
)


def other(archive: str) -> WindowState:
    return WindowState(archive, (Tab((Place(1),), 0),))


def changed(**values: Any) -> bytes:
    """Return the contents of a file with other values in its first window."""
    data = json.loads(written(Session((WINDOW,))))
    data["windows"][0].update(values)
    return json.dumps(data).encode()


def test_a_session_is_read_as_it_was_written() -> None:
    session = Session((WINDOW, other("")), (other("/乙.xhdb"),))
    assert read(written(session)) == session


def test_a_query_with_half_a_character_is_kept() -> None:
    session = Session((WindowState(listing=Listing("甲\ud800")),))
    assert read(written(session)) == session


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"windows": []}',
        b'{"program": "other"}',
        b"[" * 200_000,
        b'{"program": 1e999',
    ],
    ids=["empty", "binary", "list", "null", "no name", "other program", "deep", "cut"],
)
def test_what_is_no_session_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(content)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"current": "1"}, 0),
        ({"current": True}, 0),
        ({"current": 2**60}, 0),
        ({"current": 1.5}, 0),
        ({"current": 1, "colour": {"of": ["a", "later", "version"]}}, 1),
    ],
)
def test_a_value_of_a_wrong_type_counts_as_the_default_and_an_unknown_one_is_passed_over(
    values: dict[str, Any], expected: int
) -> None:
    (window,) = read(changed(**values)).windows
    assert window.current == expected
    assert window.tabs == WINDOW.tabs


def test_a_place_without_a_bulletin_and_a_tab_that_is_none_are_left_out() -> None:
    tabs = [{"history": [{"offset": 3}, {"id": "7"}, {"id": 8}], "at": 0}, 5, None, "tab"]
    (window,) = read(changed(tabs=tabs)).windows
    assert window.tabs == (Tab((Place(8),), 0),)


def test_only_so_many_tabs_and_characters_are_taken_from_a_file() -> None:
    (window,) = read(changed(tabs=[{}] * 10_000, listing={"text": "文" * 2000})).windows
    assert len(window.tabs) == 100
    assert window.listing.text == ""


def test_an_archive_that_is_left_is_known_until_eight_others_were_left() -> None:
    session = Session((other("/0"),))
    for number in range(1, 10):
        session = session.showing([other(f"/{number}")])
    assert [state.archive for state in session.earlier] == [f"/{number}" for number in range(8, 0, -1)]
    assert session.of("/9") == other("/9")
    assert session.of("/0") is None


def test_the_file_is_private_and_a_foreign_one_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "config" / "session.json"
    SessionFile(path).write(Session((WINDOW,)))
    assert SessionFile(path).read() == Session((WINDOW,))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_bytes(b'{"program": "another"}')
    assert SessionFile(path).read() == Session()
    assert [one.name for one in path.parent.iterdir()] == ["session.json.damaged"]


def test_a_file_is_written_beside_one_that_a_killed_program_left(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.with_name("session.json.new").write_bytes(b"half")
    SessionFile(path).write(Session((WINDOW,)))
    assert SessionFile(path).read() == Session((WINDOW,))


def test_an_archive_with_a_path_of_another_system_is_left_out() -> None:
    session = Session((other("C:\\公报\\甲.xhdb"), other("甲.xhdb"), other("/乙.xhdb")), (other("..\\丙.xhdb"),))
    assert read(written(session)) == Session((other("/乙.xhdb"),))
