"""One field of a pack as lines to be filled in: its meaning and a sample above it, its parts below."""

from collections.abc import Iterator

from reportgen.model.chart import ChartKind
from reportgen.packs.fields import MEANINGS, Field, FieldType
from reportgen.packs.forms import shown_by
from reportgen.packs.outline import chart_steps, sections
from reportgen.packs.pack import Pack
from reportgen.packs.samples import Samples
from reportgen.packs.skeleton_funds import funds
from reportgen.packs.skeleton_lines import Lines, beside, left_out, told, within
from reportgen.record import Struct, replace
from reportgen.source.expect import TO_FILL

_LEVELS = ("一级指标", "二级指标", "三级指标")
_ASKED = ("指标值", "完成值", "分值")
_SHOWN = 3
_USUAL = {FieldType.DATE: "2025年3月20日", FieldType.YEAR: "2024", FieldType.AMOUNT: "120.00"}
_IN_ONE_LINE = (FieldType.TEXT, FieldType.PROSE, FieldType.DATE, FieldType.YEAR, FieldType.AMOUNT, FieldType.QUANTITY)
"""The sample of any other field stands beside its parts."""
LINES = {
    FieldType.ENTRIES: (Field("名称", FieldType.TEXT, True, ""), Field("内容", FieldType.PROSE, True, "")),
    FieldType.DEPARTMENTS: (
        Field("部门", FieldType.TEXT, True, "印成小标题"),
        Field("内容", FieldType.PROSE, True, "做了什么、成效怎样"),
    ),
    FieldType.PROBLEMS: (
        Field("简称", FieldType.TEXT, True, "给整改措施对应用，不印出来"),
        Field("问题", FieldType.TEXT, True, "印成小标题"),
        Field("说明", FieldType.PROSE, False, "原因"),
    ),
    FieldType.MEASURES: (
        Field("对应问题", FieldType.TEXT, True, "上面的简称"),
        Field("措施", FieldType.TEXT, True, "印成小标题"),
        Field("说明", FieldType.PROSE, False, "由谁负责、什么时候做完"),
    ),
}
"""What each item of a list says whose columns no pack chooses."""


_QUESTIONNAIRE = (
    "- 名称: 服务对象",
    "  发放: 320份",
    "  收回: 310份",
    "  有效: 300份",
    "  题目:",
    "    - {题目: 您对讲解是否满意？, 简称: 讲解, 题型: 满意度, 选项: {满意: 276, 基本满意: 18, 不满意: 6}}",
)


