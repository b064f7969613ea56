"""What sets the pages of a PDF: one of two engines, which are held against each other by the same tests."""

from enum import StrEnum


class Engine(StrEnum):
    """An engine by the name that users give it."""

    WEASYPRINT = "weasyprint"
    """HTML and CSS; needs Pango from the operating system."""
    TYPST = "typst"
    """A template of its own; needs nothing, and its files are for archives (PDF/A-2a) and screen readers (PDF/UA-1)."""


ARCHIVE_ENGINE = Engine.TYPST
"""The one whose files keep PDF/A, to which content, facts and findings can be attached."""
DEFAULT_ENGINE = Engine.TYPST
"""By docs/engines.md: whatever it sets is PDF/A-2a and PDF/UA-1, and it needs no library of the system."""
