"""A figure told twice in one paragraph, or two things of a kind: 一中在校学生1,286人。二中在校学生1,268人。

What is told again names nothing new, or takes the number up (对136名巡河员), and what is beside it is not told alike.
"""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.numbers.clauses import begin_of
from reportgen.statements.one_thing import is_taken_up, must_be_known
from reportgen.statements.repeated_names import kind_of
from reportgen.statements.statement import Statement
from reportgen.statements.things import nouns

_WHICH = re.compile("^[上下中前后内外新老东南西北大小一二三四五六七八九十甲乙丙丁]")
_MARKS = "，。；：、（）\n"


def may_be_told_beside(each: Statement, one: Statement, beside: Sequence[Statement]) -> bool:
    """Whether two figures of one paragraph may be one; `beside` are the figures of it."""
    values = [other.quantity.value for other in beside if kind_of(other) == kind_of(each)]
    first, second = sorted((each, one), key=lambda figure: figure.start)
    if values.count(second.quantity.value) > 1:
        return False
    if not must_be_known(second) and _are_told_alike(first, second, beside):
        return False
    plainly = is_taken_up(second) and not is_taken_up(first) and second.passage.text[second.start - 1 :][:1] != "的"
    return plainly or _names_nothing_new(second)


def _names_nothing_new(second: Statement) -> bool:
    """Whether what the second is of was all named before it: 乙处人员 after 甲处人员 names a 乙 that was not."""
    text = second.passage.text
    begin = begin_of(text, second.start, _MARKS)
    known = text[: begin_of(text, second.start, "。；")]
    words = text[begin : second.start]
    told = "".join(nouns(words)) + "".join(_WHICH.findall(words))
    return all(char in known for char in told)


def _are_told_alike(first: Statement, second: Statement, beside: Sequence[Statement]) -> bool:
    """甲村修路3.62公里，栽树420株。乙村修路3.26公里，栽树240株: whether others beside them are of a kind."""
    if first.block == second.block and first.sentence == second.sentence:
        return False
    told = [
        {kind_of(other): other.quantity.value for other in beside if _beside(other, each)} for each in (first, second)
    ]
    kinds = told[0].keys() & told[1].keys() - {""}
    return bool(kinds) and all(told[0][kind] != told[1][kind] for kind in kinds)


def _beside(other: Statement, each: Statement) -> bool:
    return other is not each and other.block == each.block and other.sentence == each.sentence


def are_in_like_sentences(each: Statement, one: Statement, beside: Sequence[Statement]) -> bool:
    """活动20场，观众3000人次 and 活动15场，观众2000人次: figures of the same kinds in one order, none told again."""
    told = [[other for other in beside if other is figure or _beside(other, figure)] for figure in (each, one)]
    kinds = [list(map(kind_of, figures)) for figures in told]
    alike = kinds[0] == kinds[1] and len(set(kinds[0])) > 1
    return alike and all(first.quantity.value != second.quantity.value for first, second in zip(*told, strict=True))
