from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import document, draft, published
from tests.cli.conftest import Run
from xinhui_viewer.cli import values
from xinhui_viewer.cli.reading import bulletin_lines
from xinhui_viewer.records import Ground


def test_the_reading_of_a_file_is_shown_without_an_archive(run: Run, page: Path) -> None:
    read = run("read", page, "--json").json
    assert read["title"] == "河口区召开年度工作会议"
    assert (read["source"], read["published"]) == ("河口日报", "2023-04-05")
    assert read["columns"] == ["首页", "政务公开", "工作动态"]
    assert (read["url"], read["document_number"], read["passed_over"], read["warnings"]) == ("", "", "", [])
    assert "more" not in read


def test_the_outline_says_where_each_heading_stands_in_the_body(run: Run, page: Path) -> None:
    read = run("read", page, "--json").json
    assert [(one["level"], one["title"]) for one in read["outline"]] == [(1, "一、去年的成绩"), (1, "二、今年的打算")]
    for one in read["outline"]:
        assert read["body"].startswith(one["title"], one["offset"])


def test_the_articles_of_a_law_are_a_list_beside_its_outline(run: Run, tmp_path: Path) -> None:
    law = tmp_path / "law.txt"
    law.write_text(
        "云汀区堤防巡查办法\n第一章 总则\n第一条 为了规范堤防巡查，制定本办法。\n第二条 巡查每月一次。\n"
        "第二章 附则\n第三条 本办法自公布之日起施行。\n",
        encoding="utf-8",
    )
    read = run("read", law, "--json").json
    assert [one["title"] for one in read["outline"]] == ["第一章 总则", "第二章 附则"]
    texts = [read["body"][one["start"] : one["end"]].strip() for one in read["articles"]]
    assert texts == [
        "第一条 为了规范堤防巡查，制定本办法。",
        "第二条 巡查每月一次。",
        "第三条 本办法自公布之日起施行。",
    ]
    assert [one["number"] for one in read["articles"]] == ["第一条", "第二条", "第三条"]


def test_the_points_of_a_report_are_a_list_beside_its_outline(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    points = ("（一）巡查堤防。每日一次，三人一组。", "（二）备足沙袋。每村五百只，存放在村口。")
    report.write_text(
        "\n".join(["云汀区防汛工作要点", "一、巡查", *points, "二、值守", "专人值守。"]), encoding="utf-8"
    )
    read = run("read", report, "--json").json
    assert [one["title"] for one in read["outline"]] == ["一、巡查", "二、值守"]
    assert [one["title"] for one in read["points"]] == ["（一）巡查堤防", "（二）备足沙袋"]
    assert tuple(read["body"][one["start"] : one["end"]].strip() for one in read["points"]) == points


def test_a_figure_is_given_with_all_that_is_known_of_it(run: Run, page: Path) -> None:
    read = run("read", page, "--json").json
    money = next(one for one in read["figures"] if one["kind"] == "money")
    assert (money["value"], money["unit"], money["value_max"]) == (466_000_000, "元", None)
    assert read["body"].startswith(money["text"], money["start"])
    first, last = money["sentence"]
    assert money["text"] in read["body"][first:last]
    assert {"label", "approx", "period"} <= money.keys()


def test_a_figure_says_whether_its_label_is_sure_and_what_stands_before_an_unsure_one(run: Run, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    told.write_text("渔港整治情况\n巡查队开展河道清理行动，共完成12次。全县登记失业率2.1%。\n", encoding="utf-8")
    unsure, sure = run("read", told, "--json").json["figures"]
    assert (unsure["label"], unsure["sure"], unsure["context"]) == ("完成", False, "巡查队开展河道清理行动")
    assert (sure["label"], sure["sure"], sure["context"]) == ("全县登记失业率", True, "")
    assert "完成 (unsure; before it: 巡查队开展河道清理行动)  12次" in run("read", told).out


def test_a_file_without_a_date_or_source_has_none(run: Run, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("只有一行标题\n正文说了一句话。\n", encoding="utf-8")
    read = run("read", plain, "--json").json
    assert (read["published"], read["source"], read["columns"]) == (None, "", [])


def test_the_kind_of_a_page_that_is_no_bulletin_is_given(run: Run, tmp_path: Path) -> None:
    lost = tmp_path / "lost.html"
    lost.write_text("<title>404 Not Found</title><h1>404</h1><p>您访问的页面不存在</p>", encoding="utf-8")
    assert run("read", lost, "--json").json["passed_over"] == "error"


def test_a_person_sees_facts_sections_figures_and_the_text(run: Run, page: Path) -> None:
    out = run("read", page).out
    assert out.startswith("河口区召开年度工作会议\nSource     河口日报\nPublished  2023-04-05\n")
    assert "\n  一、去年的成绩\n" in out
    assert "4.66亿元" in out


def test_the_first_real_bulletin_is_read_right(run: Run, seed: Path) -> None:
    read = run("read", seed, "--json").json
    assert read["title"].startswith("平安新会、法治新会!重点来了")
    assert (read["source"], read["published"]) == ("南方日报", "2021-03-02")
    assert (len(read["columns"]), read["columns"][0], read["columns"][-1]) == (5, "首页", "宣传工作")
    top = [one["title"] for one in read["outline"] if one["level"] == 1]
    assert top == ["新会区委政法工作会议召开", "会议指出", "会议要求", "2020年政法工作成绩"]
    points = [one["title"][:2] for one in read["outline"] if one["level"] == 2]
    assert points == ["一是", "二是", "三是", "四是", "五是", "六是"]


def test_a_person_sees_which_values_are_not_sure() -> None:
    grounds = (Ground("source", "site", sure=False), Ground("published", "printed", sure=True))
    read = draft("通知", published=published("2023-06-01"), source="云汀日报", grounds=grounds)
    assert [line.split("  ")[-1].strip() for line in bulletin_lines(read)[1:3]] == ["云汀日报 (unsure)", "2023-06-01"]


def test_attachments_are_given_with_their_texts_apart_from_that_of_the_page() -> None:
    read = document("a/P1.docx", "一、水泵", "3台。", headings=("一、水泵",), label="附件1：清单")
    docs = read, replace(document("b.rar", ""), text=None)
    page = draft("通知", "见附件。", attachments=docs)
    lines = [line.removeprefix("\x1b[1m").removesuffix("\x1b[0m") for line in bulletin_lines(page)]
    assert lines[-9:] == [
        "见附件。",
        "",
        "Attachment 1 清单.docx",
        "  一、水泵",
        "",
        "一、水泵\n3台。",
        "",
        "Attachment 2 b.rar",
        "  No text of it was read.",
    ]
    told = values.draft(page)
    assert told["body"] == "见附件。"
    assert [(one["number"], one["title"], one["text"] and one["text"]["body"]) for one in told["attached"]] == [
        (1, "清单.docx", "一、水泵\n3台。"),
        (2, "b.rar", None),
    ]
