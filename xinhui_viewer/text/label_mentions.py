"""A quantity with the words around it: the evidence that the rules for labels judge by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from xinhui_viewer.records import FigureKind
from xinhui_viewer.text.label_forms import VERB
from xinhui_viewer.text.label_pairs import Pairing
from xinhui_viewer.text.label_words import WORD, clauses, marked, trimmed
from xinhui_viewer.text.quantities import Quantity

# How far back a clause is read: none that a person wrote is longer, and no text takes more than linear time.
REACH = 80
_BEHIND = 20  # characters behind a quantity within which its noun ends
_LISTED = 8  # characters of another thing of a list that one number counts
_JOINING = re.compile(r"[、和及与或者\s]*")
_STOPS = "，。；,;：:！？!?\n（）()、"
_NOUN = re.compile(
    rf"[^{_STOPS}\d]+?(?=[{_STOPS}\d]|(?<=....)和(?![^{_STOPS}]{{1,8}}(?:[{_STOPS}]|$))|和(?=[数几])|及(?!以上)|以及|并|在|从|被(?![俘困害告扶保褥征])|通过|绽放|盛开|次第|竞相|陆续|相继|迎春|同时|同步|获奖|投入|分别|签署|签订|列[为入]|需(?![求要])|坚持|亮相|入选|参加|实现|累计|自发|分布|将|(?<![收荣])获|加以|予以|全部|完成|吸引|助力|推动|带动|支持|位于|来自|开展|实施|深入|正式|圆满|前来|赴|围绕|聚焦|"
    "(?<!认)(?<!成)为|以(?!上|下)|对(?![接外口话标])|向|给|发出|免费|提供(?!商)|手握|拥有|帮助|用于|进入|或者|$)"
)
_APART = ("、", "", " ", "和", "及", "与", "或")
# What 30个国家和地区的代表 counts stands before 的, of 40名受伤的学生 behind it.
_COUNTED = re.compile(
    "[\u4e00-\u9fff]{0,6}"
    "(?:国家|地区|省份|城市|区县|县区|市县|乡镇|部门|单位|企业|机构|代表团|省|[^目]市|[^各]县|[^地]区|镇)(?=的)"
)
# Words that only say of what sort a thing is: 两个独立的委员会, 144个千姿百态、风光各异的湖泊.
_SORT = re.compile(
    "(?:独立|全新|崭新|不同|重要|有限|专门|固定|完整|典型|普通|特殊|具体|优秀|年轻|[\u4e00-\u9fff]{4}、[\u4e00-\u9fff]{4})的(?=[^，。；、]{2})"
)
_EXAMPLES = re.compile(
    "[^，。；、的\\d]{2,8}(?<![高中初上平均相同])等(?=[^级离同候额效，。；、的]{2})"
)  # of 推介等活动
# Of 65岁以上老年人 the noun is 老年人.
_BOUND_OF_CLASS = re.compile(
    r"^\d+(?:[—～-]\d+)?[万亿]?(?:周?岁|平方米|元|千伏|公里|吨级|级)(?:及?以[上下])?的?(?=[\u4e00-\u9fff])"
)
_RUNNING_ON = re.compile("共同|[的了对将就在把被]")  # words behind which a noun that is cut has ended
_GROUND = re.compile(
    "的(?:基础上|背景下|同时|过程中|情况下|前提下)$|(?:仅能?|只能|能够|可以|[均都]已|已经)$|(?<=..)中$"
)
_ABOUT = re.compile(
    "(?:来自(?![^，。；、]*(?:国家|地区)的)|针对|关于|有关|参与|与|从事|具有|涉及|符合|身患|持有)[^，。；、]*的(?=[^，。；、]{2})"
)
_LISTS = re.compile("、|(?:和|及|以及|或者)$")
_CONJUNCTION = re.compile(
    r"[\s、]*(?:兑|或者|或|和(?![平谐解美])|及|以及|并|且|与(?![^，。、]{1,8}的)|[至到](?=[\s\d一二三四五六七八九十百千万])|，|。|；)"
)
_CLAUSE = re.compile(rf"[^{_STOPS}]*")


class Naming(NamedTuple):
    """The label of a quantity, and what the sentence is about from there on."""

    label: str
    subject: str
    pairing: Pairing = Pairing()


class Mention(NamedTuple):
    """A quantity with the words around it.

    ``pieces`` are the clauses since the previous quantity, ``own`` the words of the last one; ``before`` is the naming
    of the previous quantity, ``earlier`` the labels of the sentence so far.
    """

    sentence: str
    found: Sequence[Quantity]
    kinds: Sequence[FigureKind]
    at: int
    pieces: Sequence[str]
    own: str
    before: Naming
    earlier: Sequence[str] = ()

    @property
    def quantity(self) -> Quantity:
        """Return the quantity itself."""
        return self.found[self.at]

    @property
    def kind(self) -> FigureKind:
        """Return the kind of the quantity."""
        return self.kinds[self.at]

    @property
    def joins(self) -> bool:
        """Return whether only 、 or 和 separates the quantity from the previous one."""
        return self.at > 0 and len(self.pieces) == 1 and _JOINING.fullmatch(self.pieces[-1]) is not None

    @property
    def follows(self) -> bool:
        """Return whether the words before the quantity begin with the noun of the previous one."""
        return self.at > 0 and len(self.pieces) == 1 and self.pieces[0][:1] not in _APART

    @property
    def behind(self) -> str:
        """Return the words behind the quantity, up to the next one or as far as a noun can reach."""
        end = self.quantity.end
        following = self.found[self.at + 1].start if self.at + 1 < len(self.found) else len(self.sentence)
        return self.sentence[end : min(following, end + _BEHIND)]

    @property
    def noun(self) -> str:
        """Return the word behind the quantity; empty when there is none."""
        behind = self.behind
        end = self.quantity.end + len(behind)
        if _CONJUNCTION.match(behind) or behind.startswith(("共", " ", "\u3000")):  # a blank parts headlines
            return ""
        said = _without_sort(behind.lstrip().removeprefix("的").lstrip())
        match = _NOUN.match(said)
        if match is None:
            return ""
        if match.end() == len(said) and self.sentence[end : end + 1] not in _STOPS and len(behind) == _BEHIND:
            return _RUNNING_ON.split(match[0], maxsplit=1)[0]
        if counted := _COUNTED.match(match[0]):
            return counted[0]
        if self.kind == "count" and (further := _further(said[match.end() :])):
            return match[0] + further
        return _GROUND.sub("", match[0]).rstrip("的了和及与").removeprefix("是")

    @property
    def phrase(self) -> str:
        """Return the rest of the clause behind the quantity, which it is the subject of; numbers left out."""
        end = self.quantity.end
        if (counted := self.noun) and self.sentence.startswith(f"{counted}的", end) and _COUNTED.match(f"{counted}的"):
            return counted
        match = _CLAUSE.match(self.sentence, end, end + 2 * _BEHIND)
        last, said = end, ""
        for quantity in self.found[self.at + 1 : self.at + 3]:
            if match and quantity.start < match.end():
                said += self.sentence[last : quantity.start]
                last = quantity.end
        said += self.sentence[last : match.end()] if match else ""
        return re.sub("^(?:的|是|为)+|[的了]+$", "", said.replace("的", "", 1) if last > end else said).strip()


def _without_sort(said: str) -> str:
    """Return the words behind a quantity without those that only say of what sort its noun is: 65岁以上, 独立的."""
    said = _BOUND_OF_CLASS.sub("", said)
    for attribute in (_SORT, _ABOUT, _EXAMPLES):
        said = said[match.end() :] if (match := attribute.match(said)) else said
    return said


def _further(said: str) -> str:
    """Return the rest of a list of what is counted: 、引航员 of 20名护林员、引航员获奖."""
    if not said.startswith("、") or (rest := _NOUN.match(said[1:])) is None:
        return ""
    ended = said[1 + rest.end() :][:1] != "" and not said[1 + rest.end() :][:1].isdecimal()
    return f"、{rest[0]}" if ended and WORD < len(rest[0]) <= _LISTED and not VERB.match(rest[0]) else ""


def mention(
    sentence: str,
    found: Sequence[Quantity],
    kinds: Sequence[FigureKind],
    at: int,
    before: Naming,
    earlier: Sequence[str],
) -> Mention:
    """Return the mention of a quantity of a sentence."""
    quantity = found[at]
    last = found[at - 1].end if at else 0
    pieces = clauses(sentence[max(last, quantity.start - REACH) : quantity.start])
    if at and len(pieces) == 1 and pieces[0][:1] not in _APART:
        pieces[0] = _behind_noun(pieces[0])
    return Mention(sentence, found, kinds, at, pieces, trimmed(pieces[-1]), before, earlier)


def _behind_noun(gap: str) -> str:
    """Return the words behind the noun of the previous quantity, as far as a sign shows it: 、定制 of 助学金、定制."""
    match = _LISTS.search(marked(gap))
    return gap[match.start() :] if match else gap
