"""Lines that many documents have and that name none: the kind of document on a cover, 目录, a remark in brackets."""

from __future__ import annotations

import re

from xinhui_viewer.importers.heads.letterhead import office, squeezed
from xinhui_viewer.text.markers import CHAPTERS, marker

_DEAL = "招标|采购|磋商|谈判|询价|询比|比选|比价|遴选|投标|竞价|竞标|响应|评审|预审|拍卖|挂牌|出让|招租|单一来源"
_WAY = (
    "国内|国际|公开|邀请|竞争性|政府|集中|分散|项目|工程|货物|服务|施工|监理|设计|勘察|电子化?|标准|示范|资格|"
    f"线上|网上|二次|重新|{_DEAL}"
)
_PAPER = "文件|公告|公示|须知|邀请书?|邀请函|通知书?|文本|函|方案|说明书?|书|文件汇编"
_TENDER = re.compile(f"(?:{_WAY})*(?:{_DEAL})(?:{_WAY})*(?:{_PAPER})(?:[（(].{{1,12}}[）)])?")
_KINDS = re.compile(
    "公告|通告|通知|公示|通报|公报|报告|简报|请示|批复|决定|决议|命令|令|函|意见|纪要|会议纪要|启事|声明|申明|方案|办法|规定|"
    "申请书|申报书|任务书|(?:报名|登记|推荐|审批|申报|申请|考核|评审|汇总|信息|情况|审核|备案)表|承诺书|合同书?|协议书?|"
    "(?:实施|建设|工作|技术|设计|解决|服务|响应|投标)方案|项目申报书|可行性研究报告|"
    "征求意见稿|送审稿|讨论稿|报批稿|初稿|终稿|定稿|草案|讲话稿|样本|范本|模板"
)
# Lines that stand where a title may, and never are one.
_NEVER = re.compile(
    "目录|目次|目錄|前言|序言|序|引言|后记|跋|封面|封底|扉页|正文|附件[一二三四五六七八九十\\d]*[:：]?|附录[A-Z一二三四五六七八九十\\d]*|附表\\d*|"
    "填[表写报](?:须知|说明|要求)|(?:课题|项目|论文|作品|文件|成果)(?:名称|题目)|题目|标题|"
    "正本|副本|样本|内部资料.{0,8}|编制说明|修订记录|版本记录|签字页|(?:特|加)急|平急|绝密|机密|秘密"
)
_GRADE = re.compile(
    "(?:国家|省|市|自治区|部|院|校|区|县){1,2}级?(?:示范|重点|一流|特色|精品|优秀|骨干|品牌)(?:专业|学科|课程|学校|项目|基地|单位)"
)
COUNTRY = "中华人民共和国"  # on a line of its own it begins a title: 中华人民共和国 标准施工招标文件
_REMARK = re.compile(r"[（(【\[〔][^（）()]*[）)】\]〕]")
_CAPTION = re.compile(
    r"(?:附?[图表]|Fig|Table)\s*[\d一二三四五六七八九十]{1,3}(?:[-.．—]\d{1,3})?(?:\s|[:：.、]|(?=[\u4e00-\u9fff]))"
)
# A label with a value that is no word (项目编号：YT-5), and labels that covers have, whatever stands behind them.
_LABEL = re.compile(
    r"[\u4e00-\u9fff（）()]{2,10}[:：][^\u4e00-\u9fff]{1,40}|"
    r"[\u4e00-\u9fff]{0,6}(?:编号|代码|简称|单位|部门|机构|机关|采购人|招标人|投标人|负责人|联系人|联系方式|邮箱|网址|地址|地点|电话|传真|"
    r"日期|时间|版本|密级|学期|班级|专业|姓名|学号|教师|导师|学院|院系|学时|周数|申请[人者]|申报人|填表人|(?:学校|學校|单位|單位|企业|公司|机构)名[称稱])(?:[（(].{1,8}[）)])?[:：].*"
)
_NAMED = re.compile(r"\s*(?:招标|采购|磋商)?(?:项目|工程|标的|活动|课题|标段|公告|文件)名\s*称\s*[:：]\s*(?=\S)")
_ANNEX = re.compile(r"\s*附\s*[件表]\s*[\d一二三四五六七八九十]{0,3}\s*(?:[:：]\s*|\s+)(?=[^\s:：]{4})")

