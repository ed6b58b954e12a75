"""Batches for one commit: each commit waits 8 ms for the disk, so a quarter of a second of reading shares one."""

from __future__ import annotations

from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")
_SECONDS = 0.25
_MOST = 16 * 2**20


class Batch(Generic[T]):
    """Gathers things with their sizes until it is worth writing them."""

    def __init__(self) -> None:
        self._things: list[T] = []
        self._size = 0
        self._since = 0.0

    def add(self, thing: T, size: int) -> None:
        """Add a thing of ``size`` bytes."""
        if not self._things:
            self._since = monotonic()
        self._things.append(thing)
        self._size += size

    @property
    def is_due(self) -> bool:
        """Return whether the batch is large or old enough to be written."""
        return bool(self._things) and (monotonic() - self._since > _SECONDS or self._size > _MOST)

    def taken(self) -> list[T]:
        """Return the things gathered and empty the batch."""
        things, self._things, self._size = self._things, [], 0
        return things
