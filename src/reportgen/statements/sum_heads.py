"""What the head of a list says of it: 由7人组成，其中高级会计师3人、……; 八项指标中，正常5项，……."""

from reportgen import patterns as re
from reportgen.statements.equations import SumOf
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.sum_place import SumList

_LEVEL = re.compile("[高中初]级(?=[^\\W\\d]*师$)")
_FEW, _NAME = 2, 5


def people_of(equation: SumOf) -> list[str]:
    """由7人组成，其中高级会计师3人、助理4人: the level is part of what somebody is, and counts nobody twice."""
    text, parts = equation.total.passage.text, equation.parts
    joined = all(text[each.end : each.end + 1] == "、" for each in parts[:-1])
    return [_LEVEL.sub("", part.label) if joined else part.label for part in parts]


def lacks_one(equation: SumOf) -> bool:
    """八项指标中，正常5项，有偏差1项，未达标1项: one is missing of things whose number opens the sentence."""
    total, parts = equation.total, equation.parts
    named = all(part.label and part.depth == total.depth for part in parts)
    opens_it = not total.label and parts[0].sentence == total.sentence and total.end < parts[0].start
    return opens_it and named and len(parts) > _FEW and equation.missing == 1 and total.quantity.factor == 1


def is_of_another(listed: SumList, total: Statement, paragraph: Paragraph) -> bool:
    """三栋楼6,820平方米、3,460平方米，外墙保温改造面积共计9,800平方米: a name that was not told before its sum."""
    name = bare(paragraph.lexicon.any_of("合计").sub("", total.label))
    before = paragraph.text[: total.start - len(total.label)]
    return listed.words == "合计" and len(name) > _NAME and name not in before


def are_beside(first: str, second: str) -> bool:
    """一级医院12家，二级医院9家; 物业管理的小区11个，社区托管的9个: names of one build."""
    same = len(first) == len(second) and first[-_FEW:] == second[-_FEW:]
    return same or ("的" in first and second.endswith("的"))
