"""Bulletins made by chance of invented sentences, with all that makes marks hard: scripts, blanks, breaks, numbers."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.oracle.tokens import TRADITIONAL

_OPEN = ("青澜县", "石溪镇", "望江区", "河道办", "农业局", "学校", "粮站", "电力所", "防汛办", "村委会")
_DO = ("组织", "召开", "处置", "报送", "核查", "发放", "修缮", "抢险", "统计", "排查", "会商")
_WHAT = (
    "防汛会议",
    "农业保险",
    "电费补贴",
    "学校危房",
    "经济发展规划",
    "国有粮库",
    "河道险情",
    "灾情报告",
    "村庄道路",
    "林区火险",
    "会议",
)
_TAIL = ("的通知", "工作简报", "处置报告", "情况通报", "实施意见", "（试行）", "会议纪要")
_LATIN = ("GDP", "A1", "covid", "Wi-Fi", "PM2.5", "gov", "B座", "ＡＢＣ")
_SIGNS = "，。；：、！？—·"


@dataclass(frozen=True, slots=True)
class Written:
    """A bulletin as it was made."""

    title: str
    body: str


def bulletins(count: int, seed: int) -> list[Written]:
    """Return bulletins, the same for the same seed."""
    chance = random.Random(seed)
    return [_bulletin(chance) for _ in range(count)]


def traditional(text: str) -> str:
    """Return a text in traditional characters, as far as the oracle knows any."""
    return text.translate({ord(simple): one for one, simple in TRADITIONAL.items()})


def _bulletin(chance: random.Random) -> Written:
    pick = chance.choice
    title = f"{pick(_OPEN)}关于{pick(_DO)}{pick(_WHAT)}{pick(_TAIL)}"
    if chance.random() < 0.2:
        title = title.replace("关于", f"{chance.randint(2018, 2024)}关于“{pick(_WHAT)}”")
    paragraphs = ["".join(_sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(chance.randint(1, 6))]
    body = "\n".join(paragraphs)
    if chance.random() < 0.15:
        title, body = traditional(title), traditional(body)
    elif chance.random() < 0.15:
        body = "".join(traditional(sign) if chance.random() < 0.3 else sign for sign in body)
    return Written(title, _roughened(body, chance))


def _sentence(chance: random.Random) -> str:
    pick = chance.choice
    parts = [pick(_OPEN)]
    for _ in range(chance.randint(1, 6)):
        parts.append(
            pick((pick(_DO), pick(_WHAT), pick(_OPEN), _number(chance), pick(_LATIN), pick(_SIGNS), "发展", "会"))
        )
    return "".join(parts) + pick("。。。；！")


def _number(chance: random.Random) -> str:
    value = chance.choice((chance.randint(0, 40), chance.randint(100, 3000), chance.randint(10_000, 3_000_000)))
    text = chance.choice((f"{value}", f"{value:,}", f"{value:,}".replace(",", " "), f"{value}.{chance.randint(0, 99)}"))
    text += chance.choice(("", "人", "%", "公里", "，", " 人", "、20", "年"))
    if chance.random() < 0.1:
        text = "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() or sign in "%,." else sign for sign in text)
    return text


def _roughened(body: str, chance: random.Random) -> str:
    """Return a body with blanks, breaks and invisible signs where printers and mail programs put them."""
    rough = chance.random()
    if rough < 0.4:
        return body
    signs = []
    for sign in body:
        signs.append(sign)
        if chance.random() < 0.04:
            signs.append(chance.choice((" ", "\u3000", "\n", "  ", "\u200b", " \n", "\xa0")))
    return "".join(signs)
