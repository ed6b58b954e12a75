from __future__ import annotations

import re

from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.marking import HIDDEN_HAN, USUAL


def test_no_other_sign_becomes_han_or_vanishes_than_those_looked_for() -> None:
    others = re.findall(
        f"[^{USUAL}{HIDDEN_HAN}]", "".join(map(chr, range(0xD800))) + "".join(map(chr, range(0xE000, 0x10000)))
    )
    assert len(others) > 20_000
    assert [sign for sign in others if not fold(sign) or re.search("[\u4e00-\u9fff]", fold(sign))] == []
