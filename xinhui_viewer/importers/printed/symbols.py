"""Signs of symbol fonts, which state the places of their pictures as characters: bullets, ticks and Greek letters."""

from __future__ import annotations

from dataclasses import replace

from xinhui_viewer.importers.printed.run import Run

_PRIVATE = range(0xF020, 0xF100)  # where symbol fonts have the places 0x20 to 0xFF
_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□",
    0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_ADOBE = {0x39: "✓", 0x97: "❖"}  # the same font as Acrobat's writer has it
_SYMBOL = {
    0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x72: "ρ", 0x73: "σ", 0x44: "Δ",
    0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xE5: "∑", 0xD6: "√",
}  # fmt: skip
_BULLET = "•"


def with_pictures(run: Run) -> Run:
    """Return a run in a symbol font with the characters that its signs look like; a sign alone is a bullet else."""
    name = run.font.name.lower()
    if "wingdings" in name:
        table = _ADOBE if name == "wingdings-regular" and ord(run.text[0]) not in _PRIVATE else _WINGDINGS
        return _drawn(run, table, _BULLET if len(run.text) == 1 else "")
    if "symbol" in name or any(ord(sign) in _PRIVATE for sign in run.text):
        return _drawn(run, _SYMBOL if "symbol" in name else {0xB7: _BULLET}, "")
    return run


def _drawn(run: Run, table: dict[int, str], other: str) -> Run:
    return replace(run, text="".join(_picture(sign, table, other) for sign in run.text))


def _picture(sign: str, table: dict[int, str], other: str) -> str:
    private = ord(sign) in _PRIVATE
    if not private and table is _SYMBOL:
        return sign
    return table.get(ord(sign) - 0xF000 if private else ord(sign), other or sign)
