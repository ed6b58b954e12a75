"""Find the authors that a line names: behind labels (作者：), in brackets (（记者 张三）), in lines of credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from xinhui_viewer.text.names import is_organisation, is_person, is_placeholder

_LONGEST_LABELS, _LONGEST_CREDIT = 300, 60  # characters of a line
_HAN = "\u4e00-\u9fff"
_BLANKS = r" \t\xa0\u3000"
_BOTH = r"文\s?[/／]\s?图|图\s?[/／]\s?文|文图|图文"  # text and pictures
_LABEL = re.compile(
    r"(?P<pen>(?<![合工创写译原])作\s{0,4}者|撰\s?稿|撰\s?文|执\s?笔)\s*[:：/／]|"
    rf"(?:记者|通讯员)\s*[:：]|(?<![{_HAN}])(?:文字|图文|文)\s*[:：/／]"
)
_VALUE = re.compile(r"[^:：|｜【】\[\]<>《》。！？\d（(]{2,60}")
_NEXT = re.compile(
    "责任|责编|编辑|审核|校对|摄影|供图|制图|图[片/／]|来源|稿源|出处|时间|日期|发布|发表|更新|浏览|点击|阅读|人气|字[体号]|打印|分享|评论|"
    "栏目|关键|单位|部门|记者|通讯员"
)
_ROLE = re.compile(
    r"(?:(?:特约)?通讯员|记者|作者|撰稿|撰文|执笔|文[/／]图|图[/／]文)\s*[:：/／]?|(?:文字|图文|文图|文)\s*[:：/／]"
)
_OTHER_ROLE = re.compile(rf"图片?\s*[:：/／]|摄影?(?![{_HAN}]*报道)|供图|编辑|责编|审核|校对|制图|视频|漫画")
_BRACKETED = re.compile(
    r"[（(【]([^（）()【】]{0,40}(?:记者|通讯员|作者|撰稿|撰文|执笔|文[/／:：])[^（）()【】]{0,60})[）)】]"
)
_LABELLED = re.compile(r"\s*作\s{0,4}者\s*[:：][^:：]{2,24}$")
_DAY = re.compile(r"^(?:19|20)\d\d[-./年]\d\d?[-./月]\d\d?日?(?=\D)")  # before a byline
_MAY_CREDIT = re.compile(  # alternatives that all begin with a sign are searched fast
    r"记者|通讯员|撰文|图文|撰稿|执笔|文字|文图|文\s?[/／:：]|/\s?文|／\s?文"
)
_CREDIT = re.compile(
    rf"[（(【]?\s*(?:[{_HAN}A-Za-z]{{0,14}}(?:记者|通讯员)|(?:撰稿|撰文|执笔|文字|图文|文图|文)\s*[:：/／]|文[/／]图).{{1,56}}|"
    rf"[{_HAN}·、{_BLANKS}]{{2,24}}[{_BLANKS}/／](?:{_BOTH}|文)(?![{_HAN}]).{{0,16}}"
)
_MARKS = "□■○●◎◇◆△▲▽▼▷▶☆★※▪▫◐⊙/／ \t\xa0\u3000"  # before a byline
_PHOTOGRAPH = re.compile(r"摄影?[）)】\s]*$")
_BEHIND = re.compile(rf"[/／]\s*文|[{_BLANKS}](?:{_BOTH})(?![{_HAN}])")
_BETWEEN = re.compile(r"[\s、,，;；/／&＆]+")
_SPREAD = re.compile(rf"(?<![{_HAN}])([{_HAN}])[ \u3000\xa0]{{1,2}}([{_HAN}])(?![{_HAN}])")  # 张　三
_AROUND = re.compile("(?:摄影)?报道$|整理$|编译$")
_PEN_NAME = re.compile(
    rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}(?:[·•][{_HAN}]{{1,8}})+|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){{1,3}}"
)
_NOBODY = re.compile(
    "老师$|记者$|编辑$|小编|原文|整理|综合|转载|网络|本站|本报|本网|编译|采编|平台|查看|更多|展开|关注|点击"
)


def labelled(line: str) -> Iterator[str]:
    """Yield the names behind the labels of authors in a line of labels; a pen name only behind 作者, 撰稿 and 执笔."""
    if len(line) > _LONGEST_LABELS:
        return
    for label in _LABEL.finditer(line):
        value = _VALUE.match(line, label.end())
        if value is None:
            continue
        cut = _NEXT.search(value[0])
        names = _names(value[0][: cut.start()] if cut else value[0])
        if cut is None and line[value.end() : value.end() + 1] in ("：", ":"):
            names = names[:-1]  # the next label
        yield from (name for name in names if is_person(name) or (label["pen"] and _is_pen_name(name)))


def credited(line: str) -> Iterator[str]:
    """Yield the names in a line that holds nothing but authors: □ 本报记者 张三 通讯员 李四, 王五 文/图."""
    if not _MAY_CREDIT.search(line):  # most lines
        return
    line = _DAY.sub("", line.strip(_MARKS)).strip(_MARKS)
    if len(line) <= _LONGEST_CREDIT and line[-1:] not in "。！？；：" and _CREDIT.fullmatch(line):
        yield from persons(line)


def is_byline(line: str) -> bool:
    """Return whether a line names authors and nothing else."""
    return any(credited(line)) or (_LABELLED.match(line) is not None and any(labelled(line)))


def bracketed(text: str) -> Iterator[str]:
    """Yield the names in brackets that hold authors: （记者 张三 通讯员 李四）."""
    for match in _BRACKETED.finditer(text):
        yield from persons(match[1])


def persons(text: str) -> Iterator[str]:
    """Yield the names around the roles of authors in a short text: 记者 张三, 文/李四; no photographers, no editors."""
    if _PHOTOGRAPH.search(text) and not _BEHIND.search(text):
        return
    for role in _ROLE.finditer(text):
        behind = text[role.end() :]
        ends = [match.start() for pattern in (_ROLE, _OTHER_ROLE) if (match := pattern.search(behind))]
        for name in _names(behind[: min(ends, default=len(behind))]):
            if not is_person(name):
                break
            yield name
    for role in _BEHIND.finditer(text):
        yield from reversed([*takewhile(is_person, reversed(_names(text[: role.start()])))])


def _names(text: str) -> list[str]:
    """Return the words of a text that may be names, one for each person."""
    words = _BETWEEN.split(_SPREAD.sub(r"\1\2", text).strip("（）()【】—- \t\xa0\u3000"))
    return [word for name in words if (word := _AROUND.sub("", name))]


def _is_pen_name(name: str) -> bool:
    nobody = is_placeholder(name) or _NOBODY.search(name) is not None
    return _PEN_NAME.fullmatch(name) is not None and not (nobody or is_organisation(name))
