"""Import thousands of pages; measure the speed, and whether the memory of the process that writes stays flat.

usage: python -m tests.benchmarks.importing [COUNT]
The pages are those of the sample archive recombined with a fixed seed: each has the frame of one and paragraphs of
three, a title, an address and a day of its own, and the links around it that pages of such sites have (about 30 KB).
"""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import psutil

from tests.importers.pages import LINKS
from xinhui_viewer.archive.writing import create
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.job import Job

PAGES = Path(__file__).parents[2] / "resources" / "sample" / "pages"
_PARAGRAPH = re.compile(r"<p\b[^>]*>.*?</p>", re.DOTALL)


def main() -> None:
    """Write the pages, import them twice, re-read the archive, and print the time of each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as temporary:
        folder, archive = Path(temporary) / "pages", Path(temporary) / "a.xhdb"
        folder.mkdir()
        size = sum(write(folder, count))
        print(f"{count} pages, {size / count / 1024:.0f} KB each, {os.cpu_count()} processors")
        create(archive)
        _import(archive, folder, count)
        print(f"the archive takes {archive.stat().st_size / 1e6:.0f} MB")
        began = perf_counter()
        again = Counter(line.outcome for line in import_sources(archive, [folder], Job()))
        print(f"again: {dict(again)} in {perf_counter() - began:.1f} s")
        began = perf_counter()
        changed = sum(len(one.changed) for one in rebuild(archive, Job()))
        print(f"read again: {changed} changed, {count / (perf_counter() - began):.0f} a second")


def write(folder: Path, count: int) -> list[int]:
    """Write recombined pages into a folder; return their sizes in bytes."""
    chance = random.Random(3)
    frames = [path.read_text("utf-8") for path in sorted(PAGES.glob("*.html"))]
    paragraphs = [_PARAGRAPH.findall(frame) for frame in frames]
    sizes = []
    for number in range(count):
        frame = chance.choice(frames)
        own = [chance.choice(chance.choice(paragraphs)) for _paragraph in range(12)]
        first, *_rest, last = _PARAGRAPH.finditer(frame)
        page = f"{frame[: first.start()]}{''.join(own)}{frame[last.end() :]}"
        day = date(2014, 1, 1) + timedelta(chance.randrange(4_000))
        title = re.search(r'"ArticleTitle" content="([^"]+)"', page)
        if title:
            page = page.replace(title[1], f"{title[1]}（第{number}期）")
        page = re.sub(r"\d{4}-\d\d-\d\d", day.isoformat(), page)
        page = re.sub(r"t\d{8}_\d{4}\.html", f"t{day:%Y%m%d}_{number}.html", page)
        page = page.replace("</body>", f"<ul>{LINKS}</ul></body>")
        sizes.append((folder / f"{number:06}.html").write_text(page, "utf-8"))
    return sizes


def _import(archive: Path, folder: Path, count: int) -> None:
    process = psutil.Process()
    began, outcomes = perf_counter(), Counter[str]()
    memory = []
    for number, line in enumerate(import_sources(archive, [folder], Job())):
        outcomes[line.outcome] += 1
        if number % (count // 10) == 0:
            memory.append(process.memory_info().rss // 2**20)
    seconds = perf_counter() - began
    print(f"imported: {dict(outcomes)} in {seconds:.1f} s, {count / seconds:.0f} a second")
    print(f"memory of the process that writes, MB, ten times on the way: {memory}")


if __name__ == "__main__":
    main()
