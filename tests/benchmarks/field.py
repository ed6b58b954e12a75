"""Score the reading of files as people save them (pages, texts, documents), beside the libraries that read pages.

usage: python -m tests.benchmarks.field [--per-file] [--html] [FOLDER GOLD]
Needs ../shared; peers: pip install '.[bench]'. FOLDER and GOLD (score_field.py tells its form) are another set of
files. Each file is read as the command `read` does, in this process; peers get the pages only. --per-file lists our
faults, --html leaves out all that is no page. Times are CPU seconds on one core, the best of three passes.
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks import sureness
from tests.benchmarks.page_readers import SHARED, Read, Reading, installed, ours, scored, shared_tool, timed

_PASSES = 3


def main() -> None:
    """Score this program by kind of file, what it says it is sure of, and each peer on the pages."""
    logging.disable(logging.CRITICAL)
    options = [argument for argument in sys.argv[1:] if argument.startswith("--")]
    paths = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    folder, gold = paths if len(paths) == 2 else (SHARED / "data" / "field", SHARED / "data" / "field" / "gold.jsonl")
    scorer = shared_tool("score_field")
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line]
    pages = [row for row in rows if row["kind"] == "html"]
    if "--html" in options:
        rows = pages
    found = {row["file"]: ours(folder / row["file"]) for row in rows}
    print("\n".join(_scores(rows, found, *(option for option in options if option == "--per-file"))))
    print("\n" + "\n".join(sureness.table(_said(scorer, rows, found))) + f"\n\nthe {len(pages)} pages")
    for name, reader in installed().items():
        _print_reader(name, reader, folder, pages)


def _print_reader(name: str, reader: Read, folder: Path, pages: list[Any]) -> None:
    readings, seconds = timed(reader, [folder / row["file"] for row in pages], _PASSES)
    scores = _scores(pages, {row["file"]: one for row, one in zip(pages, readings, strict=True)})
    print(f"{name[:18]:18}{scores[-1][18:]}  {len(pages) / seconds:.0f} pages a second")


def _scores(rows: list[Any], found: dict[str, Reading], *options: str) -> list[str]:
    """Return the lines that the shared scorer prints."""
    with tempfile.TemporaryDirectory() as temporary:
        gold, predicted = Path(temporary) / "gold.jsonl", Path(temporary) / "predicted.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        lines = ({"file": file, **reading} for file, reading in found.items())
        predicted.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        return scored("score_field", gold, predicted, *options).splitlines()


def _said(scorer: Any, rows: list[Any], found: dict[str, Reading]) -> list[sureness.Said]:
    judged = ((found[row["file"]], scorer.score(row, found[row["file"]])) for row in rows)
    return [one for reading, right in judged for one in sureness.said(reading, right)]


if __name__ == "__main__":
    main()
