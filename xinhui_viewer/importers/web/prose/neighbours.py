"""The lines that stand beside the text of a web page: shares, players, moods, comments, feedback, disclaimers.

Families of words, as the pages of some hundred sites print them; a line is one of them as a whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNS = r"[\s:：|｜丨【】\[\]()（）<>《》·.,，。!！?？%％*＊+\-—_/\\^&⋅]"


def _any(words: str) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


_TYPE_AND_TOOLS = (
    "字体 字号 超大 特大 较大 正常 标准 大 中 小 大字 小字 放大 缩小 调整字体 缩小字体 放大字体 字体缩小 字体放大 "
    "打印 打印本页 打印此页 打印本文 打印文章 我要打印 关闭 关闭窗口 关闭本页 收藏 收藏本文 复制链接 复制网址 繁体 "
    "简体 无障碍阅读 关怀版 阅读模式 隐藏边栏 手机版 手机版本 手机阅读 展开 收起 展开全文 阅读全文 点击收起 "
    "点击查看更多 查看更多 加载更多 上一张 下一张 上一页 下一页 首页 尾页 返回 返回顶部 返回列表 返回首页 回到顶部 "
    "更多 TOP"
)
_FILES = "我要反馈 二维码 微信公众号 广告 图集 知道了 相关附件 附件下载 文件下载 关联文件 相关文件 附件列表"
_PLAYERS = (
    "语音播报 播报 朗读 听新闻 听全文 语音朗读 播放 暂停 自动播放 自动播放开关 正在加载 加载中 播放视频 全屏 重播 "
    "静音 倍速"
)
_SHARES = (
    "分享 分享到 分享至 分享给好友 分享至手机 分享到手机 扫描分享 扫码分享 微信扫描分享 转发 转播到腾讯微博 "
    "一键分享 微信 微信好友 朋友圈 微信朋友圈 微博 新浪微博 腾讯微博 人人网 QQ空间 QQ好友 QQ Qzone 领英分享 钉钉 "
    "豆瓣 百度贴吧 分享到微信 分享到微博 分享到微信朋友圈 分享至好友和朋友圈 扫一扫 扫码阅读全文 扫码查看全文 "
    "扫描二维码 微信扫描二维码 用微信扫描二维码 打开微信 阅读原文 在看 写留言 精选留言"
)
_MOODS = (
    "赞 点赞 踩 顶 赏 打赏 喜欢 不喜欢 好文 钦佩 泪奔 可爱 思考 感动 同情 愤怒 搞笑 难过 高兴 震惊 无聊 惊讶 新奇 "
    "羡慕 推荐 顶一下 踩一下 不感兴趣 感兴趣 有用 没用 没有用 "
    "非常有用 有帮助 没帮助 没有帮助 非常满意 很满意 满意 基本满意 一般 不满意 很不满意"
)
_COMMENTS = (
    "评论 网友评论 查看评论 我要评论 发表评论 发布评论 写评论 登录后评论 登录 请登录 请先登录 注册 退出 表情 发布 "
    "发表 取消 确定 提交 回复 举报 投诉 反馈 纠错 我要纠错 网站纠错 我要留言 编辑 请填写原因 内容质量差 文章质量差 "
    "广告软文 重复、旧闻 重复旧闻 标题夸张、文不对题 其他问题 我要吐槽 关注 已关注 加关注 取消关注 最热 最新"
)
_BUTTON = _any(f"{_TYPE_AND_TOOLS} {_FILES} {_PLAYERS} {_SHARES} {_MOODS} {_COMMENTS}")
_BUTTONS = re.compile(rf"{_SIGNS}*+(?:(?:{_BUTTON})(?:{_SIGNS}|\d)*+)++")
_COUNTED = (
    "(?:浏览|阅读|点击|访问|查看|评论|点赞|转发|收藏|分享|人气|播放|围观|下载|瀏覽|閱讀|點擊|點閱|訪問|評論)"
    "(?:次数|次數|数|數|量|率)?"
)
_MADE_BY = "来源|作者|编辑|责编|责任编辑|审核|通讯员|记者|摄影|供稿|发布者|发布人|发稿人|字数"
_COUNTER = re.compile(
    rf"[\[【(（\s]*(?:{_COUNTED}|{_MADE_BY})\s*(?:[:：]\s*[\d,]*|[(（]?\s*\d[\d,]*\s*[)）]?)\s*[次人\]】)）]*"
)
_ADDRESS = (
    r"(?:原文|本文)(?:地址|链接|网址|来源)\s*[:：]|(?:本文|文章)?(?:永久)?(?:转载)?链接\s*[:：]|"
    r"转载请(?:注明|保留)|转载(?:自)?本[站网]"
)
_DISCLAIMER = (
    r"(?:特别|免责|版权|郑重|责任|侵权)声明\s*[:：]|声明\s*[:：]\s*(?:本[网站文]|以上|转载|凡)|"
    r"Notice\s*:\s*[Tt]he content|凡(?:本网|注明|是注明)|(?:未经授权|未经许可)[^。]{0,12}(?:不得|禁止|请勿)转载"
)
_READERS = (
    r"还没有评论|暂无评论|快来(?:抢沙发|评论|发表)|感谢您的反馈|我来说两句|网友评论仅|文明上网|评论仅代表|表情\s*删除后不可恢复|用户反馈|"
    r"意见反馈|不良信息举报|\d[\d,]*\s*(?:条|人)(?:评论|参与|回复|跟贴|跟帖)|登录后(?:可|才|发表|评论)|请先?登录后|"
    r"[【\[（(]?\s*(?:我要|文章|内容|网站|页面)?纠错|[^。]{0,40}Ctrl\s*\+\s*Enter|"
    r"(?:如果?|若)?[您你]?(?:如果?|若)?发现(?:[^。]{0,16}(?:有误|错|问题)[^。]{0,16}纠错|[本该此]?(?:网站?|页面?|网页)[^。]{0,12}(?:有误|错误))"
)
_PAGE = "[次条篇项个则份]?(?:内容|信息|文章|页面|网页|新闻|稿件|文档|回答|解答|答复|回复|办理|结果|服务){0,2}"
_VOTE = (  # is it of use to its readers?
    rf"(?:[您你](?:认为|觉得|对))?(?:[此该本这]|以上|上述){_PAGE}(?:对[您你])?(?:是否)?(?:有用|有所?帮助|满意|解决[^？?]{{0,12}})"
    r"吗?(?:[？?][^。，]{0,24})?$"
)
_PLAYER = (
    r"Play Video|Video Player|您的浏览器(?:版本)?(?:不支持|过低)|"
    r"请(?:先)?(?:升级|安装|下载)[^。]{0,12}(?:浏览器|Flash|播放器)|"
    r"如果?[您你]?无法(?:在线|正常)?(?:浏览|查看|阅读|播放|显示)[^。]{0,12}(?:PDF|文件|视频|附件|网页|页面)|"
    r"下载免费[^。]{0,24}(?:阅读器|播放器|Reader)|<!(?:--)?\[(?:end)?if[^>]*>\s*$"
)
_MORE = (
    r"(?:点击|长按)[^。，]{0,6}蓝字|预览时标签不可点|微信扫一扫(?:可打开|使用|关注)|使用完整服务$|轻触(?:查看|阅读)|(?:向上|继续)滑动看下一个|"
    r"欢迎(?:扫码|扫描)?(?:关注|订阅|收听|下载)[^，。]{0,24}$|[正本]文已结束|点击右上角|长按(?:识别|扫描)?二维码|打开微信[“\"”，,]?|"
    r"(?:微信)?扫(?:一扫|描)?(?:上方|下方|左方|右方|左侧|右侧)?二维码"
    r"(?=[^。；]{0,12}(?:关注|下载|分享|查看|阅读|打开|收听|加入|了解|进入)|[^。；]{0,16}$)|"
    r"点击(?:进入|查看|下载|阅读)(?:专题|更多|全文|原文|客户端)|更多(?:精彩|猛料|资讯|内容|信息)(?:[!！,，。]|请|尽在|欢迎)|"
    r"更多[^。]{0,20}(?:扫描|关注|二维码)"
)
_BEGINS = re.compile(rf"[\s【\[（(*＊]*(?:{_ADDRESS}|{_DISCLAIMER}|{_READERS}|{_VOTE}|{_PLAYER}|{_MORE})")
_PLEA = re.compile(r"[【\[（(>]\s*(?:点击|我要|立即|马上)[^】\])）。]{1,8}[】\]）)]\s*$")
_ORIGINAL_TITLE = re.compile(r"[\s（(]*原标题[:：]")
_APP = r"[^，。]{0,16}(?:[Aa][Pp][Pp]|客户端|公众号)[”\")）。!！]*$"
_CLAIMS = re.compile(  # alternatives that all begin with a sign are searched fast
    r"关注公众号|分享让更多|仅代表(?:作者|原作者|发言者|网友)?(?:个人|本人)?的?(?:观点|立场|意见)|不代表本?[网站报平刊公].{0,8}(?:观点|立场)|不构成.{0,8}(?:投资|操作|交易)?建议|"
    r"版权归原?作者|如有?侵权|若有?侵权|倘有?侵权|侵权.{0,6}(?:删除|联系)|未经.{0,8}(?:授权|许可|同意)[^。]{0,6}(?:不得|禁止|请勿|严禁)|"
    r"声明[:：].{0,40}(?:转载|版权|来源|真实|仅供参考)|"
    rf"下载{_APP}|关注{_APP}|打开{_APP}|安装{_APP}"
)
_LONGEST_CLAIM = 160  # characters
_LONGEST = 300  # characters


@lru_cache(4096)
def is_neighbour(text: str) -> bool:
    """Return whether a line stands beside the text of a page, as buttons, counters and notes of the site do."""
    if len(text) > _LONGEST:
        return False
    return bool(_BUTTONS.fullmatch(text) or _COUNTER.fullmatch(text) or _BEGINS.match(text) or _PLEA.search(text))


@lru_cache(1024)
def is_disclaimer(text: str) -> bool:
    """Return whether a line below a text disclaims it, forbids to copy it, or asks to follow its publisher."""
    if len(text) > _LONGEST_CLAIM:
        return False
    return _CLAIMS.search(text) is not None or _ORIGINAL_TITLE.match(text) is not None
