"""Compare what queries mark with an oracle that shares no code with the program, in all five places.

usage: python -m tests.benchmarks.marks [QUERIES] [BULLETINS] [SEED]
The texts and the queries (2,000 over 200) are made by chance (tests/oracle): both scripts, blanks and breaks within
words, grouped numbers; words, phrases, 近, 原字, fields, OR, NOT, prefixes. Every row of the list is compared, the set
of full matches, the command line, and for some hits the reader, its pane and paper.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.oracle.places import Compared
from tests.oracle.queries import Drawing
from tests.oracle.texts import bulletins


def main() -> int:
    """Compare, print the differences, and return how many queries had any, at most 1."""
    queries, count, seed = (*map(int, sys.argv[1:]), *(2000, 200, 1)[len(sys.argv) - 1 :])
    application = QApplication.instance() or QApplication([])
    written, wrong = bulletins(count, seed), 0
    drawing = Drawing(written, seed)
    with TemporaryDirectory() as folder, Compared(Path(folder), written) as compared:
        for _ in range(queries):
            found = compared.differences(drawing.query())
            wrong += bool(found)
            for line in found[:3]:
                print(line)
    print(f"{queries:,} queries over {count} bulletins, {wrong} shown otherwise, {process_time():.0f} s")
    del application
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