class Blank(Struct, frozen=True):
    """A field to be filled in; `packs` are those that ask for it."""

    packs: tuple[Pack, ...]

    def field(self, field: Field, samples: Samples, remark: str = "") -> Lines:
        """The field with what is to be known about it above."""
        optional = "" if field.required else "（选填）"
        yield told(f"{field.name}{optional}：{field.meaning or MEANINGS[field.type]}{_unit(field.unit)}{remark}")
        sample = samples.words or _USUAL.get(field.type, "")
        if sample and field.type in _IN_ONE_LINE:
            yield told(f"  例：{sample}")
        yield from self.value(field, samples) if field.required else left_out(self.value(field, samples))

    def value(self, field: Field, samples: Samples) -> Lines:
        """The key with nothing behind it, and what stands below."""
        yield f"{field.name}: |" if field.type is FieldType.PROSE else f"{field.name}:"
        yield from within(self._below(field, samples))

    def _below(self, field: Field, samples: Samples) -> Lines:
        match field.type:
            case FieldType.PROSE:
                return [TO_FILL]
            case FieldType.RECORD:
                return [line for part in field.fields for line in self.field(part, samples.below(part.name))]
            case FieldType.LISTING | FieldType.INDICATORS:
                return self._rows(field, samples)
            case FieldType.FUNDS:
                return funds(field, self.packs, samples)
            case _ if field.type in LINES:
                return self._rows(replace(field, fields=LINES[field.type]), samples)
            case _:
                return self._free(field, samples)

    def _free(self, field: Field, samples: Samples) -> Lines:  # noqa: PLR0911 - one case for each type
        """What stands below a field whose names are the writer's own; nothing below one of a line."""
        match field.type:
            case FieldType.CHARTS:
                return self._charts()
            case FieldType.ANNEXES:
                return _annexes()
            case FieldType.QUESTIONNAIRES:
                return _QUESTIONNAIRE
            case FieldType.SCORE:
                return self._score(samples)
            case FieldType.HEADINGS:
                own = [section.heading for pack in self.packs for section in sections(pack.outline)]
                return [f"{own[0] if own else '模板的标题'}: 本报告的写法"]
            case FieldType.FACTS:
                return samples.entries[:_SHOWN] or ["名称: 35人"]
            case _:
                return []

    # ---- lists ----

    def _rows(self, field: Field, samples: Samples) -> Iterator[str]:
        """One item, a column a line."""
        lead, first = "- ", samples.first
        for column in self.columns(field, first):
            lines = self._column(column, samples.below(column.name), field.unit)
            needed = column.required or (field.type is FieldType.INDICATORS and _is_asked(column.name, first))
            for line in lines if needed else left_out(lines):
                yield lead + line
                lead = "  "
        yield told("再有一条，从「- 」起照样再写一段")

    def columns(self, field: Field, first: Samples) -> list[Field]:
        """Of indicators those that a form prints."""
        if field.type is not FieldType.INDICATORS:
            return list(field.fields)
        forms = [form for pack in self.packs for form in pack.forms.values()]
        shown = {name.rpartition(".")[2] for form in forms for name in shown_by(form)} or set(first.names)
        return [column for column in field.fields if column.name in shown or column.name in _LEVELS]

    def _column(self, column: Field, samples: Samples, unit: str) -> Lines:
        if column.type in (FieldType.LISTING, FieldType.INDICATORS):
            yield f"{column.name}:{beside(column.meaning)}"
            yield from within(self._rows(column, samples))
        elif column.type is FieldType.PROSE:
            yield f"{column.name}: |{beside(column.meaning, samples.words)}"
            yield f"  {TO_FILL}"
        else:
            meaning = column.meaning + _unit(column.unit or unit if column.type is FieldType.AMOUNT else column.unit)
            yield f"{column.name}:{beside(meaning, samples.words or _USUAL.get(column.type, ''))}"

    # ---- scores and charts ----

    def _score(self, samples: Samples) -> Lines:
        bands = next((pack.grades.bands for pack in self.packs if pack.grades), ())
        grades = "、".join(band.name for band in bands)
        yield f"得分:{beside('满分 100', samples.below('得分').words)}"
        yield f"等级:{beside(grades, samples.below('等级').words)}"

    def _charts(self) -> Lines:
        """The charts that packs have ready, then one of one's own."""
        for step in (step for pack in self.packs for step in chart_steps(pack.outline)):
            yield f"- {step.name}{beside('模板现成的图，写名称就画')}"
        yield f"- 名称:{beside('自己的图；正文里单写一行 {{ 图表.名称 }} 就放在那里')}"
        yield f"  类型: {ChartKind.COLUMN.value}{beside('、'.join(kind.value for kind in ChartKind))}"
        yield f"  单位:{beside('', '万人次')}"
        yield "  数据: {1月: , 2月: }"
        yield f"  来源:{beside('选填，印在图的下方')}"


def _annexes() -> Lines:
    """One that is only named, and one that is written out."""
    yield f"- 附件的名称{beside('放在别处的，只写名称')}"
    yield f"- 标题:{beside('在这里写的，写标题和正文', '满意度调查问卷')}"
    yield "  正文: |"
    yield f"    {TO_FILL}"


def _is_asked(column: str, first: Samples) -> bool:
    return column in (*_LEVELS, *_ASKED) or column in first.names


def _unit(unit: str) -> str:
    return f"（单位：{unit}）" if unit else ""
