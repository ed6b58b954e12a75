"""Score what is read from real pages.

usage: python -m tests.benchmarks.pages [--per-file]    (needs ../shared)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from xinhui_viewer.importers import read

SHARED = Path(__file__).parents[2].parent / "shared"


def main() -> None:
    """Write predictions, run the shared scorer on them, and print how fast they were."""
    folder = SHARED / "data" / "pages"
    files = sorted((folder / "dev").iterdir())
    began = time.process_time()
    read_pages = {f"dev/{path.name}": read(path)[1][0] for path in files}
    seconds = time.process_time() - began
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "xinhui_viewer.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for name, draft in read_pages.items():
                published = draft.published.isoformat() if draft.published else ""
                line: dict[str, object] = {"file": name, "title": draft.title, "date": published}
                line |= {"source": draft.source, "columns": draft.columns, "body": draft.body}
                print(json.dumps(line, ensure_ascii=False), file=out)
        scorer = SHARED / "tools" / "score_pages.py"
        command = [sys.executable, str(scorer), str(folder / "gold_dev.jsonl"), str(path), *sys.argv[1:]]
        subprocess.run(command, check=True)
    print(f"{len(files) / seconds:.0f} pages a second on one core")


if __name__ == "__main__":
    main()
