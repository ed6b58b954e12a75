"""The readers of web pages that benchmarks compare: this program, and the libraries that are installed.

Every reader gets the same bytes, decoded as it likes best; what it does not offer (most give no source, none a column
path) stays empty.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from xinhui_viewer.errors import UserError
from xinhui_viewer.exporters.facts import grounds
from xinhui_viewer.importers import read
from xinhui_viewer.importers.encoding import decoded

SHARED = Path(__file__).parents[2].parent / "shared"
Reading = dict[str, Any]
Read = Callable[[Path], Reading]


def installed() -> dict[str, Read]:
    """Return this program's reader, and those of the libraries that are installed, by name."""
    return {name: reader for name, reader, module in _READERS if find_spec(module)}


def timed(reader: Read, files: Sequence[Path], passes: int) -> tuple[list[Reading], float]:
    """Return what a reader finds in files, and the CPU seconds of its best pass on one core."""
    reader(files[0])
    best, found = float("inf"), list[Reading]()
    for _pass in range(passes):
        began = time.process_time()
        found = [reader(path) for path in files]
        best = min(best, time.process_time() - began)
    return found, best


def shared_tool(name: str) -> Any:
    """Return a scorer of ../shared/tools as a module; end the program when it is not there."""
    path = SHARED / "tools" / f"{name}.py"
    spec = spec_from_file_location(name, path) if path.is_file() else None
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is missing: this benchmark needs the texts and tools of ../shared.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(name: str, *arguments: str | Path) -> str:
    """Return what a scorer of ../shared/tools prints for the files and options given."""
    command = [sys.executable, str(SHARED / "tools" / f"{name}.py"), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ours(path: Path) -> Reading:
    """Return what the command `read` finds in a file; nothing where it refuses the file."""
    try:
        draft = read(path)[1][0]
    except UserError as error:
        return {"error": str(error)}
    facts = draft.facts
    published = facts.published.isoformat() if facts.published else ""
    return {
        "title": facts.title,
        "date": published,
        "source": facts.source,
        "columns": list(facts.columns),
        "body": draft.body,
        "grounds": grounds(draft),
    }


def _trafilatura(path: Path) -> Reading:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(decoded(path.read_bytes()).text, with_metadata=True)
    if found is None:
        return {}
    return {"title": found.title, "date": found.date, "source": found.author, "body": found.text}


def _gne(path: Path) -> Reading:
    from gne import GeneralNewsExtractor

    try:
        found = GeneralNewsExtractor().extract(decoded(path.read_bytes()).text)
    except Exception:  # it fails on pages without a body it can score
        return {}
    return {"title": found["title"], "date": found["publish_time"], "source": found["author"], "body": found["content"]}


def _readability(path: Path) -> Reading:
    from lxml.html import fromstring
    from readability import Document

    try:
        document = Document(decoded(path.read_bytes()).text)
        return {"title": document.short_title(), "body": fromstring(document.summary()).text_content()}
    except Exception:  # it fails on pages without text
        return {}


def _newspaper(path: Path) -> Reading:
    from newspaper import Article

    article = Article("http://localhost/", language="zh", fetch_images=False)
    try:
        article.download(input_html=decoded(path.read_bytes()).text)
        article.parse()
    except Exception:  # it fails on pages without text
        return {}
    published = article.publish_date.date().isoformat() if article.publish_date else ""
    return {"title": article.title, "date": published, "source": " ".join(article.authors), "body": article.text}


_READERS: tuple[tuple[str, Read, str], ...] = (
    ("xinhui_viewer", ours, "xinhui_viewer"),
    ("trafilatura", _trafilatura, "trafilatura"),
    ("gne", _gne, "gne"),
    ("readability-lxml", _readability, "readability"),
    ("newspaper4k", _newspaper, "newspaper"),
)
