"""Signs whose drawn width tells that they are other ones than the font states, as in Founder's: ，。《》 and 2018."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from xinhui_viewer.importers.printed.run import Run

_WIDE = str.maketrans("«»‹›,.;:!?()[]", "《》〈〉，。；：！？（）［］")
_LATIN = frozenset(map(chr, _WIDE))
_WHOLE = 0.9  # of its size: no Latin sign is as wide
_DIGITS = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_HALF = 0.75  # of its size: no digit of Han width is as narrow


def wide_signs(text: str, width: float, size: float) -> str:
    """Return a text of nothing but Latin signs as the Han signs that they are if each is as wide as its ``size``."""
    if text[:1] not in _LATIN or width < _WHOLE * size * len(text) or not _LATIN.issuperset(text):
        return text
    return text.translate(_WIDE)


def narrow_digits(runs: Sequence[Run]) -> Iterable[Run]:
    """Return runs with digits of Han width as usual ones in fonts that draw some of them half as wide."""
    narrow = {run.font.name for run in runs if _is_narrow(run)}
    if not narrow:
        return runs
    return (_usual(run) if run.font.name in narrow else run for run in runs)


def _usual(run: Run) -> Run:
    """Return a run with usual digits; the blank of the file before a digit is what moves it back."""
    text = run.text.translate(_DIGITS)
    return replace(run, text=text, spaced=run.spaced and not text[0].isdecimal())


def _is_narrow(run: Run) -> bool:
    return "０" <= run.text[0] <= "９" and run.right - run.left < _HALF * run.font.size * len(run.text)
