from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from tests.importers.word.documents import BODY, HEADINGS, META, TITLE, pdf, printed
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.printed.pdf import read
from xinhui_viewer.records import Draft


def draft(content: bytes) -> Draft:
    (found,) = read(content, "file.pdf")
    return found


def test_a_printed_notice_gives_title_source_dates_and_every_paragraph() -> None:
    found = draft(printed())
    assert (found.facts.title, found.facts.source, found.facts.published) == (
        TITLE,
        "云汀区应急管理局",
        date(2023, 7, 11),
    )
    assert (found.facts.written, found.warnings) == (date(2023, 7, 10), ())
    assert found.body == "\n".join(BODY)
    assert [section.heading for section in found.sections if section.level == 1] == list(HEADINGS)


def test_paragraphs_go_on_over_pages_and_page_numbers_go() -> None:
    found = draft(printed(pages=4))
    assert found.body == "\n".join((*BODY[:-2] * 4, *BODY[-2:]))


def test_the_red_head_and_the_number_under_it_are_no_text() -> None:
    head = """#align(center)[#text(size: 40pt, fill: red)[云汀区人民政府文件]]
#align(center)[云府〔2023〕8号]
#line(length: 100%, stroke: red)"""
    found = draft(printed(head=head, meta=""))
    assert (found.facts.issuer, found.facts.document_number, found.facts.title) == (
        "云汀区人民政府",
        "云府〔2023〕8号",
        TITLE,
    )
    assert found.body == "\n".join(BODY)
    assert found.facts.published is None


def test_a_title_broken_over_lines_is_one() -> None:
    title = "云汀区人民政府办公室关于印发云汀区2023年防汛防旱防风防冻工作实施方案和责任分工的通知"
    assert draft(printed(title, meta="")).facts.title == title


def test_running_heads_are_no_text() -> None:
    head = "#set page(header: [云汀区人民政府公报 2023年第4期])"
    found = draft(printed(head=head, pages=5))
    assert "公报" not in found.body
    assert found.facts.title == TITLE


def test_headings_that_the_file_lists_are_headings() -> None:
    found = draft(
        pdf(
            '#set text(font: "Xinhui Serif")\n#text(20pt)[防汛通知]\n\n= 总体要求\n正文在此。\n\n= 工作任务\n正文在此。'
        )
    )
    assert [section.heading for section in found.sections] == ["总体要求", "工作任务"]


def test_a_paper_without_text_is_kept_with_a_warning() -> None:
    found = draft(pdf("#rect(width: 100%, height: 200pt, fill: gray)"))
    assert (found.facts.title, found.body) == ("", "")
    assert "cannot be searched" in found.warnings[0]


def test_the_title_that_a_program_gave_its_file_is_none_and_a_sensible_one_is() -> None:
    assert draft(pdf('#set document(title: "Microsoft Word - 1.doc")\n#rect()')).facts.title == ""
    assert draft(pdf('#set document(title: "云汀区防汛预案")\n#rect()')).facts.title == "云汀区防汛预案"


def test_a_file_with_a_password_is_refused_with_a_sentence_that_says_so() -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(printed())) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(UnreadableSource, match=r"file\.pdf is password-protected"):
        read(locked.getvalue(), "file.pdf")


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40])
def test_a_file_that_is_no_pdf_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"file\.pdf"):
        read(content, "file.pdf")


def test_a_cut_file_gives_its_text_or_a_sentence() -> None:
    content = printed(pages=3)
    for share in (0.3, 0.6, 0.9, 0.99):
        try:
            found = draft(content[: int(len(content) * share)])
        except UnreadableSource as error:
            told = error.problem
        else:
            told = found.facts.title
        assert "file.pdf" in told or told == TITLE


def test_a_line_of_source_and_date_that_is_not_there_is_not_invented() -> None:
    found = draft(printed(meta="", body=(*BODY[:-1], "特此通知。")))
    assert (found.facts.source, found.facts.published, found.facts.written) == ("", None, None)
    assert META not in found.body
