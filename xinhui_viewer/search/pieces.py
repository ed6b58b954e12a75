"""Cut a long word into its parts by their use in the archive itself: no dictionary, so new words are known.

公共场所抽烟 becomes 公共场所 and 抽烟: the cut is that in which the characters of each piece occur together in more
bulletins than they would by chance (pointwise mutual information, the sum over the pieces being the highest).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import log

_LONGEST_PIECE = 4
# Asking for all pieces of a longer word takes too long: one of 9 characters is cut into pieces of 3 at most, one of 17,
# which is a sentence or a title, into pairs.
_SHORTER = ((16, 2), (8, 3))
_LOOSE = 2.0  # the cost of leaving one character out
_LONGER = 0.7  # a longer piece is less likely by chance in itself
_NOWHERE = -3.9  # the most that a pair is worth that no recent bulletin has: little more than two characters left out
_LEAST = 1e-4
# Characters that no word begins or ends with, but for a few: a piece with one is worth less than the rest of it.
_NO_FIRST, _NO_LAST, _BUT = (
    set("的了着么吗呢吧呀们谁啥和跟给往被把没"),
    set("的了着么吗呢吧呀谁啥跟给把被没不很"),
    {"目的", "没收"},
)
_NO_WITHIN = set("的了和")
_EMPTY = 3.0  # the cost of such a character
_USUAL = 0.03  # the share of a character: cutting into pairs compares no pieces of other lengths

# What people put around the words that they look for, and official texts hardly use.
_SAYS_NOTHING = re.compile(
    "(?:(?:还|都|就|也|又|再|才|只|老|总|一直|经常|到底|究竟|突然|现在|今天|自己|一下|一个|几个|这个|那个|这些|那些|人家|别人"
    "|我们?|你们?|他们?|她们?|咱们?|俺|家里|有人|没人|有|没|没有|不|不能|不让|不给|不会|不用|能|会|可以|要|想|需要|应该|得|是|在|对"
    "|被|把|给|让|叫|和|跟|到|去|来|从|的|了|着|过|里|上|人|就是|还是|以后|之后|时候|怎么|什么|哪里|为啥|咋|没人管|没人理)+)"
)

Share = Callable[[str], float]


def pieces(word: str, share: Share) -> tuple[str, ...]:
    """Return the pieces of a word of Han, of 2 to 4 characters each, never the whole; ``share`` is a piece's, 0 to 1.

    Empty when the word is too short to have pieces.
    """
    if len(word) < _LONGEST_PIECE:
        return ()
    longest = next((most for length, most in _SHORTER if len(word) > length), _LONGEST_PIECE)
    gain = _gain(word, share, longest)
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


def empty(word: str) -> bool:
    """Return whether a piece of a word says nothing that is looked for: 有人在, 能在, 没有."""
    return bool(_SAYS_NOTHING.fullmatch(word))


def bare(word: str) -> str:
    """Return a word without the characters at its ends that no word begins or ends with."""
    while word[:1] in _NO_FIRST and word[:2] not in _BUT:
        word = word[1:]
    while word[-1:] in _NO_LAST and word[-2:] not in _BUT:
        word = word[:-1]
    return word


def _gain(word: str, share: Share, longest: int) -> Callable[[str], float | None]:
    """Return a function to the gain of a piece: how much more often than by chance it occurs, None for never."""
    alone = dict.fromkeys(word, _USUAL)
    single = {sign: max(share(sign), _LEAST) for sign in alone} if longest > 2 else alone
    known: dict[str, float] = {}

    def gain(piece: str) -> float | None:
        # A piece is nowhere when a part of it is; asking only for the others halves the time.
        possible = len(piece) == 2 or (known.get(piece[:-1]) and known.get(piece[1:]))
        together = known[piece] = share(piece) if possible else 0.0
        if not together and len(piece) > 2:
            return None
        by_chance = sum(log(single[character]) for character in piece)
        gained = log(max(together, _LEAST)) - by_chance
        gained *= _LONGER if len(piece) > 2 and gained > 0 else 1.0
        gained -= _EMPTY * ((piece[0] in _NO_FIRST) + (piece[-1] in _NO_LAST)) if piece not in _BUT else 0.0
        gained -= _EMPTY * bool(_NO_WITHIN.intersection(piece[1:-1]))
        return gained if together else min(gained, _NOWHERE)

    return gain
