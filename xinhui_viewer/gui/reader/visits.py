"""The history of the places that the user has read at."""

from __future__ import annotations

from dataclasses import dataclass

_MOST = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """A bulletin, the place in it, and the numbers of its attachments that were opened."""

    id: int
    place: int = 0
    opened: frozenset[int] = frozenset()


class Visits:
    """Places in the order they were read at, and which of them is the present one."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Return whether there is an earlier place."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Return whether there is a place that going back left."""
        return self._at < len(self._visits) - 1

    def add(self, bulletin_id: int) -> Visit:
        """Add a place behind the present one, and forget those that going back left."""
        self._visits = [*self._visits[: self._at + 1], Visit(bulletin_id)][-_MOST:]
        self._at = len(self._visits) - 1
        return self._visits[self._at]

    def leave(self, place: int, opened: frozenset[int]) -> None:
        """Record where the present bulletin is left."""
        if 0 <= self._at < len(self._visits):
            self._visits[self._at] = Visit(self._visits[self._at].id, place, opened)

    def step(self, by: int) -> Visit | None:
        """Go to another place; None when there is none."""
        if not 0 <= self._at + by < len(self._visits):
            return None
        self._at += by
        return self._visits[self._at]
