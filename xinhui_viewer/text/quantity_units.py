"""The units that texts count and measure in, and the sort of quantity that each makes."""

from __future__ import annotations

import re
from functools import lru_cache

from xinhui_viewer.text.quantity_rules import Sort

TENTHS = "成"
MONEY = "元人民币|人民币|块钱|元|美元|欧元|港元|日元|英镑|卢布"
DURATION = "个半月|个半小时|个工作日|个小时|工作日|个月|小时|分钟|年|天|日|周(?![年岁边期])"
MEASURE = (
    "亩次|平方公里|平方千米|平方米|立方米|公里|千米|毫米|厘米|公顷|海里|米|亩|"
    "(?<=[万亿])度(?![假量夏])|千瓦时|兆瓦时|瓦时|千瓦|兆瓦|吉瓦|吨公里|人公里|载重吨|吨标准煤(?=左右|上下)|吨|公斤|千克|毫克|微克|克|斤|毫升|升(?![至到级])|"
    "次浮点运算/秒|毫秒|微秒|摄氏度|℃|EB|PB|TB|GB|MB|kWh|分贝|"
    "km[²2](?!\\d)|㎡|m[²2³3](?!\\d)|(?:km|kg|mm|cm)(?![A-Za-z])"
)
_SQUARED = {"km": "平方公里", "㎡": "平方米", "m²": "平方米", "m2": "平方米", "m³": "立方米", "m3": "立方米"}
# Classifiers, each without the words that merely begin with it (项 but not 项目 without a classifier, 部 but not 部门).
COUNT = (
    "人次|台次|架次|班次|批次|场次|车次|户次|册次|剂次|件次|辆次|艘次|航次|标准箱|标箱|课时|学时|"
    "件套|台套|个(?![体别性])|名(?![单列优])|人(?![民大均才口工])|户(?![籍外])|家(?![庭长])|件|项(?!目)|条(?![例件])|起(?![步来点草])|宗|"
    "次(?!产业|会|全会|全体|以上会)|辆|台(?![风湾阶])|套(?!班子)|所(?![有在得属需])|处(?![理罚长级分])|座(?!谈)|栋|幢|间(?!接)|张|份|"
    "篇|部(?![门委分长队曲原副])|本(?![级市区地科次])|册|种|场(?![所馆地])|支(?![持部付行出])|组(?![织建])|对(?![于外接])|头|只(?![有要能])|匹|盆(?![地栽])|"
    "株|棵|颗|片|块|段(?!时)|例|剂|床|位(?!一体|数)|列(?![入为])|艘|架(?!构)|枚|盏|根(?![据本])|道(?![路德])|箱|单(?![位元])|笔(?!记)|"
    "[班管瓶桶袋盒罐](?=[，。；、,;）)\\s]|左右|上下|以[上下]|$)|"
    "首(?![次个批位])|幅(?!度)|口(?![岸径])|轮(?!流)|批(?![准复示])|款(?!项)|门(?![类店诊])|档(?![次案])|(?<![一二两双])手(?![段续册机工术法中])"
)
_UNIT = f"(?:{MONEY}|{MEASURE}|{DURATION}|{COUNT})"
_SHARE = "%|‰|个?百分点|个?基点|成(?![果功为立员绩长本效])|倍"
COMPOUND = rf"(?:{_SHARE}|{_UNIT}(?:/(?:{MEASURE}|{DURATION}|人|户|件|次))?|周?岁)"


@lru_cache(512)
def sort_of(unit: str) -> tuple[str, Sort]:
    """Return a unit as it is told to readers, and its sort."""
    if unit in ("%", TENTHS):
        return unit, "percent"
    if unit in ("百分点", "个百分点"):
        return "百分点", "points"
    if unit in ("基点", "个基点"):
        return "基点", "points"
    if unit == "倍":
        return unit, "times"
    if unit in ("元", "圆", "元人民币", "人民币", "块钱"):
        return "元", "money"
    if re.fullmatch(MONEY, unit):
        return unit, "money"
    if re.match(DURATION, unit):
        return unit.replace("个半", "个"), "duration"
    if re.match(f"(?:{MEASURE}|周?岁)", unit):
        return _SQUARED.get(unit[:2], unit) if unit[-1] in "²³23㎡" else unit, "measure"
    return unit, "count"
