"""Score the import of mirrors of whole sites, and the reading of their pages one at a time beside other libraries.

usage: python -m tests.benchmarks.sites [--alone] [--dev | --held] [--faults N] [--sites DIR GOLD]
Needs ../shared; peers: pip install '.[bench]'. Each site is imported as a folder of its own, into an archive of its
own, then all of them at once; with --alone each article is read as the command `read` does, and by the peers, judged by
the same scorer on what they offer. --faults lists each kind of fault with N files, --dev and --held take one half of
the gold, DIR and GOLD (score_sites.py tells its form) are other mirrors, unpacked. Pages a second are per core, of CPU
time: of an import with all that its processes do, of a reader its best of three passes.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks import sureness
from tests.benchmarks.page_readers import SHARED, Reading, installed, scored, shared_tool, timed
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.writing import create
from xinhui_viewer.cli import values
from xinhui_viewer.importers import import_sources
from xinhui_viewer.job import Job

_DATA = SHARED / "data" / "sites"
_PASSES = 3
_APART = 1_000_000  # ids of bulletins of one archive: those of the next begin there


@dataclass(slots=True)
class Imports:
    """The report and the bulletins of one or more imports, as the scorer takes them."""

    report: list[dict[str, Any]] = field(default_factory=list)
    bulletins: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0


def main() -> None:
    """Score imports of the mirrors, or the reading of their articles alone."""
    logging.disable(logging.CRITICAL)
    asked = _asked()
    with tempfile.TemporaryDirectory() as temporary:
        folder, gold = asked.sites or (unpacked(Path(temporary) / "sites"), _DATA / "gold.jsonl")
        rows = [json.loads(line) for line in Path(gold).read_text("utf-8").splitlines() if line]
        rows = [row for row in rows if asked.split in ("", row["split"])]
        options = ["--faults", asked.faults] if asked.faults else []
        (_alone if asked.alone else _imported)(Path(folder), rows, options)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.sites")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--dev", dest="split", action="store_const", const="dev", default="")
    parser.add_argument("--held", dest="split", action="store_const", const="held")
    parser.add_argument("--faults", default="")
    parser.add_argument("--sites", nargs=2, metavar=("DIR", "GOLD"))
    return parser.parse_args()


def unpacked(folder: Path) -> Path:
    """Unpack the mirrors of ../shared into a folder, and return it."""
    for mirror in sorted(_DATA.glob("*.tar.xz")):
        with tarfile.open(mirror) as packed:
            packed.extractall(folder, filter="data")
    return folder


def _imported(folder: Path, rows: list[Any], options: list[str]) -> None:
    sites = [folder / site for site in dict.fromkeys(row["site"] for row in rows)]
    each, together = Imports(), Imports()
    for site in sites:
        _import([site], each)
    _print_imports("each site alone", folder, rows, each, options)
    if len(sites) == 1:
        return
    _import(sites, together)
    _print_imports("all in one import", folder, rows, together, [])


def _print_imports(name: str, folder: Path, rows: list[Any], imports: Imports, options: list[str]) -> None:
    print(f"{name}: {len(imports.report) / imports.seconds:.0f} pages a second")
    print(_score(folder, rows, imports, options))
    scorer = shared_tool("score_sites")
    found = _bulletins(scorer, folder, imports)
    said = (one for row in rows for one in _said(scorer, row, found.get(row["file"])))
    print("\n".join([*sureness.table(said), ""]))


def _import(sources: list[Path], into: Imports) -> None:
    """Import folders into a new archive; add its report and its bulletins."""
    apart = _APART * (len(into.bulletins) and into.bulletins[-1]["id"] // _APART + 1)
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "a.xhdb"
        create(archive)
        began = sum(os.times()[:4])
        lines = list(import_sources(archive, sources, Job()))
        into.seconds += sum(os.times()[:4]) - began
        into.report += [values.imported(line) | {"ids": [one + apart for one in line.ids]} for line in lines]
        with reading(archive) as db:
            for number in sorted({one for line in lines for one in line.ids}):
                one = values.bulletin(bulletin(db, number))
                revises = one["revises"] and one["revises"] + apart
                into.bulletins.append(one | {"id": number + apart, "revises": revises})


def _bulletins(scorer: Any, folder: Path, imports: Imports) -> dict[str, dict[str, Any]]:
    """Return the bulletin of each page that has one, by the page's path as the gold has it."""
    with tempfile.TemporaryDirectory() as temporary:
        report = Path(temporary) / "report.jsonl"
        report.write_text("".join(json.dumps(line) + "\n" for line in imports.report), "utf-8")
        found: dict[str, dict[str, Any]] = scorer.predictions(str(report), imports.bulletins, str(folder))[0]
        return found


def _alone(folder: Path, rows: list[Any], options: list[str]) -> None:
    articles = [row for row in rows if row["type"] == "article"]
    files = [folder / row["file"] for row in articles]
    scorer = shared_tool("score_sites")
    for name, reader in installed().items():
        readings, seconds = timed(reader, files, _PASSES)
        print(f"\n{name}: {len(files) / seconds:.0f} pages a second")
        print(_score(folder, articles, _as_imports(files, readings), options if name == "xinhui_viewer" else []))
        said = [one for row, found in zip(articles, readings, strict=True) for one in _said(scorer, row, found)]
        if said:
            print("\n" + "\n".join(sureness.table(said)))


def _as_imports(files: Iterable[Path], readings: list[Reading]) -> Imports:
    report = [{"path": str(path), "outcome": "imported", "ids": [number]} for number, path in enumerate(files)]
    bulletins = [{"id": number, **one, "published": one.get("date")} for number, one in enumerate(readings)]
    return Imports(report, bulletins)


def _said(scorer: Any, row: Any, found: dict[str, Any] | None) -> Iterable[sureness.Said]:
    """Yield what is said of the facts of an article; nothing for a page without a bulletin and for other pages."""
    if row["type"] != "article" or found is None:
        return ()
    right = scorer.page(row, {"published": found.get("date"), **found})
    dated = None if right["date"] is None else right["date"] == "right"
    judged = {"title": right["title"], "date": dated, "source": right["source"], "columns": right["columns"]}
    return sureness.said(found, judged)


def _score(folder: Path, rows: list[Any], imports: Imports, options: list[str]) -> str:
    """Return what the shared scorer prints."""
    with tempfile.TemporaryDirectory() as temporary:
        gold, report, bulletins = (Path(temporary) / name for name in ("gold.jsonl", "report.jsonl", "all.json"))
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        report.write_text("".join(json.dumps(line) + "\n" for line in imports.report), "utf-8")
        bulletins.write_text(json.dumps(imports.bulletins), "utf-8")
        return scored("score_sites", gold, report, bulletins, folder, "--per-site", *options)


if __name__ == "__main__":
    main()
