"""Bulletins as one self-contained HTML page: pictures are embedded, nothing is fetched, no script runs."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from html import escape

from xinhui_viewer.exporters.facts import exported
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Attachment, Bulletin
from xinhui_viewer.text.grid import Grid, Placed
from xinhui_viewer.text.lines import Image, Line, walk

Pictures = Callable[[Bulletin, str], Attachment | None]
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_PICTURE = re.compile(r"image/(png|jpeg|gif|webp|bmp)")

HEAD = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.8; color: #1f2023; background: #fff;
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }}
h1, h2, h3, h4, h5, h6 {{ line-height: 1.4;
  font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; font-size: .85em; color: #6b675e; }}
dd {{ margin: 0; overflow-wrap: anywhere; }}
p {{ margin: .6em 0; text-indent: 2em; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; font-size: .9em; }}
th, td {{ border: 1px solid #999; padding: .2em .5em; }}
figure {{ margin: 1em 0; text-align: center; }}
img {{ max-width: 100%; }}
article + article {{ border-top: 1px solid #d8d3c7; margin-top: 3em; break-before: page; }}
</style>
</head>
<body>
"""
FOOT = "</body>\n</html>\n"


def head(title: str) -> str:
    """Return the start of the page, up to the first bulletin."""
    return HEAD.format(title=_text(title))


def article(one: Bulletin, pictures: Pictures) -> str:
    """Return one bulletin as an article of the page."""
    title = _text(one.facts.title) or _text(tr("(untitled)"))
    lines = ["<article>", f"<h1>{title}</h1>", "<dl>"]
    lines += [f"<dt>{_text(name)}</dt><dd>{_link(value)}</dd>" for name, value in exported(one)]
    lines.append("</dl>")
    for piece in walk(one.body, one.blocks, one.sections):
        if isinstance(piece, Line):
            lines.append(_line(one.body, piece))
        elif isinstance(piece, Image):
            caption = _text(one.body[piece.start : piece.end])
            lines.append(f"<figure>{_image(pictures(one, piece.name))}<figcaption>{caption}</figcaption></figure>")
        else:
            lines += _table(piece)
    return "\n".join((*lines, "</article>", ""))


def _line(body: str, line: Line) -> str:
    if line.heading:
        return f"<h{line.level + 1}>{_text(body[line.start : line.end])}</h{line.level + 1}>"
    bold = f"<b>{_text(body[line.start : line.lead])}</b>" if line.lead > line.start else ""
    return f"<p>{bold}{_text(body[line.lead : line.end])}</p>"


def _table(table: Grid) -> Iterator[str]:
    yield "<table>"
    for row in table.by_row():
        yield "<tr>" + "".join(map(_cell, row)) + "</tr>"
    yield "</table>"


def _cell(cell: Placed) -> str:
    tag = "th" if cell.head else "td"
    spans = "".join(f' {name}="{n}"' for name, n in (("rowspan", cell.rows), ("colspan", cell.fields)) if n > 1)
    return f"<{tag}{spans}>{_text(cell.text)}</{tag}>"


def _image(picture: Attachment | None) -> str:
    if picture is None or not _PICTURE.fullmatch(picture.media_type):
        return _text(tr("[A picture that is not in the archive]"))
    return f'<img alt="" src="data:{picture.media_type};base64,{base64.b64encode(picture.content).decode()}">'


def _link(value: str) -> str:
    shown = _text(value)
    return f'<a href="{shown}" rel="noreferrer">{shown}</a>' if re.match(r"https?://", value) else shown


def _text(text: str) -> str:
    """Return a text escaped for HTML, without characters that HTML forbids or that would reorder it."""
    return escape(_UNSEEN.sub("", text))
