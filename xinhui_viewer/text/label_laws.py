"""Name what a law sets: the act that a fine is for, and what a term or a limit is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from xinhui_viewer.text.label_mentions import Mention, Naming
from xinhui_viewer.text.label_words import WORD, shortened, trimmed

_FINE = re.compile("[^，。；]{0,6}罚款")
_IMPOSED = re.compile("^(?:可以?|应当)?(?:并|可)?处(?:以|罚款)?|处(?:以|罚款)?$|罚款|或者|或|由$")
_IMPOSING = re.compile("处|罚款|责令|没收|警告|予以|可以|由[^，]{2,30}(?:部门|机关|机构|政府)|情节")
_AGAINST = re.compile("违反[^，]{0,20}(?:规定|条例|办法)")
_NEXT_ACT = re.compile("、|或者?|的|规定")
# Words that what is forbidden begins with.
_ACTS = re.compile(
    "未|不(?![服当力足])|擅自|拒|妨碍|阻|无|违[法章规]|非法|逾期|超|越|以|用(?![者户水人电])|将|在|从事|进行|使用(?!者|单位)|生产(?!者|企业|单位)|销售(?!者|企业|单位)|经营|出售|收购|运输|储存|贮存|堆放|倾倒|"
    "排放|丢弃|抛|设置|安装|新建|建设|搭建|开采|采|挖|取土|砍|毁|损|破坏|污损|涂|刻|伪造|变造|转让|出租|出借|买卖|冒|虚|隐瞒|泄露|"
    "收取|提供|改变|移动|拆|占用|侵占|截留|挪用|参与|组织|举办|携带|饲养|印制|发布|播放|驾驶|停放|焚烧|燃放|捕|猎|屠宰(?![厂场])|加工|出口|"
    "进口|聘用|招用|克扣|拖欠|扣押|弄虚作假|骗|盗|造成|致使|利用|扰乱|侵害|干扰|应当"
)
_FAULT = re.compile("未|不(?![服当力足])|擅自|拒|超出|无证|违[法章规]|非法|逾期|虚|隐瞒|骗|伪造|变造|假冒")
_BROKEN = re.compile("违反[^，。；]{2,24}规定(?=[，的])")
_CUSTODY = re.compile("的?(?P<kind>行政拘留|拘留|有期徒刑|拘役|管制)")
_TO_WHOM = re.compile(
    "向[^，。、]{2,16}?(?:部门|机关|机构|政府)(?:或者[^，。、]{2,12}(?:部门|机关|机构))?(?=[^，。、]{4})"
)
_NOT_ALLOWED = re.compile("未(?:按照?规定)?经[^，。、]{2,30}?(?:批准|同意|许可)(?=[^，。、的]{4})")
_OMITTED = re.compile("(?:(?!违反).){0,16}(?:未|不(?![服当力足]))(?!.*规定$)")
_NATURE = re.compile(
    "(?:逾期|拒不)[^，。；]{0,8}$|(?:情节|造成|后果|未造成|尚未|尚不|未构成|构成犯罪|货值金额|没有造成|法律、|没有违法所得|有违法所得|违法所得)"
    "[^，。；]{0,20}$"
)
_WHOM = re.compile("对(?:直接负责的)?(?P<whom>个人|单位|[^，。的]{2,8}(?:人员|(?=(?:可以)?处$)))")
_WARNED = re.compile(
    "对(?P<whom>[^，。；]{2,60}?(?:人员|人|机构|单位|企业|公司))(?:给予警告|予以警告)[，,]?(?:可以?|应当|并)*处(?:以)?$"
)
_KIND_OF_ACT = re.compile("等([^，、等的]{2,8}行为)$")
_ACT = 24  # characters of an act that a fine or a term is for
_RECIPIENT = re.compile("[向到][^，。]{4,}?(?=申请|提出|提交|办理|报送|起诉|备案|递交|报告)")
_RECEIVED = re.compile("(?:收到|接到|受理)(?P<what>[^，。]{3,14}?)(?:之日|后)")
_TERM = 26  # characters of an act and what is to be done within a term
_SENTENCE = 240  # characters before a fine in which its act stands
_SINCE = re.compile("(?:之?日起|后|前|以前)的?$|^(?:自|从|在)|应当|可以|必须|在$")
_WITHIN = ("内", "之内", "以内", "前", "之前", "以前")
_BY_RULE = re.compile(
    "(?:依照|按照|根据|依据)(?:本[^，。]{1,6}第[^，。]{1,24}?|[^，。]{0,12}?)规定(?=$|[^条的标，。、]{4})"
)
_NEXT = re.compile("^(?:[之以]?[内前])?[，,]")
_DEED = 24  # characters of what is to be done within a term
_BY = re.compile("(?:按照?|以|计算)$")
_RECKONED = re.compile("[^，。；]{0,4}计算")
_OUGHT = re.compile("应当|可以|必须|不得|自|在|从|由|须")
_BASED = re.compile("根据|按照|参照|依照|应当|可以|以|由|按")
_GIVING = re.compile("作出|提出|给予|进行|办理|出具")
_COUNTED = {"年": "年限", "个月": "月数", "日": "天数", "天": "天数"}


def is_fine(this: Mention) -> bool:
    """Return whether a quantity is a fine, in money or in times of a gain."""
    return this.kind in ("money", "quantity", "percent") and (
        _FINE.match(this.behind) is not None or "罚款" in this.own
    )


def fine(this: Mention) -> Naming:
    """Return the act that a fine is for, and whom it meets where the clause says so: 对单位, 每吨."""
    own = _IMPOSED.sub("", _IMPOSED.sub("", this.own)).strip()
    done = _condition(this, most=_ACT) or _rule_broken(this)
    if own.startswith("每"):
        each = len(own) <= WORD + 1 and len(done) + len(own) <= _ACT  # 每具, and not 每吨袋装水泥
        return Naming(f"{done if each else ''}{own}罚款", this.before.subject)
    of = own if own.startswith("违法") or (this.kind == "percent" and own.endswith(("额", "所得", "款", "值"))) else ""
    whom = _whom(this)
    return Naming(f"{done}{of}{'对' + whom if whom else ''}罚款", this.before.subject)


def _rule_broken(this: Mention) -> str:
    """Return the rule that a fine is for breaking, where no act is told: 违反本条例第三十五条规定."""
    found = _BROKEN.search(this.sentence, max(0, this.quantity.start - _SENTENCE), this.quantity.start)
    return found[0] if found else ""


def is_custody(this: Mention) -> bool:
    """Return whether a time is one of custody: 处五日以下拘留, 三年以下有期徒刑."""
    return this.kind == "duration" and _CUSTODY.match(this.behind) is not None


def custody(this: Mention) -> Naming:
    """Return the act that custody is for, and which custody: 泄露国家秘密行政拘留."""
    kind = _CUSTODY.match(this.behind)
    return Naming(f"{_condition(this, most=_ACT)}{kind['kind'] if kind else ''}", this.before.subject)


def _whom(this: Mention) -> str:
    """Return whom a fine meets: of the clause itself, else of the one with 对 before: 对甲的董事给予警告，处三万元."""
    near = _WHOM.search(this.pieces[-1])
    if near:
        return near["whom"]
    begin = max(0, this.quantity.start - _ACT * 4)
    told = _WARNED.search(this.sentence, begin, this.quantity.start)
    return re.split("和(?:其他)?|、", told["whom"].rpartition("的")[2])[-1] if told else ""


def is_reckoned(this: Mention) -> bool:
    """Return whether a law reckons with a time: 按二十年计算, 计算二十年."""
    by = _BY.search(this.pieces[-1].strip()) is not None
    return this.kind == "duration" and by and ("计算" in this.pieces[-1] or _RECKONED.match(this.behind) is not None)


def reckoned(this: Mention) -> Naming:
    """Return what a law reckons with a time: 残疾赔偿金计算年限."""
    of = _condition(this, most=_ACT) or _topic(this)
    return Naming(f"{of}计算{_COUNTED.get(this.quantity.unit, '期限')}", of)


def is_term(this: Mention) -> bool:
    """Return whether a time is one within which something is to be done: 之日起十五日内申请复议."""
    text = this.sentence[this.quantity.start : this.quantity.end]
    bounded = text.endswith(_WITHIN) or this.behind.startswith(_WITHIN)
    return this.kind == "duration" and bounded and _SINCE.search(this.pieces[-1].strip()) is not None


def term(this: Mention) -> Naming:
    """Return what is to be done within a time, and by whom or when: 复议机关作出复议决定期限."""
    deed = _deed(this)
    who = _OUGHT.split(trimmed(this.pieces[-1]), maxsplit=1)[0]
    received = _RECEIVED.search(this.pieces[-1])
    if received and deed.startswith("进行") and WORD < len(deed) <= 2 * WORD:  # 自收到评价报告之日起十五日内进行审定
        deed = f"{deed[WORD:]}{received['what']}"
    of = _condition(this, most=_ACT)
    if len(of or who) + len(deed) > _TERM:  # 申请复议 of 向作出决定的机关申请复议
        deed = _RECIPIENT.sub("", deed)
    if not of or len(of) + len(deed) > _TERM:
        of = "" if who in ("当事人", "对方") or len(who) + len(deed) > _TERM else who
    return Naming(f"{of}{deed}期限", this.before.subject)


def _deed(this: Mention) -> str:
    """Return what is to be done within a time, in at most _ACT characters."""
    deed = _BY_RULE.sub("", re.sub("^(?:[之以]?[内前])", "", this.phrase))
    if not deed:  # 十五日内，向登记机关办理注销
        deed = _NEXT.sub("", this.sentence[this.quantity.end : this.quantity.end + 2 * _DEED])
        deed = re.split("[，。；;\n]", deed, maxsplit=1)[0]
    deed = _RECIPIENT.sub("", deed) if len(deed) > _ACT else deed
    deed = _core(deed) if len(deed) > _ACT and "的" in deed else deed
    if len(deed) <= _ACT:
        return deed
    first = re.split("或者|、|并", deed, maxsplit=1)[0]
    return first if WORD**2 <= len(first) <= _ACT else deed[:_ACT]


def _core(deed: str) -> str:
    """Return the last words of a long deed, with their verb: 作出决定 of 作出准予登记或者不予登记的决定."""
    before, _, last = deed.rpartition("的")
    verb = _GIVING.findall(before)
    return f"{verb[-1]}{last}" if verb and len(last) <= WORD**2 else last


def _condition(this: Mention, most: int) -> str:
    """Return the last condition before a quantity in its sentence: of 对决定不服的，… the words before 的.

    A law that puts no 的 behind it has the act in the last clause before those of who imposes what.
    """
    begin = max(0, this.quantity.start - _SENTENCE)
    clauses = re.split("[，。；;\n]", this.sentence[begin : this.quantity.start])[:-1]
    acts: Sequence[str] = _acts(clauses) or (_plain_acts(clauses) if is_fine(this) else []) or _ended(clauses)
    acts = _omissions(acts, clauses) if is_fine(this) else acts
    found = trimmed((acts or [""])[-1]).removeprefix("当事人")
    kind = _KIND_OF_ACT.search(found)
    found = kind[1] if kind else _TO_WHOM.sub("", _BY_RULE.sub("", _NOT_ALLOWED.sub("未经批准", found)))
    return found if len(found) <= most else _last_act(found, most)


def _omissions(acts: Sequence[str], clauses: Sequence[str]) -> Sequence[str]:
    """Return the acts, of one that is no fault what was omitted before it: 未采取措施，防止扬尘的."""
    if not acts or _FAULT.search(acts[-1]) or _NATURE.match(acts[-1]) or acts[-1] not in clauses[1:]:
        return acts
    before = clauses[clauses.index(acts[-1]) - 1]
    return [before] if _OMITTED.match(before) and not _IMPOSING.search(before) else acts


def _acts(clauses: Sequence[str]) -> list[str]:
    """Return the clauses that 的 ends and that are no law's name and no circumstance."""
    said = _ended(clauses)
    return [clause for clause in said if not _NATURE.match(clause) and not clause.strip().startswith("违反")]


