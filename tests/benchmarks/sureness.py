"""Count right and wrong values among those that the program is sure of and those that it is not, by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_FACTS = {"title": "title", "published": "date", "source": "source", "columns": "columns"}  # to the scorers' names


@dataclass(frozen=True, slots=True)
class Said:
    """A value that was given for a fact, with its ground, and whether it is right."""

    fact: str
    where: str
    sure: bool
    right: bool


def said(found: dict[str, Any], right: dict[str, bool | None]) -> Iterator[Said]:
    """Yield the values found that have a ground and that the scorer judged (``right``, by its names).

    ``found`` is a bulletin or a draft as the command line gives it, or a reading of page_readers.
    """
    for fact, ground in found.get("grounds", {}).items():
        name = _FACTS.get(fact, "")
        verdict = right.get(name)
        if verdict is not None and (found.get(fact) or found.get(name)):
            yield Said(fact, ground["where"], ground["sure"], verdict)


def line(name: str, values: Iterable[Said]) -> str:
    """Return the numbers of sure and unsure values under a name, and the shares of right ones."""
    said = [*values]
    of = [[one.right for one in said if one.sure is sure] for sure in (True, False)]
    shares = (f"{len(one):8}{sum(one):7}{_share(sum(one), len(one)):>8}" for one in of)
    return f"{name:36}" + "".join(shares)


def table(values: Iterable[Said]) -> list[str]:
    """Return lines: for each fact and place, the number of sure and of unsure values, and of the right ones."""
    counts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in values:
        for key in ((one.fact, one.where), (one.fact, "all"), ("all", "all")):
            at = 0 if one.sure else 2
            counts[key][at] += 1
            counts[key][at + 1] += one.right
    lines = [f"{'fact':12}{'place':12}{'sure':>6}{'right':>7}{'':8}{'unsure':>8}{'right':>7}"]
    for (fact, where), (sure, sure_right, unsure, unsure_right) in sorted(counts.items()):
        shares = _share(sure_right, sure), _share(unsure_right, unsure)
        lines.append(f"{fact:12}{where:12}{sure:6}{sure_right:7}{shares[0]:>8}{unsure:8}{unsure_right:7}{shares[1]:>8}")
    return lines


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
