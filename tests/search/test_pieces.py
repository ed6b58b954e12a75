from __future__ import annotations

from xinhui_viewer.search.pieces import bare, empty, pieces


def test_a_pair_that_stands_nowhere_takes_no_character_from_one_that_stands_somewhere() -> None:
    shares = {"渔": 0.9, "票": 0.05, "丢": 0.003, "了": 0.8, "渔票": 0.003}
    assert pieces("渔票丢了", lambda piece: shares.get(piece, 0.0))[0] == "渔票"


def test_no_piece_begins_or_ends_with_a_character_that_only_joins_words() -> None:
    shares = {"渔": 0.9, "票": 0.05, "被": 0.5, "偷": 0.01, "票被": 0.01, "渔票": 0.003, "被偷": 0.003}
    assert pieces("渔票被偷", lambda piece: shares.get(piece, 0.0))[0] == "渔票"
    assert bare("把渔票给") == "渔票"
    assert bare("有目的") == "有目的"


def test_words_that_people_put_around_others_say_nothing() -> None:
    assert all(map(empty, ("有人在", "能在", "没人管", "到底")))
    assert not any(map(empty, ("有效", "在建", "管理")))
