"""Characters of symbol fonts as ordinary ones, and halves of characters put together."""

from __future__ import annotations

# Boxes that are ticked or not, by their places in the symbol fonts.
_SYMBOLS = {0xF052: "☑", 0xF0FE: "☑", 0xF053: "☒", 0xF0FD: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF0FC: "✓"}


def symbol(code: int) -> str:
    """Return the character of a place in a symbol font; empty when only the font has it."""
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return "" if 0xE000 <= code <= 0xF8FF or not 0x20 <= code < 0xD800 else chr(code)


def paired(text: str) -> str:
    """Return text with the halves of characters beyond the basic plane put together."""
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
