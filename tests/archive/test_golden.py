"""Archives of earlier versions are read, brought up to date and read again without loss (golden/README.md)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.archive.golden.questions import LASTING, answers
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.derived import derive
from xinhui_viewer.archive.writing import outdated, writing
from xinhui_viewer.job import Job

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.xhdb"))
each = pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)


@each
@pytest.mark.parametrize("frozen", [False, True])
def test_it_is_read_as_it_is_and_nothing_appears_beside_it(golden: Path, frozen: bool, tmp_path: Path) -> None:
    copy = copied(golden, tmp_path / "read-only")
    copy.chmod(0o400)
    copy.parent.chmod(0o500)
    try:
        with reading(copy, frozen) as db:
            assert _known(answers(db), _told(golden)) == _told(golden)
        assert [file.name for file in copy.parent.iterdir()] == [copy.name]
        assert copy.read_bytes() == golden.read_bytes()
    finally:
        copy.parent.chmod(0o700)


@each
def test_brought_up_to_date_it_keeps_what_lasts_and_answers_as_todays_does(golden: Path, tmp_path: Path) -> None:
    copy = copied(golden, tmp_path)
    with writing(copy) as db:
        derive(db, Job())
    check_today(copy, golden)


def test_there_is_a_golden_archive_of_todays_schema_terms_and_reading() -> None:
    with reading(GOLDEN[-1], frozen=True) as db:
        assert not outdated(db), "python -m tests.archive.golden.build adds it (golden/README.md)"


def check_today(copy: Path, golden: Path) -> None:
    with reading(copy) as db:
        assert _known(answers(db), _today(golden)) == _today(golden)
        assert problems(db) == ()
        assert not outdated(db)


def _today(golden: Path) -> dict[str, Any]:
    """Return the answers expected of an updated archive: lasting ones as they were, others as the newest's."""
    then, newest = _told(golden), _told(GOLDEN[-1])
    bulletins = then["bulletins"]
    return {
        "bulletins": {
            number: {**newest["bulletins"][number], **{name: facts[name] for name in LASTING}}
            for number, facts in bulletins.items()
        },
        "ids": {
            question: [number for number in found if str(number) in bulletins]
            for question, found in newest["ids"].items()
            if question in then["ids"]
        },
        "decisions": then["decisions"],
    }


def _known(answers: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """Return the answers to the questions that were asked of the archive when it was made."""
    return {key: _known(answers[key], then) if isinstance(then, dict) else answers[key] for key, then in told.items()}


def _told(golden: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(golden.with_suffix(".json").read_text(encoding="utf-8"))
    return told


def copied(golden: Path, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copyfile(golden, folder / golden.name))
