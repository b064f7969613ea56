"""Years that two heads of a table, or two ranges of years, name differently."""

from collections.abc import Iterable, Iterator

from reportgen import patterns as re
from reportgen.numbers.clauses import in_a_title
from reportgen.statements.passages import Passage

RANGE = re.compile(r"(?P<first>20\d\d)年?(?:至|到|—|–|-|－|~|～)+(?P<last>20\d\d)年")
_HEAD = re.compile(r"^20\d\d年度?[\u4e00-\u9fff（）()/]{1,14}$")


def ranges_apart(passages: Iterable[Passage], own: int) -> Iterator[tuple[Passage, int]]:
    """2024年—2027年 where the document speaks of 2025年至2027年 elsewhere."""
    found = [(passage, match) for passage in passages for match in RANGE.finditer(passage.text)]
    ends = {match["last"] for _passage, match in found if int(match["first"]) == own}
    for passage, match in found:
        if int(match["first"]) == own - 1 and match["last"] in ends and not in_a_title(passage.text, match.start()):
            yield passage, match.start()


def heads_apart(heads: list[tuple[str, Passage]], own: int) -> Iterator[tuple[Passage, int]]:
    """Heads of one table that name two years: the earlier one of a pair that is not next to the later one."""
    years = {int(words[:4]) for words, _passage in heads}
    if len(years) == 2 and max(years) == own and min(years) == own - 2:
        yield from ((passage, own - 2) for words, passage in heads if int(words[:4]) == own - 2)
    targets = [(words, passage) for words, passage in heads if _TARGET.search(words)]
    if targets and all(int(words[:4]) == own - 1 for words, _passage in targets):
        yield from ((passage, own - 1) for _words, passage in targets)


_TARGET = re.compile(r"^20\d\d年度?(?:绩效)?(?:指标值|目标值)$")
"""A form holds its own year's targets."""


def is_head(text: str) -> bool:
    """Whether a cell names a year and what is told of it: 2024年预算数."""
    return bool(_HEAD.match(text))
