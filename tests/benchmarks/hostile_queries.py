"""Search an archive for hostile strings, and list those that were not answered as a query should be.

usage: python -m tests.benchmarks.hostile_queries [COUNT] [DIR]    (needs ../shared)
Strings are drawn by hypothesis: any Unicode text, pieces of the query language in any order, words of the texts glued
together. Each must give a page of results without an exception within 50 ms, at 10,000 documents; the better of two
counts, as other programs run beside it.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from time import perf_counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.benchmarks.search import built
from tests.benchmarks.search.corpus import CORPUS, real
from tests.benchmarks.search.queries import piece
from tests.benchmarks.search.timing import p50, p95
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.written import written
from xinhui_viewer.text.fold import fold

_LIMIT = 50.0  # ms
_PIECES = """
" “ ” ＂ 「 」 ( ) （ ） | ｜ - － ^ * ＊ + : ： { } ' \\ ; % _ , ， . .. 〔 〕 NEAR NEAR( near:3( 近:10( 近： AND OR
NOT 或 非 && 标题: 正文: 章节: 来源: 栏目: 文号: 日期: 数据: title: date: foo: 日期:2020..2021 日期:2020-13 日期:近30天
日期:无 2020 4.66 1,024 数据:>5亿元 A > B http://a.cn/b?c=1
"""
_SIGNS = tuple(_PIECES.split())


def main() -> int:
    """Search; print the failures and the time of the slowest."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(gettempdir())
    if not CORPUS.exists():
        print("the folder ../shared with the measuring data is not here")
        return 0
    chance = random.Random(7)
    texts = [fold(f"{one['title']}\n{one['body']}") for one in real()]
    words = [piece(texts, chance, 1, 6) for _ in range(2000)]
    pieces = st.sampled_from((*_SIGNS, " ", " ", "\t", "\0", "\u200b", "\u202e", "\ud800", "国", "👍", "𠮷", "é"))
    queries = st.one_of(
        st.text(max_size=60),
        st.lists(pieces | st.sampled_from(words), max_size=16).map("".join),
        st.lists(pieces | st.sampled_from(words), max_size=40).map(" ".join),
        st.lists(st.sampled_from(words), min_size=1, max_size=4).map("".join),
    )
    faults: Counter[str] = Counter()
    times: list[tuple[float, str]] = []
    with reading(built.many(folder, 10_000).archive) as db:

        def took(text: str) -> float:
            began = perf_counter()
            find(asked(db, text))
            return 1000 * (perf_counter() - began)

        def ask(text: str) -> None:
            try:
                times.append((min(took(text), took(text)), text))
                describe(parse(written(parse(text).root)))
            except Exception as error:  # what such a run is for
                faults[f"{type(error).__name__}: {error}"[:100]] += 1
                print(f"{text!r}: {type(error).__name__}: {str(error)[:100]}")

        _each(queries, count, ask)
    slow = [pair for pair in times if pair[0] > _LIMIT]
    spent = [one for one, _ in times]
    print(f"{len(times):,} strings, {sum(faults.values())} faults, {len(slow)} over {_LIMIT:.0f} ms")
    print(f"p50 {p50(spent):.2f} ms, p95 {p95(spent):.2f} ms, the slowest:")
    for worst, text in sorted(times, reverse=True)[:5]:
        print(f"    {worst:.1f} ms  {text!r}")
    return bool(faults or slow)


def _each(strategy: st.SearchStrategy[str], count: int, ask: Callable[[str], None]) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.data_too_large]

    @settings(max_examples=count, deadline=None, database=None, derandomize=True, suppress_health_check=checks)
    @given(text=strategy)
    def run(text: str) -> None:
        ask(text)

    run()


if __name__ == "__main__":
    sys.exit(main())
