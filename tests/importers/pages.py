"""Pages written for the tests, in the layouts that official sites use."""

from __future__ import annotations

BODY = "7月10日，云汀区召开防汛工作会议。会议部署主汛期各项防范措施，要求做好值班值守。"
SECOND = "全区已转移低洼地段群众1200人，备足沙袋5.2万个，巡查山塘水库63座。"
LINKS = "".join(f'<li><a href="/a/{n}.html">关于公布第{n}批名单的通知以及其他事项的说明</a></li>' for n in range(300))


def standard(title: str = "云汀区召开防汛工作会议", body: str = "") -> str:
    """A page with the meta tags of the standard, a labelled breadcrumb, and furniture all around the text."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_云汀区人民政府</title>
<meta name="SiteName" content="云汀区人民政府"><meta name="ArticleTitle" content="公共头">
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2023-07-11 09:30">
<meta name="ContentSource" content="云汀区应急管理局"><link rel="canonical" href="http://www.yunting.example/a/1.html">
<style>p {{ color: red }}</style></head><body>
<div class="top">今天是2024年1月1日 <a href="/">设为首页</a></div><ul>{LINKS[:2000]}</ul>
<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/x/">政务公开</a>
&gt; <a href="/x/y/">应急管理</a> &gt; 正文</div>
<h1>{title}</h1>
<div class="info">来源：云汀区应急管理局　　发布时间：2023-07-11 09:30　　字体：大 中 小　　浏览次数：12</div>
<div class="text"><p>　　{BODY}</p>{body}<p>　　{SECOND}</p>
<p style="text-align:right">云汀区防汛指挥部</p><p style="text-align:right">2023年7月10日</p></div>
<p>责任编辑：李某</p><div>上一篇：<a href="/b.html">别的文章</a></div><ul>{LINKS}</ul>
<div class="foot">版权所有：云汀区人民政府 网站标识码：0000000000</div>
<script>var x = "不是正文。不是正文。";</script></body></html>"""


def bare(meta: str, head: str = "", path: str = "") -> str:
    """A page without any meta tag: title and a line of labels over the text, in tables as old sites have them."""
    return f"""<html><head><title>关于做好防汛工作的通知</title>{head}</head><body>
<table><tr><td>{path}</td></tr></table>
<table width="960"><tr><td><table><tr><td align="center"><b>关于做好防汛工作的通知</b></td></tr>
<tr><td align="center">{meta}</td></tr><tr><td><p>{BODY}</p><p>{SECOND}</p></td></tr></table></td></tr></table>
<table><tr><td>{LINKS}</td></tr></table></body></html>"""
