"""The file to send when the program itself is to blame: versions, the command and the steps, not the document."""

import platform
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from reportgen import __version__
from reportgen.errors import EnvironmentProblem, InternalProblem
from reportgen.language import _
from reportgen.world import now, shown, write_files

_written: dict[Path, str] = {}
"""The report of this run: one file, however many faults."""


def report_fault(problem: InternalProblem) -> str:
    """Write the fault into the report of this run; what to tell the user of it, in one line."""
    path = next(iter(_written), None)
    for target in (path,) if path else _places():
        text = _written.get(target, "") or _head()
        with suppress(EnvironmentProblem):
            whole = f"{text}\n{problem}\n{problem.details}"
            write_files({target: whole.encode("utf-8", "replace")})
            _written[target] = whole
            return _(
                "{problem}。请把 {report} 发给维护者（里面是出错的位置，没有文件全文）", problem=problem, report=target
            )
    return _("{problem}。请把下面几行发给维护者：\n{details}", problem=problem, details=problem.details)


def _places() -> tuple[Path, Path]:
    """The working folder, or where there is always room."""
    name = f"reportgen-{_('出错报告')}-{now():%Y%m%d-%H%M%S}.txt"
    return Path(name), Path(tempfile.gettempdir()) / name


def _head() -> str:
    versions = f"reportgen {__version__}  Python {platform.python_version()}  {platform.platform()}"
    return "\n".join([versions, " ".join(shown(word) for word in sys.argv), ""])
