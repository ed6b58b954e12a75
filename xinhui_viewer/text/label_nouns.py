"""The noun behind a number: the thing that it counts, without the words that only say of what sort that is."""

from __future__ import annotations

import re
from functools import lru_cache

from xinhui_viewer.text.label_forms import VERB

_WORD = 2  # characters that mean something by themselves
_LISTED = 8  # characters of another thing of a list that one number counts
# Words for an extent, which may stand before another number within what one number counts: 13列时速120公里的列车.
BY_EXTENT = re.compile(
    "、?(?:设计|最高|最大|总)*(?:时速|全长|长度?|重量?|直径|口径|高度?|宽度?|深度?|价值|投资|面积|建筑面积|装机容量|容量|有效期|年产|载重|吨位|海拔)[约近达超过为]*"
)
STOPS = "，。；,;：:！？!?\n（）()、"
_NOUN = re.compile(
    rf"[^{STOPS}\d]+?(?=[{STOPS}\d]|(?<=....)和(?![^{STOPS}]{{1,8}}(?:[{STOPS}]|$))|和(?=[数几])|及(?!以上)|以及|并|(?<!存)在|从|被(?![俘困害告扶保褥征])|通过|集中(?=[签亮展上开发出])|激烈|齐聚|欢聚|进行|正(?=[在向])|就(?=[带有能可要把将已])|日前|近日|联合(?=[印发举主开])|中?已(?=[\u4e00-\u9fff])|(?<![日年月人户平])均(?![衡价等线匀])|都(?![市会江城])|既(?!定)|组织(?=开展|实施|举办)|集体(?=[亮出参登合公])|(?<!不)可以?(?=[由免享凭在从直获达被自同])|依法|(?<=..)(?:闭幕|开幕|落幕|举行)|带领|绽放|盛开|次第|竞相|争相|还(?![款贷])|陆续|相继|迎春|同时|同步|获奖|投入|分别|签署|签订|列[为入]|(?<!内)需(?![求要])|坚持|亮相|入选|参加|实现|累计|自发|分布|将|(?<![收荣])获|加以|予以|全部|完成|吸引|助力|推动|带动|支持|位于|来自|开展|实施|深入|正式|圆满|前来|作为|分赴|赴|围绕|聚焦|"
    "(?<!认)(?<!成)为|以(?!上|下)|(?<![应面针绝校反])对(?![接外口话标手象])|向|给|发出|免费|提供(?!商)|手握|拥有|帮助|用于|进入|或者|$)"
)
# What 30个国家和地区的代表 counts stands before 的, of 40名受伤的学生 behind it.
COUNTED = re.compile(
    "(?!来自)[\u4e00-\u9fff]{0,8}"
    "(?:国家|地区|省份|城市|区县|县区|市县|乡镇|部门|单位|企业|机构|代表团|政党|组织|公司|集团|学校|高校|医院|社区|园区|家庭|"
    "媒体|协会|行业|领域|线路|港口|小区|村庄|基地|岛礁|指数|省|州|[^目]市|[^各]县|[^地]区|镇)(?=的)"
)
# Places and institutions that one number counts together: 154个国家、地区和国际组织的来宾.
_COUNTED_ROW = re.compile(rf"(?:[\u4e00-\u9fff]{{2,6}}、)+[\u4e00-\u9fff]{{2,6}}(?:和|及|以及){COUNTED.pattern}")
# Of people the noun ends what the words behind their number say: 60位邻国及岛国的国家领导人.
_PEOPLE = re.compile(
    rf"[^{STOPS}\d和及]{{2,8}}(?:和|及|以及){COUNTED.pattern}的(?P<who>[\u4e00-\u9fff]{{0,4}}?(?:领导人|负责人|官员|代表|嘉宾|来宾|成员|专家|学者|选手|运动员|企业家|艺术家|客商|使节|政要))"
)
# Words that only say of what sort a thing is: 两个独立的委员会, 144个千姿百态、风光各异的湖泊.
_SORT = re.compile(
    "(?:独立|全新|崭新|不同|重要|有限|专门|固定|完整|典型|普通|特殊|具体|优秀|年轻|[\u4e00-\u9fff]{4}、[\u4e00-\u9fff]{4}|[\u4e00-\u9fff]{3,8}、[\u4e00-\u9fff]{2,6}[强高大好优出显特明善进富样异定实著先全美])的(?=[^，。；、]{2})"
)
_EXAMPLES = re.compile(
    "(?:[^，。；、的向对在于从到给\\d]|对(?=[接话外口])){2,8}(?<![高中初上平均相同])等(?=[^级离同候额效，。；、的]{2})"
)  # of 推介等活动
# Of 65岁以上老年人 the noun is 老年人.
_BOUND_OF_CLASS = re.compile(
    r"^\d+(?:[—～-]\d+)?[万亿]?(?:周?岁|平方米|元|千伏|公里|吨级|级)(?:及?以[上下])?的?(?=[\u4e00-\u9fff])"
)
MEASURED = re.compile(
    "(?P<of>.{2,}?)的?(?:平均|累计|人均|日均|年均|同比|环比|商品价格|价格|客流量|用户总?数|消费总?额|销售总?额|交易总?额|成交总?额|蓄水总?量|空气质量|"
    "发电量|用电量|吞吐量|收购量|进出口|出口|产量|产值|营业收入|营收|收入|票房|[\u4e00-\u9fff]{2}率|死亡病例|实际使用外资).*"
)
_MODEL = re.compile(r"(?<=[A-Za-z\-－—])\d+")  # of 2架米-8直升机
_HIDDEN = 0xE100  # where digits of a model are put, so that they end no noun
_SHOWN = {_HIDDEN + ord(digit): digit for digit in "0123456789"}
ASIDE = re.compile("^[（\ue000][^）\ue001]{1,8}[）\ue001]次?")  # 200台（套）水泵, 9800万架（艘）次
_EDITION = re.compile(r"^(?:\d{4}年(?:度|版)?)?(?:第[\d一二三四五六七八九十百]{1,4}[届次期批])?(?=[^\d，。；、])")
_RUNNING_ON = re.compile("共同|[的了对将就在把被]")  # words behind which a noun that is cut has ended
_GROUND = re.compile(
    "的?(?:基础上|背景下|前提下)$|的(?:同时|过程中|情况下|前提下)$|(?:仅能?|只能|能够|可以|[均都]已|已经|今天|昨天|日前|近日|集中)$|(?<=..)(?:(?<!其)中|(?<![国境室海校市省县区])内)$"
)
_ABOUT = re.compile(
    "(?:来自(?![^，。；、]*(?:国家|地区)的)|针对|关于|有关|参与|与|从事|具有|涉及|符合|身患|持有)[^，。；、]*的(?=[^，。；、]{2})"
)
_NO_NOUN = re.compile(
    "的?(?:时间[里内中]|同时|基础上|背景下|过程中|情况下|前提下)|共(?![识同产青享建和])|[ \u3000]|"  # a blank
    "的?(?:历史|阶段性?|同期|年内|近期)*(?:新高|新低|高位|低位|高点|低点|[高低]?水平)"
    "(?:[上下]?(?=[，。；、])|$)"  # how high it is
)
_CONJUNCTION = re.compile(
    r"[\s、]*(?:兑|或者|或|和(?![平谐解美])|及|以及|并|且|与(?![^，。、]{1,8}的|会)|[至到](?=[\s\d一二三四五六七八九十百千万])|，|。|；)"
)


