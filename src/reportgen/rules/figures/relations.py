"""The relations between figures as rules: a code, a manual page and a severity for what the ledger finds."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Interval, round_half_up
from reportgen.rules.registry import EXAMPLES, Finding, Rule, declare
from reportgen.rules.scene import Scene
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.lexicon import read_data
from reportgen.statements.statement import Statement

_MOST = 4
"""So many other figures are named beside the one to blame."""
_SECTIONS = ("为什么", *EXAMPLES, "依据", "改法")


def _rule(row: Mapping[str, str]) -> Rule:
    relations = frozenset(row["关系"].split())
    manual = {"": row["说明"].strip("\n")} | {name: row[name].strip("\n") for name in _SECTIONS if name in row}
    printed = frozenset(row.get("引用", "").split())
    limit = Decimal(row["限度"]) if "限度" in row else None
    check = _check(row["代码"], relations, printed)
    return Rule(row["代码"], row["名称"], Severity(row["级别"]), Scene, check, lambda: manual, limit)


def _check(code: str, relations: frozenset[str], printed: frozenset[str]) -> Callable[[Scene], Iterator[Finding]]:
    """`printed` are relations that are looked at too where references to given figures print all of them."""

    def check(scene: Scene) -> Iterator[Finding]:
        """What the claims of these relations say that do not hold; nothing of a total that the program works out."""
        for claim in scene.ledger.wrong:
            if claim.relation not in relations:
                continue
            typed = claim.relation in printed or any(each.typed for each in claim.members)
            typed = scene.finished or (typed and bool((claim.at or claim.members[0]).place.line))
            if typed and (claim.off is None or claim.off > scene.limits[code]):
                yield _finding(claim, scene)

    return check


def _finding(claim: Claim, scene: Scene) -> Finding:
    at = claim.at or claim.members[0]
    notes = claim.notes
    of_a_word = claim.relation == "direction"  # 减少 where it is more: the word is wrong, and no figure beside it
    if not of_a_word and (blamed := scene.ledger.blamed(claim)):
        notes = (*notes, *_settled(*blamed, scene))
    return Finding(
        at.place,
        claim.label or str(at.quantity),
        notes,
        certain=claim.proof is Proof.CERTAIN,
        section=at.passage.section,
    )


def _settled(figure: Statement, due: Interval, scene: Scene) -> tuple[str, ...]:
    """「支出若是36.20，这里的90.5%和项目资金支出114.60都对得上」: the one figure whose change settles several."""
    ends = [end for end in (due.low, due.high) if end is not None]
    others = [each.text for claim in scene.ledger.broken[figure] for each in claim.members if each is not figure]
    if not ends or not others:
        return ()
    quantity = figure.quantity
    middle = round_half_up(sum(ends, Decimal(0)) / len(ends) / quantity.factor, quantity.decimals)
    meant = f"{middle}{quantity.scale}{quantity.unit}"
    listed = _("、").join(list(dict.fromkeys(others))[:_MOST])
    return (_("{figure} 若是 {meant}，{others} 都对得上", figure=figure.text, meant=meant, others=listed),)


for _row in read_data("relations.yaml"):
    declare(_rule(_row))
