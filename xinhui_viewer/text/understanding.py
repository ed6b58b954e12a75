"""What is understood of a text besides its outline, and the version of that understanding."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.records import Block, Figure
from xinhui_viewer.text.figures import figures

# When outlines, figures or their labels come out different, this grows and archives work theirs out anew.
VERSION = 1


def key_figures(body: str, blocks: Sequence[Block]) -> tuple[Figure, ...]:
    """Return the key figures of a bulletin's text in order."""
    return figures(body)
