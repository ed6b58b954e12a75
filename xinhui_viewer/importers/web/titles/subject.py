"""The subject of a letter to an office, on the page of a mail box: a label names it, the heading names the box."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from xinhui_viewer.importers.line import Line

_LONGEST_LINE, _LONGEST = 160, 80  # characters of a line with the label, of a subject
_LETTER = "信件|来信|写信|留言|诉求|咨询|问题|投诉|提问|求助|信访|邮件|建议|反映|工单"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[\s|｜]))[【\[]?\s*(?P<of>{_LETTER})?的?(?:标\s{{0,4}}题|主\s{{0,4}}题|题\s{{0,4}}目)\s*[】\]]?\s*(?:[:：]\s*|$)"
)
_SIGN = "题"  # in each label of a subject: few lines have it
_NEXT = re.compile("[\\s|｜]+[\u4e00-\u9fff]{2,6}\\s*[:：]")  # another label in the line
_ANSWER = "回复|答复|办理|处理|受理|承办|反馈"
_LABELS = re.compile(
    rf"\s*[【\[]?(?:(?:{_LETTER})(?:人|者|时间|日期|内容|编号|类型|类别|状态|对象|部门)|"
    rf"(?:{_ANSWER})(?:单位|时间|日期|内容|部门|结果|情况|机构|状态|意见)?)\s*[】\]]?\s*(?:[:：]|$)"
)
_FEWEST = 2  # labels of a letter beside a bare 标题


def subject(lines: Sequence[Line]) -> tuple[str, Line | None] | None:
    """Return the subject of the letter on a page and its line, None for one in a table; None on any other page."""
    for label, text, line in _subjects(lines):
        others = {found[0] for one in lines for cell in _texts(one) if (found := _LABELS.match(cell)) is not None}
        return (text, line) if len(others) >= (1 if label["of"] else _FEWEST) else None
    return None


def _subjects(lines: Sequence[Line]) -> Iterator[tuple[re.Match[str], str, Line | None]]:
    """Yield each label of a subject, the text behind it or in the line or cell that follows, and its line."""
    for line, following in _may_have_label(lines):
        texts = [*_texts(line)]
        for text, after in pairwise((*texts, "" if line.rows else following.text)):
            label = _SUBJECT.search(text) if len(text) <= _LONGEST_LINE else None
            if label is None:
                continue
            own = _NEXT.split(text[label.end() :])[0].strip()
            value = own or after.strip()
            if 1 < len(value) <= _LONGEST and "\n" not in value:
                yield label, value, None if line.rows else line if own else following


def _may_have_label(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield each line with the sign of a label, and the line that follows."""
    for at, line in enumerate(lines):
        if _SIGN in line.text:
            yield line, lines[at + 1] if at + 1 < len(lines) else Line()


def _texts(line: Line) -> Iterator[str]:
    if line.rows:
        yield from (cell.text for row in line.rows for cell in row)
    else:
        yield line.text
