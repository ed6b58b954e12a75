"""Look for titles of which two characters are left out, of all lengths: how many are among the first ten.

usage: python -m tests.benchmarks.remembered [COUNT] [DIR] [SEED]    (needs ../shared)
2,000 titles of the real documents, drawn by chance, without two characters at any places, are asked of an archive of
10,000 documents; a document of the same title counts.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from tempfile import gettempdir
from time import process_time

from tests.benchmarks.search import ours
from tests.benchmarks.search.corpus import CORPUS, documents, real
from tests.benchmarks.search.keeping import kept
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find

_SHORTEST, _FIRST = 6, 10  # characters that are left at least; hits that are looked at
_GROUPS = (12, 16, 24, 40, 1000)  # lengths up to which titles are counted together


def main() -> int:
    """Ask, and print the share found by length, and some that were not."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(gettempdir())
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    if not CORPUS.exists():
        print("the folder ../shared with the measuring data is not here")
        return 0
    chance = random.Random(seed)
    titles = [one["title"] for one in real() if len(one["title"]) >= _SHORTEST + 2]
    path = folder / "search-10000.xhdb"
    kept(path, lambda made: ours.build(made, documents(10_000)))
    asked_for, found, missed = Counter[int](), Counter[int](), list[str]()
    began = process_time()
    with reading(path) as db:
        for title in (chance.choice(titles) for _ in range(count)):
            group = next(most for most in _GROUPS if len(title) <= most)
            asked_for[group] += 1
            typed = _without_two(title, chance)
            if _is_found(db, title, typed):
                found[group] += 1
            else:
                missed.append(f"{typed}    ({title})")
    spent = 1000 * (process_time() - began) / count
    for group in _GROUPS:
        print(f"up to {group} characters: {found[group]} of {asked_for[group]}")
    print(f"{found.total()} of {count} among the first {_FIRST}, {spent:.1f} ms each")
    for line in missed[:20]:
        print(f"    {line}")
    return 0


def _without_two(title: str, chance: random.Random) -> str:
    left_out = {*chance.sample(range(len(title)), 2)}
    return "".join(sign for at, sign in enumerate(title) if at not in left_out)


def _is_found(db: Archive, title: str, typed: str) -> bool:
    return any(hit.title == title for hit in find(asked(db, typed), limit=_FIRST, excerpts=False).hits)


if __name__ == "__main__":
    sys.exit(main())
