"""The figures that running text cites: each once, with where it is written, so that it can be changed there."""

from collections.abc import Iterable, Iterator
from datetime import date

from starlette.responses import Response
from starlette.routing import Route

from reportgen.compose.formats import print_fact
from reportgen.compose.growth import growth_named
from reportgen.compose.references import REFERENCE, name_in
from reportgen.desk.content.answering import answering
from reportgen.desk.content.service import Contents
from reportgen.desk.posted import Asked
from reportgen.desk.workspace import Workspace
from reportgen.language import _
from reportgen.model.content import FundColumn
from reportgen.model.facts import Fact, Facts, Unreadable
from reportgen.model.hole import Hole
from reportgen.model.quantity import Quantity
from reportgen.record import Struct, as_json, replace
from reportgen.source.node import Node
from reportgen.source.paths import Keyed, Texts
from reportgen.source.tree import Path as Keys
from reportgen.source.tree import Tree, tree_at, tree_of

_COLUMNS = frozenset(column.value for column in FundColumn)


class CitedView(Struct, frozen=True):
    """A figure. `written` stands at `path` in the file, in the unit that the table gives; `value` is how it is printed.

    `path` leads to what it was worked out from where it is not written itself: then `written` is empty and `why` says
    how it came about. `row` and `column` are those of a fund table, empty for all others. `times` is how often the text
    cites it.
    """

    name: str
    value: str
    path: Keys
    written: str = ""
    unit: str = ""
    why: str = ""
    row: str = ""
    column: str = ""
    times: int = 1


def cited_in(root: Node, facts: Facts, paths: Iterable[Keys]) -> tuple[CitedView, ...]:
    """What the texts below these paths cite, in their order. What no reference can mean is left to the findings."""
    tree, texts = tree_of(root), Texts(root)
    found: dict[tuple[Keys, str], CitedView] = {}
    for fact in _facts([tree_at(tree, path) for path in paths], facts):
        view = _view(fact, texts)
        key = view.path if view.written else (fact.name,)
        known = found.get((key, view.written))
        found[key, view.written] = _again(known) if known else view
    return tuple(found.values())


def _again(view: CitedView) -> CitedView:
    return replace(view, times=view.times + 1)


def _facts(values: Iterable[Tree | None], facts: Facts) -> Iterator[Fact]:
    for value in values:
        for text in _strings(value):
            for reference in REFERENCE.finditer(text):
                name = name_in(reference["inside"])
                known = facts.find(name) or growth_named(name, facts)
                if len(known) == 1 and not isinstance(known[0].value, Unreadable) and known[0].place.line:
                    yield known[0]


def _strings(value: Tree | None) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            for item in value.values():
                yield from _strings(item)
        case None:
            pass


def _view(fact: Fact, texts: Texts) -> CitedView:
    keyed = texts.at(fact.place)
    path = keyed.path if keyed else ()
    is_cell = len(fact.path) > 1 and fact.path[-1] in _COLUMNS
    row, column = (" · ".join(fact.path[1:-1] or fact.path[:1]), fact.path[-1]) if is_cell else ("", "")
    told = CitedView(fact.name, print_fact(fact, []), path, row=row, column=column)
    return _as_written(told, fact, keyed)


def _as_written(view: CitedView, fact: Fact, keyed: Keyed | None) -> CitedView:
    """The same with what is written there; where the figure is none of it, why."""
    words = keyed.text.text.strip() if keyed and keyed.text.place.line == fact.place.line else ""
    if keyed and words and "{{" not in words and _says(words, fact):
        unit = fact.quantity.implied if fact.quantity else ""
        return replace(view, written=words, unit=unit)
    if "{{" in words:
        return replace(view, why=_("引自 {reference}", reference=words))
    where = _("由「{path}」算出", path=".".join(view.path)) if view.path else _("程序算出")
    return replace(view, why=where)


def _says(words: str, fact: Fact) -> bool:
    """Whether the words are the figure itself, and not what it is worked out from."""
    match fact.value:
        case Quantity(text=text):
            return bool(text) and (text == words or text in words)
        case Hole() | date():
            return True
        case value:
            return str(value).strip() == words


def cited_routes(_workspace: Workspace, contents: Contents) -> list[Route]:
    """What the texts of a section cite."""

    def cited(name: str, asked: Asked) -> Response:
        """`paths` are those of the texts."""
        document = contents.document(name)
        paths = asked.paths("paths")
        checked = contents.whole(document)
        root, main = checked.source.root, checked.main
        told = cited_in(root, main.content.facts, paths) if root is not None and main else ()
        return Response(as_json(told), media_type="application/json")

    return [Route("/content/cited", answering(cited), methods=["GET"])]
