"""One file of `check`: mended first, held against workbooks, looked at as the public will see it, as was asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.settled import Terms
from reportgen.model.edition import Edition
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked

if TYPE_CHECKING:
    from reportgen.cli.check import Options

Notes = tuple[str, ...]


def examine(options: "Options", terms: Terms, path: Path) -> tuple[Checked, Notes]:
    """A checked file, and what is told before its report: what was done to it."""
    checked, notes = _fixed(options, terms, path) if options.fixes else (check_file(path, terms.roots), ())
    if options.against:
        from reportgen.cli.against import beside_workbooks

        checked, words = beside_workbooks(path, checked, options.against, terms)
        notes = (*notes, words)
    if options.edition is Edition.PUBLIC and checked.drafts and not checked.cut:
        from reportgen.cli.masked import of_public_edition

        checked, told = of_public_edition(checked)
        notes = (*notes, *told)
    return checked, notes


def _fixed(options: "Options", terms: Terms, path: Path) -> tuple[Checked, Notes]:
    """A file as it is with its repairs, which are written, and what is told of them."""
    from reportgen.cli.fix import mend

    checked, notes = mend(path, terms, options.unsafe_fixes)
    return checked or check_file(path, terms.roots), notes
