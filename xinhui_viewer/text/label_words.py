"""The words that labels are made of: verbs, attributes, and those that only lead to a number and are cut away."""

from __future__ import annotations

import re

from xinhui_viewer.text.changes import CHANGE, CHANGES
from xinhui_viewer.text.label_forms import DOING, MAGNITUDE, VERB, is_balanced
from xinhui_viewer.text.period_words import without_periods

WORD = 2  # characters that mean something by themselves
_BOUNDARY = re.compile(r"[，。；,;：:！？!?\n（）()]")
# Within a name: 村（社区）党组织.
_ASIDE = re.compile(
    r"[（(](?![一二三四五六七八九十\d]{1,3}[）)])([^（）()\d，。；]{1,8}|[A-Za-z]+\d{0,2})[）)](?=[\u4e00-\u9fff])"
)
_MARKS = {0xE000: "（", 0xE001: "）", 0xE002: "、"}
_FOOTNOTE = re.compile(r"\[\d[\d,，、—–-]{0,6}\]")
_OPENING = re.compile(
    r"^(?:[^，。；、的]{0,8}(?:预计|普遍)?认为(?!需要?|应当?|必要|有)|其间|包括|[跟与同][^，。]{2,12}相比|如今|这(?:[种个些项批]|一|$)|要(?:始终|坚持|切实|继续)*[把将]|(?:成林|建成|投产|竣工|完工|投运|达产|通车)后|[\s、的及与并且又则将把也”\]]|还(?!款|贷)|和(?!谐|平|解|田|县|龙)|其中|同时|其(?!他)|[一二三四五六七八九十]{1,2}是|日前|近日|\\d{1,2}日(?:晚间?|凌晨|上午|下午|夜间)?(?=有|$|[\u4e00-\u9fff]{2})|最终(?!消费|产品|用途)|此外|另外|另(?=有)|累计|共计|总共|[共已现]有|分别|已经|已|共(?![同享建和青产])|正(?![式常确线月规面版])|仅|"
    r"使得?|对(?![外口接比象方手])|或者|或|以及|而(?!已)|在已经|我[区县市省国镇](?=[共已累新])|但|再度|再次|人民法院应当|以[上下]|[跟与同][^，。]{2,8}相比|(?:\d+[^\d、，。]{1,2}、)+|地?部分地区|各地|等地|第[一二三四五六七八九十百\d]{1,4}条\s*|\d+(?:\.\d+)+\s*|[（(]?[一二三四五六七八九十\d]{1,3}[）)]|"
    r"[^，。；]{0,12}(?:基础上|背景下|情况下|过程中|前提下|来看))+"
)
_PARTS = re.compile(r"共?\d+[章节编]$")  # of 《条例》共7章52条
# The characters its words can begin with: comparing one is cheaper than trying each word at each place.
_CLOSES = (
    r"(?=[\s、的了已共计达到至先且未甚就仍也正向为是有约近超突逾累总合分位名排居列在由从携每以等各较实成稳历提降升增减调保不可能"
    "仅只连将上控维扩缩首再均都预近跃作高多放继拓压延收攀回下跌一涨])"
)
_CLOSING = re.compile(
    rf"{_CLOSES}(?:[\s、的了]|已|共|(?<![统设估预会审])计|达到|达|到|至|(?<!行)为|是|有|(?<![节制签合条])约|近|超|超过|突破|逾|累计|共计|总计|合计|分别|"
    "稳居|位居|位列|名列|排名|居|(?<![班专系陈])列|(?<!存)在|由|从|携|每年|以|等|各|较|实现了?(?=$)|成为|稳定|甚至|仍|也|(?<=[量额率模数])正?向|历史性|跃居|作为|(?:提升|提高|上升|下降|降低|增加|减少|扩大|扩展|拓展|缩短|压缩|压减|延长|收窄|放缓|调整|攀升|跃升|回落|下调|上调|[升降增提减跌进])(?:至|到|为)|"
    "保持|维持|控制(?=[在到至])|至少|至多|最多|先后|(?<=..)且|未(?=$)|不低于|不得低于|可达?|(?<![产功性智职节效动本潜赋电热光风核储])能够?|仅需?|只[能需]?|(?<!成)就(?:已经?|有|达到?|超过?|是|为|近|约)+|连续|继续|将|(?<!最)[高多]达(?!到)|"
    "(?<=[数量额率])上|首次|一度|[跌升涨]破|再度|再次|(?<![日年月人户平])均|(?<![首成古京旧])都|已经|预计|日前|近日)+$"
)
_CAUSES = ("造成", "导致", "致使", "引发")  # whose agent says what it was: 火灾造成死亡
_DEED = re.compile(rf"(?:{DOING})(?:[了出过])?")
# Behind a subject.
_DONE = re.compile("(?:明确|提出|出台|推出|发布|印发|实施|举办|开展|建成|打造|设立|制定|完成|引进)(?=了|[^，。]{2})")
# 了 behind a verb of doing and 还 before it say nothing of what was done.
_TENSED = re.compile("[了过还又再已正将共]")
_TENSE = re.compile(
    rf"((?:{DOING})(?=过)|[\u4e00-\u9fff]{{2}}(?=了)|{DOING})[了过](?!解)(?=[\u4e00-\u9fff“]{{2}})|(?:还将?|又|再次|已经?|正在|将|(?<=..)共)(?=(?:占|{DOING})[\u4e00-\u9fff])"
)
_BELONGING = re.compile(
    "(?:累计|总|年|月|日|人均|市场|平均)*(?:成交[量额]|[进出]口[量额值]|[\u4e00-\u9fff]{2}率|[\u4e00-\u9fff]{2}数量|保有量|占比|比重|比例|总?规模|总?产值|总?产量|总?销量|起数|人数|件数|面积|总?金额|总额)$"
)
_OF_OTHERS = re.compile("每|他们|她们|自己")  # 渔民讲述他们的经历 counts no 经历
_FOUGHT = re.compile("摧毁|击毁|击落|打死|打击|袭击|拦截|控制|缴获|解救")
_FAR = re.compile("^[^在到]{2,8}距离")
_SIZED = re.compile(r"超过?\d|\d[\d.万亿]*(?:元|级|吨|千伏|平方米|公里)(?:及?以[上下])?$")
_UNDERGONE = ("解除", "获评", "接种")
_CURED = ("治愈出院", "治愈", "出院", "死亡", "康复")
_LEFT = 2  # characters of a thing that must be left without its attribute
_WITH_AGENT = 14  # characters of a label that says who did it
_NAMED = 7  # characters of a measure that names whose it is
_LONG = 12  # characters of a label from which its agent and its attributes are cut away
_LONGEST = 28
_LEGAL = ("罚款", "期限", "拘留", "有期徒刑", "拘役", "管制")  # labels of laws, whose acts are told in full


