"""`--fix`: the repairs that findings offer, made in the text of a content file round by round until none is left.

Findings that somebody acknowledged are left alone. A round is made only when the file then reads as before but for the
edited values and no document becomes impossible that was possible; what would break that is left out, and said.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.repair import Edit
from reportgen.pipeline.checked import Checked
from reportgen.record import Struct, field
from reportgen.source.edits import Taken, edited, keeps_nodes

_ROUNDS = 10
"""More than one is needed where repairs overlap, or where a slip hid the rest of the file."""

Check = Callable[[str], Checked]
Wanted = Callable[[Diagnostic], bool]


class Fixed(Struct, frozen=True):
    """The text after all repairs, what they were about, and what could not be repaired without damage."""

    text: str
    checked: Checked
    """The file as it now stands."""
    done: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


class _Round(Struct):
    """A text with the findings whose repairs are to be made in it."""

    text: str
    checked: Checked
    check: Check
    refused: list[Diagnostic] = field(default_factory=list)

    def repaired(self, findings: list[Diagnostic]) -> tuple[str, Checked, list[Diagnostic]]:
        """The text with all repairs that can be made; where some do damage together, each half by itself."""
        text, checked, done = self.text, self.checked, list[Diagnostic]()
        waiting = [findings]
        while waiting:
            together = waiting.pop()
            half = len(together) // 2
            if made := self._made([*done, *together]):
                text, checked = made
                done += together
            elif half:
                waiting += [together[half:], together[:half]]
            else:
                self.refused += together
        return text, checked, done

    def _made(self, findings: list[Diagnostic]) -> tuple[str, Checked] | None:
        """The text after these repairs, checked again; None when they do damage.

        Slips of form were mended in memory before the file was read: repairing them changes no value at all.
        """
        edits = edits_of(findings)
        text = edited(self.text, edits)
        after = self.check(text)
        old, new = self.checked.source.root, after.source.root
        if old is None or new is None or _fatal(after) - _fatal(self.checked):
            return None
        slips = any(finding.repair and finding.repair.mended for finding in findings)
        return (text, after) if keeps_nodes(old, new, () if slips else edits) else None


def fix_text(text: str, check: Check, wanted: Wanted) -> Fixed:
    """Make the repairs of all `wanted` findings of a text; `check` is how the text is checked."""
    checked = check(text)
    done: list[Diagnostic] = []
    refused: list[Diagnostic] = []
    for _number in range(_ROUNDS):
        findings = chosen(finding for finding in checked.report if finding.offer and wanted(finding))
        turn = _Round(text, checked, check)
        text, checked, made = turn.repaired(findings) if findings else (text, checked, [])
        done += made
        refused = turn.refused
        if not made:
            break
    return Fixed(text, checked, tuple(done), tuple(refused))


def chosen(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings whose repairs can be made at once: of two that want the same characters the first."""
    taken = Taken()
    return [each for each in findings if each.repair and each.repair.edits and taken.take(each.repair.edits)]


def edits_of(findings: Iterable[Diagnostic]) -> list[Edit]:
    """The edits of all repairs."""
    return [edit for finding in findings if finding.repair for edit in finding.repair.edits]


def _fatal(checked: Checked) -> Counter[tuple[str, str]]:
    """What makes the documents impossible, wherever it stands by now."""
    return Counter((finding.code, finding.label) for finding in checked.report if finding.severity is Severity.FATAL)
