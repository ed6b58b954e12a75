"""The selection in a list, as actions on it receive it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selected:
    """Bulletins selected in a list, in its order; or ``all`` of the list, loaded or not, except those ``left_out``."""

    ids: tuple[int, ...] = ()
    all: bool = False
    left_out: tuple[int, ...] = ()
