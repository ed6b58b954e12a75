from __future__ import annotations

import pytest

from xinhui_viewer.text.file_names import attachment_name, shown_name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("files/%E6%B8%85%E5%8D%95.docx?v=2", "清单.docx"),
        ("P0201.pdf", "P0201.pdf"),
        ("https://a.example/", "a.example"),
        ("?id=3", "?id=3"),
    ],
)
def test_a_file_is_named_by_the_last_step_of_its_address(address: str, name: str) -> None:
    assert shown_name(address) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("附件1：设备清单.DOC", "设备清单.DOC"),
        ("附件1：设备清单.exe", "设备清单.exe.doc"),
        ("附件：1．设备清单", "设备清单.doc"),
        ("2.《办法》", "办法.doc"),
        ("附件一 申请表", "申请表.doc"),
        ("点击下载附件", "P02.doc"),
        ("附件2", "P02.doc"),
        ("附加说明", "附加说明.doc"),
        ("1.5万亩项目", "1.5万亩项目.doc"),
        ("", "P02.doc"),
        ("长" * 81, "P02.doc"),
        ("2023年决算表", "2023年决算表.doc"),
    ],
)
def test_the_text_of_the_link_names_an_attachment_unless_it_says_nothing(label: str, name: str) -> None:
    assert attachment_name("files/P02.doc", label) == name
