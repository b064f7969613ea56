"""Which figure of 数据 an indicator's result is said of, and the rates at which budgets were spent."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from reportgen import patterns as re
from reportgen.model.quantity import Bound
from reportgen.rules.between.comparisons import RateRetold, ResultRetold
from reportgen.rules.between.names import plain, uncounted
from reportgen.rules.between.papers import WORKED_OUT, Paper, Said, Topic
from reportgen.rules.between.told import Told

Apart = Callable[[Paper, Paper], bool]

_GENERAL = ("合计", "实际", "完成", "本年", "总数", "全年")
_NO_RESULT = re.compile("计划|目标|预计|指标值|年初|上年|去年|批复|应")
_SHORTEST = 4


def results(papers: list[Paper], apart: Apart) -> Iterator[ResultRetold]:
    """Each result with the one figure that is called like it, in another document."""
    facts = _facts(papers)
    for paper in papers:
        for said in paper.said:
            if said.topic is Topic.DONE and (fact := _meant(said, facts)) and apart(fact.paper, paper):
                first = fact.paper.stage.rank <= paper.stage.rank
                one, two = (fact, Told(paper, said)) if first else (Told(paper, said), fact)
                yield ResultRetold(one.paper, two.paper, one.said, two.said, first)


def _facts(papers: list[Paper]) -> dict[str, list[Told]]:
    """The figures by each name that they may go by."""
    named: dict[str, list[Told]] = defaultdict(list)
    for paper in papers:
        for said in paper.said:
            exact = said.readings and said.readings[0].quantity.bound is Bound.EXACT
            if said.topic is Topic.FACT and exact and not _NO_RESULT.search(said.key):
                for name in _names(said.key):
                    named[name].append(Told(paper, said))
    return named


def _names(key: str) -> set[str]:
    """接待观众.合计 is 接待观众; 展览.开放天数 is 展览开放天数, and 开放天数."""
    group, _dot, own = key.rpartition(".")
    group = group.rpartition(".")[2]
    whole = group if own in _GENERAL else group + own
    return {uncounted(whole), plain(own)} if len(own) >= _SHORTEST else {uncounted(whole)}


def _meant(said: Said, facts: dict[str, list[Told]]) -> Told | None:
    """The figure of the indicator's name, or of its ending; None where several may be meant."""
    name = plain(said.name.rpartition("·")[2])
    endings = (name[at:] for at in range(len(name) - _SHORTEST + 1))
    found = next((facts[each] for each in (uncounted(name), *endings) if each in facts), [])
    return found[0] if found and all(each.said.agrees(found[0].said) for each in found) else None


def rates(papers: list[Paper], apart: Apart) -> Iterator[RateRetold]:
    """A stated rate of spending with the budget of the last of the other documents, of its own file if that has one.

    Findings stand at the rate.
    """
    told = [Told(paper, said) for paper in papers for said in paper.said if said.topic is Topic.RATE]
    for stated in (each for each in told if each.said.name != WORKED_OUT):
        budgets = [each for each in told if each.said.name == WORKED_OUT]
        nearest = [each for each in budgets if each.paper.file == stated.paper.file] or budgets
        for budget in [each for each in nearest if apart(each.paper, stated.paper)][-1:]:
            yield RateRetold(budget.paper, stated.paper, budget.said, stated.said)
