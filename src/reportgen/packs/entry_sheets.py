"""Fields of packs → the sheets of a workbook to be filled in."""

from collections.abc import Iterable, Iterator

from reportgen.model.chart import ChartKind
from reportgen.model.content import FundColumn
from reportgen.model.questionnaire import QuestionKind
from reportgen.packs.entry import (
    FIELDS_SHEET,
    LONGEST_NAME,
    MONEY_UNIT,
    OPTIONS,
    Asked,
    EntryBook,
    EntrySheet,
    SheetKind,
    sheet_name,
)
from reportgen.packs.fields import KIND_KEY, MEANINGS, QUESTIONNAIRES_OF_A_FILE, Field, FieldType
from reportgen.packs.outline import chart_steps, sections
from reportgen.packs.pack import Pack
from reportgen.packs.samples import Samples, samples_of
from reportgen.packs.shapes import FUND_LINES, FUND_MEANINGS
from reportgen.packs.skeleton_fields import LINES, Blank
from reportgen.record import Struct, field, replace

Path = tuple[str, ...]
_YES = ("是",)
_QUESTIONS = Field(
    "题目",
    FieldType.LISTING,
    False,
    "每题一行，写明是哪份问卷的",
    (
        Field("题目", FieldType.TEXT, True, "照问卷抄"),
        Field("简称", FieldType.TEXT, False, "正文里写 {{ 问卷.名称.简称.满意度 }} 引用"),
        Field("题型", FieldType.TEXT, False, "不写就是单选"),
        Field("列", FieldType.TEXT, False, "有答卷的，写这一题在表里的列名；与题目相同的不写"),
        Field(OPTIONS, FieldType.PROSE, True, "一行一个，后面写人数：非常满意：60；有答卷的只写选项"),
    ),
)
_SURVEYS = (
    Field("名称", FieldType.TEXT, True, "正文里写 {{ 问卷.名称.满意度 }} 引用"),
    Field("发放", FieldType.QUANTITY, False, "发出去的份数"),
    Field("收回", FieldType.QUANTITY, False, "收回来的份数"),
    Field("有效", FieldType.QUANTITY, False, "算数的份数"),
    Field("答卷", FieldType.TEXT, False, "有电子答卷的，写 csv 文件的名称；人数由程序数"),
    _QUESTIONS,
)
_LINES = {**LINES, FieldType.QUESTIONNAIRES: _SURVEYS}
_LISTS = (*_LINES, FieldType.LISTING, FieldType.INDICATORS)
_MONEY = ("万元", "元", "亿元")
_FUND_ROWS = ("全年", *FUND_LINES)
"""The first is the table's own line; below them the items follow."""
_NATURES = ("＝", "≥", "≤", "定性")
_FIRST_LEVEL, _NATURE = "一级指标", "指标性质"
_KIND = "题型"
_ANSWERS, _SHORT = "对应问题", "简称"


def entry_book(packs: tuple[Pack, ...], annexes: tuple[Pack, ...] = ()) -> EntryBook:
    """The workbook for the documents of some packs; what `annexes` ask for beyond that is optional."""
    made = _Making(packs)
    kinds = "、".join(pack.title for pack in packs)
    made.fields.append(Asked((KIND_KEY,), KIND_KEY, FieldType.TEXT, "程序凭它选用模板，不要改", True, given=kinds))
    for pack in (*packs, *annexes):
        of_file = (QUESTIONNAIRES_OF_A_FILE,) if _may_refer(pack) else ()
        for each in (*pack.fields, *of_file):
            if each.name not in made.seen:
                made.seen.add(each.name)
                own = each if pack in packs else replace(each, required=False)
                made.add((each.name,), own, samples_of(pack).below(each.name))
    first = EntrySheet(FIELDS_SHEET, SheetKind.FIELDS, (), tuple(made.fields), required=True)
    return EntryBook(packs, (first, *made.sheets))


def _may_refer(pack: Pack) -> bool:
    """Whether its text refers to figures, among them those of surveys."""
    return any(field.type is FieldType.FACTS for field in pack.fields)


