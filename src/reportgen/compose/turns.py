"""Pages that lie across within the text: from a line 〔横排〕 to a line 〔竖排〕, or for a table that asks for it.

Where a text ends its pages lie as before. A heading goes with what it is above.
"""

from collections.abc import Iterable, Sequence

from reportgen import patterns as re
from reportgen.compose.flow import FlowLine
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text_kinds import STRAY_MARK
from reportgen.language import _
from reportgen.model.document import Block, Heading, PageTurn
from reportgen.place import Written

ACROSS = "横排"
_TURN = re.compile(rf"〔\s*(?P<way>{ACROSS}|竖排)\s*〕")


def turn_of(written: Written, line: FlowLine) -> bool | None:
    """Whether pages lie across from a line on; None where it says something else."""
    found = _TURN.fullmatch(written.text, line.start, line.end)
    return found["way"] == ACROSS if found else None


def misplaced(written: Written, line: FlowLine, lines: Sequence[object], across: bool) -> Iterable[Diagnostic]:
    """What is wrong with a turn: among the items of a list, behind a mark, or to where pages lie already."""
    at = lines.index(line)
    around = [*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]
    within = len(around) > 1 and all(isinstance(each, FlowLine) and each.item for each in around)
    label = ""
    if line.depth or line.item:
        label = _("〔横排〕〔竖排〕要独占一行，前面不写记号")
    elif within:
        label = _("自动编号的几条中间不能换横排、竖排，请写在这几条的前面或后面")
    elif turn_of(written, line) == across:
        label = _("这里已经是横排") if across else _("前面没有「〔横排〕」，这里已经是竖排")
    if label:
        yield STRAY_MARK.at(written.place_at(line.start, line.end - line.start), label)


def settled(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with each turn above the headings right before it; of two turns without anything between them none
    where pages then lie as before, and none at the end.
    """
    made: list[Block] = []
    across = False
    for block in blocks:
        if not isinstance(block, PageTurn):
            made.append(block)
            continue
        at = len(made)
        while at and isinstance(made[at - 1], Heading):
            at -= 1
        earlier = made[at - 1] if at else None
        if isinstance(earlier, PageTurn) and earlier.landscape != block.landscape:
            del made[at - 1]
        else:
            made.insert(at, block)
        across = block.landscape
    if made and isinstance(made[-1], PageTurn) and not across:
        del made[-1]
    return made
