from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.gui.tasks import Tasks
from xinhui_viewer.job import Job

Failures = list[BaseException]


@pytest.fixture
def failures() -> Failures:
    return []


@pytest.fixture
def tasks(failures: Failures) -> Iterator[Tasks]:
    made = Tasks(failures.append)
    yield made
    made.close()
    made.join(2)


def test_a_newer_search_replaces_an_older_one(qtbot: QtBot, tasks: Tasks) -> None:
    shown: list[str] = []
    release = Event()
    tasks.start("search", lambda job: str(release.wait()) and "old", shown.append)
    tasks.start("search", lambda job: "new", shown.append)
    release.set()
    qtbot.waitUntil(lambda: shown == ["new"])


def test_work_that_waits_in_a_query_is_interrupted_when_a_newer_task_comes(qtbot: QtBot, tasks: Tasks) -> None:
    interrupted, entered = Event(), Event()
    shown: list[str] = []

    def slow(job: Job) -> str:
        with job.interruptible(interrupted.set):
            entered.set()
            interrupted.wait(5)
            job.check()
        return "old"

    tasks.start("search", slow, shown.append)
    assert entered.wait(5)
    tasks.start("search", lambda job: "new", shown.append)
    qtbot.waitUntil(lambda: shown == ["new"])
    assert interrupted.is_set()


def test_a_task_that_never_ends_is_abandoned_and_its_channel_goes_on(qtbot: QtBot, tasks: Tasks) -> None:
    shown: list[str] = []
    release = Event()
    tasks.start("archive", lambda job: str(release.wait()), shown.append)
    tasks.abandon("archive")
    assert not tasks.busy("archive")
    tasks.start("archive", lambda job: "there", shown.append)
    qtbot.waitUntil(lambda: shown == ["there"])
    release.set()
    tasks.start("archive", lambda job: "again", shown.append)
    qtbot.waitUntil(lambda: shown == ["there", "again"])


def test_channels_run_side_by_side(qtbot: QtBot, tasks: Tasks) -> None:
    release = Event()
    shown: list[object] = []
    tasks.start("import", lambda job: release.wait(5), shown.append)
    tasks.start("search", lambda job: "found", shown.append)
    qtbot.waitUntil(lambda: shown == ["found"])
    release.set()
    qtbot.waitUntil(lambda: shown == ["found", True])


def test_work_runs_beside_the_window_and_answers_in_its_thread(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[tuple[bool, bool]] = []
    in_main: Callable[[], bool] = lambda: current_thread() is main_thread()  # noqa: E731
    tasks.start("open", lambda job: in_main(), lambda worked_in_main: answers.append((worked_in_main, in_main())))
    qtbot.waitUntil(lambda: answers == [(False, True)])


def test_a_failure_is_reported_and_the_channel_goes_on(qtbot: QtBot, tasks: Tasks, failures: Failures) -> None:
    shown: list[int] = []
    tasks.start("open", lambda job: 1 // 0, shown.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ZeroDivisionError)
    tasks.start("open", lambda job: 7, shown.append)
    qtbot.waitUntil(lambda: shown == [7])


def test_cancelled_work_delivers_nothing_and_frees_its_channel(qtbot: QtBot, tasks: Tasks, failures: Failures) -> None:
    entered = Event()
    shown: list[None] = []

    def endless(job: Job) -> None:
        entered.set()
        while True:
            job.check()

    tasks.start("export", endless, shown.append)
    assert entered.wait(5)
    assert tasks.busy("export")
    tasks.cancel("export")
    qtbot.waitUntil(lambda: not tasks.busy("export"))
    assert (shown, failures) == ([], [])


def test_progress_arrives_in_order(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[tuple[int, int]] = []
    ended: list[int] = []

    def work(job: Job) -> int:
        return sum(job.track([1, 2, 3]))

    tasks.start("import", work, ended.append, progress=lambda done, total: told.append((done, total)))
    qtbot.waitUntil(lambda: ended == [6])
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_job_that_is_cancelled_before_it_waits_never_waits() -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled), job.interruptible(lambda: None):
        pytest.fail("entered the wait of cancelled work")