@lru_cache(256)
def noun(behind: str, following: str, counts: bool) -> str:
    """Return the word that the words ``behind`` a number begin with; empty when there is none.

    ``following`` is the character after them where they are cut; one number ``counts`` several things of a list.
    """
    if _CONJUNCTION.match(behind) or _NO_NOUN.match(behind):
        return ""
    behind = _MODEL.sub(_hidden, behind)
    return _noun(behind, following, counts).translate(_SHOWN)


def _hidden(digits: re.Match[str]) -> str:
    return "".join(chr(_HIDDEN + ord(digit)) for digit in digits[0])


def _noun(behind: str, following: str, counts: bool) -> str:
    said = _without_sort(ASIDE.sub("", behind).lstrip().removeprefix("的").lstrip())
    match = _NOUN.match(said)
    if match is None:
        return ""
    if match.end() == len(said) and following and following not in STOPS:
        return _RUNNING_ON.split(match[0], maxsplit=1)[0]
    if counts and (row := _COUNTED_ROW.match(said)):
        return row[0]
    if counted := COUNTED.match(match[0]):
        return counted[0]
    if counts and (further := _further(said[match.end() :])):
        return match[0] + further
    return _GROUND.sub("", match[0]).rstrip("的了和及与").removeprefix("是")


def people(behind: str) -> str:
    """Return the people that end a phrase which joins several of whom they are; empty when it tells of none."""
    found = _PEOPLE.match(behind)
    return found["who"] if found else ""


def without_measure(noun: str) -> str:
    """Return a noun without what the next number measures of it: 10个商圈 of 10个商圈客流量增长5%."""
    found = MEASURED.match(noun)
    return found["of"] if found else noun


def _without_sort(said: str) -> str:
    """Return the words behind a quantity without those that only say of what sort its noun is: 65岁以上, 独立的."""
    said = _BOUND_OF_CLASS.sub("", _EDITION.sub("", said))
    for attribute in (_SORT, _ABOUT, _EXAMPLES):
        said = said[match.end() :] if (match := attribute.match(said)) else said
    return said


def _further(said: str) -> str:
    """Return the rest of a list of what is counted: 、引航员 of 20名护林员、引航员获奖."""
    if not said.startswith("、") or (rest := _NOUN.match(said[1:])) is None:
        return ""
    ended = said[1 + rest.end() :][:1] != "" and not said[1 + rest.end() :][:1].isdecimal()
    return f"、{rest[0]}" if ended and _WORD < len(rest[0]) <= _LISTED and not VERB.match(rest[0]) else ""
