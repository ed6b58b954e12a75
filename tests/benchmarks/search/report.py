"""The table: a line for each figure with its target, and whether it is met."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.search.queries import CLASSES, Asked
from tests.benchmarks.search.timing import p50, p95


class Table:
    """Prints lines as they are measured."""

    def heading(self, text: str) -> None:
        """Print the heading of a part."""
        print(f"\n{text}", flush=True)

    def line(self, name: str, figure: str, target: str = "", met: bool | None = None) -> None:
        """Print a figure, its target, and whether it is met; None when there is no target."""
        verdict = "" if met is None else "met" if met else "MISSED"
        print(f"  {name:46} {figure:>28}  {target:42} {verdict}".rstrip(), flush=True)

    def most(self, name: str, figure: float, limit: float, unit: str) -> None:
        """Print a figure that should not be above a limit."""
        self.line(name, f"{figure:.2f} {unit}", f"≤ {limit:g} {unit}", figure <= limit)

    def least(self, name: str, figure: float, limit: float, unit: str) -> None:
        """Print a figure that should not be below a limit."""
        self.line(name, f"{figure:.3f} {unit}".rstrip(), f"≥ {limit:.3g} {unit}".rstrip(), figure >= limit)


def spread(times: Sequence[float]) -> str:
    """Return p50 and p95 of some milliseconds."""
    return f"{p50(times):.2f} / {p95(times):.2f} ms"


def by_class(times: dict[str, list[float]], questions: Sequence[Asked]) -> None:
    """Print p50 / p95 of every system for every class of queries."""
    names = list(times)
    print("\n  p50 / p95 ms, 50 excerpts".ljust(28) + "".join(f"{name:>23}" for name in names))
    for kind in (*CLASSES, "all"):
        chosen = [n for n, one in enumerate(questions) if kind in (one.kind, "all")]
        if chosen:
            cells = (
                f"{p50(some):9.2f} /{p95(some):9.2f}" for some in ([times[name][n] for n in chosen] for name in names)
            )
            print(f"  {kind:17}{len(chosen):4}     " + "".join(f"{cell:>23}" for cell in cells), flush=True)
