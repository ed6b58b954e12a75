from __future__ import annotations

from tests.exporters.conftest import Texts
from tests.exporters.test_official import HAN, glyphs, printed, table, text_area, whole


def test_every_sign_of_the_body_is_printed_once_and_in_order() -> None:
    body = "\n".join(f"第{n}段。" + HAN[n % 9 :] * (n % 5) for n in range(200))
    assert text_area(printed(whole(body))).startswith("云汀区防汛工作通报" + "".join(body.split()))


def test_a_table_of_200_rows_repeats_its_head_on_every_page(text_of: Texts) -> None:
    body, block = table(200, 4)
    content = printed(whole(body, (block,)))
    text = text_of(content)
    assert [cell for row in range(1, 200) for field in range(4) if (cell := f"值{row}-{field}") not in text] == []
    pages = sum("值" in "".join(one.text for one in page) for _size, page in glyphs(content))
    assert text.count("值0-0") == pages > 3
