"""How many things are left when some were named: 七项指标中资产管理得满分，其余六项均有扣分."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.count_claims import Count, may_announce
from reportgen.statements.counted_names import how_many, split_names
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_REST = re.compile(r"(?:其余|其他|其它|另外|余下|剩下)的?$")
_AMONG = re.compile(r"[^，。；：、（）\d]{0,10}?(?:当中|之中|[中里])(?!心|间|央)，?")
_APART = re.compile("[；。]")
_NO_NAMES = re.compile("等|各|均|都|[二两三四五六七八九十\\d]+[项个类家]")
"""前三项完成: how many they are is told, and by no names."""
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_JOINER = re.compile("[、和与及]")
_ALIKE = ("项", "个")
_REACH, _LONGEST = 60, 24


def counts_of_rest(paragraph: Paragraph) -> Iterator[Claim]:
    """Every number of what is left, right and wrong, behind names whose number nobody can mistake."""
    if not any(word in paragraph.text for word in ("其余", "其他", "其它", "另外", "余下", "剩下")):
        return
    for left in paragraph.statements:
        rest = _REST.search(left.label)
        if rest and may_announce(left, paragraph) and (all_ := _all(left, paragraph)):
            named = _named(all_, left, len(rest[0]), paragraph)
            counted = tuple(int(all_.quantity.value) - count for count in named)
            if counted and min(counted) > 0 and min(abs(left.quantity.value - count) for count in counted) <= 1:
                yield _rest(all_, left, counted, named)


def _rest(all_: Statement, left: Statement, counted: tuple[int, ...], named: tuple[int, ...]) -> Claim:
    """七项，点到一项，其余六项: right or wrong."""
    equation = Count(left, counted)
    note = _("{whole}里已点到 {named} 个，其余应为 {count} 个", whole=all_.text, named=named[0], count=counted[0])
    label = _("其余应为 {count} 个", count=counted[0])
    return Claim("count", equation, equation.holds, Proof.LIKELY, left, label, (note,))


def _all(left: Statement, paragraph: Paragraph) -> Statement | None:
    """The number of all of them: the last one before it that counts alike, in its sentence or the one before."""
    before = [each for each in paragraph.statements if each.end <= left.start]
    units = _ALIKE if left.quantity.unit in _ALIKE else (left.quantity.unit,)
    alike = [each for each in before if each.quantity.unit in units and may_announce(each, paragraph)]
    if len(alike) != 1 and not (alike and left.sentence - alike[-1].sentence <= 1):
        return None
    last = alike[-1]
    near = left.sentence - last.sentence <= 1 and left.start - last.end <= _REACH
    return last if near and last.quantity.value > left.quantity.value - 1 else None


def _named(all_: Statement, left: Statement, rest: int, paragraph: Paragraph) -> tuple[int, ...]:
    """How many are named between the two; empty where that cannot be told."""
    text = paragraph.text
    start = all_.end
    if all_.sentence != left.sentence:
        start = paragraph.span(left.sentence)[0]
    elif among := _AMONG.match(text, start):
        start = among.end()
    else:
        return ()
    region = _BRACKET.sub("", text[start : left.start - rest])
    pieces = [piece for piece in region.rstrip("，；").split("；") if piece]
    if not pieces or _NO_NAMES.search(region):
        return ()
    least = most = 0
    for piece in pieces:
        head, *others = piece.split("，")
        names = split_names(head)
        counts = how_many(names)
        if any(not 0 < len(name) <= _LONGEST for name in names):
            return ()
        least, most = (
            least + min(counts),
            most + max(counts) + sum(bool(_JOINER.search(each)) or len(pieces) == 1 for each in others),
        )
    return tuple(range(least, most + 1))
