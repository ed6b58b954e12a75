"""A process of its own that opens the archive and searches: its first page, and how much memory it takes.

``python -m tests.benchmarks.search.fresh ARCHIVE < queries, one a line`` prints both as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from tests.benchmarks.search.queries import Asked


def opened_fresh(archive: Path, questions: Sequence[Asked]) -> dict[str, float]:
    """Return the milliseconds of opening with the first page, nothing in the disk's cache, and the process's MB.

    The time is the longest of three processes, that begin with one character, a word and a number; the first of them
    goes on with all queries, for its memory.
    """
    measured = _measured(archive, questions)
    for one in (next(one for one in questions if len(one.text) == 2), questions[-1]):
        measured["cold"] = max(measured["cold"], _measured(archive, [one])["cold"])
    return measured


def _measured(archive: Path, questions: Sequence[Asked]) -> dict[str, float]:
    forget(archive)
    answer = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.search.fresh", archive],
        input="\n".join(one.text for one in questions),
        capture_output=True,
        text=True,
        check=True,
    )
    measured: dict[str, float] = json.loads(answer.stdout)
    return measured


def forget(path: Path) -> None:
    """Take a file out of the system's cache, where the system can do that."""
    if hasattr(os, "posix_fadvise"):
        file = os.open(path, os.O_RDONLY)
        os.fsync(file)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)


def main(archive: Path) -> None:
    """Open, search, print."""
    from xinhui_viewer.archive.connect import reading
    from xinhui_viewer.search.asked import asked
    from xinhui_viewer.search.find import find

    first, *others = sys.stdin.read().splitlines()
    begin = perf_counter()
    with reading(archive) as db:
        find(asked(db, first), limit=50)
        cold = 1000 * (perf_counter() - begin)
        for text in others:
            find(asked(db, text), limit=50)
        status = Path("/proc/self/status").read_text()
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    most = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    print(json.dumps({"cold": cold, "memory": memory / 1024, "most": most / 1024}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
