"""The forms of labels that are sure to say what their numbers are, each told by the label, its number and its kind.

Of labels of drawn figures that were judged before the forms were mended by them 219 of 240 were right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from xinhui_viewer.text.changes import CHANGE
from xinhui_viewer.text.label_forms import DOING

LENGTH = re.compile("(?<!方)米(?:以[上下内]|左右)?$")
_SHORTEST = 4  # characters of a label
# What a label measures, at its end.
_MEASURE = re.compile(
    "(?:国内生产总值|生产总值|总产值|增加值|产值|总值|进出口[总数]?[额量值]?|出口[总数]?[额量值]?|进口[总数]?[额量值]?|"
    "营收|[\u4e00-\u9fff]{2}率|比率|指数|占比|比重|比例|份额|增速|(?:零售|销售|营业|可支配|业务|财政|预算|税收)?(?:收入|支出|利润)|税收|"
    "(?:零售|销售|成交|交易|合同|货值|融资|投资|贷款|存款|保费|中标|贸易|消费|补贴|债务|担保)?(?:总额|金额|余额|额|规模)|"
    "(?:固定资产|实际)?(?:投资|使用外资)|贷款|存款|融资|债券|消费|资金|损失|成本|造价|票房|债务|顺差|逆差|水位|偿付能力|进度|价格|均价|设计速度|最高速度|GDP|PMI|"
    "(?:发电|用电|装机|供水|用水|取水|蓄水|交易|成交|销售|订单|完工|订购|收购|接待|客流|游客|旅客|流动|货物吞吐|吞吐|货运|客运|运输|运|快递业务|业务|产|销|出货|保有|储|排放|利用|需水|供应|需求|总|数|[\u4e00-\u9fff])?量|"
    "(?:种植|播种|占地|建筑|规划|覆盖|造林|总)?面积|(?:营业|运营|通车|总)?里程|(?:装机|总)?(?:容量|装机)|产能|单产|亩产|"
    "(?:死亡|受伤|就业|参保|参加|观看|用户|患病|从业)?(?:人数|户数|起数|件数)|总数|总量|人次|时速|接处警|警情|(?<![个户家件宗辆台起])数)"
    "(?:（[^（）]{1,8}）)?(?:完成|实现|累计)?$"
)
_LAST = frozenset("收值口额量率数比重例份速入出润税模资款融券金失本价房PIM积程量能产次时警情务位力度机）)成现计")
_WEAK = re.compile(
    "(?:预计|平均|日均|年均|月均|人均|户均|累计|总|全(?![区县市省国镇乡村州旗球社行港])|单日|当日|日|年|月|设计|此次|本次|本期|该|其|市场|实际|实现|完成|达到|新|共|一期|二期|整体|总体|全年|最|各|的)*"
)
_SIDE = re.compile(
    "(?:全长|总长|长度|长|宽度|宽|高度|高|深度|深|口径|直径|海拔|潮高|积雪深度|公路|大桥|隧道|航道|管道|渠道|堤防|铁路)$"
)
_CARRIED = re.compile("(?:接待|发送|运送|进出|参观).{0,4}人次$")  # by whom
_BY = re.compile("(?:增速|增幅)?(?:占到?|高于|低于|快于|好于)(?=..)")
_SO_MUCH = re.compile("且|超过|低于|不足|占(?!地面|地$)")  # what a rule bounds
_WHOLE = re.compile(
    "(?:全[国省市县区镇乡村州]|我[国省市县区])(?!各|[^，。、的]{0,4}(?:实现|完成|建成|[将对把向与])|人大代表|地区|省份|城市|企业|项目)[^，。、的]{3,9}(?<![已就都均在数])"
)
_CUSTODY = re.compile("(?<!下列情形之一)(?<!犯罪)(?:行政拘留|有期徒刑|拘役|管制|(?<!行政)拘留)$")
_OFTEN = re.compile(
    ".{2,14}(?:考察|调研|访问|出访|主持|召开|举行|参加|出席|会见|通话|发射|出舱|袭击|空袭|打击|巡逻|演习|发生|发布|列为|入选|获评|会晤|致辞)"
)
_WENT_ON = re.compile(
    ".{2,14}(?:返乡|参会|与会|参赛|参展|参加.{2,10}|出席.{2,8}|复工|投产|开工|获奖|落地|落户.{0,8}|通车|上市|开业|挂牌|"
    "入选.{2,10}|签约|上岗|回国|停运|取消|延误|受阻|中断|关闭|停课|通航|建成|投运|投用|竣工|完工|脱贫|欢聚一堂.{0,6}|收官|持续改善|"
    "激烈比拼|同步腾空|在轨驻留|发动进攻|发起袭击|坚守.{2,6}|出入境|来自(?:国家|国家和地区|省市?|地区))$"
)
_SHARE = re.compile("(?:占比|比重|份额|贡献率)$")
_SAID = 6  # characters that say whose share of what it is
_ANY_EVENT = re.compile("^(?:本[次届])?(?:活动|会议|展会|大会|论坛|访问|仪式|展览|比赛|赛事)为期$")
# Of such a measure nothing says which they are.
_GENERIC = re.compile(
    "省份|城市|企业|项目|产品|公司|地区|国家|航线|线路|商品|单位|部分|新增|行业|小类|行业小类|大类|领域|市区|县区"
)
# What two characters name well enough; of 15 others 4 were wrong.
_OWNER = re.compile(
    "[我全].|粮食|网上|民航|铁路|公路|水路|登记|居民|农民|城镇|农村|旅游|服务|货物|工业|农业|常住|森林|保险|快递|外贸|生产"
)
_NO_DEEDS = ("服务", "发展", "货物运输", "消费")
_OF_WHAT = re.compile("[量额](?:占比|比重|比例|份额)$|^.{1,3}总[量数]$")  # whose share, the total of which
_UNSAID = (_SO_MUCH, _CARRIED, _OF_WHAT)
_RANKED = re.compile("(?:位居|位列|名列|排名?|居|列)[^，。]{0,8}$")
_DID = re.compile(
    f"(?:{DOING}|授予|发售|驻扎|调拨|签发|验放|增开|走进|强征|派驻|捐赠|兑付|撤离|疏散|收治|核准|核发|批准|出版|播出|播放|收录|征集|收集|回收|"
    "举行|参加|销毁|收缴|查扣|挽回|发送|击毁|摧毁|拦截|发射|控制|解救|搜救|找到|促成|分配|兑现|缴纳|调查|侦办|承接|引育|主持召开|种下|确定|细化|明确|监测到|登记|注册|装填|铺设|缴获|责令|运输(?![工船车机队能])|打死|歼灭|交换|击退|连通|发运|运送|运往|消耗|批准建设|收购|储备|输送|产粮)[出过]?"
)
_THING = re.compile(
    "(?!(?:(?:全球)?国家和地区|国家|地区|企业|项目|同志|个人|单位|人员|机构|场景|问题|家庭|活动|作品|产品|措施|省份|城市|点位|任务|工作|人口|资金)$)"
    "(?![的等了和与及成到至])(?:.{2,14}|“[^”]{2,12}”.{0,8})$"
)
_HARMED = re.compile(
    ".{2,20}(?:死亡|受伤|失踪|遇难|伤亡|被困|失联|丧生|身亡|受损|被毁|牺牲|负伤|幸存|获救)$|"
    "(?:死亡|受伤|遇难|失踪)(?:儿童|妇女|平民|学生|老人|人员|士兵|记者|乘客)$"
)
_CASES = re.compile("(?:[^，]{2,8}|新增|累计).{0,10}(?:病例|感染者|患者)$")
_DUTY = re.compile(
    "未|不[^服]|擅自|拒|妨碍|阻|无|违法|非法|逾期|超|越|从事|进行|使用|生产|销售|经营|出售|收购|运输|储存|贮存|堆放|倾倒|排放|丢弃|设置|"
    "安装|建设|搭建|开采|采|挖|砍|毁|损|破坏|涂|伪造|变造|转让|出租|出借|买卖|冒|虚|隐瞒|泄露|收取|改变|移动|拆|占用|侵占|截留|挪用|携带|饲养|"
    "修建|^用|违反本.{2,6}第.{1,8}条|印制|驾驶|停放|焚烧|燃放|捕|屠宰|出口|进口|聘用|招用|克扣|拖欠|扣押|骗|盗|扰乱|侵害|干扰|混装"
)
_NO_ACT = re.compile(
    "之一|企业罚款$|机构罚款$|）罚款$|的罚款$|(?<!对)(?:政府|部门|机关|企业|单位)罚款$|^.{0,4}所得罚款$"
)
_TOLD_BY = 20  # characters of a label that says who did what
_HAN = re.compile("[\u4e00-\u9fff]")
_KNOWN = ("新增就业", "城镇新增就业")
_AGENT = 14  # characters of who did it
_DEED = re.compile("(?:.{4,})期限$")
_BARE_DEED = re.compile(
    "(?:^应当..|^(?:作出|做出)?(?:处理|给予答复|答复|决定)|牵头|进行.{2}|后|为|的|以|省|期限|日内|之日起.{0,6}|(?:企业|单位|机关|部门|机构|[人者院])(?:办理|完成|处理|答复|决定|申请|提出)|行使|执行)期限$"
)
_DUE = re.compile(
    "作出|做出|提出|申请|办理|报|备案|提交|书面|答复|决定|通知|公告|公布|公示|起诉|上诉|复核|复议|审查|审核|审批|批准|核准|发给|颁发|核发|送达|"
    "移送|移交|退回|退还|返还|缴纳|缴清|支付|改正|恢复|拆除|登记|处理|完成|清除|注销|告知|反馈|出具|验收|录入|发布|检查|确认|整改|申报|变更|换|"
    "补办|解除|保存|保管|归档|召开|安装|查处|处置|组织|裁决|裁定|行使|交付|履行|查询|不得|结案|执结|审结|立案"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form that sure labels have; a figure's label, what the number is written as, and its kind tell it."""

    name: str
    fits: Callable[[str, str, str], bool]


