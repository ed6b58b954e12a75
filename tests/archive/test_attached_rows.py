"""Figures and names in the texts of attachments: found, listed and joined as their bulletins', and said to be there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import archive, document, draft, published
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.derived import derive
from xinhui_viewer.archive.figures import count, listed, units, with_contexts
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.job import Job
from xinhui_viewer.records import Attachment, Draft, Figure, FigureFilter, HitAttachment
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.figures import figures as figures_of
from xinhui_viewer.search.find import find
from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.series import series


def table(name: str, text: str, label: str = "") -> Attachment:
    """An attachment whose text states figures."""
    made = document(name, text, label=label)
    assert made.text is not None
    return replace(made, text=replace(made.text, figures=figures(text)))


def page(year: int, *attachments: Attachment, body: str = "详见附件。") -> Draft:
    return draft(
        f"{year}年云汀区渔业情况",
        body,
        published=published(f"{year + 1}-03-01"),
        source="云汀区渔业局",
        figures=figures(body),
        attachments=attachments,
    )


BOATS = table("清单.docx", "2022年全区登记渔船812艘。", "附件1：渔船清单")
NOTICE = page(2022, document("图.pdf", "略。"), BOATS, body="2022年全区水产品产量3.2万吨。")


def keys(db: Archive, query: str = "") -> list[tuple[str, int, HitAttachment | None]]:
    found = figures_of(asked(db, query))
    return [(key.figure.text, key.bulletin_id, key.attachment) for key in found]


def test_figures_of_attachments_are_listed_behind_those_of_their_page_and_say_where_they_are(tmp_path: Path) -> None:
    with reading(archive(tmp_path / "a.xhdb", NOTICE)) as db:
        boats = HitAttachment(2, "清单.docx", "渔船清单.docx")
        assert keys(db) == [("3.2万吨", 1, None), ("812艘", 1, boats)]
        assert keys(db, "渔船") == [("812艘", 1, boats)]
        assert count(Plans(db), FigureFilter(unit="艘")) == 1
        assert set(units(db)) == {"吨", "艘"}
        assert problems(db) == ()


def test_a_bulletin_is_found_by_a_figure_of_its_attachment(tmp_path: Path) -> None:
    with reading(archive(tmp_path / "a.xhdb", NOTICE, page(2021))) as db:
        assert [hit.id for hit in find(asked(db, "数据:渔船>800")).hits] == [1]
        assert [hit.id for hit in find(asked(db, "数据:渔船>900")).hits] == []
        assert [hit.id for hit in find(asked(db, "数据:产量")).hits] == [1]
        assert [hit.id for hit in find(asked(db, "-数据:渔船")).hits] == [2]


def test_a_document_of_two_pages_states_its_figures_in_each_once(tmp_path: Path) -> None:
    again = replace(BOATS, name="另一名.docx")
    with reading(archive(tmp_path / "a.xhdb", page(2022, BOATS, again), page(2023, BOATS))) as db:
        assert [(text, number) for text, number, _where in keys(db)] == [("812艘", 2), ("812艘", 1)]
        assert db.value("SELECT count(*) FROM attached_figures") == 1


def test_figures_of_attachments_go_on_in_a_series(tmp_path: Path) -> None:
    later = table("b.docx", "2023年全区登记渔船840艘。")
    with reading(archive(tmp_path / "a.xhdb", page(2022, BOATS), page(2023, later))) as db:
        (boats,) = series(figures_of(asked(db, "")))
    assert [(point.day.year, point.key.figure.value) for point in boats.points] == [(2022, 812), (2023, 840)]
    assert [point.key.attachment is not None for point in boats.points] == [True, True]


def test_an_unsure_label_in_an_attachment_comes_with_what_stands_before_it_there(tmp_path: Path) -> None:
    below = table("c.docx", "云汀区推进渔港整治。共完成12次。")
    with reading(archive(tmp_path / "a.xhdb", page(2022, below, body="会议强调安全。"))) as db:
        (key,) = with_contexts(db, listed(Plans(db), FigureFilter()))
    assert key.context == "云汀区推进渔港整治"


def test_an_archive_brought_up_to_date_has_the_figures_and_names_of_its_attachments(tmp_path: Path) -> None:
    kept = archive(tmp_path / "a.xhdb", NOTICE)
    with writing(kept) as db:
        db.run("DELETE FROM attached_figures")
        db.run("UPDATE meta SET value = 1 WHERE name = 'derived'")
        assert len(keys(db)) == 1
        derive(db, Job())
        assert [text for text, *_where in keys(db)] == ["3.2万吨", "812艘"]


def test_a_text_read_again_has_its_new_figures_alone(tmp_path: Path) -> None:
    assert BOATS.text is not None
    figure = Figure("900艘", 0, "渔船", 900.0, "艘", "count")
    read = replace(BOATS, text=replace(BOATS.text, figures=(figure,)))
    with reading(archive(tmp_path / "a.xhdb", page(2022, BOATS), page(2023, read))) as db:
        assert {text for text, *_where in keys(db)} == {"900艘"}


def test_a_bulletin_is_cited_by_one_whose_attachment_names_it(tmp_path: Path) -> None:
    of_day = published("2019-05-01")
    named = draft("云汀区渔港管理办法", "渔港要整洁。", document_number="云府〔2019〕5号", published=of_day)
    by_number = page(2022, document("a.docx", "依据云府〔2019〕5号。"))
    by_title = page(2023, document("b.docx", "依据《云汀区渔港管理办法》。"))
    with reading(archive(tmp_path / "a.xhdb", named, by_number, by_title)) as db:
        assert [one.id for one in bulletin(db, 1).cited_by] == [3, 2]
