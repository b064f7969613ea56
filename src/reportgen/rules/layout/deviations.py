"""Deviations told once for each part and property, with their places: 正文·首行缩进：16 段中 16 段没有."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from reportgen.diagnostics.repair import Repair, Reset, Trait
from reportgen.language import _
from reportgen.model.quantity import plain
from reportgen.model.setting import Placed, Setting
from reportgen.model.standard import DUE
from reportgen.record import Struct
from reportgen.rules.registry import Finding

_SHOWN = 5
_NEAR = Decimal("0.6")
"""In 字."""
Judge = Callable[[Placed], str | None]
"""What is wrong with a paragraph, in words (没有, 左空 1 字); empty where it is right, None where nothing is known."""


class Asked(Struct, frozen=True):
    """A property by its name, what is due in words, and what `--fix` sets; None where it would have to change words."""

    name: str
    due: str = ""
    trait: Trait | None = None


class Deviation(Struct, frozen=True):
    """The paragraphs of a part that differ in one property; `total` were judged."""

    role: str
    asked: Asked
    wrong: Sequence[tuple[Placed, str]]
    total: int

    def finding(self) -> Finding:
        """The finding; where fewer than half differ it may be meant so."""
        usual = Counter(found for _placed, found in self.wrong).most_common(1)[0][0]
        told = {
            "role": _(self.role),
            "name": self.asked.name,
            "found": usual,
            "total": self.total,
            "count": len(self.wrong),
        }
        label = _("{role}·{name}：{found}", **told)
        if self.total > 1:
            label = _("{role}·{name}：{total} 段中 {count} 段{found}", **told)
        places = _places([placed for placed, _found in self.wrong]) if len(self.wrong) > 1 else ""
        notes = (_("应为：{due}", due=self.asked.due) if self.asked.due else "", places)
        certain = 2 * len(self.wrong) >= self.total
        notes_told = tuple(filter(None, notes))
        return Finding(self.wrong[0][0].place, label, notes_told, certain=certain, repair=self._repair(certain))

    def _repair(self, certain: bool) -> Repair | None:
        if self.asked.trait is None:
            return None
        return reset(self.asked.trait, *((self.role, placed) for placed, _found in self.wrong), safe=certain)


def reset(trait: Trait, *paragraphs: tuple[str, Placed], safe: bool = True) -> Repair | None:
    """The repair that gives paragraphs, each of its part, what is due to them; None for those of a PDF."""
    there = tuple((role, placed.setting) for role, placed in paragraphs if _can_be_set(trait, role, placed.setting))
    return Repair(safe=safe, resets=(Reset(trait, there),)) if there else None


def _can_be_set(trait: Trait, role: str, setting: Setting) -> bool:
    """Not where words would have to go: blanks that were typed before the first word, empty lines that are too many."""
    if setting.paragraph < 0:
        return False
    if trait is Trait.INDENT:
        return setting.typed <= (DUE[role].first or 0)
    return trait is not Trait.ABOVE or (setting.above or 0) < (DUE[role].above or 2)


def _places(wrong: Sequence[Placed]) -> str:
    spots = [placed.place.spot.words for placed in wrong if placed.place.spot]
    if not spots:
        return ""
    places = _("、").join(spots[:_SHOWN])
    if len(spots) <= _SHOWN:
        return _("在 {places}", places=places)
    return _("在 {places}，另有 {count} 段", places=places, count=len(spots) - _SHOWN)


def told(role: str, paragraphs: Sequence[Placed], asked: Asked, judge: Judge) -> Iterator[Finding]:
    """The finding about a property of a part, where there is one."""
    judged = [(placed, found) for placed in paragraphs if (found := judge(placed)) is not None]
    wrong = [(placed, found) for placed, found in judged if found]
    if wrong:
        yield Deviation(role, asked, wrong, len(judged)).finding()


def at_right(role: str, paragraphs: Sequence[Placed]) -> Iterator[Finding]:
    """The finding about what is free at the right of a part that stands there by its table entry."""
    due = DUE[role].right or Decimal(0)

    def judge(placed: Placed) -> str | None:
        found = placed.setting.right
        if found is None:
            return None
        return "" if abs(found - due) <= _NEAR else _("右空 {count} 字", count=plain(max(found, Decimal(0))))

    yield from told(role, paragraphs, Asked(_("右空"), _("右空 {count} 字", count=plain(due)), Trait.RIGHT), judge)
