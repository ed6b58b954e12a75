"""Score the reading of real pages, side by side with the libraries that do the same.

usage: python -m tests.benchmarks.pages [--per-file]    (needs ../shared; peers: pip install '.[bench]')
A peer that is not installed is left out. Times are CPU seconds of this process on one core, the readers one after
another over all pages, the best of five passes each.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.page_readers import SHARED, Reading, installed, timed

_PASSES = 5


def main() -> None:
    """Let every reader read all pages, run the shared scorer on its results, and print its speed."""
    logging.disable(logging.CRITICAL)
    folder = SHARED / "data" / "pages"
    files = sorted((folder / "dev").iterdir())
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        predictions = []
        for name, reader in installed().items():
            found, seconds[name] = timed(reader, files, _PASSES)
            predictions.append(_written(found, files, Path(temporary) / f"{name}.jsonl"))
        scorer = SHARED / "tools" / "score_pages.py"
        subprocess.run([sys.executable, scorer, folder / "gold_dev.jsonl", *predictions, *sys.argv[1:]], check=True)
    for name, spent in seconds.items():
        print(f"{name:20} {len(files) / spent:6.0f} pages a second")


def _written(found: list[Reading], files: list[Path], out: Path) -> Path:
    lines = ({"file": f"dev/{path.name}", **fields} for path, fields in zip(files, found, strict=True))
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return out


if __name__ == "__main__":
    main()
