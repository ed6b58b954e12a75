"""A choice of bulletins in a list, as what acts on it is told of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selected:
    """Bulletins selected in a list, in its order; or ``all`` that it lists, loaded or not, but those ``left_out``."""

    ids: tuple[int, ...] = ()
    all: bool = False
    left_out: tuple[int, ...] = ()
