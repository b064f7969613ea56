"""What questionnaires give to charts: a figure by series and category."""

from collections.abc import Mapping

from reportgen.compose.questionnaire_tables import Asked, Returned, Satisfaction, Surveyed
from reportgen.model.chart import ChartKind
from reportgen.model.chart_plan import ChartPlan, Lines
from reportgen.model.facts import Fact
from reportgen.model.questionnaire import (
    Question,
    QuestionKind,
    Questionnaire,
    Questionnaires,
    satisfaction_facts,
)


def surveyed_series(data: Surveyed, plan: ChartPlan) -> Lines:
    """The figures of a chart; a question in numbers of persons, in shares where these are asked for."""
    match data:
        case Asked(question=question):
            return {plan.name.text: _answers(question, plan)}
        case Questionnaire():
            return _distribution(data, plan.kind)
        case Satisfaction():
            return _satisfaction(data.survey)
        case Returned():
            return _returned(data.surveys)


def _answers(question: Question, plan: ChartPlan) -> Mapping[str, Fact]:
    """Of several options each, and where shares are made to add up, persons would say otherwise than the table."""
    in_shares = plan.unit is not None and plan.unit.text == "%"
    if in_shares or question.made_up or question.kind is QuestionKind.SEVERAL:
        return question.shared()
    return question.counted()


def _distribution(survey: Questionnaire, kind: ChartKind) -> Lines:
    """The answers to the questions about satisfaction, or to all of one option each where there are none.

    In a 占比图 by question, in any other by option, each as a series.
    """
    single = [question for question in survey.questions if question.kind is not QuestionKind.SEVERAL]
    asked = {question.name: question.counted() for question in survey.scaled or single}
    if kind is ChartKind.DISTRIBUTION:
        return asked
    options = dict.fromkeys(option for counted in asked.values() for option in counted)
    return {option: {name: own[option] for name, own in asked.items() if option in own} for option in options}


def _satisfaction(survey: Questionnaire) -> Lines:
    """The satisfaction of every question that asks for it."""
    lines: dict[str, dict[str, Fact]] = {"满意度": {}, "满意率": {}}
    for question in survey.scaled:
        facts = satisfaction_facts(question.path, question.satisfaction, question.satisfied, question.place)
        for fact in facts:
            lines[fact.path[-1]][question.name] = fact
    return lines


def _returned(surveys: Questionnaires) -> Lines:
    """发放, 收回 and 有效 of every survey."""
    wanted = ("发放", "收回", "有效")
    found = {name: {each.name: fact for each in surveys.items if (fact := each.number(name))} for name in wanted}
    return {name: line for name, line in found.items() if line}
