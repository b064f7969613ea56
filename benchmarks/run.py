"""Times `reportgen` and its peers in one run and prints Markdown; `--write` puts it into docs/benchmarks.md."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The script's own folder is on the path, its packages are not.
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks import checks, contents, contestants, wanted  # noqa: E402
from benchmarks.clock import in_turns  # noqa: E402
from benchmarks.sizes import section_of  # noqa: E402
from benchmarks.table import machine, table  # noqa: E402
from reportgen.model.engine import Engine  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks.md"
FILES = 20

INTRODUCTION = """\
# Speed beside its peers

Written by `./script/bench --write`. Whole processes are timed from outside, in turns, after one round that does not
count; *ratio* is the median over LibreOffice's, *MB* the most that one process took.

LibreOffice gets its best case: a user profile and a font cache that are already there, and no fonts but the six that
the report needs. `reportgen build` also checks every figure, writes the docx and reads both files back; LibreOffice
and Typst only make the PDF. Typst sets the same words in the same fonts on the same page: the limit of what is
possible."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=7, metavar="N", help="rounds that count (default 7)")
    parser.add_argument("--write", action="store_true", help="also write docs/benchmarks.md")
    options = parser.parse_args()
    if lacking := contestants.missing():
        sys.exit(f"not installed: {', '.join(lacking)}; ./script/bench installs them")
    with tempfile.TemporaryDirectory(prefix="reportgen-bench-") as folder:
        sections = []
        for section in _sections(Path(folder), options.repeat):
            print(section, end="\n\n", flush=True)
            sections.append(section)
    if options.write:
        kept = section_of(PAGE.read_text(encoding="utf-8"))
        PAGE.write_text("\n\n".join([*sections, *([kept] if kept else [])]) + "\n", encoding="utf-8")


def _sections(folder: Path, repeat: int) -> Iterator[str]:
    yield INTRODUCTION
    yield f"Machine: {machine()}. Rounds: {repeat}."
    yield _one_file(folder, repeat)
    yield _many_files(folder, max(3, repeat // 2))
    yield _forms(folder, max(3, repeat // 2))
    yield _starts(folder, repeat)
    yield _pdf_alone(folder)
    yield checks.cold(folder, repeat)
    yield checks.warm_and_many(folder, 3)
    yield checks.forty_pages(folder, 3)
    yield _screen()


def _one_file(folder: Path, repeat: int) -> str:
    job, docx = contestants.prepare(folder / "one", 1), folder / "docx"
    # The docx that LibreOffice is to convert is the one that the program makes.
    in_turns([contestants.build(job, "for LibreOffice")], 0)
    (folder / "one" / "reportgen").rename(docx)
    (docx / f"{job.names[0]}.pdf").unlink()
    results = in_turns(
        [
            contestants.build(job, "`reportgen build`: check, docx, PDF, read back"),
            contestants.office(
                folder / "office", sorted(docx.iterdir()), folder / "converted", "LibreOffice: that docx to PDF"
            ),
            contestants.typst(job, "Typst: PDF (the limit)"),
        ],
        repeat,
    )
    return f"## One file, cold\n\n{table(results, results[1])}\n\n{wanted.ratio(results[0], results[1], wanted.BUILD)}"


def _many_files(folder: Path, repeat: int) -> str:
    job = contestants.prepare(folder / "many", FILES)
    results = in_turns(
        [
            contestants.build(job, "`reportgen build`, one call"),
            contestants.build(job, "the same on one core", one_core=True),
            contestants.docxtpl_and_office(folder / "office", job, "docxtpl, then one call of LibreOffice"),
            contestants.typst(job, "Typst, one process (the limit)"),
        ],
        repeat,
    )
    two = wanted.ratio(results[0], results[2], wanted.TWO_PROCESSES)
    one = wanted.ratio(results[1], results[2], wanted.ONE_PROCESS)
    return (
        f"## {FILES} files in one call\n\nThe files differ in every figure and every paragraph, so nothing can be kept "
        f"from one to the next. docxtpl fills the same template with the same paragraphs.\n\n"
        f"{table(results, results[2])}\n\nWith a process for each core. {two}\n\nIn one process. {one}"
    )


def _forms(folder: Path, repeat: int) -> str:
    """The forms with the longest cells, and one of 2,000 rows, for which LibreOffice takes minutes: without it."""
    parts = ["## Forms, cold"]
    for name, text in contents.forms().items():
        job, docx = contestants.prepare_form(folder / name, name, text), folder / f"{name}-docx"
        in_turns([contestants.build(job, "for LibreOffice")], 0)
        (folder / name / "reportgen").rename(docx)
        (docx / f"{name}.pdf").unlink()
        own = contestants.build(job, f"`reportgen build`, {name}")
        peer = contestants.office(folder / "office", [docx / f"{name}.docx"], folder / f"{name}-pdf", "LibreOffice")
        if name in contents.PUBLISHED:
            results = in_turns([own, peer], repeat)
            parts += [table(results, results[1]), wanted.ratio(results[0], results[1], wanted.BUILD)]
        else:
            results = in_turns([own], repeat)
            parts += [table(results), wanted.at_most(results[0].wall, wanted.LONG_FORM)]
    return "\n\n".join(parts)


def _starts(folder: Path, repeat: int) -> str:
    job = contestants.prepare(folder / "start", 1)
    results = in_turns([contestants.start(job, "`reportgen build`, until it takes the first file")], repeat)
    return f"## Start of a build\n\n{table(results)}\n\n{wanted.at_most(results[0].wall, wanted.START)}"


def _pdf_alone(folder: Path) -> str:
    """Each engine by itself: no check, no docx, nothing read back."""
    job = contestants.prepare(folder / "alone", FILES)
    parts = ["## PDF alone"]
    for engine in Engine:
        command = contestants.pdf_alone(job, engine)
        rate = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        verdict = wanted.at_least(rate, wanted.PDFS, "a second")
        parts.append(f"{engine}: {rate:.1f} documents a second of one core. {verdict}")
    return "\n\n".join(parts)


def _screen() -> str:
    """The screen as a browser asks for it, and a long table in Chromium."""
    own = ("benchmarks.screen_open", "benchmarks.screen_tables")
    commands = ([sys.executable, "-m", name] for name in own)
    ran = (subprocess.run(each, cwd=ROOT, capture_output=True, text=True, check=False) for each in commands)
    return "\n\n".join(each.stdout.strip() for each in ran)


if __name__ == "__main__":
    main()
