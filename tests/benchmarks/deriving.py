"""Time what an import derives from texts: the outline, key figures and gist of the first 1,000 bulletins of a corpus.

usage: python -m tests.benchmarks.deriving [NUMBER]    (needs ../shared; CPU seconds of one core)
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from itertools import islice
from pathlib import Path

from xinhui_viewer.text.gist import abstract, gist, lead
from xinhui_viewer.text.outline import outline
from xinhui_viewer.text.understanding import key_figures

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "corpus" / "real.jsonl.gz"
_GOAL = 4.0  # seconds for 1,000 bulletins


def main() -> None:
    """Print the seconds that each takes, and the sum for 1,000 bulletins."""
    if not CORPUS.exists():
        sys.exit(f"{CORPUS} is not there")
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        bodies = [json.loads(line)["body"] for line in islice(file, number)]
    began = time.process_time()
    sections = [outline(body) for body in bodies]
    outlined = time.process_time()
    figures = sum(len(key_figures(body, ())) for body in bodies)
    figured = time.process_time()
    for body, found in zip(bodies, sections, strict=True):
        lead(body, found)
        for section in found:
            gist(body, section, found)
    done = time.process_time()
    for body, found in zip(bodies, sections, strict=True):
        abstract(body, found)
    print(f"{len(bodies)} bulletins, {sum(map(len, bodies)):,} characters, {figures:,} figures")
    print(f"outline {outlined - began:.2f} s, figures {figured - outlined:.2f} s, gist {done - figured:.2f} s")
    print(f"abstract (when a bulletin is opened) {time.process_time() - done:.2f} s")
    print(f"outline, figures and gist of 1,000: {(done - began) * 1_000 / len(bodies):.2f} s, goal {_GOAL:.0f}")


if __name__ == "__main__":
    main()
