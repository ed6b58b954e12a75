"""Signs of symbol fonts are read as what they look like."""

from __future__ import annotations

import pytest

from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.importers.printed.symbols import with_pictures


def read(text: str, font: str) -> str:
    return with_pictures(Run(text, 0, 12, 0, Font(12, font, False))).text


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0fc", "Wingdings", "✓"),
        ("v", "Wingdings", "❖"),
        ("9", "Wingdings-Regular", "✓"),
        ("\uf021", "Wingdings", "•"),
        ("\uf0b7", "SymbolMT", "•"),
        ("\uf06d", "SymbolMT", "μ"),
        ("\uf0b7", "SimSun", "•"),
    ],
)
def test_a_sign_of_a_symbol_font_is_what_it_looks_like(text: str, font: str, expected: str) -> None:
    assert read(text, font) == expected


@pytest.mark.parametrize(("text", "font"), [("9", "SimSun"), ("v", "SymbolMT"), ("\uf021", "SimSun")])
def test_other_signs_stay(text: str, font: str) -> None:
    assert read(text, font) == text
