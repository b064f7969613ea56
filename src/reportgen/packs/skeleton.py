"""A content file to be filled in: every field of a pack with its meaning as a comment above it."""

from collections.abc import Iterator

from reportgen.packs.fields import MEANINGS, Field, FieldType
from reportgen.packs.pack import Pack

_FUNDS = (
    "金额单位: 万元",
    "批复:            # 全年预算批复总数",
    "支出:            # 全年支出总数",
    "项目资金: {批复: , 到位: , 支出: }",
    "分项:",
    "  - {名称: , 批复: , 到位: , 支出: , 支付率: }",
)
_SAMPLES = {
    FieldType.FUNDS: _FUNDS,
    FieldType.SCORE: ("得分:            # 如 88.5分", "等级:"),
    FieldType.FACTS: ("# 名称: 35人",),
    FieldType.HEADINGS: ("# 模板的标题: 本报告的写法",),
    FieldType.CHARTS: ("- 名称:", "  类型: 柱形图    # 柱形图、折线图或饼图", "  单位:", "  数据: {1月: , 2月: }"),
    FieldType.ENTRIES: ("- 名称:", "  内容:"),
    FieldType.DEPARTMENTS: ("- 部门:", "  内容: |", "    "),
    FieldType.PROBLEMS: ("- 简称:", "  问题:", "  说明: |", "    "),
    FieldType.MEASURES: ("- 对应问题:", "  措施:", "  说明: |", "    "),
}


def skeleton(pack: Pack, schema: str) -> str:
    """The text of an empty content file; `schema` is the address of the JSON Schema for the editor, or empty.

    Optional fields are commented out: what is left empty of the rest is what `check` asks for.
    """
    lines = [f"# yaml-language-server: $schema={schema}", "#"] if schema else []
    lines += [
        f"# {pack.title}：{pack.meaning}",
        "# 冒号用半角，后面空一格；缩进用空格。以 # 开头的行是说明，不会印出来。",
        "# 选填的内容前面有「# 」，要用时把它删去。填好后运行 reportgen build 这个文件。",
        "",
        "# 文种：固定写法，程序凭它选用模板",
        f"文种: {pack.title}",
    ]
    for field in pack.fields:
        lines += ["", *_field(field, "")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _field(field: Field, indent: str) -> Iterator[str]:
    optional = "" if field.required else "（选填）"
    yield f"{indent}# {field.name}{optional}：{field.meaning or MEANINGS[field.type]}"
    mark = "" if field.required else "# "
    yield from (f"{indent}{mark}{line}" for line in _lines(field))


def _lines(field: Field) -> Iterator[str]:
    match field.type:
        case FieldType.PROSE:
            yield f"{field.name}: |"
            yield "  "
        case FieldType.RECORD:
            yield f"{field.name}:"
            for part in field.fields:
                yield from _field(part, "  ")
        case FieldType.LISTING | FieldType.INDICATORS:
            yield f"{field.name}:"
            yield from _columns(field)
        case _ if field.type in _SAMPLES:
            yield f"{field.name}:"
            yield from (f"  {line}" for line in _SAMPLES[field.type])
        case _:
            yield f"{field.name}:"


def _columns(field: Field) -> Iterator[str]:
    """One empty line of a listing: its columns below each other, the meanings beside them."""
    lead = "  - "
    for column in field.fields:
        meaning = f"    # {column.meaning}" if column.meaning else ""
        if column.type in (FieldType.LISTING, FieldType.INDICATORS):
            yield f"{lead}{column.name}:{meaning}"
            yield from (f"    {line}" for line in _columns(column))
        else:
            yield f"{lead}{column.name}:{meaning}"
        lead = "    "
