from __future__ import annotations

import pytest

from xinhui_viewer.gui.parts.theme import THEMES, Theme

GROUNDS = ("surface", "side", "selection", "hover", "warning", "error")


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_has_a_contrast_of_4_5_to_every_ground_it_stands_on(theme: Theme) -> None:
    pairs = [(text, ground) for text in ("text", "secondary", "accent") for ground in GROUNDS]
    pairs += [("text", "hit"), ("text", "chosen"), ("on_accent", "accent")]
    low = [pair for pair in pairs if _contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) < 4.5]
    assert low == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_scroll_handles_and_underlines_of_hits_have_a_contrast_of_3(theme: Theme) -> None:
    pairs = [("handle", "side"), ("handle", "surface"), ("hit_line", "surface")]
    assert [pair for pair in pairs if _contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) < 3] == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_selected_text_stands_out_from_the_page(theme: Theme) -> None:
    assert _contrast(theme.chosen, theme.surface) > 1.6
