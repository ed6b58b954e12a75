from __future__ import annotations

from xinhui_viewer.search.pieces import pieces


def test_a_pair_that_stands_nowhere_takes_no_character_from_one_that_stands_somewhere() -> None:
    shares = {"渔": 0.9, "票": 0.05, "丢": 0.003, "了": 0.8, "渔票": 0.003}
    assert pieces("渔票丢了", lambda piece: shares.get(piece, 0.0))[0] == "渔票"