def form(label: str, text: str, kind: str) -> str:
    """Return the name of the form that makes a label sure; empty when it has none."""
    return next((each.name for each in FORMS if each.fits(label, text, kind)), "")


def _is_fine(label: str, text: str, kind: str) -> bool:
    act = label.removesuffix("罚款")
    return act != label and len(act) >= _SHORTEST and _DUTY.search(act) is not None and not _NO_ACT.search(label)


def _is_term(label: str, text: str, kind: str) -> bool:
    return (
        kind == "duration"
        and _DEED.fullmatch(label) is not None
        and _DUE.search(label) is not None
        and not _BARE_DEED.search(label)
    )


def _is_measure(label: str, text: str, kind: str) -> bool:
    """Return whether a label ends with a measure, and says before it of what that is."""
    # Whether its last character ends one is found sooner.
    found = _MEASURE.search(label) if label[-1:] in _LAST else None
    if found is None or kind in ("duration", "rank") or any(rule.search(label) for rule in _UNSAID):
        return False
    of = _WEAK.sub("", label[: found.start()])
    if _GENERIC.fullmatch(of) or (_DID.fullmatch(of) and of not in _NO_DEEDS):
        return False
    return not _lacks_whole(label) and (len(of) > len("全国") or _OWNER.fullmatch(of) is not None)


