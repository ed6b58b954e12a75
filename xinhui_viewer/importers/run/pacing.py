"""The pace at which a reading process tells its progress: seldom, and nothing of what is soon done."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

_QUIET = 1.0  # seconds: what is read within them is not told by its pages
_APART = 0.2  # seconds between two reports


class Pace:
    """Says when progress is due; ``clock`` returns seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._due = 0.0

    def begin(self) -> None:
        """Begin another piece of work."""
        self._due = self._clock() + _QUIET

    def is_due(self) -> bool:
        """Return whether progress is to be told now, which it then is."""
        now = self._clock()
        if now < self._due:
            return False
        self._due = now + _APART
        return True
