"""The digest as HTML, for the peers that print HTML: the same parts and the same strings."""

from __future__ import annotations

from html import escape
from typing import Any

from xinhui_viewer.resources import resource

STYLE = f"""
@font-face {{ font-family: S; src: url({resource("fonts", "XinhuiSerif-Regular.otf").as_uri()}) }}
@font-face {{ font-family: G; src: url({resource("fonts", "XinhuiSans-Regular.otf").as_uri()}) }}
@font-face {{ font-family: G; font-weight: bold; src: url({resource("fonts", "XinhuiSans-Bold.otf").as_uri()}) }}
@page {{ size: A4; margin: 24mm 22mm 26mm 24mm;
  @bottom-right {{ font: 8pt G; content: "第 " counter(page) " 页 · 共 " counter(pages) " 页" }} }}
body {{ font: 10.5pt/1.75 S; text-align: justify }}
h1 {{ font: bold 18pt G; margin: 26pt 0 9pt; break-after: avoid; bookmark-level: 1 }}
h2 {{ font: bold 11pt G; border-left: 2.5pt solid #9B2C2C; padding-left: 8pt; break-after: avoid; bookmark-level: 2 }}
.facts {{ font: 8.5pt/1.6 G; background: #F3F1EB; padding: 8pt 10pt; break-inside: avoid; break-after: avoid }}
.facts p, li {{ margin: 0 }} b {{ font-family: G }}
table {{ width: 100%; border-collapse: collapse; font-size: 9pt }} td {{ border-bottom: .4pt solid #D8D3C7 }}
.to a::after {{ content: leader(".") target-counter(attr(href), page) }} .to p {{ margin: 3pt 0 }}
.at::after {{ content: target-counter(attr(href), page) }} a {{ color: inherit; text-decoration: none }}
"""


def page(data: dict[str, Any]) -> str:
    """Return the whole digest."""
    cover = "".join(f"<p>{escape(name)} {escape(value)}</p>" for name, value in data["cover"]["facts"])
    contents = "".join(f'<p><a href="#b{n}">{n + 1} {escape(title)}</a></p>' for n, title in enumerate(data["titles"]))
    rows = "".join(
        f"<tr>{_cells(figure)}<td>{n + 1} / <a class=at href='#b{n}'></a></td></tr>"
        for n, figures in data["figures"]
        for figure in figures
    )
    sources = "".join(
        f"<p><b>{escape(one['name'])}</b></p><p>"
        + " ".join(f"{n + 1} / <a class=at href='#b{n}'></a>" for n in one["entries"])
        + "</p>"
        for one in data["sources"]
    )
    sheets = "".join(_sheet(n, entry) for n, entry in enumerate(data["entries"]))
    return (
        f"<html lang=zh-CN><head><title>{escape(data['title'])}</title><style>{STYLE}</style></head><body>"
        f"{cover}<div class=to>{contents}</div>{sheets}<table>{_head(data)}<tbody>{rows}</tbody></table>{sources}"
    )


def _sheet(n: int, entry: dict[str, Any]) -> str:
    facts = [*entry["facts"], [entry["url_label"], entry["url"]], [entry["sha_label"], entry["sha256"]]]
    parts = [f'<h1 id="b{n}">{escape(entry["title"])}</h1><div class=facts>']
    parts += (f"<p>{escape(name)} {escape(value)}</p>" for name, value in facts)
    parts += ("</div>", *(f"<p>{escape(sentence)}</p>" for sentence in entry["lead"]))
    for section in entry["sections"]:
        said = "".join(f"<li>{escape(sentence)}</li>" for sentence in section["gist"])
        parts.append(f"<h2>{escape(section['heading'])}</h2><ul>{said}</ul>")
    if entry["figures"]:
        parts.append("<table>" + "".join(f"<tr>{_cells(figure)}</tr>" for figure in entry["figures"]) + "</table>")
    return "".join(parts)


def _head(data: dict[str, Any]) -> str:
    return "<thead><tr>" + "".join(f"<th>{head}</th>" for head in data["labels"]["all_heads"]) + "</tr></thead>"


def _cells(figure: list[str]) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in figure)
