from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_search_gives_the_count_and_for_each_hit_why_it_is_one(run: Run, archive: Path) -> None:
    found = run("search", archive, "民生实事", "--json").json
    assert (found["count"], found["capped"]) == (1, False)
    (hit,) = found["hits"]
    assert (hit["id"], hit["title"], hit["source"]) == (1, "河口区年度工作会议", "河口日报")
    assert (hit["published"], hit["section"]) == ("2023-04-05", "一、会议指出")
    assert [hit["excerpt"][start:end] for start, end in hit["spans"]] == ["民生实事"]


def test_the_limit_bounds_the_list_and_not_the_count(run: Run, archive: Path) -> None:
    found = run("search", archive, "会议", "--limit", 1, "--json").json
    assert (found["count"], len(found["hits"])) == (2, 1)
    assert "The first 1 are listed" in run("search", archive, "会议", "--limit", 1).out


def test_several_words_need_no_quotes(run: Run, archive: Path) -> None:
    assert run("search", archive, "会议", "通知", "--json").json["count"] == 1


def test_a_hit_without_a_date_has_none(run: Run, archive: Path) -> None:
    assert run("search", archive, "另行通知", "--json").json["hits"][0]["published"] is None


def test_a_person_sees_how_the_query_was_understood_and_the_hits(run: Run, archive: Path) -> None:
    lines = run("search", archive, "民生实事").out.splitlines()
    assert lines[:4] == [
        "1 bulletin: “民生实事”",
        "",
        "#1    河口区年度工作会议",
        "      河口日报 · 2023-04-05 · 首页 › 工作动态",
    ]
    assert "要办好民生实事。" in lines[4]
    assert lines[5:] == ["      § 一、会议指出 · 1 match"]


def test_nothing_found_is_said_and_is_no_error(run: Run, archive: Path) -> None:
    done = run("search", archive, "没有的词")
    assert (done.code, done.out) == (0, "No bulletin matches: “没有的词”.\n")


def test_a_bulletin_is_shown_with_its_provenance(run: Run, archive: Path) -> None:
    shown = run("show", archive, 1, "--json").json
    assert (shown["id"], shown["published"], shown["columns"]) == (1, "2023-04-05", ["首页", "工作动态"])
    assert len(shown["provenance"]["sha256"]) == 64
    assert [one["title"] for one in shown["outline"]] == ["一、会议指出", "二、会议要求"]
    out = run("show", archive, 1).out
    assert shown["provenance"]["sha256"] in out
    assert "各镇要抓好落实。" in out


def test_a_number_that_is_not_there_is_one_sentence(run: Run, archive: Path) -> None:
    done = run("show", archive, 99)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no bulletin 99 in 公报.xhdb.")
    assert run("show", archive, 0).code == 2
    assert run("show", archive, 10**30).code == 2


def test_the_exact_number_of_results_is_shown_however_large(run: Run, many: Path) -> None:
    assert run("search", many, "防汛", "--limit", 1).out.startswith("2,003 bulletins: ")


def test_the_bulletins_left_out_of_a_long_list_are_reported(run: Run, many: Path) -> None:
    last = "The first {n} are listed; --limit lists more."
    assert run("search", many, "防汛", "--limit", 2001).out.splitlines()[-1] == last.format(n=2001)
    assert run("search", many, "防汛", "--limit", 2003).out.splitlines()[-1] != last.format(n=2003)


def test_a_list_never_holds_more_than_its_count_says(run: Run, many: Path) -> None:
    cut, whole = (run("search", many, "防汛", "--limit", n, "--json").json for n in (2001, 2500))
    assert (cut["count"], cut["capped"], len(cut["hits"])) == (2001, True, 2001)
    assert (whole["count"], whole["capped"], len(whole["hits"])) == (2003, False, 2003)


def test_bulletins_like_one_are_listed(run: Run, many: Path) -> None:
    found = run("alike", many, 1, "--limit", 2, "--json").json
    assert len(found) == 2
    assert all(one["id"] != 1 for one in found)
    lines = run("alike", many, 1, "--limit", 2).out.splitlines()
    assert [line.split()[0] for line in lines] == [f"#{one['id']}" for one in found]
    assert run("alike", many, 9999).code == 1
