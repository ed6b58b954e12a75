"""Rules for numbers with a unit that state no quantity; the first that fits decides, without one it is a quantity."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from xinhui_viewer.records import Approximation
from xinhui_viewer.text.numerals import DIGITS
from xinhui_viewer.text.quantity_names import begins_place, is_train

Sort = Literal["count", "money", "percent", "points", "times", "measure", "duration", "rank"]

NEAR = 6  # characters before a number that show its nature
FAR = 12  # and behind it: 15分钟社区养老服务圈
_FIRST_YEAR = 1000  # 年 behind a smaller number counts years; from this number on it names a year
_WITHIN = ("内", "之内", "以内")
_BOUNDS = ("以上", "以下")
_CALENDAR = ("年", "周", "个月", "日")  # units that name a time as often as they measure one
_CLOSED = re.compile(r"[，。；、,;）)\s的]|$")
_STRUCTURE = re.compile(
    r"(?:大)?(?:方面|阶段|层面|部分|环节|板块|维度|大局|大事|确立|毫不动摇|结合|循环|百年|坚持|维护|意识|自信|确保|转变|聚焦|更加|关键|小组|一批|步骤|重点|班子|规定|数字|字|曲|姿势|月(?=[，。、的来]))"
)
_PASSING = re.compile(r"(?:前|近|过去|未来|最近|今后|此后|之后|后|每|每隔|不同|这|那|该|头|满|按|逐|今明|明后|日）)$")
_LASTING = re.compile(
    r"(?:连续|历时|历经|为期|长达|延长|缩短|提前|推迟|晚|早|持续|用时|时长|满|达|不少于|不超过|超过|期限为?|保存|处|压缩到?|缩减到?|至|有效期为?|罚|各|于|结束)了?$"
)
_ONE_OF = re.compile("[前每第届同兑]$")
_ORDINAL = re.compile("(?:[每第]|(?<!提)前)$")
_SOME = re.compile("[几数]$")
_IDIOM = re.compile("[口人]之家|条线(?![路索缆材])|条腿走路|(?:个市场、?两)?种资源|手[抓硬]")
_RATIO = re.compile(r"[:：]\d")
_ORDINAL_ON = re.compile(r"第[\d一二三四五六七八九十、至到和]{1,5}[至、到和]$")  # 第一至三项, 第四、五、六项
_COUNTED_CLASS = re.compile("的[^，。；、\\d]{2,8}(?:[近超约]|\\d|百余)")
_SEXES = re.compile("[男女]子$")  # 女子500米
_CONTEST = re.compile(
    "(?:个人|[单双四]人|混合|团体)?(?:接力|计时|全能|竞速|障碍|[自蝶仰蛙混][由合]?泳|短道|速滑|栏)|板|台跳"
)
_CIRCLE = re.compile("[\u4e00-\u9fff“”]{0,10}圈")  # 15分钟生活圈: a name
_SERVED = re.compile("[\u4e00-\u9fff]{0,4}(?:服务|过境|不间断|值班|值守|热线|营业|在线|开放|运转|供应|接诊|待命)")
# Of 十种有色金属产量5万吨 the kinds are a name.
_MEASURED = re.compile("[\u4e00-\u9fff]{1,8}(?:产量|销量|产值|价格|收入|增加值)")
_DOING = re.compile(
    "(?:培育|引进|引育|新增|建成|建设|新建|改建|打造|完成|组织|开展|举办|发展|改造|发放|孵化|创建)(?:[出了成]|培育)?$"
)
_AGED = re.compile("(?:寿命|年龄)[^，。；、每]{0,4}$|计算至$")
_BODY = re.compile(r"合议庭|制(?![造作定])|小组|[篮足排]球")  # 七人合议庭, 三人小组: a name
_NAMING = ("来", "前", "后", "间", "多来", "级", "行动", "计划", "规划", "期", "度", "龄", "代")


class Mention(NamedTuple):
    """A number with its unit where a text writes it: the evidence that rules judge by.

    ``match`` has the groups before, second and unit; ``first`` is the number as it is written, of a range the first,
    and ``value`` its value; ``limit`` is the word behind that limits it (以上, 以内), or empty; ``before`` and
    ``behind`` are the few characters on either side.
    """

    match: re.Match[str]
    first: str
    value: float
    unit: str
    sort: Sort
    approx: Approximation
    limit: str
    before: str
    behind: str
    legal: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the mentions it fits, and whether those count something."""

    name: str
    fits: Callable[[Mention], bool]
    counts: bool = False


