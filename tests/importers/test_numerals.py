from __future__ import annotations

import pytest

from xinhui_viewer.importers.numerals import numeral


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("japaneseCounting", 20, "二十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1005, "一千零五"),
        ("chineseCountingThousand", 12345, "12345"),
        ("ideographDigital", 105, "一〇五"),
        ("lowerLetter", 2, "b"),
        ("upperLetter", 28, "BB"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("ideographTraditional", 2, "乙"),
        ("decimalFullWidth", 10, "１０"),
        ("none", 3, ""),
        ("chineseCounting", 0, "0"),
        ("unheard of", 3, "3"),
    ],
)
def test_a_number_is_printed_in_the_form_of_its_list(form: str, number: int, printed: str) -> None:
    assert numeral(number, form) == printed
