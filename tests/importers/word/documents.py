"""Documents made for the tests as offices make them: the same text as PDF and as OFD."""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import typst

from tests.importers.containers.files import zipped
from xinhui_viewer.resources import resource

TITLE = "关于做好2023年防汛工作的通知"
META = "来源：云汀区应急管理局　发布时间：2023-07-11"
BODY = (
    "各镇人民政府、街道办事处，区直各单位：",
    "为切实做好今年的防汛工作，保障人民群众生命财产安全，经区人民政府同意，现就有关事项通知如下，请结合实际认真贯彻执行，"
    "重要情况及时报告区防汛指挥部办公室。",
    "一、总体要求",
    "坚持人民至上、生命至上，立足防大汛、抗大旱、抢大险，全面落实行政首长负责制，全区已备足沙袋5.2万个，巡查山塘水库63座，"
    "转移低洼地段群众1200人，办结率达99.4%。",
    "二、工作任务",
    "（一）全面排查。各镇街要逐村排查风险隐患，建立台账，逐项销号，确保6月底前整改完成率达到100%。",
    "（二）备足物资。按照分级负责的原则，配齐冲锋舟、发电机等抢险装备，组建不少于50人的抢险队伍。",
    "云汀区人民政府办公室",
    "2023年7月10日",
)
HEADINGS = ("一、总体要求", "二、工作任务")


def pdf(markup: str) -> bytes:
    """A PDF that Typst makes of markup, with the program's own fonts."""
    made = typst.Compiler(markup.encode(), font_paths=_fonts()).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def printed(
    title: str = TITLE, head: str = "", meta: str = META, body: tuple[str, ...] = BODY, pages: int = 1
) -> bytes:
    """A notice as a PDF: title in large type, a line of source and date, paragraphs indented by two characters."""
    lines = [f"#par[{_typst(text)}]" for text in body[:-2] * pages]
    signature = [f"#align(right)[{_typst(text)}]" for text in body[-2:]]
    return pdf(
        f"""
#set document(title: "文档1")
#set page(width: 595pt, height: 842pt, margin: 80pt, footer: context align(center)[— #counter(page).display() —])
#set text(font: "Xinhui Serif", size: 16pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12pt, spacing: 12pt)
{head}
#align(center)[#text(font: "Xinhui Sans", size: 22pt)[{_typst(title)}]]
{f"#align(center)[#text(size: 12pt)[{_typst(meta)}]]" if meta else ""}
{chr(10).join(lines + signature)}
"""
    )


def ofd(
    title: str = TITLE, meta: str = META, body: tuple[str, ...] = BODY, parts: dict[str, str] | None = None
) -> bytes:
    """The same notice as OFD: text objects of a line each, 28 characters wide; ``parts`` replace parts of the file."""
    objects = [_text_object(title, 105 - len(title) * 3.5, 40, 7), _text_object(meta, 105 - len(meta) * 2, 52, 4)]
    y = 60.0
    for number, paragraph in enumerate(body):
        signature = number >= len(body) - 2
        text = ("\u3000\u3000" if not signature else "") + paragraph
        for start in range(0, len(text), 26):
            line = text[start : start + 26]
            blanks = len(line) - len(line.lstrip("\u3000"))
            left = 27 + 6 * blanks if not signature else 183 - 6 * len(line)
            objects.append(_text_object(line[blanks:], left, y, 6))
            y += 10
    files: dict[str, Any] = {
        "OFD.xml": _ofd(
            "OFD",
            f"<ofd:DocBody><ofd:DocInfo><ofd:Title>{escape(title)}</ofd:Title></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>",
        ),
        "Doc_0/Document.xml": _ofd(
            "Document", '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>'
        ),
        "Doc_0/Pages/Page_0/Content.xml": _ofd(
            "Page", f'<ofd:Content><ofd:Layer ID="2">{"".join(objects)}</ofd:Layer></ofd:Content>'
        ),
    }
    files |= parts or {}
    return zipped({name: part.encode() if isinstance(part, str) else part for name, part in files.items()})


def _ofd(root: str, inside: str) -> str:
    head = f'<?xml version="1.0" encoding="UTF-8"?><ofd:{root} xmlns:ofd="http://www.ofdspec.org/2016">'
    return f"{head}{inside}</ofd:{root}>"


def _text_object(text: str, x: float, y: float, size: float) -> str:
    delta = f'DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    boundary = f"{x} {y} {size * len(text)} {size}"
    code = f'<ofd:TextCode X="0" Y="{size}" {delta}>{escape(text)}</ofd:TextCode>'
    return f'<ofd:TextObject ID="9" Boundary="{boundary}" Font="1" Size="{size}">{code}</ofd:TextObject>'


def _typst(text: str) -> str:
    return "".join(f"\\u{{{ord(character):x}}}" for character in text)


@cache
def _fonts() -> Any:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])
