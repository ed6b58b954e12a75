"""Score the reading of real pages, side by side with the libraries that do the same.

usage: python -m tests.benchmarks.pages [--per-file]    (needs ../shared; peers: pip install '.[bench]')
A peer that is not installed is left out. Every reader gets the same bytes, decoded as it likes best; what it does not
offer (most give no source, none a column path) stays empty. Times are CPU seconds of this process on one core, the
readers one after another over all pages, the best of five passes each.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from xinhui_viewer.importers import read
from xinhui_viewer.importers.encoding import decoded

SHARED = Path(__file__).parents[2].parent / "shared"
_PASSES = 5
Read = Callable[[Path], dict[str, Any]]


def main() -> None:
    """Let every reader read all pages, run the shared scorer on its results, and print its speed."""
    logging.disable(logging.CRITICAL)
    folder = SHARED / "data" / "pages"
    files = sorted((folder / "dev").iterdir())
    readers = {name: reader for name, reader, module in _READERS if find_spec(module)}
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for name, reader in readers.items():
            seconds[name] = _predict(reader, files, Path(temporary) / f"{name}.jsonl")
        predictions = [str(Path(temporary) / f"{name}.jsonl") for name in readers]
        scorer = SHARED / "tools" / "score_pages.py"
        subprocess.run([sys.executable, scorer, folder / "gold_dev.jsonl", *predictions, *sys.argv[1:]], check=True)
    for name, spent in seconds.items():
        print(f"{name:20} {len(files) / spent:6.0f} pages a second")


def _predict(reader: Read, files: list[Path], out: Path) -> float:
    reader(files[0])
    spent = float("inf")
    for _pass in range(_PASSES):
        began = time.process_time()
        found = [reader(path) for path in files]
        spent = min(spent, time.process_time() - began)
    lines = ({"file": f"dev/{path.name}", **fields} for path, fields in zip(files, found, strict=True))
    out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return spent


def _ours(path: Path) -> dict[str, Any]:
    draft = read(path)[1][0]
    published = draft.facts.published.isoformat() if draft.facts.published else ""
    fields = {"title": draft.facts.title, "date": published, "source": draft.facts.source}
    return {**fields, "columns": draft.facts.columns, "body": draft.body}


def _trafilatura(path: Path) -> dict[str, Any]:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(decoded(path.read_bytes()).text, with_metadata=True)
    if found is None:
        return {}
    return {"title": found.title, "date": found.date, "source": found.author, "body": found.text}


def _gne(path: Path) -> dict[str, Any]:
    from gne import GeneralNewsExtractor

    try:
        found = GeneralNewsExtractor().extract(decoded(path.read_bytes()).text)
    except Exception:  # it fails on pages without a body it can score
        return {}
    return {"title": found["title"], "date": found["publish_time"], "source": found["author"], "body": found["content"]}


def _readability(path: Path) -> dict[str, Any]:
    from lxml.html import fromstring
    from readability import Document

    document = Document(decoded(path.read_bytes()).text)
    return {"title": document.short_title(), "body": fromstring(document.summary()).text_content()}


def _newspaper(path: Path) -> dict[str, Any]:
    from newspaper import Article

    article = Article("http://localhost/", language="zh", fetch_images=False)
    article.download(input_html=decoded(path.read_bytes()).text)
    article.parse()
    published = article.publish_date.date().isoformat() if article.publish_date else ""
    return {"title": article.title, "date": published, "source": " ".join(article.authors), "body": article.text}


_READERS: tuple[tuple[str, Read, str], ...] = (
    ("xinhui_viewer", _ours, "xinhui_viewer"),
    ("trafilatura", _trafilatura, "trafilatura"),
    ("gne", _gne, "gne"),
    ("readability-lxml", _readability, "readability"),
    ("newspaper4k", _newspaper, "newspaper"),
)


if __name__ == "__main__":
    main()