def _lacks_whole(label: str) -> bool:
    """Return whether a label says whose share something is, and not of what."""
    share = _SHARE.search(label)
    return share is not None and "在" not in label and share.start() < _SAID


def _is_compared(label: str, text: str, kind: str) -> bool:
    """Return whether a label says which measure is compared with what: 甲县产值占全省比重."""
    by = _BY.search(label) if kind in ("percent", "change") else None
    return by is not None and _is_measure(label[: by.start()], text, "count")


def _is_change(label: str, text: str, kind: str) -> bool:
    changed = CHANGE.search(label) if kind == "change" else None
    return changed is not None and _names(label[: changed.start()], text)


def _names(name: str, text: str) -> bool:
    return _is_measure(name, text, "count") or _is_deed(name, text, "count")


def _is_rank(label: str, text: str, kind: str) -> bool:
    ranked = _RANKED.search(label)
    return kind == "rank" and ranked is not None and _is_measure(label[: ranked.start()], text, "count")


def _is_deed(label: str, text: str, kind: str) -> bool:
    """Return whether a label says what was done with which thing: 建成高标准农田."""
    if kind not in ("count", "money", "quantity") or _CARRIED.match(label):
        return False
    found = _DID.search(label)
    if found is None or (found.start() > 0 and len(label) > _TOLD_BY):
        return False
    if _THING.match(label, found.end()) is None or len(_HAN.findall(label, found.end())) < len("就业"):
        return False
    by = _WEAK.sub("", label[: found.start()])
    return found.start() <= _AGENT and (len(by) > 1 or len(label) - found.end() > len("就业") or label in _KNOWN)


