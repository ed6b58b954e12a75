"""The systems measured side by side, as functions of a query; the slow ones get fewer queries."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.search.built import Files
from tests.benchmarks.search.ours import Ours
from tests.benchmarks.search.queries import Asked
from tests.benchmarks.search.sqlite_peers import PAGE, Fts5, Like, opened
from tests.benchmarks.search.tantivy_peer import Tantivy
from tests.benchmarks.search.timing import Ask
from xinhui_viewer.archive.connect import reading


@dataclass(frozen=True, slots=True)
class Systems:
    """``quick`` are asked every query, ``slow`` some; ``missing`` are those not installed, and how to get them."""

    ours: Ours
    quick: dict[str, Ask]
    slow: dict[str, Ask]
    missing: tuple[str, ...]


@contextmanager
def opened_systems(files: Files) -> Iterator[Systems]:
    """Open the archive and the peers' indexes."""
    missing = []
    with reading(files.archive) as db:
        ours = Ours(db)
        quick: dict[str, Ask] = {
            "ours": ours.relevance,
            "ours, as a window asks": ours.window,
            "ours, newest first": ours.newest,
        }
        if files.tantivy:
            tantivy = Tantivy(files.tantivy)
            quick["tantivy"] = tantivy.relevance
            quick["tantivy, our excerpts"] = tantivy.excerpted
            quick["tantivy, counting"] = tantivy.counted
            quick["tantivy, newest first"] = tantivy.newest
        else:
            missing.append("tantivy: pip install tantivy")
        slow: dict[str, Ask] = {}
        if files.sqlite:
            slow["unigram phrases"] = Fts5(files.sqlite, "unigrams").ask
            slow["FTS5 trigram"] = Fts5(files.sqlite, "trigrams").ask
            slow["FTS5 default"] = Fts5(files.sqlite, "plain").ask
            slow["LIKE"] = Like(files.sqlite).ask
            if shutil.which("rg"):
                slow["ripgrep"] = Ripgrep(files.sqlite).ask
            else:
                missing.append("ripgrep: apt install ripgrep")
        yield Systems(ours, quick, slow, tuple(missing))


class Ripgrep:
    """ripgrep over one text file, a document a line; it stops at 50 lines and has no ranking."""

    def __init__(self, sqlite: Path) -> None:
        self._path = sqlite.with_suffix(".txt")
        if not self._path.exists():
            with self._path.open("w", encoding="utf-8") as file:
                for (text,) in opened(sqlite).execute("SELECT folded FROM documents ORDER BY id"):
                    print(text.replace("\n", " "), file=file)

    def ask(self, one: Asked) -> list[bytes]:
        """Return the lines that hold all words and none of the unwanted ones."""
        first, *others = one.words
        most = [] if others or one.without else ["--max-count", str(PAGE)]
        running = subprocess.Popen(["rg", "-N", "-F", *most, first, self._path], stdout=subprocess.PIPE)
        pipes = [running]
        for option, word in (*(("-F", word) for word in others), *(("-Fv", word) for word in one.without)):
            running = subprocess.Popen(["rg", "-N", option, word], stdin=running.stdout, stdout=subprocess.PIPE)
            pipes.append(running)
        lines = running.communicate()[0].splitlines()[:PAGE]
        for pipe in pipes[:-1]:
            if pipe.stdout:
                pipe.stdout.close()
            pipe.wait()
        return lines
