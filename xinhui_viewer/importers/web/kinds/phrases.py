"""The phrases of pages that hold no bulletin: of error messages, forums and shops."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

# Each looks for the set of the first signs of its many words: it is searched in half the time.
_ERROR = re.compile(
    r"(?=[4页网地内文信不无禁拒没错系出操\d访浏请查返NnFfAaSsBb])(?:40[34](?!\d)|(?:页面|网页|网址|地址|内容|文件|文章|信息)(?:已经?)?"
    r"(?:不存在|没有?找到|找不到|无法(?:访问|显示|找到)|被?删除|变更|失效|过期)|"
    r"(?:不能|无法|禁止|拒绝)(?:访问|打开|显示)|(?:没有|无)(?:(?:访问|浏览|阅读|查看)(?:[^，。]{0,8}的)?)?权限|(?:错误|信息|系统|出错|操作)提示|\d\s?秒钟?[后内]|"
    r"(?:访问|浏览|请求|查找|查看)的(?:页面|网页|网址|地址|内容|资源|文章)|返回(?:上一?[页级步]|首页)|"
    r"(?i:not found|forbidden|access denied|server error|bad gateway))"
)
_ANSWER = re.compile(
    r"(?=[楼沙板\d只倒正发回跟注积等上下版精顶引])(?:楼主|沙发|板凳|^\W{0,4}\d{1,3}\s?楼(?![\d层])|(?<=\s)\d{1,3}\s?楼(?=\W|$)|只看(?:楼主|该作者|此人)|[倒正]序(?:看帖|浏览|查看)|发[帖贴][:：数]|回[帖贴]|跟[帖贴]|"
    r"注册(?:日期|时间)[:：]|积分[:：]|等级[:：]|发表于|[上下]一?主题|版主|精华[:：]|顶帖|引用)"
)
_PRICE = re.compile(
    r"(?=[¥￥加立在点参市会销价产规商供生起库求现收])(?:[¥￥]\s?\d|加入购物车|立即(?:购买|订购|咨询|询价)|(?:在线|点击)(?:订购|询价)|(?:参考|市场|会员|销售)价格?[:：]|"
    r"(?:产品|规格|商品)(?:型号|参数|编号|名称|分类|索引)|供应商|生产厂家|起订量|库存[:：]|求购|现货|收藏(?:商品|该产品))"
)
_IN_FORUMS = re.compile("[楼帖贴]")  # searched first: few pages have one


def answers(texts: Sequence[str]) -> int:
    """Return the number of different phrases of forums in some texts."""
    return _different(_answers, texts) if _IN_FORUMS.search("".join(texts)) else 0


def errors(texts: Sequence[str]) -> int:
    """Return the number of different phrases of error messages in some texts."""
    return _different(_errors, texts)


def prices(texts: Sequence[str]) -> int:
    """Return the number of different phrases of shops in some texts."""
    return _different(_prices, texts)


def _different(phrases: Callable[[str], frozenset[str]], texts: Sequence[str]) -> int:
    return len(frozenset[str]().union(*filter(None, map(phrases, texts))))


# The lines of menus and lists stand on page after page of a site.
@lru_cache(4096)
def _answers(text: str) -> frozenset[str]:
    return frozenset(_ANSWER.findall(text))


@lru_cache(4096)
def _errors(text: str) -> frozenset[str]:
    return frozenset(_ERROR.findall(text))


@lru_cache(4096)
def _prices(text: str) -> frozenset[str]:
    return frozenset(_PRICE.findall(text))
