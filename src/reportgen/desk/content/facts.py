"""Figures for prose: what a reference can name with what it prints, and how the references of a text are printed."""

from collections.abc import Iterator
from functools import cached_property

from reportgen import patterns as re
from reportgen.compose.document import references_of
from reportgen.compose.formats import BARE, PLACEHOLDER, print_fact
from reportgen.compose.growth import growth_named
from reportgen.compose.references import REFERENCE, References
from reportgen.model.document import plain_text
from reportgen.model.facts import Fact, Facts, Unreadable
from reportgen.pipeline.checked import Checked
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import Struct, replace

_BELOW_ONE = re.compile(r"(?<!\d)0\.\d")


class FactTold(Struct, frozen=True):
    """A fact that prose may refer to: the name that a reference says, and its words as they are printed.

    `figure` says whether it is a number; `line` is where it stands in the file, 0 for what the program counts (图1).
    """

    name: str
    value: str
    figure: bool
    line: int


class WayToPrint(Struct, frozen=True):
    """A reference with what it prints."""

    reference: str
    value: str


class Figures(Struct, frozen=True, dict=True):
    """What prose of a checked file may refer to; worked out once, when a page asks for it."""

    checked: Checked

    @cached_property
    def references(self) -> References | None:
        """What references are filled from; None where no document can be made of the file."""
        main = self.checked.main
        return references_of(main.content, main.pack) if main else None

    @cached_property
    def told(self) -> list[FactTold]:
        """All facts in the order written, those of the file's other documents behind.

        One that has two names (预算.分项.展厅运行经费.支出, 预算.展厅运行经费.支出) is told by the shorter.
        """
        told: dict[tuple[Place, str], FactTold] = {}
        for fact in self.references.facts.every() if self.references else ():
            if _is_referred_to(fact):
                one = FactTold(fact.name, print_fact(fact, []), fact.quantity is not None, fact.place.line)
                same = (fact.place if fact.place.line else Place(fact.name), one.value)
                told[same] = min(told.get(same, one), one, key=lambda each: len(each.name))
        return list(told.values())

    def printed(self, text: str) -> dict[str, str]:
        """How each reference of a text is printed, by its very words; empty for one that cannot be."""
        return {match[0]: self._printed(match[0]) for match in REFERENCE.finditer(text)}

    def ways(self, name: str) -> Iterator[WayToPrint]:
        """References to one fact that print it differently, the plain one first.

        Of an amount in 万元 those are 元, 万元 with fewer decimals, and the bare number; none that rounds it to nought.
        """
        facts = self.references.facts if self.references else Facts()
        known = facts.find(name) or growth_named(name, facts)
        quantity = known[0].quantity if len(known) == 1 else None
        shown: set[str] = set()
        for wanted in _formats(quantity.kind) if quantity else ("",):
            reference = f"{{{{ {' | '.join((name, *wanted.split()))} }}}}"
            told = self._printed(reference)
            small = _BELOW_ONE.search(told) and told != str(quantity)
            if told and told not in shown and not small:
                shown.add(told)
                yield WayToPrint(reference, told)

    def _printed(self, words: str) -> str:
        if self.references is None:
            return ""
        told = plain_text(replace(self.references, found=[]).inlines(Written(words, NOWHERE)))
        return "" if PLACEHOLDER in told else told


def _is_referred_to(fact: Fact) -> bool:
    """Whether a reference to it prints anything."""
    words = fact.value if isinstance(fact.value, str) else ""
    return not isinstance(fact.value, Unreadable) and "{{" not in words


def _formats(kind: str) -> tuple[str, ...]:
    """Formats that a quantity of a kind may be printed in, as references write them, the usual ones first."""
    match kind:
        case "%" | "":
            return ("", "1位", "2位", BARE)
        case "元":
            return ("", "万元 2位", "万元", "元", "亿元 2位", BARE)
        case _:
            return ("", f"万{kind} 2位", f"万{kind}", BARE)
