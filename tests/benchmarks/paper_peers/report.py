"""The digest as reportlab makes it."""

from __future__ import annotations

import io
from html import escape
from typing import Any, NamedTuple

from xinhui_viewer.exporters import digest
from xinhui_viewer.records import Layout, Summary
from xinhui_viewer.resources import resource


class _Styles(NamedTuple):
    text: Any
    small: Any
    head: Any
    title: Any


def reportlab(summary: Summary) -> bytes:
    """Return reportlab's PDF; of our fonts it takes only the Kai, for it cannot read CFF."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    pdfmetrics.registerFont(TTFont("Kai", str(resource("fonts", "XinhuiKai-Regular.ttf"))))

    def style(size: float, **more: Any) -> Any:
        return ParagraphStyle(str(size), fontName="Kai", fontSize=size, leading=1.5 * size, wordWrap="CJK", **more)

    text, small, head = style(10.5), style(8.5), style(11, keepWithNext=1)
    title = style(18, keepWithNext=1)

    class Document(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
        def afterFlowable(self, flowable: Any) -> None:
            if isinstance(flowable, Paragraph) and flowable.style in (title, head):
                level, name, key = int(flowable.style is head), flowable.getPlainText(), f"k{id(flowable)}"
                self.canv.bookmarkPage(key)
                self.canv.addOutlineEntry(name, key, level)
                if not level:
                    self.notify("TOCEntry", (0, escape(name), self.page))

    def footer(canvas: Any, document: Any) -> None:
        canvas.setFont("Kai", 8)
        canvas.drawRightString(530, 40, f"第 {document.page} 页")

    styles = _Styles(text, small, head, title)
    out = io.BytesIO()
    document = Document(out)
    document.addPageTemplates(PageTemplate(frames=[Frame(68, 74, 465, 700)], onPage=footer))
    document.multiBuild(_story(summary, styles))
    return out.getvalue()


def _story(summary: Summary, styles: _Styles) -> list[Any]:
    from reportlab.platypus import Paragraph
    from reportlab.platypus.tableofcontents import TableOfContents

    data = digest.data(summary, Layout(template="digest"))
    contents = TableOfContents()
    contents.levelStyles = [styles.small]
    story: list[Any] = [Paragraph(escape(" ".join(pair)), styles.text) for pair in data["cover"]["facts"]] + [contents]
    for entry in data["entries"]:
        facts = [*entry["facts"], [entry["url_label"], entry["url"]], [entry["sha_label"], entry["sha256"]]]
        story += [
            Paragraph(escape(entry["title"]), styles.title),
            *(Paragraph(escape(" ".join(one)), styles.small) for one in facts),
        ]
        story += [Paragraph(escape(sentence), styles.text) for sentence in entry["lead"]]
        for section in entry["sections"]:
            story.append(Paragraph(escape(section["heading"]), styles.head))
            story += [Paragraph(escape(sentence), styles.text) for sentence in section["gist"]]
        if entry["figures"]:
            story.append(_table(styles, entry["figures"], 0))
    rows = [[*figure, str(n + 1)] for n, figures in data["figures"] for figure in figures]
    story.append(_table(styles, [data["labels"]["all_heads"], *rows], 1))
    for one in data["sources"]:
        story += [
            Paragraph(escape(one["name"]), styles.text),
            Paragraph(" ".join(str(n + 1) for n in one["entries"]), styles.text),
        ]
    return story


def _table(styles: _Styles, rows: list[list[str]], heads: int) -> Any:
    from reportlab.platypus import Paragraph, Table

    return Table([[Paragraph(escape(cell), styles.small) for cell in row] for row in rows], repeatRows=heads)
