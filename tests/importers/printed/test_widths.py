"""Signs that a font states as other ones than it draws, as Founder's do: width and the next sign's place tell."""

from __future__ import annotations

from xinhui_viewer.importers.printed.pdf_runs import together
from xinhui_viewer.importers.printed.rows import rows
from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.importers.printed.widths import narrow_digits, wide_signs

SIZE = 16.0
HAN, SIGN, DIGIT = Font(SIZE, "Song", False), Font(SIZE, "E-BX", False), Font(SIZE, "E-BZ", False)


def run(text: str, left: float, font: Font = HAN, y: float = 100) -> Run:
    return Run(text, left, left + SIZE * len(text), y, font)


def test_a_latin_sign_as_wide_as_a_han_sign_is_the_han_one() -> None:
    assert wide_signs("«", SIZE, SIZE) == "《"
    assert wide_signs(",", SIZE, SIZE) == "，"
    assert wide_signs(".)", 2 * SIZE, SIZE) == "。）"


def test_a_latin_sign_of_usual_width_and_one_among_letters_stay() -> None:
    assert wide_signs(",", SIZE / 2, SIZE) == ","
    assert wide_signs("见«办法».", 6 * SIZE, SIZE) == "见«办法»."


def test_digits_of_han_width_that_are_drawn_narrow_are_usual_digits_in_all_of_their_font() -> None:
    narrow = Run("２", 0, 8, 100, DIGIT)
    found = narrow_digits([narrow, run("１７－２", 8, DIGIT), run("２０", 90)])
    assert [one.text for one in found] == ["2", "17－2", "２０"]


def test_a_number_between_brackets_that_overlap_it_stays_in_its_line() -> None:
    steps = (
        ("云汛", 0, HAN),
        ("〔", 34, SIGN),
        ("２", 38, DIGIT),
        ("０", 46, DIGIT),
        ("〕", 54, SIGN),
        ("５号", 66, HAN),
    )
    drawn = [run(text, left, font) for text, left, font in steps]
    (row,) = rows(narrow_digits(list(together(iter(drawn)))))
    assert "".join(one.text for one in row) == "云汛〔20〕５号"
