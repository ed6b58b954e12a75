"""Import every hostile file of the shared corpus and list those that did not end as its manifest says.

usage: python -m tests.benchmarks.hostile [CORPUS] [--only GLOB]    (needs ../shared; makes the corpus where it is not)
Each case goes into an archive of its own through the same import as the window's; its text must then be found by a
search. At the end the whole corpus goes into one archive. Where `unshare` can, it all runs without a network. Seconds
are those of a processor, so that the outcome is the same on a busy machine: run it beside two busy loops.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xinhui_viewer.archive import connect, read, writing
from xinhui_viewer.importers import import_sources
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import phrase

SHARED = Path(__file__).parents[2].parent / "shared"
CANARY = "CANARY-7f3a"
_REJECTED = "rejected-with-clear-error"
Case = dict[str, Any]


def main() -> None:
    """Run all cases, print the failures and the number of successes."""
    _without_network()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=Path(tempfile.gettempdir()) / "hostile")
    parser.add_argument("--only", default="*", help="threats to try, as a glob")
    asked = parser.parse_args()
    if not (asked.corpus / "manifest.jsonl").exists():
        subprocess.run([sys.executable, SHARED / "tools" / "make_hostile.py", asked.corpus], check=True)
    lines = (asked.corpus / "manifest.jsonl").read_text("ascii").splitlines()
    cases = [case for case in map(json.loads, lines) if Path(case["threat"]).match(asked.only)]
    counts: Counter[str] = Counter()
    slowest: list[tuple[float, str]] = []
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            began = _worked()
            wrong = _wrong(asked.corpus, case, Path(folder) / "a.xhdb", counts)
            slowest.append((_worked() - began, case["threat"]))
        if wrong:
            print(f"{case['path'][:60]} ({case['threat']}): {wrong}", flush=True)
        counts["right"] += not wrong
    print(f"{counts['right']} of {len(cases)} as the manifest says, {counts['preferred']} as it prefers")
    print("slowest:", *(f"{threat} {seconds:.1f} s" for seconds, threat in sorted(slowest)[-5:][::-1]))
    if asked.only == "*":
        _all_at_once(asked.corpus)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory of the process that writes: {peak} MB")


def _wrong(corpus: Path, case: Case, archive: Path, counts: Counter[str]) -> str:
    """Return how a case differs from its manifest; empty when it does not."""
    writing.create(archive)
    began = _worked()
    report = list(import_sources(archive, [corpus / case["path"]], Job()))
    spent = _worked() - began
    outcome = _outcome(report)
    counts["preferred"] += outcome == case["expect"]
    if outcome not in (case["expect"], *case.get("any_of", ())):
        return f"{outcome} instead of {case['expect']}: {_told(report)}"
    if spent > case["limits"]["seconds"] + 2:
        return f"took {spent:.1f} s"
    texts = _texts(archive)
    with connect.reading(archive) as db:
        count = read.info(db).bulletins
    if count != case.get("docs", count) or (count < case.get("min_docs", 0) and outcome != _REJECTED):
        return f"{count} bulletins instead of {case.get('docs') or case['min_docs']}: {_told(report)}"
    for text in case.get("must_not_contain", ()):
        if any(text in stored for stored in texts):
            return f"holds {text!r}"
    if outcome.startswith("imported"):
        for text in case.get("must_contain", ()):
            if not any(fold(text) in fold(stored) for stored in texts):
                return f"does not hold {text!r}"
            if phrase(text).tokens and not _is_found(archive, text):
                return f"{text!r} is not found"
    return ""


def _worked() -> float:
    """Return the seconds that processors have worked for this process and those that it has started and ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in usages)


def _outcome(report: Sequence[Imported]) -> str:
    kept = [line for line in report if line.ids]
    if not kept:
        return "skipped" if report and all(line.outcome == "skipped" for line in report) else _REJECTED
    whole = all(line.outcome in ("imported", "revision", "duplicate", "skipped") for line in report)
    return "imported" if whole else "imported-with-warning"


def _told(report: Sequence[Imported]) -> str:
    return " | ".join(line.error or " ".join(line.warnings) or line.outcome for line in report)[:300]


def _texts(archive: Path) -> list[str]:
    with connect.reading(archive) as db:
        return [f"{one.facts.title}\n{one.body}" for one in (read.bulletin(db, number) for number in read.ids(db))]


def _is_found(archive: Path, text: str) -> bool:
    with connect.reading(archive) as db:
        quoted = text.replace('"', " ")
        return find(asked(db, f'"{quoted}"')).count > 0


def _all_at_once(corpus: Path) -> None:
    """Import the whole corpus in one run: no case may break another."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "a.xhdb"
        writing.create(archive)
        began = time.perf_counter()
        report = Counter(line.outcome for line in import_sources(archive, [corpus], Job()))
        print(f"all in one import: {dict(report)} in {time.perf_counter() - began:.0f} s")
        canary = sum(CANARY in text for text in _texts(archive))
        print(f"bulletins with the canary's text: {canary} (2 files of it lie in the corpus)")


def _without_network() -> None:
    """Restart in a network namespace without a network, where the system allows it."""
    if os.environ.get("XINHUI_NO_NETWORK") or shutil.which("unshare") is None:
        return
    trial = ["unshare", "-r", "-n"]
    if subprocess.run([*trial, "true"], stderr=subprocess.DEVNULL).returncode == 0:
        os.environ["XINHUI_NO_NETWORK"] = "1"
        os.execvp("unshare", [*trial, sys.executable, "-m", "tests.benchmarks.hostile", *sys.argv[1:]])
    print("with a network: unshare is not allowed here")


if __name__ == "__main__":
    main()
