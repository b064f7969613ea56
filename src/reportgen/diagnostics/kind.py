"""What a finding that is no rule's is of: a code with its weight, its title and its manual page."""

from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.manual import Manual, Section
from reportgen.language import _
from reportgen.place import Place
from reportgen.record import Struct


class Kind(Struct, frozen=True):
    """A code with its weight, its title and its manual page."""

    code: str
    severity: Severity
    title: str
    manual: str
    advice: str = ""
    """What to do, said with every finding of the kind that has no better advice."""

    def at(
        self, place: Place, label: str = "", *, notes: tuple[str, ...] = (), fix: str = "", section: str = ""
    ) -> Diagnostic:
        """A finding of this kind at a place."""
        advice = fix or (_(self.advice) if self.advice else "")
        return Diagnostic(self.code, self.severity, _(self.title), place, label, notes, fix=advice, section=section)

    def page(self) -> Manual:
        """The manual page in the chosen language."""
        advice = (Section(_("改法"), _(self.advice)),) if self.advice else ()
        return Manual(self.code, _(self.title), self.severity, (Section("", _(self.manual)), *advice))


_DECLARED: dict[str, Kind] = {}


def declare(code: str, severity: Severity, title: str, manual: str, advice: str = "") -> Kind:
    """A new kind, known by its code from now on."""
    kind = Kind(code, severity, title, manual, advice)
    _DECLARED[code] = kind
    return kind


def declared() -> dict[str, Kind]:
    """Every kind of the modules imported so far, by its code."""
    return dict(_DECLARED)
