"""Read randomly damaged pages, and list those that were not read as a page should be.

usage: python -m tests.benchmarks.damaged_pages [COUNT] [SEED]    (needs ../shared)
Each is a real page with one to eight cuts, swaps, repeats, bad bytes or tags out of place. It must give a draft whose
spans lie in its body, or a sentence, within a second.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from tests.importers.web.test_field_rules import require_sound
from xinhui_viewer.importers.web import html

PAGES = Path(__file__).parents[2].parent / "shared" / "data" / "pages" / "dev"
_TAGS = (b"<table><tr><td>", b"</div></div></div>", b"<div>" * 40, b"<!--", b"<script>", b"<p style='display:none'>")
_LIMIT = 1.0


def main() -> None:
    """Damage pages and read them; print the failures and the time of the slowest."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 5)
    pages = [path.read_bytes() for path in sorted(PAGES.iterdir())]
    faults: Counter[str] = Counter()
    slowest = 0.0
    for number in range(count):
        page = _damaged(chance.choice(pages), chance)
        began = perf_counter()
        try:
            require_sound(html.read, page)
        except Exception as error:  # what a fuzz run is for
            faults[f"{type(error).__name__}: {error}"[:120]] += 1
            print(f"page {number}: {type(error).__name__}: {str(error)[:100]}")
        spent = perf_counter() - began
        slowest = max(slowest, spent)
        faults["too slow"] += spent > _LIMIT
    print(f"{count} damaged pages, {sum(faults.values())} faults, the slowest took {slowest * 1000:.0f} ms")


def _damaged(page: bytes, chance: random.Random) -> bytes:
    content = bytearray(page)
    for _damage in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(content) or 1), chance.choice((1, 3, 40, 900, 20_000))
        piece = bytes(content[at : at + length])
        match chance.randrange(6):
            case 0:
                del content[at : at + length]
            case 1:
                content[at:at] = piece * chance.randint(1, 20)
            case 2:
                content[at : at + length] = chance.randbytes(min(length, 40))
            case 3:
                content[at:at] = chance.choice(_TAGS)
            case 4:
                content[at : at + length] = piece[::-1]
            case _:
                del content[at:]
    return bytes(content)


if __name__ == "__main__":
    main()