def rule(mention: Mention) -> Rule | None:
    """Return the rule that decides about a mention; without one it counts."""
    idiom = None if mention.first[0].isdecimal() else _fitting(IDIOM_RULES, mention)
    return idiom or _fitting(DURATION_RULES if mention.sort == "duration" else COUNT_RULES, mention)


def _fitting(rules: tuple[Rule, ...], mention: Mention) -> Rule | None:
    for row in rules:
        if row.fits(mention):
            return row
    return None


def counts(mention: Mention) -> bool:
    """Return whether a mention states a quantity."""
    decided = rule(mention)
    return decided is None or decided.counts


def _is_digits(mention: Mention) -> bool:
    first = mention.first
    return first == "零" or (len(first) > 1 and all(sign in DIGITS for sign in first))


def _is_again(mention: Mention) -> bool:
    return mention.first == "二" and mention.unit == "次"


def _is_scale_alone(mention: Mention) -> bool:
    return mention.first[0] in "百千万亿" and mention.approx == "exact"


def _is_article(mention: Mention) -> bool:
    """Return whether a number is 一个 in the sense of "a", not "one"."""
    # 一个多月 is more than a month, 一个多极化的格局 one of many poles.
    plain = mention.approx == "exact" or mention.limit == "多"
    one = mention.first == "一" and plain and not mention.match["second"]
    return one and mention.sort in ("count", "times", "money")


def _is_year(mention: Mention) -> bool:
    return mention.match["unit"] == "年" and mention.value >= _FIRST_YEAR


def _is_day_of_month(mention: Mention) -> bool:
    if mention.match["unit"] != "日" or mention.limit in (*_WITHIN, *_BOUNDS):
        return False
    return not mention.legal or mention.before.rstrip().endswith("月")


def _is_term(mention: Mention) -> bool:
    """Return whether a law sets a time, 按二十年计算: it names none and recounts none."""
    named = _ORDINAL.search(mention.before) is not None or mention.match["before"] == "近"
    return mention.legal and not named and not _names(mention)


def _names(mention: Mention) -> bool:
    return mention.behind.startswith(_NAMING) and not mention.behind.startswith("前")


def _is_circle(mention: Mention) -> bool:
    return _CIRCLE.match(mention.behind) is not None


def _is_open_all_day(mention: Mention) -> bool:
    return mention.unit == "小时" and _SERVED.match(mention.behind) is not None


def _is_term_before(mention: Mention) -> bool:
    return _passes(mention) and mention.legal and mention.limit != "" and mention.behind.startswith("前")


def _passes(mention: Mention) -> bool:
    near = mention.match["before"] == "近" and not mention.before.endswith("原来的")
    near = near or _PASSING.search(mention.before) is not None
    return near or _is_some(mention) or mention.behind.startswith(_NAMING)


def _is_some(mention: Mention) -> bool:
    """Return whether a number is vague, 数十; in digits (人数3人) it is not."""
    return not mention.first[0].isdecimal() and _SOME.search(mention.before) is not None


def _is_years_ahead(mention: Mention) -> bool:
    return mention.match["unit"] == "年" and mention.limit in _WITHIN and not mention.legal


def _is_limited(mention: Mention) -> bool:
    return mention.limit in (*_WITHIN, *_BOUNDS)


def _lasts(mention: Mention) -> bool:
    return mention.match["before"] is not None or _LASTING.search(mention.before) is not None


def _is_calendar(mention: Mention) -> bool:
    return mention.match["unit"] in _CALENDAR


def _is_body(mention: Mention) -> bool:
    return mention.unit == "人" and _BODY.match(mention.behind) is not None


def _is_one_of(mention: Mention) -> bool:
    return mention.match["before"] is None and (_ONE_OF.search(mention.before) is not None or _is_some(mention))


def _is_class_over(mention: Mention) -> bool:
    """Return whether a sum bounds a class that is counted: 超10亿元的强镇450个."""
    over = mention.match["before"] in ("超", "超过") and mention.sort == "money"
    return over and not mention.legal and _COUNTED_CLASS.match(mention.behind) is not None


def _is_contest(mention: Mention) -> bool:
    contest = _SEXES.search(mention.before) is not None or _CONTEST.match(mention.behind) is not None
    return mention.unit in ("米", "公里") and contest


def _is_place(mention: Mention) -> bool:
    whole = len(mention.first) == 1 and mention.approx == "exact" and not mention.match["second"]
    return whole and begins_place(mention.unit, mention.behind)


def _is_kinds(mention: Mention) -> bool:
    kinds = mention.unit in ("种", "类") and not mention.first[0].isdecimal()
    return kinds and _MEASURED.match(mention.behind) is not None


