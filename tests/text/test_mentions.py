"""Bulletins named in a text by number and title, and keys that compare them."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.mentions import beginnings, is_number, mentions, number_key, title_key

NUMBER = "云府办〔2021〕8号"


def told(body: str) -> list[tuple[str, bool, bool]]:
    """Each mention's text, and whether it has a title and a number."""
    return [(body[one.start : one.end], one.title > 0, one.number != "") for one in mentions(body)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("按照《云汀县防汛办法》执行", [("《云汀县防汛办法》", True, False)]),
        ("《云汀县防汛办法》（云府〔2015〕3号）", [("《云汀县防汛办法》", True, True)]),
        ("《云汀县防汛办法》（2015年3月1日印发，云府[2015]3号）", [("《云汀县防汛办法》", True, True)]),
        ("《防汛办法》和云府〔2015〕3号", [("《防汛办法》", True, False), ("和云府〔2015〕3号", False, True)]),
        ("《关于印发《云汀县防汛办法》的通知》", [("《关于印发《云汀县防汛办法》的通知》", True, False)]),
        ("（云汀县人民政府令第12号）", [("云汀县人民政府令第12号", False, True)]),
        ("《通知》和《办法》", []),
        ("《没有结束的标题", []),
        ("〔2021〕8号", []),
    ],
)  # fmt: skip
def test_titles_and_numbers_are_found_and_a_number_behind_a_title_is_its_own(
    body: str, found: list[tuple[str, bool, bool]]
) -> None:
    assert told(body) == found


@pytest.mark.parametrize("same", ["云府办[2021]8号", "云府办（2021）第8号", "云府办〔2021〕008号", "雲府辦〔2021〕8號"])
def test_a_number_is_the_same_in_every_spelling(same: str) -> None:
    assert number_key(same) == number_key(NUMBER)


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        (NUMBER, True),
        (f"根据{NUMBER}", True),
        (f"县{NUMBER}", False),
        ("云府办〔2021〕18号", False),
        ("云府办〔2020〕8号", False),
    ],
)
def test_words_before_a_number_are_no_part_of_it_but_another_agency_is(text: str, is_it: bool) -> None:
    (found,) = mentions(text)
    assert is_number(found.number, number_key(NUMBER)) is is_it
    assert not is_it or number_key(NUMBER) in beginnings(found.number)


def test_a_title_is_the_same_with_other_signs_and_in_the_other_script() -> None:
    assert title_key("关于“防汛”办法(试行)") == title_key("關於「防汛」辦法（試行）")
    assert title_key("关于防汛办法") != title_key("关于防汛的办法")
    assert title_key("通知") == 0
