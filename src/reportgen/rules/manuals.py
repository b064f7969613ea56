"""The manual page of every code, of reading and of the rules."""

from reportgen.diagnostics.kinds import all_kinds
from reportgen.diagnostics.manual import Manual, Section
from reportgen.language import _
from reportgen.rules import all_rules
from reportgen.rules.registry import EXAMPLES, Rule


def manuals() -> dict[str, Manual]:
    """The manual page of every code, in the chosen language; those of reading first, then the rules."""
    kinds = {code: kind.page() for code, kind in all_kinds().items()}
    return kinds | {code: _page(rule) for code, rule in all_rules().items()}


def _page(rule: Rule) -> Manual:
    sections = (
        Section(_(heading) if heading else "", text if heading in EXAMPLES else _(text), heading in EXAMPLES)
        for heading, text in rule.manual.items()
    )
    return Manual(rule.code, _(rule.title), rule.severity, tuple(sections))


def severity_of(manual: Manual) -> str:
    """The word for how much weighs what the page is about."""
    return _(manual.severity.value)
