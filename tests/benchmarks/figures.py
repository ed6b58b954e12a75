"""Score the key figures of the annotated texts, and whether the labels that are said to be sure are right.

usage: python -m tests.benchmarks.figures    (needs ../shared)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from xinhui_viewer.records import Figure
from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.label_sureness import is_sure

SHARED = Path(__file__).parents[2].parent / "shared"
SETS = ("dev", "dev2")  # news and reports; and laws and statistics beside them


def main() -> None:
    """Write predictions for each set, run the shared scorer on them, and print the speed."""
    for name in SETS:
        _score(SHARED / "data" / "figures", name)


def _score(folder: Path, name: str) -> None:
    gold, texts = folder / f"figures_{name}.jsonl", folder / f"texts_{name}.jsonl"
    documents = _lines(texts)
    began = time.process_time()
    found = {document["doc"]: figures(document["body"]) for document in documents}
    seconds = time.process_time() - began
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "predictions.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for doc, predicted in found.items():
                print(json.dumps({"doc": doc, "figures": [_row(f) for f in predicted]}, ensure_ascii=False), file=out)
        print(f"{name}: ", end="", flush=True)
        subprocess.run([sys.executable, SHARED / "tools" / "score_figures.py", gold, texts, path], check=True)
    sure = list(_sure(_lines(gold), found))
    print(f"  {sum(sure)} of {len(sure)} labels that are said to be sure are right")
    print(f"  {sum(len(document['body']) for document in documents) / seconds / 1e6:.2f} million characters a second")


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _sure(gold: Sequence[Any], found: Mapping[str, Sequence[Figure]]) -> Iterator[bool]:
    """Yield whether each label that is said to be sure is right, as the scorer judges it."""
    for told in gold:
        if told["kind"] == "negative":
            continue
        for figure in found[told["doc"]]:
            meets = figure.start < told["offset"] + len(told["text"]) and told["offset"] < figure.start + len(
                figure.text
            )
            if meets and is_sure(figure):
                ours, theirs = set(figure.label), set(told["label"] or "")
                yield len(ours & theirs) >= 0.6 * max(len(ours), len(theirs))
                break


def _row(figure: Figure) -> dict[str, object]:
    return {
        "text": figure.text,
        "offset": figure.start,
        "label": figure.label,
        "value": figure.value,
        "unit": figure.unit,
        "approx": "" if figure.approx == "exact" else figure.approx,
        "period": figure.period,
        "kind": figure.kind,
    }


if __name__ == "__main__":
    main()
