"""Print 200 bulletins as a digest, side by side with the peers, and check the text extracted from each PDF.

usage: python tests/benchmarks/paper.py [--count 200] [--many 5000] [--keep DIR]
Each system runs three times, each time in a process of its own; peak MB is the proportional memory of all its
processes together. ``--many`` adds this program's digest of so many. Peers that are not installed are left out
(``pip install '.[bench]'``); needs pdftotext and qpdf, and takes real bulletins when ../shared is there.
"""

from __future__ import annotations

import argparse
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import psutil

from tests.benchmarks.paper_peers.checks import checked, wanted
from tests.benchmarks.paper_peers.data import composed
from tests.benchmarks.paper_peers.makers import MAKERS

_TIMES = 3
_LOOK = 0.05  # seconds between two measurements of the memory


def main() -> None:
    """Run every system and print its times, memory and checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--many", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="write the PDF files here")
    parser.add_argument("--make", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.make:
        _make(*asked.make)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary)
        _table(folder, Path(temporary), asked.count, list(MAKERS), _TIMES)
        if asked.many:
            _table(folder, Path(temporary), asked.many, ["this program"], 1)


def _table(folder: Path, temporary: Path, count: int, names: list[str], times: int) -> None:
    summary = composed(temporary, count)
    given = temporary / f"{count}.pickle"
    given.write_bytes(pickle.dumps(summary))
    want = wanted(summary)
    print(
        f"\n| {count} bulletins | s (min/median) | peak MB | MB of file | strings exact of {len(want.strings)} "
        f"| SHA exact of {count} | bookmarks exact | stranded headings | lines begin with closing | qpdf |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name in names:
        out = folder / f"{name} {count}.pdf"
        runs = [_run(name, given, out) for _time in range(times)]
        if None in runs:
            print(f"| {name} | not here |", flush=True)
            continue
        seconds, peaks = zip(*(run for run in runs if run), strict=True)
        content = out.read_bytes()
        back = checked(content, want)
        print(
            f"| {name} | {min(seconds):.2f} / {statistics.median(seconds):.2f} | {max(peaks)} "
            f"| {len(content) / 1e6:.2f} | {back.strings} | {back.checksums} | {back.bookmarks} | {back.stranded} "
            f"| {back.closing} | {'clean' if back.sound else 'complains'} |",
            flush=True,
        )


def _run(name: str, given: Path, out: Path) -> tuple[float, int] | None:
    """Return the seconds of one run and its peak of memory in MB, None when the system is not installed."""
    command = [sys.executable, __file__, "--make", name, str(given), str(out)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
    watched, peak = psutil.Process(process.pid), 0
    while process.poll() is None:
        peak = max(peak, _memory(watched))
        time.sleep(_LOOK)
    assert process.stdout is not None
    said = process.stdout.read()
    if process.returncode == 3:
        return None
    if process.returncode:
        raise SystemExit(f"{name} failed")
    return float(said.split()[-1]), peak >> 20


def _memory(process: psutil.Process) -> int:
    total = 0
    for one in (process, *_children(process)):
        try:
            memory = one.memory_full_info()
        except psutil.Error:
            continue
        total += getattr(memory, "pss", 0) or memory.uss
    return total


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        found: list[psutil.Process] = process.children(recursive=True)
    except psutil.Error:
        return []
    return found


def _make(name: str, given: str, out: str) -> None:
    summary = pickle.loads(Path(given).read_bytes())
    began = time.perf_counter()
    try:
        content = MAKERS[name](summary)
    except ImportError:
        raise SystemExit(3) from None
    print(time.perf_counter() - began)
    Path(out).write_bytes(content)


if __name__ == "__main__":
    main()
