"""Name a quantity by the words of its own clause, before and behind it."""

from __future__ import annotations

import re

from xinhui_viewer.text.label_forms import DOING, EACH, MAGNITUDE, OF_THOSE, VERB
from xinhui_viewer.text.label_mentions import Mention, Naming
from xinhui_viewer.text.label_nouns import COUNTED, MEASURED
from xinhui_viewer.text.label_words import (
    WORD,
    base,
    done_to,
    joined,
    object_of,
    trimmed,
    verb_of,
    without_agent,
    without_examples,
)

# Of 30场演出丰富了大家的生活 the first is counted.
_DID_TO_ANOTHER = re.compile("(?P<who>[^了]{2,}?)(?:极大|有效|充分|成功|及时|已经|已)?[^了]{2}了[^，了]*的")
_LEADS_ON = re.compile("(?:量|额|数|率|值|面积|规模)(?:达到?|为|是|超过?)$")  # to a number with a subject of its own
SCOPE = re.compile("(?:[^，。；]{0,6}(?:在|对))?(?:[全我本][区县市省国镇乡州旗村]|全球)?")
_STATES = re.compile("(?:的|中|在|于|等|了)$")
_ACT = 14  # characters of what a thing does, in its label
# Of people: what happened to them, or what they did.
HAPPENED = (
    *("死亡", "受伤", "失踪", "遇难", "伤亡", "被困", "受灾", "感染", "获救", "滞留"),
    *("受益", "参与", "参加", "出席", "就业"),
)
_FROM = re.compile("有?来自")
_TOWARDS = re.compile("(?:部门|单位|[镇乡村县区市])对(?P<place>[^，。]{0,4})$")  # 组织水利部门对辖区7座水库
# Of some of what was counted before.
_PREDICATE = re.compile(
    "位于|来自|分布|属于|纳入|入选|获|被|已|进入|投下|投入|参加|参与|达标|通过|复工|复产|投产|开工|完工|竣工|开通|营业|失联|投身|前往|赶赴|深入|走[上进]|开展|奔赴|"
    "下沉|齐聚"
)
_SORTED = frozenset("个名位枚架条座所棵艘辆株栋部支款套")  # units that a thing stands behind
_DONE = frozenset("项条")  # and units of what is done: 推出渔港12项措施
_PREPOSITIONS = tuple("从向在被")
_CAME = ("与会", "参加", "出席", "参会", "到场", "参赛", "参展", "在场", "列席")
_PLACES = ("省", "市", "县", "区", "镇", "乡", "村", "国", "州")
_PLACE = re.compile("(?:区域|地区|[省市县区镇乡村州]|方向|一带|沿线|境内)$")  # a place, and no thing that is counted
_AT_PLACE = re.compile(f"在[^，。、]{{2,20}}?((?:{DOING})了?)$")  # 在甲县逮捕
_WITH = re.compile(
    "(?:[我本全][区县市省国])?(?:[^，。]{2,8}(?:部门|机构|单位))?(?:已|将)?[对与同向]|[^，。]{2,8}(?:部门|机构|单位)为"
)  # whose partners are counted
_TELLS = re.compile("(?:介绍|表示|指出|显示|获悉|了解到|报道|认为|预测|统计|测算|公布|发布|消息)$")
_STATE = re.compile(
    r"(?P<head>[^，。；的]{2,16}?|[^，。；]{1,10}的[^，。；]{2,8}?)(?:再?创|再次|持续|继续|保持|稳步|稳中|大幅|明显|显著|不断|进一步|快速|平稳|成为|实现|位?居|位列|跃)"
)
# Units of what one deed does with what another did.
_SAME = frozenset("处间件宗起个项户人份篇辆台家列班次场")


def is_deed(this: Mention) -> bool:
    """Return whether a verb alone counts what the sentence has counted in the same unit: 受理投诉9件，解决8件."""
    same = (this.at > 0 and this.quantity.unit == this.found[this.at - 1].unit) or this.kind == "count"
    verb = VERB.fullmatch(this.own) is not None and this.quantity.unit in _SAME
    return same and verb and not this.noun and len(object_of(this.before.subject)) >= WORD and this.before.subject != ""


def deed(this: Mention) -> Naming:
    """Return a verb with the thing that the sentence counted before: 解决投诉."""
    return Naming(f"{this.own}{done_to(this.before.subject)}", this.before.subject)


def new_subject(this: Mention) -> Naming:
    """Return the words of a quantity's own clause, which are the subject from there on."""
    label = in_its_words(this)
    return Naming(label, label)


def in_its_words(this: Mention) -> str:
    """Return the words of a quantity's own clause that name it."""
    raw, own = this.pieces[-1].rstrip(), own_words(this)
    if _counts_noun_alone(this) or (this.kind == "duration" and len(this.noun) > WORD and EACH.search(own)):
        return this.noun
    if told := _told(this, own, raw):
        return told
    if verb := _last_verb(this, own):
        return joined(verb, this.noun)
    if len(own) < WORD or SCOPE.fullmatch(own):
        return _of_thing_behind(this, own)
    if _leads_to_place(own, raw):
        return _behind_place(this, own)
    return counted(this, joined(own, this.noun)) if _takes_noun(this, own) else own


