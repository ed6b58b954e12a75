from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil
import pytest

from tests.importers.containers.files import zipped
from tests.importers.pages import standard
from tests.importers.word.files import word
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.worker import Answer, Task
from xinhui_viewer.importers.run.workers import Workers
from xinhui_viewer.job import Job

SLOW = "第一行\n" * 1_500_000  # some seconds


def written(folder: Path, count: int) -> list[Task]:
    for number in range(count):
        (folder / f"{number}.html").write_text(standard(f"第{number}期简报"), "utf-8")
    return [Task(str(folder / f"{number}.html")) for number in range(count)]


class Clock:
    """A clock that stands still until it may run: then each reading is half a second later, up to its ``end``."""

    def __init__(self, end: float = 1e9) -> None:
        self.now, self.runs, self.end = 0.0, False, end

    def __call__(self) -> float:
        self.now += (self.runs and self.now < self.end) / 2
        return self.now


def answered(workers: Workers, heard: Callable[[list[list[Answer]]], None] = lambda _files: None) -> list[list[Answer]]:
    """The answers of each file, in order; ``heard`` gets all so far before the next is awaited."""
    files: list[list[Answer]] = [[]]
    with workers:
        for answer in workers.answers(Job()):
            if answer is None:
                files.append([])
            else:
                files[-1].append(answer)
            heard(files)
    return files[:-1]


def killing(after: Iterable[int]) -> Callable[[list[list[Answer]]], None]:
    """Kill all processes once ``after`` files have been answered."""
    due = set(after)

    def heard(files: list[list[Answer]]) -> None:
        count = sum(map(len, files))
        if count in due:
            due.remove(count)
            for process in multiprocessing.active_children():
                process.kill()
                process.join()

    return heard


def readers() -> list[psutil.Process]:
    """The processes that read; Python keeps one more beside them."""
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def titles(files: list[list[Answer]]) -> list[str]:
    return [one.prepared.bulletins[0].facts.title for file in files for one in file if one.prepared]


def test_answers_come_in_the_order_of_the_files_however_many_processes_read(tmp_path: Path, pool: Pool) -> None:
    assert titles(answered(Workers(None, written(tmp_path, 40), pool))) == [f"第{number}期简报" for number in range(40)]


def test_a_file_that_takes_too_long_costs_itself_and_no_other(tmp_path: Path, pool: Pool) -> None:
    tasks = written(tmp_path, 6)
    (tmp_path / "slow.txt").write_text(SLOW, "utf-8")
    clock = Clock()

    def heard(files: list[list[Answer]]) -> None:
        clock.runs = files[2:] == [[]]  # while the third file is awaited

    tasks.insert(2, Task(str(tmp_path / "slow.txt")))
    files = answered(Workers(None, tasks, pool, clock=clock, used=lambda _process: clock.now), heard)
    assert titles(files) == [f"第{number}期简报" for number in range(6)]
    assert [one.error for one in files[2]] == [
        "Reading slow.txt takes more than 60 seconds, so it was left out. If you trust it, try it again without limits."
    ]
    assert [one.limited for one in files[2]] == [True]


def test_inside_a_file_of_many_only_the_one_that_takes_too_long_is_lost(tmp_path: Path, pool: Pool) -> None:
    pages = {f"{number}.html": standard(f"第{number}期简报").encode() for number in (1, 3)}
    (tmp_path / "all.zip").write_bytes(zipped({**pages, "2.txt": SLOW.encode()}))
    clock = Clock()

    def heard(files: list[list[Answer]]) -> None:
        clock.runs = len(files[0]) == 1  # while its second member is awaited

    (file,) = answered(
        Workers(None, [Task(str(tmp_path / "all.zip"))], pool, clock=clock, used=lambda _process: clock.now), heard
    )
    assert titles([file]) == ["第1期简报", "第3期简报"]
    assert [one.member for one in file if one.error] == ["2.txt"]


def test_a_file_that_waits_for_a_busy_machine_is_no_slow_one(tmp_path: Path, pool: Pool) -> None:
    clock = Clock(end=60.0)
    clock.runs = True
    assert titles(answered(Workers(None, written(tmp_path, 2), pool, clock=clock, used=lambda _process: 0.0))) == [
        "第0期简报",
        "第1期简报",
    ]


