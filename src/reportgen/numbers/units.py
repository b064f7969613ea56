"""The units and classifiers that a number in a report may carry, and which of them count the same things.

The list is closed: 5处 is five places, 「5多功能厅」 is not five of anything.
"""

import re


def words(text: str) -> tuple[str, ...]:
    """The words of a list that is written with spaces."""
    return tuple(re.findall(r"\S+", text))


def alternatives(choices: tuple[str, ...]) -> str:
    """A regular expression for one of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(set(choices), key=len, reverse=True))


_SPELLINGS = {"台（套）": "台套", "台(套)": "台套", "件（套）": "件套", "件(套)": "件套"}
_SPELLINGS |= {"百分点": "个百分点", "圆": "元"}
_ALIKE = {"名": "人", "位": "人", "场次": "场", "百分点": "个百分点"}
_ALIKE |= dict.fromkeys(("平米", "㎡", "m²", "平方"), "平方米")

MONEY = words("元 圆 美元 欧元 港元 港币")
_PER = words("平方米 ㎡ 平米 立方米 人次 人 名 年 月 天 日 小时 课时 学时 场次 场 次 件 台 套 册 户 个 项 处 公里 亩 座 点 条 辆 所 家 间 班 吨 村 例 份 床 支 队 期 岗 生")
RATES = words("个百分点 百分点 % ‰")
MEASURES = words(
    "平方米 平方公里 平方 平米 ㎡ m² 立方米 立方 公顷 亩 公里 千米 厘米 毫米 米"
    " 公斤 千克 克 吨 升 毫升 千瓦时 千瓦 度 摄氏度 ℃ kg km cm mm kWh kW GB TB MB"
)
CLASSIFIERS = words(
    "人次 册次 篇次 车次 艘次 人天 人日 件次 台次 件套 台套 台件 场次 班次 车次 批次 辆次 户次 课次 频次 课时 学时 学分"
    " 人 名 位 个月 个 项 件 次 场 支 所 节 期 批 家 套 台 辆 篇 部 本 册 份 盒 户 处 块 条 张 片"
    " 组 队 班 间 座 幅 门 款 种 类 只 枚 架 艘 栋 幢 株 棵 头 箱 袋 瓶 盆 副 具 宗 起 例 岁"
    " 小时 分钟 分 秒 天 周 星期 季度 层 级 步 页 字 句 段 顶 面 匹 卷 集 首 道 题 倍"
)
"""Longer ones are tried first, so that 人次 is not read as 人."""
SPELT = words(
    "人次 场次 件次 课时 学时 名 位 人 个 项 件 次 场 支 所 节 期 批 家 套 台 辆 篇 本 册 份 盒 户 处"
    " 条 张 步 个月 天 小时 分钟 门 间 座 幅 种 类 倍"
)
"""Units before which a numeral in Chinese characters is a statement too: 十二期, 两所. 四部 may be half a name."""

_BRACKETED = tuple(unit for unit in _SPELLINGS if "套" in unit)
UNIT = rf"(?:{alternatives(MONEY)})(?:/(?:{alternatives(_PER)}))?"
UNIT = rf"{UNIT}|{alternatives((*RATES, *MEASURES, *CLASSIFIERS, *_BRACKETED))}"


def one_spelling(unit: str) -> str:
    """台（套） → 台套: the way a unit is kept."""
    return _SPELLINGS.get(unit, unit)


def counts(unit: str) -> str:
    """What a unit counts, for comparing: 名 and 位 count 人, 场次 count 场."""
    return _ALIKE.get(unit, unit)
