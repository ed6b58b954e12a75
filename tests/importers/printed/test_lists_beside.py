"""A list that a web page prints beside its text is read behind it, and left out as the site's own."""

from __future__ import annotations

from tests.importers.printed.test_heads import NOTICE, PROSE
from tests.importers.printed.test_ofd import CONTENT, code, draft, page, text_object
from tests.importers.word.documents import ofd


def _text(text: str, x: float, y: float, size: float) -> str:
    steps = f'DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    return (
        f'<TextObject ID="9" Boundary="{x} {y} {size * len(text)} {size}" Font="1" Size="{size}">'
        f'<TextCode X="0" Y="{size}" {steps}>{text}</TextCode></TextObject>'
    )


def test_a_list_beside_the_text_does_not_come_between_its_lines() -> None:
    text = (PROSE * 4)[:-1] + "。"
    lines = [text[start : start + 22] for start in range(0, len(text), 22)]
    article = [_text(line, 20, 60 + 9 * at, 5) for at, line in enumerate(lines)]
    entries = ["热门排行", *(f"{at} 云汀县某镇{'开展' * (at % 3 + 1)}检查" for at in range(1, 8))]
    ranking = [_text(entry, 145, 61.5 + 12.5 * at, 3.5) for at, entry in enumerate(entries)]
    head = [_text(NOTICE, 40, 30, 8), _text("2024-04-29 来源：云汀日报", 50, 45, 4)]
    found = draft(ofd(parts={CONTENT: page(*head, *article, *ranking)}))
    assert (found.facts.title, found.facts.source, found.body) == (NOTICE, "云汀日报", text)


def test_a_table_of_names_and_texts_stays_one() -> None:
    rows = [(f"第{at}类", PROSE[: 20 + at]) for at in range(1, 7)]
    cells = [
        text_object(code(one), 60 + 12 * at, x=x)
        for at, row in enumerate(rows)
        for one, x in zip(row, (20, 60), strict=True)
    ]
    body = draft(ofd(parts={CONTENT: page(*cells)})).body
    assert [line.split("\t")[0] for line in body.split("\n")] == [row[0] for row in rows]
