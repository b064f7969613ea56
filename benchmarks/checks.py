"""The sections about checking: cold, warm, a county's reports, forty pages that somebody else wrote."""

import subprocess
import sys
from pathlib import Path

from benchmarks import contestants, wanted
from benchmarks.accounts import accounts
from benchmarks.clock import in_turns
from benchmarks.table import table

_REPORTS = 300


def cold(folder: Path, repeat: int) -> str:
    """One report in a process of its own."""
    job = contestants.prepare(folder / "check", 1)
    contestant = contestants.check(job.contents, "`reportgen check`")
    results = in_turns([contestant], repeat)
    command = [sys.executable, "-X", "importtime", *contestant.commands[0][1:]]
    run = subprocess.run(command, env=dict(contestant.environment), capture_output=True, text=True, check=False)
    engines = [name for name in ("weasyprint", "typst") if name in run.stderr]
    loaded = f"Imports {engines}, which it must not." if engines else "No engine is imported."
    return f"## Check, cold\n\n{table(results)}\n\n{wanted.at_most(results[0].wall, wanted.COLD)} {loaded}"


def warm_and_many(folder: Path, repeat: int) -> str:
    """One report again and again in one process, and a county's reports in one call."""
    warm = float(subprocess.run(contestants.check_warm(), capture_output=True, text=True, check=True).stdout)
    reports = contestants.reports(folder / "reports", _REPORTS)
    results = in_turns([contestants.check(reports, f"`reportgen check`, {_REPORTS} reports in one call")], repeat)
    return (
        f"## Check, warm and many\n\nOne report in a process that has checked others: {warm:.0f} ms (median). "
        f"{wanted.at_most(warm, wanted.WARM, 'ms')}\n\n{table(results)}\n\n"
        f"On two cores. {wanted.at_most(results[0].wall, wanted.REPORTS)}"
    )


def forty_pages(folder: Path, repeat: int) -> str:
    """A 决算 that somebody else wrote, in a process of its own: as Word file and as PDF."""
    docx = folder / "accounts.docx"
    docx.write_bytes(accounts())
    pages = folder / "accounts-pdf"
    in_turns([contestants.office(folder / "office", [docx], pages, "LibreOffice")], 0)
    pdf = pages / "accounts.pdf"
    results = in_turns(
        [
            contestants.check([docx], "`reportgen check`, forty pages, docx"),
            contestants.check([pdf], "the same, PDF"),
        ],
        repeat,
    )
    verdicts = "\n\n".join(
        f"{name}. {wanted.at_most(result.wall, wanted.ACCOUNTS)}"
        for name, result in zip(("docx", "PDF"), results, strict=True)
    )
    return f"## A 决算 of {_pages(pdf)} pages, cold\n\n{table(results)}\n\n{verdicts}"


def _pages(pdf: Path) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))
