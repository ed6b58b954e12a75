"""Import each site with weights that were fitted on all others, and score what is kept, passed over and whole.

usage: python -m tests.benchmarks.left_out [--sites DIR GOLD ...]
Needs ../shared. All tables of importers/web/weights.py that gold judges are fitted on the pages of all other sites and
sets, as `python -m tests.benchmarks.weights --fit` does; a copy of the program with these tables then imports the site,
as `python -m tests.benchmarks.sites` does. The field pages and the older pages are left out in the same way, and read
one at a time. DIR and GOLD are further mirrors, which only help to fit.
"""

from __future__ import annotations

import argparse
import logging
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.fitting import fitted
from tests.benchmarks.judged_pages import judged
from tests.benchmarks.page_readers import SHARED
from tests.benchmarks.sites import unpacked
from tests.benchmarks.weighing import TABLES, Recorded, recorded
from xinhui_viewer.importers.web import weights
from xinhui_viewer.importers.web.evidence import Weights

_ROOT = Path(__file__).parents[2]
_GOLD = SHARED / "data" / "sites" / "gold.jsonl"
_HEAD = "from xinhui_viewer.importers.web.evidence import Weights\n"
_WHOLE = re.compile(r"\|\s+([\d.]+)\s*$")
_OTHER_SETS = {"field field": "field", "pages": "pages"}  # to the benchmarks that read them


def main() -> None:
    """Print the scorer's line for every site left out, and the mean share of whole articles."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.left_out")
    parser.add_argument("--sites", nargs=2, action="append", default=[], metavar=("DIR", "GOLD"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        mirrors = unpacked(Path(temporary) / "sites")
        found = recorded(list(judged(mirrors, asked.sites, [])))
        program = Path(temporary) / "program"
        shutil.copytree(_ROOT / "xinhui_viewer", program / "xinhui_viewer")
        (program / "resources").symlink_to(_ROOT / "resources")
        lines = list(_lines(found, mirrors, program))
    print("\n".join(lines))
    whole = [float(match[1]) for line in lines if (match := _WHOLE.search(line))]
    print(f"mean over {len(whole)} sites left out: whole {sum(whole) / len(whole):.1f}")


def _lines(found: Recorded, mirrors: Path, program: Path) -> Iterator[str]:
    """Yield the scorer's lines for every site, and those of the other sets, as their benchmarks head them."""
    for number, site in enumerate(sorted(path.name for path in mirrors.iterdir())):
        _write(_fitted(found, site), program)
        gold = mirrors / "gold.jsonl"
        gold.write_text("".join(line for line in _GOLD.open(encoding="utf-8") if f'"{site}"' in line), "utf-8")
        printed = _printed(program, "sites", "--sites", str(mirrors), str(gold))
        yield from printed[2 if number else 1 : 3]
        gold.unlink()
    for group, benchmark in _OTHER_SETS.items():
        _write(_fitted(found, group), program)
        yield f"{group}:"
        yield from (line for line in _printed(program, benchmark) if "html all" in line or "xinhui_viewer" in line)


def _fitted(found: Recorded, left_out: str) -> dict[str, Weights]:
    """Return all tables, those that gold judges fitted on all but one site."""
    return {name: _better(table, found, name, left_out) for name, table in TABLES.items()}


def _better(table: Weights, found: Recorded, name: str, left_out: str) -> Weights:
    others = [one for one in found.get(name, ()) if one.site != left_out]
    better = fitted(others, [*table.of.values()], table.bar) if others else [*table.of.values()]
    changed = {
        row: f"{table.of[row]} -> {weight}"
        for row, weight in zip(table.of, better, strict=True)
        if weight != table.of[row]
    }
    if changed:
        print(f"without {left_out}: {name} {changed}")
    return replace(table, of=dict(zip(table.of, better, strict=True)))


def _write(tables: Mapping[str, Weights], program: Path) -> None:
    """Write the tables into a copy of the program."""
    place = program / Path(weights.__file__).relative_to(_ROOT)
    place.write_text(_HEAD + "".join(f"{name} = {table!r}\n" for name, table in tables.items()), "utf-8")


def _printed(program: Path, benchmark: str, *options: str) -> list[str]:
    """Return the lines that a benchmark prints of a copy of the program."""
    command = [sys.executable, "-m", f"tests.benchmarks.{benchmark}", *options]
    done = subprocess.run(
        command, cwd=program, env={"PYTHONPATH": str(_ROOT)}, check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()


if __name__ == "__main__":
    main()