def _is_length(label: str, text: str, kind: str) -> bool:
    """Return whether a label names a side of a thing, or what is long itself, and the text is a length."""
    side = _SIDE.search(label) if kind == "quantity" and LENGTH.search(text) else None
    of = _WEAK.sub("", label[: side.start()]) if side else ""
    return side is not None and len(of) > 1 and _GENERIC.fullmatch(of) is None


def _is_harm(label: str, text: str, kind: str) -> bool:
    return kind == "count" and _HARMED.match(label) is not None


def _is_case(label: str, text: str, kind: str) -> bool:
    return kind == "count" and _CASES.fullmatch(label) is not None and len(label) > len("确诊病例")


def _is_of_whole(label: str, text: str, kind: str) -> bool:
    """Return whether a label names things of a whole place: 我国在建核电机组."""
    return kind == "count" and _WHOLE.fullmatch(label) is not None


def _is_time(label: str, text: str, kind: str) -> bool:
    if kind != "duration":
        return False
    goes_on = re.split("连续", label, maxsplit=1)
    named = len(goes_on) > 1 and goes_on[1] != "" and _is_measure(goes_on[0], text, "count")
    return named or (
        label.endswith(("有效期", "为期", "寿命")) and not _ANY_EVENT.search(label) and len(label) >= _SHORTEST
    )


def _is_custody(label: str, text: str, kind: str) -> bool:
    custody = _CUSTODY.search(label) if kind == "duration" else None
    return custody is not None and custody.start() >= _SHORTEST and not label.startswith(("方式", "手段"))


def _is_often(label: str, text: str, kind: str) -> bool:
    """Return whether a label says what was done as often: 两次赴甲县考察."""
    return kind == "count" and text.endswith("次") and not text.endswith("人次") and _OFTEN.search(label) is not None


def _went_on(label: str, text: str, kind: str) -> bool:
    """Return whether a label says of those counted what they did, at its end: 企业复工."""
    return kind == "count" and _WENT_ON.fullmatch(label) is not None


FORMS: tuple[Form, ...] = (
    Form("a fine for an act", _is_fine),
    Form("a term for a deed", _is_term),
    Form("a change of a measure", _is_change),
    Form("a rank of a measure", _is_rank),
    Form("a measure compared with another", _is_compared),
    Form("a measure of something", _is_measure),
    Form("a length of what is long", _is_length),
    Form("the harm of an event", _is_harm),
    Form("cases", _is_case),
    Form("things of a whole place", _is_of_whole),
    Form("a time of something", _is_time),
    Form("custody for an act", _is_custody),
    Form("how often something was done", _is_often),
    Form("what those counted did", _went_on),
    Form("what was done with which thing", _is_deed),
)