def test_a_file_at_which_a_process_sleeps_is_given_up_after_all(tmp_path: Path, pool: Pool) -> None:
    clock = Clock()
    clock.runs = True
    (tmp_path / "slow.txt").write_text(SLOW, "utf-8")
    (file,) = answered(Workers(None, [Task(str(tmp_path / "slow.txt"))], pool, clock=clock, used=lambda _process: 0.0))
    assert [one.limited for one in file] == [True]


def test_without_limits_a_file_may_take_any_time(tmp_path: Path, pool: Pool) -> None:
    clock = Clock()
    clock.runs = True
    tasks = written(tmp_path, 1)
    used = lambda _process: clock.now  # noqa: E731
    assert titles(answered(Workers(None, tasks, pool, limits=False, clock=clock, used=used))) == ["第0期简报"]


def test_a_process_that_needs_too_much_memory_is_killed_and_its_file_reported(tmp_path: Path, pool: Pool) -> None:
    (file,) = answered(Workers(None, written(tmp_path, 1), pool, memory=2**20))  # any process has more
    assert "Reading 0.html takes more than" in file[0].error


def test_processes_that_die_cost_no_more_than_what_they_were_reading(tmp_path: Path, pool: Pool) -> None:
    kills = (3, 39)
    files = answered(Workers(None, written(tmp_path, 40), pool), killing(kills))
    assert [len(file) for file in files] == [1] * 40
    told = [one.error for file in files for one in file if one.error]
    assert len(told) <= len(kills) * psutil.cpu_count()
    assert len(titles(files)) == 40 - len(told)
    assert all("ended unexpectedly" in error for error in told)


def test_processes_that_die_again_and_again_cost_no_more_than_what_they_were_reading(tmp_path: Path) -> None:
    kills = (3, 20, 60, 119)
    files = answered(Workers(None, written(tmp_path, 120)), killing(kills))
    assert [len(file) for file in files] == [1] * 120
    told = [one.error for file in files for one in file if one.error]
    assert len(told) <= len(kills) * psutil.cpu_count()
    assert len(titles(files)) == 120 - len(told)
    assert all("ended unexpectedly" in error for error in told)


def test_no_process_is_left_when_the_reading_is_cancelled(tmp_path: Path) -> None:
    job = Job()
    with Workers(None, written(tmp_path, 60)) as workers:
        answers = workers.answers(job)
        assert next(answers) is not None
        job.cancel()
        with pytest.raises(Cancelled):
            list(answers)
    assert readers() == []


def test_a_pool_lends_its_processes_again_and_ends_them(tmp_path: Path) -> None:
    with Pool() as pool:
        assert titles(answered(Workers(None, written(tmp_path, 1), pool))) == ["第0期简报"]
        first = readers()
        assert titles(answered(Workers(None, written(tmp_path, 1), pool))) == ["第0期简报"]
        assert len(first) == 1
        assert readers() == first
    assert readers() == []


def test_a_process_that_died_idle_is_not_lent(tmp_path: Path) -> None:
    with Pool() as pool:
        answered(Workers(None, written(tmp_path, 1), pool))
        for process in readers():
            process.kill()
            process.wait()
        assert titles(answered(Workers(None, written(tmp_path, 1), pool))) == ["第0期简报"]


def test_an_attachment_that_takes_too_long_costs_its_text_and_its_page_stays(tmp_path: Path, pool: Pool) -> None:
    tasks = written(tmp_path, 3)
    (tmp_path / "slow.docx").write_bytes(word("<w:p><w:r><w:t>第一行</w:t></w:r></w:p>" * 250_000))
    page = standard("附件很大的通知", '<p>附件：<a href="slow.docx">名单.docx</a></p>')
    (tmp_path / "page.html").write_text(page, "utf-8")
    clock = Clock(end=45.0)  # the attachment may take 30 seconds; it is the page that is read again

    def heard(files: list[list[Answer]]) -> None:
        clock.runs = files[1:] == [[]]  # while the page is awaited

    tasks.insert(1, Task(str(tmp_path / "page.html"), beside=True))
    files = answered(Workers(None, tasks, pool, clock=clock, used=lambda _process: clock.now), heard)
    assert titles(files) == ["第0期简报", "附件很大的通知", "第1期简报", "第2期简报"]
    (answer,) = files[1]
    assert answer.prepared is not None
    (bulletin,) = answer.prepared.bulletins
    assert [(one.name, one.text) for one in bulletin.attachments] == [("slow.docx", None)]
    assert bulletin.warnings == (
        "An attachment was kept, but not read: Reading slow.docx takes more than 30 seconds, so it was left out. "
        "If you trust it, try it again without limits.",
    )
