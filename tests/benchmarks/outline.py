"""Score the outlines of the annotated documents.

usage: python tests/benchmarks/outline.py    (needs ../shared)
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from xinhui_viewer.text.outline import outline

SHARED = Path(__file__).parents[2].parent / "shared"


def main() -> None:
    """Write predictions, run the shared scorer on them, and print the speed."""
    gold = SHARED / "data" / "outlines" / "outlines_dev.jsonl.gz"
    with gzip.open(gold, "rt", encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    began, characters = time.process_time(), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for document in documents:
                text = document["plain_text"]
                characters += len(text)
                found = [{"level": s.level, "title": s.heading, "char_offset": s.start} for s in outline(text)]
                print(json.dumps({"id": document["id"], "outline": found}, ensure_ascii=False), file=out)
        seconds = time.process_time() - began
        subprocess.run([sys.executable, SHARED / "tools" / "score_outline.py", gold, path], check=True)
    print(f"{characters / seconds / 1e6:.1f} million characters a second")


if __name__ == "__main__":
    main()
