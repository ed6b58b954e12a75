"""Speed, exactness and quality of search, side by side with its peers.

usage: python -m tests.benchmarks.search [--documents 10000|100000|1000000] [DIR]    (needs ../shared)
Builds the archive and the peers' indexes in DIR unless they are there (1,000,000 documents take about an hour and,
with tantivy, 20 GB), asks every system every query in one process, taking turns, and prints one table with the targets
beside it. Peers that are not installed are left out: ``pip install tantivy``, ``apt install ripgrep``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import gettempdir

from tests.benchmarks.search import built, exact, figures
from tests.benchmarks.search.corpus import CORPUS, documents
from tests.benchmarks.search.fresh import opened_fresh
from tests.benchmarks.search.known import mean_reciprocal_ranks
from tests.benchmarks.search.queries import asked
from tests.benchmarks.search.report import Table
from tests.benchmarks.search.systems import opened_systems
from tests.benchmarks.search.writes import written
from xinhui_viewer.text.fold import fold


def main() -> int:
    """Build when needed, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--documents", type=int, default=10_000)
    arguments.add_argument("folder", type=Path, nargs="?", default=Path(gettempdir()))
    chosen = arguments.parse_args()
    if not CORPUS.exists():
        print("the folder ../shared with the measuring data is not here")
        return 0
    files = built.many(chosen.folder, chosen.documents)
    real = built.real(chosen.folder)
    table = Table()
    figures.building(table, files, chosen.documents)
    questions = asked(
        [fold(f"{draft.facts.title}\n{draft.body}") for draft in documents(min(chosen.documents, 10_000))]
    )
    figures.opening(table, opened_fresh(files.archive, questions), chosen.documents)
    with opened_systems(files) as systems:
        figures.answering(table, systems, questions, chosen.documents)
        figures.typing(table, systems, questions, chosen.documents)
        figures.spreading(table, systems.ours.db, chosen.documents)
        if chosen.documents <= built.MOST_FOR_SCANS:
            figures.exactness(table, systems.ours.db, exact.texts(systems.ours.db), questions)
        else:
            table.line("exact result sets", "not scanned at this size", "see 10,000 and 100,000")
    figures.writing(table, written(files.archive))
    figures.known_items(table, mean_reciprocal_ranks(real))
    return 0


if __name__ == "__main__":
    sys.exit(main())