def _is_part_of_thing(mention: Mention) -> bool:
    """Return whether a decimal begins a sentence and counts things that are whole: a numbered clause, 2.3本工程."""
    return (
        mention.sort == "count"
        and mention.unit != ""
        and "." in mention.first
        and mention.match.start() == 0
        and not mention.match["first_fold"]
    )


def _is_class_of_size(mention: Mention) -> bool:
    return mention.sort == "measure" and mention.behind.startswith(("级", "火炮", "榴弹炮", "炮弹", "迫击炮"))


def _is_age(mention: Mention) -> bool:
    return mention.unit.endswith("岁") and _AGED.search(mention.before) is None


def _is_range_of_place(mention: Mention) -> bool:
    return mention.sort == "measure" and (mention.limit in ("内", "之内") or mention.behind.startswith("范围内"))


def _is_bound(mention: Mention) -> bool:
    return mention.limit in _BOUNDS and not mention.legal and not mention.match["second"]


def _is_bound_of_done(mention: Mention) -> bool:
    return _is_bound(mention) and mention.sort == "count" and _DOING.search(mention.before) is not None


def _is_closed_bound(mention: Mention) -> bool:
    return _is_bound(mention) and _CLOSED.match(mention.behind) is not None


def _is_structure(mention: Mention) -> bool:
    digits = mention.first[0].isdecimal()
    counted = digits and mention.behind.startswith("重点")  # 10项重点事项 are things
    named = not digits and mention.behind.startswith("原则")  # 五项原则: a name
    return named or (not counted and _STRUCTURE.match(mention.behind) is not None)


def _is_some_day(mention: Mention) -> bool:
    return mention.first + mention.unit in ("一天", "一年") and mention.before.endswith(("有", "的"))


IDIOM_RULES = (  # for numerals in Han alone
    Rule("digits in a row, 二〇二一", _is_digits),
    Rule("二次, again", _is_again),
    Rule("a scale alone, 千家万户", _is_scale_alone),
    Rule("一个, an article", _is_article),
    Rule("the name of a place, 五台山", _is_place),
    Rule("an idiom, 三口之家", lambda mention: _IDIOM.match(mention.unit + mention.behind) is not None),
)
DURATION_RULES = (
    Rule("同一天, the same", lambda mention: mention.before.endswith("同")),
    Rule("some day, 总有一天, 最热的一天", _is_some_day),
    Rule("a year of the calendar", _is_year),
    Rule("a day of the month", _is_day_of_month),
    Rule("a name by its reach, 15分钟生活圈", _is_circle),
    Rule("a service by its hours, 24小时值班", _is_open_all_day),
    Rule("a term that a law sets, 七日以前", _is_term_before, counts=True),
    Rule("a term of a law, 按二十年计算", _is_term, counts=True),
    Rule("a time that passes or names, 近五年, 五年规划", _passes),
    Rule("a time to come, 两年内", _is_years_ahead),
    Rule("a limit, 七日内", _is_limited, counts=True),
    Rule("a time that lasts, 连续八年", _lasts, counts=True),
    Rule("a point in time, 三年", _is_calendar),
)
COUNT_RULES = (
    Rule("a body by its size, 七人合议庭", _is_body),
    Rule("one of a series, 每户, 同一批", _is_one_of),
    Rule("a class by its sum, 超10亿元的强镇450个", _is_class_over),
    Rule("an ordinal that goes on, 第一至三项", lambda mention: _ORDINAL_ON.search(mention.before) is not None),
    Rule("a contest by its length, 女子500米", _is_contest),
    Rule(
        "a train or flight by its number, 75052次列车",
        lambda each: each.unit == "次" and is_train(each.before, each.behind),
    ),
    Rule("a numbered clause, 2.3本工程", _is_part_of_thing),
    Rule("a class by its size, 4000吨级", _is_class_of_size),
    Rule("an age that bounds a class, 60岁以上老人", _is_age),
    Rule("kinds that name what is measured, 十种有色金属产量", _is_kinds),
    Rule("a place by its distance, 百米之内", _is_range_of_place),
    Rule("a bound that ends a phrase, 80%以上，", _is_closed_bound, counts=True),
    Rule("a bound of what was done, 培育出5家以上企业", _is_bound_of_done, counts=True),
    Rule("a class by its bound, 6级以上大风", _is_bound),
    Rule("a figure of speech, 三方面", _is_structure),
    Rule("a ratio, 3:1", lambda mention: _RATIO.match(mention.behind) is not None),
    Rule("a rate, 1美元兑157日元", lambda mention: mention.value == 1 and mention.behind.startswith("兑")),
)