def _told(this: Mention, own: str, raw: str) -> str:
    """Return what those do that are counted, 从北向南迁移, or what a verb did with another thing; else nothing."""
    if this.kind == "count" and this.behind[:1] in _PREPOSITIONS and len(own) + len(this.phrase) <= _ACT + WORD**3:
        return own + this.phrase
    if this.follows and not this.noun and (rest := OF_THOSE.search(raw)):  # 36项措施中已部署实施25项
        return f"{rest['deed']}{done_to(this.before.subject)}"
    if this.follows and not this.noun and VERB.fullmatch(own):  # 67条道路已抢通64条
        return f"{own}{done_to(this.before.subject)}"
    if this.noun and raw.endswith(("和", "及", "、")):  # 举办展览和20场论坛
        return joined(verb_of(own), this.noun)
    return ""


def _last_verb(this: Mention, own: str) -> str:
    """Return the verb that a list of deeds ends with: 推出 of 举办巡游、推出25辆巴士."""
    before, _, last = own.rpartition("、")
    return last if before and this.noun and VERB.fullmatch(last) else ""


def _counts_noun_alone(this: Mention) -> bool:
    attributive = len(this.own) > _ACT // 2 and this.pieces[0].rstrip().endswith("的")  # 22个省和某地的56名模范
    of_previous = this.behind.startswith("的") or attributive or _is_noun_of_previous(this)
    return this.follows and this.noun != "" and of_previous


def _is_noun_of_previous(this: Mention) -> bool:
    """Return whether the noun of the previous quantity, and nothing else, stands between: 8个大项16个分项."""
    gap = this.sentence[this.found[this.at - 1].end : this.quantity.start]
    counted = this.kind == this.kinds[this.at - 1] == "count"
    plain = 0 < len(gap) <= _ACT // 2 and "的" not in gap and gap == gap.strip()
    return counted and plain and not VERB.search(gap) and not MAGNITUDE.search(gap)


def _leads_to_place(own: str, raw: str) -> bool:
    return bool(_FROM.match(own) or _TOWARDS.search(own)) or own.endswith("来自") or raw.endswith(("与", "同"))


def _behind_place(this: Mention, own: str) -> str:
    """Return what stands behind the place that a clause leads to: 来自22个邻国, 组织部门对辖区7座水库."""
    towards = _TOWARDS.search(own)
    if towards:
        return towards["place"] + this.noun if this.noun else own
    further = _FROM.match(own) is not None and not own.endswith("来自")
    return (this.phrase[:_ACT] if further else this.noun) or own


def own_words(this: Mention) -> str:
    """Return the words before a quantity, without examples, the noun of the previous one, and a long agent."""
    own = _without_examples(this)
    if this.follows:
        own = _without_noun(own)
    if this.noun and (placed := _AT_PLACE.match(own)):
        own = placed[1]
    done = this.kind in ("count", "money", "quantity") or this.quantity.sort == "points"
    told_of_whole = this.sentence.startswith("其中")  # of which part the agent alone says
    return without_agent(own, open_=this.noun != "") if done and not told_of_whole else own


def _without_examples(this: Mention) -> str:
    """Return the words before a quantity without those that list what it counts, or say where those come from."""
    own, raw = this.own, this.pieces[-1].rstrip()
    if _is_place_of_previous(this, own):
        return ""  # 20个国家的100支队伍
    if raw.endswith("在内的") and "包括" in raw:  # 推出包括补贴等在内的21项举措
        return trimmed(raw[: raw.rindex("包括")])
    if raw.endswith("等"):
        return _without_listed(this, raw)
    return without_examples(f"{own}等") if _is_list_of_it(this, own) else own  # 聚焦渔业、盐业、林业4个领域


def _without_listed(this: Mention, raw: str) -> str:
    """Return the words before a quantity that end with 等, without what those list of its noun."""
    listed = trimmed(raw[:-1])
    if not this.noun:
        return _last_example(listed)
    if raw.startswith("包括"):  # 包括绿化等7项任务
        return ""
    if this.noun in _CAME:  # 渔民、盐工等约400人与会
        return re.split("、|和(?!平)", listed)[-1]
    if listed.endswith(this.noun) and not VERB.match(listed):  # 甲银行等10家银行
        return ""
    return without_examples(f"{listed}等")


def _is_place_of_previous(this: Mention, own: str) -> bool:
    of = (
        COUNTED.match(f"{own}的")
        if this.at and len(this.pieces) == 1 and this.pieces[-1].rstrip().endswith("的")
        else None
    )
    return of is not None and of.end() == len(own)


def _last_example(listed: str) -> str:
    """Return a list that nothing behind its number sums up, with its verb and its last thing alone when it is long."""
    verb = verb_of(listed)
    return listed if len(listed) <= _ACT else verb + listed.rpartition("、")[2].removeprefix(verb)


