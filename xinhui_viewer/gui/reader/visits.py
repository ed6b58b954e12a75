"""The history of the places that the user has read at."""

from __future__ import annotations

from xinhui_viewer.gui.parts.state import Place, Tab

_MOST = 200
_MOST_KEPT = 40  # of a tab, and in the file of the session


class Visits:
    """Places in the order they were read at, and which of them is the present one."""

    def __init__(self, tab: Tab | None = None) -> None:
        self._visits = [*tab.history] if tab is not None else []
        self._at = min(max(tab.at, 0), len(self._visits) - 1) if tab is not None else -1

    @property
    def can_go_back(self) -> bool:
        """Return whether there is an earlier place."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Return whether there is a place that going back left."""
        return self._at < len(self._visits) - 1

    @property
    def present(self) -> Place | None:
        """Return the present place."""
        return self._visits[self._at] if self._at >= 0 else None

    def add(self, bulletin_id: int) -> Place:
        """Add a place behind the present one, and forget those that going back left."""
        self._visits = [*self._visits[: self._at + 1], Place(bulletin_id)][-_MOST:]
        self._at = len(self._visits) - 1
        return self._visits[self._at]

    def leave(self, place: Place) -> None:
        """Record where the present bulletin is left."""
        if self._at >= 0:
            self._visits[self._at] = place

    def step(self, by: int) -> Place | None:
        """Go to another place; None when there is none."""
        if not 0 <= self._at + by < len(self._visits):
            return None
        self._at += by
        return self._visits[self._at]

    def tab(self, sought: str) -> Tab:
        """Return the history as a tab keeps it, the places about the present one."""
        first = max(min(self._at - _MOST_KEPT // 2, len(self._visits) - _MOST_KEPT), 0)
        return Tab(tuple(self._visits[first : first + _MOST_KEPT]), self._at - first, sought)
