"""A message is a bulletin: its subject is the title, what came with it is kept."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from tests.importers.containers.files import PNG
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read as read_file
from xinhui_viewer.importers.mail import read
from xinhui_viewer.records import Draft

SUBJECT = "关于巡查河东沟渠的通知"
TEXT = "各村：\n请于5月10日前巡查沟渠，问题及时上报。\n"


def message(text: str = TEXT, sender: str = "云汀区水务局 <water@yunting.example>") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = SUBJECT
    made["From"] = sender
    made["To"] = "villages@yunting.example"
    made["Date"] = "Fri, 06 May 2022 23:30:00 +0800"
    made.set_content(text)
    return made


def draft(made: EmailMessage) -> Draft:
    (found,) = read(made.as_bytes(policy=SMTP), "通知.eml")
    return found


def test_the_headers_are_the_facts() -> None:
    facts = draft(message()).facts
    assert (facts.title, facts.source, facts.published) == (SUBJECT, "云汀区水务局", date(2022, 5, 6))


def test_a_person_who_sends_is_the_author() -> None:
    facts = draft(message(sender="林渠生 <lin@yunting.example>")).facts
    assert (facts.source, facts.authors) == ("", ("林渠生",))


def test_the_text_is_that_of_the_message() -> None:
    assert draft(message()).body == "各村：\n请于5月10日前巡查沟渠，问题及时上报。"


def test_a_text_with_marks_is_preferred_to_the_same_without() -> None:
    made = message()
    made.add_alternative(
        "<p>各村：</p><table><tr><th>村</th><th>处</th></tr><tr><td>河东</td><td>3</td></tr></table>", "html"
    )
    found = draft(made)
    assert [block.kind for block in found.blocks] == ["paragraph", "table"]
    assert found.attachments == ()


def test_attached_files_are_kept_by_their_names() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4", "application", "pdf", filename="附件 1 清单.pdf")
    made.add_attachment(message("转来的信。\n"))
    (found, letter) = draft(made).attachments
    assert (found.name, found.content) == ("附件 1 清单.pdf", b"%PDF-1.4")
    assert letter.name == f"{SUBJECT}.eml"


def test_a_picture_in_the_text_is_kept_where_it_stands() -> None:
    made = message()
    made.add_alternative('<p>见图：</p><img src="cid:map@x" alt="沟渠分布图">', "html")
    _plain, marked = made.iter_parts()
    assert isinstance(marked, EmailMessage)
    marked.add_related(PNG, "image", "png", cid="<map@x>")
    found = draft(made)
    assert [(block.kind, block.image) for block in found.blocks] == [("paragraph", ""), ("image", "cid:map@x")]
    assert [one.content for one in found.attachments] == [PNG]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_headers_and_texts_in_an_undeclared_encoding_are_read(encoding: str) -> None:
    headers = f"From: a@yunting.example\r\nTo: b@yunting.example\r\nSubject: {SUBJECT}\r\n\r\n"
    raw = f"{headers}请各村巡查沟渠，及时上报问题。\r\n"
    (found,) = read(raw.encode(encoding), "通知.eml")
    assert (found.facts.title, found.body) == (SUBJECT, "请各村巡查沟渠，及时上报问题。")


def test_it_is_told_by_its_headers_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(message().as_bytes(policy=SMTP))
    assert read_file(path)[1][0].importer == "mail"


def test_parts_nested_a_thousand_deep_are_refused_in_a_sentence() -> None:
    nested = b"".join(b"--%d\r\nContent-Type: multipart/mixed; boundary=%d\r\n\r\n" % (n, n + 1) for n in range(1500))
    raw = b"From: a@b.example\r\nTo: c@d.example\r\nContent-Type: multipart/mixed; boundary=0\r\n\r\n" + nested
    with pytest.raises(UnreadableSource, match=r"通知\.eml is nested too deeply"):
        read(raw, "通知.eml")


def test_a_cut_message_keeps_what_is_there_and_says_so() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4" * 200, "application", "pdf", filename="a.pdf")
    (found,) = read(made.as_bytes(policy=SMTP)[:-300], "通知.eml")
    assert "巡查沟渠" in found.body
    assert found.warnings == ("The file is damaged or incomplete; what could be read was kept.",)


def test_a_message_that_says_nothing_is_refused() -> None:
    with pytest.raises(UnreadableSource, match=r"通知\.eml contains no text"):
        read(b"From: a@b.example\r\nTo: c@d.example\r\n\r\n", "通知.eml")


def test_marks_without_a_text_leave_the_plain_one() -> None:
    made = message()
    made.add_alternative("<html><head><!-- the rest is missing", subtype="html")
    assert draft(made).body == "各村：\n请于5月10日前巡查沟渠，问题及时上报。"


def test_marks_that_are_nested_too_deeply_lose_no_text() -> None:
    made = message("")
    made.set_content("<div>" * 5_000 + "<p>请巡查沟渠。</p>", subtype="html")
    assert draft(made).body == "请巡查沟渠。"


def test_damaged_bytes_of_a_text_do_not_change_its_encoding_and_are_told() -> None:
    made = message("各村：\n" + "请于5月10日前巡查沟渠，问题及时上报。\n" * 3).as_bytes(
        policy=SMTP.clone(cte_type="8bit")
    )
    for sign in "请问":
        made = made.replace(sign.encode(), b"\xff" + sign.encode()[:1])
    (found,) = read(made, "通知.eml")
    assert "巡查沟渠" in found.body
    assert "\ufffd" in found.warnings[0]


def test_parts_whose_beginning_is_not_found_are_told() -> None:
    made = message()
    made.add_alternative("<p>各村：</p>", "html")
    content = made.as_bytes(policy=SMTP).replace(b"multipart/alternative", b"text/plain")
    (found,) = read(content, "通知.eml")
    assert len(found.warnings) == 1


def test_a_message_without_a_text_is_told() -> None:
    assert draft(message("\n")).warnings == ("No text was found under the title.",)
