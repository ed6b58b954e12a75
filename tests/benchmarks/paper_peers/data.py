"""Bulletins for paper: 200 or more bulletins, real ones of ../shared when it is there, else the sample's, repeated."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from tests.benchmarks.search.corpus import CORPUS, real
from xinhui_viewer.archive import connect, read, writing
from xinhui_viewer.archive.write import add
from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.records import Original, Summary
from xinhui_viewer.resources import resource
from xinhui_viewer.summary.compose import compose


def composed(folder: Path, count: int) -> Summary:
    """Return the summary of ``count`` bulletins of an archive that is made in a folder."""
    if not CORPUS.exists():
        with connect.reading(resource("sample", "sample.xhdb")) as db:
            there = read.ids(db)
            return compose(db, [there[n % len(there)] for n in range(count)])
    path = folder / f"{count}.xhdb"
    writing.create(path)
    with writing.writing(path) as db:
        for n in range(count):
            one = real()[n * len(real()) // count]
            content = f"{one['title']}\n{one['body']}".encode()
            address = f"http://www.example.cn/zwgk/{one['id']}.html"
            facts = Facts(
                title=one["title"],
                published=date.fromisoformat(one["date"]),
                source=one["source"] or "",
                columns=("首页", "政务公开", one["source"] or ""),
                url=address,
            )
            pieces = [Piece("paragraph", line) for line in one["body"].split("\n") if line.strip()]
            sha = hashlib.sha256(content).hexdigest()
            kept = Original(sha, f"{one['id']}.txt", "text/plain", content, "2026-01-01T00:00:00+00:00", address)
            add(db, kept, [draft("benchmark", facts, pieces)])
    with connect.reading(path) as db:
        return compose(db, range(1, count + 1))
