"""`check --against`: the workbooks that are named, read once for all files."""

from functools import cache
from pathlib import Path

from reportgen.cli.fill import books_of
from reportgen.cli.settled import Terms
from reportgen.errors import UsageProblem
from reportgen.fill.book import Book
from reportgen.finished.file_types import is_known
from reportgen.language import _
from reportgen.limits import Limits
from reportgen.pipeline.against import checked_against
from reportgen.pipeline.checked import Checked
from reportgen.world import shown, stamps


def beside_workbooks(path: Path, checked: Checked, workbooks: tuple[Path, ...], terms: Terms) -> tuple[Checked, str]:
    """A content file held against workbooks, and what is told of that.

    Raises UsageProblem for a document that others wrote, whose figures have no names to be looked for.
    """
    if is_known(path):
        raise UsageProblem(_("{path} 不是内容文件，--against 只能核对内容文件", path=shown(path)))
    books = _books(workbooks, terms.limits, tuple(stamps(workbooks).values()))
    return checked_against(checked, books, terms.roots)


@cache
def _books(workbooks: tuple[Path, ...], limits: Limits, _stamps: tuple[object, ...]) -> tuple[Book, ...]:
    """Read anew when one of them has changed."""
    return tuple(books_of(workbooks, limits))
