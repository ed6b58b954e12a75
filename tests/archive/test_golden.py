"""Archives of earlier versions are read, brought up to date and read again without loss (golden/README.md)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.archive.golden.questions import DERIVED, LASTING, answers
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
def test_brought_up_to_date_it_keeps_what_was_read(golden: Path, tmp_path: Path) -> None:
    copy = copied(golden, tmp_path)
    with writing(copy) as db:
        derive(db, Job())
    with reading(copy) as db:
        now = answers(db)
        assert _known(now["bulletins"], _kept(golden)) == _kept(golden)
        assert _made(now, _told(golden)) == _told(golden)["decisions"]
        assert problems(db) == ()
        assert not outdated(db)


@each
def test_brought_up_to_date_it_derives_the_rest_as_today(golden: Path, tmp_path: Path) -> None:
    copy = copied(golden, tmp_path)
    with writing(copy) as db:
        derive(db, Job())
    as_read = _read_as_today(golden)
    with reading(copy) as db:
        found = _derived(answers(db), as_read)
    assert _known(found, _derived(_today(golden), as_read)) == _derived(_today(golden), as_read)


def test_there_is_a_golden_archive_of_todays_schema_terms_and_reading() -> None:
    with reading(GOLDEN[-1], frozen=True) as db:
        assert not outdated(db), "python -m tests.archive.golden.build adds it (golden/README.md)"


def check_today(copy: Path, golden: Path) -> None:
    with reading(copy) as db:
        assert _known(answers(db), _today(golden)) == _today(golden)
        assert problems(db) == ()
        assert not outdated(db)


def _kept(golden: Path) -> dict[str, Any]:
    """Return what an update leaves as it was, by bulletin: all but what is derived from the text."""
    return {
        number: {name: value for name, value in facts.items() if name not in DERIVED}
        for number, facts in _told(golden)["bulletins"].items()
    }


def _read_as_today(golden: Path) -> set[str]:
    """Return the numbers of the bulletins that were read then as they are read today."""
    newest = _told(GOLDEN[-1])["bulletins"]
    return {
        number
        for number, facts in _kept(golden).items()
        if all(newest[number][name] == value for name, value in facts.items() if name not in LASTING)
    }


def _derived(answers: dict[str, Any], numbers: set[str]) -> dict[str, Any]:
    """Return the answers that are derived from the texts of these bulletins."""
    return {
        "bulletins": {number: {name: answers["bulletins"][number][name] for name in DERIVED} for number in numbers},
        "ids": {
            question: [number for number in found if str(number) in numbers]
            for question, found in answers["ids"].items()
        },
    }


def _today(golden: Path) -> dict[str, Any]:
    """Return the answers expected of an archive read again: lasting ones as they were, others as the newest's."""
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
    """Return the answers to the questions that were asked of the archive when it was made.

    Of decisions these are the ones that were made: others follow figures that a better reading has named anew.
    """
    found = {key: _known(answers[key], then) if isinstance(then, dict) else answers[key] for key, then in told.items()}
    if "decisions" in told:
        found["decisions"] = _made(answers, told)
    return found


def _made(answers: dict[str, Any], told: dict[str, Any]) -> list[Any]:
    """Return the decisions that were made when the archive was."""
    return [one for one in answers["decisions"] if one in told["decisions"]]


def _told(golden: Path) -> dict[str, Any]:
    """Return the answers of a golden archive; of its series only those decided on, for others are joined anew."""
    told: dict[str, Any] = json.loads(golden.with_suffix(".json").read_text(encoding="utf-8"))
    decided = tuple(f"series {name} " for *_label, name in told["decisions"])
    lasting = {asked: ids for asked, ids in told["ids"].items() if asked.startswith(decided) or "series " not in asked}
    return {**told, "ids": lasting}


def copied(golden: Path, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return Path(shutil.copyfile(golden, folder / golden.name))
