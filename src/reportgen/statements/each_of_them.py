"""So much for each of the names before it, in a list that adds up: 中央178.20万元，省、市各71.28万元，县35.64万元."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.numerals import read_digits
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement
from reportgen.statements.sum_place import SumList

_EACH = re.compile("各(?:自)?(?:为|出|负担|承担|分担|安排|配套|补助|支出|有|是)?$")
_JOINT = re.compile("、|以及|[和与及]")
_SO_MANY = re.compile(r"(?<![\d第])(?P<n>\d{1,2}|[两二三四五六七八九])[^\W\d][^，。；：、\d]{0,6}$")


def with_each(
    inside: Sequence[Statement], total: Statement, listed: SumList, paragraph: Paragraph
) -> tuple[Statement, ...]:
    """The parts of a list with each figure that is for each of several as often as there are names; empty where there
    is none."""
    if "各" not in paragraph.text[listed.start : listed.end]:
        return ()
    told = [each for each in paragraph.statements if each.role is Role.EACH and each.depth == listed.depth]
    told = [
        each for each in told if listed.start <= each.start < listed.end and same_things(each.quantity, total.quantity)
    ]
    times = {each: count for each in told if (count := _names_before(each, paragraph))}
    if not times or len(times) < len(told) or not all(each.exact for each in told):
        return ()
    parts = sorted((*inside, *times), key=lambda each: each.start)
    return tuple(each for each in parts for _time in range(times.get(each, 1)))


def _names_before(each: Statement, paragraph: Paragraph) -> int:
    """How many names are joined before 各, or are told by their number: 省、市各, 3个县各; 0 where nothing says so."""
    words = paragraph.text[begin_of(paragraph.text, each.start, "，。；：（\n") : each.start].strip()
    found = _EACH.search(words)
    if found is None:
        return 0
    names = words[: found.start()]
    if counted := _SO_MANY.search(names):
        return read_digits(counted["n"])
    named = [name for name in _JOINT.split(names) if name.strip()]
    return len(named) if len(named) > 1 and not re.search(r"\d", names) else 0
