"""An average that is more than all of which it is one: 标的额3.48万元，平均每件86万元; 供水1,826吨，日均5.00万吨."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.labels import pairs_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_MEAN = re.compile(
    r"""
    (?P<before> [^\W\d]* )
    (?: 平均 (?: 每 [^\W\d每]{1,2} )?      # 平均每件86万元
      | 每 [^\W\d每] 平均                   # 每户平均12万元
      | [^\W\d平] 均                       # 户均12万元, 日均供水5.00万吨
    )
    (?P<name> [^\W\d]* )
    """,
    re.VERBOSE,
)
_NEAR = 12
"""Figures before an average, of which none may be as large."""
_ALL = re.compile(rf"(?:全(?:年|{either(lists('units')['整体'])})|总|累计|共)[^\W\d]*")
"""What an average of days or cases is taken of, told behind it: 垃圾日均处理量268吨，全年处理97,820吨."""


def averages(paragraph: Paragraph) -> Iterator[Claim]:
    """Every average beside a total, of which it cannot be one: all that stands there is less."""
    if "均" not in paragraph.text:
        return
    for at, mean in enumerate(paragraph.statements):
        found = _MEAN.fullmatch(mean.label) if mean.role is Role.EACH and mean.exact else None
        if found and mean.quantity.unit not in ("%", "分", ""):
            name = found["before"] + found["name"]
            total = _total(mean, name, paragraph.statements[max(0, at - _NEAR) : at + 2])
            if total is not None:
                yield _claim(mean, total)


def _total(mean: Statement, name: str, near: Sequence[Statement]) -> Statement | None:
    """What stands beside it in its sentence, of its kind: right before it where it has no name of its own, else the
    one whose name has something of it."""
    alike = [each for each in near if each is not mean and each.role is Role.AMOUNT and each.exact]
    alike = [each for each in alike if "最" not in each.label]  # 最低17.25万元，村均28.94万元: one of them
    alike = [each for each in alike if same_things(each.quantity, mean.quantity) and each.period is mean.period]
    alike = [each for each in alike if (each.sentence, each.depth) == (mean.sentence, mean.depth)]
    if any(each.quantity.value >= mean.quantity.value for each in alike):
        return None  # 首笔3.60万元，月均4.20万元，全年50.40万元
    before = [each for each in alike if each.end <= mean.start]
    if not name:
        return before[-1] if before else None
    behind = [each for each in alike if each.start > mean.start and _ALL.match(each.label)]
    return next(
        (each for each in (*reversed(before), *behind) if any(two in each.label for two in pairs_of(name))), None
    )


def _claim(mean: Statement, total: Statement) -> Claim:
    equation = Bounded(mean, total)
    note = _("平均数 {mean} 大于总数 {whole}", mean=mean, whole=total)
    words = _("大于总数 {whole}", whole=total)
    return Claim("part", equation, False, Proof.LIKELY, mean, words, (note,))
