"""Rates that name what they are of, for words that name it again: 为调整后预算的99.36%；决算数小于调整后预算数."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Statement

_BASE = re.compile("年初|调整|全年|年度|到位|批复|批准")
_OF = re.compile(
    r"(?:[占为是、]|完成了?)[^，。；、\d]{0,4}(?P<base>年初|调整|全年|年度|到位|批复|批准)[^，。；、\d]{0,8}的$"
)
_ALL_SPENT = re.compile(
    r"(?:^|[，；。])(?:实际|全年|累计|总体|本年)*(?:支出|决算|执行)(?:数|总额|总数)?(?:仅|略|也|则|却)*$"
)
_BACK, _FAR = 24, 80


def base_named(words: str) -> str:
    """Which of the bases the words name: 调整 of 调整后预算数; empty where they name none."""
    found = _BASE.search(words)
    return found[0] if found else ""


def rate_of_base(base: str, at: int, before: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """The last rate of that base before a word, in its sentence; behind a semicolon only of all that was spent."""
    sentence = paragraph.sentence(at)
    told = [each for each in before if each.sentence == sentence and each.quantity.unit == "%" and each.end <= at]
    near = [each for each in told if at - each.end <= _FAR and each.exact and each.period is not Period.BEFORE]
    rate = next((each for each in reversed(near) if _base_of(each, paragraph) == base), None)
    apart = rate is not None and "；" in paragraph.text[rate.end : at]
    return None if apart and not _ALL_SPENT.search(paragraph.text[:at]) else rate


def _base_of(rate: Statement, paragraph: Paragraph) -> str:
    found = _OF.search(paragraph.text[max(0, rate.start - _BACK) : rate.start])
    return found["base"] if found else ""


def is_of_another_base(rate: Statement, base: str, paragraph: Paragraph) -> bool:
    """Whether a rate names a base, and not the one that is meant."""
    return bool(base) and _base_of(rate, paragraph) not in ("", base)