def _is_list_of_it(this: Mention, own: str) -> bool:
    """Return whether a number counts the things that are listed before it: 渔业、盐业两个行业."""
    named = own.count("、")
    return (
        (named > 1 or (named == 1 and this.quantity.value == WORD and this.quantity.approx == "exact"))
        and this.kind == "count"
        and this.noun != ""
        and not _PREDICATE.match(this.noun)
    )


def _of_thing_behind(this: Mention, own: str) -> str:
    """Return the label of a quantity that its clause begins with: its noun and what that does."""
    noun = this.noun
    alike = this.at > 0 and this.before.subject and this.quantity.unit == this.found[this.at - 1].unit
    if alike and _PREDICATE.match(noun):
        return object_of(this.before.subject) + noun
    if len(noun) >= WORD:
        did = None if this.own else _DID_TO_ANOTHER.match(this.phrase)
        return own + (min(did["who"], noun, key=len) if did else _noun_or_phrase(this, noun))
    if noun in _PLACES:
        return own + noun
    of = _between(this) or base(this.before.subject) or clause(this)
    return joined(of, own + noun) or this.phrase[:_ACT]


def _between(this: Mention) -> str:
    """Return the subject of a clause of its own between two quantities: 粮食产量 of …，粮食产量再创新高，达到2亿斤."""
    if len(this.pieces) <= WORD:
        return ""
    head = _STATE.match(trimmed(this.pieces[-WORD]))
    return head["head"] if head else ""


def _noun_or_phrase(this: Mention, noun: str) -> str:
    """Return the noun of a quantity with what it does, without that where it is one of several or is done with."""
    phrase = this.phrase
    if (
        noun not in phrase
        or phrase.startswith((f"{noun}分别", f"{noun}中"))
        or _is_row(this)
        or (this.leads_on and MEASURED.match(phrase))
        or _WITH.match(this.pieces[-1].strip())
        or _LEADS_ON.search(this.behind)
    ):
        return noun
    whole = len(noun) <= WORD or this.kind == "percent"  # 66%的企业表示看好: what they say is what is counted
    return phrase if len(phrase) <= (2 * _ACT - 2 if whole else _ACT + 2) else noun


def _is_row(this: Mention) -> bool:
    """Return whether only 、 or 和 stands between the noun of a quantity and the next: 6株桃树和9株梨树."""
    if this.at + 1 >= len(this.found):
        return False
    gap = this.sentence[this.quantity.end : this.found[this.at + 1].start]
    return (
        this.kind == this.kinds[this.at + 1]
        and re.fullmatch(f"{re.escape(this.noun)}(?:和|、|及|以及|与)?", gap) is not None
    )


def _takes_noun(this: Mention, own: str) -> bool:
    """Return whether the word behind a quantity is what it counts, for the words before it name no thing."""
    if this.kind in ("duration", "rank"):
        return this.behind.startswith("的") or VERB.fullmatch(own) is not None
    if this.noun in HAPPENED or _counts_in_place(this, own):
        return True
    if MAGNITUDE.search(own) and not this.behind.startswith("的"):
        return False
    if this.behind.startswith("的") or _STATES.search(this.pieces[-1].strip()):
        return True
    verb = VERB.match(own)
    return verb is None or len(own) - verb.end() < WORD or SCOPE.fullmatch(own, verb.end()) is not None


def _counts_in_place(this: Mention, own: str) -> bool:
    """Return whether the words before a quantity say where its noun is counted: 新建区域40条道路."""
    if this.kind != "count" or len(this.noun) < WORD:
        return False
    verb = VERB.match(own)
    of = verb is not None and len(own) > verb.end() and this.quantity.unit in _SORTED | _DONE
    return (of and not _PREDICATE.match(this.noun) and not VERB.match(this.noun)) or _PLACE.search(own) is not None


def _without_noun(own: str) -> str:
    """Return the words behind the noun of the previous quantity: the 实现 of 种产品实现."""
    verb = VERB.search(own, 1)
    return own[verb.start() :] if verb and not own.startswith(("完成", "实现"), verb.start()) else own


def counted(this: Mention, label: str) -> str:
    """Return a label with what the unit counts, when it is a verb alone: 排查 of 排查31万户 is 排查户数."""
    unit = this.quantity.unit
    verb = VERB.fullmatch(label)
    if verb and (head := _told_of(this)):
        return f"{label}{head}"
    return f"{label}{unit}数" if verb and unit in ("人", "户", "家", "件", "宗", "起", "辆", "台", "个") else label


def _told_of(this: Mention) -> str:
    """Return what the clause before a bare verb tells of: 渔港 of 渔港持续扩围，新增3个."""
    heads = (_STATE.match(trimmed(piece)) for piece in reversed(this.pieces[-WORD - 1 : -1]))
    return next((head["head"] for head in heads if head), "")


def clause(this: Mention) -> str:
    """Return the nearest clause before a quantity that names something, and does not only say who tells it."""
    said = (trimmed(piece) for piece in reversed(this.pieces[:-1]))
    return next((text for text in said if len(text) > 1 and not _TELLS.search(text)), "")
