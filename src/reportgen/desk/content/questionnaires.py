"""The questionnaires of a content file for their widget: what the program works out of the answers."""

from collections.abc import Iterator
from pathlib import Path as Folder

from starlette.responses import Response
from starlette.routing import Route

from reportgen.compose.questionnaire_tables import SATISFACTION
from reportgen.desk.content.answering import answering
from reportgen.desk.content.laying_down import laid_down, of_file, plain_name
from reportgen.desk.content.service import Contents
from reportgen.desk.posted import Asked
from reportgen.desk.workspace import Workspace
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.quantity import Quantity
from reportgen.model.questionnaire import MADE_UP, ROUNDED, Question, QuestionKind, Questionnaire, Questionnaires
from reportgen.packs.fields import QUESTIONNAIRES_OF_A_FILE
from reportgen.pipeline.checked import Checked
from reportgen.record import Struct, as_json
from reportgen.resolve.answer_sheets import BadSheets, read_sheets
from reportgen.source.tree import Path, Tree, tree_at, tree_of

_FIELD = QUESTIONNAIRES_OF_A_FILE.name
_RATES = ("回收率", "有效率")


class OptionView(Struct, frozen=True):
    """An answer with how many gave it, and their share."""

    name: str
    count: int
    share: str


class QuestionView(Struct, frozen=True):
    """What is worked out of a question, by its number in the list; nothing of one that cannot be read."""

    number: int
    is_read: bool
    answered: int = 0
    satisfaction: str = ""
    satisfied: str = ""
    weights: str = ""
    options: tuple[OptionView, ...] = ()


class SurveyView(Struct, frozen=True):
    """What is worked out of a questionnaire. `heads` are those of its answer sheets, `valid` how many there are."""

    number: int
    is_read: bool
    rates: tuple[tuple[str, str], ...] = ()
    satisfaction: str = ""
    satisfied: str = ""
    valid: str = ""
    heads: tuple[str, ...] = ()
    questions: tuple[QuestionView, ...] = ()


class SurveysView(Struct, frozen=True):
    """What the widget asks for whenever the file has changed; `sheets` are the csv files beside it."""

    surveys: tuple[SurveyView, ...]
    sheets: tuple[str, ...]
    kinds: tuple[str, ...] = tuple(kind.value for kind in QuestionKind)
    roundings: tuple[str, ...] = (ROUNDED, MADE_UP)
    survey_name: str = "问卷{at}"
    captions: tuple[str, str, str] = ("{name}满意度", "{name}问卷结果", "{name}各题评价")
    """What is written into the file of a new one, and of tables and charts that are put into the text."""
    summary: str = SATISFACTION
    """What references call the questions about satisfaction taken together."""


def surveys_view(checked: Checked, path: Path, folder: Folder) -> SurveysView:
    """The questionnaires of the field at a path; `folder` is that of the content file."""
    known = _known(checked, path)
    items = tree_at(tree_of(checked.source.root), path)
    listed = items if isinstance(items, list) else []
    surveys = tuple(_survey(number, item, known, checked) for number, item in enumerate(listed, start=1))
    return SurveysView(surveys, tuple(_sheets(folder)))


def _known(checked: Checked, path: Path) -> dict[str, Questionnaire]:
    """Those that can be read, by name."""
    found = (each for draft in checked.every_draft for each in draft.content.every(Questionnaires) if each.path == path)
    return {survey.name: survey for each in found for survey in each.items}


def _survey(number: int, item: Tree, known: dict[str, Questionnaire], checked: Checked) -> SurveyView:
    survey = known.get(_text(item, "名称"))
    heads = _heads(_text(item, "答卷"), checked)
    if survey is None:
        return SurveyView(number, False, heads=heads)
    rates = ((name, survey.number(name)) for name in _RATES)
    valid = survey.number("有效")
    asked = item.get("题目") if isinstance(item, dict) else None
    questions = {question.name: question for question in survey.questions}
    told = (_question(at, each, questions) for at, each in enumerate(asked if isinstance(asked, list) else (), start=1))
    return SurveyView(
        number,
        True,
        tuple((name, str(fact.quantity)) for name, fact in rates if fact),
        _said(survey.satisfaction),
        _said(survey.satisfied),
        str(valid.quantity) if valid else "",
        heads,
        tuple(told),
    )


def _question(number: int, item: Tree, known: dict[str, Question]) -> QuestionView:
    question = known.get(_text(item, "简称") or _text(item, "题目"))
    if question is None:
        return QuestionView(number, False)
    options = zip(question.options, question.shares, strict=True)
    return QuestionView(
        number,
        True,
        question.answered,
        _said(question.satisfaction) if question.kind is QuestionKind.SCALE else "",
        _said(question.satisfied) if question.kind is QuestionKind.SCALE else "",
        question.weights,
        tuple(OptionView(option.name, option.count, str(share)) for option, share in options),
    )


def _text(item: Tree, name: str) -> str:
    value = item.get(name, "") if isinstance(item, dict) else ""
    return value if isinstance(value, str) else ""


def _said(quantity: Quantity | None) -> str:
    return str(quantity) if quantity else ""


def _heads(file: str, checked: Checked) -> tuple[str, ...]:
    """The heads of answer sheets that the check has read."""
    content = checked.beside.get(file.replace("\\", "/")) if file else None
    try:
        return tuple(filter(None, read_sheets(content).head)) if content else ()
    except BadSheets:
        return ()


def _sheets(folder: Folder) -> Iterator[str]:
    """The csv files in the folder and in those right below it."""
    for pattern in ("*.csv", "*/*.csv"):
        yield from (each.relative_to(folder).as_posix() for each in sorted(folder.glob(pattern)) if each.is_file())


def questionnaire_routes(_workspace: Workspace, contents: Contents) -> list[Route]:
    """What is worked out of the questionnaires of a file."""

    def surveys(name: str, asked: Asked) -> Response:
        """`field` is the path of the list, with points between its names."""
        document = contents.document(name)
        told = surveys_view(contents.whole(document), asked.dotted("field", _FIELD), document.path.parent)
        return Response(as_json(told), media_type="application/json")

    def sheets(name: str, asked: Asked) -> Response:
        """Answers that were sent, laid down beside the file when they can be read."""
        stem, _ending = plain_name(str(asked["called"]), "答卷")
        try:
            read_sheets(asked["content"])
        except BadSheets as error:
            raise UsageProblem(_("{name} 用不了：{why}", name=asked["called"], why=str(error))) from error
        laid = laid_down(contents.document(name).path.parent, stem, ".csv", asked["content"])
        return Response(as_json(laid), media_type="application/json")

    return [
        Route("/content/questionnaires", answering(surveys), methods=["GET"]),
        Route("/content/sheets", answering(sheets, of_file), methods=["POST"]),
    ]
