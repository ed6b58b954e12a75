"""The weights of a bulletin's score, set by hand: learnt on 60 queries they did worse on others by .05 of nDCG@10."""

from __future__ import annotations

# Parts of the score. Each part is between 0 and about 2, or counts something.
WORDS = 1.0  # how much of the words as they were typed, the rarer ones more
WORD_SHARE = 0.5  # the share of them that stands anywhere
PIECES = 0.5  # the same of their pieces
PIECE_SHARE = 0.3
PASSAGE = 0.8  # the share of the pieces that stand close together somewhere
TITLE = 1.0  # the share of the title that they cover
NUMBER = -0.5  # each number that is missing
REGULATION = 0.1  # a law or rule, which is asked for more often than news of it

# Within a part.
SYNONYM = 0.9  # an official word for an everyday one
IN_PIECES = 0.4  # a word of which only pieces are there, times their value
IN_TITLE = 8.0  # times an occurrence in a text of average length
ATTACHED = 0.5  # an occurrence in an attachment
SATURATION = 1.2  # the k1 of BM25
LENGTH = 0.6  # the b of BM25
