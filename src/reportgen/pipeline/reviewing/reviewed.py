"""What reviewing a file gives, whoever wrote it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.report import Report
from reportgen.digest import digest_of
from reportgen.language import _
from reportgen.pdf import Page
from reportgen.pipeline.build import Built
from reportgen.pipeline.checked import Checked
from reportgen.record import Struct, field
from reportgen.review.sheet import Entry
from reportgen.statements.ties import Ties

Wanted = Callable[[Diagnostic], bool]
"""Whether a finding is to be told."""
_SHORT = 8
"""Digits of a digest that tell two versions apart."""


class Reviewed(Struct, frozen=True):
    """A file with its copies; there are none when it cannot be made."""

    checked: Checked
    report: Report
    copies: dict[str, bytes] = field(default_factory=dict)
    """A PDF for each document of the file, by its name; that of the main one is empty. Of a Word file one like it."""
    entries: tuple[Entry, ...] = ()
    """What was found, in the order of the pages of the main document."""
    kind: str = "pdf"
    """What the copies are."""
    notes: tuple[str, ...] = ()
    """What is to be said of them."""
    built: Built | None = None
    """The final whose pages they have; None for a file that somebody else finished."""
    ties: tuple[tuple[str, Ties], ...] = ()
    """Of the figures of each document, by its title: to work them out takes as long as the rest."""
    pages: tuple[Sequence[Page], ...] = ()
    """Of each document, as they were read, without what has been put upon them and behind them."""


def every(_finding: Diagnostic) -> bool:
    """All findings are wanted."""
    return True


def head_of(original: bytes, moment: datetime, finished: bool = False) -> str:
    """Which copy this is: of which version, and of which day; of a `finished` file that somebody else wrote."""
    told = {"version": digest_of(original)[:_SHORT], "year": moment.year, "month": moment.month, "day": moment.day}
    if finished:
        return _("审核件　文件摘要 {version}　{year}年{month}月{day}日", **told)
    return _("送审稿　版本 {version}　{year}年{month}月{day}日", **told)
