from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.figures import choices, choose
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.gui.parts.work import ArchiveWork, Kind, Piece
from xinhui_viewer.job import Job

ASKED, ANOTHER = Kind("Importing…", "Importing {done} of {total}"), Kind("Restoring…")
UNASKED = Kind("Watching…", unasked=True)
RESUMES = Kind("Updating…", unasked=True, resumes=True)
KEY = ("云汀日报", "宗", "接处警")


class Held:
    """Work that waits until it is released or stopped."""

    def __init__(self) -> None:
        self.begun, self.release = Event(), Event()

    def __call__(self, job: Job) -> str:
        self.begun.set()
        with job.interruptible(self.release.set):
            assert self.release.wait(5)
        job.check()
        return "done"


@pytest.fixture
def ended() -> list[Piece]:
    return []


@pytest.fixture
def work(ended: list[Piece]) -> Iterator[ArchiveWork]:
    made = ArchiveWork()
    made.ended.connect(ended.append)
    yield made
    made.stop_all()
    made.join(2)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return archive(tmp_path / "a.xhdb", draft("甲"))


def _kinds(pieces: list[Piece]) -> list[Kind]:
    return [piece.kind for piece in pieces]


def _decided(db: Archive) -> None:
    choose(db, (KEY,), "警情")


def _choices(path: Path) -> dict[Any, Any]:
    with reading(path) as db:
        return dict(choices(db))


def test_writers_of_one_archive_wait_their_turn(qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path) -> None:
    first = Held()

    def write(job: Job) -> str:
        with writing(own, job):
            return first(job)

    work.start(ASKED, own, write)
    assert first.begun.wait(5)
    work.start(ANOTHER, own, lambda job: _written(own, job))
    assert [bool(piece.began) for piece in work.pieces] == [True, False]
    first.release.set()
    qtbot.waitUntil(lambda: not work.pieces)
    assert [(piece.kind, piece.answer, piece.error) for piece in ended] == [
        (ASKED, "done", None),
        (ANOTHER, "written", None),
    ]


def _written(path: Path, job: Job) -> str:
    with writing(path, job):
        return "written"


def test_one_archive_is_one_queue_by_whatever_name(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path, tmp_path: Path
) -> None:
    link, held = tmp_path / "link.xhdb", Held()
    link.symlink_to(own)
    work.start(ASKED, own, held)
    work.start(ANOTHER, link, lambda job: None)
    assert [bool(piece.began) for piece in work.pieces] == [True, False]
    held.release.set()
    qtbot.waitUntil(lambda: _kinds(ended) == [ASKED, ANOTHER])


def test_work_on_two_archives_runs_side_by_side(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path, tmp_path: Path
) -> None:
    held = Held()
    work.start(ASKED, own, held)
    work.start(ANOTHER, tmp_path / "b.xhdb", lambda job: None)
    qtbot.waitUntil(lambda: _kinds(ended) == [ANOTHER])
    held.release.set()
    qtbot.waitUntil(lambda: _kinds(ended) == [ANOTHER, ASKED])


def test_readers_run_beside_writers(qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path) -> None:
    held, read = Held(), Held()
    work.start(ASKED, own, held)
    work.start_reading(ANOTHER, own, read)
    assert all(piece.began for piece in work.pieces)
    read.release.set()
    qtbot.waitUntil(lambda: _kinds(ended) == [ANOTHER])
    held.release.set()
    qtbot.waitUntil(lambda: not work.pieces)


def test_the_users_work_runs_before_the_programs_own(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path
) -> None:
    held = Held()
    work.start(ASKED, own, held)
    for kind in (UNASKED, ANOTHER, ASKED):
        work.start(kind, own, lambda job: None)
    held.release.set()
    qtbot.waitUntil(lambda: _kinds(ended) == [ASKED, ANOTHER, ASKED, UNASKED])


def test_work_that_can_resume_steps_aside_for_the_user_and_runs_again_after(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path
) -> None:
    held = Held()
    work.start(RESUMES, own, held)
    assert held.begun.wait(5)
    work.start(ASKED, own, lambda job: None)
    qtbot.waitUntil(lambda: _kinds(ended) == [ASKED, RESUMES])
    assert ended[1].answer == "done"


def test_a_change_is_made_between_two_transactions_of_running_work(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path
) -> None:
    held, rest = Held(), Held()

    def write(job: Job) -> str:
        with writing(own, job) as db:
            held(job)
            job.make_way(db)
            return rest(job)

    work.start(ASKED, own, write)
    assert held.begun.wait(5)
    work.change(ANOTHER, own, _decided)
    held.release.set()
    qtbot.waitUntil(lambda: _kinds(ended) == [ANOTHER])
    assert ended[0].error is None
    assert _kinds(list(work.pieces)) == [ASKED]
    assert _choices(own) == {KEY: "警情"}
    rest.release.set()
    qtbot.waitUntil(lambda: not work.pieces)
    assert (ended[1].answer, ended[1].error) == ("done", None)


def test_a_failing_change_does_not_harm_running_work(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path
) -> None:
    held = Held()

    def write(job: Job) -> str:
        with writing(own, job) as db:
            held(job)
            job.make_way(db)
            choose(db, (KEY,), "警情")
            return "done"

    def fail(db: Archive) -> None:
        with db.transaction():
            choose(db, (KEY,), "警情")

    work.start(ASKED, own, write)
    work.change(ANOTHER, own, fail)
    held.release.set()
    qtbot.waitUntil(lambda: _kinds(ended) == [ANOTHER, ASKED])
    assert ended[0].error is not None
    assert (ended[1].answer, _choices(own)) == ("done", {KEY: "警情"})


def test_a_change_is_made_alone_when_nothing_runs_or_running_work_makes_no_way(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path
) -> None:
    held = Held()
    work.start(ASKED, own, held)
    work.start(ASKED, own, lambda job: None)
    work.change(ANOTHER, own, _decided)
    held.release.set()
    qtbot.waitUntil(lambda: _kinds(ended) == [ASKED, ANOTHER, ASKED])
    assert _choices(own) == {KEY: "警情"}


@pytest.mark.parametrize("at", [0, 1, 2])
def test_each_piece_can_be_stopped_and_the_others_go_on(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path, at: int
) -> None:
    held = Held()
    work.start(ASKED, own, held)
    assert held.begun.wait(5)
    work.change(ANOTHER, own, _decided)
    work.start(UNASKED, own, lambda job: "done")
    stopped = work.pieces[at]
    work.stop(stopped)
    held.release.set()
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert [piece for piece in ended if piece.stopped] == [stopped]
    assert not work.pieces


def test_a_failure_is_delivered_and_the_queue_goes_on(
    qtbot: QtBot, work: ArchiveWork, ended: list[Piece], own: Path
) -> None:
    fail: Callable[[Job], float] = lambda job: 1 / 0  # noqa: E731
    work.start(ASKED, own, fail)
    work.start(ANOTHER, own, lambda job: "done")
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert isinstance(ended[0].error, ZeroDivisionError)
    assert ended[1].answer == "done"


def test_progress_is_noted_in_the_piece(qtbot: QtBot, work: ArchiveWork, own: Path, ended: list[Piece]) -> None:
    held = Held()

    def count(job: Job) -> str:
        job.progress(12, 300)
        return held(job)

    work.start(ASKED, own, count)
    qtbot.waitUntil(lambda: bool(work.pieces) and (work.pieces[0].done, work.pieces[0].total) == (12, 300))
    held.release.set()
    qtbot.waitUntil(lambda: len(ended) == 1)
