"""Tell by its form whether a label is sure to say what its number is.

It is told from the figure itself and not kept with it, so that archives need no field for it. A label is sure when it
has one of the forms of label_sure_forms and nothing speaks against it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from xinhui_viewer.records import Figure
from xinhui_viewer.text.figure_text import NUMBER
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.label_forms import ATTRIBUTE, VERB, is_balanced
from xinhui_viewer.text.label_sure_forms import LENGTH, form

# Why a label is not sure: there is none or it is too short to name a thing; it is too long or cut within a quotation;
# it tells a sentence; it compares, says what is done or had, and not with or of which thing, or whose it is and not
# what; or it names a thing, and nothing shows that the number counts that.
Doubt = Literal["short", "long", "told", "compared", "verb", "attribute", "bearer", "plain"]
_SHORTEST = 4  # characters: of 11 shorter ones in two annotated sets 3 were right
_LONGEST = 24
# Its last word is a verb without what it is done to, or a predicate.
_ENDS_IN_VERB = re.compile(
    "..(?:帮助|逮捕|覆盖|拥有|提供|绽放|盛开|筑巢|投入|运营|集聚|考察|新建|深入|控制|开工|开建|实施|举办|出席|签署|签订|"
    "用上|投产|投用|上线|建立|成立|设立|推出|打造|造成|导致|达成|参加|参与|获得|获奖|召开|通报|公开|发现|查获|指导|放)$"
)
# Whose it is, without a measure: a place or an institution.
_BEARER = re.compile(
    "(?:地区|产区|园区|新区|区域|方向|[全本]?[省市县区镇乡村州国]|机构|委员会|政府|公司|集团|医院|大学|学校|部门|银行|协会|企业|单位)$"
)
# A length says of a thing only with a word for its side, or of what is long itself: 4.2米望远镜 is none.
_LONG = re.compile("[长宽高深厚径距程位降升涨雨雪潮浪波线管路堤渠道墙桥坝缩海]")
_SCOPE_FIRST = re.compile(
    "(?:国家|地区|国家和地区|国际组织|城市|省份|部门)(?:实行|建立|签署|签订|开展|加入|参与|实施|达成)"
)
_TOLD = re.compile(
    r"[了着是很仍它刚·\s：]|还|携|突破|可能|之外|只能|可以|应当|一个|[这那]|认为|判令|有望|通过|随着|历时|他们|她们|(?<![高中初上平均相同])等(?![级离同候额效])|当地|下列|上述|前款|中有|其中|表示|相比|在内|相当于|该(?!项)"
    "|也(?!门)|(?<![首成古京])都(?![市江会])|(?<!成)就(?![业学诊医餐读])|(?<!大)将(?![军领士])"  # a sentence told
    r"|^(?:要|如果|整个|一[条座个家项]|来自|按(?![揭摩])|处(?![理置分方级长所罚女])|[^，]{0,3}的|途?经(?![济营])|\d+个|拒不|情节|[在由从把对向被受让使每]|一把|一些|部分|包括)|(?:[中上里等的后前加再共]|(?<![工学课小])时|达到|派出|结束|出现|进入|陷入|奔赴|开始|卖出|刊发|显示|占|仅有?)$"
    "|每(?:增加|减少|多|少)"
)
_COMPARED = re.compile(
    "^(?:同比|环比|比.{1,16}|较.{1,16})?(?:增长|下降|增加|减少|提高|提升|上升|回落|降低|扩大|收窄|[高多]出)?$|^(?:增速|增幅)?[高低快慢多少]于.{1,10}$"
    "|^(?:占(?!地)|达(?!标)|接近|相当于|[高多]出|位[居列]|居(?![民住家]))"
)
_CAUSED = re.compile(
    "^(?:共|已)*(?:造成|导致|致使?|引发)(?!.{2,10}(?:死亡|受伤|失踪|遇难)$)"
)  # by what, it does not say


def is_sure(figure: Figure) -> bool:
    """Return whether the label of a figure is sure to name what it counts."""
    return doubt(figure.label, figure.text, figure.kind) is None


@lru_cache(2**16)  # each page of a list that is sorted by it asks about every figure again
def doubt(label: str, text: str, kind: str) -> Doubt | None:
    """Return why a figure's label is not sure to name what the ``text`` counts, None when it is sure."""
    if NUMBER.fullmatch(text):  # a cell of a table, which its rows and fields name
        return None
    if len(label) > _LONGEST or not is_balanced(label):
        return "long"
    if _compares(label, text, kind):
        return "compared"
    if _is_bearer(label, text, kind):
        return "bearer"
    if found := _doubt_of_words(label, kind):
        return found
    if form(label, text, kind):
        return None
    folded = fold(label)  # in traditional characters
    return None if folded != label and form(folded, text, kind) else "plain"


def _doubt_of_words(label: str, kind: str) -> Doubt | None:
    if VERB.fullmatch(label.removesuffix("期限")) or _CAUSED.search(label) or _ENDS_IN_VERB.search(label):
        return "verb"
    if ATTRIBUTE.fullmatch(label):
        return "attribute"
    if len(label) < _SHORTEST:
        return "short"
    if label.endswith(("罚款", "期限")) and kind in ("money", "quantity", "percent", "duration"):
        return None
    return "told" if _TOLD.search(label) or _SCOPE_FIRST.match(label) else None


def _compares(label: str, text: str, kind: str) -> bool:
    times = "倍" in text and kind == "quantity" and not label.endswith(("罚款", "倍数"))
    return label != "" and (times or _COMPARED.search(label) is not None)


def _is_bearer(label: str, text: str, kind: str) -> bool:
    """Return whether a label says whose an amount is, and not of what: a place, an institution, 4.2米望远镜."""
    if kind in ("money", "percent", "quantity") and _BEARER.search(label) and "占" not in label:
        return True
    return kind == "quantity" and LENGTH.search(text) is not None and _LONG.search(label) is None
