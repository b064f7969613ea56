"""What several documents of one file take from one field: it is told once, and contradicts itself nowhere."""

from collections import defaultdict
from collections.abc import Iterable

from reportgen.place import Place
from reportgen.record import replace
from reportgen.rules.between.papers import Paper


def told_once(papers: Iterable[Paper]) -> list[Paper]:
    """The papers in the order of their stages; what a later one of the same file takes from the same place is left
    out of the earlier ones.
    """
    ordered = sorted(papers, key=lambda paper: paper.stage.rank)
    told: dict[tuple[str, str], set[Place]] = defaultdict(set)
    kept = [_without(paper, told[paper.file, paper.unit]) for paper in reversed(ordered)]
    return kept[::-1]


def _without(paper: Paper, told: set[Place]) -> Paper:
    """The paper without what was told before; `told` then holds its places too."""
    if paper.accompanied:
        said = tuple(each for each in paper.said if each.place not in told)
        paper = replace(paper, said=said, projects=tuple(each for each in paper.projects if each.place not in told))
    told.update(each.place for each in paper.said)
    told.update(each.place for each in paper.projects)
    return paper
