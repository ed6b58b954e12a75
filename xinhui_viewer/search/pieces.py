"""Cut a long word into its parts by their use in the archive itself: no dictionary, so new words are known.

公共场所抽烟 becomes 公共场所 and 抽烟: the cut is that in which the characters of each piece occur together in more
bulletins than they would by chance (pointwise mutual information, the sum over the pieces being the highest).
"""

from __future__ import annotations

from collections.abc import Callable
from math import log

_LONGEST_PIECE, _LONGEST_WORD = 4, 16
_MANY = 8  # a longer word is cut into pieces of 3 at most: asking for those of 4 takes half the time
_LOOSE = 2.0  # the cost of leaving one character out
_LONGER = 0.7  # a longer piece is less likely by chance in itself
_LEAST = 1e-4

Share = Callable[[str], float]


def pieces(word: str, share: Share) -> tuple[str, ...]:
    """Return the pieces of a word of Han, of 2 to 4 characters each, never the whole; ``share`` is a piece's, 0 to 1.

    Empty when the word is too short to have pieces, or as long as a sentence.
    """
    if not 4 <= len(word) <= _LONGEST_WORD:
        return ()
    longest = _LONGEST_PIECE if len(word) <= _MANY else _LONGEST_PIECE - 1
    gain = _gain(word, share)
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(word) + 1):
        cuts = [(best[end - 1][0] - _LOOSE, best[end - 1][1])]
        for length in range(2, min(end, longest, len(word) - 1) + 1):
            piece = word[end - length : end]
            value, (before, found) = gain(piece), best[end - length]
            if value is not None:
                cuts.append((before + value, (*found, piece)))
        best.append(max(cuts))
    return best[-1][1]


def _gain(word: str, share: Share) -> Callable[[str], float | None]:
    """Return a function to the gain of a piece: how much more often than by chance it occurs, None for never."""
    single = {character: max(share(character), _LEAST) for character in set(word)}
    known: dict[str, float] = {}

    def gain(piece: str) -> float | None:
        # A piece is nowhere when a part of it is; asking only for the others halves the time.
        possible = len(piece) == 2 or (known.get(piece[:-1]) and known.get(piece[1:]))
        together = known[piece] = share(piece) if possible else 0.0
        if not together and len(piece) > 2:
            return None
        by_chance = sum(log(single[character]) for character in piece)
        return (log(max(together, _LEAST)) - by_chance) * (1.0 if len(piece) == 2 else _LONGER)

    return gain
