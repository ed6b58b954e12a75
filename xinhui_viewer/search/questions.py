"""Leave the words of a question out of a query: 残疾人坐公交可以免费吗 asks for 残疾人坐公交 and 免费.

They stand in few official texts, so that they would count as the most telling words of the query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from xinhui_viewer.records import Node, Word, conjuncts, joined
from xinhui_viewer.search.fields import FIELDS, loose

_MUCH = "(?<![很许众诸最更太增])"  # 许多少数民族, 很多高能物理
_FEW = "(?:个|天|年|次|岁|点|号|种|级)"
_ENDS = "(?=$|[?？!！。,，])"
_ASKING = re.compile(
    "^(?:请问|问一下|我想问|想问|想知道|我想知道|谁知道)|^什么是|^(?:是否|能否|可否)(?:需要|可以)?"
    f"|(?:应该|应当|需要|要)?(?:怎么|怎样|如何)(?:样|办|算|弄|写|走|领|罚|定|做|去|回事)?[呢啊呀]?{_ENDS}"
    "|怎么样?|怎样|如何|为什么(?:要|会)?|为何|凭什么|干什么"
    "|(?:在|从|是|到|去)?(?:什么|啥|哪个|哪些)(?:时候|时间|地方|部门|单位|机关)|(?<![任如几])(?:是|有|在)?何(?:时|地|处)"
    "|(?:在|去|到)?哪(?:里|儿)|在哪(?!个|些|种)"
    "|(?:有|是|包括|包含)?(?:哪些人?|哪几(?:个|种|类|项)|哪(?:个|种|类|项|年|天|家|一年|一天))"
    "|(?:是|有|算|叫)?(?:什么|啥)(?:意思|样)?[呢啊呀]?"
    f"|(?:需要|是|有|要|得)?{_MUCH}多少(?!数)(?:人|钱|元|个|家|天|年|岁|次|户|种|分|套|所|名|公里|平方米|亿元|万元)?[呢啊呀]?"
    f"|(?:需要|要)?{_MUCH}多久|{_MUCH}多(?:长|大|高|远)(?:时间)?(?=$|[?？]|才|能|可以)"
    f"|(?:有|是|要)几{_FEW}|几(?:{_FEW}|月份?){_ENDS}|^几(?:个|天|次)|第几"
    "|有没有|是不是|能不能|可不可以|要不要|会不会|算不算|需不需要|该不该"
    f"|([\u4e00-\u9fff])不(?=\\1[\u4e00-\u9fff])|([\u4e00-\u9fff])不\\2{_ENDS}"  # 合不合法, 堵不堵
    f"|几{_FEW}(?=能|可以|才|以?内|办|到)"
    "|(?:能否|可否|是否)(?![决定认])(?:需要|可以)?"
    f"|(?:应该|应当|该)?(?:是|归|由|找|问)谁(?:管|负责|承担|来|修|办)?{_ENDS}|(?:该|由)?谁(?:出|付|赔|来出){_ENDS}"
    "|(?:了|的)?(?:吗|呢|么)?[?？]+$|(?:了|的)?(?:吗|(?<!喇)嘛)$"
)
_POLAR = re.compile("(?:吗|么|(?<!喇)嘛)[?？]*$")  # a question that is answered by yes or no: 可以…吗
_MODAL = re.compile("可以|(?:^|(?<=[人民户者员生们工我你他她它]))能(?![源力耗量效级])|需要|应该|还(?=可以|要)")
_LEADING = re.compile(
    "^(?:的(?!士)|是|才|可以|能(?![源力耗量效级])|了(?!解)|算(?![法力计])|要(?![求件素闻点害塞职领]))+"
)
_TRAILING = re.compile("(?:是|(?<![目标])的|应该|应当|需要|可以)+$")
# A title that was pasted is looked for as it is.
_TITLE = re.compile(
    "^关于|[《“\"']|^[^么吗啥哪]*(?:如何|是否|能否|可否)[^么吗啥哪]*(?:通知|公告|通告|意见|办法|规定|方案|报告|条例|决定|通报|解读|批复)$"
)
_SIGNS = " ,，、?？!！。;；:："


def without_question(root: Node) -> tuple[Node, tuple[str, ...]]:
    """Return a query without question words, and these; unchanged where nothing else would be left of its words."""
    parts = conjuncts(root)
    cut = {part: _cut(part.text) for part in parts if isinstance(part, Word) and loose(part)}
    dropped = tuple(dict.fromkeys(word for one in cut.values() for word in one.dropped))
    if not dropped or not any(_asks(part, cut) for part in parts):
        return root, ()
    return joined(*dict.fromkeys(one for part in parts for one in _left(part, cut))), dropped


class _Cut(NamedTuple):
    pieces: tuple[str, ...]
    dropped: tuple[str, ...] = ()


def _asks(part: Node, cut: Mapping[Word, _Cut]) -> bool:
    """Return whether a part asks for something but by words of a question."""
    return isinstance(part, Word) and (bool(cut[part].pieces) if part in cut else FIELDS[part.field].indexed)


def _left(part: Node, cut: Mapping[Word, _Cut]) -> tuple[Node, ...]:
    if not isinstance(part, Word) or part not in cut:
        return (part,)
    return tuple(replace(part, text=piece) for piece in cut[part].pieces)


def _cut(text: str) -> _Cut:
    """Return the pieces of a word between the words of a question, cut again where they still ask, and these."""
    found = [] if _TITLE.search(text) else _questions(text)
    if not found:
        return _Cut((text,))
    pieces, within, at = list[str](), list[str](), 0
    for start, end in [*found, (len(text), len(text))]:
        piece = text[at:start].strip(_SIGNS)
        piece = _LEADING.sub("", piece) if at else piece
        piece = _TRAILING.sub("", piece) if start < len(text) and piece != text else piece
        if len(piece) > 1:
            left = _cut(piece)
            pieces += left.pieces
            within += left.dropped
        at = end
    dropped = [asked for start, end in found if (asked := text[start:end].strip(_SIGNS))]
    return _Cut((*pieces,), (*dropped, *within))


def _questions(text: str) -> list[tuple[int, int]]:
    """Return the places of question words, in order."""
    found = [match.span() for match in _ASKING.finditer(text) if match[0]]
    if _POLAR.search(text):
        found += [match.span() for match in _MODAL.finditer(text)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart
