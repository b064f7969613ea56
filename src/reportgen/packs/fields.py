"""The closed list of field types that a pack may declare, with what each accepts."""

from enum import Enum

from reportgen.packs.carrying import Carry
from reportgen.record import Struct

KIND_KEY = "文种"
"""The key of a content file that names its document types."""


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
    AMOUNT = "金额"
    QUANTITY = "数量"
    LISTING = "清单"
    INDICATORS = "指标"
    CHARTS = "图表"
    ANNEXES = "附件"
    QUESTIONNAIRES = "问卷"


MEANINGS = {
    FieldType.TEXT: "一行文字",
    FieldType.PROSE: "用 | 起头的多行文字，一行一段；「# 」是小标题，「- 」自动编号，{{ 名称 }} 引用数字",
    FieldType.DATE: "日期，如 2021年4月15日",
    FieldType.YEAR: "四位年份",
    FieldType.FUNDS: "经费表：金额单位、年初预算、批复、支出、项目资金、分项、基本支出、三公经费、政府采购",
    FieldType.FACTS: "分组的数字，一行一个：名称: 35人；组里的「合计」等于其余各项之和",
    FieldType.SCORE: "得分和等级",
    FieldType.ENTRIES: "列表，每条有名称和内容，自动编号",
    FieldType.DEPARTMENTS: "列表，每条有部门和内容",
    FieldType.PROBLEMS: "列表，每条有简称、问题和说明",
    FieldType.MEASURES: "列表，每条有对应问题、措施和说明",
    FieldType.HEADINGS: "左边模板的标题，右边本报告的写法",
    FieldType.RECORD: "下面再分几个字段",
    FieldType.AMOUNT: "金额，只写数字，单位见模板",
    FieldType.QUANTITY: "数字，可以带单位",
    FieldType.LISTING: "列表，每条一行，列名见模板",
    FieldType.INDICATORS: "绩效指标的列表，每条一行；一级、二级指标与上一条相同时可以不写",
    FieldType.CHARTS: "列表，每张图有名称、类型（柱形图、饼图等）、单位、数据、来源；"
    "图放在正文里单独写 {{ 图表.名称 }} 的那一行，句子里的 {{ 图表.名称 }} 印成图号",
    FieldType.ANNEXES: "列表，一个附件一条，先后就是附件 1、附件 2：放在别处的只写名称；在这里写的写标题和正文",
    FieldType.QUESTIONNAIRES: "列表，每份问卷有名称、发放、收回、有效和题目；一题有题目、题型和选项，"
    "选项后面写人数，或从「答卷」（csv 文件）里数；正文里写 {{ 问卷.名称.满意度 }} 引用",
}


LINE_TYPES = (FieldType.TEXT, FieldType.DATE, FieldType.YEAR, FieldType.AMOUNT, FieldType.QUANTITY)
"""What a Word template may show in a line."""


_CARRIED = {
    FieldType.DATE: Carry.MOVE,
    FieldType.YEAR: Carry.MOVE,
    FieldType.FUNDS: Carry.FORMER,
    FieldType.FACTS: Carry.FORMER,
    FieldType.SCORE: Carry.FORMER,
    FieldType.AMOUNT: Carry.FORMER,
    FieldType.QUANTITY: Carry.FORMER,
    FieldType.MEASURES: Carry.ANSWER,
}
"""What becomes of a field of a type where its pack says nothing; all others are kept."""


class Field(Struct, frozen=True):
    """A declared field."""

    name: str
    type: FieldType
    required: bool
    meaning: str
    fields: tuple["Field", ...] = ()
    """The parts of a record, the columns of a listing."""
    unit: str = ""
    """The unit of amounts, such as 万元."""
    carry: Carry | None = None
    """What becomes of it in next year's file, where the pack says so."""
    internal: bool = False
    """Whether it stays out of the public edition."""

    @property
    def carried(self) -> Carry:
        """What becomes of it in next year's file."""
        return self.carry or _CARRIED.get(self.type, Carry.KEEP)


FACTS_OF_A_FILE = Field("数据", FieldType.FACTS, False, "要引用的数字，可以分组；任何一份文件里都可以引用")
QUESTIONNAIRES_OF_A_FILE = Field(
    "问卷",
    FieldType.QUESTIONNAIRES,
    False,
    "问卷的发放、收回和每题的回答；占比、满意度由程序算，任何一份文件里都可以引用",
)
FIELDS_OF_A_FILE = (FACTS_OF_A_FILE, QUESTIONNAIRES_OF_A_FILE)
"""What every content file may have, be there a pack that asks for it or not."""


def by_path(fields: tuple[Field, ...], prefix: str = "") -> dict[str, Field]:
    """Every field by its dotted path, records before their parts."""
    paths: dict[str, Field] = {}
    for field in fields:
        path = prefix + field.name
        paths[path] = field
        if field.type is FieldType.RECORD:
            paths |= by_path(field.fields, path + ".")
    return paths


_FUND_COLUMNS = ("年初预算", "批复", "到位", "支出")
_FUND_LINES = ("", "项目资金.", "基本支出.", "三公经费.", "政府采购.")


def with_parts(paths: dict[str, Field]) -> dict[str, Field]:
    """The fields, and what a form may show of fund tables and scores: 预算.项目资金.支出, 评价.等级."""
    parts: dict[str, Field] = {}
    for path, field in paths.items():
        match field.type:
            case FieldType.FUNDS:
                names = [f"{path}.{line}{column}" for line in _FUND_LINES for column in _FUND_COLUMNS]
                parts |= {name: Field(name, FieldType.AMOUNT, False, "") for name in names}
                parts[f"{path}.金额单位"] = Field("金额单位", FieldType.TEXT, False, "")
            case FieldType.SCORE:
                parts[f"{path}.得分"] = Field("得分", FieldType.QUANTITY, False, "")
                parts[f"{path}.等级"] = Field("等级", FieldType.TEXT, False, "")
            case _:
                pass
    return {**paths, **parts}


_SCORED = "不写时，指标值和完成值都是数字的由程序按完成比例计算"
INDICATOR_COLUMNS = (
    Field("一级指标", FieldType.TEXT, False, "产出指标、效益指标、满意度指标 …；与上一条相同可以不写"),
    Field("二级指标", FieldType.TEXT, False, "数量指标、质量指标 …；与上一条相同可以不写"),
    Field("三级指标", FieldType.TEXT, False, "指标的名称"),
    Field("指标说明", FieldType.TEXT, False, "指标的含义或计算方法"),
    Field("指标性质", FieldType.TEXT, False, "＝、≥、≤ 或 定性；与指标值写在一起时不写这一栏"),
    Field("指标值", FieldType.TEXT, False, "目标值，带符号和单位，如 ≥95%", carry=Carry.MOVE),
    Field("度量单位", FieldType.TEXT, False, "指标值的单位；与指标值写在一起时不写这一栏"),
    Field("完成值", FieldType.TEXT, False, "实际完成的值，带单位", carry=Carry.CLEAR),
    Field("分值", FieldType.QUANTITY, False, "满分", unit="分", carry=Carry.KEEP),
    Field("得分", FieldType.QUANTITY, False, _SCORED, unit="分", carry=Carry.CLEAR),
    Field("偏差原因", FieldType.TEXT, False, "没有得满分的原因和改进措施", carry=Carry.DROP),
    Field("依据", FieldType.TEXT, False, "指标值的确定依据"),
    Field("评分标准", FieldType.TEXT, False, "怎样给分、怎样扣分"),
    Field("评分依据", FieldType.TEXT, False, "按什么材料评的：文件、台账、问卷、现场核查"),
)
"""What an indicator may say (财预〔2020〕10号 form, and the local ones: 指标说明, 指标性质, 度量单位, 依据)."""
