"""Tell the names of persons, offices and media, and placeholders for a name, from each other and from other words."""

from __future__ import annotations

import re
from functools import lru_cache

# The 400 most frequent surnames and those of two characters (《百家姓》 and the census of 2010).
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔"
    "伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙"
    "鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬"
    "师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满"
    "厉伊仝郜海阚花帅屠豆朴盖练廉禹井祖漆巴丰卿狄索宣晋容敬来扈晁芮阙浦戈伏鹿薄邸雍辜羊阿乌裘亓修邰赫杭况宿鲜印逯隆茹"
    "诺战慕危玉亢嵇哈湛宾戎勾茅呼揭干尉冶斯檀阴昝智幸奉植衡尧闭由谯库鱼侍苍肇青税邴於"
)
_DOUBLE_SURNAMES = (
    "欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|端木|夏侯|东方|南宫|西门|长孙|宇文|澹台|申屠|闻人|轩辕|呼延|完颜|赫连|"
    "钟离|独孤|百里"
)
_PERSON = re.compile(
    f"(?:[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|(?:{_DOUBLE_SURNAMES})[\u4e00-\u9fff]{{1,2}}|"
    "[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8}){1,3})"
)
# The last characters of the names of offices, bodies and media.
_ORGANISATION = re.compile(
    "(?:报|刊|志|社|网|台|局|委|办|厅|部|署|处|科|室|所|院|校|馆|会|团|组|司|站|队|库|行|党组|工委|纪委|党委|团委|"
    "中心|政府|大学|学院|小学|中学|幼儿园|新闻|发布|在线|频道|客户端|街道|社区|开发区|管委会|检察|法院|公安|消防|税务|气象|"
    "银行|医院|协会|联盟|论坛|工会|妇联|侨联|残联|工商联|文联|科协|社科联|支部|总队|支队|大队|"
    "[日晚早时晨周月]报|周刊|杂志|传媒|融媒体?|公众号|微博|视频|财经|科技|资讯|观察|网站|网络版|电子版|海外版|[省市县区州镇乡旗盟])"
    "(?:[（(][^（）()]{1,12}[）)])?$"
)
_PLACEHOLDER = re.compile(
    "(?:来源)?(?:未知|不详|不明|佚名|匿名|无|暂无|空|本站(?:编辑|管理员)?|本网|网站|正文|内容|其他|其它|默认|原创|转载|作者|来源|本网站|网络(?:整理|转载|综合)|编辑|记者|通讯员|管理员|系统管理员|"
    r"网站管理员|站长|网友|游客|用户|admin|administrator|root|system|test|null|none|undefined|nan|unknown|anonymous|[-—–_.·*/\\\s?？]+)",
    re.IGNORECASE,
)
_LETTER = re.compile("[\u3400-\u9fffA-Za-z]")


@lru_cache(4096)
def is_person(name: str) -> bool:
    """Return whether a text has the form of a person's name, and is not the name of an organisation."""
    return _PERSON.fullmatch(name) is not None and (len(name) <= 2 or not is_organisation(name))


@lru_cache(4096)
def is_organisation(name: str) -> bool:
    """Return whether a text ends as the names of offices, bodies and media do."""
    return len(name) >= 3 and _ORGANISATION.search(name) is not None


@lru_cache(4096)
def is_placeholder(name: str) -> bool:
    """Return whether a text stands where a name should and names nobody: 未知, 本站, --, admin."""
    return _PLACEHOLDER.fullmatch(name) is not None or not _LETTER.search(name)
