"""The closed list of field types that a pack may declare, with what each accepts."""

from dataclasses import dataclass
from enum import Enum


class FieldType(Enum):
    """A field's type; the value is its name in pack.yaml."""

    TEXT = "文本"
    PROSE = "正文"
    DATE = "日期"
    YEAR = "年度"
    FUNDS = "经费表"
    FACTS = "数据"
    SCORE = "评分"
    ENTRIES = "条目"
    DEPARTMENTS = "分部门"
    PROBLEMS = "问题"
    MEASURES = "措施"
    HEADINGS = "改写标题"
    RECORD = "记录"


MEANINGS = {
    FieldType.TEXT: "一行文字",
    FieldType.PROSE: "用 | 起头的多行文字，一行一段；「# 」是小标题，「- 」自动编号，{{ 名称 }} 引用数字",
    FieldType.DATE: "日期，如 2021年4月15日",
    FieldType.YEAR: "四位年份",
    FieldType.FUNDS: "经费表：金额单位、批复、支出、项目资金、分项、三公经费、政府采购",
    FieldType.FACTS: "分组的数字，一行一个：名称: 35人；组里的「合计」等于其余各项之和",
    FieldType.SCORE: "得分和等级",
    FieldType.ENTRIES: "列表，每条有名称和内容，自动编号",
    FieldType.DEPARTMENTS: "列表，每条有部门和内容",
    FieldType.PROBLEMS: "列表，每条有简称、问题和说明",
    FieldType.MEASURES: "列表，每条有对应问题、措施和说明",
    FieldType.HEADINGS: "左边模板的标题，右边本报告的写法",
    FieldType.RECORD: "下面再分几个字段",
}


LINE_TYPES = (FieldType.TEXT, FieldType.DATE, FieldType.YEAR)
"""What a Word template may show in a line."""


@dataclass(frozen=True, slots=True)
class Field:
    """A declared field; `fields` holds the parts of a record."""

    name: str
    type: FieldType
    required: bool
    meaning: str
    fields: tuple["Field", ...] = ()


def by_path(fields: tuple[Field, ...], prefix: str = "") -> dict[str, Field]:
    """Every field by its dotted path, records before their parts."""
    paths: dict[str, Field] = {}
    for field in fields:
        path = prefix + field.name
        paths[path] = field
        paths |= by_path(field.fields, path + ".")
    return paths
