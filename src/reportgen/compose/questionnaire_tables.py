"""What questionnaires give to tables of a text.

{{ 问卷.观众 }}                every question with its answers
{{ 问卷.观众.讲解 }}           one question
{{ 问卷.观众.讲解 | 年龄 }}    the same by the answers to another one, where the sheets themselves are given
{{ 问卷.观众.满意度汇总 }}     the questions about satisfaction
{{ 问卷.发放汇总 }}            how many were handed out and came back
"""

from collections.abc import Iterator, Sequence

from reportgen.compose.typed_tables import Line, Words
from reportgen.model.content import Content
from reportgen.model.facts import Fact
from reportgen.model.inline import Number, Text
from reportgen.model.quantity import Quantity
from reportgen.model.questionnaire import (
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Questionnaires,
)
from reportgen.place import Place
from reportgen.record import Struct

SATISFACTION, RETURNED = "满意度汇总", "发放汇总"
_QUESTION, _OPTION, _PERSONS, _SHARE, _TOTAL = "题目", "选项", "人数", "占比", "合计"
_ANSWERED, _POINTS, _RATE = "回答人数", "满意度", "满意率"
_OF_PERSONS = "占回答人数的比例"
_RETURNS = ("发放", "收回", "有效", "回收率", "有效率")


class Asked(Struct, frozen=True):
    """A question, and the survey that it belongs to."""

    question: Question
    survey: Questionnaire

    @property
    def others(self) -> list[str]:
        """The questions by which it can be crossed."""
        return [each.name for each in self.survey.questions if each is not self.question] if self.survey.answers else []


class Satisfaction(Struct, frozen=True):
    """The questions of a survey that ask for satisfaction."""

    survey: Questionnaire


class Returned(Struct, frozen=True):
    """The surveys by how many were handed out and came back."""

    surveys: Questionnaires


Surveyed = Questionnaire | Asked | Satisfaction | Returned


def surveyed(content: Content) -> Iterator[tuple[tuple[str, ...], Surveyed]]:
    """All that may be asked for, by its path."""
    for value in {**content.elsewhere, **content.values}.values():
        if isinstance(value, Questionnaires):
            yield (*value.path, RETURNED), Returned(value)
            for survey in value.items:
                yield survey.path, survey
                yield (*survey.path, SATISFACTION), Satisfaction(survey)
                yield from ((question.path, Asked(question, survey)) for question in survey.questions)


def surveyed_lines(data: Surveyed, columns: Sequence[str], place: Place) -> list[Line]:
    """The rows of a table, its head first; the first of the columns is the question by which another is crossed."""
    match data:
        case Asked() if columns:
            return _by(data, next(each for each in data.survey.questions if each.name == columns[0]), place)
        case Asked(question=question):
            head = [_OPTION, _PERSONS, _OF_PERSONS if question.kind is QuestionKind.SEVERAL else _SHARE]
            return [_head(head, place), *_answers(question, place)]
        case Questionnaire():
            rows = [(question, line) for question in data.questions for line in _answers(question, place)]
            asked = [Line((_said(question.words.text), *line.cells), place) for question, line in rows]
            return [_head([_QUESTION, _OPTION, _PERSONS, _SHARE], place), *asked]
        case Satisfaction():
            return _satisfaction(data.survey, place)
        case Returned():
            return _returned(data.surveys, place)


def _by(asked: Asked, by: Question, place: Place) -> list[Line]:
    """How those who chose each option of `by` answered a question; who left out either is not counted."""
    question, survey = asked.question, asked.survey
    at = survey.questions.index(question), survey.questions.index(by)
    pairs = [(row[at[0]], row[at[1]]) for row in survey.answers if row[at[0]] and row[at[1]]]
    lines = [_head([by.name, *(option.name for option in question.options), _ANSWERED], place)]
    for name in [option.name for option in by.options]:
        chosen = [answer for answer, group in pairs if name in group]
        lines.append(_crossed(name, question.options, chosen, place))
    several = by.kind is QuestionKind.SEVERAL
    return lines if several else [*lines, _crossed(_TOTAL, question.options, [a for a, _group in pairs], place)]


def _crossed(name: str, options: Sequence[Option], chosen: Sequence[frozenset[str]], place: Place) -> Line:
    counts = [sum(option.name in answer for answer in chosen) for option in options]
    return Line((_said(name), *(_said(str(count)) for count in (*counts, len(chosen)))), place)


def _answers(question: Question, place: Place) -> Iterator[Line]:
    """A row an option; of one option each, all of them below."""
    counted, shared = question.counted(), question.shared()
    for option in question.options:
        yield Line((_said(option.name), _count(counted[option.name]), _fact(shared[option.name])), place)
    if question.kind is not QuestionKind.SEVERAL:
        total = f"{100:.{question.decimals}f}%"
        yield Line((_said(_TOTAL), _said(str(question.answered)), _said(total)), place)


def _satisfaction(survey: Questionnaire, place: Place) -> list[Line]:
    """A row a question; the numbers of each option where all questions have the same."""
    names = [option.name for option in survey.scaled[0].options] if survey.scaled else []
    alike = all([option.name for option in question.options] == names for question in survey.scaled)
    shown = names if alike else []
    lines = [_head([_QUESTION, *shown, _ANSWERED, _POINTS, _RATE], place)]
    for question in survey.scaled:
        counts = [_count(question.counted()[name]) for name in shown]
        results = map(_share, (question.satisfaction, question.satisfied))
        lines.append(Line((_said(question.name), *counts, _said(str(question.answered)), *results), place))
    if len(survey.scaled) > 1:
        sums = [sum(question.options[at].count for question in survey.scaled) for at in range(len(shown))]
        sums.append(sum(question.answered for question in survey.scaled))
        results = map(_share, (survey.satisfaction, survey.satisfied))
        lines.append(Line((_said(_TOTAL), *(_said(str(each)) for each in sums), *results), place))
    return lines


def _returned(surveys: Questionnaires, place: Place) -> list[Line]:
    """Only the columns of which something is known."""
    shown = [name for name in _RETURNS if any(survey.number(name) for survey in surveys.items)]
    lines = [_head(["问卷", *shown], place)]
    for survey in surveys.items:
        facts = [survey.number(name) for name in shown]
        lines.append(Line((_said(survey.name), *(_count(fact) if fact else () for fact in facts)), place))
    return lines


def _head(names: Sequence[str], place: Place) -> Line:
    return Line(tuple(map(_said, names)), place)


def _said(words: str) -> Words:
    return (Text(words),)


def _count(fact: Fact) -> Words:
    """A number of sheets or persons without its unit, which the head says; a rate as it is."""
    words, quantity = str(fact.quantity), fact.quantity
    if quantity and quantity.unit != "%":
        words = words.removesuffix(quantity.unit)
    return (Number(words, fact, fact.place),)


def _fact(fact: Fact) -> Words:
    return (Number(str(fact.quantity), fact, fact.place),)


def _share(quantity: Quantity | None) -> Words:
    return _said(str(quantity)) if quantity else ()