_TO_SIGN = re.compile(
    "(?:[\u4e00-\u9fff]{0,8}签[名字]|[甲乙丙丁]方|项目名称|法定代表人|(?:委托|授权)代理人|供应商|投标人|承诺人|申请人|签字|盖章|公章)"
    r"(?:[（(][^（）()]{1,12}[）)]){0,2}[:：].*|[\u4e00-\u9fff/]{2,10}[:：]?[_＿]{3,}|(?:20\d*)?[_＿\d]*年[_＿\d]*月[_＿\d]*日"
)
_NO_MORE = re.compile("[（(](?:以下|本页|此页|下页)(?:无|空白|为空)[^（）()]{0,6}[）)]")

_STAMP = re.compile(
    "(?:正|副)本(?:[/／或、](?:正|副)本)?|样本|样稿|封[面底]|(?:特|加)急|平急|绝密|机密|秘密|内部资料.{0,8}|"
    r"(?:文档|软件|当前)?版本号?[:：]?[Vv]?\d+(?:\.\d+){0,3}|[Vv](?:ersion)?\d+(?:\.\d+){1,3}"
)


def is_stamp(line: str) -> bool:
    """Return whether a line is set beside a text rather than in it: 正本, 机密, 加急."""
    return _STAMP.fullmatch(squeezed(line)) is not None


_ENDS_AS_KIND = re.compile(
    "(?:公告|通告|通知|公示|通报|公报|报告|简报|请示|批复|决定|决议|命令|意见|纪要|启事|声明|申明|方案|办法|规定|规则|规程|细则|条例|"
    "章程|须知|指南|手册|说明|要点|计划|规划|预案|合同|协议|目录|名单|清单|[函书表])(?:[（(][^（）()]{1,16}[）)])?$"
)


def is_kind(line: str) -> bool:
    """Return whether a line ends in the kind of document that it is the title of: …实施方案, …申报表（试行）."""
    return _ENDS_AS_KIND.search(squeezed(line)) is not None


def is_generic(line: str) -> bool:
    """Return whether a line names only the kind of document (招标文件, 公告), as covers do in their largest type."""
    return _TENDER.fullmatch(squeezed(line)) is not None or names_kind(line)


def names_kind(line: str) -> bool:
    """Return whether a line names the kind of document that is no paper of a tender: 任务书, 省级示范专业."""
    text = squeezed(line)
    return _KINDS.fullmatch(text) is not None or _GRADE.fullmatch(text) is not None


def says_little(title: str) -> bool:
    """Return whether a whole title names only a kind of document, or an office: covers have both beside the title."""
    return is_generic(title) or squeezed(title) == COUNTRY or bool(office(title))


def is_never_title(line: str) -> bool:
    """Return whether a line cannot be the title of a document, however large: 目录, a remark, a caption, section 1."""
    text = squeezed(line)
    if _LABEL.fullmatch(text) or _NEVER.fullmatch(text) or _REMARK.fullmatch(text) or _CAPTION.match(line.strip()):
        return True
    return is_first_section(line)


def is_form_line(line: str) -> bool:
    """Return whether a line is to be filled in or signed (日期：年 月 日, 甲方：（盖章）), or ends a form."""
    text = squeezed(line)
    return bool(_LABEL.fullmatch(text) or _TO_SIGN.fullmatch(text) or _NO_MORE.fullmatch(text))


def without_label(title: str) -> str:
    """Return a title without the label before it: 项目名称：某某设备采购, 附件3：某某申请表."""
    return _ANNEX.sub("", _NAMED.sub("", title, count=1), count=1)


def is_first_section(line: str) -> bool:
    """Return whether a line is the heading of a text's first section: 一、总体要求, 第一章 总则."""
    found = marker(line.strip())
    if found is None or found.number != 1 or found.above:
        return False
    return found.kind in (*CHAPTERS, "first", "second", "third", "fourth")


def is_remark(line: str) -> bool:
    """Return whether a line stands wholly in brackets: （线上电子招投标）, （试行）."""
    return _REMARK.fullmatch(squeezed(line)) is not None
