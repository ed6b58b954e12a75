"""The forms that labels have: verbs, magnitudes and attributes, told without what finds them in a sentence."""

from __future__ import annotations

import re

DOING = (
    "组织实施|建立健全|提请审议|建成|新建|改建|扩建|新增|培育|打掉|查处|查办|查获|侦破|破获|抓获|办理|办结|"
    "受理|审结|审议|发放|发现|应对|处置|化解|整改|整治|排查|走访|慰问|培训|开展|(?<![科贸卫合际党作务益间])(?<!社会)组织(?![部法委机名为向对在的和将累共已])|举办|召开|引进|落实|"
    "推进|推出|推动|出台|制定|修订|建立|设立|成立|组建|打造|创建|选派|派出|投入|投放|安排|下达|拨付|争取|"
    "筹集|募集|接待|接收|惠及|带动|吸引|吸纳|救助|资助|帮扶|解决|清理|清退|拆除|改造|修复|修缮|签约|获得|"
    "荣获|获评|享受|减免|压减|精简|节约|释放|提供|出动|转移|安置|检查|巡查|抽查|约谈|通报|问责|处分(?![法条规])|立案|"
    "起诉|逮捕|拘留|没收|追缴|追回|返还|录入|刊发|征收|奖励|采购|购置|配备|安装|铺设|关停|取缔|淘汰|取消|"
    "下放|梳理|公开|启动|实施|整顿|查封|冻结|扣押|健全|设置|接种|筛查|救治|治愈|调解|宣讲|编制|研发|攻克|"
    "孵化|集聚|拥有|占地|造成|导致|致使|引发|降低|提高|增加|减少|完成|平均压减|优化|开通|打通|治理|发展(?![部指规水中局委改速质预])|发布|"
    "印发|收到|支持(?!率)|(?<!化)服务(?![组业贸进外消零贡机站中平能体水质区补保点网热队])|覆盖(?!率)|引入|纳入|平均减|减|抽检|评选|认定|开行|运送|创成|创造|申报|新设|推介|植树|"
    "栽植|种植|帮助|签署|签订|击落|击毙|抓捕|缴获|加开|解除|抢通|搭建"
)
_MANNER = (
    "(?:[全我本][区县市省国镇乡州旗]|基本|累计|先后|共|有效|成功|积极|深入|持续|全面|扎实|集中|又|再|新|"
    "计划|预计|平均|并|已|将)*"
)
VERB = re.compile(
    rf"{_MANNER}(?:{DOING}|实现|出现|发生)(?:[了过]|出(?!院|口|生|境|版|席|差|国|行|租|让|资)|成(?!本|果|员|效|长|都|立|功|人|交|品)|培育|建设|完成|实施|改造|运行)?"
)
# Words that end the name of a magnitude, behind which no noun is counted: 节能量300吨标准煤.
MAGNITUDE = re.compile("(?:[量额率值]|面积|规模|产值|收入|总数|深度|长度|高度)$")
# Words that say of what a thing has, and nothing of the thing.
ATTRIBUTE = re.compile(
    "[日月年人户]均|(?:年|月|日|总|累计|平均|人均|市场|同比|其|项目|新增)*(?:[\u4e00-\u9fff]{2}率|成交[量额]|(?:完成|实现)(?:投资|产值|收入|利润|税收)|[进出]口[量额值]|总数|总里程|占比|比重|比例|进度|保有量|货值|产值|产量|销量|单产|总产|价值|面积|"
    "金额|总额|人数|户数|起数|件数|数量|总量|总投资|投资额|利润|营收|增速|增幅|均价|价格|规模|总规模|长度|全长|余额)(?:增长|下降|上升)?"
)
# Of how many of those counted before something was done: 36项措施中已部署实施25项.
OF_THOSE = re.compile(rf"中，?(?:目前)?(?:已经?|现已)(?P<deed>[\u4e00-\u9fff]{{0,2}}(?:{DOING}))了?$")
EACH = re.compile("每[天日周月年]$")
_BRACKETS = (("（", "）"), ("(", ")"))
_PAIRS = (("“", "”"), ("《", "》"), ("「", "」"), *_BRACKETS)


def is_balanced(text: str) -> bool:
    """Return whether each quotation mark and bracket of a text has its other half."""
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)


def balanced(label: str) -> str:
    """Return a label without a bracket that lacks its other half: what stands behind ） or before （."""
    for opening, closing in _BRACKETS:
        if label.count(opening) != label.count(closing):
            label = max(re.split("[" + re.escape(opening + closing) + "]", label), key=len)
    return label
