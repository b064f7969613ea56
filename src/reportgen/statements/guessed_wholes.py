"""What a figure may be a part of where no word says so; and the words by which it is no part, or one of a list."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.part_lists import beside_a_part
from reportgen.statements.part_ways import done_behind, drawn_from, greatest_of, with_the_same_verb
from reportgen.statements.qualities import among_them, come_of, of_a_quality, only_some, outgrown, some_of_all
from reportgen.statements.statement import Statement
from reportgen.statements.subkinds import of_a_kind

_NO_PART = re.compile(
    r"""
    故 | 因此 | 加上 | 连同 | 总 | 比 (?!赛) | 较 | 由 | (?<!截) 至 | 合并 | [两二三]者   # 比上年, 加上已运营的
    | [高低多少长短快慢大小优差早晚]于                                     # 短于约定的
    | [增减加少高低升降长短大小展缩]到                                     # 增加到
    | (?<!公) 共 (?![同享建]) | 合计 | (?<!的) 占 (?![了去据]) | 相当 | 每                # 共, no 公共, 共建
    | 满分 | 分值 | 权重 | 目标 | 上年
    """,
    re.VERBOSE,
)
_OPENS_LIST = ("其中", "，当中", "，含", "，内有", "，内含", "，里面", "，包含")


def guessed_whole(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """What a part may be of where no word says so: 申请的31个，通过初审27个; 职工312人，本科以上208人."""
    if is_no_part_by_name(part, paragraph) or list_before(part, paragraph) >= 0:
        return None
    own = [each for each in near if each.sentence == part.sentence]
    whole = come_of(part, own, paragraph)
    whole = whole or of_a_quality(part, own, paragraph) or among_them(part, near, paragraph)
    whole = whole or outgrown(part, own, paragraph) or only_some(part, own) or of_a_kind(part, own, paragraph)
    whole = whole or some_of_all(part, near, paragraph) or beside_a_part(part, paragraph)
    whole = whole or greatest_of(part, near, paragraph) or done_behind(part, own, paragraph)
    return whole or drawn_from(part, near, paragraph) or with_the_same_verb(part, own, paragraph)


def is_no_part_by_name(part: Statement, paragraph: Paragraph) -> bool:
    """合同金额131.40万元, 较上年增加: what is part of nothing that stands before it."""
    priced = paragraph.lexicon.any_of("标价").search(part.label)
    let = any(less in part.label for less in paragraph.lexicon.ordered)  # 授予中小企业合同金额208.10万元
    return bool(_NO_PART.search(part.label) or (priced and not let))


def list_before(part: Statement, paragraph: Paragraph) -> int:
    """Where 其中 stands before a part, in its half of the sentence; -1 where it does not."""
    text, start = paragraph.text, paragraph.span(part.sentence)[0]
    opened = max(text.rfind(word, start, part.start) for word in _OPENS_LIST)
    return -1 if opened >= 0 and re.search("[；。]", text[opened : part.start]) else opened
