"""PDFs for the tests, set by the program's own Typst and fonts from texts written for the tests."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from xinhui_viewer.resources import resource

# A paper by GB/T 9704-2012: red head, number, title, text with first lines set in, signature, page numbers.
NOTICE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.at("named", default: ""))
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  footer: align(right, text(size: 14pt)[— #context counter(page).display() —]))
#set text(font: "Xinhui Serif", size: 16pt, lang: "zh", region: "cn")
#set par(leading: 13pt, spacing: 13pt, justify: true, first-line-indent: (amount: 2em, all: true))
#let line(at, body) = align(at, par(first-line-indent: 0pt, body))
#if "head" in data { line(center, text(size: 40pt, fill: red, data.head)) ; v(20pt) }
#if "number" in data { line(center, data.number) ; v(20pt) }
#for part in data.title { line(center, text(size: 22pt, part)) }
#v(16pt)
#for one in data.body {
  if one.starts-with(regex("[一二三四五六七八九十]+、")) { par(text(font: "Xinhui Sans", weight: "bold", one)) }
  else if one.starts-with("（") { par(text(font: "Xinhui Kai", one)) }
  else { par(one) }
}
#for one in data.signed { line(right, one + h(4em)) }
"""

# A page as a browser prints it: date and title over it, address and page under it, paragraphs apart, none set in.
PRINT = """
#let data = json(bytes(sys.inputs.data))
#set page(width: 560pt, height: 400pt, margin: 50pt,
  header: text(size: 8pt)[#data.printed #h(1fr) #data.title.join()],
  footer: text(size: 8pt)[#data.url #h(1fr) #context [#counter(page).display()/#counter(page).final().first()]])
#set text(font: "Xinhui Sans", size: 12pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(leading: 8pt, spacing: 20pt)
#if "path" in data { text(size: 10pt, data.path) }
#for part in data.title { par(text(size: 20pt, weight: "bold", part)) }
#text(size: 10pt, fill: gray, data.meta)
#for one in data.body {
  if one.starts-with("■") { par(strong(one.slice(3))) } else { par(one) }
}
"""


def paper(template: str, **data: Any) -> bytes:
    """Return the PDF of some data in a template."""
    import typst

    compiler = typst.Compiler(template.encode(), root=str(Path(__file__).parent), font_paths=_fonts())
    pages = compiler.compile(format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)})
    assert isinstance(pages, bytes)
    return pages


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])
