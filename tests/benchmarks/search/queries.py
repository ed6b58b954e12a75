"""The queries: 190 of seven classes, half of them typed by us and half cut from the texts by a fixed seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

CLASSES = ("1 character", "2 characters", "3-4 characters", "8-16 characters", "and", "not", "number")
# Signs of the query language, which as a word alone would ask something else.
_OPERATORS = frozenset("或非与和不")
_HAN = re.compile("[\u4e00-\u9fff]+")
_NUMBER = re.compile(r"(?<![\d.,])\d{2,4}(?![\d.,%])")
_TYPED = {
    "1 character": "水 税 房 医 路 粮 电 校 火 船 桥 犬 矿 盐",
    "2 characters": "发展 养老 疫情 拆迁 低保 停车 社保 垃圾 补贴 信访 学区 扫黑 暴雨 烟花",
    "3-4 characters": (
        "营商环境 乡村振兴 新冠肺炎 养老保险 老旧小区 公积金 物业费 政府采购 见义勇为 "
        "共享单车 户籍管理 高铁站 夏粮收购 垃圾分类"
    ),
    "8-16 characters": (
        "中华人民共和国国务院令 全面推进乡村振兴 人民群众生命财产安全 政府信息公开条例实施办法 "
        "建设工程质量安全管理 城市生活垃圾分类管理 最高人民法院审判委员会 扎实推动经济高质量发展 "
        "突发公共卫生事件应急 农村土地承包经营权流转 违反本条例规定的行政处罚 "
        "国民经济和社会发展第十四个五年规划 县级以上地方人民政府 构成犯罪的依法追究刑事责任"
    ),
    "and": (
        "养老 补贴|学校 食堂|暴雨 转移|就业 毕业生|噪声 夜间|耕地 占用|电梯 检验|"
        "养犬 登记|河道 采砂|招标 串通|粮食 储备|古树 迁移|春运 铁路"
    ),
    "not": (
        "疫情 -境外|条例 -浙江|会见 -总统|发展 -经济|土地 -农村|补贴 -养老|"
        "收费 -停车|医院 -军队|教育 -学校|火灾 -森林|航班 -国际|工资 -农民工|"
        "噪声 -施工"
    ),
    "number": ("2020 12345 110 30 365 500 1000 15 2023 60 1949 90 100"),
}
_COUNTS = (27, 27, 27, 27, 27, 27, 28)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is typed, and its meaning: all of ``words`` and none of ``without``."""

    kind: str
    text: str
    words: tuple[str, ...]
    without: tuple[str, ...] = ()


def asked(texts: Sequence[str]) -> tuple[Asked, ...]:
    """Return the queries, class after class, cut from folded ``texts``."""
    chance = random.Random(2)
    return tuple(
        one
        for kind, count in zip(CLASSES, _COUNTS, strict=True)
        for one in (*_typed(kind), *_sampled(kind, count - len(_typed(kind)), texts, chance))
    )


def piece(texts: Sequence[str], chance: random.Random, least: int, most: int) -> str:
    """Return a piece of a run of Han characters, ``least`` to ``most`` long."""
    length = chance.randint(least, most)
    while True:
        run: str = chance.choice(_HAN.findall(chance.choice(texts)) or [""])
        if len(run) >= length:
            at = chance.randrange(len(run) - length + 1)
            if run[at : at + length] not in _OPERATORS:
                return run[at : at + length]


def prefixes(questions: Sequence[Asked]) -> Iterator[Asked]:
    """Yield the text in the field after each key while the long words are typed."""
    for one in questions:
        if one.kind == "8-16 characters":
            for length in range(1, len(one.text) + 1):
                if one.text[:length] not in _OPERATORS:
                    yield Asked("typing", one.text[:length], (one.text[:length],))


def _typed(kind: str) -> tuple[Asked, ...]:
    return tuple(_read(kind, text) for text in _TYPED[kind].split("|" if kind in ("and", "not") else " "))


def _read(kind: str, text: str) -> Asked:
    parts = text.split()
    words = tuple(part for part in parts if part[0] != "-")
    return Asked(kind, text, words, tuple(part[1:] for part in parts if part[0] == "-"))


def _sampled(kind: str, count: int, texts: Sequence[str], chance: random.Random) -> list[Asked]:
    def two() -> str:
        return piece(texts, chance, 2, 2)

    numbers = [number for text in chance.sample(texts, 400) for number in _NUMBER.findall(text)]
    make: dict[str, Callable[[], str]] = {
        "1 character": lambda: piece(texts, chance, 1, 1),
        "2 characters": two,
        "3-4 characters": lambda: piece(texts, chance, 3, 4),
        "8-16 characters": lambda: piece(texts, chance, 8, 16),
        "and": lambda: f"{two()} {two()}",
        "not": lambda: f"{two()} -{two()}",
        "number": lambda: chance.choice(numbers),
    }
    return [_read(kind, make[kind]()) for _ in range(count)]
