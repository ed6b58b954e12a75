from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import added, archive, document, draft, original
from xinhui_viewer.archive import files
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.attached import attached
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.archive.write import add
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.importers.run.rebuilding import paired
from xinhui_viewer.records import Draft, Figure

LIST = document("清单.docx", "一、设备", "水泵3台。", headings=("一、设备",), label="附件1：设备清单")
NOTICE = draft("关于设备的通知", "详见附件。", attachments=(LIST,))


def entries(db: Archive) -> list[int]:
    """The rows of the bulletins that are in the index with texts of attachments."""
    return [row for (row,) in db.rows("SELECT id FROM attached_terms_docsize ORDER BY id")]


def read_again(db: Archive, number: int, one: Draft) -> bool:
    return replace_all(db, [(number, prepared(original("again"), [one]).bulletins[0])])[0]


def test_the_text_of_an_attachment_comes_back_with_its_sections_and_figures(tmp_path: Path) -> None:
    figure = Figure("3台", 7, "水泵", 3.0, "台", "count", "over", 4.0, "2020年", (5, 11))
    assert LIST.text is not None
    full = replace(LIST, text=replace(LIST.text, figures=(figure,)))
    with reading(archive(tmp_path / "a.xhdb", replace(NOTICE, attachments=(full,)))) as db:
        (one,) = attached(db, 1)
        assert (one.name, one.label, one.number, one.sha256) == ("清单.docx", "附件1：设备清单", 1, LIST.sha256)
        assert one.text == full.text
        assert problems(db) == ()


def test_attachments_come_in_the_order_of_the_page(tmp_path: Path) -> None:
    names = ("乙.pdf", "甲.pdf", "丙.pdf")
    page = draft("通知", "正文", attachments=tuple(document(name, name) for name in names))
    with reading(archive(tmp_path / "a.xhdb", page)) as db:
        assert files.attachments(db, 1) == names
        assert tuple(one.name for one in attached(db, 1)) == names


def test_a_document_that_many_pages_name_is_kept_once_and_indexed_with_each(tmp_path: Path) -> None:
    pages = (replace(NOTICE, facts=replace(NOTICE.facts, title=f"通知{n}")) for n in range(3))
    with reading(archive(tmp_path / "a.xhdb", *pages)) as db:
        assert db.value("SELECT count(*) FROM attachment_texts") == 1
        assert len(entries(db)) == 3
        assert problems(db) == ()


def test_a_text_read_better_replaces_the_former_one_in_all_bulletins(tmp_path: Path) -> None:
    other = document("清单.docx", "水泵5台。", content="水泵 in a document")
    former = replace(document("清单.docx", "水泵3台。"), sha256=other.sha256, content=other.content)
    pages = (draft(f"通知{n}", f"正文{n}", attachments=(former,)) for n in range(2))
    with writing(archive(tmp_path / "a.xhdb", *pages)) as db:
        assert read_again(db, 1, draft("通知0", "正文0", attachments=(other,)))
        assert [one.text and one.text.body for one in (*attached(db, 1), *attached(db, 2))] == ["水泵5台。"] * 2
        assert problems(db) == ()
        db.run("INSERT INTO attached_terms(attached_terms) VALUES ('integrity-check')")


def test_a_bulletin_whose_attachments_are_read_for_the_first_time_counts_as_changed(tmp_path: Path) -> None:
    unread = replace(NOTICE, attachments=(replace(LIST, text=None),))
    with writing(archive(tmp_path / "a.xhdb", unread)) as db:
        assert entries(db) == []
        assert read_again(db, 1, NOTICE)
        assert len(entries(db)) == 1
        assert not read_again(db, 1, NOTICE)


def test_a_superseded_revision_leaves_the_index_with_its_attachments(tmp_path: Path) -> None:
    page = replace(NOTICE, facts=replace(NOTICE.facts, url="https://www.example.cn/a.html"))
    with writing(archive(tmp_path / "a.xhdb", page)) as db:
        assert added(db, replace(page, body="另一篇。", blocks=(), attachments=())).outcome == "revision"
        assert entries(db) == []
        assert problems(db) == ()


def test_a_damaged_text_of_an_attachment_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    page = draft("通知", "正文", attachments=(LIST, document("表.pdf", "另一份。")))
    with writing(archive(tmp_path / "a.xhdb", page)) as db:
        db.run("UPDATE attachment_texts SET body = CAST(x'ff41' AS TEXT) WHERE attachment_id = 1")
        assert [one.text is None for one in attached(db, 1)] == [True, False]
        assert len(problems(db)) == 1


def test_bulletins_of_one_original_are_told_apart_by_their_place(tmp_path: Path) -> None:
    sheets = [draft("甲表", "甲", place="Sheet1"), draft("乙表", "乙", place="Sheet2")]
    with writing(archive(tmp_path / "a.xhdb")) as db:
        assert add(db, original("workbook"), sheets).ids == (1, 2)
        assert files.places_of(db, 1) == ((1, "Sheet1"), (2, "Sheet2"))


def test_new_readings_are_paired_by_place_and_the_rest_by_order() -> None:
    def read(*places: str) -> tuple[str, ...]:
        return tuple(f"{n} {place}" for n, place in enumerate(places))

    def pairs(there: tuple[tuple[int, str], ...], *places: str) -> list[tuple[int, str]]:
        drafts = [draft(said, "文", place=place) for said, place in zip(read(*places), places, strict=True)]
        return [(number, one.facts.title) for number, one in paired(there, prepared(original(""), drafts).bulletins)]

    assert pairs(((1, "甲"), (2, "乙")), "乙", "甲") == [(1, "1 甲"), (2, "0 乙")]
    assert pairs(((1, ""), (2, "")), "甲", "乙") == [(1, "0 甲"), (2, "1 乙")]
    assert pairs(((1, "甲"), (2, "")), "丙", "甲") == [(1, "1 甲"), (2, "0 丙")]
    assert pairs(((1, "甲"), (2, "乙")), "甲", "丙", "丁") == [(1, "0 甲")]
