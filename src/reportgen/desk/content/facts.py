"""Figures for prose: what a reference can name with what it prints, and how the references of a text are printed."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.compose.document import references_of
from reportgen.compose.formats import BARE, PLACEHOLDER, print_fact
from reportgen.compose.growth import growth_named
from reportgen.compose.references import References
from reportgen.model.document import plain_text
from reportgen.model.facts import Fact, Unreadable
from reportgen.pipeline.checked import Checked
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import Struct, replace

_REFERENCE = re.compile(r"(?<!\{)\{\{[^{}\n]*\}\}(?!\})")


class FactTold(Struct, frozen=True):
    """A fact that prose may refer to: the name that a reference says, and its words as they are printed.

    `figure` says whether it is a number; `line` is where it stands in the file, 0 for what the program counts (图1).
    """

    name: str
    value: str
    figure: bool
    line: int


def facts_told(checked: Checked) -> list[FactTold]:
    """All facts of a file in the order written, those of its other documents behind.

    One that has two names (预算.分项.展厅运行经费.支出, 预算.展厅运行经费.支出) is told by the shorter.
    """
    references = references_in(checked)
    told: dict[tuple[Place, str], FactTold] = {}
    for fact in references.facts.every() if references else ():
        if _is_referred_to(fact):
            one = FactTold(fact.name, print_fact(fact, []), fact.quantity is not None, fact.place.line)
            same = (fact.place if fact.place.line else Place(fact.name), one.value)
            told[same] = min(told.get(same, one), one, key=lambda each: len(each.name))
    return list(told.values())


def _is_referred_to(fact: Fact) -> bool:
    """Whether a reference to it prints anything."""
    words = fact.value if isinstance(fact.value, str) else ""
    return not isinstance(fact.value, Unreadable) and "{{" not in words


def references_in(checked: Checked) -> References | None:
    """What the references of a file are filled from; None where no document can be made of it."""
    main = checked.main
    return references_of(main.content, main.pack) if main else None


def printed(references: References | None, text: str) -> dict[str, str]:
    """How each reference of a text is printed, by its very words; empty for one that cannot be."""
    found = dict.fromkeys(match[0] for match in _REFERENCE.finditer(text))
    return {words: _printed(replace(references, found=[]), words) if references else "" for words in found}


def _printed(references: References, words: str) -> str:
    told = plain_text(references.inlines(Written(words, NOWHERE)))
    return "" if PLACEHOLDER in told else told


def ways_to_print(references: References, name: str) -> Iterator[tuple[str, str]]:
    """References to one fact that print it differently, the plain one first, with what they print.

    Of an amount in 万元 those are 元, 万元 with fewer decimals, and the bare number.
    """
    known = references.facts.find(name) or growth_named(name, references.facts)
    quantity = known[0].quantity if len(known) == 1 else None
    formats = _formats(quantity.kind if quantity else "")
    shown: set[str] = set()
    for wanted in formats if quantity else ("",):
        words = " | ".join(filter(None, (name, *wanted.split())))
        told = _printed(replace(references, found=[]), f"{{{{ {words} }}}}")
        small = told.startswith("0.") and told != str(quantity)
        if told and told not in shown and not small:
            shown.add(told)
            yield f"{{{{ {words} }}}}", told


def _formats(kind: str) -> tuple[str, ...]:
    """Formats that a quantity of a kind may be printed in, as references write them, the usual ones first."""
    match kind:
        case "%" | "":
            return ("", "1位", "2位", BARE)
        case "元":
            return ("", "万元 2位", "万元", "元", "亿元 2位", BARE)
        case _:
            return ("", f"万{kind} 2位", f"万{kind}", BARE)