def _ended(clauses: Sequence[str]) -> list[str]:
    return [clause for clause in clauses if clause.endswith("的")]


def _plain_acts(clauses: Sequence[str]) -> list[str]:
    told = (clause for clause in takewhile(_is_no_order, clauses) if not _IMPOSING.search(clause))
    return [clause for clause in told if not _NATURE.match(clause) and not _AGAINST.search(clause)]


def _is_no_order(clause: str) -> bool:
    """Return whether a clause stands before those of who orders what: 责令改正，消除污染."""
    return re.match("由[^，]{2,40}(?:部门|机关|机构|政府)|责令|应当责令|限期|吊销|强制|没收|给予警告", clause) is None


def _last_act(condition: str, most: int) -> str:
    """Return the last act of a long condition that lists several, else its last words."""
    parts = (condition[match.end() :] for match in _NEXT_ACT.finditer(condition))
    acts = [part for part in parts if WORD**2 <= len(part) <= most and _ACTS.match(part)]
    faulty = list(filter(_FAULT.search, acts))
    if faulty or _FAULT.search(condition) is None:
        acts = faulty or acts
        return acts[0] if acts else _from_fault(condition, most) or shortened(condition[-most:])
    return _from_fault(condition, most) or (acts or [shortened(condition[-most:])])[0]


def _from_fault(condition: str, most: int) -> str:
    """Return a condition from its fault on, the first of a list when it is long; empty when that is too long."""
    start = _FAULT.search(condition) or _ACTS.search(condition)
    whole = condition[start.start() :] if start else condition
    first = re.split("、|或者", whole, maxsplit=1)[0]
    found = whole if len(whole) <= most else first
    return found if WORD**2 <= len(found) <= most else ""


def _topic(this: Mention) -> str:
    """Return the subject that the sentence begins with: 残疾赔偿金 of 残疾赔偿金根据丧失劳动能力程度."""
    begin = re.split("[，。；;\n]", this.sentence[:_SENTENCE], maxsplit=1)[0]
    topic = _BASED.split(trimmed(begin), maxsplit=1)[0]
    return topic if WORD <= len(topic) <= _ACT else ""
