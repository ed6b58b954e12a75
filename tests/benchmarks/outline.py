"""Score the outlines of the annotated documents: all of them, and each half, for tuning on one of them alone.

usage: python -m tests.benchmarks.outline [--errors 0|1]    (needs ../shared)
With --errors each false (+) and missed (-) heading of a half is printed among the headings of its document. The
annotations hold what pages set in bold paragraphs, and lines of at most 60 characters of reports: deeper levels of
such pages, and long lines of a run, are counted as false though they are headings.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xinhui_viewer.text.outline import outline

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "data" / "outlines" / "outlines_dev.jsonl.gz"
_NEAR = 3  # characters that a heading may stand beside the annotated one, as the scorer says
_Document = dict[str, Any]


def main() -> None:
    """Write predictions, run the shared scorer on them, and print the speed, or errors."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.outline")
    parser.add_argument("--errors", type=int, choices=(0, 1))
    errors = parser.parse_args().errors
    with gzip.open(GOLD, "rt", encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    if errors is not None:
        for document in documents:
            if _half(document) == errors:
                _tell(document)
        return
    began = time.process_time()
    found = {document["id"]: _found(document) for document in documents}
    seconds = time.process_time() - began
    with tempfile.TemporaryDirectory() as folder:
        for half in (0, 1, None):
            print("all documents" if half is None else f"half {half}", flush=True)
            _score(Path(folder), [one for one in documents if half in (None, _half(one))], found)
    print(f"{sum(len(one['plain_text']) for one in documents) / seconds / 1e6:.1f} million characters a second")


def _score(folder: Path, documents: Sequence[_Document], found: dict[str, Any]) -> None:
    gold, predicted = folder / "gold.jsonl.gz", folder / "predictions.jsonl"
    with gzip.open(gold, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(document) + "\n" for document in documents)
    lines = (json.dumps({"id": one["id"], "outline": found[one["id"]]}) + "\n" for one in documents)
    predicted.write_text("".join(lines), encoding="utf-8")
    subprocess.run([sys.executable, SHARED / "tools" / "score_outline.py", gold, predicted], check=True)


def _half(document: _Document) -> int:
    """Return the half that a document is in, by a hash of its id."""
    return hashlib.sha256(document["id"].encode()).digest()[0] % 2


def _found(document: _Document) -> list[dict[str, Any]]:
    sections = outline(document["plain_text"])
    return [{"level": one.level, "title": one.heading, "char_offset": one.start} for one in sections]


def _tell(document: _Document) -> None:
    """Print the headings of a document where some are false or missed."""
    told = [(one["char_offset"], "-", one) for one in document["outline"]]
    for one in _found(document):
        at = next((at for at, gold in enumerate(told) if gold[1] == "-" and _is_near(gold[0], one)), None)
        if at is None:
            told.append((one["char_offset"], "+", one))
        else:
            told[at] = (one["char_offset"], " ", one)
    if any(sign != " " for _offset, sign, _one in told):
        print(f"== {document['id']} {document['kind']} {document['title']}")
        for _offset, sign, one in sorted(told, key=lambda row: row[0]):
            print(f"{sign} {one['level']} {one['title'][:60]}")


def _is_near(offset: int, one: dict[str, Any]) -> bool:
    return abs(offset - int(one["char_offset"])) <= _NEAR


if __name__ == "__main__":
    main()
