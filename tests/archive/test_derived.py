from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import archive, document, draft
from xinhui_viewer.archive import derived
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.figures import choices, choose
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.importers.attached_text import attached_text
from xinhui_viewer.job import Job
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find
from xinhui_viewer.text.series_labels import label_key

LINES = (
    "一、总体要求",
    "全区共接处警8.42万宗，办结率达98.1%。各镇要抓好落实。",
    "二、工作任务",
    "继续做好巡查，备足物资，做好值守。",
)


def aged(path: Path, count: int) -> Path:
    """An archive of an older version, whose sections and figures are outdated."""
    archive(path, *(draft(f"第{n}篇", *LINES) for n in range(count)))
    with writing(path) as db:
        db.run("DELETE FROM meta WHERE name = 'derived'")
    return path


def test_a_new_archive_is_up_to_date(tmp_path: Path) -> None:
    with writing(archive(tmp_path / "a.xhdb", draft("甲", *LINES))) as db:
        assert not derived.outdated(db)
        assert derived.derive(db, Job()) == 0


def test_sections_and_figures_are_derived_again_and_headings_are_found(tmp_path: Path) -> None:
    path = aged(tmp_path / "a.xhdb", 3)
    with writing(path) as db:
        assert derived.derive(db, Job()) == 3
        assert not derived.outdated(db)
    with reading(path) as db:
        read = bulletin(db, 2)
        assert [section.heading for section in read.sections] == ["一、总体要求", "二、工作任务"]
        assert [figure.text for figure in read.figures] == ["8.42万宗", "98.1%"]
        assert find(asked(db, "章节:工作任务")).count == 3


def test_texts_of_attachments_are_derived_again_too(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("通知", "见附件。", attachments=(document("a.pdf", *LINES),)))
    with writing(path) as db:
        db.run("DELETE FROM meta WHERE name = 'derived'")
        derived.derive(db, Job())
    with reading(path) as db:
        text = bulletin(db, 1).attached[0].text
        assert text is not None
        assert [section.heading for section in text.sections] == ["一、总体要求", "二、工作任务"]
        assert [figure.text for figure in text.figures] == ["8.42万宗", "98.1%"]


def test_the_title_over_the_text_of_an_attachment_heads_no_section(tmp_path: Path) -> None:
    text, _cut = attached_text([draft("渡口设施清单", *LINES)], "pdf")
    path = archive(
        tmp_path / "a.xhdb", draft("通知", "见附件。", attachments=(replace(document("a.pdf", *LINES), text=text),))
    )
    with writing(path) as db:
        db.run("DELETE FROM meta WHERE name = 'derived'")
        derived.derive(db, Job())
        again = bulletin(db, 1).attached[0].text
        assert again is not None
        assert [section.heading for section in again.sections] == ["一、总体要求", "二、工作任务"]


def test_stopped_work_resumes_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "BATCH", 2)
    path = aged(tmp_path / "a.xhdb", 6)
    job = Job(lambda done, total: job.cancel() if done == 2 else None)
    with writing(path) as db, pytest.raises(Cancelled):
        derived.derive(db, job)
    with writing(path) as db:
        assert derived.outdated(db)
        assert derived.derive(db, Job()) == 2  # four were finished before it stopped


def test_a_decision_on_series_follows_its_figure_to_a_better_label(tmp_path: Path) -> None:
    office = "云汀区公安局"
    path = archive(tmp_path / "a.xhdb", draft("甲", *LINES, source=office), draft("乙", *LINES, source=office))
    with writing(path) as db:
        db.run("DELETE FROM meta WHERE name = 'derived'")
        derived.derive(db, Job())
        label = bulletin(db, 1).figures[0].label
        db.run("UPDATE figures SET label = '旧名' WHERE n = 0")
        choose(db, (label_key(office, "宗", "旧名"),), "接警")
        db.run("DELETE FROM meta WHERE name = 'derived'")
        derived.derive(db, Job())
        assert choices(db) == {
            label_key(office, "宗", "旧名"): "接警",
            label_key(office, "宗", label): "接警",
        }
