"""问卷 of a content file: surveys whose answers were counted by hand or stand in a csv file beside the content file."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from reportgen.diagnostics.text_kinds import QUESTIONNAIRE
from reportgen.language import _
from reportgen.model.facts import Fact
from reportgen.model.quantity import Quantity
from reportgen.model.questionnaire import MADE_UP, ROUNDED, Question, Questionnaire, Questionnaires
from reportgen.record import Struct
from reportgen.resolve.answer_sheets import BadSheets, Sheets, read_sheets
from reportgen.resolve.quantities import read_fact
from reportgen.resolve.questions import KEYS as QUESTION_KEYS
from reportgen.resolve.questions import Chosen, Survey, read_question
from reportgen.resolve.satisfaction_scales import POINTS, SATISFIED
from reportgen.source.beside import Beside, NotBeside
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node

Read = Callable[[str], bytes]
"""The bytes of a file beside the content file. Raises NotBeside."""
no_files: Read = Beside(None).read
"""What reads files where there are none."""
KEYS = ("名称", "发放", "收回", "有效", "答卷", POINTS, SATISFIED, "小数", "占比", "题目")
_NUMBERS = ("发放", "收回", "有效")
_SHEET = "份"
_DECIMALS = {"0": 0, "1": 1, "2": 2}
_USUAL_DECIMALS = 1


def read_questionnaires(path: tuple[str, ...], node: Node, expect: Expect, read: Read) -> Questionnaires:
    """The surveys; one that is wrong answers for all that is asked of it."""
    items: list[Questionnaire] = []
    for mapping in expect.rows(node, path[-1], KEYS):
        name = expect.required_text(mapping, "名称")
        if name is None:
            continue
        if any(name.text == other.name for other in items):
            expect.report(QUESTIONNAIRE, name.place, _("已经有一份问卷叫「{name}」，请换一个名称", name=name.text))
            continue
        before = len(expect.found)
        made = _Reading((*path, name.text), mapping, expect).questionnaire(read)
        if made is None or len(expect.found) > before:
            expect.unreadable.append((*path, name.text))
        items += [made] if made else []
    return Questionnaires(path, tuple(items), node.place)


class _Reading(Struct, frozen=True):
    """One survey that is read."""

    path: tuple[str, ...]
    mapping: Mapping
    expect: Expect

    def questionnaire(self, read: Read) -> Questionnaire | None:
        """The survey; None when its questions or its answers cannot be read."""
        answers, node = self.mapping.get("答卷"), self.mapping.get("题目")
        sheets = self._sheets(answers, read) if answers is not None else None
        if node is None:
            self.expect.required_text(self.mapping, "题目")
        if node is None or (answers is not None and sheets is None):
            return None
        numbers = self._numbers(sheets)
        valid = next((fact.quantity for fact in numbers if fact.path[-1] == "有效"), None)
        decimals, made_up = self._decimals(), self._made_up()
        count = int(valid.value) if valid else None
        survey = Survey(self.path, self.mapping, self.expect, count, decimals, made_up, sheets)
        asked = self._questions(node, survey)
        rows = tuple(zip(*(chosen for _question, chosen in asked), strict=True)) if sheets else ()
        questions = tuple(question for question, _chosen in asked)
        made = Questionnaire(self.path, tuple(numbers), questions, decimals, self.mapping.place, rows)
        return made if questions else None

    def _sheets(self, node: Node, read: Read) -> Sheets | None:
        written = self.expect.text(node, "答卷")
        if written is None:
            return None
        try:
            return read_sheets(read(written.text))
        except NotBeside as error:
            fix = _("把 csv 放在内容文件旁边，写它的文件名或「文件夹/文件名」")
            self.expect.report(QUESTIONNAIRE, written.place, str(error), fix)
        except BadSheets as error:
            self.expect.report(QUESTIONNAIRE, written.place, f"{written.text} {error}")
        return None

    def _numbers(self, sheets: Sheets | None) -> list[Fact]:
        """发放, 收回 and 有效: never more than the one before, and as many valid ones as there are sheets."""
        nodes = [(name, self.mapping.get(name)) for name in _NUMBERS]
        facts = [fact for name, node in nodes if node is not None and (fact := self._number(name, node))]
        if sheets:
            facts = self._with_valid(facts, len(sheets.rows))
        for more, fewer in pairwise(facts):
            if more.quantity and fewer.quantity and fewer.quantity.value > more.quantity.value:
                told = {"fewer": fewer.path[-1], "few": fewer.quantity, "more": more.path[-1], "many": more.quantity}
                self.expect.report(QUESTIONNAIRE, fewer.place, _("{fewer} {few}，比{more} {many} 还多", **told))
        return facts

    def _with_valid(self, facts: list[Fact], rows: int) -> list[Fact]:
        valid = next((fact for fact in facts if fact.path[-1] == "有效"), None)
        if valid is None:
            counted = Quantity(Decimal(rows), "", _SHEET, text=f"{rows}{_SHEET}")
            return [*facts, Fact((*self.path, "有效"), counted, self.mapping.place)]
        if valid.quantity and valid.quantity.value != rows:
            told = {"valid": valid.quantity, "rows": rows}
            self.expect.report(QUESTIONNAIRE, valid.place, _("写的是有效 {valid}，答卷有 {rows} 行", **told))
        return facts

    def _number(self, name: str, node: Node) -> Fact | None:
        fact = read_fact((*self.path, name), node, self.expect, _SHEET)
        if fact and fact.quantity and (fact.quantity.value % 1 or fact.quantity.value < 0):
            self.expect.report(QUESTIONNAIRE, fact.place, _("份数要是整数"))
            return None
        return fact

    def _questions(self, node: Node, survey: Survey) -> list[tuple[Question, Chosen]]:
        made: list[tuple[Question, Chosen]] = []
        for mapping in self.expect.rows(node, "题目", QUESTION_KEYS):
            read = read_question(mapping, survey)
            if read and any(read[0].name == other.name for other, _chosen in made):
                label = _("这份问卷里已经有一题叫「{name}」，请写不同的「简称」", name=read[0].name)
                self.expect.report(QUESTIONNAIRE, mapping.place, label)
            elif read:
                made.append(read)
        return made

    def _decimals(self) -> int:
        typed = self.expect.optional_text(self.mapping, "小数")
        if typed and typed.text not in _DECIMALS:
            self.expect.report(QUESTIONNAIRE, typed.place, _("占比的小数写 0、1 或 2 位"))
        return _DECIMALS.get(typed.text, _USUAL_DECIMALS) if typed else _USUAL_DECIMALS

    def _made_up(self) -> bool:
        typed = self.expect.optional_text(self.mapping, "占比")
        if typed and typed.text not in (ROUNDED, MADE_UP):
            ways = {"one": ROUNDED, "other": MADE_UP}
            self.expect.report(QUESTIONNAIRE, typed.place, _("「占比」写「{one}」或「{other}」", **ways))
        return typed is not None and typed.text == MADE_UP