class _Making(Struct):
    packs: tuple[Pack, ...]
    fields: list[Asked] = field(default_factory=list)
    sheets: list[EntrySheet] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def add(self, path: Path, each: Field, samples: Samples) -> None:
        """A field: rows of the first sheet, or sheets of its own."""
        match each.type:
            case FieldType.RECORD:
                for part in each.fields:
                    own = replace(part, required=part.required and each.required)
                    self.add((*path, part.name), own, samples.below(part.name))
            case FieldType.SCORE:
                self.fields += self._score(path, each, samples)
            case FieldType.FUNDS:
                self._funds(path, each, samples)
            case FieldType.FACTS:
                self._facts(path, each)
            case FieldType.HEADINGS:
                self._headings(path, each)
            case FieldType.CHARTS:
                self._charts(path, each)
            case FieldType.ANNEXES:
                self._annexes(path, each)
            case _ if each.type in _LISTS:
                self._list(path, each, samples)
            case _:
                self.fields.append(_asked(path, each, samples))

    def _score(self, path: Path, each: Field, samples: Samples) -> Iterator[Asked]:
        """One, or one for each document of the file that has a score of its own."""
        own = [pack for pack in self.packs if any(field.name == path[0] for field in pack.fields)]
        for pack in own or self.packs[:1]:
            at = (*path, pack.title) if len(own) > 1 else path
            points = Field("得分", FieldType.QUANTITY, each.required, "总得分，满分 100，如 88.5分")
            yield _asked((*at, points.name), points, samples.below(points.name))
            grade = Field("等级", FieldType.TEXT, each.required, "得分所在的等级")
            words = tuple(band.name for band in pack.grades.bands) if pack.grades else ()
            yield replace(_asked((*at, grade.name), grade, samples.below(grade.name)), choices=words)

    def _funds(self, path: Path, each: Field, samples: Samples) -> None:
        unit = Field(MONEY_UNIT, FieldType.TEXT, each.required, f"「{each.name}」里所有金额的单位")
        self.fields.append(replace(_asked((*path, unit.name), unit, samples.below(unit.name)), choices=_MONEY))
        named = Asked((), "名称", FieldType.TEXT, "上面几行固定；下面每个专项一行，写专项的名称", True)
        columns = [
            Asked((), column.value, FieldType.QUANTITY if column is FundColumn.RATE else FieldType.AMOUNT, meaning)
            for column, meaning in FUND_MEANINGS.items()
        ]
        self.sheets.append(replace(self._sheet(path, each, SheetKind.FUNDS, (named, *columns)), rows=_FUND_ROWS))

    def _facts(self, path: Path, each: Field) -> None:
        columns = (
            Asked((), "组", FieldType.TEXT, "几个数归成一组的，写组的名称，组里再分组用点隔开；不分组的空着"),
            Asked((), "名称", FieldType.TEXT, "正文里写 {{ 名称 }} 引用", True),
            Asked((), "数", FieldType.QUANTITY, "带单位，如 35人、97.3%", True),
        )
        self.sheets.append(self._sheet(path, each, SheetKind.FACTS, columns))

    def _headings(self, path: Path, each: Field) -> None:
        words = tuple(section.heading for pack in self.packs for section in sections(pack.outline))
        columns = (
            Asked((), "模板的标题", FieldType.TEXT, "", True, choices=words),
            Asked((), "本报告的写法", FieldType.TEXT, "", True),
        )
        self.sheets.append(self._sheet(path, each, SheetKind.HEADINGS, columns))

    def _charts(self, path: Path, each: Field) -> None:
        """Those of the pack by their names alone; one's own with what they show."""
        ready = tuple(step.name for pack in self.packs for step in chart_steps(pack.outline))
        told = "正文里写 {{ 图表.名称 }} 引用" + (f"；模板现成的只写名称：{'、'.join(ready)}" if ready else "")
        columns = (
            Asked((), "名称", FieldType.TEXT, told, True),
            Asked((), "类型", FieldType.TEXT, "不写就是柱形图", choices=tuple(kind.value for kind in ChartKind)),
            Asked((), "单位", FieldType.TEXT, "数字自己带单位的不写"),
            Asked((), "数据", FieldType.TEXT, "已写过的写它的名称，如 服务人数；自己列的一行一项：1月：3.2"),
            Asked((), "列", FieldType.TEXT, "数据是「预算」的，写比较哪几栏，用顿号隔开"),
            Asked((), "来源", FieldType.TEXT, "印在图的下方"),
        )
        self.sheets.append(self._sheet(path, each, SheetKind.CHARTS, columns))

    def _annexes(self, path: Path, each: Field) -> None:
        """Those that are kept elsewhere by their names alone."""
        columns = (
            Asked((), "标题", FieldType.TEXT, "一个附件一行，先后就是附件 1、附件 2；放在别处的只写这一格", True),
            Asked((), "正文", FieldType.PROSE, "在这里写的才写，一行一段；行首「# 」是小标题"),
            Asked((), "横排", FieldType.TEXT, "正文里的表很宽的写 是", choices=_YES),
            Asked((), "另装", FieldType.TEXT, "公文的附件不与正文装订的写 是", choices=_YES),
        )
        self.sheets.append(self._sheet(path, each, SheetKind.ANNEXES, columns))

    def _list(self, path: Path, each: Field, samples: Samples, link: Asked | None = None) -> None:
        """A sheet for the list, then one for each list that its items hold."""
        fields = _LINES.get(each.type) or (each.fields if each == _QUESTIONS else self._columns(each, samples))
        plain = [part for part in fields if part.type not in _LISTS]
        columns = [self._column(part, each, samples) for part in plain]
        asked = (*([link] if link else []), *columns)
        sheet = replace(self._sheet(path, each, SheetKind.LIST, asked), link=link.name if link else "")
        self.sheets.append(sheet)
        outer = replace(columns[0], choices_of=(sheet.name, columns[0].name), meaning="属于哪一条，照那一张表写")
        for part in (part for part in fields if part.type in _LISTS):
            inner = part if part.unit or part.type is not FieldType.LISTING else replace(part, unit=each.unit)
            self._list((*path, part.name), inner, samples.below(part.name), outer)

    def _columns(self, each: Field, samples: Samples) -> tuple[Field, ...]:
        """Those that a form prints, and those that the example has."""
        printed = Blank(self.packs).columns(each, samples.first)
        return tuple(part for part in each.fields if part in printed or part.name in samples.names)

    def _column(self, part: Field, each: Field, samples: Samples) -> Asked:
        asked = _asked((), part, samples.below(part.name))
        if part.type is FieldType.AMOUNT and not part.unit:
            asked = replace(asked, unit=each.unit)
        if part.name == _KIND:
            return replace(asked, choices=tuple(kind.value for kind in QuestionKind))
        if part.name == _ANSWERS:
            return replace(asked, choices_of=next(((s.name, _SHORT) for s in self.sheets if _has_short(s)), None))
        if each.type is not FieldType.INDICATORS:
            return asked
        levels = tuple(dict.fromkeys(name for pack in self.packs for scheme in pack.weights for name in scheme.points))
        return replace(asked, choices={_FIRST_LEVEL: levels, _NATURE: _NATURES}.get(part.name, ()))

    def _sheet(self, path: Path, each: Field, kind: SheetKind, asked: Iterable[Asked]) -> EntrySheet:
        """A sheet for a field, called as none of the workbook so far is."""
        name, number = sheet_name(path), 1
        while any(sheet.name == name for sheet in self.sheets):
            number += 1
            name = f"{sheet_name(path)[: LONGEST_NAME - 2]}{number}"
        meaning = each.meaning or MEANINGS[each.type]
        return EntrySheet(name, kind, path, tuple(asked), meaning, each.required)


def _has_short(sheet: EntrySheet) -> bool:
    return any(asked.name == _SHORT for asked in sheet.asked)


def _asked(path: Path, each: Field, samples: Samples) -> Asked:
    return Asked(path, each.name, each.type, each.meaning, each.required, each.unit, sample=samples.words)
