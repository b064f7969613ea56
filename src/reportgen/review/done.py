"""Whether the content says already what a change asks for: a copy may be brought home twice."""

from collections.abc import Mapping

from reportgen.review.change import Act, Change
from reportgen.review.joined import squeezed
from reportgen.review.rearranging import without_label
from reportgen.review.trace import Line
from reportgen.review.wording import Edit, edited

_NEAR = 4
"""Lines behind another one among which a paragraph is looked for that was put in there: others may be, too."""


def is_done(change: Change, sent: Mapping[str, Line], now: Mapping[str, str], lines: tuple[Line, ...]) -> bool:
    """Whether the paragraphs of the content stand as they are to stand after a change that is none of words alone.

    `now` gives the present name of a line that was sent out, `lines` are those of the content.
    """
    at = next(number for number, line in enumerate(lines) if line.name == now[change.line])
    before, own, behind = _text(lines, at - 1), lines[at].text, _text(lines, at + 1)
    match change.act:
        case Act.ADD:
            added = squeezed(without_label(change.new.split("\n")[0]))
            return added in {squeezed(without_label(line.text)) for line in lines[at + 1 : at + 1 + _NEAR]}
        case Act.JOIN:
            return squeezed(own) == squeezed(sent[change.line].text + without_label(sent[change.other].text))
        case Act.MOVE:
            known = set(now.values())
            above = (line.name for line in reversed(lines[:at]) if line.name in known)
            return next(above, "") == now.get(change.other)
        case Act.REWORD if "\n" in change.new:
            wanted = edited(sent[change.line].text, [Edit(change.start, change.end, change.new)])
            return squeezed(wanted) in (squeezed(own + without_label(behind)), squeezed(before + without_label(own)))
        case _:
            return False


def takes_all(change: Change, sent: Mapping[str, Line]) -> bool:
    """Whether nothing is left of a line."""
    whole = change.act is Act.REWORD and not change.new.strip() and change.end == len(sent[change.line].text)
    return change.act is Act.REMOVE or (whole and not without_label(sent[change.line].text[: change.start]).strip())


def _text(lines: tuple[Line, ...], at: int) -> str:
    return lines[at].text if 0 <= at < len(lines) else ""