def clauses(text: str) -> list[str]:
    """Return the clauses of the words before a number, names with asides in brackets whole."""
    return [unmarked(each) for each in _BOUNDARY.split(marked(_FOOTNOTE.sub("", text)))]


def marked(text: str) -> str:
    """Return a text of the same length with signs that divide no clause in place of the brackets of asides in names."""
    if "(" not in text and "（" not in text:
        return text
    return _ASIDE.sub(_marked_aside, text)


def _marked_aside(aside: re.Match[str]) -> str:
    return "\ue000" + aside[1].replace("、", "\ue002") + "\ue001"


def unmarked(text: str) -> str:
    """Return a text with the brackets that ``marked`` replaced."""
    return text.translate(_MARKS)


def trimmed(text: str) -> str:
    """Return the words that name something, without those that lead to them or to the number, and without periods."""
    return _OPENING.sub("", _CLOSING.sub("", _PARTS.sub("", without_periods(_OPENING.sub("", text.strip())).strip())))


def base(subject: str) -> str:
    """Return a subject without its latest change."""
    match = CHANGE.search(subject) if CHANGES.search(subject) else None
    return subject[: match.start()] if match and match.start() > 1 else subject


def thing(label: str) -> str:
    """Return the thing that a label tells of: 网格事件 of 录入网格事件, 新能源汽车 of 新能源汽车市场渗透率."""
    found = object_of(label)
    bare = re.sub("(?:完成|实现)$", "", _BELONGING.sub("", found))
    return bare if len(bare) >= _LEFT else found


def object_of(label: str) -> str:
    """Return a label without its verb and its change: 网格事件 of 录入网格事件增长."""
    found = base(label)
    verb = VERB.match(found)
    return found[verb.end() :] if verb and len(found) - verb.end() >= _LEFT else found


def done_to(label: str) -> str:
    """Return what the last verb of a label is done to: 投诉 of 全县协会受理投诉; without a verb the object_of it."""
    found = object_of(label)
    last = [match.end() for match in _DEED.finditer(found, WORD) if len(found) - match.end() >= _LEFT]
    return found[last[-1] :] if last else found


def deed_of(label: str) -> str:
    """Return the verb of a label, which may stand behind who did it: 受理 of 全县协会受理投诉."""
    if verb := verb_of(label):
        return verb
    within = next((match for match in _DEED.finditer(label, WORD) if len(label) - match.end() >= _LEFT), None)
    return within[0] if within else ""


def verb_of(label: str) -> str:
    """Return the verb that a label begins with, empty when it begins with none."""
    match = VERB.match(label)
    return match[0] if match else ""


