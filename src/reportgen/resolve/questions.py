"""One question of a questionnaire: its options with the number of answers, typed or counted in the answer sheets."""

from reportgen.diagnostics.text_kinds import QUESTIONNAIRE
from reportgen.language import _
from reportgen.model.quantity import RATES
from reportgen.model.questionnaire import Option, Question, QuestionKind
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.resolve.answer_sheets import BadSheets, Sheets
from reportgen.resolve.quantities import read_fact
from reportgen.resolve.satisfaction_scales import POINTS, SATISFIED, worth
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node, Sequence

KEYS = ("题目", "简称", "题型", "列", "回答", POINTS, SATISFIED, "选项")
_SHOWN = 12
"""Heads of columns that a message has room for."""

Chosen = list[frozenset[str]]
"""The options chosen, sheet by sheet; empty where there are no sheets."""


class Survey(Struct, frozen=True):
    """What the questions of one survey have in common; `valid` is the number of sheets, None where it is not known."""

    path: tuple[str, ...]
    mapping: Mapping
    expect: Expect
    valid: int | None
    decimals: int
    made_up: bool
    sheets: Sheets | None = None

    def report(self, node: Node, label: str, fix: str = "") -> None:
        """Note what is wrong."""
        self.expect.report(QUESTIONNAIRE, node.place, label, fix)


def read_question(mapping: Mapping, survey: Survey) -> tuple[Question, Chosen] | None:
    """The question and what each sheet says to it; None, and the reason told, where it cannot be read."""
    words, short = survey.expect.required_text(mapping, "题目"), survey.expect.optional_text(mapping, "简称")
    kind, node = _kind(mapping, survey), mapping.get("选项")
    if node is None:
        survey.report(mapping, _("这一题没有写「选项」"))
    if words is None or kind is None or node is None:
        return None
    found = _counted(mapping, node, kind, survey) if survey.sheets else _typed(node, survey)
    if found is None:
        return None
    options, chosen = found
    if kind is QuestionKind.SCALE:
        own = [mapping.get(key) or survey.mapping.get(key) for key in (POINTS, SATISFIED)]
        options = worth(options, own[0], own[1], survey.expect, mapping.place)
    answered = _answered(mapping, options, kind, survey) if not survey.sheets else sum(map(bool, chosen))
    _hold(mapping, options, answered, survey)
    path = (*survey.path, (short or words).text)
    made = Question(path, words, kind, tuple(options), answered, survey.decimals, survey.made_up, mapping.place)
    return made, chosen


def _kind(mapping: Mapping, survey: Survey) -> QuestionKind | None:
    typed = survey.expect.optional_text(mapping, "题型")
    names = [kind.value for kind in QuestionKind]
    if typed is None:
        return QuestionKind.SINGLE
    if typed.text in names:
        return QuestionKind(typed.text)
    label = _("题型写 {names}，没有「{text}」", names=_("、").join(names), text=typed.text)
    survey.report(typed, label, did_you_mean(typed.text, names))
    return None


def _typed(node: Node, survey: Survey) -> tuple[list[Option], Chosen] | None:
    """Options with their counts."""
    if not isinstance(node, Mapping):
        example = "{满意: 180, 不满意: 12}"
        survey.report(node, _("没有「答卷」的，选项后面写人数：{example}", example=example))
        return None
    options: list[Option] = []
    for entry in node:
        fact = read_fact((*survey.path, entry.key.text), entry.value, survey.expect, "人")
        quantity = fact.quantity if fact else None
        if quantity and (quantity.value % 1 or quantity.value < 0 or quantity.unit in RATES):
            survey.report(entry.value, _("选项后面写人数，是整数；占比由程序算"))
        options += [Option(entry.key.text, int(quantity.value), entry.key.place)] if quantity else []
    return (options, []) if options else None


def _counted(mapping: Mapping, node: Node, kind: QuestionKind, survey: Survey) -> tuple[list[Option], Chosen] | None:
    """Options with their counts in the sheets."""
    names = _names(node, survey)
    column = _column(mapping, survey)
    answers = survey.mapping.get("答卷")
    if column is None or not names or survey.sheets is None or not isinstance(answers, Written):
        return None
    several = kind is QuestionKind.SEVERAL
    try:
        chosen = list(survey.sheets.chosen(column, [name.text for name in names], several))
    except BadSheets as error:
        survey.report(answers, f"{answers.text} {error}")
        return None
    return [Option(each.text, sum(each.text in one for one in chosen), each.place) for each in names], chosen


def _names(node: Node, survey: Survey) -> list[Written]:
    names = [each for each in node.items if isinstance(each, Written)] if isinstance(node, Sequence) else []
    if not names:
        example = "[满意, 基本满意, 不满意]"
        survey.report(node, _("有「答卷」的，选项写成列表，人数由程序数：{example}", example=example))
    return names


def _column(mapping: Mapping, survey: Survey) -> int | None:
    """The column of the sheets, by 列, or else by the question or its short name."""
    own = mapping.get("列")
    typed = [own] if own is not None else [mapping.get(key) for key in ("题目", "简称")]
    names = [each.text for each in typed if isinstance(each, Written)]
    sheets = survey.sheets
    column = sheets.column(*names) if sheets else None
    if column is None and sheets and names:
        heads = _("、").join([name for name in sheets.head if name][:_SHOWN])
        label = _("答卷里没有「{name}」这一列；表头有：{heads}", name=names[0], heads=heads)
        survey.report(own or mapping, label, _("加一行「列: 表头里的写法」"))
    return column


def _answered(mapping: Mapping, options: list[Option], kind: QuestionKind, survey: Survey) -> int:
    """How many answered: one option each; of several options what 回答 says, or else all valid sheets."""
    told = mapping.get("回答")
    if told is not None:
        fact = read_fact((*survey.path, "回答"), told, survey.expect, "人")
        return int(fact.quantity.value) if fact and fact.quantity else 0
    if kind is QuestionKind.SEVERAL:
        return survey.valid or 0
    return sum(option.count for option in options)


def _hold(mapping: Mapping, options: list[Option], answered: int, survey: Survey) -> None:
    """Tell of more answers than can be."""
    most = max(options, key=lambda option: option.count)
    if not most.count:
        survey.report(mapping, _("这一题没有一个人回答"))
    elif not answered:
        survey.report(mapping, _("多选题要知道有多少人回答：写这一题的「回答」，或问卷的「有效」"))
    elif survey.valid is not None and answered > survey.valid:
        few = {"answered": answered, "valid": survey.valid}
        survey.report(mapping, _("这一题有 {answered} 人回答，有效问卷只有 {valid} 份", **few))
    elif most.count > answered:
        told = {"option": most.name, "count": most.count, "answered": answered}
        survey.report(mapping, _("「{option}」有 {count} 人选，回答这一题的只有 {answered} 人", **told))
