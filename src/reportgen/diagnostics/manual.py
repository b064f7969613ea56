"""The manual page of a code as every reader gets it: terminal, docs/rules/, SARIF, HTML."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.record import Struct

_MARKS = re.compile(r"[*<_`\\]|^#", re.MULTILINE)
"""What Markdown would take for its own."""


class Section(Struct, frozen=True):
    """A part of the page in the chosen language; the lead has no heading."""

    heading: str
    text: str
    example: bool = False
    """The text is YAML of a content file, and is never translated."""


class Manual(Struct, frozen=True):
    """What there is to know about a code."""

    code: str
    title: str
    severity: Severity
    sections: tuple[Section, ...]

    @property
    def family(self) -> str:
        """The letters of the code: NUM of NUM003."""
        return self.code[:3]

    @property
    def lead(self) -> str:
        """What is asked for, in a sentence or two."""
        return next((section.text for section in self.sections if not section.heading), "")

    def lines(self) -> Iterator[str]:
        """The sections as plain text."""
        for section in self.sections:
            yield ""
            if section.heading:
                yield section.heading
            indent = "  " if section.heading else ""
            yield from (f"{indent}{line}".rstrip() for line in section.text.splitlines())

    def markdown(self) -> str:
        """The sections as Markdown, below a heading that the caller writes."""
        parts = []
        for section in self.sections:
            heading = f"## {section.heading}\n\n" if section.heading else ""
            body = f"```yaml\n{section.text}\n```" if section.example else _MARKS.sub(r"\\\g<0>", section.text)
            parts.append(heading + body)
        return "\n\n".join(parts) + "\n"
