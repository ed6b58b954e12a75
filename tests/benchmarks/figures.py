"""Score the key figures of the annotated texts.

usage: python tests/benchmarks/figures.py    (needs ../shared)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from xinhui_viewer.records import Figure
from xinhui_viewer.text.figures import figures

SHARED = Path(__file__).parents[2].parent / "shared"


def main() -> None:
    """Write predictions, run the shared scorer on them, and print the speed."""
    folder = SHARED / "data" / "figures"
    gold, texts = folder / "figures_dev.jsonl", folder / "texts_dev.jsonl"
    documents = [json.loads(line) for line in texts.read_text("utf-8").splitlines()]
    began = time.process_time()
    found = {document["doc"]: figures(document["body"]) for document in documents}
    seconds = time.process_time() - began
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "predictions.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for name, predicted in found.items():
                print(json.dumps({"doc": name, "figures": [_row(f) for f in predicted]}, ensure_ascii=False), file=out)
        subprocess.run([sys.executable, SHARED / "tools" / "score_figures.py", gold, texts, path], check=True)
    print(f"{sum(len(document['body']) for document in documents) / seconds / 1e6:.2f} million characters a second")


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