def joined(first: str, second: str) -> str:
    """Return two parts of a label as one, the second once."""
    return first if second and second in first else first + second


def without_examples(text: str) -> str:
    """Return words without the examples before 等: of 完成甲桥、乙桥等 only 完成 is left."""
    if not text.endswith("等"):
        return text
    first = text.find("、") if "、" in text else len(text)
    verb = VERB.match(text) or _DONE.search(text, 0, first)
    return verb[0] if verb else "" if "、" in text else text.removesuffix("等")


_TO_WHOM = re.compile(
    "(?<![作成认行])(?P<to>[为向给])(?![了主])(?P<whom>[^，。、为向给]{7,20}?)(?=提供|发放|拨付|捐赠|赠送|投放|发出|颁发|调拨|兑付|减免|挽回|兑现)"
)


def _to_whom(found: re.Match[str]) -> str:
    whom = found["whom"].rpartition("的")[2]
    return found["to"] + (whom if WORD <= len(whom) <= 2 * WORD else whom[-WORD:])


def _tenseless(label: str) -> str:
    """Return a label without 了, 已 and the like; one without their characters is not searched for them."""
    return _TENSE.sub(r"\1", label) if _TENSED.search(label) else label


def shortened(label: str) -> str:
    """Return a label without the examples and the attributes that make it long."""
    label = _tenseless(label)
    if len(label) > _LONG and "等" in label and not label.endswith(_LEGAL):
        label = _without_list(label)
    if len(label) > _LONG and not label.endswith(_LEGAL):
        label = _TO_WHOM.sub(_to_whom, label)  # 为符合条件的村民提供贷款
    if len(label) > _LONG and "的" in label and not label.endswith(_LEGAL):
        label = _without_attributes(label)
    return label if len(label) <= _LONGEST else re.split("[、”》]", label[-_LONGEST:], maxsplit=1)[-1]


def _without_list(label: str) -> str:
    head, _, tail = label.rpartition("等")
    if len(tail) < WORD + 1 or ("、" not in head and "》" not in head):
        return label
    verb = VERB.match(head)
    return (verb[0] if verb else "") + _OPENING.sub("", tail.removeprefix("地"))


def without_agent(label: str, *, open_: bool = False) -> str:
    """Return long words from the verb on that says what was done: 发现新物种 of 甲地的调查发现新物种.

    The verb may be the last word of an ``open_`` label, which a noun will follow.
    """
    if len(label) > _LONG:
        label = _TO_WHOM.sub(_to_whom, label)
    if len(_tenseless(label)) <= _WITH_AGENT - (WORD if open_ else 0):
        return label
    for match in _DEED.finditer(label, WORD):
        if _needs_agent(match, label):
            continue
        left = len(label) - match.end()
        if (left >= WORD and label[match.end()] != "的") or (open_ and left == 0):
            rest = label[match.start() :]
            return without_agent(rest[rest.rindex("、") + 1 :]) if _lists_deeds(rest) else rest
    return label


def _needs_agent(match: re.Match[str], label: str) -> bool:
    """Return whether a verb says nothing without who did it: 火灾造成死亡, 园区完成物流量; 标准提高到每人 is none."""
    if match[0] in _CAUSES or label.startswith(("到", "至"), match.end()):
        return True
    return match[0] == "完成" and MAGNITUDE.search(label) is not None


def _lists_deeds(label: str) -> bool:
    """Return whether a second deed stands behind 、: 开展评审、压减资金."""
    at = label.rfind("、")
    return at > 0 and _DEED.match(label, at + 1) is not None and len(label) - at > 2 * WORD


def _without_attributes(label: str) -> str:
    verb = verb_of(label)
    before, _, rest = label[len(verb) :].rpartition("的")
    if verb in _UNDERGONE or before.endswith(_CURED):  # 解除医学观察的病例: of those to whom it happened
        return label
    if far := _FAR.search(before):
        return f"{far[0]}{rest}"
    if not verb and (done := _FOUGHT.search(before)):  # 甲军在乙地摧毁的 keeps its verb
        verb = done[0]
    if _SIZED.search(before):  # 产值超100亿元的园区: a class by its size
        return label
    whole = len(base(rest)) >= 2 * WORD and not _OF_OTHERS.search(before) and is_balanced(rest)
    if not whole:
        return label
    if len(bare := re.sub("(?:平均|累计|年均)$", "", base(rest))) < _NAMED and MAGNITUDE.search(bare):
        return verb + _whose(before) + rest
    return verb + rest


def _whose(before: str) -> str:
    """Return the last words before 的 that a bare measure belongs to: 甲国冲突造成 of 据甲国称，甲国冲突造成."""
    last = re.split("[、，”》]|(?:以及|随着|关于|通过)", before)[-1]
    return f"{last}的" if WORD <= len(last) <= _LONG else ""
