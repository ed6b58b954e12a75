"""The measurements, part by part, with the targets; those for one size of archive are shown at that size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter

from tests.benchmarks.search import exact
from tests.benchmarks.search.built import Files
from tests.benchmarks.search.queries import Asked, prefixes
from tests.benchmarks.search.report import Table, by_class, spread
from tests.benchmarks.search.systems import Systems
from tests.benchmarks.search.timing import alternating, p50, p95
from tests.benchmarks.search.writes import Written
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.facets import years
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.records import Facet, Facets
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.parse import parse

HUNDRED_THOUSAND, MILLION = 100_000, 1_000_000
_EVERY = 4  # at 100,000 the slow peers are asked every fourth query, once
_MARKED = 10_000  # hits whose highlights are checked, or somewhat more
_FACETS = ("", "发展", "发", "养老 补贴", "疫情 -境外", "2020")


def building(table: Table, files: Files, count: int) -> None:
    """Print the time of building and the size of the index."""
    ours, text = files.notes["ours"], files.notes["ours"]["text"]
    table.heading(f"{count:,} documents, {text / 1e6:.0f} MB of text (built before, if they were there)")
    table.line("building, ours", f"{ours['wall']:.1f} s, CPU {ours['cpu']:.1f} s")
    table.line("merging afterwards, ours", f"{ours['merge']:.1f} s")
    if "tantivy" in files.notes:
        peer = files.notes["tantivy"]
        table.line("building, tantivy, one thread", f"{peer['wall']:.1f} s, CPU {peer['cpu']:.1f} s")
        table.least("speed / tantivy's (CPU of all threads)", peer["cpu"] / ours["cpu"], 0.8, "×")
        table.line("index and stored text / text, tantivy", f"{peer['bytes'] / text:.2f} ×")
    for name, seconds in files.notes.get("sqlite", {}).items():
        if name != "made_by":
            table.line(f"building, {name} (FTS5)", f"{seconds:.1f} s")
    index = sum(ours["index"].values())
    table.line("index by table / text", ", ".join(f"{k} {v / text:.2f}" for k, v in ours["index"].items()))
    table.most("index / text", index / text, 1.7, "×")
    table.line("archive / text", f"{ours['file'] / text:.2f} ×")


def opening(table: Table, fresh: dict[str, float], count: int) -> None:
    """Print the time and memory of a fresh process."""
    table.heading("Fresh processes, the archive out of the disk's cache")
    if count == MILLION:
        table.most("opening and first page, the longest of 3", fresh["cold"], 150, "ms")
        table.most("memory after all queries", fresh["memory"], 300, "MB")
    else:
        table.line("opening and first page, the longest of 3", f"{fresh['cold']:.1f} ms", "≤ 150 ms at 1,000,000")
        table.line("memory after all queries", f"{fresh['memory']:.0f} MB", "≤ 300 MB at 1,000,000")
    table.line("most memory", f"{fresh['most']:.0f} MB")


def answering(table: Table, systems: Systems, questions: Sequence[Asked], count: int) -> None:
    """Print the times of every system for the queries."""
    table.heading(f"{len(questions)} queries, the best of 3 rounds, systems taking turns")
    for line in systems.missing:
        table.line("left out, not installed", line)
    times = alternating(systems.quick, questions)
    by_class(times, questions)
    ours, newest, window = (times[name] for name in ("ours", "ours, newest first", "ours, as a window asks"))
    print()
    table.most("as a window asks, p50", p50(window), 1.5, "ms")
    table.most("as a window asks, p95", p95(window), 10 if count == MILLION else 4, "ms")
    if "tantivy" in times:
        _than_tantivy(table, ours, newest, times, count)
    if systems.slow:
        _than_slow(table, systems, questions, count)
    else:
        table.line("unigram phrases, trigram, default, LIKE", "left out: minutes for a query", "see 100,000")


def typing(table: Table, systems: Systems, questions: Sequence[Asked], count: int) -> None:
    """Print the times for the prefixes of the long words."""
    quick = {name: ask for name, ask in systems.quick.items() if name in ("ours, as a window asks", "tantivy")}
    typed = list(prefixes(questions))
    times = alternating(quick, typed, rounds=2)
    table.heading(f"Typing: {len(typed)} prefixes of words of 8-16 characters")
    for name, some in times.items():
        table.line(f"{name}, p50 / p95", spread(some))
    table.most("p95", p95(times["ours, as a window asks"]), 20 if count == MILLION else 5, "ms")


def spreading(table: Table, db: Archive, count: int) -> None:
    """Print the times of the facets."""
    table.heading("Facets of an answer: years (a histogram); years, sources and columns")
    for text in _FACETS:
        name = text or "the whole archive"
        bars, whole = _quickest(partial(_years, db, text)), _quickest(partial(_facets, db, text))
        if count == MILLION:
            table.most(f"{name}, years", bars, 50, "ms")
        else:
            table.line(f"{name}, years", f"{bars:.2f} ms", "≤ 50 ms at 1,000,000")
        table.line(f"{name}, all facets", f"{whole:.2f} ms")


def _years(db: Archive, text: str) -> tuple[Facet, ...]:
    return years(Plans(db), parse(text).root)


def _facets(db: Archive, text: str) -> Facets:
    return facets(asked(db, text))


def _quickest(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begin = perf_counter()
        ask()
        times.append(1000 * (perf_counter() - begin))
    return min(times)


def exactness(table: Table, db: Archive, there: exact.Texts, questions: Sequence[Asked]) -> None:
    """Print the number of result sets that differ from a scan."""
    table.heading(f"Exactness against a scan of {len(there):,} texts, all {len(questions)} queries")
    for kind, chosen in (
        ("Han", [one for one in questions if one.kind != "number"]),
        ("number", [one for one in questions if one.kind == "number"]),
    ):
        wrong = exact.differences(db, there, chosen)
        table.line(f"exact sets, {kind} queries", f"{len(chosen) - len(wrong)} of {len(chosen)}", "all", not wrong)
        for line in wrong[:10]:
            print(f"    {line}")
    hits, pieces = exact.wrong_spans(db, questions, _MARKED // len(questions) * 3 // 2)
    table.line(
        "highlighted pieces that were not asked for", f"{len(pieces)} in {hits:,} hits", "0 in 10,000", not pieces
    )
    for line in pieces[:10]:
        print(f"    {line}")


def writing(table: Table, times: Written | None) -> None:
    """Print the times of adding, changing and removing."""
    table.heading("Writing at rest, one bulletin in one transaction")
    if times is None:
        table.line("adding, changing, removing", "no room for a copy of the archive")
        return
    table.most("adding, p95", p95(times.added), 1, "ms")
    table.most("adding, worst", max(times.added), 5, "ms")
    table.line("adding and waiting for the disk, p50 / p95", spread(times.waited))
    table.line("adding and waiting for the disk, worst", f"{max(times.waited):.2f} ms")
    table.line("changing (a revision), p95, worst", f"{p95(times.changed):.2f}, {max(times.changed):.2f} ms")
    table.line("taking out, p95, worst", f"{p95(times.removed):.2f}, {max(times.removed):.2f} ms")


def known_items(table: Table, ranks: dict[str, float]) -> None:
    """Print MRR@10."""
    table.heading("Known items: MRR@10 of 600 queries over the 7,500 real documents")
    for name in ("bm25", "tantivy"):
        if name in ranks:
            table.line(name, f"{ranks[name]:.3f}")
    if "tantivy" in ranks:
        table.least("ours", ranks["ours"], ranks["tantivy"], "")
    else:
        table.line("ours", f"{ranks['ours']:.3f}", "≥ tantivy's")


def _than_tantivy(
    table: Table, ours: list[float], newest: list[float], times: dict[str, list[float]], count: int
) -> None:
    peer, peer_newest = times["tantivy"], times["tantivy, newest first"]
    ratios = (
        ("p50 / tantivy's", p50(ours) / p50(peer), 3.0),
        ("p95 / tantivy's", p95(ours) / p95(peer), 1.5),
        ("newest first, p50 / tantivy's", p50(newest) / p50(peer_newest), 1.0),
        ("newest first, p50 / tantivy's with our excerpts", p50(newest) / p50(times["tantivy, our excerpts"]), 1.0),
    )
    for name, ratio, limit in ratios:
        if count == HUNDRED_THOUSAND:
            table.most(name, ratio, limit, "×")
        else:
            table.line(name, f"{ratio:.2f} ×", f"≤ {limit:g} × at 100,000")


def _than_slow(table: Table, systems: Systems, questions: Sequence[Asked], count: int) -> None:
    many = count >= HUNDRED_THOUSAND
    some = questions[::_EVERY] if many else questions
    table.heading(f"{len(some)} of the queries, with the slow peers, {'one round' if many else 'the best of 2 rounds'}")
    times = alternating({"ours": systems.quick["ours"], **systems.slow}, some, rounds=1 if many else 2)
    by_class(times, some)
    print()
    for name, share in (("unigram phrases", 12), ("LIKE", 100)):
        ratio = p95(times[name]) / p95(times["ours"])
        if count == HUNDRED_THOUSAND:
            table.least(f"{name}: p95 / ours, the same {len(some)} queries", ratio, share, "×")
        else:
            table.line(f"{name}: p95 / ours", f"{ratio:.1f} ×", f"≥ {share} × at 100,000")
