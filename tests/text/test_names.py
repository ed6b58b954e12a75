"""Names of persons, offices and media, and placeholders."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.names import is_organisation, is_person, is_placeholder


@pytest.mark.parametrize("name", ["张三", "欧阳小山", "李小明", "买买提·阿不都", "司马光"])
def test_a_surname_and_a_given_name_are_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name", ["新京报", "江苏网", "云汀日报", "棱镜", "办公室", "公告", "全国政协", "王", "张三李四王五"]
)
def test_media_offices_and_other_words_are_no_persons(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    "name", ["新华社", "云汀区应急管理局", "云汀发布", "云汀网（手机版）", "云汀县委", "上海证券报网络版"]
)
def test_offices_and_media_are_told_by_their_last_characters(name: str) -> None:
    assert is_organisation(name)


@pytest.mark.parametrize("name", ["棱镜", "网", "昨日", "防汛工作"])
def test_other_words_are_no_organisations(name: str) -> None:
    assert not is_organisation(name)


@pytest.mark.parametrize("name", ["未知", "本站", "正文", "--", "admin", "佚名", "123", "…"])
def test_a_placeholder_names_nobody(name: str) -> None:
    assert is_placeholder(name)


@pytest.mark.parametrize("name", ["本站原创", "云汀日报", "互联网", "无锡日报"])
def test_a_name_is_no_placeholder(name: str) -> None:
    assert not is_placeholder(name)
