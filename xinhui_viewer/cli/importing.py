"""Commands that read files: into an archive, or only to show the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from xinhui_viewer.cli import values
from xinhui_viewer.cli.options import FILE, archive_argument, json_option
from xinhui_viewer.cli.output import aligned, complain, padded, say, say_json, width
from xinhui_viewer.cli.reading import bulletin_lines
from xinhui_viewer.cli.standard_input import standard_input
from xinhui_viewer.cli.stopping import stop_on_ctrl_c
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.importers import import_sources, read
from xinhui_viewer.importers.outcomes import OUTCOMES, outcome
from xinhui_viewer.importers.page_kinds import Judged, passed_over
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported, Outcome

_BESIDE = tr("Also take the files beside a page that it links to; in a folder that is imported it always does.")


@click.command("import", help=tr("Add files, and all files in folders, to an archive; - is standard input."))
@archive_argument
@click.argument("sources", metavar="PATH...|-", type=FILE, nargs=-1, required=True)
@click.option(
    "--everything",
    is_flag=True,
    help=tr("Also import pages that are no bulletins, such as lists, forms and error messages."),
)
@click.option("--with-beside", "beside", is_flag=True, help=_BESIDE)
@click.option("--no-limits", "unlimited", is_flag=True, help=tr("Give a file any time, and up to 3 GB of memory."))
@json_option
def import_files(
    archive: Path, sources: tuple[Path, ...], everything: bool, beside: bool, unlimited: bool, as_json: bool
) -> int:
    """Import files into an archive; write a line for each input; exit with 1 when one was rejected."""
    outcomes: Counter[Outcome] = Counter()
    undated = unsure = 0
    passed: list[Imported] = []
    job = Job()
    stop_on_ctrl_c(job)
    left = 0
    judged: Judged = "none" if everything else "members"
    for line in _imported(archive, sources, job, judged, beside=beside, limits=not unlimited):
        left += len(line.beside)
        if line.passed_over:
            passed.append(line)
        else:
            outcomes[line.outcome] += 1
        undated, unsure = undated + len(line.undated), unsure + len(line.unsure)
        if as_json:
            say_json(values.imported(line), indent=None)
        else:
            _say_line(line)
        if line.outcome == "rejected":
            complain(line.error)
    if not as_json:
        say()
        counts = [(tr(name), outcomes[one]) for one, name in OUTCOMES.items()]
        counts += [(tr("without a date"), undated), (tr("unsure"), unsure)]
        say("\n".join(aligned((name, str(n or "")) for name, n in counts)))
        if passed:
            say(passed_over(passed))
        _say_left(left)
    return 1 if outcomes["rejected"] else 0


def _imported(
    archive: Path, sources: Sequence[Path], job: Job, judged: Judged, *, beside: bool, limits: bool
) -> Iterator[Imported]:
    """Import files, and what comes from standard input for "-"; yield the lines of the report."""
    with standard_input(sources) as paths:
        given = dict(zip(map(str, paths), map(str, sources), strict=True))
        for line in import_sources(archive, paths, job, judged=judged, beside=beside, again=beside, limits=limits):
            yield replace(line, path=given.get(line.path, line.path))


@click.command("read", help=tr("Show what is read from a file, without an archive."))
@click.argument("file", type=FILE)
@click.option("--with-beside", "beside", is_flag=True, help=_BESIDE)
@json_option
def read_file(file: Path, beside: bool, as_json: bool) -> None:
    """Print the bulletins read from a file, without an archive."""
    with standard_input([file]) as (path,):
        original, drafts = read(path, beside=beside)
    if as_json:
        first, *more = (values.draft(one) for one in drafts)
        say_json({**first, "sha256": original.sha256, **({"more": more} if more else {})})
        return
    for number, one in enumerate(drafts):
        if number:
            say("\n" + "─" * 40 + "\n")
        say("\n".join(bulletin_lines(one, [(tr("File"), original.name), ("SHA-256", original.sha256)])))
        for warning in one.warnings:
            complain(warning)


def _say_left(n: int) -> None:
    """Say how many files beside the pages were left where they are."""
    if n:
        told = trn(
            "The pages link to {n} file in their folder, which was not taken: --with-beside takes it.",
            "The pages link to {n} files in their folder, which were not taken: --with-beside takes them.",
            n,
        )
        say(told.format(n=n))


def _say_line(line: Imported) -> None:
    cells = max(width(tr(name)) for name in OUTCOMES.values())
    numbers = " ".join(f"#{number}" for number in line.ids)
    place = f"{line.path} » {line.member}" if line.member else line.path
    say(f"{padded(outcome(line), cells)}  {place}  {numbers}".rstrip())
    for warning in (*line.warnings, *line.notes):
        say(f"{' ' * cells}  {warning}")
    if line.outcome == "skipped" and line.error:
        say(f"{' ' * cells}  {line.error}")
