from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.importers.word.documents import printed
from tests.slow.importers.run.test_workers import Clock, written
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.worker import Answer, Task
from xinhui_viewer.importers.run.workers import Workers
from xinhui_viewer.job import Job, Position


def long_pdf(folder: Path, pages: int) -> Path:
    """A document whose one page comes again and again."""
    made = BytesIO()
    with pikepdf.open(BytesIO(printed())) as document:
        for _page in range(pages - 1):
            document.pages.append(document.pages[0])
        document.save(made)
    (folder / "清单.pdf").write_bytes(made.getvalue())
    return folder / "清单.pdf"


def test_the_pages_of_the_awaited_document_are_reported_in_order(tmp_path: Path, pool: Pool) -> None:
    tasks = [*written(tmp_path, 2), Task(str(long_pdf(tmp_path, 5000)))]
    answered: list[Answer] = []
    heard: list[tuple[int, Position]] = []

    def reached(position: Position | None) -> None:
        if position is not None:
            heard.append((len(answered), position))
        if len(heard) == 3:
            job.cancel()

    job = Job(reached=reached)
    with Workers(None, tasks, pool) as workers, pytest.raises(Cancelled):
        answered.extend(one for one in workers.answers(job) if one is not None)
    assert [(before, at.file, at.unit, at.total, at.whole) for before, at in heard] == (
        [(2, "清单.pdf", "page", 5000, True)] * 3
    )
    assert [at.at for _before, at in heard] == sorted({at.at for _before, at in heard})


def test_a_document_that_tells_its_pages_has_no_more_time_than_another(tmp_path: Path, pool: Pool) -> None:
    clock = Clock()
    heard: list[Position] = []

    def reached(position: Position | None) -> None:
        if position is not None:
            heard.append(position)
            clock.runs = True

    answers: list[Answer] = []
    tasks = [Task(str(long_pdf(tmp_path, 5000)))]
    with Workers(None, tasks, pool, clock=clock, used=lambda _process: clock.now) as workers:
        answers += (one for one in workers.answers(Job(reached=reached)) if one is not None)
    assert len(heard) > 1
    assert [one.limited for one in answers] == [True]
