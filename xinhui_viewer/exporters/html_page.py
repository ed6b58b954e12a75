"""Bulletins as one HTML page that needs nothing else: pictures are in it, no script is, and nothing is fetched."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from xinhui_viewer.exporters.blocks import whole
from xinhui_viewer.exporters.facts import facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Attachment, Block, Bulletin, Cell

Pictures = Callable[[Bulletin, str], Attachment | None]
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_PICTURE = re.compile(r"image/(png|jpeg|gif|webp|bmp)")
_DEEPEST = 6

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
    """Return what comes before the first bulletin."""
    return HEAD.format(title=_text(title))


def article(one: Bulletin, pictures: Pictures) -> str:
    """Return one bulletin as an article of the page."""
    lines = ["<article>", f"<h1>{_text(one.title) or _text(tr('(untitled)'))}</h1>", "<dl>"]
    lines += [f"<dt>{_text(name)}</dt><dd>{_link(value)}</dd>" for name, value in facts(one)]
    lines.append("</dl>")
    starts = {section.start: section.level for section in one.sections}
    for block in whole(one.body, one.blocks):
        lines += _block(one, block, starts, pictures)
    return "\n".join((*lines, "</article>", ""))


def _block(one: Bulletin, block: Block, starts: dict[int, int], pictures: Pictures) -> Iterator[str]:
    text = one.body[block.start : block.end]
    if block.kind == "table" and block.rows:
        yield from _table(block.rows)
    elif block.kind == "image":
        yield f"<figure>{_image(pictures(one, block.image))}<figcaption>{_text(text)}</figcaption></figure>"
    else:
        at = block.start
        for line in text.split("\n"):
            level = starts.get(at)
            tag = f"h{min(level + 1, _DEEPEST)}" if level else "p"
            if line.strip():
                yield f"<{tag}>{_text(line.strip())}</{tag}>"
            at += len(line) + 1


def _table(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    yield "<table>"
    for row in rows:
        yield "<tr>" + "".join(map(_cell, row)) + "</tr>"
    yield "</table>"


def _cell(cell: Cell) -> str:
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
    """Return a text that is nothing but text, without what HTML may not hold or would reorder it."""
    return escape(_UNSEEN.sub("", text))
