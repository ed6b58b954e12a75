"""Search an archive for random and hostile strings, and list those that were not answered as a query should be.

usage: python -m tests.benchmarks.hostile_queries [COUNT] [DIR] [SEED]    (needs ../shared)
50,000 strings by chance: any Unicode text, pieces of the query language in any order, words of the texts glued together
or in dozens, the same few signs again and again up to 100,000, brackets in brackets. Each must give a page of results,
with excerpts for the rows on show, without an exception within 50 ms of the processor, at 10,000 documents; of those
over it the third try counts.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from tempfile import gettempdir
from time import process_time

from tests.benchmarks.search import ours
from tests.benchmarks.search.corpus import CORPUS, documents, real
from tests.benchmarks.search.keeping import kept
from tests.benchmarks.search.queries import piece
from tests.benchmarks.search.timing import p50, p95
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.shown import shown
from xinhui_viewer.search.written import written
from xinhui_viewer.text.fold import fold

_LIMIT, _ROWS = 50.0, 12  # ms, and rows on show
_PIECES = """
" “ ” ＂ 「 」 ( ) （ ） | ｜ - － ^ * ＊ + : ： { } ' \\ ; % _ , ， . .. 〔 〕 NEAR NEAR( near:3( 近:10( 近： AND OR
NOT 或 非 && 原字: 标题: 正文: 章节: 附件: 来源: 栏目: 作者: 有效: 文号: 日期: 数据: title: date: foo: 日期:2020..2022
日期:2020-13 日期:近30天 日期:无 2020 4.66 1,024 1* a* 数据:>5亿元 A > B http://a.cn/b?c=1 13800138000 6123456
0750-6123456 二〇二一年 2021年5月3日 co-operation policies 怎么 多少钱
"""
_SIGNS = (*_PIECES.split(), " ", " ", "\t", "\n", "\0", "\u200b", "\u202e", "\ud800", "国", "👍", "𠮷", "é", "\u0301")
_PLANES = ((0x20, 0x7F), (0x80, 0x24F), (0x300, 0x36F), (0x2000, 0x206F), (0x3000, 0x30FF), (0x4E00, 0x9FFF),
           (0xD800, 0xDFFF), (0xFF00, 0xFFEF), (0x1F300, 0x1F6FF), (0x20000, 0x2A6DF), (0, 0x10FFFF))  # fmt: skip


class Strings:
    """Makes the strings, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        texts = [fold(f"{one['title']}\n{one['body']}") for one in real()]
        self._words = [piece(texts, self._chance, 1, 6) for _ in range(2000)]
        self._titles = [one["title"] for one in real()]

    def one(self) -> str:
        """Return a string of one of many kinds."""
        makers = (self._any, self._glued, self._spaced, self._words_glued, self._again, self._nested, self._title)
        return self._chance.choices(makers, weights=(20, 20, 20, 15, 10, 5, 10))[0]()

    def _piece(self) -> str:
        return self._chance.choice(self._words if self._chance.random() < 0.4 else _SIGNS)

    def _any(self) -> str:
        planes = [self._chance.choice(_PLANES) for _ in range(self._chance.randint(0, 60))]
        return "".join(chr(self._chance.randint(*plane)) for plane in planes)

    def _glued(self) -> str:
        return "".join(self._piece() for _ in range(self._chance.randint(0, 16)))

    def _spaced(self) -> str:
        return " ".join(self._piece() for _ in range(self._chance.choice((3, 8, 40, 80))))

    def _words_glued(self) -> str:
        return "".join(self._chance.choice(self._words) for _ in range(self._chance.randint(1, 40)))

    def _again(self) -> str:
        signs = "".join(self._piece() for _ in range(self._chance.randint(1, 4)))
        return signs * (self._chance.choice((20, 300, 100_000)) // max(1, len(signs)))

    def _nested(self) -> str:
        deep = self._chance.choice((5, 50, 500))
        opens = "".join(
            self._chance.choice(("(", "（", "-(", "近:3(", "标题:(", "甲 或 (", "a (")) for _ in range(deep)
        )
        return opens + self._spaced() + ")" * self._chance.randint(0, deep)

    def _title(self) -> str:
        """Return a title with some characters left out, put elsewhere or doubled."""
        signs = [*self._chance.choice(self._titles)]
        for _ in range(self._chance.randint(1, 4)):
            at = self._chance.randrange(len(signs))
            signs[at : at + 1] = self._chance.choice(([], [signs[at]] * 2, [self._chance.choice(signs)], [" "]))
            signs = signs or ["的"]
        return "".join(signs)


def main() -> int:
    """Search; print the failures and the time of the slowest."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(gettempdir())
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    if not CORPUS.exists():
        print("the folder ../shared with the measuring data is not here")
        return 0
    strings, faults, times = Strings(seed), Counter[str](), list[tuple[float, str]]()
    path = folder / "search-10000.xhdb"
    kept(path, lambda made: ours.build(made, documents(10_000)))
    with reading(path) as db:
        find(asked(db, "暖机 a1"))
        for _ in range(count):
            text = strings.one()
            try:
                times.append((_took(db, text), text))
                describe(parse(written(parse(text).root)))
            except Exception as error:  # what such a run is for
                faults[f"{type(error).__name__}: {error}"[:100]] += 1
                print(f"{text[:200]!r}: {type(error).__name__}: {str(error)[:100]}")
    slow = [pair for pair in times if pair[0] > _LIMIT]
    spent = [one for one, _ in times]
    print(f"{len(times):,} strings, {sum(faults.values())} faults, {len(slow)} over {_LIMIT:.0f} ms")
    print(f"p50 {p50(spent):.2f} ms, p95 {p95(spent):.2f} ms, the slowest:")
    for worst, text in sorted(times, reverse=True)[:20]:
        print(f"    {worst:.1f} ms  {len(text)} signs  {text[:150]!r}")
    return bool(faults or slow)


def _took(db: Archive, text: str) -> float:
    """Return the milliseconds of the processor that an answer takes."""
    for _ in range(3):
        began = process_time()
        query = asked(db, text)
        found = find(query, excerpts=False)
        shown(query, found.hits[:_ROWS], found.suggested)
        spent = 1000 * (process_time() - began)
        if spent <= _LIMIT:
            return spent
    return spent


if __name__ == "__main__":
    sys.exit(main())
