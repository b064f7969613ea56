"""The words around a number that say which grade it is of."""

from functools import cache

from reportgen import patterns as re
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.statement import Statement

_USABLE = re.compile("有效的?(?:问卷|答卷|票)?$")
_AMONG = re.compile("[，,（(]?其中[:：，]?[^，。；：、\\d]*")


def is_usable(total: Statement, first: int) -> bool:
    """发放116份，有效115份，其中满意68份…: the grades right behind make what is usable, not what was sent."""
    return bool(_USABLE.search(total.label) and _AMONG.fullmatch(total.passage.text, total.end, first))


def grade_before(words: str, lexicon: Lexicon) -> str:
    """评为优秀的: the grade that stands right before its number; empty where there is none."""
    if lexicon.any_of("等级").search(words) is None:
        return ""
    found = lexicon.pattern("graded", _graded).search(words)
    return found["grade"] if found else ""


def grade_behind(words: str, lexicon: Lexicon) -> str:
    """8项优秀、4项良好、2项合格: the grade stands behind its number."""
    found = lexicon.pattern("graded behind", _behind).match(words)
    return found["grade"] if found else ""


def _behind(lexicon: Lexicon) -> str:
    grades = alternation(lexicon.lists["等级"])
    return (
        rf"(?!中[，,])(?:被?评[为定]|为|是|属|获)?[“\"「]?(?P<grade>{grades})[”\"」]?"
        r"(?:等次|等级|档次|等|级)?(?=[、，；。和及与]|以及|$)"
    )


@cache
def graded_things(things: tuple[str, ...]) -> re.Pattern[str]:
    """实施项目6个: a number of things that are graded."""
    return re.compile(rf"(?:项目|单位|{alternation(things)})(?:共|数|共计|有|为|总数)*$")


def _graded(lexicon: Lexicon) -> str:
    grades, things = alternation(lexicon.lists["等级"]), alternation(lexicon.lists["评级物"])
    return (
        r"(?:(?:^|[，、；：:。（(])[^\W\d_]{2}(?=优秀|良好|合格|不合格|基本合格|达标|未达标|优良|较好|一般|较差)"
        rf"|^|[，、；：:。“”\"「」（(\s]|评[为定]|结果[为是]|为|有|中|其中|表示|认为|回答|选择|结果|答复|作答|判定|达到|[里内])[“\"「]?(?P<grade>{grades})[”\"」]?(?:[及或和]?以上)?"
        rf"(?:等次|等级|档次|等|级|的|项目|档|项|票|有|共|仅|者|{things}|[（(][^）)]*[）)])*\s*$"
    )
